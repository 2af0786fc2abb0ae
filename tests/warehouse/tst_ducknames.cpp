// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/sqltext.h"
#include "tests/warehouse/warehousefixture.h"

using namespace leat;
using namespace leat::test;

class TestDuckNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesIdentifiers();
    void refusesUnusableNames();
    void spellsBcDatesForDuckDb();
    void keepsNamesThatDoNotCollide();
    void givesCaseCollisionsAStableSuffix();
    void tornadoOfNames_T067();
    void widening();
};

void TestDuckNames::quotesIdentifiers()
{
    QCOMPARE(*quoteIdentifier(QStringLiteral("a\"b")), QByteArray("\"a\"\"b\""));
    QCOMPARE(*quoteLiteral(QStringLiteral("it's")), QByteArray("'it''s'"));
    QCOMPARE(quoteTable(QStringLiteral("w"), QStringLiteral("temp"), QStringLiteral("t"))->full(),
             QByteArray("\"w\".\"temp\".\"t\""));
}

void TestDuckNames::refusesUnusableNames()
{
    VERIFY_ERROR(quoteIdentifier(QString()), ErrorCode::InvalidArgument);
    VERIFY_ERROR(quoteIdentifier(QStringLiteral("a") + QChar(QChar::Null)), ErrorCode::InvalidArgument);
    VERIFY_ERROR(quoteIdentifier(QStringLiteral("a") + QChar(0xd800)), ErrorCode::InvalidArgument);
    VERIFY_ERROR(quoteLiteral(QString(QChar(0xdc00))), ErrorCode::InvalidArgument);
    VERIFY_OK(quoteLiteral(QString()));
    QCOMPARE(quoteComment(QStringLiteral("a") + QChar(QChar::Null)), QByteArray("'a\xef\xbf\xbd'"));
}

void TestDuckNames::spellsBcDatesForDuckDb()                   // T078
{
    QCOMPARE(castableText(QStringLiteral("0044-03-15 BC")), QStringLiteral("0044-03-15 (BC)"));
    QCOMPARE(castableText(QStringLiteral("0044-03-15 10:00:00+00 BC")), QStringLiteral("0044-03-15 (BC) 10:00:00+00"));
    QCOMPARE(castableText(QStringLiteral("2024-01-01")), QStringLiteral("2024-01-01"));
}

void TestDuckNames::keepsNamesThatDoNotCollide()
{
    const QStringList names{QStringLiteral("Id"), QStringLiteral("Straße"), QStringLiteral("STRASSE"),
                            QStringLiteral("Ä"), QStringLiteral("ä"), QStringLiteral("_leat")};
    QCOMPARE(warehouseColumnNames(names), names);
    QCOMPARE(warehouseColumnNames({QString()}), QStringList{QStringLiteral("unnamed")});
}

void TestDuckNames::givesCaseCollisionsAStableSuffix()         // T065
{
    const QString id = QStringLiteral("id"), Id = QStringLiteral("Id"), ID = QStringLiteral("ID");
    const QStringList names = warehouseColumnNames({Id, id, ID});
    QCOMPARE(names.at(0), QStringLiteral("Id_1215"));
    QCOMPARE(names.at(1), id);
    QVERIFY(names.at(2).startsWith(QStringLiteral("ID_")));
    QVERIFY(warehouseColumnNames({QStringLiteral("AZ"), QStringLiteral("az")}).at(0).startsWith(QStringLiteral("AZ_")));
    // Neither order nor neighbours change a suffix.
    QCOMPARE(warehouseColumnNames({ID, Id, id}), (QStringList{names.at(2), names.at(0), id}));
    QCOMPARE(warehouseColumnNames({id, Id}), (QStringList{id, names.at(0)}));
    // A column that the table has keeps its place when a rival appears.
    QCOMPARE(warehouseColumnNames({Id, id}, {Id}).at(0), Id);
    QVERIFY(warehouseColumnNames({Id, id}, {Id}).at(1).startsWith(QStringLiteral("id_")));
    // A column that is really called like the suffixed one wins its name.
    const QStringList taken = warehouseColumnNames({id, Id, QStringLiteral("id_1215")});
    QCOMPARE(taken.at(2), QStringLiteral("id_1215"));
    QVERIFY(taken.at(1) != QStringLiteral("Id_1215"));
    QCOMPARE(warehouseColumnNames(names), names);
}

void TestDuckNames::tornadoOfNames_T067()
{
    QStringList names{QStringLiteral("select"), QStringLiteral("order by"), QStringLiteral("a.b"),
        QStringLiteral("quo\"te"), QStringLiteral("apo'strophe"), QStringLiteral("new\nline"), QStringLiteral("tab\t"),
        QStringLiteral("100%"), QStringLiteral("1st"), QStringLiteral("😀"), QStringLiteral("שלום"), QStringLiteral(" "),
        QStringLiteral("  lead"), QStringLiteral("trail  "), QStringLiteral("semi;colon"), QStringLiteral("--"),
        QStringLiteral("/*"), QStringLiteral("\\"), QStringLiteral("$1"), QStringLiteral("?"), QStringLiteral(":x"),
        QStringLiteral("\"); DROP TABLE x; --"), QStringLiteral("é"), QStringLiteral("e\u0301"), QStringLiteral("rowid"),
        QStringLiteral("target"), QStringLiteral("staged"), QStringLiteral("c0"), QStringLiteral("k0"), QStringLiteral("h1"),
        QStringLiteral("b"), QStringLiteral("n"), QStringLiteral("_leat_staging"), QStringLiteral("_synced_at"),
        QStringLiteral("UPPER"), QStringLiteral("Mixed"), QStringLiteral("{}"), QStringLiteral("[0]"), QStringLiteral("null"),
        QString(200, QLatin1Char('x')), QString(200, QLatin1Char('x')) + QLatin1Char('y')};
    WarehouseFixture warehouse;
    std::vector<ReadColumn> columns;
    FakeRow row;
    for (const QString& name : names) {
        columns.push_back({name, {ColumnType::Kind::Int64}});
        row.push_back(qint64(columns.size()));
    }
    for (const QString& name : names) {
        if (name.startsWith(QStringLiteral("_leat_staging")))
            continue;
        const WarehouseTable target{name, name};
        FakeTable first(columns, {row});
        VERIFY_OK(warehouse.swap(target, first));
        FakeTable second(columns, {row});
        LoadSpec spec;
        spec.mode = LoadMode::Upsert;
        spec.target = target;
        spec.keyColumns = names;
        const Result<CommitOutcome> outcome = warehouse.sync(spec, second, 2);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->rowsUpdated, 1);
        FakeTable third(columns, {row});
        spec.mode = LoadMode::Append;
        spec.boundary = AppendBoundary{name, QStringLiteral("0"), true};
        const Result<CommitOutcome> appended = warehouse.sync(spec, third, 3);
        VERIFY_OK(appended);
        QCOMPARE(appended->rowsSkipped, 1);
        const auto state = warehouse->state(target);
        VERIFY_OK(state);
        QCOMPARE(QString(state.value()->columns.at(3).name), names.at(3));
        FakeTable again(columns, {row});
        const Result<VerifyReport> report = warehouse->compare(target, {name}, again, {});
        VERIFY_OK(report);
        QVERIFY(report->equal());
        VERIFY_OK(warehouse->tableBytes(target));
        const QString all = QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE schema_name <> '_leat'");
        const QString tables = warehouse.text(all);
        const Result<qint64> away = warehouse->trash(target, {});
        VERIFY_OK(away);
        VERIFY_OK(warehouse->restore(*away, {}));
        QCOMPARE(warehouse.text(all), tables);
        VERIFY_OK(warehouse->drop(target));
        VERIFY_OK(warehouse->dropSchema(name));
    }
}

void TestDuckNames::widening()
{
    using K = ColumnType::Kind;
    const auto type = [](K kind, int p = 0, int s = 0) { return ColumnType{kind, static_cast<quint8>(p), static_cast<quint8>(s)}; };
    QVERIFY(widensLosslessly(type(K::Int16), type(K::Int32)));
    QVERIFY(!widensLosslessly(type(K::Int32), type(K::Int16)));
    QVERIFY(widensLosslessly(type(K::UInt32), type(K::Int64)));
    QVERIFY(!widensLosslessly(type(K::Int64), type(K::UInt64)));
    QVERIFY(!widensLosslessly(type(K::Int64), type(K::Double)));
    QVERIFY(widensLosslessly(type(K::Float), type(K::Double)));
    QVERIFY(widensLosslessly(type(K::Decimal, 10, 2), type(K::Decimal, 12, 4)));
    QVERIFY(!widensLosslessly(type(K::Decimal, 10, 2), type(K::Decimal, 10, 4)));
    QVERIFY(widensLosslessly(type(K::Int32), type(K::Decimal, 12, 2)));
    QVERIFY(!widensLosslessly(type(K::Int32), type(K::Decimal, 10, 2)));
    QVERIFY(!widensLosslessly(type(K::Int32), type(K::Text)));
    QVERIFY(!widensLosslessly(type(K::Text), type(K::Json)));
    QVERIFY(!widensLosslessly(type(K::Timestamp), type(K::TimestampTz)));
    for (K kind : {K::Boolean, K::Int8, K::Time, K::TimeTz, K::Timestamp, K::TimestampTz, K::Json, K::Blob, K::Uuid})
        QCOMPARE(typeFromSql(QString::fromLatin1(typeSql(type(kind)))), std::optional<ColumnType>(type(kind)));
    QCOMPARE(typeFromSql(QStringLiteral("DECIMAL(38,10)")), std::optional<ColumnType>(type(K::Decimal, 38, 10)));
    QCOMPARE(typeFromSql(QStringLiteral("STRUCT(a INTEGER)")), std::optional<ColumnType>());
}

QTEST_GUILESS_MAIN(TestDuckNames)
#include "tst_ducknames.moc"
