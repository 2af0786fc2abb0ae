// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace leat::sqlite {

/// What a declared type says about the values. SQLite itself enforces nothing outside STRICT
/// tables, so the declaration is a claim that the probe checks (trap T093).
enum class Family { Integer, Real, Text, Blob, Boolean, Date, DateTime, DateTimeTz, Time, Json, Any };

/// "VARCHAR(20)" → Text, "DECIMAL(10,2)" → Real, "DECIMAL(10)" → Integer, "" → Any.
Family familyOf(const QString& declared);
/// The warehouse type of a family whose values are as it claims.
ColumnType typeOf(Family family);

/// One value as the probe sees it. Text only for families of dates and times.
struct ProbedValue
{
    int storageClass = 0;          ///< SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text;
};
/// Whether the family's warehouse type holds this value exactly.
bool fits(Family family, const ProbedValue& value) noexcept;

/// What was met in a column, to choose a type that holds it when the claim was wrong.
struct Evidence
{
    std::int64_t values = 0;       ///< not NULL
    std::int64_t misfits = 0;
    bool integers = false;
    bool bigIntegers = false;      ///< beyond 2^53: no double holds them exactly
    bool reals = false;
    bool texts = false;
    bool blobs = false;
    bool otherThanTimes = false;   ///< some value is not a date or date-time text
    void add(Family family, const ProbedValue& value) noexcept;
};
/// The narrowest type that holds everything met; Text when kinds are mixed.
ColumnType typeFor(const Evidence& evidence, Family family);

/// Whether a double is the same number as the integer.
bool isExactInDouble(std::int64_t value) noexcept;
/// Whether a double is a whole number that a 64-bit integer holds.
bool isWhole(double value) noexcept;

/// Translated; what a column of this type can lose, empty: nothing.
QString lossNoteOf(ColumnType::Kind kind);

} // namespace leat::sqlite
