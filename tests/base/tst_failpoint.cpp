// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/result.h"
#include "engine/base/failpoint.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>
#include <thread>

using namespace leat;

namespace {

Result<int> passBy()
{
    LEAT_FAILPOINT("test.point");
    return 1;
}

} // namespace

class TestFailpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(failpoint::arm({})); }

    void failsOnceAtTheHitThatWasAsked()
    {
        QVERIFY(failpoint::arm(QStringLiteral("test.point=fail:disk-full@2")));
        QVERIFY(passBy());
        const Result<int> second = passBy();
        QVERIFY(!second);
        QVERIFY(second.error().code == ErrorCode::DiskFull);
        QVERIFY(passBy());
        QCOMPARE(failpoint::hits()[QStringLiteral("test.point")], 3);
    }

    void failsFromAHitOnwards()
    {
        QVERIFY(failpoint::arm(QStringLiteral("test.point=fail@2+")));
        QVERIFY(passBy());
        QVERIFY(!passBy());
        QVERIFY(!passBy());
    }

    void throwsWhatALibraryWouldThrow()
    {
        QVERIFY(failpoint::arm(QStringLiteral("test.point=throw@2")));
        QVERIFY(passBy());
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, passBy());
        QVERIFY(passBy());
    }

    void theStarCountsAllPoints()
    {
        QVERIFY(failpoint::arm(QStringLiteral("*=fail@3")));
        LEAT_KILLPOINT("test.other");
        QVERIFY(passBy());
        QVERIFY(!passBy());
    }

    void pausesUntilTheFileIsThere()
    {
        QTemporaryDir dir;
        const QString go = dir.filePath(QStringLiteral("go"));
        QVERIFY(failpoint::arm(QStringLiteral("test.point=pause:") + go));
        std::atomic<bool> passed{false};
        std::thread other([&] { passed = passBy().has_value(); });
        QTRY_VERIFY(QFile::exists(go + QStringLiteral(".reached")));
        QVERIFY(!passed);
        QFile file(go);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        other.join();
        QVERIFY(passed);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"=kill", "a", "a=burn", "a=kill@0", "a=kill@x", "a=pause"})
            QTest::addRow("%s", text) << QString::fromLatin1(text);
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, text);
        QVERIFY(!failpoint::arm(text));
    }
};

QTEST_GUILESS_MAIN(TestFailpoint)
#include "tst_failpoint.moc"
