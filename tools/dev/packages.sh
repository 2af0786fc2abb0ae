# SPDX-License-Identifier: GPL-3.0-or-later
# What building, testing and running need, by system. Sourced by ./dev.

DEBIAN_BUILD=(g++ lld cmake ninja-build ccache pkg-config python3 ca-certificates
    qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-charts-dev libqt6opengl6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6sql6-sqlite libqt6svg6 qtkeychain-qt6-dev
    libpq-dev libcli11-dev libssl-dev libsqlite3-dev libarchive-dev
    libgl-dev libvulkan-dev libxkbcommon-dev)
DEBIAN_TEST=(postgresql-15 postgresql-client-15 pgbouncer sqlite3 openssl procps git tzdata
    dbus dbus-daemon gnome-keyring xvfb xauth fonts-inter fonts-dejavu-core
    at-spi2-core gir1.2-atspi-2.0 python3-gi faketime)
DEBIAN_LINT=(clang-format clang-tidy)

FEDORA_PACKAGES='gcc-c++ cmake ninja-build ccache pkgconf-pkg-config python3 nodejs npm qt6-qtbase-devel qt6-qtsvg-devel qt6-qtcharts-devel qt6-qttools-devel qtkeychain-qt6-devel libpq-devel cli11-devel openssl-devel sqlite-devel libarchive-devel mesa-libGL-devel vulkan-headers libxkbcommon-devel postgresql-server postgresql-contrib sqlite openssl procps-ng git dbus-daemon gnome-keyring xorg-x11-server-Xvfb xauth rsms-inter-fonts at-spi2-core python3-gobject libfaketime'
ARCH_PACKAGES='gcc cmake ninja ccache pkgconf python nodejs npm qt6-base qt6-svg qt6-charts qt6-tools qtkeychain-qt6 postgresql-libs cli11 openssl sqlite libarchive mesa vulkan-headers libxkbcommon postgresql procps-ng git dbus gnome-keyring xorg-server-xvfb xorg-xauth inter-font at-spi2-core python-gobject libfaketime'
NEWER_DEBIAN_PACKAGES='g++ cmake ninja-build ccache pkg-config python3 nodejs npm qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-charts-dev libqt6opengl6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite qtkeychain-qt6-dev libpq-dev libcli11-dev libssl-dev libsqlite3-dev libarchive-dev libgl-dev libvulkan-dev libxkbcommon-dev postgresql sqlite3 openssl procps git dbus-daemon gnome-keyring xvfb xauth fonts-inter at-spi2-core gir1.2-atspi-2.0 python3-gi faketime'
BREW_PACKAGES='cmake ninja ccache pkg-config python node qt qtkeychain libpq cli11 openssl@3 sqlite libarchive postgresql@15'

# The command that installs everything on this system, for people to run.
install_hint() {
    local id="" like=""
    if [ -r /etc/os-release ]; then
        id=$(. /etc/os-release && echo "${ID:-}")
        like=$(. /etc/os-release && echo "${ID_LIKE:-}")
    fi
    case " $id $like " in
        *" debian "* | *" ubuntu "*) echo "sudo apt-get install $NEWER_DEBIAN_PACKAGES" ;;
        *" fedora "* | *" rhel "*) echo "sudo dnf install $FEDORA_PACKAGES" ;;
        *" arch "*) echo "sudo pacman -S --needed $ARCH_PACKAGES" ;;
        *)
            case "$(uname -s)" in
                Darwin) echo "brew install $BREW_PACKAGES    (or the preset macos-vcpkg, see README.md)" ;;
                MINGW* | MSYS* | CYGWIN*) echo "use the preset windows-vcpkg, see README.md" ;;
                *) echo "install the equivalents of these Debian packages: ${DEBIAN_BUILD[*]} nodejs npm ${DEBIAN_TEST[*]}" ;;
            esac
            ;;
    esac
}
