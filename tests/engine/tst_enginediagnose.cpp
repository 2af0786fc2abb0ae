// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"

#include <QFile>
#include <QScopeGuard>
#include <QTest>

#include <sqlite3.h>

using namespace leat;
using leat::test::EngineFixture;

namespace {

const QString kShop = QStringLiteral("acme");
const QString kOrders = QStringLiteral("orders");

QString prepared(EngineFixture& engine)
{
    const QString file = engine.dir() + QStringLiteral("/a.sqlite");
    EngineFixture::sqlite(file, "CREATE TABLE orders(id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL);"
                                "CREATE TABLE items(id INTEGER PRIMARY KEY);"
                                "INSERT INTO orders VALUES (1, '2026-01-01'), (2, '2026-01-02');");
    engine.addSqlite(kShop, file);
    return file;
}

std::vector<Incident> incidents(const EngineFixture& engine)
{
    return engine.world()->incidents;
}

} // namespace

/// Real sources are broken, examined and mended.
class TestEngineDiagnose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingFileIsOneIncidentOfTheSource_D23()
    {
        EngineFixture engine;
        const QString file = prepared(engine);
        const SchemaId orders = engine.id(kShop, kOrders);
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        QTRY_VERIFY(incidents(engine).empty());
        QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
        QVERIFY(engine.sync(orders).status == RunStatus::Failed);
        QTRY_COMPARE(incidents(engine).size(), std::size_t(1));
        QVERIFY(incidents(engine)[0].schemas.size() >= 1);
        QVERIFY(!incidents(engine)[0].action.id.isEmpty());

        const Result<DiagnosisReport> report = engine.askFor<DiagnosisReport>(Diagnose{{}, orders, true, {}});
        QVERIFY(report);
        QVERIFY(!report->healthy);
        QCOMPARE(report->diagnosis.ruleId, QStringLiteral("OWN-file-missing"));
        QVERIFY(report->check && !report->check->ok());
        QVERIFY(!report->facts.empty());

        QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        QTRY_VERIFY(incidents(engine).empty());
    }

    // Each time the program is killed with the run, and the run is tried again at the next start.
    void runsThatAreCutOffEachTimeAreAnIncident_D51()
    {
        EngineFixture engine;
        prepared(engine);
        const SchemaId orders = engine.id(kShop, kOrders);
        QVERIFY(engine.set(orders, {QStringLiteral("sync_frequency=24hour")}));
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        const auto cutOff = [&engine] {
            engine.close();
            EngineFixture::sqlite(engine.dir() + QStringLiteral("/profile/state.db"),
                "INSERT INTO runs (schema_id, source_id, status, cause, sync_type, mode, queued_at, started_at, finished_at, cursor_before, cursor_after)"
                " SELECT schema_id, source_id, 'Interrupted', cause, sync_type, '', queued_at, started_at, finished_at, '', '' FROM runs LIMIT 1;"
                "UPDATE schemas SET last_run = (SELECT max(id) FROM runs), last_run_status = 'Interrupted'"
                " WHERE id = (SELECT schema_id FROM runs LIMIT 1)");
            return bool(engine.tryOpen());
        };
        QVERIFY(cutOff() && cutOff());
        QVERIFY(engine.schema(kShop, kOrders)->nextRetryAt.isValid());
        QVERIFY(incidents(engine).empty());
        QVERIFY(cutOff());
        QCOMPARE(incidents(engine).size(), std::size_t(1));
        QCOMPARE(incidents(engine)[0].diagnosis.ruleId, QStringLiteral("STATE-CUT-OFF-AGAIN"));
        QVERIFY2(incidents(engine)[0].headline.contains(QStringLiteral("3 times")), qPrintable(incidents(engine)[0].headline));
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        QTRY_VERIFY(incidents(engine).empty());
    }

    // Waiting helps only where a schedule tries again.
    void waitingSaysWhetherItIsTriedAgain()
    {
        EngineFixture engine;
        const QString file = prepared(engine);
        const SchemaId orders = engine.id(kShop, kOrders);
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        const auto words = [&] {
            const Result<DiagnosisReport> report = engine.askFor<DiagnosisReport>(Diagnose{{}, orders, false, {}});
            for (const DiagnosisAction& action : report->diagnosis.actions)
                if (action.id == QLatin1String("wait"))
                    return action.words;
            return QString();
        };
        sqlite3* holder = nullptr;
        QVERIFY(sqlite3_open(file.toUtf8().constData(), &holder) == SQLITE_OK);
        const auto close = qScopeGuard([&] { sqlite3_close(holder); });
        UpdateSource brief;
        brief.id = engine.schema(kShop, kOrders)->sourceId;
        brief.settings = {{QStringLiteral("busy_timeout"), QStringLiteral("100")}};
        QVERIFY(engine.askFor<Done>(std::move(brief)));
        QVERIFY(sqlite3_exec(holder, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
        QVERIFY(engine.sync(orders).status == RunStatus::Failed);
        QTRY_COMPARE(incidents(engine).size(), std::size_t(1));
        QVERIFY(sqlite3_exec(holder, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
        QVERIFY2(words().contains(QStringLiteral("without a schedule")), qPrintable(words()));
        QVERIFY(engine.set(orders, {QStringLiteral("sync_frequency=24hour")}));
        QVERIFY2(words().contains(QStringLiteral("by itself")), qPrintable(words()));
    }

    void droppedColumnIsTheTables_D39()
    {
        EngineFixture engine;
        const QString file = prepared(engine);
        const SchemaId orders = engine.id(kShop, kOrders);
        QVERIFY(engine.set(orders, {QStringLiteral("sync_type=incremental"), QStringLiteral("incremental_field=updated_at")}));
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        EngineFixture::sqlite(file, "ALTER TABLE orders DROP COLUMN updated_at;");
        QVERIFY(engine.sync(orders).status == RunStatus::Failed);
        QTRY_COMPARE(incidents(engine).size(), std::size_t(1));
        QVERIFY(incidents(engine)[0].schemaId == orders);
        QVERIFY(incidents(engine)[0].diagnosis.branch == Branch::C);
        const Result<DiagnosisReport> report = engine.askFor<DiagnosisReport>(Diagnose{{}, orders, true, {}});
        QVERIFY(report && report->check && report->check->ok());
        QVERIFY(report->diagnosis.branch == Branch::C);
        QVERIFY(report->schemaId == orders);
    }

    void incidentsSurviveARestart_D44()
    {
        EngineFixture engine;
        const QString file = prepared(engine);
        const SchemaId orders = engine.id(kShop, kOrders);
        QVERIFY(QFile::remove(file));
        QVERIFY(engine.sync(orders).status == RunStatus::Failed);
        QTRY_COMPARE(incidents(engine).size(), std::size_t(1));
        const QString id = incidents(engine)[0].id;
        engine.reopen();
        QCOMPARE(incidents(engine).size(), std::size_t(1));
        QCOMPARE(incidents(engine)[0].id, id);
        QVERIFY(incidents(engine)[0].since.isValid());
    }

    // Who paused a table, or never enabled it, still hears why its last sync failed.
    void aPausedTableSaysWhyItFailed()
    {
        EngineFixture engine;
        const QString file = prepared(engine);
        const SchemaId orders = engine.id(kShop, kOrders);
        const auto diagnosed = [&] { return *engine.askFor<DiagnosisReport>(Diagnose{{}, orders, true, {}}); };
        QVERIFY(engine.set(orders, {QStringLiteral("columns=id,updated_at"), QStringLiteral("should_sync=false")}));
        QVERIFY(diagnosed().healthy);
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        QVERIFY(diagnosed().healthy);
        QCOMPARE(diagnosed().diagnosis.category, QStringLiteral("paused"));

        EngineFixture::sqlite(file, "ALTER TABLE orders RENAME TO away;");
        QVERIFY(engine.sync(orders).status == RunStatus::Failed);
        const DiagnosisReport failed = diagnosed();
        QVERIFY(!failed.healthy);
        QVERIFY(failed.diagnosis.branch == Branch::C2);
        QCOMPARE(failed.diagnosis.actions.back().id, QStringLiteral("resume"));
        QVERIFY(std::none_of(failed.diagnosis.actions.begin(), failed.diagnosis.actions.end(),
            [](const DiagnosisAction& action) { return action.id == QLatin1String("pause"); }));
        QVERIFY(std::any_of(failed.facts.begin(), failed.facts.end(),
            [](const DiagnosisFact& fact) { return fact.state == DiagnosisFact::State::Note && fact.name == QLatin1String("Paused"); }));

        EngineFixture::sqlite(file, "ALTER TABLE away RENAME TO orders;");
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        QVERIFY(diagnosed().healthy);
    }

    void healthySourceSaysSo()
    {
        EngineFixture engine;
        prepared(engine);
        QVERIFY(engine.sync(engine.id(kShop, kOrders)).status == RunStatus::Completed);
        const Result<DiagnosisReport> report =
            engine.askFor<DiagnosisReport>(Diagnose{{}, engine.id(kShop, kOrders), true, {}});
        QVERIFY(report && report->healthy);
        QVERIFY(!engine.askFor<DiagnosisReport>(Diagnose{SourceId{999}, {}, false, {}}));
    }

    void textIsJudgedWithoutASource()
    {
        EngineFixture engine;
        FailureEvidence evidence;
        evidence.text = QStringLiteral("connection refused");
        const Result<Diagnosis> judged = engine.askFor<Diagnosis>(DiagnoseText{evidence});
        QVERIFY(judged && judged->branch == Branch::A);
    }
};

QTEST_GUILESS_MAIN(TestEngineDiagnose)
#include "tst_enginediagnose.moc"
