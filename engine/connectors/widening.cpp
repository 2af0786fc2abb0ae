// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/widening.h"

namespace leat {

namespace {

using Kind = ColumnType::Kind;

bool isSigned(Kind kind) { return kind >= Kind::Int8 && kind <= Kind::Int64; }
bool isUnsigned(Kind kind) { return kind == Kind::UInt32 || kind == Kind::UInt64; }
bool isInteger(Kind kind) { return isSigned(kind) || isUnsigned(kind); }

int bitsOf(Kind kind)
{
    switch (kind) {
    case Kind::Int8: return 8;
    case Kind::Int16: return 16;
    case Kind::Int32: case Kind::UInt32: return 32;
    default: return 64;
    }
}

int digitsOf(Kind kind)
{
    switch (kind) {
    case Kind::Int8: return 3;
    case Kind::Int16: return 5;
    case Kind::Int32: case Kind::UInt32: return 10;
    case Kind::UInt64: return 20;
    default: return 19;
    }
}

bool integerWidens(Kind from, Kind to)
{
    if (isUnsigned(from) && isUnsigned(to))
        return bitsOf(to) >= bitsOf(from);
    if (isSigned(from) && isSigned(to))
        return bitsOf(to) >= bitsOf(from);
    return isUnsigned(from) && isSigned(to) && bitsOf(to) > bitsOf(from);
}

} // namespace

bool widensLosslessly(const ColumnType& from, const ColumnType& to)
{
    if (from.kind == to.kind && from.kind != Kind::Decimal)
        return true;
    if (isInteger(from.kind) && isInteger(to.kind))
        return integerWidens(from.kind, to.kind);
    if (isInteger(from.kind) && to.kind == Kind::Decimal)
        return to.precision - to.scale >= digitsOf(from.kind);
    if (from.kind == Kind::Float && to.kind == Kind::Double)
        return true;
    if (from.kind == Kind::Decimal && to.kind == Kind::Decimal)
        return to.scale >= from.scale && to.precision - to.scale >= from.precision - from.scale;
    return from.kind == Kind::Json && to.kind == Kind::Text;
}

} // namespace leat
