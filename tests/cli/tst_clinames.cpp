// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/names.h"

#include "clilab.h"

#include <QTest>

using namespace leat;

class TestCliNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellings_data();
    void spellings();
    void exactGoesBeforePattern();
    void ambiguousNamesAreRefused();
    void unknownNamesSuggest();
    void listedTables();
};

void TestCliNames::spellings_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("labels");
    const auto row = [](const char* typed, const QStringList& labels) { QTest::newRow(typed) << QString::fromLatin1(typed) << labels; };
    const QString orders = QStringLiteral("orders"), audit = QStringLiteral("audit.orders"), odd = QStringLiteral("odd.name"),
                  customers = QStringLiteral("customers");
    row("shop.orders", {orders});
    row("shop.public.orders", {orders});
    row("shop.public__orders", {orders});
    row("shop.audit.orders", {audit});
    row("shop.audit__orders", {audit});
    row("shop.odd.name", {odd});
    row("shop.\"odd.name\"", {odd});
    row("shop.*", {customers, orders, audit, odd});
    row("*.orders", {orders, audit});
    row("shop.c?stomers", {customers});
    row("shop.[co]*s", {customers, orders});
}

void TestCliNames::spellings()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, labels);
    const Try<std::vector<SchemaInfo>> found = findSchemas(lab::shopWorld(), {typed});
    QVERIFY2(bool(found), found ? "" : qPrintable(found.failure().text.sentence));
    QStringList names;
    for (const SchemaInfo& schema : *found)
        names.append(schema.label);
    QCOMPARE(names, labels);
}

void TestCliNames::exactGoesBeforePattern()
{
    World world = lab::shopWorld();
    world.schemas[0].label = world.schemas[0].table.name = QStringLiteral("o*s");
    const Try<std::vector<SchemaInfo>> found = findSchemas(world, {QStringLiteral("shop.o*s"), QStringLiteral("shop.o*s")});
    QVERIFY(bool(found));
    QCOMPARE(found->size(), std::size_t(1));
    QCOMPARE(found->front().label, QStringLiteral("o*s"));
}

// "shop.a.b": table "b" of namespace "a", or table "a.b" — the label decides, else it is asked.
void TestCliNames::ambiguousNamesAreRefused()
{
    World world = lab::shopWorld();
    world.schemas[0].table = {QStringLiteral("x"), QStringLiteral("y")};
    world.schemas[0].label = QStringLiteral("first");
    world.schemas[1].table = {QStringLiteral("public"), QStringLiteral("x.y")};
    world.schemas[1].label = QStringLiteral("second");
    const Try<SchemaInfo> found = findSchema(world, QStringLiteral("shop.x.y"));
    QVERIFY(!found);
    QCOMPARE(found.failure().exitCode(), 64);
    QVERIFY(found.failure().text.sentence.contains(QStringLiteral("shop.first")));
    world.schemas[1].label = QStringLiteral("x.y");
    QCOMPARE(findSchema(world, QStringLiteral("shop.x.y"))->label, QStringLiteral("x.y"));
}

void TestCliNames::unknownNamesSuggest()
{
    const World world = lab::shopWorld();
    const Try<std::vector<SchemaInfo>> near = findSchemas(world, {QStringLiteral("shop.oders")});
    QVERIFY(!near);
    QVERIFY(near.failure().text.remedy.contains(QStringLiteral("“shop.orders”")));
    const Try<std::vector<SchemaInfo>> bare = findSchemas(world, {QStringLiteral("customers")});
    QVERIFY(!bare);
    QVERIFY(bare.failure().text.remedy.contains(QStringLiteral("“shop.customers”")));
    QVERIFY(!findSchemas(world, {QStringLiteral("nope.*")}));
    const Try<SourceInfo> source = findSource(world, QStringLiteral("shpo"));
    QVERIFY(!source);
    QVERIFY(source.failure().text.remedy.contains(QStringLiteral("“shop”")));
    QCOMPARE(source.failure().exitCode(), 64);
}

void TestCliNames::listedTables()
{
    std::vector<TableListing> tables(2);
    tables[0].table = {QStringLiteral("public"), QStringLiteral("orders")};
    tables[1].table = {QStringLiteral("audit"), QStringLiteral("log")};
    const QString space = QStringLiteral("public");
    QCOMPARE(findTables(tables, space, {QStringLiteral("orders")})->size(), std::size_t(1));
    QCOMPARE(findTables(tables, space, {QStringLiteral("audit.*"), QStringLiteral("audit.log")})->size(), std::size_t(1));
    QVERIFY(!findTables(tables, space, {QStringLiteral("log")}));
    QVERIFY(findTables(tables, space, {QStringLiteral("order")}).failure().text.remedy.contains(QStringLiteral("“orders”")));
}

QTEST_GUILESS_MAIN(TestCliNames)
#include "tst_clinames.moc"
