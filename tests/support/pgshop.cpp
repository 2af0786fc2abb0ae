// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pgshop.h"

#include "engine/api/errortext.h"

namespace leat::test {

namespace {

QString freshName()
{
    static int count = 0;
    return QStringLiteral("shop%1").arg(++count);
}

std::function<void(EngineOptions&)> withVault(std::function<void(EngineOptions&)> adjust)
{
    return [adjust = std::move(adjust)](EngineOptions& options) {
        QByteArray passphrase = "a passphrase for tests";
        options.vaultPassphrase = std::make_shared<Secret>(Secret::take(passphrase));
        if (adjust)
            adjust(options);
    };
}

QString shopSql(const QString& role)
{
    return QStringLiteral("CREATE TABLE orders(id int PRIMARY KEY, updated_at timestamptz NOT NULL, note text);"
                          "CREATE INDEX ON orders(updated_at);"
                          "INSERT INTO orders SELECT i, '2026-01-01 00:00:00+00'::timestamptz + i * interval '1 minute', md5(i::text)"
                          " FROM generate_series(1, 1000) i;"
                          "CREATE TABLE customers(id int PRIMARY KEY, name text);"
                          "INSERT INTO customers SELECT i, 'customer ' || i FROM generate_series(1, 100) i;"
                          "GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1;").arg(role);
}

} // namespace

SecretMap passwordOf(QString text)
{
    SecretMap secrets;
    secrets.emplace(QStringLiteral("password"), Secret::take(text));
    return secrets;
}

PgShop::PgShop(PgServer& place, Login way, std::function<void(EngineOptions&)> adjust)
    : server(place), login(way), database(freshName()), engine(way == Login::Password ? withVault(std::move(adjust)) : std::move(adjust))
{
    if (!server.exec(QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD 'first'").arg(database))
        || !server.exec(QStringLiteral("CREATE DATABASE %1").arg(database)))
        qFatal("%s", qPrintable(server.error()));
    sql(shopSql(database));
    sourceId = add(name, QStringLiteral("first"));
    if (!engine.set(ordersId(), {QStringLiteral("sync_type=incremental"), QStringLiteral("incremental_field=updated_at")}))
        qFatal("the shop cannot be set up");
    for (const RunInfo& run : engine.sync({ordersId(), customersId()}))
        if (run.status != RunStatus::Completed)
            qFatal("the shop cannot be synced: %s", run.error ? qPrintable(run.error->detail) : "no error");
}

SourceId PgShop::add(const QString& sourceName, const QString& password)
{
    AddSource command;
    command.draft.name = sourceName;
    command.draft.type = QStringLiteral("postgres");
    command.draft.settings = login == Login::Password ? server.tcpSettings(database, database) : server.socketSettings(database, database);
    if (login == Login::Password)
        command.draft.secrets = passwordOf(password);
    command.enableAll = true;
    const Result<SourceAdded> added = engine.askFor<SourceAdded>(std::move(command));
    if (!added)
        qFatal("%s %s", qPrintable(describe(added.error()).sentence), qPrintable(added.error().detail));
    return added->id;
}

void PgShop::setPassword(const QString& password)
{
    sql(QStringLiteral("ALTER ROLE %1 PASSWORD '%2'; SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '%1'").arg(database, password));
}

void PgShop::sql(const QString& text)
{
    if (!server.exec(text, database))
        qFatal("%s: %s", qPrintable(text), qPrintable(server.error()));
}

bool PgShop::equal(SchemaId schema)
{
    const Result<VerifyReport> report = engine.verify(schema);
    if (!report)
        qWarning("%s %s", qPrintable(describe(report.error()).sentence), qPrintable(report.error().detail));
    return report && report->equal();
}

} // namespace leat::test
