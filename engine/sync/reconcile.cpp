// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/reconcile.h"

#include <QCoreApplication>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Reconcile", text);
}

Error refused(ErrorCode code, const QString& table, QMap<QString, QString> args)
{
    args.insert(QStringLiteral("table"), table);
    Error error = makeError(code, {}, std::move(args));
    error.phase = Phase::Verify;
    return error;
}

Error option(const QString& table, const QString& name, const QString& value, const QString& allowed)
{
    return refused(ErrorCode::InvalidOption, table,
        {{QStringLiteral("option"), name}, {QStringLiteral("value"), value}, {QStringLiteral("allowed"), allowed}});
}

Error stale(const QString& table, const QString& reason)
{
    Error error = refused(ErrorCode::StaleRead, table, {{QStringLiteral("reason"), reason}});
    error.owner = Owner::Source;
    return error;
}

} // namespace

std::optional<Error> reconcileRefused(const SchemaConfig& config, const QStringList& key, const QStringList& columns,
                                      const QString& table)
{
    if (!reconciles(config))
        return option(table, QStringLiteral("sync_type"), toString(config.syncType), toString(SyncType::Incremental));
    if (config.deletes.mode == DeleteMode::Off)
        return option(table, QStringLiteral("deletes"), toString(config.deletes), QStringLiteral("soft, hard, purge:DAYS"));
    if (key.isEmpty())
        return refused(ErrorCode::KeyRequired, table, {});
    if (config.deletes.marks() && columns.contains(QLatin1String(kDeletedAt), Qt::CaseInsensitive))
        return refused(ErrorCode::AlreadyExists, table,
            {{QStringLiteral("what"), tr("column")}, {QStringLiteral("name"), QString::fromLatin1(kDeletedAt)}});
    return std::nullopt;
}

std::optional<Error> snapshotRefused(const SnapshotFacts& facts, const CursorState& stored, const QString& table)
{
    if (facts.serverId != stored.serverId) {
        Error error = refused(ErrorCode::CursorConfigChanged, table,
            {{QStringLiteral("before"), stored.serverId}, {QStringLiteral("after"), facts.serverId}});
        error.owner = Owner::Source;
        return error;
    }
    if (facts.nextXid && stored.seen && *facts.nextXid < *stored.seen)
        return stale(table, tr("the server has not seen transactions that the last sync has read"));
    if (!facts.standby)
        return std::nullopt;
    if (!stored.seen)
        return stale(table, tr("a replica answers, and the last sync did not note how far it had read"));
    if (!facts.horizon || *facts.horizon < *stored.seen)
        return stale(table, tr("a replica answers that has not caught up with the last sync"));
    return std::nullopt;
}

bool admitsDeletes(const DeleteLimit& limit, qint64 gone, qint64 live, qint64 sourceRows, qint64 confirmed)
{
    return limit.allows(gone, live, sourceRows) || (confirmed > 0 && gone <= confirmed + confirmed / 10);
}

} // namespace leat
