// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sourcefilterproxy.h"
#include "models/formatting.h"
#include "models/sourcetablemodel.h"
#include "tests/support/fakecontrol.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace leat;
using namespace leat::test;

class SourceTableModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nextIsWrittenForPeople_T24()
    {
        const QDateTime now(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
        QCOMPARE(formatNext({}, now), QString());
        QCOMPARE(formatNext(now.addSecs(-60), now), QStringLiteral("Due"));
        QCOMPARE(formatNext(now.addSecs(300), now), QStringLiteral("In 5 min"));
        QCOMPARE(formatNext(now.addSecs(6 * 3600), now), QStringLiteral("In 6 h"));
    }

    void showsSourcesAndTables();
    void changesOnlyTouchedRows();
    void keepsIndexesWhenStructureMoves();
    void survivesRandomStructure();
    void updatesThousandsFast();
    void filters_data();
    void filters();
    void sortsNumbersAsNumbers();
    void speaksForScreenReaders();
};

void SourceTableModelTest::showsSourcesAndTables()
{
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex shop = model.indexOf(SourceId{1});
    QCOMPARE(model.rowCount(shop), 10);
    QCOMPARE(shop.data().toString(), QStringLiteral("shop"));
    const QModelIndex orders = model.indexOf(SchemaId{106});
    QCOMPARE(orders.parent(), shop);
    QCOMPARE(orders.siblingAtColumn(SourceTableModel::Rows).data().toString(), QStringLiteral("12,140,331"));
    QCOMPARE(orders.siblingAtColumn(SourceTableModel::Rows).data(ExportRole).toString(), QStringLiteral("12140331"));
    QCOMPARE(orders.siblingAtColumn(SourceTableModel::Synced).data().toString(), QStringLiteral("4 min ago"));
    QVERIFY(model.indexOf(SchemaId{103}).siblingAtColumn(SourceTableModel::Progress).data().toString().startsWith(QStringLiteral("42 % · 5 s left")));
    QCOMPARE(model.indexOf(SourceId{2}).siblingAtColumn(SourceTableModel::Status).data().toString(), QStringLiteral("2 problem(s)"));
}

void SourceTableModelTest::changesOnlyTouchedRows()
{
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    control.editSchema(SchemaId{106}, [](SchemaInfo& s) { s.rows += 7; });
    QCOMPARE(changes.count(), 2); // the table and its source's sums
    QCOMPARE(changes[0][0].toModelIndex().row(), 5);
    QCOMPARE(changes[0][1].toModelIndex().row(), 5);
    QVERIFY(!changes[1][0].toModelIndex().parent().isValid());
    // News without a difference is no change for the view.
    changes.clear();
    ChangeSet same;
    same.schemas = {SchemaId{106}};
    control.tell(same);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(resets.count(), 0);
}

void SourceTableModelTest::keepsIndexesWhenStructureMoves()
{
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex orders = model.indexOf(SchemaId{106});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    ChangeSet news;
    news.structure = true;
    control.edit([](World& w) {
        w.sources.erase(w.sources.begin() + 1);
        SourceInfo first;
        first.id = SourceId{77};
        first.name = QStringLiteral("aaa");
        w.sources.insert(w.sources.begin(), first);
        std::erase_if(w.schemas, [](const SchemaInfo& s) { return s.id.value == 102 || s.id.value == 103; });
        SchemaInfo added = w.schemas[1];
        added.id = SchemaId{999};
        added.label = QStringLiteral("added");
        w.schemas.insert(w.schemas.begin(), added);
    });
    control.tell(news);
    QVERIFY(orders.isValid());
    QCOMPARE(orders.data(IdRole).toLongLong(), 106);
    QCOMPARE(orders.row(), 4);
    QCOMPARE(resets.count(), 0);
    QVERIFY(!model.indexOf(SchemaId{102}).isValid());
    QVERIFY(model.indexOf(SchemaId{999}).isValid());
}

void SourceTableModelTest::survivesRandomStructure()
{
    FakeControl control(worlds::large(40));
    SourceTableModel model(&control);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    quint32 seed = 7;
    const auto next = [&](int below) { return int((seed = seed * 1664525u + 1013904223u) >> 16) % below; };
    for (int round = 0; round < 60; ++round) {
        ChangeSet news;
        news.structure = true;
        control.edit([&](World& w) {
            std::erase_if(w.schemas, [&](const SchemaInfo&) { return next(4) == 0; });
            for (int i = next(5); i > 0; --i) {
                SchemaInfo s;
                s.id = SchemaId{100'000 + round * 10 + i};
                s.sourceId = SourceId{1};
                s.label = QString::number(next(1000));
                w.schemas.insert(w.schemas.begin() + next(int(w.schemas.size()) + 1), s);
            }
            if (next(5) == 0 && w.schemas.size() > 2)
                std::swap(w.schemas[0], w.schemas[1]); // order of rows that stay changes
        });
        control.tell(news);
        const WorldPtr world = control.snapshot();
        QCOMPARE(size_t(model.rowCount(model.index(0, 0))), world->schemas.size());
        for (size_t i = 0; i < world->schemas.size(); ++i)
            QCOMPARE(model.index(int(i), 0, model.index(0, 0)).data(IdRole).toLongLong(), world->schemas[i].id.value);
    }
}

void SourceTableModelTest::updatesThousandsFast()
{
    FakeControl control(worlds::large(5000));
    SourceTableModel model(&control);
    SourceFilterProxy proxy(&model);
    proxy.sort(0);
    QCOMPARE(proxy.shownSchemas(), 5000);
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < 10; ++round) {
        ChangeSet news;
        control.edit([&](World& w) {
            for (SchemaInfo& s : w.schemas) {
                s.rows += 1;
                news.schemas.push_back(s.id);
            }
        });
        control.tell(news);
    }
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(model.indexOf(SchemaId{1000}).siblingAtColumn(SourceTableModel::Rows).data(SortRole).toLongLong(), 10);
}

void SourceTableModelTest::filters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("tables");
    QTest::newRow("all") << QString() << 14;
    QTest::newRow("status") << QStringLiteral("status:failed") << 2;
    QTest::newRow("two words of one key are alternatives") << QStringLiteral("status:failed status:\"held back\"") << 3;
    QTest::newRow("problems") << QStringLiteral("status:problem") << 3;
    QTest::newRow("active") << QStringLiteral("status:active") << 2;
    QTest::newRow("source") << QStringLiteral("source:billing") << 2;
    QTest::newRow("keys combine") << QStringLiteral("source:shop status:ok method:full") << 2;
    QTest::newRow("free text") << QStringLiteral("orders") << 3;
    QTest::newRow("free text names the source") << QStringLiteral("archive") << 2;
    QTest::newRow("unknown key is text") << QStringLiteral("age:2h") << 0;
    QTest::newRow("half-typed key") << QStringLiteral("status:") << 14;
}

void SourceTableModelTest::filters()
{
    QFETCH(QString, query);
    QFETCH(int, tables);
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    SourceFilterProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setQuery(query);
    QCOMPARE(proxy.shownSchemas(), tables);
}

void SourceTableModelTest::sortsNumbersAsNumbers()
{
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    SourceFilterProxy proxy(&model);
    proxy.sort(SourceTableModel::Rows, Qt::DescendingOrder);
    const QModelIndex shop = proxy.mapFromSource(model.indexOf(SourceId{1}));
    QCOMPARE(proxy.index(0, 0, shop).data().toString(), QStringLiteral("sessions"));
    QCOMPARE(proxy.index(9, 0, shop).data().toString(), QStringLiteral("shipments"));
    proxy.sort(SourceTableModel::Status);
    QCOMPARE(proxy.index(0, 0, proxy.mapFromSource(model.indexOf(SourceId{1}))).data().toString(), QStringLiteral("inventory"));
}

void SourceTableModelTest::speaksForScreenReaders()
{
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    QCOMPARE(model.indexOf(SchemaId{201}).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Table invoices, Credentials"));
    QVERIFY(!model.indexOf(SchemaId{201}).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
    QCOMPARE(model.indexOf(SchemaId{201}).data(SeverityRole).toInt(), 1);
}

QTEST_GUILESS_MAIN(SourceTableModelTest)
#include "tst_sourcetablemodel.moc"
