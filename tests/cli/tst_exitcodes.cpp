// SPDX-License-Identifier: GPL-3.0-or-later
#include "clilab.h"

#include "app/cli/exitcodes.h"

#include <QTest>

using namespace leat;

class TestExitCodes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasACodeOfTheTable();
    void examples_data();
    void examples();
    void worstOfASync_data();
    void worstOfASync();
    void worseIsAnOrder();
    void helpPrintsEveryCode();
};

namespace {

// FenceLost is the last code of the enumeration.
std::vector<ErrorCode> allCodes()
{
    std::vector<ErrorCode> codes;
    for (int c = 0; c <= static_cast<int>(ErrorCode::FenceLost); ++c)
        codes.push_back(static_cast<ErrorCode>(c));
    return codes;
}

} // namespace

void TestExitCodes::everyErrorHasACodeOfTheTable()
{
    for (const ErrorCode code : allCodes()) {
        QVERIFY2(!toString(code).isEmpty(), "a code without a name");
        const int exit = exitCodeFor(code);
        const auto meanings = exitCodeMeanings();
        QVERIFY2(std::any_of(meanings.begin(), meanings.end(), [exit](const ExitCodeMeaning& m) { return m.code == exit; }),
            qPrintable(toString(code)));
        QVERIFY2(exit != exitcode::Ok, qPrintable(toString(code)));
        // The program alone is to blame for a row too few (T221).
        const bool ownFault = code == ErrorCode::Internal || code == ErrorCode::CountMismatch;
        QVERIFY2(ownFault || exit != exitcode::InternalFault, qPrintable(toString(code)));
    }
    QCOMPARE(toString(static_cast<ErrorCode>(static_cast<int>(ErrorCode::FenceLost) + 1)), QString());
}

void TestExitCodes::examples_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("exit");
    const std::pair<const char*, int> rows[] = {{"internal", 70}, {"cancelled", 130}, {"busy", 75}, {"not-found", 64},
        {"malformed-url", 64}, {"unknown-option", 64}, {"profile-locked", 75}, {"profile-newer", 65},
        {"profile-unreadable", 65}, {"profile-not-writable", 73}, {"keychain-locked", 77}, {"vault-wrong-passphrase", 77},
        {"host-unknown", 69}, {"connection-refused", 69}, {"tls-untrusted", 69}, {"authentication-failed", 77},
        {"database-missing", 69}, {"permission-denied", 77}, {"too-many-connections", 75}, {"file-missing", 69},
        {"key-required", 65}, {"column-missing", 65}, {"held-back-empty", 1}, {"warehouse-locked", 75}, {"disk-full", 73},
        {"query-not-read-only", 64}, {"warehouse-query-failed", 65}};
    for (const auto& [code, exit] : rows)
        QTest::newRow(code) << QString::fromLatin1(code) << exit;
}

void TestExitCodes::examples()
{
    QFETCH(QString, code);
    QFETCH(int, exit);
    QCOMPARE(exitCodeFor(errorCodeFromString(code)), exit);
}

void TestExitCodes::worstOfASync_data()
{
    QTest::addColumn<QStringList>("runs");
    QTest::addColumn<int>("exit");
    const auto row = [](const char* runs, int exit) {
        QTest::newRow(runs) << QString::fromLatin1(runs).split(QLatin1Char(' '), Qt::SkipEmptyParts) << exit;
    };
    row("", 0);
    row("ok ok", 0);
    row("ok authentication-failed", 1);
    row("authentication-failed authentication-failed", 77);
    row("connection-refused authentication-failed", 77);
    row("key-required", 65);
    row("disk-full key-required connection-refused", 73);
    row("held-back-empty ok", 1);
    row("held-back-empty", 1);
    row("ok cancelled", 130);
    row("host-unknown", 69);
}

void TestExitCodes::worstOfASync()
{
    QFETCH(QStringList, runs);
    QFETCH(int, exit);
    const World world = lab::shopWorld();
    std::vector<RunInfo> list;
    for (const QString& name : runs) {
        if (name == QLatin1String("ok"))
            list.push_back(lab::runOf(world.schemas[0], RunId{1}, RunStatus::Completed));
        else if (name == QLatin1String("cancelled"))
            list.push_back(lab::runOf(world.schemas[0], RunId{1}, RunStatus::Cancelled));
        else
            list.push_back(lab::runOf(world.schemas[0], RunId{1}, RunStatus::Failed, makeError(errorCodeFromString(name))));
    }
    QCOMPARE(exitCodeFor(list), exit);
}

void TestExitCodes::worseIsAnOrder()
{
    for (const ExitCodeMeaning& a : exitCodeMeanings())
        for (const ExitCodeMeaning& b : exitCodeMeanings())
            QCOMPARE(worse(a.code, b.code), worse(b.code, a.code));
    QCOMPARE(worse(0, 1), 1);
    QCOMPARE(worse(69, 1), 69);
    QCOMPARE(worse(70, 130), 130);
}

void TestExitCodes::helpPrintsEveryCode()
{
    lab::CliLab lab;
    const lab::Ran ran = lab.run("help exit-codes");
    QCOMPARE(ran.code, 0);
    for (const int code : {0, 1, 64, 65, 69, 70, 73, 75, 77, 130, 143})
        QVERIFY2(ran.out.contains(QStringLiteral("%1  ").arg(code)), qPrintable(ran.out));
    QVERIFY(!lab.engine.opened);
    QCOMPARE(lab.run("help exit-codes --json").json().array().size(), 11);
}

QTEST_GUILESS_MAIN(TestExitCodes)
#include "tst_exitcodes.moc"
