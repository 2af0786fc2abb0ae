// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace leat;
using leat::test::EngineFixture;

class TestEngineBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPreviewedAndThenSavedPrivately_S10()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE orders(id INTEGER PRIMARY KEY, mail TEXT); INSERT INTO orders VALUES (1, 'row-content-77');");
        QVERIFY(engine.addSqlite(QStringLiteral("acme"), file).isValid());
        engine.sync(engine.id(QStringLiteral("acme"), QStringLiteral("orders")));
        const Result<Bundle> bundle = engine.askFor<Bundle>(PreviewBundle{});
        QVERIFY(bundle);
        QStringList names;
        QString all;
        for (const BundleFile& each : bundle->files) {
            names << each.name;
            all += each.text;
        }
        QCOMPARE(names.front(), QStringLiteral("redaction-report.txt"));
        for (const char* name : {"environment.json", "engine.json", "doctor.json", "incidents.json", "sources.json", "schemas.json", "runs.json", "audit.json", "logs/run-1.txt"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
        QVERIFY(all.contains(QStringLiteral("orders")));
        QVERIFY(!all.contains(QStringLiteral("row-content-77")));
        const QString path = engine.dir() + QStringLiteral("/bundle.zip");
        QVERIFY(!QFile::exists(path));
        QVERIFY(engine.ask(SaveBundle{path, *bundle}));
        QVERIFY(QFileInfo(path).size() > 100);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther), QFile::Permissions());
        QVERIFY(engine.ask(SaveBundle{path, *bundle}).error().code == ErrorCode::AlreadyExists);
        QVERIFY(!engine.ask(SaveBundle{engine.dir() + QStringLiteral("/no/such/folder/b.zip"), *bundle}));
    }

    // The text of a failure that was stored before its secret was known.
    void secretsAreLearnedBeforeTheyAreLookedFor_G18()
    {
        EngineFixture engine([](EngineOptions& options) {
            QByteArray phrase("for the test");
            options.vaultPassphrase = std::make_shared<Secret>(Secret::take(phrase));
        });
        AddSource add;
        add.draft.name = QStringLiteral("ledger");
        add.draft.type = QStringLiteral("postgres");
        add.draft.settings = {{QStringLiteral("host"), QStringLiteral("127.0.0.1")}, {QStringLiteral("port"), QStringLiteral("9")},
            {QStringLiteral("user"), QStringLiteral("u")}, {QStringLiteral("database"), QStringLiteral("d")}, {QStringLiteral("sslmode"), QStringLiteral("disable")}};
        add.saveUnreachable = true;
        QByteArray secret("Correct+Horse/Battery");
        add.draft.secrets.emplace(QStringLiteral("password"), Secret::take(secret));
        QVERIFY(engine.ask(std::move(add)));
        engine.close();
        EngineFixture::sqlite(engine.dir() + QStringLiteral("/profile/state.db"),
            "UPDATE sources SET latest_error = json_set(latest_error, '$.detail', 'rejected Correct+Horse/Battery and Q29ycmVjdCtIb3JzZS9CYXR0ZXJ5');");
        engine.reopen();
        const Result<Bundle> bundle = engine.askFor<Bundle>(PreviewBundle{true});
        QVERIFY(bundle);
        for (const BundleFile& file : bundle->files) {
            QVERIFY2(!file.text.contains(QStringLiteral("Horse")), qPrintable(file.name));
            QVERIFY2(!file.text.contains(QStringLiteral("Q29ycmVjdCtIb3JzZS9CYXR0ZXJ5")), qPrintable(file.name));
        }
        QVERIFY(std::any_of(bundle->redactions.begin(), bundle->redactions.end(),
            [](const Redaction& r) { return r.layer == Redaction::Layer::Secret && r.count >= 2; }));
    }
};

QTEST_GUILESS_MAIN(TestEngineBundle)
#include "tst_enginebundle.moc"
