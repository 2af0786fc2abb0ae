// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/errortext.h"
#include "engine/api/sourcerules.h"
#include "tests/support/enginefixture.h"
#include "tests/support/pgserver.h"
#include "tests/support/text.h"

#include <QTest>

namespace leat::test {

/// A real PostgreSQL and an engine with a source "shop" on it, for a test of one table. The server has to be started
/// first.
class ShopTable
{
protected:
    explicit ShopTable(const QString& table = QStringLiteral("t")) : kTable(table) {}

    PgServer m_server;
    std::unique_ptr<EngineFixture> m_engine;
    SourceId m_source;
    const QString kShop = QStringLiteral("shop");
    const QString kTable;

    /// The schema "public" anew, by `sql`, and an engine that knows nothing yet.
    void make(const char* sql, const QMap<QString, QString>& more = {})
    {
        QVERIFY2(m_server.exec(s("DROP SCHEMA public CASCADE; CREATE SCHEMA public;") + s(sql)), qPrintable(m_server.error()));
        m_engine = std::make_unique<EngineFixture>();
        AddSource command;
        command.draft.name = kShop;
        command.draft.type = s("postgres");
        command.draft.settings = m_server.socketSettings();
        for (auto it = more.cbegin(); it != more.cend(); ++it)
            command.draft.settings.insert(it.key(), it.value());
        command.enableAll = true;
        const Result<SourceAdded> added = m_engine->askFor<SourceAdded>(std::move(command));
        QVERIFY2(added, qPrintable(added ? QString() : describe(added.error()).sentence));
        m_source = added->id;
    }
    void set(const QStringList& settings)
    {
        const Result<void> done = m_engine->set(table(), settings);
        QVERIFY2(done, qPrintable(done ? QString() : describe(done.error()).sentence));
    }
    /// Sets the table up and syncs it once.
    void follow(const QStringList& settings)
    {
        set(settings);
        const RunInfo run = synced();
        QVERIFY2(run.status == RunStatus::Completed, qPrintable(run.error ? toString(run.error->code) + run.error->detail : QString()));
    }
    void upsert(const char* key = "id") { follow({s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=") + s(key)}); }
    void append() { follow({s("sync_type=append"), s("incremental_field=u")}); }
    void source(const char* sql) { QVERIFY2(m_server.exec(s(sql)), qPrintable(m_server.error())); }
    void setPolicy(const char* policy) { QVERIFY(m_engine->ask(UpdateSource{m_source, {{QLatin1String(kDriftKey), s(policy)}}, {}})); }
    SchemaId table() const { return m_engine->id(kShop, kTable); }
    RunInfo synced() { return m_engine->sync(table()); }
    /// A person has seen what changed.
    RunInfo syncedAccepting()
    {
        SyncSchemas command{{table()}};
        command.acceptChanges = true;
        const Result<SyncAccepted> runs = m_engine->askFor<SyncAccepted>(command);
        return runs ? m_engine->waitForRun(runs->runs.front()).value_or(RunInfo()) : RunInfo();
    }
    QString scalar(const char* sql) { return m_engine->scalar(s(sql)); }
    QString rows() { return m_engine->scalar(s("SELECT count(*) FROM shop.") + kTable); }
    VerifyReport verified() { return m_engine->askFor<VerifyReport>(VerifySchema{table()}).value(); }
    static QString codeOf(const RunInfo& run) { return run.error ? toString(run.error->code) : s("none"); }
};

} // namespace leat::test
