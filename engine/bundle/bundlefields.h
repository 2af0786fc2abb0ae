// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace leat {

/// What happens to a field on its way into a bundle. A field that has no row here never gets in,
/// and a test fails for it (S10), so that somebody decides.
enum class FieldRule {
    Keep,      ///< numbers, times, words of our own
    Name,      ///< of a person's systems: as it is, or hashed by choice
    Text,      ///< free text: redacted, names hashed by choice
    Object,    ///< one or several objects of another kind
    Drop,      ///< never: data, secrets, or of no use
};

struct BundleField
{
    const char* kind;              ///< "schema"
    const char* field;             ///< "latest_error"
    FieldRule rule = FieldRule::Drop;
    const char* inner = "";        ///< for Object: its kind
};

std::span<const BundleField> bundleFields();
/// Null: the field is not known.
const BundleField* bundleField(const QString& kind, const QString& field);

} // namespace leat
