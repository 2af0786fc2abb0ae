# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev test. Sourced by ./dev.

# verify_asan_link_order: a test preloads a clock of its own.
sanitizer_environment() {
    local dir="$ROOT/tools/sanitizers"
    export ASAN_OPTIONS="suppressions='$dir/asan.supp':detect_stack_use_after_return=1:strict_string_checks=1:verify_asan_link_order=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
    export LSAN_OPTIONS="suppressions='$dir/lsan.supp':print_suppressions=0${LSAN_OPTIONS:+:$LSAN_OPTIONS}"
    export UBSAN_OPTIONS="print_stacktrace=1${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}"
    export TSAN_OPTIONS="suppressions='$dir/tsan.supp':halt_on_error=0:second_deadlock_stack=1:die_after_fork=0:ignore_noninstrumented_modules=1${TSAN_OPTIONS:+:$TSAN_OPTIONS}"
}

# Ends with ctest's own summary and its exit status.
cmd_test() {
    local preset=ci
    case "${1:-}" in
        asan | tsan) preset=$1; shift ;;
        ci) shift ;;
    esac
    ensure_setup
    build "$preset"
    sanitizer_environment
    export LEAT_CACHE_DIR="${LEAT_CACHE_DIR:-$(cache_dir)}"
    exec ctest --test-dir "$ROOT/build/$preset" --output-on-failure --no-tests=error \
        --parallel "$(jobs_count)" "$@"
}
