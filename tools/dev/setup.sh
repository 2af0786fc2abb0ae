# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev setup: makes sure that everything needed is installed. Sourced by ./dev.

is_debian_12() {
    [ -r /etc/os-release ] && have apt-get && have dpkg-query || return 1
    (. /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-}" = 12 ])
}

# Those of the named packages that are not installed; one dpkg-query for all keeps this quick.
missing_packages() {
    local installed package
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p' || true)
    for package in "$@"; do
        case $'\n'"$installed"$'\n' in
            *$'\n'"$package"$'\n'*) ;;
            *) echo "$package" ;;
        esac
    done
}

# A machine may have Node from elsewhere: only the commands count.
missing_node() {
    have node || echo nodejs
    have npm || echo npm
}

readonly CLUSTER_OFF=/etc/postgresql-common/createcluster.d/leat-setup.conf

# Tests start servers of their own, so installing PostgreSQL must not create and start another.
cluster_off() {
    as_root mkdir -p "${CLUSTER_OFF%/*}"
    as_root sh -c "echo 'create_main_cluster = false' >'$CLUSTER_OFF'"
}
cluster_restore() { as_root rm -f "$CLUSTER_OFF"; }

apt_install() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
    as_root true || die "these packages are missing and need root or sudo to install:
  apt-get install --no-install-recommends $*" 77
    say "installing: $*"
    as_root "${apt[@]}" -q update >&2
    local status=0
    case " $* " in *" postgresql-15 "*) cluster_off ;; esac
    as_root "${apt[@]}" -q -y --no-install-recommends install "$@" >&2 || status=$?
    cluster_restore
    [ "$status" -eq 0 ] || die "apt-get could not install the packages above" 73
}

setup_debian() {
    local missing
    mapfile -t missing < <(missing_packages "$@"; missing_node)
    [ "${#missing[@]}" -eq 0 ] || apt_install "${missing[@]}"
}

# Elsewhere nothing is installed: what is not there is said, with the command that gets it.
setup_elsewhere() {
    local tool module missing=()
    for tool in c++ cmake ninja pkg-config python3 node npm; do
        have "$tool" || missing+=("$tool")
    done
    if have pkg-config; then
        for module in Qt6Core Qt6Widgets Qt6Svg Qt6Charts libpq openssl sqlite3; do
            pkg-config --exists "$module" || missing+=("$module (development files)")
        done
    fi
    [ "${#missing[@]}" -eq 0 ] && return 0
    {
        printf 'dev: this is not Debian 12, so nothing is installed by itself. Missing:\n'
        printf '  %s\n' "${missing[@]}"
        printf 'Install everything with:\n  %s\n' "$(install_hint)"
    } >&2
    exit 69
}

# ensure_setup [EXTRA_PACKAGE…]
ensure_setup() {
    if is_debian_12; then
        setup_debian "${DEBIAN_BUILD[@]}" "${DEBIAN_TEST[@]}" "$@"
    else
        setup_elsewhere
    fi
}

cmd_setup() {
    [ $# -eq 0 ] || die "setup takes no arguments" 64
    ensure_setup
    say "everything that building, testing and running need is installed"
}
