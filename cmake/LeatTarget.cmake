# leat_library(NAME [MOC] SOURCES … [LINK …]): a static library with the project's flags.
# leat_test(NAME SOURCES … [LINK …] [LABELS …] [RUN_WITH wrapper…]): one Qt Test program.
add_library(leat_flags INTERFACE)
target_compile_features(leat_flags INTERFACE cxx_std_20)
target_include_directories(leat_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(leat_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 LEAT_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(leat_flags INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${LEAT_WERROR}>:/WX>)
else()
  target_compile_options(leat_flags INTERFACE -Wall -Wextra -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wshadow $<$<BOOL:${LEAT_WERROR}>:-Werror>)
  target_compile_options(leat_flags INTERFACE -fstack-protector-strong)
endif()
if(LEAT_SANITIZE)
  target_compile_options(leat_flags INTERFACE -fsanitize=${LEAT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(leat_flags INTERFACE -fsanitize=${LEAT_SANITIZE})
endif()

# The tests are many programs: lld links each in a tenth of the time.
find_program(LEAT_LLD ld.lld)
if(LEAT_BUILD_TESTS AND LEAT_LLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_link_options(leat_flags INTERFACE -fuse-ld=lld)
endif()

option(LEAT_PRECOMPILE "Parse common headers once a build" ON)
# Targets differ in definitions that the common headers do not look at.
set(CMAKE_PCH_WARN_INVALID OFF)
if(LEAT_PRECOMPILE)
  add_library(leat_precompiled STATIC "${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp")
  target_link_libraries(leat_precompiled PUBLIC leat_flags Qt6::Core)
  set_target_properties(leat_precompiled PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  # named relative to an include folder, so that the cache serves every checkout
  target_precompile_headers(leat_precompiled PRIVATE <cmake/precompiled.h>)
endif()

function(leat_precompile name)
  if(LEAT_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM leat_precompiled)
    if(NOT MSVC)
      target_compile_options(${name} PRIVATE -fPIC) # the header was compiled so
      # ccache can only use what names the header in its preprocessed form
      target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    endif()
  endif()
endfunction()

function(leat_library name)
  cmake_parse_arguments(ARG "MOC" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC leat_flags Qt6::Core ${ARG_LINK})
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  if(ARG_MOC)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
  endif()
  # The engine alone has points to fail at (engine/base/failpoint.h).
  if(LEAT_FAILPOINTS AND CMAKE_CURRENT_SOURCE_DIR MATCHES "/engine/")
    target_compile_definitions(${name} PRIVATE LEAT_FAILPOINTS)
  endif()
  leat_precompile(${name})
endfunction()

function(leat_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;LABELS;RUN_WITH" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON CXX_EXTENSIONS OFF)
  target_link_libraries(${name} PRIVATE leat_flags Qt6::Core Qt6::Test ${ARG_LINK})
  leat_precompile(${name})
  add_test(NAME ${name} COMMAND ${ARG_RUN_WITH} $<TARGET_FILE:${name}>)
  set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
