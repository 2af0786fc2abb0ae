// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sample/shopfile.h"
#include "engine/sample/shoprandom.h"

#include <cstdint>
#include <string>
#include <vector>

namespace leat::sample {

/// Seconds since 1970 of the shop's opening, 2024-01-01 00:00 UTC, and of the morning after the
/// generated past.
inline constexpr std::int64_t kOpened = 1'704'067'200;
inline constexpr std::int64_t kPastDays = 540;
inline constexpr std::int64_t kDaySeconds = 86'400;
inline constexpr std::int64_t kToday = kOpened + kPastDays * kDaySeconds;

inline constexpr std::int64_t kStores = 12;
inline constexpr std::int64_t kProducts = 1'200;
inline constexpr std::int64_t kCustomers = 8'000;
inline constexpr std::int64_t kOrders = 20'000;
inline constexpr std::int64_t kEvents = 10'000;
inline constexpr std::int64_t kReviewCount = 3'000;

/// "2025-03-01 10:30:00".
std::string timeText(std::int64_t seconds);
std::string dateText(std::int64_t seconds);

/// The tables and their indexes.
void createTables(ShopFile& file);
/// The past, from the opening until kToday.
void fillTables(ShopFile& file);

/// Inserts rows of the shop's tables, with ids that go on where the file stands.
class ShopWriter
{
public:
    explicit ShopWriter(ShopFile& file);
    void customer(Random& random, std::int64_t id, std::int64_t when);
    /// An order with its items and, unless it is cancelled, its payment. `age` in seconds decides
    /// how far it has come.
    void order(Random& random, std::int64_t id, std::int64_t customer, std::int64_t when, std::int64_t age);
    void event(Random& random, std::int64_t customers, std::int64_t when);
    void review(Random& random, std::int64_t customers, std::int64_t when);
    std::int64_t priceOf(std::int64_t product) const { return m_prices[static_cast<std::size_t>(product)]; }

private:
    std::vector<std::int64_t> m_prices;    ///< in cents, by product id
    ShopStatement m_customer;
    ShopStatement m_order;
    ShopStatement m_item;
    ShopStatement m_payment;
    ShopStatement m_event;
    ShopStatement m_review;
};

} // namespace leat::sample
