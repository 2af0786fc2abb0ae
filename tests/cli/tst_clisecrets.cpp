// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretinput.h"

#include "clilab.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace leat;

/// Threats S01, S04, S05: passwords never in arguments, never in output.
class TestCliSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedInArguments_data();
    void refusedInArguments();
    void addressesWithoutPassword_data();
    void addressesWithoutPassword();
    void addressesWithPassword_data();
    void addressesWithPassword();
    void theSourceTypeHasTheLastWord();
    void readFromStdin();
    void urlThenPasswordFromStdin();
    void readFromFileAndEnvironment();
    void promptHidesTyping();
    void promptNeedsATerminal();
    void missingSecrets();
    void vaultPassphrase();
    void otherSecrets();
    void confirmationByName();
};

namespace {

const QString kCanary = QStringLiteral("c4n4ry-S3cret");

std::string passwordOf(const SecretMap& secrets)
{
    const auto found = secrets.find(QStringLiteral("password"));
    return found == secrets.end() ? std::string() : std::string(found->second.view());
}

QString writeFile(const QTemporaryDir& dir, const QByteArray& bytes)
{
    QFile file(dir.filePath(QStringLiteral("pw")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

} // namespace

void TestCliSecrets::refusedInArguments_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line : {"source add x postgresql://me:%1@db/shop", "source add x postgresql://db/shop?password=%1",
             "source add x host=db;password=%1", "source add x --type postgres --set password=%1",
             "source add x --type postgres --set host=db --password %1", "source add x --password=%1",
             "source add x --type postgres --set host=postgres://a:%1@b/c", "source add x --type postgres --set apitoken=%1",
             "source set shop password=%1", "source set shop PASSWORD=%1", "--password=%1 source list", "source list --pasword %1",
             "source add x --password-stdin=%1", "source add --type postgres x u --password %1 y",
             "source list postgresql://me:%1@db/shop", "password=%1", "schema list --json=%1", "source add x -p%1",
             "--vault-passphrase=%1 source list", "history --limit %1 --json", "history log %1"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCliSecrets::refusedInArguments()
{
    QFETCH(QString, line);
    lab::CliLab lab;
    for (const QString& more : {QString(), QStringLiteral(" --verbose"), QStringLiteral(" --json")}) {
        const lab::Ran ran = lab.run((line.arg(kCanary) + more).split(QLatin1Char(' ')));
        QCOMPARE(ran.code, 64);
        QVERIFY2(!(ran.out + ran.err).contains(kCanary), qPrintable(ran.out + ran.err));
        QVERIFY(lab.engine.last<AddSource>() == nullptr);
        QVERIFY(lab.engine.last<UpdateSource>() == nullptr);
    }
}

void TestCliSecrets::addressesWithoutPassword_data()
{
    QTest::addColumn<QString>("address");
    for (const char* address : {"postgresql://db.example.com/shop", "postgresql://reader@db.example.com:5432/shop?sslmode=verify-full",
             "postgresql:///shop?host=/run/postgresql", "/data/notes.db", "host=db user=me dbname=shop",
             "postgresql://[::1]:5432/shop", "postgresql://db:5432/shop?user=a@b", "C:\\data\\x.db", ""})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestCliSecrets::addressesWithoutPassword()
{
    QFETCH(QString, address);
    QVERIFY(!holdsSecret(address));
}

void TestCliSecrets::addressesWithPassword_data()
{
    QTest::addColumn<QString>("address");
    for (const char* address : {"postgresql://me:pw@db/shop", "postgresql://me:p/w@db/shop", "postgresql://me:p@w@db/shop",
             "postgresql://me:p?w@db/shop", "postgresql://me:p#w@db/shop", "postgresql://:pw@db/shop", "postgresql://me:pw@/shop",
             "postgresql://db/shop?PASSWORD=pw", "host=db password = pw", "host=db;Pwd=pw", "https://x/?a=1&api_key=pw",
             "https://x/#token=pw", "postgresql://db/shop?sslpassword=pw"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestCliSecrets::addressesWithPassword()
{
    QFETCH(QString, address);
    QVERIFY(holdsSecret(address));
}

void TestCliSecrets::theSourceTypeHasTheLastWord()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        if (!std::holds_alternative<ParseSourceUrl>(command))
            return std::nullopt;
        ParsedUrl parsed;
        parsed.type = QStringLiteral("postgres");
        QString hidden = kCanary;
        parsed.secrets.emplace(QStringLiteral("password"), Secret::take(hidden));
        return Result<Reply>(Reply(std::move(parsed)));
    };
    const lab::Ran ran = lab.run("source add x odd-spelling");
    QCOMPARE(ran.code, 64);
    QVERIFY(lab.engine.last<AddSource>() == nullptr);
    QVERIFY(!(ran.out + ran.err).contains(kCanary));
}

void TestCliSecrets::readFromStdin()
{
    for (const char* ending : {"", "\n", "\r\n"}) {
        lab::CliLab lab;
        lab.terminal.input = kCanary.toUtf8() + ending;
        const lab::Ran ran = lab.run("source add x --type postgres --set host=db --password-stdin --json --verbose");
        QCOMPARE(ran.code, 0);
        QCOMPARE(passwordOf(lab.engine.last<AddSource>()->draft.secrets), kCanary.toStdString());
        QVERIFY(!(ran.out + ran.err).contains(kCanary));
        QVERIFY(!lab.terminal.echoed);
    }
    lab::CliLab lab;
    lab.terminal.input = "n3w\n";
    QCOMPARE(lab.run("source set shop --password-stdin port=6432").code, 0);
    QCOMPARE(passwordOf(lab.engine.last<UpdateSource>()->secrets), std::string("n3w"));
    QCOMPARE(lab.engine.last<UpdateSource>()->settings.value(QStringLiteral("port")), QStringLiteral("6432"));
    QCOMPARE(lab.engine.last<UpdateSource>()->settings.size(), 1);
}

void TestCliSecrets::urlThenPasswordFromStdin()
{
    lab::CliLab lab;
    lab.terminal.input = "postgresql://me:old@db/shop\n" + kCanary.toUtf8() + "\n";
    const lab::Ran ran = lab.run("source add x --url-stdin --password-stdin");
    QCOMPARE(ran.code, 0);
    QCOMPARE(passwordOf(lab.engine.last<AddSource>()->draft.secrets), kCanary.toStdString());
    lab.terminal.input = "postgresql://me:" + kCanary.toUtf8() + "@db/shop\n";
    const lab::Ran alone = lab.run("source add y --url-stdin");
    QCOMPARE(alone.code, 0);
    QCOMPARE(passwordOf(lab.engine.last<AddSource>()->draft.secrets), kCanary.toStdString());
    QVERIFY(!(ran.out + ran.err + alone.out + alone.err).contains(kCanary));
}

void TestCliSecrets::readFromFileAndEnvironment()
{
    QTemporaryDir dir;
    const QString path = writeFile(dir, kCanary.toUtf8() + "\n");
    lab::CliLab lab;
    lab.run({QStringLiteral("source"), QStringLiteral("set"), QStringLiteral("shop"), QStringLiteral("--password-file"), path});
    QCOMPARE(passwordOf(lab.engine.last<UpdateSource>()->secrets), kCanary.toStdString());
    lab.terminal.variables["SHOP_PW"] = "from-env";
    lab.run("source set shop --password-env SHOP_PW");
    QCOMPARE(passwordOf(lab.engine.last<UpdateSource>()->secrets), std::string("from-env"));
    QVERIFY(!lab.terminal.variables.contains("SHOP_PW")); // no child inherits it
}

void TestCliSecrets::promptHidesTyping()
{
    lab::CliLab lab;
    lab.terminal.keyboard = true;
    lab.terminal.input = kCanary.toUtf8() + "\n";
    const lab::Ran ran = lab.run("source set shop --password-prompt");
    QCOMPARE(ran.code, 0);
    QCOMPARE(passwordOf(lab.engine.last<UpdateSource>()->secrets), kCanary.toStdString());
    QVERIFY(!lab.terminal.echoed);
    QVERIFY(ran.err.contains(QStringLiteral("password: ")));
}

void TestCliSecrets::promptNeedsATerminal()
{
    lab::CliLab lab;
    lab.terminal.input = "x\n";
    QCOMPARE(lab.run("source set shop --password-prompt").code, 64);
    lab.terminal.keyboard = true;
    QCOMPARE(lab.run("source set shop --password-prompt --no-input").code, 64);
    QVERIFY(lab.engine.last<UpdateSource>() == nullptr);
}

void TestCliSecrets::missingSecrets()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("source set shop --password-stdin").code, 77);
    QCOMPARE(lab.run("source set shop --password-env NOT_THERE").code, 77);
    QCOMPARE(lab.run("source set shop --password-file /nowhere/pw").code, 77);
    lab.terminal.input = "a\nb\n";
    QCOMPARE(lab.run("source set shop --password-stdin --password-file /x").code, 64);
    QVERIFY(lab.engine.last<UpdateSource>() == nullptr);
}

void TestCliSecrets::vaultPassphrase()
{
    QTemporaryDir dir;
    const QString path = writeFile(dir, "open sesame\n");
    lab::CliLab lab;
    QCOMPARE(lab.run({QStringLiteral("source"), QStringLiteral("list"), QStringLiteral("--vault-passphrase-file"), path}).code, 0);
    QCOMPARE(lab.engine.vaultPassphrase, std::string("open sesame"));
    lab.terminal.input = "from stdin\npw\n";
    QCOMPARE(lab.run("source set shop --password-stdin --vault-passphrase-stdin").code, 0);
    QCOMPARE(lab.engine.vaultPassphrase, std::string("from stdin"));
    QCOMPARE(passwordOf(lab.engine.last<UpdateSource>()->secrets), std::string("pw"));
    QCOMPARE(lab.run("source list --vault-passphrase-file /nowhere/x").code, 77);
    QCOMPARE(lab.run("source list --vault-passphrase-stdin --vault-passphrase-file /x").code, 64);
    lab.engine.opened.reset();
    lab.run("source list");
    QVERIFY(!lab.engine.opened->vaultPassphrase); // only by explicit choice (S01)
}

void TestCliSecrets::otherSecrets()
{
    lab::CliLab lab;
    lab.terminal.input = "one\ntwo\n";
    QCOMPARE(lab.run("source set shop --secret-stdin sslpassword --password-stdin").code, 0);
    const SecretMap& secrets = lab.engine.last<UpdateSource>()->secrets;
    QCOMPARE(secrets.size(), std::size_t(2));
    lab.terminal.variables["K"] = "three";
    QCOMPARE(lab.run("source set shop --secret-env sslpassword=K").code, 0);
    QCOMPARE(std::string(lab.engine.last<UpdateSource>()->secrets.at(QStringLiteral("sslpassword")).view()), std::string("three"));
    const lab::Ran bad = lab.run({QStringLiteral("source"), QStringLiteral("set"), QStringLiteral("shop"), QStringLiteral("--secret-env"), kCanary});
    QCOMPARE(bad.code, 64);
    QVERIFY(!(bad.out + bad.err).contains(kCanary));
}

void TestCliSecrets::confirmationByName()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("source remove shop").code, 64);
    QVERIFY(lab.engine.last<RemoveSource>() == nullptr);
    lab.terminal.keyboard = true;
    lab.terminal.input = "wrong\n";
    QCOMPARE(lab.run("source remove shop").code, 130);
    QVERIFY(lab.engine.last<RemoveSource>() == nullptr);
    lab.terminal.input = "shop\n";
    QCOMPARE(lab.run("source remove shop").code, 0);
    QVERIFY(!lab.engine.last<RemoveSource>()->deleteData);
    lab.terminal.keyboard = false;
    QCOMPARE(lab.run("source remove shop --delete-data --yes").code, 0);
    QVERIFY(lab.engine.last<RemoveSource>()->deleteData);
}

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_clisecrets.moc"
