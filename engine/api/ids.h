// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <QHashFunctions>

#include <compare>

namespace leat {

/// Row ids of the state store, one type a table so that they cannot be mixed up. 0 means "none".
template <typename Tag>
struct Id
{
    qint64 value = 0;
    bool isValid() const noexcept { return value > 0; }
    auto operator<=>(const Id&) const = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using SourceId = Id<struct SourceTag>;
using SchemaId = Id<struct SchemaTag>;
using RunId = Id<struct RunTag>;

} // namespace leat
