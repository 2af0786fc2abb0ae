// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace leat;
using leat::test::EngineFixture;

// The offline shop end to end: what a person sees first.
class TestEngineSample : public QObject
{
    Q_OBJECT

private:
    std::vector<SchemaId> enabled(EngineFixture& engine)
    {
        std::vector<SchemaId> ids;
        for (const SchemaInfo& schema : engine.world()->schemas)
            if (schema.config.shouldSync)
                ids.push_back(schema.id);
        return ids;
    }

private Q_SLOTS:
    void arrivesCompleteAndStaysEqualThroughEdits()
    {
        EngineFixture engine;
        QVERIFY(engine.askFor<SourceAdded>(CreateSample()));
        const std::vector<SchemaId> ids = enabled(engine);
        QVERIFY(ids.size() >= 8);

        qint64 rows = 0;
        for (const RunInfo& run : engine.sync(ids)) {
            QVERIFY2(run.status == RunStatus::Completed,
                qPrintable(run.label + QLatin1Char(' ') + (run.error ? run.error->detail : QString())));
            rows += run.rowsInserted;
        }
        QVERIFY(rows >= 90'000);

        QSet<int> types;
        for (int day = 0; day < 2; ++day) {
            QVERIFY(engine.askFor<Done>(EditSample()));
            qint64 reread = 0;
            for (const RunInfo& run : engine.sync(ids)) {
                QVERIFY2(run.status == RunStatus::Completed,
                    qPrintable(run.label + QLatin1Char(' ') + (run.error ? run.error->detail : QString())));
                types.insert(int(run.syncType));
                if (run.syncType != SyncType::FullRefresh)
                    reread += run.rowsRead;
            }
            QVERIFY2(reread > 0 && reread < rows / 4, qPrintable(QString::number(reread)));
        }
        QCOMPARE(types.size(), 3);

        for (SchemaId id : ids) {
            const Result<VerifyReport> report = engine.verify(id);
            QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
            QVERIFY2(report->equal(), qPrintable(QStringLiteral("%1: missing %2, extra %3, differing %4")
                    .arg(report->label).arg(report->missing).arg(report->extra).arg(report->differing)));
        }
    }

    void canBeMadeAgain()
    {
        EngineFixture engine;
        QVERIFY(engine.askFor<SourceAdded>(CreateSample()));
        engine.sync(enabled(engine));
        const QString added = QStringLiteral("SELECT count(*) FROM shop.orders");
        QVERIFY(engine.askFor<Done>(EditSample()));
        engine.sync(enabled(engine));
        const QString before = engine.scalar(added);
        QVERIFY(engine.askFor<SourceAdded>(CreateSample()));
        QCOMPARE(engine.world()->sources.size(), std::size_t(1));
        // What was there before can be brought back.
        const Result<TrashPage> trash = engine.askFor<TrashPage>(LoadTrash{});
        QCOMPARE(trash->items.size(), enabled(engine).size());
        const auto orders = std::find_if(trash->items.begin(), trash->items.end(), [](const TrashItem& item) { return item.name == QLatin1String("shop.orders"); });
        QVERIFY(orders != trash->items.end());
        QVERIFY(engine.askFor<BulkResult>(RestoreTrash{{orders->id}})->ok());
        QCOMPARE(engine.scalar(added), before);
        for (const RunInfo& run : engine.sync(enabled(engine)))
            QVERIFY(run.status == RunStatus::Completed);
    }

    // Naive: production or not, the sample and its rows are gone before the new one is there.
    void aProtectedSampleStays()
    {
        EngineFixture engine;
        QVERIFY(engine.askFor<SourceAdded>(CreateSample()));
        engine.sync(enabled(engine));
        const QString rows = engine.scalar(QStringLiteral("SELECT count(*) FROM shop.orders"));
        const SourceId id = engine.world()->sources.front().id;
        QVERIFY(engine.ask(UpdateSource{id, {{QLatin1String(kProductionKey), QStringLiteral("true")}}, {}, 0}));
        QVERIFY(engine.ask(CreateSample()).error().code == ErrorCode::ConfirmationNeeded);
        QVERIFY(engine.ask(UpdateSource{id, {{QLatin1String(kProductionKey), QStringLiteral("false")}}, {}, 0}));
        // A sample that cannot be made takes nothing away.
        const QString file = engine.world()->sources.front().settings.value(QStringLiteral("path"));
        QVERIFY(QFile::rename(file, file + QStringLiteral(".old")) && QDir().mkpath(file + QStringLiteral("/taken")));
        QVERIFY(!engine.ask(CreateSample()));
        QVERIFY(engine.world()->source(id));
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM shop.orders")), rows);
        QVERIFY(engine.askFor<TrashPage>(LoadTrash{})->items.empty());
    }
};

QTEST_GUILESS_MAIN(TestEngineSample)
#include "tst_enginesample.moc"
