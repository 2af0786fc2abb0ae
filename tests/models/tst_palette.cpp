// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fuzzy.h"
#include "models/palettemodel.h"
#include "tests/support/fakecontrol.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace leat;
using namespace leat::test;

class PaletteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fuzzyPrefersWholeWords();
    void fuzzyNeedsEveryWord();
    void intentsAnswerTheSeeds_data();
    void intentsAnswerTheSeeds();
    void sentencesNameTheirTable();
    void modelNarrowsAndOrders();
    void whatCannotBeDoneSaysWhy();

private:
    std::vector<PaletteEntry> everything() const
    {
        std::vector<PaletteEntry> all = worldEntries(worlds::shop());
        for (PaletteEntry& entry : intentEntries())
            all.push_back(std::move(entry));
        return all;
    }
};

void PaletteTest::fuzzyPrefersWholeWords()
{
    QVERIFY(fuzzyScore(QStringLiteral("orders"), QStringLiteral("shop.orders")) > fuzzyScore(QStringLiteral("orders"), QStringLiteral("our older runs")));
    QVERIFY(fuzzyScore(QStringLiteral("sn"), QStringLiteral("Sync now")) > fuzzyScore(QStringLiteral("sn"), QStringLiteral("reason")));
    QCOMPARE(fuzzyScore(QStringLiteral("xyz"), QStringLiteral("orders")), -1);
    QCOMPARE(fuzzyScore(QString(), QStringLiteral("orders")), 0);
}

void PaletteTest::fuzzyNeedsEveryWord()
{
    QVERIFY(fuzzyScoreAll(QStringLiteral("shop ord"), QStringLiteral("shop.orders")) > 0);
    QCOMPARE(fuzzyScoreAll(QStringLiteral("shop zzz"), QStringLiteral("shop.orders")), -1);
}

void PaletteTest::intentsAnswerTheSeeds_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("intent");
    // T7
    QTest::newRow("T7 mode") << QStringLiteral("switch my orders table from full refresh to incremental") << QStringLiteral("mode");
    QTest::newRow("T7 slow") << QStringLiteral("syncing too frequently") << QStringLiteral("frequency");
    QTest::newRow("T7 cursor") << QStringLiteral("need a different incremental column") << QStringLiteral("cursor");
    QTest::newRow("T7 cdc") << QStringLiteral("set up CDC for this Postgres table") << QStringLiteral("cdc");
    // S84a
    QTest::newRow("S84a daily") << QStringLiteral("configure daily sync schedule") << QStringLiteral("frequency");
    QTest::newRow("S84a delta") << QStringLiteral("enable delta sync mode") << QStringLiteral("mode");
    QTest::newRow("S84a batch") << QStringLiteral("set batch size to 50 tables") << QStringLiteral("batch");
    QTest::newRow("S84a midnight") << QStringLiteral("schedule sync to run at midnight") << QStringLiteral("time-of-day");
    QTest::newRow("S84a parallel") << QStringLiteral("configure parallel processing") << QStringLiteral("parallel");
    QTest::newRow("S84a 2 AM") << QStringLiteral("run daily at 2 AM") << QStringLiteral("time-of-day");
    QTest::newRow("S84a batches") << QStringLiteral("tables in batches of 50 with checkpointing") << QStringLiteral("batch");
    QTest::newRow("S84a workers") << QStringLiteral("parallel with 8 workers") << QStringLiteral("parallel");
    QTest::newRow("S84a retry") << QStringLiteral("retry up to 5 times with exponential backoff") << QStringLiteral("retry");
    QTest::newRow("S84a hourly") << QStringLiteral("every hour") << QStringLiteral("frequency");
    QTest::newRow("S84a timeout") << QStringLiteral("time out after 45 minutes") << QStringLiteral("timeout");
    QTest::newRow("S84a manual") << QStringLiteral("disable automatic sync, require manual execution") << QStringLiteral("manual");
}

void PaletteTest::intentsAnswerTheSeeds()
{
    QFETCH(QString, sentence);
    PaletteModel model;
    model.setEntries(everything());
    model.setQuery(sentence);
    QStringList found;
    for (int row = 0; row < std::min(3, model.rowCount()); ++row)
        found << model.entry(row)->id;
    QFETCH(QString, intent);
    QVERIFY2(found.contains(intent), qPrintable(found.join(QLatin1Char(' '))));
}

void PaletteTest::sentencesNameTheirTable()
{
    const World world = worlds::shop();
    QVERIFY(tableNamedIn(world, QStringLiteral("switch my orders table to incremental")) == SchemaId{106});
    QVERIFY(tableNamedIn(world, QStringLiteral("sync order_items hourly")) == SchemaId{105});
    QVERIFY(tableNamedIn(world, QStringLiteral("ORDERS_2025 is slow")) == SchemaId{302});
    QVERIFY(!tableNamedIn(world, QStringLiteral("reorders")).isValid());
}

void PaletteTest::modelNarrowsAndOrders()
{
    PaletteModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(everything());
    QVERIFY(model.rowCount() > 20);
    model.setQuery(QStringLiteral("customers"));
    QCOMPARE(model.entry(0)->title, QStringLiteral("shop.customers"));
    model.setQuery(QStringLiteral("qqqqqq"));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.entry(0) == nullptr);
}

void PaletteTest::whatCannotBeDoneSaysWhy()
{
    for (const PaletteEntry& entry : intentEntries()) {
        QVERIFY2(!entry.hint.isEmpty(), qPrintable(entry.id));
        QVERIFY2(!entry.intent.keywords.isEmpty(), qPrintable(entry.id));
        QCOMPARE(entry.enabled, entry.intent.opens != Intent::Opens::Nothing);
    }
}

QTEST_GUILESS_MAIN(PaletteTest)
#include "tst_palette.moc"
