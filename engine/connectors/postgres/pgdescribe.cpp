// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgdescribe.h"

#include "engine/connectors/postgres/pgdescribesql.h"
#include "engine/connectors/postgres/pgquote.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace leat::pg {

namespace {

/// Places of the statements in the round trip.
enum Answer { Begun, Pinned, Facts, Probe, Relation, Columns, Indexes, Leaves, Open, NextXid, AnswerCount };

/// Object ids below are the server's own, the same everywhere.
constexpr quint32 kFirstOwnType = 16384;
/// From here on it pays to ask how the columns' values repeat.
constexpr qint64 kManyRows = 500'000;

QStringList jsonNames(const QByteArray& json)
{
    QStringList names;
    for (const QJsonValue& v : QJsonDocument::fromJson(json).array())
        names << v.toString();
    return names;
}

std::optional<TableKind> kindOf(const QByteArray& relkind)
{
    switch (relkind.isEmpty() ? ' ' : relkind[0]) {
    case 'r': return TableKind::Table;
    case 'p': return TableKind::PartitionedTable;
    case 'v': return TableKind::View;
    case 'm': return TableKind::MaterializedView;
    case 'f': return TableKind::ForeignTable;
    default: return std::nullopt;
    }
}

ReadableColumn readColumn(const Rows& rows, int row, bool plainBytes)
{
    ReadableColumn c;
    c.facts.oid = static_cast<quint32>(rows.unsignedInteger(row, 3));
    c.facts.modifier = static_cast<int>(rows.integer(row, 4));
    c.facts.kind = rows.bytes(row, 5).isEmpty() ? 'b' : rows.bytes(row, 5)[0];
    c.facts.spelled = rows.text(row, 2);
    c.facts.baseSpelled = rows.text(row, 6);
    c.mapping = mapType(c.facts, plainBytes);
    c.shape.name = rows.text(row, 1);
    c.shape.sourceType = c.facts.spelled;
    c.shape.type = c.mapping.type;
    c.shape.nullable = !rows.flag(row, 7);
    c.shape.attribute = static_cast<int>(rows.integer(row, 0));
    c.shape.comment = rows.text(row, 10);
    c.shape.lossNote = c.mapping.lossNote;
    c.generatedId = rows.flag(row, 8);
    c.nullShare = rows.isNull(row, 11) ? -1 : rows.real(row, 11);
    return c;
}

void readColumns(const Rows& rows, bool plainBytes, Description& out)
{
    for (int i = 0; i < rows.count(); ++i) {
        // NULL: this snapshot still has the column, and the server no longer does. confirmShape() tells.
        if (rows.isNull(i, 9))
            continue;
        if (!rows.flag(i, 9)) {
            out.unreadableColumns << rows.text(i, 1);
            out.shape.hiddenColumns << rows.text(i, 1);
            continue;
        }
        out.columns.push_back(readColumn(rows, i, plainBytes));
        out.shape.columns.push_back(out.columns.back().shape);
    }
}

void readIndexes(const Rows& rows, Description& out)
{
    for (int i = 0; i < rows.count(); ++i) {
        const QStringList key = jsonNames(rows.bytes(i, 3));
        if (key.isEmpty())
            continue;
        for (ReadableColumn& c : out.columns)
            c.indexed |= rows.flag(i, 2) && c.shape.name == key.first();
        if (rows.flag(i, 2) && !out.shape.indexedColumns.contains(key.first()))
            out.shape.indexedColumns << key.first();
        const bool usable = std::all_of(key.cbegin(), key.cend(), [&](const QString& name) {
            const ColumnShape* c = out.shape.column(name);
            return c && !c->nullable;
        });
        if (!usable)
            continue;
        if (rows.flag(i, 0))
            out.shape.primaryKey = key;
        else if (rows.flag(i, 1))
            out.shape.uniqueKeys.push_back(key);
    }
}

/// False: the table was rewritten between our snapshot and our lock.
bool readLeaves(const Rows& rows, int blockSize, Description& out)
{
    bool apart = out.shape.kind != TableKind::View && out.shape.kind != TableKind::ForeignTable;
    bool settled = true;
    qint64 bytes = 0;
    qint64 known = -1;
    for (int i = 0; i < rows.count(); ++i) {
        const char kind = rows.bytes(i, 2).isEmpty() ? ' ' : rows.bytes(i, 2)[0];
        const bool isSelf = rows.flag(i, 8);
        settled &= rows.flag(i, 5);
        bytes += rows.integer(i, 4);
        if (kind != 'p' && rows.integer(i, 7) >= 0)
            known = std::max<qint64>(known, 0) + rows.integer(i, 7);
        if (kind == 'p')
            continue;
        // Only its own heap, read with the rights of the table that was asked for.
        apart &= (kind == 'r' || kind == 'm') && rows.flag(i, 3) && (isSelf || rows.flag(i, 6));
        out.leaves.push_back({{rows.text(i, 0), rows.text(i, 1)}, rows.integer(i, 4) / blockSize,
            static_cast<quint32>(rows.unsignedInteger(i, 9)), {rows.text(i, 10), static_cast<quint32>(rows.unsignedInteger(i, 11)), rows.integer(i, 4) == 0}});
    }
    out.pages = bytes / blockSize;
    const bool isStored = out.shape.kind != TableKind::View && out.shape.kind != TableKind::ForeignTable;
    out.shape.sizeBytes = isStored ? bytes : -1;
    out.shape.estimatedRows = isStored && bytes == 0 ? 0 : known;
    if (known == 0 && bytes > 0)
        out.shape.estimatedRows = -1;   // before version 14 "never counted" was 0
    if (!apart)
        out.leaves.clear();
    return settled;
}

/// Proves, or does not, that no transaction was open that could still commit rows below what this
/// snapshot sees (T001–T003). The round trip's order matters: snapshot S first, then the sessions,
/// then the next xid N. If xmin(S) = xmax(S), every xid below xmax(S) had ended at S; if N is still
/// xmax(S), none from there on was given out before N was read. A transaction T that was open at S without an xid has either ended by
/// the time the sessions were listed, and then wrote nothing, or is listed as open. So whatever can
/// commit later began after S, and its now() and sequence numbers lie above all that S sees.
/// Unproven whenever a session hides itself (no pg_read_all_stats, track_activities off), a
/// transaction is prepared, the server is a standby, or the table is filled by a subscription, whose
/// times come from elsewhere (T005). Our own sessions are read-only and left out by process id.
bool isProvenQuiet(const std::vector<Rows>& answers, quint64 xmin, quint64 xmax)
{
    const auto nextXid = static_cast<quint32>(answers[NextXid].integer(0, 0) + 3);
    return xmin == xmax && nextXid == static_cast<quint32>(xmax)
        && !answers[Facts].flag(0, 3) && answers[Facts].integer(0, 4) == 0
        && answers[Open].integer(0, 0) == 0 && answers[Open].integer(0, 1) == 0
        && !answers[Relation].flag(0, 4);
}

void readFacts(const std::vector<Rows>& answers, const ServerInfo& server, Description& out)
{
    const quint64 xmin = answers[Facts].unsignedInteger(0, 0);
    const quint64 xmax = answers[Facts].unsignedInteger(0, 1);
    out.facts.serverId = server.identity;
    out.facts.history = server.timeline;
    out.facts.sourceNow = answers[Facts].text(0, 2);
    out.facts.horizon = xmin;
    out.facts.nextXid = xmax;
    out.facts.standby = answers[Facts].flag(0, 3);
    out.facts.quiet = isProvenQuiet(answers, xmin, xmax);
    const bool isTable = out.shape.kind == TableKind::Table || out.shape.kind == TableKind::PartitionedTable;
    // A grant of columns, one by one, is none of the hidden one.
    out.facts.windowPossible = isTable && !out.leaves.empty() && answers[Relation].flag(0, 5);
    if (out.facts.windowPossible)
        for (const Leaf& leaf : out.leaves)
            out.facts.parts.push_back(leaf.part);
}

/// Which columns hardly repeat: a round trip of its own, since only large tables gain by it.
Result<void> readDiverse(Connection& connection, Description& out, const CancelToken& cancel)
{
    const Result<Rows> names = connection.query(diverseSql(TableRef::literal(out.shape.table)), cancel);
    if (!names)
        return names.error();
    for (int i = 0; i < names->count(); ++i)
        out.shape.diverseColumns << names->text(i, 0);
    return {};
}

/// Only types of the database's own have labels or members that somebody can change.
Result<void> readSpellings(Connection& connection, Description& out, const CancelToken& cancel)
{
    const auto isOwn = [](const ReadableColumn& c) { return c.facts.oid >= kFirstOwnType; };
    if (std::none_of(out.columns.begin(), out.columns.end(), isOwn))
        return {};
    const Result<Rows> spelled = connection.query(spellingsSql(TableRef::literal(out.shape.table)), cancel);
    if (!spelled)
        return spelled.error();
    for (int i = 0; i < spelled->count(); ++i)
        out.facts.spellings.insert(spelled->text(i, 0), spelled->text(i, 1));
    return {};
}

/// The round trip, with prepared statements where they last. Behind a pooler that hands out another
/// server session for each transaction they do not (26000), and from then on go without (T157).
Result<std::vector<Rows>> askCatalogue(Connection& connection, const Settings& settings, const TableName& table,
                                       const std::vector<int>& ownPids, bool withStatistics, const CancelToken& cancel)
{
    using Prepared = Connection::Prepared;
    const int version = connection.server().version;
    if (connection.prepared == Prepared::NotYet) {
        const Result<std::vector<Rows>> done = connection.script(prepareSql(version), cancel);
        if (!done && !connection.isUsable())
            return done.error();
        connection.prepared = done ? Prepared::Yes : Prepared::Never;
    }
    const auto ask = [&] {
        return connection.script(describeSql(pinnedSettings(settings, true), version, table, ownPids, withStatistics,
            connection.prepared == Prepared::Yes), cancel);
    };
    Result<std::vector<Rows>> answers = ask();
    if (answers || connection.prepared != Prepared::Yes || answers.error().sqlState != QLatin1String("26000"))
        return answers;
    connection.prepared = Prepared::Never;
    if (const Result<std::vector<Rows>> ended = connection.script("ROLLBACK", cancel); !ended)
        return ended.error();
    return ask();
}

} // namespace

std::vector<CursorFacts> Description::cursorFacts() const
{
    std::vector<CursorFacts> all;
    for (const ReadableColumn& c : columns)
        all.push_back({c.shape.name, c.shape.sourceType, c.facts.oid, !c.shape.nullable, c.indexed, c.generatedId,
            shape.primaryKey == QStringList{c.shape.name}, c.nullShare, c.evidence});
    return all;
}

Result<Description> beginAndDescribe(Connection& connection, const Settings& settings, const TableName& table,
                                     const std::vector<int>& ownPids, bool withStatistics, const CancelToken& cancel)
{
    const Result<std::vector<Rows>> answers = askCatalogue(connection, settings, table, ownPids, withStatistics, cancel);
    if (!answers)
        return answers.error();
    const std::optional<TableKind> kind = answers->size() == AnswerCount ? kindOf((*answers)[Relation].bytes(0, 1)) : std::nullopt;
    if (!kind)
        return sourceError(ErrorCode::TableMissing, {}, connection.context());

    Description out;
    out.shape.table = table;
    out.shape.kind = *kind;
    out.shape.identity = (*answers)[Relation].text(0, 0);
    out.shape.comment = (*answers)[Relation].text(0, 3);
    readColumns((*answers)[Columns], connection.server().plainBytes, out);
    readIndexes((*answers)[Indexes], out);
    const bool settled = readLeaves((*answers)[Leaves], connection.server().blockSize, out);
    readFacts(*answers, connection.server(), out);
    if (!settled) {
        Error error = sourceError(ErrorCode::ShapeChanged, QStringLiteral("the table was rewritten just now"), connection.context());
        error.retry = RetryClass::Transient;
        return error;
    }
    if (Result<void> spelled = readSpellings(connection, out, cancel); !spelled)
        return spelled.error();
    if (out.shape.estimatedRows >= kManyRows)
        if (Result<void> told = readDiverse(connection, out, cancel); !told)
            return told.error();
    if (out.columns.empty())
        return sourceError(out.unreadableColumns.isEmpty() ? ErrorCode::NothingSelected : ErrorCode::PermissionDenied,
            QStringLiteral("the table has no readable columns"), connection.context());
    return out;
}

} // namespace leat::pg
