// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitetext.h"

#include <QTest>

#include <cstring>
#include <limits>

using namespace leat::sqlite;

class TestSqliteText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesUtf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("repaired");
        const QByteArray mark = "\xef\xbf\xbd";
        QTest::newRow("empty") << QByteArray("") << QByteArray("");
        QTest::newRow("ascii") << QByteArray("hello, long enough for eight at once") << QByteArray();
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QByteArray();
        QTest::newRow("two, three, four") << QByteArray("é€😀 é€😀 é€😀") << QByteArray();
        QTest::newRow("latin1") << QByteArray("caf\xe9 au lait") << "caf" + mark + " au lait";
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << mark + mark;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << mark + mark + mark;
        QTest::newRow("beyond") << QByteArray("\xf4\x90\x80\x80") << mark + mark + mark + mark;
        QTest::newRow("cut") << QByteArray("ab\xf0\x9f\x98") << "ab" + mark;
        QTest::newRow("cut before ascii") << QByteArray("\xe2\x82x") << mark + "x";
        QTest::newRow("lone continuation") << QByteArray("12345678\x80") << "12345678" + mark;
    }
    void judgesUtf8()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, repaired);
        const bool good = repaired.isNull() || bytes.isEmpty();
        QCOMPARE(isUtf8(bytes.constData(), std::size_t(bytes.size())), good);
        const std::string out = repairedUtf8(bytes.constData(), std::size_t(bytes.size()));
        QCOMPARE(QByteArray::fromStdString(out), good ? bytes : repaired);
        QVERIFY(isUtf8(out.data(), out.size()));
    }

    void keepsWhatItGaveUntilCleared()
    {
        TextArena arena;
        for (int round = 0; round < 3; ++round) {
            std::vector<std::pair<char*, std::size_t>> parts;
            for (std::size_t i = 0; i < 2'000; ++i) {
                const std::size_t size = i == 500 ? 3'000'000 : 13 + i % 1'000;
                char* memory = arena.take(size);
                std::memset(memory, int(i % 251), size);
                parts.emplace_back(memory, size);
            }
            for (std::size_t i = 0; i < parts.size(); ++i)
                for (std::size_t at : {std::size_t{0}, parts[i].second / 2, parts[i].second - 1})
                    QCOMPARE(int(static_cast<unsigned char>(parts[i].first[at])), int(i % 251));
            QVERIFY(arena.used() > 3'000'000);
            arena.clear();
            QCOMPARE(arena.used(), std::size_t{0});
        }
    }

    void writesTheShortestExactReal()
    {
        const auto text = [](double value) {
            char buffer[32];
            return QByteArray(buffer, qsizetype(realText(value, buffer)));
        };
        QCOMPARE(text(1.0), QByteArray("1.0"));
        QCOMPARE(text(-0.5), QByteArray("-0.5"));
        QCOMPARE(text(0.1 + 0.2), QByteArray("0.30000000000000004"));
        QCOMPARE(text(1e300), QByteArray("1e+300"));
        QCOMPARE(text(std::numeric_limits<double>::infinity()), QByteArray("inf"));
        QVERIFY(text(-std::numeric_limits<double>::denorm_min()).size() < 30);
    }
};

QTEST_GUILESS_MAIN(TestSqliteText)
#include "tst_sqlitetext.moc"
