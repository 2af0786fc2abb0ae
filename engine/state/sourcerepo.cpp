// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/sourcerepo.h"

#include "engine/state/rowtext.h"
#include "engine/state/schemanames.h"

namespace leat {

using rowtext::text;

namespace {

QString columns()
{
    return QStringLiteral("id, name, type, settings, secret_keys, secret_state, status, latest_error, "
                          "default_namespace, tables_listed_at, revision, summary");
}

SourceInfo fromRow(const QSqlQuery& row)
{
    SourceInfo source;
    source.id.value = row.value(0).toLongLong();
    source.name = row.value(1).toString();
    source.type = row.value(2).toString();
    source.settings = rowtext::map(row.value(3));
    source.secretKeys = rowtext::list(row.value(4));
    source.secretState = rowtext::secretState(row.value(5).toString());
    source.status = rowtext::sourceStatus(row.value(6).toString());
    source.latestError = rowtext::error(row.value(7));
    source.defaultNamespace = row.value(8).toString();
    source.tablesListedAt = rowtext::time(row.value(9));
    source.revision = row.value(10).toLongLong();
    source.summary = row.value(11).toString();
    return source;
}

} // namespace

Error notFound(const QString& what, const QString& name)
{
    Error error = makeError(ErrorCode::NotFound, {}, {{QStringLiteral("what"), what}, {QStringLiteral("name"), name}});
    error.owner = Owner::State;
    return error;
}

Result<std::vector<SourceInfo>> SourceRepo::all()
{
    std::vector<SourceInfo> sources;
    Result<void> read = m_database.each(QStringLiteral("SELECT %1 FROM sources ORDER BY name_key").arg(columns()), {},
        [&](const QSqlQuery& row) { sources.push_back(fromRow(row)); });
    if (!read)
        return read.error();
    return sources;
}

Result<SourceInfo> SourceRepo::one(SourceId id)
{
    std::optional<SourceInfo> source;
    Result<void> read = m_database.each(QStringLiteral("SELECT %1 FROM sources WHERE id = ?").arg(columns()), {id.value},
        [&](const QSqlQuery& row) { source = fromRow(row); });
    if (!read)
        return read.error();
    if (!source)
        return notFound(QStringLiteral("source"), QString::number(id.value));
    return *source;
}

Result<SourceId> SourceRepo::add(const SourceInfo& source)
{
    const QString key = nameKey(source.name);
    Result<QVariant> taken = m_database.scalar(QStringLiteral("SELECT name FROM sources WHERE name_key = ?"), {key});
    if (!taken)
        return taken.error();
    if (!taken->isNull())
        return makeError(ErrorCode::AlreadyExists, {},
            {{QStringLiteral("what"), QStringLiteral("source")}, {QStringLiteral("name"), taken->toString()}});
    Result<qint64> id = m_database.insert(
        QStringLiteral("INSERT INTO sources (name, name_key, type, settings, secret_keys, secret_state, status, latest_error, "
                       "default_namespace, tables_listed_at, revision, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)"),
        {text(source.name), key, text(source.type), rowtext::map(source.settings), rowtext::list(source.secretKeys),
            toString(source.secretState), toString(source.status), rowtext::error(source.latestError),
            text(source.defaultNamespace), rowtext::time(source.tablesListedAt), text(source.summary)});
    if (!id)
        return id.error();
    return SourceId{*id};
}

Result<bool> SourceRepo::update(const SourceInfo& source)
{
    const Result<SourceInfo> before = one(source.id);
    if (!before)
        return before.error();
    if (source.name != before->name || source.type != before->type)
        return makeError(ErrorCode::InvalidArgument, QStringLiteral("a source's name and type cannot change"),
            {{QStringLiteral("what"), QStringLiteral("the source's name")}, {QStringLiteral("value"), source.name},
                {QStringLiteral("allowed"), before->name}});
    const bool changed = source.settings != before->settings || source.secretKeys != before->secretKeys;
    Result<void> done = m_database.run(
        QStringLiteral("UPDATE sources SET settings = ?, secret_keys = ?, secret_state = ?, status = ?, latest_error = ?, "
                       "default_namespace = ?, tables_listed_at = ?, summary = ?, revision = revision + ? WHERE id = ?"),
        {rowtext::map(source.settings), rowtext::list(source.secretKeys), toString(source.secretState),
            toString(source.status), rowtext::error(source.latestError), text(source.defaultNamespace),
            rowtext::time(source.tablesListedAt), text(source.summary), changed ? 1 : 0, source.id.value});
    if (!done)
        return done.error();
    return changed;
}

Result<void> SourceRepo::remove(SourceId id)
{
    return m_database.run(QStringLiteral("DELETE FROM sources WHERE id = ?"), {id.value});
}

Result<std::map<QString, SecretRecord>> SourceRepo::secrets(SourceId id)
{
    std::map<QString, SecretRecord> records;
    Result<void> read = m_database.each(
        QStringLiteral("SELECT setting, reference, stored_at, version, fingerprint FROM secrets WHERE source_id = ?"),
        {id.value}, [&](const QSqlQuery& row) {
            records[row.value(0).toString()] = {row.value(1).toString(), rowtext::time(row.value(2)),
                row.value(3).toInt(), row.value(4).toString()};
        });
    if (!read)
        return read.error();
    return records;
}

Result<void> SourceRepo::setSecret(SourceId id, const QString& key, const SecretRecord& record)
{
    if (const Result<SourceInfo> source = one(id); !source)
        return source.error();
    if (record.reference.isEmpty())
        return m_database.run(QStringLiteral("DELETE FROM secrets WHERE source_id = ? AND setting = ?"), {id.value, text(key)});
    return m_database.run(
        QStringLiteral("INSERT INTO secrets (source_id, setting, reference, stored_at, version, fingerprint) "
                       "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source_id, setting) DO UPDATE SET reference = excluded.reference, "
                       "stored_at = excluded.stored_at, version = excluded.version, fingerprint = excluded.fingerprint"),
        {id.value, text(key), text(record.reference), rowtext::time(record.storedAt), record.version, text(record.fingerprint)});
}

} // namespace leat
