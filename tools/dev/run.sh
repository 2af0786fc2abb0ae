# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev run: from a clone to synced tables and an open window. Sourced by ./dev.

leatctl() {
    local program
    program=$(binary release leatctl)
    if [ -n "${LEAT_PROFILE:-}" ]; then
        "$program" --profile "$LEAT_PROFILE" "$@"
    else
        "$program" "$@"
    fi
}

# Makes the sample only once; a later run syncs what is there.
make_sample() {
    if leatctl source show shop >/dev/null 2>&1; then
        say "syncing the sample"
        leatctl sync --source shop
    else
        say "making and syncing the sample"
        leatctl sample create --sync
    fi
}

print_arrivals() {
    say "what arrived"
    leatctl status
    leatctl schema list
    say "the five best selling products, asked of the warehouse"
    leatctl query "$SAMPLE_QUERY"
}

SAMPLE_QUERY='SELECT p.name AS product, sum(i.quantity) AS sold, count(DISTINCT i.order_id) AS orders
FROM shop.order_items i JOIN shop.products p ON p.id = i.product_id GROUP BY ALL ORDER BY sold DESC, product LIMIT 5'

cmd_run() {
    ensure_setup
    build release
    make_sample
    print_arrivals
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname -s)" = Linux ]; then
        say "no display, so the window stays closed; it is $(binary release leat)"
        return 0
    fi
    local profile=()
    [ -z "${LEAT_PROFILE:-}" ] || profile=(--profile "$LEAT_PROFILE")
    exec "$(binary release leat)" "${profile[@]}" "$@"
}
