// SPDX-License-Identifier: GPL-3.0-or-later
// Run through tests/support/with-keyring.sh, which says which of the tests fit.
#include "engine/secrets/keychainbroker.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <thread>
#include <vector>

using namespace leat;
using namespace std::chrono_literals;

#define COMPARE_ENUM(actual, expected) QCOMPARE(toString(actual), toString(expected))

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storeReadRemove();
    void anyBytes_data();
    void anyBytes();
    void tooLong_S02();
    void profilesAreApart();
    void absentSecret();
    void resetBehindOurBack();
    void probes();
    void fingerprints();
    void manyCallers();
    void nobodyAnswers();
    void lockedCollection();
    void noSecretService();
    void noBus();

private:
    QString m_profile;
};

static Secret secret(QByteArray bytes)
{
    return Secret::take(bytes);
}

static QByteArray bytesOf(const Result<Secret>& read)
{
    return read ? QByteArray(read->view().data(), qsizetype(read->view().size())) : "error " + toString(read.error().code).toUtf8() + read.error().detail.toUtf8();
}

static QByteArray problemOf(const Result<void>& done)
{
    return done ? QByteArray() : toString(done.error().code).toUtf8() + ' ' + done.error().detail.toUtf8();
}

#define VERIFY_OK(done) QCOMPARE(problemOf(done), QByteArray())

// The wrapper starts the program with one kind of keychain; tests for another kind are not its.
static bool isUnlockedRun()
{
    return qEnvironmentVariableIsSet("LEAT_KEYRING_PID");
}

#define UNLOCKED_ONLY() \
    if (!isUnlockedRun()) \
        QSKIP("needs an unlocked keyring")

void TestKeychain::init()
{
    m_profile = QStringLiteral("test-%1-%2").arg(QCoreApplication::applicationPid()).arg(QLatin1String(QTest::currentTestFunction()));
}

void TestKeychain::storeReadRemove()
{
    UNLOCKED_ONLY();
    KeychainBroker broker(m_profile, false);
    VERIFY_OK(broker.write(QStringLiteral("1/password"), secret("first")));
    QCOMPARE(bytesOf(broker.read(QStringLiteral("1/password"), true)), QByteArray("first"));
    VERIFY_OK(broker.write(QStringLiteral("1/password"), secret("second")));
    QCOMPARE(bytesOf(broker.read(QStringLiteral("1/password"), true)), QByteArray("second"));
    VERIFY_OK(broker.remove(QStringLiteral("1/password")));
    COMPARE_ENUM(broker.read(QStringLiteral("1/password"), false).error().code, ErrorCode::SecretMissing);
    VERIFY_OK(broker.remove(QStringLiteral("1/password")));
    // A second broker of the process gets answers too.
    KeychainBroker other(m_profile, true);
    VERIFY_OK(other.write(QStringLiteral("1/password"), secret("third")));
    QCOMPARE(bytesOf(broker.read(QStringLiteral("1/password"), true)), QByteArray("third"));
    VERIFY_OK(other.remove(QStringLiteral("1/password")));
}

void TestKeychain::anyBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("4000 bytes") << QByteArray(4000, 'k');
    QTest::newRow("largest") << QByteArray(int(KeychainBroker::maxBytes()), '\x7f');
    QTest::newRow("zero bytes inside") << QByteArray("a\0b\0", 4);
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80");
    QTest::newRow("UTF-8, quotes") << QByteArray("pä'ß\"w\\%\n");
}

void TestKeychain::anyBytes()
{
    UNLOCKED_ONLY();
    QFETCH(QByteArray, bytes);
    KeychainBroker broker(m_profile, false);
    VERIFY_OK(broker.write(QStringLiteral("x"), secret(bytes)));
    QCOMPARE(bytesOf(broker.read(QStringLiteral("x"), true)), bytes);
    VERIFY_OK(broker.remove(QStringLiteral("x")));
}

void TestKeychain::tooLong_S02()
{
    UNLOCKED_ONLY();
    KeychainBroker broker(m_profile, false);
    VERIFY_OK(broker.write(QStringLiteral("x"), secret("old")));
    const Result<void> refused = broker.write(QStringLiteral("x"), secret(QByteArray(int(KeychainBroker::maxBytes()) + 1, 'k')));
    QVERIFY(!refused);
    COMPARE_ENUM(refused.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(bytesOf(broker.read(QStringLiteral("x"), true)), QByteArray("old"));
    VERIFY_OK(broker.remove(QStringLiteral("x")));
}

void TestKeychain::profilesAreApart()
{
    UNLOCKED_ONLY();
    KeychainBroker one(m_profile + QStringLiteral("-1"), false);
    KeychainBroker two(m_profile + QStringLiteral("-2"), false);
    VERIFY_OK(one.write(QStringLiteral("x"), secret("one")));
    VERIFY_OK(two.write(QStringLiteral("x"), secret("two")));
    VERIFY_OK(two.remove(QStringLiteral("x")));
    QCOMPARE(bytesOf(one.read(QStringLiteral("x"), true)), QByteArray("one"));
    VERIFY_OK(one.remove(QStringLiteral("x")));
}

void TestKeychain::absentSecret()
{
    UNLOCKED_ONLY();
    KeychainBroker broker(m_profile, false);
    COMPARE_ENUM(broker.read(QStringLiteral("never"), false).error().code, ErrorCode::SecretMissing);
}

void TestKeychain::resetBehindOurBack()
{
    UNLOCKED_ONLY();
    KeychainBroker broker(m_profile, false);
    VERIFY_OK(broker.write(QStringLiteral("1/password"), secret("kept")));
    VERIFY_OK(KeychainBroker(m_profile, false).remove(QStringLiteral("1/password")));
    COMPARE_ENUM(broker.read(QStringLiteral("1/password"), true).error().code, ErrorCode::KeychainReset);
    COMPARE_ENUM(broker.probe(true), KeychainState::Reset);
    VERIFY_OK(broker.write(QStringLiteral("1/password"), secret("again")));
    COMPARE_ENUM(broker.probe(false), KeychainState::Available);
    QCOMPARE(bytesOf(broker.read(QStringLiteral("1/password"), true)), QByteArray("again"));
    VERIFY_OK(broker.remove(QStringLiteral("1/password")));
}

void TestKeychain::probes()
{
    UNLOCKED_ONLY();
    KeychainBroker broker(m_profile, false);
    COMPARE_ENUM(broker.probe(true), KeychainState::Available);
    COMPARE_ENUM(broker.read(QStringLiteral(".canary"), false).error().code, ErrorCode::SecretMissing);
}

void TestKeychain::fingerprints()
{
    UNLOCKED_ONLY();
    KeychainBroker broker(m_profile, false);
    const Result<QString> one = broker.fingerprint(secret("same"));
    QVERIFY(one);
    QCOMPARE(one->size(), 64);
    QCOMPARE(*broker.fingerprint(secret("same")), *one);
    QVERIFY(*broker.fingerprint(secret("other")) != *one);
    // The key is in the keychain: another start gives the same, another profile does not.
    QCOMPARE(*KeychainBroker(m_profile, false).fingerprint(secret("same")), *one);
    QVERIFY(*KeychainBroker(m_profile + QStringLiteral("2"), false).fingerprint(secret("same")) != *one);
}

void TestKeychain::manyCallers()
{
    UNLOCKED_ONLY();
    KeychainBroker broker(m_profile, false);
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            const QString reference = QStringLiteral("%1/password").arg(t);
            for (int i = 0; i < 5; ++i) {
                const QByteArray value = QByteArray::number(t * 100 + i);
                failures += !broker.write(reference, secret(value));
                failures += bytesOf(broker.read(reference, true)) != value;
            }
            failures += !broker.remove(reference);
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
}

// The daemon is stopped in the middle: calls end at their deadline, and when it goes on its late
// answers disturb nobody.
void TestKeychain::nobodyAnswers()
{
    UNLOCKED_ONLY();
    const pid_t daemon = pid_t(qEnvironmentVariableIntValue("LEAT_KEYRING_PID"));
    KeychainBroker broker(m_profile, 700ms);
    VERIFY_OK(broker.write(QStringLiteral("x"), secret("before")));
    QCOMPARE(::kill(daemon, SIGSTOP), 0);
    QElapsedTimer timer;
    timer.start();
    const Result<Secret> read = broker.read(QStringLiteral("x"), true);
    const qint64 first = timer.restart();
    const Result<void> write = broker.write(QStringLiteral("x"), secret("never"));
    const qint64 second = timer.restart();
    const KeychainState state = broker.probe(true);
    QCOMPARE(::kill(daemon, SIGCONT), 0);
    QVERIFY(!read && !write);
    COMPARE_ENUM(read.error().code, ErrorCode::KeychainTimeout);
    COMPARE_ENUM(write.error().code, ErrorCode::KeychainTimeout);
    COMPARE_ENUM(state, KeychainState::Unknown);
    QVERIFY2(first >= 690 && first < 3000 && second >= 690 && second < 3000, "not at the deadline");
    // What had not begun is not done later.
    KeychainBroker patient(m_profile, 20s);
    QCOMPARE(bytesOf(patient.read(QStringLiteral("x"), true)), QByteArray("before"));
    VERIFY_OK(patient.write(QStringLiteral("x"), secret("after")));
    QCOMPARE(bytesOf(broker.read(QStringLiteral("x"), true)), QByteArray("after"));
    VERIFY_OK(patient.remove(QStringLiteral("x")));
}

static bool lockKeyring()
{
    return QProcess::execute(QStringLiteral("dbus-send"),
               {QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--dest=org.freedesktop.secrets"),
                   QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                   QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")})
        == 0;
}

// Last of the unlocked ones: nobody can unlock it again here.
void TestKeychain::lockedCollection()
{
    UNLOCKED_ONLY();
    KeychainBroker broker(m_profile, false);
    VERIFY_OK(broker.write(QStringLiteral("1/password"), secret("kept")));
    COMPARE_ENUM(broker.probe(true), KeychainState::Available);
    QVERIFY(lockKeyring());
    // QtKeychain says "not found" here; the secret is not lost.
    COMPARE_ENUM(broker.read(QStringLiteral("1/password"), true).error().code, ErrorCode::KeychainLocked);
    COMPARE_ENUM(broker.probe(true), KeychainState::Locked);
    COMPARE_ENUM(broker.write(QStringLiteral("1/password"), secret("new")).error().code, ErrorCode::KeychainLocked);
    COMPARE_ENUM(broker.remove(QStringLiteral("1/password")).error().code, ErrorCode::KeychainLocked);
    COMPARE_ENUM(KeychainBroker(m_profile, false).fingerprint(secret("x")).error().code, ErrorCode::KeychainLocked);
}

static void expectMissing(const QString& profile)
{
    KeychainBroker broker(profile, false);
    COMPARE_ENUM(broker.read(QStringLiteral("x"), true).error().code, ErrorCode::KeychainMissing);
    COMPARE_ENUM(broker.read(QStringLiteral("x"), false).error().code, ErrorCode::KeychainMissing);
    COMPARE_ENUM(broker.write(QStringLiteral("x"), secret("canary-on-disk")).error().code, ErrorCode::KeychainMissing);
    COMPARE_ENUM(broker.remove(QStringLiteral("x")).error().code, ErrorCode::KeychainMissing);
    COMPARE_ENUM(broker.probe(true), KeychainState::Missing);
    COMPARE_ENUM(broker.fingerprint(secret("x")).error().code, ErrorCode::KeychainMissing);
    // No silent plain text anywhere (S01).
    QProcess grep;
    grep.start(QStringLiteral("grep"), {QStringLiteral("-r"), QStringLiteral("canary-on-disk"), qEnvironmentVariable("HOME")});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.exitCode(), 1);
}

void TestKeychain::noSecretService()
{
    if (isUnlockedRun())
        QSKIP("run by tst_keychain_absent");
    expectMissing(m_profile);
}

void TestKeychain::noBus()
{
    if (isUnlockedRun())
        QSKIP("run by tst_keychain_nobus");
    // A process connects once, so that each way of having no bus needs its own.
    for (const char* address : {"disabled:", "unix:path=/nonexistent/bus", ""}) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        if (*address)
            environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QLatin1String(address));
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("noSecretService")});
        QVERIFY(child.waitForFinished(60'000));
        QVERIFY2(child.exitCode() == 0, child.readAll() + address);
    }
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
