// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/shopdata.h"

#include "engine/sample/shopwords.h"

#include <QDateTime>

#include <algorithm>
#include <cstdio>

namespace leat::sample {

namespace {

constexpr std::uint64_t kSeed = 20'240'101;
constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kCheapest = 299;       // cents
constexpr std::int64_t kPriceRange = 19'000;

constexpr const char* kTables = R"(
CREATE TABLE categories (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, department TEXT NOT NULL);
CREATE TABLE stores (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT NOT NULL, country TEXT NOT NULL, opened_on DATE NOT NULL);
CREATE TABLE products (
  id INTEGER PRIMARY KEY, category_id INTEGER NOT NULL REFERENCES categories(id), sku TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, price DECIMAL(10,2) NOT NULL, weight_kg REAL, is_active BOOLEAN NOT NULL,
  attributes JSON, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE TABLE customers (
  id INTEGER PRIMARY KEY, full_name TEXT NOT NULL, email TEXT NOT NULL, city TEXT NOT NULL, country TEXT NOT NULL,
  tier TEXT NOT NULL, newsletter BOOLEAN NOT NULL, birthday DATE, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id), store_id INTEGER REFERENCES stores(id),
  channel TEXT NOT NULL, status TEXT NOT NULL, total DECIMAL(10,2) NOT NULL, item_count INTEGER NOT NULL, note TEXT,
  ordered_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE TABLE order_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT, order_id INTEGER NOT NULL REFERENCES orders(id),
  product_id INTEGER NOT NULL REFERENCES products(id), quantity INTEGER NOT NULL, unit_price DECIMAL(10,2) NOT NULL,
  discount DECIMAL(4,2));
CREATE TABLE payments (
  id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders(id), method TEXT NOT NULL, status TEXT NOT NULL,
  amount DECIMAL(10,2) NOT NULL, reference TEXT, paid_at DATETIME, updated_at DATETIME NOT NULL);
CREATE TABLE inventory (
  store_id INTEGER NOT NULL REFERENCES stores(id), product_id INTEGER NOT NULL REFERENCES products(id),
  on_hand INTEGER NOT NULL, reserved INTEGER NOT NULL, shelf TEXT, PRIMARY KEY (store_id, product_id)) WITHOUT ROWID;
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id INTEGER, kind TEXT NOT NULL, page TEXT NOT NULL, details JSON,
  occurred_at DATETIME NOT NULL);
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL REFERENCES products(id), customer_id INTEGER NOT NULL,
  stars INTEGER NOT NULL, body TEXT, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
)";

constexpr const char* kIndexes = R"(
CREATE INDEX products_updated ON products(updated_at);
CREATE INDEX customers_updated ON customers(updated_at);
CREATE INDEX orders_updated ON orders(updated_at);
CREATE INDEX orders_customer ON orders(customer_id);
CREATE INDEX order_items_order ON order_items(order_id);
CREATE INDEX payments_updated ON payments(updated_at);
CREATE INDEX reviews_updated ON reviews(updated_at);
)";

double money(std::int64_t cents)
{
    return static_cast<double>(cents) / 100.0;
}

std::string lower(const std::string& name)
{
    std::string out;
    for (const char c : name)
        if (c >= 'a' && c <= 'z')
            out += c;
        else if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c + 32);
    return out;
}

template <typename... Args>
std::string format(const char* pattern, Args... args)
{
    char buffer[160];
    std::snprintf(buffer, sizeof buffer, pattern, args...);
    return buffer;
}

void fillPlaces(ShopFile& file, Random& random)
{
    ShopStatement category(file, "INSERT INTO categories VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < std::size(kCategories); ++i)
        category.run(static_cast<int>(i) + 1, kCategories[i], kDepartments[i / 5]);
    ShopStatement store(file, "INSERT INTO stores VALUES (?, ?, ?, ?, ?)");
    for (std::int64_t id = 1; id <= kStores; ++id) {
        const Place& place = kPlaces[static_cast<std::size_t>(id)];
        store.run(id, format("Shop %s", place.city), place.city, place.country, dateText(kOpened + random.below(300) * kDaySeconds));
    }
}

void fillProducts(ShopFile& file, Random& random, const ShopWriter& writer)
{
    ShopStatement product(file, "INSERT INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    ShopStatement unweighed(file, "UPDATE products SET weight_kg = NULL WHERE id = ?");
    for (std::int64_t id = 1; id <= kProducts; ++id) {
        const char* material = random.pick(kMaterials);
        const char* colour = random.pick(kColours);
        const std::int64_t made = kOpened + random.below(200) * kDaySeconds + random.below(kDaySeconds);
        const std::int64_t changed = made + random.below(kToday - made);
        product.run(id, random.below(static_cast<std::int64_t>(std::size(kCategories))) + 1, format("LT-%05d", static_cast<int>(id)),
            format("%s %s", material, random.pick(kThings)), money(writer.priceOf(id)), static_cast<double>(random.below(9'000) + 50) / 1000.0,
            random.oneIn(12) ? 0 : 1, format("{\"colour\":\"%s\",\"material\":\"%s\"}", colour, material), timeText(made), timeText(changed));
        if (random.oneIn(15))
            unweighed.run(id);
    }
}

void fillInventory(ShopFile& file, Random& random)
{
    ShopStatement stock(file, "INSERT INTO inventory VALUES (?, ?, ?, ?, ?)");
    for (std::int64_t store = 1; store <= kStores; ++store)
        for (std::int64_t product = 1 + random.below(4); product <= kProducts; product += 1 + random.below(6)) {
            const std::int64_t onHand = random.below(120);
            stock.run(store, product, onHand, random.below(onHand + 1) / 4, format("%c%d", static_cast<int>('A' + random.below(6)), static_cast<int>(random.below(30) + 1)));
        }
}

/// How far an order has come after so many seconds.
const char* statusAfter(Random& random, std::int64_t age)
{
    if (random.oneIn(25))
        return "cancelled";
    if (age < 6 * kHour)
        return "new";
    if (age < kDaySeconds)
        return "paid";
    if (age < 4 * kDaySeconds)
        return "shipped";
    return random.oneIn(30) ? "returned" : "delivered";
}

} // namespace

std::string timeText(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toStdString();
}

std::string dateText(std::int64_t seconds)
{
    return timeText(seconds).substr(0, 10);
}

void createTables(ShopFile& file)
{
    file.run(kTables);
}

void fillTables(ShopFile& file)
{
    Random random(kSeed);
    ShopWriter writer(file);
    fillPlaces(file, random);
    fillProducts(file, random, writer);
    fillInventory(file, random);
    for (std::int64_t id = 1; id <= kCustomers; ++id)
        writer.customer(random, id, kOpened + id * (kPastDays * kDaySeconds) / (kCustomers + 1));
    for (std::int64_t id = 1; id <= kOrders; ++id) {
        const std::int64_t when = kOpened + kDaySeconds + id * ((kPastDays - 1) * kDaySeconds) / (kOrders + 1);
        const std::int64_t known = std::max<std::int64_t>(1, (when - kOpened) * kCustomers / (kPastDays * kDaySeconds));
        writer.order(random, id, random.skewed(known) + 1, when, kToday - when);
    }
    for (std::int64_t i = 1; i <= kEvents; ++i)
        writer.event(random, kCustomers, kToday - 30 * kDaySeconds + i * 30 * kDaySeconds / (kEvents + 1));
    for (std::int64_t i = 1; i <= kReviewCount; ++i)
        writer.review(random, kCustomers, kOpened + 20 * kDaySeconds + i * (kPastDays - 20) * kDaySeconds / (kReviewCount + 1));
    file.run(kIndexes);
}

ShopWriter::ShopWriter(ShopFile& file)
    : m_customer(file, "INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?)"),
      m_order(file, "INSERT INTO orders VALUES (?, ?, nullif(?, 0), ?, ?, ?, ?, nullif(?, ''), ?, ?)"),
      m_item(file, "INSERT INTO order_items (order_id, product_id, quantity, unit_price, discount) VALUES (?, ?, ?, ?, nullif(?, 0))"),
      m_payment(file, "INSERT INTO payments (order_id, method, status, amount, reference, paid_at, updated_at) VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?)"),
      m_event(file, "INSERT INTO events (customer_id, kind, page, details, occurred_at) VALUES (nullif(?, 0), ?, ?, ?, ?)"),
      m_review(file, "INSERT INTO reviews (product_id, customer_id, stars, body, created_at, updated_at) VALUES (?, ?, ?, nullif(?, ''), ?, ?)")
{
    m_prices.push_back(0);
    Random random(kSeed + 1);
    for (std::int64_t id = 1; id <= kProducts; ++id)
        m_prices.push_back(random.below(kPriceRange) + kCheapest);
}

void ShopWriter::customer(Random& random, std::int64_t id, std::int64_t when)
{
    const std::string first = random.pick(kFirstNames);
    const std::string last = random.pick(kLastNames);
    const Place& place = random.pick(kPlaces);
    const std::int64_t born = -random.below(18'000) * kDaySeconds + 1'000'000'000;
    const std::int64_t changed = when < kToday ? when + random.below(kToday - when) : when;
    m_customer.run(id, first + ' ' + last, lower(first) + '.' + lower(last) + format("%d@example.com", static_cast<int>(id)), place.city,
        place.country, random.pick(kTiers), random.oneIn(3) ? 1 : 0, random.oneIn(4) ? std::string() : dateText(born), timeText(when), timeText(changed));
}

void ShopWriter::order(Random& random, std::int64_t id, std::int64_t customer, std::int64_t when, std::int64_t age)
{
    const std::string status = statusAfter(random, age);
    const std::int64_t items = 1 + random.skewed(4);
    std::int64_t total = 0;
    for (std::int64_t i = 0; i < items; ++i) {
        const std::int64_t product = random.skewed(kProducts) + 1;
        const std::int64_t quantity = 1 + random.skewed(3);
        const std::int64_t percent = random.oneIn(8) ? 5 * (1 + random.below(4)) : 0;
        total += priceOf(product) * quantity * (100 - percent) / 100;
        m_item.run(id, product, quantity, money(priceOf(product)), money(percent));
    }
    const std::string channel = random.pick(kChannels);
    const std::int64_t store = channel == "store" ? random.below(kStores) + 1 : 0;
    const std::int64_t changed = when + std::min(age, 4 * kDaySeconds + random.below(3 * kDaySeconds));
    m_order.run(id, customer, store, channel, status, money(total), items, random.oneIn(14) ? "Leave with a neighbour" : "",
        timeText(when), timeText(changed));
    if (status == "cancelled")
        return;
    const bool open = status == "new";
    const std::int64_t paid = when + random.below(5 * kHour);
    m_payment.run(id, random.pick(kMethods), open ? "pending" : status == "returned" ? "refunded" : "settled", money(total),
        format("PAY-%08d", static_cast<int>(id * 7 + 13)), open ? std::string() : timeText(paid),
        timeText(open ? when : status == "returned" ? changed : paid));
}

void ShopWriter::event(Random& random, std::int64_t customers, std::int64_t when)
{
    m_event.run(random.oneIn(3) ? 0 : random.skewed(customers) + 1, random.pick(kEventKinds), random.pick(kPages),
        format("{\"session\":\"%08x\",\"ms\":%d}", static_cast<unsigned>(random.next() >> 32), static_cast<int>(random.below(4'000))), timeText(when));
}

void ShopWriter::review(Random& random, std::int64_t customers, std::int64_t when)
{
    const char* body = random.oneIn(4) ? "" : random.pick(kReviews);
    m_review.run(random.skewed(kProducts) + 1, random.skewed(customers) + 1, 5 - random.skewed(5), body, timeText(when), timeText(when));
}

} // namespace leat::sample
