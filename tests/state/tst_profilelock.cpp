// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/profilelock.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace leat;

// Our enums have a toString() of their own, which QCOMPARE takes for its own kind.
#define COMPARE_ENUM(actual, expected) QCOMPARE(toString(actual), toString(expected))

class TestProfileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoHoldsIt_T140();
    void releasedWithTheObject();
    void staleFileMeansNothing_T141();
    void fiveAtOnce_T140();
    void killedHolder_T141();
    void missingFolder();
};

void TestProfileLock::saysWhoHoldsIt_T140()
{
    const QTemporaryDir dir;
    const auto first = ProfileLock::acquire(dir.path(), QStringLiteral("leat"));
    QVERIFY(first);
    const auto second = ProfileLock::acquire(dir.path(), QStringLiteral("leatctl"));
    QVERIFY(!second);
    const Error& error = second.error();
    COMPARE_ENUM(error.code, ErrorCode::ProfileLocked);
    QCOMPARE(error.args[QStringLiteral("holder")], QStringLiteral("leat"));
    QCOMPARE(error.args[QStringLiteral("pid")], QString::number(QCoreApplication::applicationPid()));
    QVERIFY(!error.args[QStringLiteral("since")].isEmpty());
    QVERIFY(!(QFile::permissions(dir.filePath(QStringLiteral("profile.lock"))) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestProfileLock::releasedWithTheObject()
{
    const QTemporaryDir dir;
    { QVERIFY(ProfileLock::acquire(dir.path(), QStringLiteral("leat"))); }
    QVERIFY(QFile::exists(dir.filePath(QStringLiteral("profile.lock"))));
    QVERIFY(ProfileLock::acquire(dir.path(), QStringLiteral("leat")));
}

// A file that names process 1, or a process that lives, is not a lock.
void TestProfileLock::staleFileMeansNothing_T141()
{
    const QTemporaryDir dir;
    for (const qint64 pid : {qint64(1), QCoreApplication::applicationPid()}) {
        QFile file(dir.filePath(QStringLiteral("profile.lock")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("program"), QStringLiteral("old")}, {QStringLiteral("pid"), pid}}).toJson());
        file.close();
        QVERIFY(ProfileLock::acquire(dir.path(), QStringLiteral("leat")));
    }
}

static std::unique_ptr<QProcess> holder(const QString& dir)
{
    auto process = std::make_unique<QProcess>();
    process->start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), dir});
    return process;
}

void TestProfileLock::fiveAtOnce_T140()
{
    const QTemporaryDir dir;
    for (int round = 0; round < 5; ++round) {
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 5; ++i)
            processes.push_back(holder(dir.path()));
        QProcess* owner = nullptr;
        QList<QByteArray> refusals;
        for (const auto& process : processes) {
            QVERIFY(process->waitForReadyRead(20'000));
            const QByteArray line = process->readLine().trimmed();
            if (line == "owner") {
                QVERIFY2(!owner, "two processes own the profile");
                owner = process.get();
            } else {
                refusals.append(line);
            }
        }
        QVERIFY(owner);
        for (const QByteArray& line : refusals)
            QCOMPARE(line, QByteArray("profile-locked leatctl ") + QByteArray::number(owner->processId()));
        for (const auto& process : processes) {
            process->closeWriteChannel();
            QVERIFY(process->waitForFinished());
        }
    }
}

void TestProfileLock::killedHolder_T141()
{
    const QTemporaryDir dir;
    const std::unique_ptr<QProcess> process = holder(dir.path());
    QVERIFY(process->waitForReadyRead(20'000));
    QCOMPARE(process->readLine().trimmed(), QByteArray("owner"));
    QVERIFY(!ProfileLock::acquire(dir.path(), QStringLiteral("leat")));
    process->kill();
    QVERIFY(process->waitForFinished());
    QVERIFY(ProfileLock::acquire(dir.path(), QStringLiteral("leat")));
}

void TestProfileLock::missingFolder()
{
    const auto lock = ProfileLock::acquire(QStringLiteral("/nonexistent/leat"), QStringLiteral("leat"));
    QVERIFY(!lock);
    COMPARE_ENUM(lock.error().code, ErrorCode::ProfileNotWritable);
    QCOMPARE(lock.error().args[QStringLiteral("path")], QStringLiteral("/nonexistent/leat"));
}

static int hold(const QString& dir)
{
    const auto lock = ProfileLock::acquire(dir, QStringLiteral("leatctl"));
    if (lock)
        std::puts("owner");
    else
        std::printf("%s %s %s\n", qPrintable(toString(lock.error().code)), qPrintable(lock.error().args[QStringLiteral("holder")]),
            qPrintable(lock.error().args[QStringLiteral("pid")]));
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1;
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList args = app.arguments();
    if (args.size() == 3 && args[1] == QLatin1String("--hold"))
        return hold(args[2]);
    TestProfileLock test;
    return QTest::qExec(&test, args);
}
#include "tst_profilelock.moc"
