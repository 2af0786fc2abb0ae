#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with-keyring.sh MODE COMMAND…: runs COMMAND with a keychain of its own, in a temporary HOME.
#   unlocked  a session bus and a gnome-keyring that is unlocked (LEAT_KEYRING_PID names it)
#   absent    a session bus on which nobody keeps secrets
#   nobus     no session bus
# Exit code 77: the programs that this needs are not installed.
set -eu
mode=$1
shift

if [ "${LEAT_KEYRING_INSIDE:-}" = "" ]; then
    for program in dbus-run-session dbus-send gnome-keyring-daemon; do
        command -v "$program" >/dev/null 2>&1 || { echo "$program is not installed"; exit 77; }
    done
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    trap 'exit 130' INT TERM
    mkdir -m 700 "$home/run" "$home/data" "$home/config" "$home/cache"
    # No service folders: nothing is started behind our back.
    cat > "$home/bus.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$home/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
XML
    export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" \
        XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" LEAT_KEYRING_INSIDE=1
    unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL || true
    if [ "$mode" = nobus ]; then
        DBUS_SESSION_BUS_ADDRESS=disabled: "$@"
    else
        dbus-run-session --config-file="$home/bus.conf" -- "$0" "$mode" "$@"
    fi
    exit $?
fi

if [ "$mode" = absent ]; then
    exec "$@"
fi

printf 'test' | gnome-keyring-daemon --foreground --unlock --components=secrets \
    --control-directory="$XDG_RUNTIME_DIR" >"$HOME/keyring.log" 2>&1 &
LEAT_KEYRING_PID=$!
export LEAT_KEYRING_PID
trap 'kill -CONT $LEAT_KEYRING_PID 2>/dev/null; kill $LEAT_KEYRING_PID 2>/dev/null; wait $LEAT_KEYRING_PID 2>/dev/null || true' EXIT
tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
    org.freedesktop.Secret.Service.ReadAlias string:default 2>/dev/null | grep -q /collection/; do
    tries=$((tries + 1))
    if [ $tries -gt 100 ] || ! kill -0 $LEAT_KEYRING_PID 2>/dev/null; then
        cat "$HOME/keyring.log"
        echo "the keyring did not start"
        exit 1
    fi
    sleep 0.1
done
code=0
"$@" || code=$?
exit $code
