// SPDX-License-Identifier: GPL-3.0-or-later
#include "clilab.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace leat;

class TestCliParse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usageMistakes_data();
    void usageMistakes();
    void globalFlagsBeforeAndAfter();
    void namesLikeCommands();
    void profileIsMadeAbsolute();
    void jsonErrorsAreOneDocument();
    void helpAndVersion();
    void helpOfEveryCommand();
    void completions();
    void bashCompletes_data();
    void bashCompletes();
    void engineErrorsGiveTheirCode();
};

void TestCliParse::usageMistakes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* line, const char* told) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(told); };
    row("", "No command was given");
    row("sorce list", "Did you mean “source”");
    row("source lst", "Did you mean “list”");
    row("source", "needs one of add, list");
    row("source show", "needs a value for NAME");
    row("source list --jsn", "Did you mean “--json”");
    row("--jsn source list", "Did you mean “--json”");
    row("sync --form-scratch", "Did you mean “--from-scratch”");
    row("source add", "needs a value for NAME");
    row("source add x --set", "--set needs a value");
    row("source add x --type postgrs", "Did you mean “postgres”");
    row("source add x", "type of the source is not given");
    row("source add x --type postgres --set hst=1", "Did you mean “host”");
    row("source add x --type postgres --set host", "key=value");
    row("source set shop", "Nothing to change");
    row("source set shop prt=1", "Did you mean “port”");
    row("source list extra", "does not take “extra”");
    row("schema set shop.orders snyc_type=append", "Did you mean “sync_type”");
    row("schema set shop.orders sync_type=sometimes", "full_refresh");
    row("schema set shop.orders", "Nothing to change");
    row("schema set sync_type=append", "No table was named");
    row("schema show shop.oders", "“shop.orders”");
    row("history --limit many", "--limit");
    row("history --limit 0", "--limit");
    row("history --status fialed", "Did you mean “failed”");
    row("history log", "needs a value for RUN");
    row("history log 1x", "RUN");
    row("sync --all shop.orders", "cannot be used together");
    row("sync --source nope", "no source named “nope”");
    row("query", "needs a value for SQL");
    row("query 1 --csv --json", "cannot be used together");
    row("completion bsh", "Did you mean “bash”");
    row("help sorce", "Did you mean “source”");
    row("source remove shop", "--confirm");
    row("source list --json=maybe", "--json takes no value");
}

void TestCliParse::usageMistakes()
{
    QFETCH(QString, line);
    QFETCH(QString, told);
    lab::CliLab lab;
    const lab::Ran ran = lab.run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(ran.code, 64);
    const QString all = ran.out + ran.err;
    QVERIFY2(all.contains(told), qPrintable(all));
    QVERIFY2(line.contains(QLatin1String("--json")) || ran.out.isEmpty(), qPrintable(ran.out));
    // One sentence with its stable code, one remedy.
    if (ran.out.isEmpty())
        QVERIFY2(QRegularExpression(QStringLiteral("(^|\\n)Error: [^\\n]+ \\[[a-z-]+\\]\\n  → [^\\n]+\\n$")).match(ran.err).hasMatch(), qPrintable(ran.err));
}

void TestCliParse::globalFlagsBeforeAndAfter()
{
    for (const char* line : {"--json source list", "source --json list", "source list --json", "--profile /tmp/p --json source list",
             "source list --profile=/tmp/p --json", "-v source list --json"}) {
        lab::CliLab lab;
        const lab::Ran ran = lab.run(line);
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json().array().size(), 1);
        QVERIFY(ran.err.isEmpty());
        QCOMPARE(lab.engine.closed, 1);
    }
}

// A source may be called like a command; CLI11 must not take it for one.
void TestCliParse::namesLikeCommands()
{
    lab::CliLab lab;
    for (const char* name : {"status", "list", "source", "sync", "help"}) {
        lab.engine.world.sources[0].name = QLatin1String(name);
        const lab::Ran ran = lab.run({QStringLiteral("source"), QStringLiteral("show"), QLatin1String(name), QStringLiteral("--json")});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json().object().value(QStringLiteral("name")).toString(), QLatin1String(name));
    }
}

void TestCliParse::profileIsMadeAbsolute()
{
    lab::CliLab lab;
    lab.run("source list");
    QCOMPARE(lab.engine.opened->profileDir, QStringLiteral("/nowhere/leat"));
    lab.run("source list --profile some/../dir");
    QCOMPARE(lab.engine.opened->profileDir, QDir::currentPath() + QStringLiteral("/dir"));
}

void TestCliParse::jsonErrorsAreOneDocument()
{
    for (const char* line : {"--json sorce", "source show nope --json", "history --limit x --json", "--json"}) {
        lab::CliLab lab;
        const lab::Ran ran = lab.run(line);
        QCOMPARE(ran.code, 64);
        const QJsonObject error = ran.json().object().value(QStringLiteral("error")).toObject();
        QVERIFY(!error.value(QStringLiteral("code")).toString().isEmpty());
        QVERIFY(error.value(QStringLiteral("sentence")).toString().size() > 10);
        QVERIFY(!error.value(QStringLiteral("remedy")).toString().isEmpty());
        QCOMPARE(error.value(QStringLiteral("exit_code")).toInt(), 64);
        QVERIFY(ran.err.isEmpty());
    }
}

void TestCliParse::helpAndVersion()
{
    lab::CliLab lab;
    QVERIFY(lab.run("--version").out.startsWith(QStringLiteral("leatctl ")));
    QCOMPARE(lab.run("--version --json").json().object().value(QStringLiteral("name")).toString(), QStringLiteral("leatctl"));
    const lab::Ran help = lab.run("source add --help");
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.indexOf(QStringLiteral("Examples:")) < help.out.indexOf(QStringLiteral("--url-stdin")));
    QCOMPARE(lab.run("help source add").out, help.out);
    QVERIFY(lab.run("help").out.contains(QStringLiteral("doctor")));
    QVERIFY(!lab.engine.opened);
}

void TestCliParse::helpOfEveryCommand()
{
    for (const char* line : {"source", "source list", "source set", "schema", "schema set", "schema verify", "sync", "history",
             "history log", "status", "query", "sample", "sample create", "doctor", "profile", "completion"}) {
        lab::CliLab lab;
        const QStringList words = QString::fromLatin1(line).split(QLatin1Char(' '));
        const lab::Ran ran = lab.run(words + QStringList{QStringLiteral("-h")});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains(QStringLiteral("leatctl ") + QLatin1String(line)), qPrintable(ran.out));
        QVERIFY(lab.run(words + QStringList{QStringLiteral("-h"), QStringLiteral("--json")}).json().isObject());
    }
}

void TestCliParse::completions()
{
    lab::CliLab lab;
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const lab::Ran ran = lab.run({QStringLiteral("completion"), QLatin1String(shell)});
        QCOMPARE(ran.code, 0);
        for (const char* word : {"candidates", "password-stdin", "from-scratch", "vault-passphrase-file"})
            QVERIFY2(ran.out.contains(QLatin1String(word)), word);
    }
}

void TestCliParse::bashCompletes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("completed");
    QTest::newRow("noun") << QStringLiteral("so") << QStringLiteral("source");
    QTest::newRow("verb") << QStringLiteral("source a") << QStringLiteral("add");
    QTest::newRow("after a flag") << QStringLiteral("--json schema cand") << QStringLiteral("candidates");
    QTest::newRow("option") << QStringLiteral("sync --from") << QStringLiteral("--from-scratch");
    QTest::newRow("global option") << QStringLiteral("source list --js") << QStringLiteral("--json");
    QTest::newRow("names do not mislead") << QStringLiteral("source add x --sav") << QStringLiteral("--save-unreachable");
}

void TestCliParse::bashCompletes()
{
    QFETCH(QString, words);
    QFETCH(QString, completed);
    const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
    if (bash.isEmpty())
        QSKIP("no bash here");
    lab::CliLab lab;
    const QString script = lab.run("completion bash").out
        + QStringLiteral("\nCOMP_WORDS=(leatctl %1); COMP_CWORD=%2; _leatctl; echo \"${COMPREPLY[@]}\"\n")
              .arg(words).arg(words.count(QLatin1Char(' ')) + 1);
    QProcess process;
    process.start(bash, {QStringLiteral("--norc"), QStringLiteral("-c"), script});
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).trimmed(), completed);
}

void TestCliParse::engineErrorsGiveTheirCode()
{
    lab::CliLab lab;
    lab.engine.openError = makeError(ErrorCode::ProfileLocked, QStringLiteral("flock: EWOULDBLOCK"),
        {{QStringLiteral("holder"), QStringLiteral("window")}, {QStringLiteral("pid"), QStringLiteral("4711")}});
    const lab::Ran ran = lab.run("source list");
    QCOMPARE(ran.code, 75);
    QVERIFY2(ran.err.contains(QStringLiteral("4711")) && ran.err.contains(QStringLiteral("[profile-locked]")), qPrintable(ran.err));
    QVERIFY(!ran.err.contains(QStringLiteral("EWOULDBLOCK")));
    QVERIFY(lab.run("source list --verbose").err.contains(QStringLiteral("EWOULDBLOCK")));
    // doctor and profile say what they can.
    const lab::Ran doctor = lab.run("doctor --json");
    QCOMPARE(doctor.code, 75);
    QCOMPARE(doctor.json().object().value(QStringLiteral("healthy")).toBool(true), false);
    const lab::Ran profile = lab.run("profile --json");
    QCOMPARE(profile.code, 75);
    QCOMPARE(profile.json().object().value(QStringLiteral("profile")).toString(), QStringLiteral("/nowhere/leat"));
}

QTEST_GUILESS_MAIN(TestCliParse)
#include "tst_cliparse.moc"
