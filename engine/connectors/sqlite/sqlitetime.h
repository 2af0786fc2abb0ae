// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leat::sqlite {

/// A date, or a date with time, that SQLite keeps as text (trap T093). The spelling is kept: two
/// texts only sort like their times when they are spelled alike.
struct TimeText
{
    std::int32_t day = 0;          ///< days since 1970-01-01
    std::int64_t micros = 0;       ///< since 1970-01-01 00:00 UTC; no zone in the text means UTC, as in SQLite
    bool exact = true;             ///< false: finer than a microsecond
    char separator = 0;            ///< 0: a date alone; else ' ' or 'T' or 't'
    bool seconds = false;          ///< HH:MM:SS rather than HH:MM
    int digits = 0;                ///< digits of the fraction
    bool endsInZero = false;       ///< the fraction's last digit is a zero
    std::string_view zone;         ///< "", "Z", "+02:00", with its blank before if any
    int offsetSeconds = 0;         ///< east of UTC
};

/// YYYY-MM-DD, or that with [ T]HH:MM[:SS[.fraction]] and an optional zone. nullopt: anything
/// else, 30 February included. The result's `zone` points into `text`.
std::optional<TimeText> parseTimeText(std::string_view text) noexcept;

/// HH:MM[:SS[.fraction]] in microseconds of the day; nullopt: anything else, or finer.
std::optional<std::int64_t> parseTimeOfDay(std::string_view text) noexcept;

/// Whether texts spelled like `a` and like `b` sort as bytes as they do as times.
bool sortTogether(const TimeText& a, const TimeText& b) noexcept;

/// `text` as a column would spell it whose values look like `like`, never later: a bound of
/// milliseconds would skip rows that only know seconds. Itself when either is no time.
std::string respelled(std::string_view text, std::string_view like);

/// `text` less some seconds, spelled as it was; a date alone goes back whole days. nullopt when
/// it is no time.
std::optional<std::string> timeTextBefore(std::string_view text, std::int64_t seconds);

} // namespace leat::sqlite
