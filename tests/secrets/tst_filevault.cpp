// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/filevaultbroker.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace leat;

#define COMPARE_ENUM(actual, expected) QCOMPARE(toString(actual), toString(expected))

class TestFileVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void secretsComeBack();
    void realCost();
    void wrongPassphrase();
    void missingFile();
    void existingFile();
    void nothingReadable();
    void privateFile_S39();
    void eachWriteHasItsNonce();
    void everyHeaderByteCounts();
    void bodyBytesCount();
    void everyLengthCounts();
    void forgedHeader();
    void failedWriteKeepsTheOld_T135();
    void fingerprints();
    void manyCallers();

private:
    std::unique_ptr<FileVaultBroker> make();
    Result<std::unique_ptr<FileVaultBroker>> open(const char* passphrase = "correct horse");
    QByteArray contents() const;
    void put(const QByteArray& bytes) const;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

static Secret secret(QByteArray bytes)
{
    return Secret::take(bytes);
}

static QByteArray bytesOf(const Result<Secret>& read)
{
    return read ? QByteArray(read->view().data(), qsizetype(read->view().size())) : "error " + toString(read.error().code).toUtf8();
}

void TestFileVault::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath(QStringLiteral("vault"));
}

// Cheap derivation: the tests open hundreds of vaults.
std::unique_ptr<FileVaultBroker> TestFileVault::make()
{
    Result<std::unique_ptr<FileVaultBroker>> made = FileVaultBroker::create(m_file, secret("correct horse"), {10, 8, 1});
    return made ? std::move(*made) : nullptr;
}

Result<std::unique_ptr<FileVaultBroker>> TestFileVault::open(const char* passphrase)
{
    return FileVaultBroker::open(m_file, secret(passphrase));
}

QByteArray TestFileVault::contents() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestFileVault::put(const QByteArray& bytes) const
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestFileVault::secretsComeBack()
{
    const QByteArray large(64 * 1024, '\x01');
    {
        const auto vault = make();
        QVERIFY(vault);
        QVERIFY(vault->write(QStringLiteral("1/password"), secret("pä\0ß'\"")));
        QVERIFY(vault->write(QStringLiteral("2/key"), secret(large)));
        QVERIFY(vault->write(QStringLiteral("ü"), secret("x")));
        QVERIFY(vault->remove(QStringLiteral("ü")));
        QVERIFY(vault->remove(QStringLiteral("never there")));
    }
    const auto vault = open();
    QVERIFY(vault);
    QCOMPARE(bytesOf((*vault)->read(QStringLiteral("1/password"), true)), QByteArray("pä\0ß'\""));
    QCOMPARE(bytesOf((*vault)->read(QStringLiteral("2/key"), true)), large);
    COMPARE_ENUM((*vault)->read(QStringLiteral("ü"), false).error().code, ErrorCode::SecretMissing);
    COMPARE_ENUM((*vault)->read(QStringLiteral("ü"), true).error().code, ErrorCode::KeychainReset);
    COMPARE_ENUM((*vault)->probe(true), KeychainState::FileVault);
}

void TestFileVault::realCost()
{
    const auto made = FileVaultBroker::openOrCreate(m_file, secret("correct horse"));
    QVERIFY(made);
    const std::optional<VaultHeader> header = readVaultHeader(contents());
    QVERIFY(header.has_value());
    QCOMPARE(int(header->cost.logN), 17);
    QCOMPARE(int(header->cost.r), 8);
    QCOMPARE(int(header->cost.p), 1);
    QVERIFY(FileVaultBroker::openOrCreate(m_file, secret("correct horse")));
}

void TestFileVault::wrongPassphrase()
{
    QVERIFY(make());
    const QByteArray before = contents();
    for (const char* wrong : {"", "Correct horse", "correct horse "}) {
        const auto vault = open(wrong);
        QVERIFY(!vault);
        COMPARE_ENUM(vault.error().code, ErrorCode::VaultWrongPassphrase);
        QCOMPARE(vault.error().args[QStringLiteral("path")], m_file);
    }
    QCOMPARE(contents(), before);
}

void TestFileVault::missingFile()
{
    COMPARE_ENUM(open().error().code, ErrorCode::FileMissing);
}

void TestFileVault::existingFile()
{
    put("something else");
    const auto vault = FileVaultBroker::create(m_file, secret("x"), {10, 8, 1});
    QVERIFY(!vault);
    COMPARE_ENUM(vault.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(contents(), QByteArray("something else"));
    COMPARE_ENUM(FileVaultBroker::create(m_dir->filePath(QStringLiteral("new")), Secret(), {10, 8, 1}).error().code,
        ErrorCode::VaultWrongPassphrase);
}

void TestFileVault::nothingReadable()
{
    const auto vault = make();
    QVERIFY(vault->write(QStringLiteral("reference-name"), secret("hunter2-canary")));
    const QByteArray bytes = contents();
    QVERIFY(!bytes.contains("hunter2-canary"));
    QVERIFY(!bytes.contains("reference-name"));
    QVERIFY(!bytes.contains("correct horse"));
}

void TestFileVault::privateFile_S39()
{
    const auto vault = make();
    const QFile::Permissions open = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_file) & open));
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(vault->write(QStringLiteral("x"), secret("y")));
    QVERIFY(!(QFile::permissions(m_file) & open));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestFileVault::eachWriteHasItsNonce()
{
    const auto vault = make();
    std::set<QByteArray> nonces;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(vault->write(QStringLiteral("x"), secret("same")));
        nonces.insert(readVaultHeader(contents())->nonce);
    }
    QCOMPARE(nonces.size(), std::size_t(20));
}

void TestFileVault::everyHeaderByteCounts()
{
    {
        const auto vault = make();
        QVERIFY(vault->write(QStringLiteral("x"), secret("y")));
    }
    const QByteArray whole = contents();
    for (int i = 0; i < VaultHeader::bytes; ++i) {
        for (const int bit : {0, 3, 7}) {
            QByteArray bad = whole;
            bad[i] = char(bad[i] ^ (1 << bit));
            put(bad);
            const auto vault = open();
            QVERIFY2(!vault, qPrintable(QString::number(i)));
            COMPARE_ENUM(vault.error().code, ErrorCode::VaultCorrupt);
        }
    }
    put(whole);
    QVERIFY(open());
}

void TestFileVault::bodyBytesCount()
{
    {
        const auto vault = make();
        QVERIFY(vault->write(QStringLiteral("x"), secret("y")));
    }
    const QByteArray whole = contents();
    for (qsizetype i = VaultHeader::bytes; i < whole.size(); ++i) {
        QByteArray bad = whole;
        bad[i] = char(bad[i] ^ 1);
        put(bad);
        const auto vault = open();
        QVERIFY2(!vault, qPrintable(QString::number(i)));
        COMPARE_ENUM(vault.error().code, ErrorCode::VaultCorrupt);
    }
}

void TestFileVault::everyLengthCounts()
{
    { const auto vault = make(); }
    const QByteArray whole = contents();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        put(whole.left(size));
        COMPARE_ENUM(open().error().code, ErrorCode::VaultCorrupt);
    }
    put(whole + 'x');
    COMPARE_ENUM(open().error().code, ErrorCode::VaultCorrupt);
}

// Somebody who mends the checksum still cannot change a thing: not the cost, not the nonce.
void TestFileVault::forgedHeader()
{
    { const auto vault = make(); }
    const QByteArray whole = contents();
    for (int i = 0; i < VaultHeader::bytes - 32; ++i) {
        QByteArray bad = whole;
        bad[i] = char(bad[i] ^ 1);
        bad.replace(VaultHeader::bytes - 32, 32, crypto::sha256(bad.left(VaultHeader::bytes - 32)));
        put(bad);
        const auto vault = open();
        QVERIFY2(!vault, qPrintable(QString::number(i)));
        QVERIFY(vault.error().code == ErrorCode::VaultCorrupt || vault.error().code == ErrorCode::VaultWrongPassphrase);
    }
    // A cost that would take all memory is refused before it is tried.
    QByteArray costly = whole;
    costly[8] = 63;
    costly.replace(VaultHeader::bytes - 32, 32, crypto::sha256(costly.left(VaultHeader::bytes - 32)));
    put(costly);
    QElapsedTimer timer;
    timer.start();
    COMPARE_ENUM(open().error().code, ErrorCode::VaultCorrupt);
    QVERIFY(timer.elapsed() < 2000);
}

void TestFileVault::failedWriteKeepsTheOld_T135()
{
    const auto vault = make();
    QVERIFY(vault->write(QStringLiteral("x"), secret("old")));
    const QByteArray before = contents();
    const QString away = m_dir->path() + QStringLiteral("-away");
    QVERIFY(QDir().rename(m_dir->path(), away));
    const Result<void> failed = vault->write(QStringLiteral("x"), secret("new"));
    QVERIFY(QDir().rename(away, m_dir->path()));
    QVERIFY(!failed);
    COMPARE_ENUM(failed.error().code, ErrorCode::ProfileNotWritable);
    QCOMPARE(contents(), before);
    QCOMPARE(bytesOf(vault->read(QStringLiteral("x"), true)), QByteArray("old"));
    QVERIFY(vault->write(QStringLiteral("x"), secret("new")));
}

void TestFileVault::fingerprints()
{
    QString first;
    {
        const auto vault = make();
        first = *vault->fingerprint(secret("same"));
        QCOMPARE(first.size(), 64);
        QVERIFY(*vault->fingerprint(secret("other")) != first);
    }
    QCOMPARE(*(*open())->fingerprint(secret("same")), first);
    QVERIFY(QFile::remove(m_file));
    QVERIFY(*make()->fingerprint(secret("same")) != first);
}

void TestFileVault::manyCallers()
{
    const auto vault = make();
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 10; ++i) {
                const QByteArray value = QByteArray::number(t * 100 + i);
                failures += !vault->write(QString::number(t), secret(value));
                failures += bytesOf(vault->read(QString::number(t), true)) != value;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    const auto again = open();
    for (int t = 0; t < 8; ++t)
        QCOMPARE(bytesOf((*again)->read(QString::number(t), true)), QByteArray::number(t * 100 + 9));
}

QTEST_GUILESS_MAIN(TestFileVault)
#include "tst_filevault.moc"
