// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterquery.h"

#include "models/wording.h"

#include <algorithm>

namespace leat {

namespace {

QStringList tokens(const QString& text)
{
    QStringList out;
    QString current;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (c.isSpace() && !quoted) {
            if (!current.isEmpty())
                out << current;
            current.clear();
        } else
            current += c;
    }
    if (!current.isEmpty())
        out << current;
    return out;
}

/// "Held back", "held_back" and "HeldBack" are one.
QString squeezed(QString text)
{
    text.remove(QLatin1Char(' ')).remove(QLatin1Char('_')).remove(QLatin1Char('-'));
    return text.toCaseFolded();
}

bool anyStarts(const QStringList& wanted, const QStringList& names)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString& w) {
        return std::any_of(names.begin(), names.end(), [&](const QString& n) { return squeezed(n).startsWith(squeezed(w)); });
    });
}

} // namespace

FilterQuery FilterQuery::parse(const QString& text)
{
    FilterQuery query;
    for (const QString& token : tokens(text)) {
        const qsizetype colon = token.indexOf(QLatin1Char(':'));
        const QString key = token.left(std::max<qsizetype>(colon, 0)).toLower();
        const QString value = token.mid(colon + 1);
        QStringList* list = key == QLatin1String("status") ? &query.m_status
            : key == QLatin1String("source")               ? &query.m_source
            : key == QLatin1String("method")               ? &query.m_method
                                                           : nullptr;
        if (list == nullptr)
            query.m_words << token;
        else if (!value.isEmpty())
            *list << value;
    }
    return query;
}

bool FilterQuery::isEmpty() const
{
    return m_status.isEmpty() && m_source.isEmpty() && m_method.isEmpty() && m_words.isEmpty();
}

bool FilterQuery::statusMatches(SchemaStatus status) const
{
    for (const QString& wanted : m_status) {
        const QString w = squeezed(wanted);
        if ((w == QLatin1String("problem") && needsAttention(status)) || (w == QLatin1String("active") && isActive(status))
            || (w == QLatin1String("selected") && status != SchemaStatus::Off))
            return true;
    }
    return anyStarts(m_status, {statusWord(status), toString(status)});
}

bool FilterQuery::matches(const SchemaInfo& schema) const
{
    if (!m_status.isEmpty() && !statusMatches(schema.status))
        return false;
    if (!m_source.isEmpty() && !anyStarts(m_source, {schema.sourceName}))
        return false;
    if (!m_method.isEmpty() && !anyStarts(m_method, {syncTypeWord(schema.config.syncType), toString(schema.config.syncType)}))
        return false;
    const QString text = schema.sourceName + QLatin1Char('.') + schema.label + QLatin1Char(' ') + schema.warehouseTable;
    return std::all_of(m_words.begin(), m_words.end(),
        [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool FilterQuery::matches(const SourceInfo& source) const
{
    if (!m_status.isEmpty() || !m_method.isEmpty())
        return false;
    if (!m_source.isEmpty() && !anyStarts(m_source, {source.name}))
        return false;
    const QString text = source.name + QLatin1Char(' ') + source.summary;
    return std::all_of(m_words.begin(), m_words.end(),
        [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace leat
