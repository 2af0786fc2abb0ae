// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterquery.h"

#include "models/healthsummary.h"
#include "models/wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

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

/// Seconds or rows of one unit; 0: not a unit.
double unitOf(const QString& unit, bool age)
{
    struct Unit { const char* name; double factor; bool age; };
    static constexpr Unit kUnits[] = {{"s", 1, true}, {"min", 60, true}, {"m", 60, true}, {"h", 3600, true}, {"d", 86400, true}, {"w", 604800, true},
        {"k", 1e3, false}, {"m", 1e6, false}, {"b", 1e9, false}, {"g", 1e9, false}};
    if (unit.isEmpty())
        return age ? 0 : 1;
    for (const Unit& known : kUnits)
        if (known.age == age && unit.compare(QLatin1String(known.name), Qt::CaseInsensitive) == 0)
            return known.factor;
    return 0;
}

bool statusHolds(const QStringList& values, SchemaStatus status, Health health)
{
    const bool problem = needsAttention(status) || health < Health::Running;
    for (const QString& value : values) {
        const QString w = squeezed(value);
        if ((w == QLatin1String("problem") && problem) || (w == QLatin1String("active") && isActive(status))
            || (w == QLatin1String("selected") && status != SchemaStatus::Off))
            return true;
    }
    // A run that hangs is both "stuck" and "running".
    return anyStarts(values, {statusWord(status), toString(status), toString(health), healthTitle(health)});
}

QString fullName(const SchemaInfo& schema) { return schema.sourceName + QLatin1Char('.') + schema.label; }

} // namespace

bool FilterQuery::readComparison(const QString& token, Term& term)
{
    static const QRegularExpression pattern(QStringLiteral("^(age|rows)(>=|<=|>|<)([0-9]+(?:[.][0-9]+)?)([a-z]*)$"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(token);
    if (!match.hasMatch())
        return false;
    const bool age = match.captured(1).compare(QLatin1String("age"), Qt::CaseInsensitive) == 0;
    const double factor = unitOf(match.captured(4), age);
    if (factor <= 0)
        return false;
    const QString op = match.captured(2);
    term.key = age ? Key::Age : Key::Rows;
    term.test = op == QLatin1String(">") ? Test::Greater : op == QLatin1String(">=") ? Test::GreaterOrEqual : op == QLatin1String("<") ? Test::Less : Test::LessOrEqual;
    term.number = match.captured(3).toDouble() * factor;
    return true;
}

FilterQuery::Term FilterQuery::read(QString token)
{
    Term term;
    if (token.size() > 1 && token.startsWith(QLatin1Char('-'))) {
        term.negated = true;
        token.remove(0, 1);
    }
    if (readComparison(token, term))
        return term;
    static constexpr std::pair<const char*, Key> kKeys[] = {{"status", Key::Status}, {"source", Key::Source}, {"method", Key::Method}, {"name", Key::Name}, {"every", Key::Every}};
    const qsizetype colon = token.indexOf(QLatin1Char(':'));
    const qsizetype tilde = token.indexOf(QLatin1Char('~'));
    const qsizetype at = colon >= 0 ? colon : tilde;
    for (const auto& [name, key] : kKeys) {
        if (at < 0 || token.left(at).compare(QLatin1String(name), Qt::CaseInsensitive) != 0)
            continue;
        term.key = key;
        term.test = colon >= 0 ? Test::Begins : Test::Contains;
        term.values = token.mid(at + 1).split(QLatin1Char(','), Qt::SkipEmptyParts);
        return term;
    }
    term.test = Test::Contains;
    term.values = QStringList{token};
    return term;
}

FilterQuery FilterQuery::parse(const QString& text)
{
    FilterQuery query;
    for (const QString& token : tokens(text)) {
        Term term = read(token);
        if (term.key != Key::Age && term.key != Key::Rows && term.values.isEmpty())
            continue; // "status:" while it is being typed
        const auto same = std::find_if(query.m_terms.begin(), query.m_terms.end(), [&](const Term& other) {
            return other.key == term.key && term.key != Key::Word && term.test == Test::Begins && other.test == Test::Begins && other.negated == term.negated;
        });
        if (same == query.m_terms.end())
            query.m_terms.push_back(std::move(term));
        else
            same->values += term.values;
    }
    return query;
}

bool FilterQuery::holds(const Term& term, const SchemaInfo& schema, Health health, const QDateTime& now)
{
    const auto compare = [&](double value) {
        switch (term.test) {
        case Test::Greater: return value > term.number;
        case Test::GreaterOrEqual: return value >= term.number;
        case Test::Less: return value < term.number;
        default: return value <= term.number;
        }
    };
    switch (term.key) {
    case Key::Status: return statusHolds(term.values, schema.status, health);
    case Key::Source: return anyStarts(term.values, {schema.sourceName});
    case Key::Method: return anyStarts(term.values, {syncTypeWord(schema.config.syncType), toString(schema.config.syncType)});
    case Key::Every: return anyStarts(term.values, {toString(schema.config.syncFrequency)});
    case Key::Name:
        if (term.test == Test::Begins)
            return std::any_of(term.values.begin(), term.values.end(), [&](const QString& start) {
                return schema.label.startsWith(start, Qt::CaseInsensitive) || fullName(schema).startsWith(start, Qt::CaseInsensitive);
            });
        return std::any_of(term.values.begin(), term.values.end(), [&](const QString& part) { return schema.label.contains(part, Qt::CaseInsensitive); });
    case Key::Age:
        return compare(schema.lastSyncedAt.isValid() ? double(schema.lastSyncedAt.secsTo(now)) : std::numeric_limits<double>::infinity());
    case Key::Rows: return compare(double(schema.rows));
    case Key::Word: break;
    }
    const QString text = fullName(schema) + QLatin1Char(' ') + schema.warehouseTable;
    return text.contains(term.values.constFirst(), Qt::CaseInsensitive);
}

bool FilterQuery::matches(const SchemaInfo& schema, Health health, const QDateTime& now) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term& term) { return holds(term, schema, health, now) != term.negated; });
}

bool FilterQuery::matches(const SchemaInfo& schema) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return matches(schema, healthAt(schema, now), now);
}

bool FilterQuery::matches(const SourceInfo& source) const
{
    const QString text = source.name + QLatin1Char(' ') + source.summary;
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term& term) {
        if (term.key == Key::Source)
            return anyStarts(term.values, {source.name}) != term.negated;
        return term.key == Key::Word && text.contains(term.values.constFirst(), Qt::CaseInsensitive) != term.negated;
    });
}

std::vector<std::pair<QString, QString>> FilterQuery::help()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("leat::FilterQuery", text); };
    return {{QStringLiteral("orders"), tr("tables and sources whose name has “orders” in it")},
        {QStringLiteral("status:failed"), tr("one state: failed, credentials, stuck, late, running, paused, ok …")},
        {QStringLiteral("status:problem"), tr("everything that needs you; status:active is what runs or waits")},
        {QStringLiteral("source:shop,billing"), tr("tables of these sources")},
        {QStringLiteral("method:append"), tr("tables that sync this way: full, incremental, append")},
        {QStringLiteral("every:1hour"), tr("tables with this frequency; every:never for those run by hand")},
        {QStringLiteral("name~order"), tr("“order” anywhere in the table's name; name:order at its beginning")},
        {QStringLiteral("age>2h"), tr("last synced more than two hours ago; s, min, h, d, w")},
        {QStringLiteral("rows>=1M"), tr("a million rows or more; k, M, B")},
        {QStringLiteral("-status:ok"), tr("a minus finds everything else")},
        {QStringLiteral("source:\"my shop\""), tr("quotation marks keep spaces together")}};
}

} // namespace leat
