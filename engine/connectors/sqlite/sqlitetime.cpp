// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitetime.h"

#include <cstdio>

namespace leat::sqlite {

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;

bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

/// `count` digits at the front of `text`, taken off it; -1 when there are fewer.
int takeNumber(std::string_view& text, std::size_t count) noexcept
{
    if (text.size() < count)
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isDigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) noexcept
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Days since 1970 of a proleptic Gregorian date (Howard Hinnant's algorithm).
std::int32_t dayNumber(int year, int month, int day) noexcept
{
    year -= month <= 2;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int ofEra = year - era * 400;
    const int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
}

struct Calendar { int year; int month; int day; };

Calendar calendarOf(std::int32_t number) noexcept
{
    const std::int32_t shifted = number + 719468;
    const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int ofEra = shifted - era * 146097;
    const int year = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    const int ofYear = ofEra - (365 * year + year / 4 - year / 100);
    const int part = (5 * ofYear + 2) / 153;
    const int month = part + (part < 10 ? 3 : -9);
    return {year + era * 400 + (month <= 2), month, ofYear - (153 * part + 2) / 5 + 1};
}

bool isRealDate(int year, int month, int day) noexcept
{
    static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 0 || month < 1 || month > 12 || day < 1)
        return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
}

struct Clock { std::int64_t micros = 0; bool seconds = false; int digits = 0; bool exact = true; bool endsInZero = false; };

std::optional<Clock> takeClock(std::string_view& text) noexcept
{
    const int hour = takeNumber(text, 2);
    if (hour < 0 || hour > 23 || !take(text, ':'))
        return std::nullopt;
    const int minute = takeNumber(text, 2);
    if (minute < 0 || minute > 59)
        return std::nullopt;
    Clock clock;
    int second = 0;
    std::int64_t fraction = 0;
    if (take(text, ':')) {
        second = takeNumber(text, 2);
        if (second < 0 || second > 59)
            return std::nullopt;
        clock.seconds = true;
        if (take(text, '.')) {
            std::int64_t unit = kSecond / 10;
            for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1), ++clock.digits, unit /= 10) {
                fraction += (text.front() - '0') * unit;
                clock.exact = clock.exact && (unit > 0 || text.front() == '0');
                clock.endsInZero = text.front() == '0';
            }
            if (clock.digits == 0)
                return std::nullopt;
        }
    }
    clock.micros = ((hour * 60 + minute) * 60 + second) * kSecond + fraction;
    return clock;
}

/// What is left is a zone or nothing.
bool readZone(std::string_view text, TimeText& time) noexcept
{
    time.zone = text;
    while (take(text, ' ')) { }
    if (text.empty())
        return time.zone.empty();
    if (text == "Z" || text == "z")
        return true;
    const bool west = text.front() == '-';
    if (!west && text.front() != '+')
        return false;
    text.remove_prefix(1);
    const int hours = takeNumber(text, 2);
    take(text, ':');
    const int minutes = text.empty() ? 0 : takeNumber(text, 2);
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59 || !text.empty())
        return false;
    time.offsetSeconds = (hours * 3600 + minutes * 60) * (west ? -1 : 1);
    return true;
}

} // namespace

std::optional<TimeText> parseTimeText(std::string_view text) noexcept
{
    const int year = takeNumber(text, 4);
    if (year < 0 || !take(text, '-'))
        return std::nullopt;
    const int month = takeNumber(text, 2);
    if (month < 0 || !take(text, '-'))
        return std::nullopt;
    const int day = takeNumber(text, 2);
    if (!isRealDate(year, month, day))
        return std::nullopt;
    TimeText time;
    time.day = dayNumber(year, month, day);
    time.micros = time.day * kDay;
    if (text.empty())
        return time;
    time.separator = text.front();
    if (time.separator != ' ' && time.separator != 'T' && time.separator != 't')
        return std::nullopt;
    text.remove_prefix(1);
    const std::optional<Clock> clock = takeClock(text);
    if (!clock || !readZone(text, time))
        return std::nullopt;
    time.seconds = clock->seconds;
    time.digits = clock->digits;
    time.endsInZero = clock->endsInZero;
    time.exact = clock->exact;
    time.micros += clock->micros - time.offsetSeconds * kSecond;
    return time;
}

std::optional<std::int64_t> parseTimeOfDay(std::string_view text) noexcept
{
    const std::optional<Clock> clock = takeClock(text);
    if (!clock || !clock->exact || !text.empty())
        return std::nullopt;
    return clock->micros;
}

bool sortTogether(const TimeText& a, const TimeText& b) noexcept
{
    // A shorter spelling without a zone is a prefix, and a prefix sorts first: as it should.
    if (a.zone != b.zone)
        return false;
    if (a.separator == 0 || b.separator == 0)
        return a.zone.empty();
    if (a.separator != b.separator)
        return false;
    return a.zone.empty() || (a.seconds == b.seconds && a.digits == b.digits);
}

namespace {

/// `micros` (UTC) in the spelling of `like`, cut off, never rounded up.
std::string spelled(std::int64_t micros, const TimeText& like)
{
    std::int64_t local = micros + like.offsetSeconds * kSecond;
    if (like.separator == 0)
        local -= (local % kDay + kDay) % kDay;
    std::int64_t day = local / kDay;
    std::int64_t rest = local % kDay;
    if (rest < 0) {
        rest += kDay;
        --day;
    }
    const Calendar date = calendarOf(static_cast<std::int32_t>(day));
    if (date.year < 0)
        return "0000-01-01";
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
    std::string out(buffer);
    if (like.separator == 0)
        return out;
    const int second = static_cast<int>(rest / kSecond);
    std::snprintf(buffer, sizeof buffer, "%c%02d:%02d:%02d.%06d", like.separator, second / 3600, second / 60 % 60,
        second % 60, static_cast<int>(rest % kSecond));
    std::string clock(buffer);
    if (like.digits > 6)
        clock.append(static_cast<std::size_t>(like.digits) - 6, '0');
    const std::size_t length = like.digits > 0 ? 10 + static_cast<std::size_t>(like.digits) : like.seconds ? 9 : 6;
    out.append(clock, 0, length);
    out.append(like.zone);
    return out;
}

} // namespace

std::string respelled(std::string_view text, std::string_view like)
{
    const std::optional<TimeText> time = parseTimeText(text);
    const std::optional<TimeText> model = parseTimeText(like);
    if (!time || !model)
        return std::string(text);
    const bool same = time->separator == model->separator && time->seconds == model->seconds
        && time->digits == model->digits && time->zone == model->zone;
    return same ? std::string(text) : spelled(time->micros, *model);
}

std::optional<std::string> timeTextBefore(std::string_view text, std::int64_t seconds)
{
    const std::optional<TimeText> time = parseTimeText(text);
    if (!time)
        return std::nullopt;
    return spelled(time->micros - seconds * kSecond, *time);
}

} // namespace leat::sqlite
