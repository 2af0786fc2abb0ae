# SPDX-License-Identifier: GPL-3.0-or-later
# Helpers of ./dev. Sourced, never run.

say() { printf '== %s\n' "$*" >&2; }

# die TEXT [EXIT_STATUS]
die() {
    printf 'dev: %s\n' "$1" >&2
    exit "${2:-1}"
}

have() { command -v -- "$1" >/dev/null 2>&1; }

jobs_count() { echo "${LEAT_JOBS:-$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)}"; }

# as_root COMMAND…: as root already, or through sudo, asking for a password only on a tty.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif have sudo && sudo -n true 2>/dev/null; then
        sudo -n -- "$@"
    elif have sudo && [ -t 0 ] && [ -z "${CI:-}" ]; then
        sudo -- "$@"
    else
        return 126
    fi
}

# A folder that survives cleaning the build: node packages of the tests.
cache_dir() {
    local base=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}
    mkdir -p -- "$base/leat"
    echo "$base/leat"
}

binary() { echo "$ROOT/build/$1/bin/$2"; }
