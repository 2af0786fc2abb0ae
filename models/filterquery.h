// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"

#include <QString>
#include <QStringList>

namespace leat {

/// `status:failed source:"my shop" method:append orders`: terms of one key are alternatives, keys
/// and free words must all match. Unknown keys count as free text, so nothing is an error.
class FilterQuery
{
public:
    static FilterQuery parse(const QString& text);
    bool isEmpty() const;
    bool matches(const SchemaInfo& schema) const;
    /// A source shows by itself only when no term speaks of a table.
    bool matches(const SourceInfo& source) const;

private:
    bool statusMatches(SchemaStatus status) const;
    QStringList m_status;
    QStringList m_source;
    QStringList m_method;
    QStringList m_words;
};

} // namespace leat
