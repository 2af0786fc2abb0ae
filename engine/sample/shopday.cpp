// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/shopday.h"

#include "engine/sample/shopdata.h"
#include "engine/sample/shopwords.h"

namespace leat::sample {

namespace {

constexpr std::uint64_t kDaySeed = 77'000'000;
constexpr std::int64_t kNewCustomers = 15;
constexpr std::int64_t kNewOrders = 60;
constexpr std::int64_t kNewEvents = 150;
constexpr std::int64_t kNewReviews = 12;
constexpr std::int64_t kMovedCustomers = 40;
constexpr std::int64_t kNewPrices = 12;
constexpr std::int64_t kStockMoves = 200;

void addRows(ShopFile& file, Random& random, std::int64_t start)
{
    ShopWriter writer(file);
    std::int64_t customers = file.number("SELECT max(id) FROM customers");
    for (std::int64_t i = 1; i <= kNewCustomers; ++i)
        writer.customer(random, ++customers, start + i * kDaySeconds / (kNewCustomers + 1));
    std::int64_t order = file.number("SELECT max(id) FROM orders");
    for (std::int64_t i = 1; i <= kNewOrders; ++i)
        writer.order(random, ++order, random.skewed(customers) + 1, start + i * kDaySeconds / (kNewOrders + 1), 0);
    for (std::int64_t i = 1; i <= kNewEvents; ++i)
        writer.event(random, customers, start + i * kDaySeconds / (kNewEvents + 1));
    for (std::int64_t i = 1; i <= kNewReviews; ++i)
        writer.review(random, customers, start + i * kDaySeconds / (kNewReviews + 1));
}

// Orders go on: each open one takes a step, a few of them a day.
void moveOrders(ShopFile& file, const std::string& now)
{
    ShopStatement pay(file, "UPDATE payments SET status = 'settled', paid_at = ?1, updated_at = ?1 WHERE status = 'pending'"
                            " AND order_id IN (SELECT id FROM orders WHERE status = 'new' ORDER BY id LIMIT 80)");
    pay.run(now);
    ShopStatement step(file, "UPDATE orders SET updated_at = ?1, status = CASE status WHEN 'new' THEN 'paid' WHEN 'paid' THEN 'shipped'"
                             " ELSE 'delivered' END WHERE id IN (SELECT id FROM orders WHERE status IN ('new', 'paid', 'shipped')"
                             " ORDER BY id LIMIT 120)");
    step.run(now);
}

void changePeopleAndPrices(ShopFile& file, Random& random, const std::string& now)
{
    ShopStatement move(file, "UPDATE customers SET city = ?1, country = ?2, tier = ?3, updated_at = ?4 WHERE id = ?5");
    for (std::int64_t i = 0; i < kMovedCustomers; ++i) {
        const Place& place = random.pick(kPlaces);
        move.run(place.city, place.country, random.pick(kTiers), now, random.below(kCustomers) + 1);
    }
    ShopStatement price(file, "UPDATE products SET price = round(price * ?1, 2), updated_at = ?2 WHERE id = ?3");
    for (std::int64_t i = 0; i < kNewPrices; ++i)
        price.run(static_cast<double>(90 + random.below(21)) / 100.0, now, random.below(kProducts) + 1);
}

// Stock has no time of change and loses rows: only a full refresh follows it.
void moveStock(ShopFile& file, Random& random)
{
    ShopStatement count(file, "UPDATE inventory SET on_hand = ?1, reserved = min(reserved, ?1) WHERE store_id = ?2 AND product_id = ?3");
    for (std::int64_t i = 0; i < kStockMoves; ++i)
        count.run(random.below(120), random.below(kStores) + 1, random.below(kProducts) + 1);
    ShopStatement drop(file, "DELETE FROM inventory WHERE store_id = ?1 AND product_id = (SELECT min(product_id) FROM inventory"
                             " WHERE store_id = ?1 AND product_id >= ?2)");
    ShopStatement add(file, "INSERT OR IGNORE INTO inventory VALUES (?1, ?2, ?3, 0, 'new')");
    for (int i = 0; i < 3; ++i) {
        drop.run(random.below(kStores) + 1, random.below(kProducts) + 1);
        add.run(random.below(kStores) + 1, random.below(kProducts) + 1, random.below(120));
    }
}

} // namespace

void playDay(ShopFile& file, std::int64_t day)
{
    Random random(kDaySeed + static_cast<std::uint64_t>(day));
    const std::int64_t start = kToday + (day - 1) * kDaySeconds;
    const std::string evening = timeText(start + kDaySeconds - 1);
    moveOrders(file, evening);
    addRows(file, random, start);
    changePeopleAndPrices(file, random, evening);
    moveStock(file, random);
}

} // namespace leat::sample
