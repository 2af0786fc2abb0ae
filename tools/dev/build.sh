# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev build. Sourced by ./dev.

# A build folder that was made for another place (a copied tree) cannot be used again.
drop_foreign_build() {
    local cache="$1/CMakeCache.txt" home
    [ -f "$cache" ] || return 0
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$cache")
    [ "$home" = "$ROOT" ] || rm -rf -- "$1"
}

configure_if_needed() {
    local preset=$1 dir="$ROOT/build/$1"
    drop_foreign_build "$dir"
    if [ ! -f "$dir/build.ninja" ] || [ "$ROOT/CMakePresets.json" -nt "$dir/build.ninja" ]; then
        say "configuring $preset"
        (cd -- "$ROOT" && cmake --preset "$preset" >&2)
        touch -- "$dir/build.ninja"
    fi
}

# build PRESET [TARGET…]
build() {
    local preset=$1
    shift
    if have ccache; then
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR="$ROOT" CCACHE_NOHASHDIR=1
        # Without these ccache refuses every file that takes the precompiled header.
        export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    fi
    configure_if_needed "$preset"
    local targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    cmake --build "$ROOT/build/$preset" --parallel "$(jobs_count)" "${targets[@]}" >&2
}

cmd_build() {
    local preset=${1:-release}
    case "$preset" in
        dev | ci | asan | tsan | release) ;;
        *) die "unknown preset \"$preset\": dev, ci, asan, tsan or release" 64 ;;
    esac
    ensure_setup
    build "$preset"
}
