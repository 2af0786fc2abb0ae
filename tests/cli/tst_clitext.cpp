// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/format.h"
#include "app/cli/nearest.h"
#include "app/cli/table.h"

#include "clilab.h"

#include <QLocale>
#include <QTest>

using namespace leat;

class TestCliText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void tableGolden();
    void tablePlain();
    void tableNarrow();
    void wideLettersAlign();
    void colours_data();
    void colours();
    void controlCharactersAreSpelledOut_S21();
    void jsonEscapesTerminalControls_S21();
    void durations();
    void csv();
    void nearestNames();
    void schemaListGolden();
};

namespace {

TextTable sample()
{
    TextTable table({{QStringLiteral("NAME")}, {QStringLiteral("ROWS"), TextTable::Align::Right}, {QStringLiteral("NOTE")}});
    table.add({QStringLiteral("shop.orders"), QStringLiteral("12,345"), QStringLiteral("fine")});
    table.add({QStringLiteral("shop.a"), QStringLiteral("7"), QString()});
    return table;
}

} // namespace

void TestCliText::tableGolden()
{
    QCOMPARE(sample().render({}), QStringLiteral("NAME           ROWS  NOTE\n"
                                                 "shop.orders  12,345  fine\n"
                                                 "shop.a            7\n"));
    TextStyle bare;
    bare.headers = false;
    QVERIFY(sample().render(bare).startsWith(QStringLiteral("shop.orders")));
}

void TestCliText::tablePlain()
{
    TextStyle plain;
    plain.plain = true;
    QCOMPARE(sample().render(plain), QStringLiteral("NAME\tROWS\tNOTE\nshop.orders\t12,345\tfine\nshop.a\t7\t\n"));
}

void TestCliText::tableNarrow()
{
    TextStyle narrow;
    narrow.width = 22;
    const QString text = sample().render(narrow);
    QVERIFY2(text.contains(QStringLiteral("12,345")), qPrintable(text)); // numbers are never cut
    QVERIFY2(text.contains(QStringLiteral("…")), qPrintable(text));
    for (const QString& line : text.split(QLatin1Char('\n')))
        QVERIFY2(displayWidth(line) <= 22, qPrintable(line));
}

void TestCliText::wideLettersAlign()
{
    TextTable table({{QStringLiteral("N")}, {QStringLiteral("X")}});
    table.add({QStringLiteral("日本"), QStringLiteral("x")});
    table.add({QStringLiteral("abcd"), QStringLiteral("x")});
    table.add({QStringLiteral("e\u0301bcd"), QStringLiteral("x")});
    const QStringList lines = table.render({}).split(QLatin1Char('\n'));
    QCOMPARE(displayWidth(lines[1]), displayWidth(lines[2]));
    QCOMPARE(displayWidth(lines[3]), displayWidth(lines[2]));
}

void TestCliText::colours_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("tty");
    QTest::addColumn<bool>("coloured");
    QTest::newRow("tty") << QByteArray("TERM") << QByteArray("xterm") << true << true;
    QTest::newRow("pipe") << QByteArray("TERM") << QByteArray("xterm") << false << false;
    QTest::newRow("dumb") << QByteArray("TERM") << QByteArray("dumb") << true << false;
    QTest::newRow("NO_COLOR") << QByteArray("NO_COLOR") << QByteArray("1") << true << false;
    QTest::newRow("forced") << QByteArray("CLICOLOR_FORCE") << QByteArray("1") << false << true;
    QTest::newRow("force 0") << QByteArray("CLICOLOR_FORCE") << QByteArray("0") << false << false;
}

void TestCliText::colours()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(bool, tty);
    QFETCH(bool, coloured);
    lab::CliLab lab;
    lab.terminal.tty = tty;
    lab.terminal.columns = tty ? 100 : 0;
    lab.terminal.variables[variable] = value;
    QCOMPARE(lab.run("schema list").out.contains(QLatin1Char('\x1b')), coloured);
    QVERIFY(!lab.run("schema list --plain").out.contains(QLatin1Char('\x1b')));
    QVERIFY(!lab.run("schema list --json").out.contains(QLatin1Char('\x1b')));
}

void TestCliText::controlCharactersAreSpelledOut_S21()
{
    QCOMPARE(printable(QStringLiteral("\x1b]0;pwn\a\x1b[2J")), QStringLiteral("\\x1b]0;pwn\\x07\\x1b[2J"));
    QCOMPARE(printable(QStringLiteral("a\nb\tc\u2028d\u202e")), QStringLiteral("a\\nb\\tc\\u2028d\\u202e"));
    lab::CliLab lab;
    lab.engine.world.schemas[0].label = QStringLiteral("\x1b]0;pwn\a\x1b[2J");
    QVERIFY(!lab.run("schema list").out.contains(QLatin1Char('\x1b')));
    QVERIFY(!lab.run("schema list --plain").out.contains(QLatin1Char('\x1b')));
}

void TestCliText::jsonEscapesTerminalControls_S21()
{
    lab::CliLab lab;
    const QString name = QStringLiteral("\x1b[2J\u009b2J\u007fé");
    lab.engine.world.schemas[0].label = name;
    const lab::Ran ran = lab.run("schema list --json");
    for (const QChar c : ran.out)
        QVERIFY(c == QLatin1Char('\n') || (c.unicode() >= 0x20 && (c.unicode() < 0x7f || c.unicode() > 0x9f)));
    QCOMPARE(ran.json().array().at(0).toObject().value(QStringLiteral("table")).toString(), name);
}

void TestCliText::durations()
{
    QCOMPARE(durationText(400), QStringLiteral("0.4 s"));
    QCOMPARE(durationText(59949), QStringLiteral("59.9 s"));
    QCOMPARE(durationText(184000), QStringLiteral("3 min 04 s"));
    QCOMPARE(durationText(7500000), QStringLiteral("2 h 05 min"));
}

void TestCliText::csv()
{
    QCOMPARE(csvField(QStringLiteral("a b")), QStringLiteral("a b"));
    QCOMPARE(csvField(QStringLiteral("a,\"b\"")), QStringLiteral("\"a,\"\"b\"\"\""));
    QCOMPARE(csvField(QStringLiteral("a\nb")), QStringLiteral("\"a\nb\""));
}

void TestCliText::nearestNames()
{
    const QStringList names{QStringLiteral("source"), QStringLiteral("schema"), QStringLiteral("sync"), QStringLiteral("status")};
    QCOMPARE(nearest(QStringLiteral("sorce"), names).value(0), QStringLiteral("source"));
    QCOMPARE(nearest(QStringLiteral("snyc"), names).value(0), QStringLiteral("sync"));
    QCOMPARE(nearest(QStringLiteral("STATUS"), names).value(0), QStringLiteral("status"));
    QVERIFY(nearest(QStringLiteral("elephant"), names).isEmpty());
    QCOMPARE(editDistance(QStringLiteral("snyc"), QStringLiteral("sync")), 1);
}

void TestCliText::schemaListGolden()
{
    lab::CliLab lab;
    SchemaInfo& orders = lab.engine.schema(QStringLiteral("orders"));
    orders.config.syncType = SyncType::Incremental;
    orders.config.incrementalField = QStringLiteral("updated_at");
    const lab::Ran ran = lab.run("schema list shop --enabled");
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out, QStringLiteral("TABLE           STATUS  SYNC TYPE     CURSOR FIELD   ROWS  LAST SYNCED  NEXT  PROBLEM\n"
                                     "shop.customers  ok      full_refresh                1,200\n"
                                     "shop.orders     ok      incremental   updated_at    2,400\n"));
    QVERIFY(lab.run("schema list shop --enabled --plain").out.contains(QStringLiteral("\t2400\t")));
}

QTEST_GUILESS_MAIN(TestCliText)
#include "tst_clitext.moc"
