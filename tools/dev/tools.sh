# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev bench, e2e, torture, mutate, lint, screenshots. Sourced by ./dev.

# with_leatctl SCRIPT [OPTIONS…]: runs a Python script on the release leatctl.
with_leatctl() {
    local script=$1
    shift
    case " $* " in *" --help "* | *" -h "*) exec python3 -B "$ROOT/$script" --help ;; esac
    ensure_setup
    build release leatctl
    export LEAT_CACHE_DIR="${LEAT_CACHE_DIR:-$(cache_dir)}"
    exec python3 -B "$ROOT/$script" --leatctl "$(binary release leatctl)" "$@"
}

# The window's own part is built with the tests, so with their light optimisation.
cmd_bench() {
    case " $* " in
        *" --help "* | *" -h "*) ;;
        *)
            ensure_setup
            build ci leat_windowbench
            build release leat
            ;;
    esac
    with_leatctl tests/bench/bench.py --leat "$(binary release leat)" --windowbench "$(binary ci leat_windowbench)" "$@"
}
cmd_e2e() { with_leatctl tests/e2e/e2e.py --full "$@"; }

# The failpoints are in test builds alone, so this leatctl is the tests'.
cmd_torture() {
    case " $* " in *" --help "* | *" -h "*) exec python3 -B "$ROOT/tests/torture/torture.py" --help ;; esac
    ensure_setup
    build ci leatctl leat_simulate leat_faults leat_fuzz
    export LEAT_CACHE_DIR="${LEAT_CACHE_DIR:-$(cache_dir)}"
    exec python3 -B "$ROOT/tests/torture/torture.py" --leatctl "$(binary ci leatctl)" "$@"
}

# Builds in a copy of the tree below build/mutate.
cmd_mutate() {
    case " $* " in *" --help "* | *" -h "* | *" --list "*) ;; *) ensure_setup ;; esac
    export LEAT_CACHE_DIR="${LEAT_CACHE_DIR:-$(cache_dir)}" LEAT_JOBS="${LEAT_JOBS:-$(jobs_count)}"
    exec python3 -B "$ROOT/tests/mutation/mutate.py" "$@"
}

lint_files() {
    if [ $# -gt 0 ]; then
        printf '%s\n' "$@"
    else
        find "$ROOT/app" "$ROOT/engine" "$ROOT/models" "$ROOT/ui" "$ROOT/tests" \
            -name '*.cpp' -o -name '*.h' | sort
    fi
}

cmd_lint() {
    ensure_setup "${DEBIAN_LINT[@]}"
    build dev
    local files status=0
    mapfile -t files < <(lint_files "$@")
    say "clang-format"
    clang-format --dry-run --Werror "${files[@]}" || status=1
    say "clang-tidy"
    printf '%s\n' "${files[@]}" | grep '\.cpp$' | tr '\n' '\0' |
        xargs -0 -r -n 4 -P "$(jobs_count)" clang-tidy --quiet -p "$ROOT/build/dev" || status=1
    return "$status"
}

# A few pictures into docs/screenshots, or every screen in every look into the folder that is named.
cmd_screenshots() {
    case " $* " in *" --help "* | *" -h "*) exec python3 -B "$ROOT/tools/screenshots/screenshots.py" --help ;; esac
    ensure_setup
    build ci leat_screenshots
    build release leat leatctl
    exec python3 -B "$ROOT/tools/screenshots/screenshots.py" --bin "$ROOT/build/release/bin" \
        --screens "$(binary ci leat_screenshots)" --docs "$ROOT/docs/screenshots" "$@"
}
