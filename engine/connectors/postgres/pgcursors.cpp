// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgcursors.h"

#include "engine/api/candidatewords.h"
#include "engine/connectors/postgres/pgtypes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace leat::pg {

namespace {

/// From here on, copying everything each time costs more than a watermark with a gap for updates.
constexpr qint64 kLargeTable = 1'000'000;
/// What counts against a column: more than an index, less than a name that says "updated".
constexpr int kFuture = 90;
constexpr int kStays = 350;

QString tr(const char* text)
{
    return QCoreApplication::translate("PostgresCursors", text);
}

} // namespace

NameKind nameKind(const QString& name)
{
    static const QRegularExpression update(
        QStringLiteral("^(.*_)?(updated?|modified|changed?|edited|mtime|touched|last_?(update|change|modif|edit)\\w*|write_date)(_?(at|on|date|time|ts|timestamp|utc|datetime))*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression create(
        QStringLiteral("^(.*_)?(created?|inserted|added|logged|occurred|received|recorded|event|posted|ctime)(_?(at|on|date|time|ts|timestamp|utc|datetime))*$"),
        QRegularExpression::CaseInsensitiveOption);
    // camelCase is read as words: updatedAt.
    QString words = name;
    words.replace(QRegularExpression(QStringLiteral("([a-z0-9])([A-Z])")), QStringLiteral("\\1_\\2"));
    if (update.match(words).hasMatch())
        return NameKind::Update;
    return create.match(words).hasMatch() ? NameKind::Create : NameKind::Other;
}

double duplicateShareOf(double distinct, qint64 rows)
{
    if (distinct < 0)
        return std::clamp(1 + distinct, 0.0, 1.0);
    if (distinct == 0 || rows <= 0)
        return -1;
    return std::clamp(1 - distinct / static_cast<double>(rows), 0.0, 1.0);
}

namespace {

bool isTime(CursorType type)
{
    return type == CursorType::Timestamp || type == CursorType::DateTime;
}

struct Rated
{
    CursorCandidate candidate;
    NameKind kind = NameKind::Other;
    bool generatedId = false;
    bool stays = false;            ///< seen not to move with changes (T026)
    int score = 0;
};

QString reasonOf(const Rated& r)
{
    const bool indexed = r.candidate.indexed;
    if (isTime(r.candidate.type) && r.kind == NameKind::Update && r.stays)
        return tr("stays when rows change, by what the server counted");
    if (isTime(r.candidate.type) && r.kind == NameKind::Update)
        return indexed ? tr("changes with every update, indexed") : tr("changes with every update; without an index each sync reads the whole table");
    if (r.candidate.type == CursorType::DateTime)
        return tr("a time without a zone: an hour repeats in autumn");
    if (r.candidate.type == CursorType::Date)
        return tr("whole days only: the last day is read again each time");
    if (r.kind == NameKind::Create)
        return tr("set once: shows new rows, not changed ones");
    if (r.generatedId)
        return tr("grows with new rows; does not show changed ones");
    return indexed ? tr("indexed") : tr("not indexed");
}

/// The evidence that a list has, in short.
QString knownOf(const CursorCandidate& candidate)
{
    return evidenceClauses(candidate).join(QStringLiteral(", "));
}

Rated rate(const CursorFacts& facts, CursorType type)
{
    Rated r;
    r.candidate.field = facts.name;
    r.candidate.type = type;
    r.candidate.sourceType = facts.sourceType;
    r.candidate.indexed = facts.indexed;
    r.candidate.nullShare = facts.notNull ? 0 : facts.nullShare;
    r.candidate.evidence = facts.evidence;
    r.kind = nameKind(facts.name);
    r.stays = !facts.evidence.moves.value_or(true);
    r.generatedId = facts.generatedId || (facts.inPrimaryKey && type == CursorType::Integer);
    r.score = facts.indexed ? 50 : 0;
    if (isTime(type))
        r.score += (r.kind == NameKind::Update ? 400 : r.kind == NameKind::Create ? 120 : 60) + (type == CursorType::Timestamp ? 20 : 0);
    else if (type == CursorType::Date)
        r.score += r.kind == NameKind::Update ? 200 : 30;
    else if (type == CursorType::Integer)
        r.score += r.generatedId ? 100 : 10;
    r.score += facts.notNull ? 5 : 0;
    r.score -= facts.nullShare > 0 ? static_cast<int>(facts.nullShare * 100) : 0;
    r.score -= r.stays ? kStays : 0;
    r.score -= facts.evidence.future > 0 ? kFuture : 0;
    r.candidate.reason = reasonOf(r);
    return r;
}

} // namespace

CursorAdvice adviseCursor(const std::vector<CursorFacts>& columns, const QStringList& primaryKey, TableKind kind, qint64 estimatedRows)
{
    std::vector<Rated> rated;
    for (const CursorFacts& c : columns)
        if (const std::optional<CursorType> type = cursorTypeOf(c.typeOid))
            rated.push_back(rate(c, *type));
    std::stable_sort(rated.begin(), rated.end(), [](const Rated& a, const Rated& b) { return a.score > b.score; });

    CursorAdvice advice;
    const bool showsUpdates = !rated.empty() && rated[0].kind == NameKind::Update && rated[0].candidate.type != CursorType::Integer && !rated[0].stays;
    const bool showsNew = !rated.empty() && (rated[0].generatedId || rated[0].kind == NameKind::Create);
    if (showsUpdates || showsNew) {
        rated[0].candidate.recommended = true;
        advice.field = rated[0].candidate.field;
        advice.type = rated[0].candidate.type;
    }
    for (const Rated& r : rated)
        advice.candidates.push_back(r.candidate);

    if (kind == TableKind::View || kind == TableKind::MaterializedView) {
        advice.reason = tr("a view has no key");
    } else if (primaryKey.isEmpty()) {
        advice.reason = tr("no primary key");
    } else if (showsUpdates) {
        advice.suggested = SyncType::Incremental;
        advice.reason = tr("“%1” shows changed rows; %2").arg(advice.field, knownOf(rated[0].candidate));
    } else if (showsNew && estimatedRows >= kLargeTable) {
        advice.suggested = SyncType::Append;
        advice.reason = tr("large, and “%1” shows new rows only; %2").arg(advice.field, knownOf(rated[0].candidate));
    } else {
        advice.reason = tr("no column shows changed rows");
    }
    return advice;
}

} // namespace leat::pg
