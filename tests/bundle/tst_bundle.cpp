// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/diagnosisjson.h"
#include "engine/api/jsonview.h"
#include "engine/bundle/bundlefields.h"
#include "engine/bundle/bundlefilter.h"
#include "engine/bundle/bundlewriter.h"
#include "engine/bundle/ziparchive.h"
#include "engine/connectors/postgres/postgresfactory.h"
#include "engine/connectors/sqlite/sqlitefactory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <archive.h>
#include <archive_entry.h>

#include <set>

using namespace leat;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QDateTime kNoon(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

Error someError(const QString& detail = s("raw"))
{
    Error error = makeError(ErrorCode::ConnectionRefused, detail,
        {{s("host"), s("db.example.com")}, {s("port"), s("5432")}, {s("user"), s("reporting")}, {s("table"), s("orders")}, {s("column"), s("updated_at")}});
    error.owner = Owner::Source;
    error.phase = Phase::Connect;
    error.sqlState = s("08001");
    return error;
}

/// A world in which every optional thing is there, so that every field is spelled out.
BundleInput fullInput(const QString& planted = s("plain"))
{
    auto world = std::make_shared<World>();
    SourceInfo source;
    source.id = SourceId{1};
    source.name = s("billing");
    source.type = s("postgres");
    source.settings = {{s("host"), s("db.example.com")}, {s("port"), s("5432")}, {s("user"), s("reporting")}, {s("database"), s("ledger")}};
    source.secretKeys = {s("password")};
    source.latestError = someError(planted);
    source.nextProbeAt = kNoon;
    source.summary = s("reporting@db.example.com:5432/ledger");
    source.defaultNamespace = s("public");
    source.tablesListedAt = kNoon;
    world->sources.push_back(source);
    SchemaInfo schema;
    schema.id = SchemaId{2};
    schema.sourceId = source.id;
    schema.sourceName = source.name;
    schema.table = {s("public"), s("orders")};
    schema.label = s("orders");
    schema.warehouseTable = s("billing.orders");
    schema.config.incrementalField = s("updated_at");
    schema.config.primaryKeyColumns = {s("order_number")};
    schema.config.columns = {s("order_number"), s("updated_at"), s("customer_mail")};
    schema.latestError = someError(planted);
    schema.pause = PauseNote{s("engine"), kNoon, s("PROVEN-TABLE-GONE"), someError(planted)};
    schema.cursorText = s("cursor-value-4711");
    schema.progress = RunProgress();
    schema.proof.verifiedAt = kNoon;
    schema.reconcile.triedAt = kNoon;
    world->schemas.push_back(schema);
    Incident incident;
    incident.id = s("schema-2-network");
    incident.sourceId = source.id;
    incident.schemaId = schema.id;
    incident.subject = s("billing.orders");
    incident.headline = planted;
    incident.schemas = {schema.id};
    incident.since = kNoon;
    incident.diagnosis.actions = {DiagnosisAction{s("sync"), s("Sync now"), ActionEffect::KeepsData, s("Keeps all data"), s("leatctl sync billing.orders")}};
    incident.action = incident.diagnosis.actions.front();
    world->incidents.push_back(incident);
    world->engine.profilePath = s("/home/ada/.local/share/leat");
    world->engine.warehousePath = s("/home/ada/.local/share/leat/warehouse.duckdb");
    BundleInput input;
    RunInfo run;
    run.id = RunId{3};
    run.schemaId = schema.id;
    run.sourceId = source.id;
    run.sourceName = source.name;
    run.label = schema.label;
    run.cursorBefore = s("cursor-value-4711");
    run.cursorAfter = s("cursor-value-4712");
    run.error = someError(planted);
    input.world = world;
    input.runs = {run};
    input.logs = {{run, {LogLine{1, kNoon, LogLevel::Error, s("connecting to db.example.com as reporting: ") + planted}}}};
    input.doctor.findings = {DoctorFinding{s("Profile"), DoctorFinding::State::Ok, s("/home/ada/.local/share/leat ") + planted, s("none")}};
    input.doctor.findings[0].items = {s("shop.orders ") + planted};
    input.doctor.findings[0].fixes = {DoctorFix{s("mirror:shop.orders"), s("Show what the warehouse has"), s("Nothing is deleted."), false, s("token")}};
    input.audit = {AuditEntry{kNoon, s("window"), s("source.set"), s("billing"), s("{\"host\":{\"after\":\"db2.example.com\"}}")}};
    input.now = kNoon;
    input.home = s("/home/ada");
    return input;
}

QString everything(const Bundle& bundle)
{
    QString all;
    for (const BundleFile& file : bundle.files)
        all += file.name + QLatin1Char('\n') + file.text;
    return all;
}

/// Walks an object and lists "kind.field" of everything that is not decided.
void undecided(const QString& kind, const QJsonValue& value, QStringList& found, std::set<QString>& seen)
{
    if (value.isArray()) {
        for (const QJsonValue& each : value.toArray())
            undecided(kind, each, found, seen);
        return;
    }
    const QJsonObject json = value.toObject();
    for (auto it = json.begin(); it != json.end(); ++it) {
        seen.insert(kind + QLatin1Char('.') + it.key());
        const BundleField* field = bundleField(kind, it.key());
        if (!field)
            found << kind + QLatin1Char('.') + it.key();
        else if (field->rule == FieldRule::Object)
            undecided(QLatin1String(field->inner), it.value(), found, seen);
    }
}

} // namespace

class TestBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A new field of the program has to be put on the list, whatever is decided for it.
    void everyFieldIsDecided_S10()
    {
        const BundleInput input = fullInput();
        QStringList found;
        std::set<QString> seen;
        undecided(s("source"), toJson(input.world->sources.front()), found, seen);
        undecided(s("schema"), toJson(input.world->schemas.front()), found, seen);
        undecided(s("incident"), toJson(input.world->incidents.front()), found, seen);
        undecided(s("run"), toJson(input.runs.front()), found, seen);
        undecided(s("engine"), toJson(input.world->engine), found, seen);
        undecided(s("finding"), toJson(input.doctor)[s("findings")], found, seen);
        undecided(s("audit"), toJson(input.audit.front()), found, seen);
        undecided(s("log"), toJson(input.logs.front().second.front()), found, seen);
        QVERIFY2(found.isEmpty(), qPrintable(s("not in engine/bundle/bundlefields.cpp: ") + found.join(s(", "))));
        // And nothing stands on the list that is not there any more.
        QStringList stale;
        for (const BundleField& field : bundleFields())
            if (const QString name = QLatin1String(field.kind) + QLatin1Char('.') + QLatin1String(field.field);
                !seen.count(name) && !name.startsWith(s("environment.")) && !name.startsWith(s("setting.")))
                stale << name;
        QVERIFY2(stale.isEmpty(), qPrintable(stale.join(s(", "))));
    }

    void everySettingIsDecided_S10()
    {
        QStringList unknown;
        const PostgresFactory postgres;
        const SqliteFactory sqlite;
        for (const SourceTypeInfo& type : {postgres.info(), sqlite.info()})
            for (const SettingSpec& spec : type.settings)
                if (spec.kind != SettingSpec::Kind::Secret && !bundleField(s("setting"), spec.key))
                    unknown << spec.key;
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(s(", "))));
        for (const char* general : {"parallel_tables", "protection", "production", "schema_changes", "auto_enable", "refresh_tables"})
            QVERIFY2(bundleField(s("setting"), s(general)), general);
    }

    void whatIsNotOnTheListStaysOut_S10()
    {
        BundleFilter filter(Redactor(), {}, false);
        const QJsonObject out = filter.object(s("source"), {{s("name"), s("billing")}, {s("colour"), s("secret blue")},
            {s("settings"), QJsonObject{{s("host"), s("h1")}, {s("api_key"), s("sk_1234")}}}});
        QCOMPARE(out.keys(), (QStringList{s("name"), s("settings")}));
        QCOMPARE(out[s("settings")].toObject().keys(), QStringList{s("host")});
        const std::vector<Redaction> report = filter.report();
        QVERIFY(std::count(report.begin(), report.end(), Redaction{Redaction::Layer::Field, s("source.(unknown)"), 1}) == 1);
        QVERIFY(std::count(report.begin(), report.end(), Redaction{Redaction::Layer::Field, s("setting.(unknown)"), 1}) == 1);
    }

    void noSecretInAnyEncoding_G18_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("plain") << QByteArray("correct-horse-42");
        QTest::newRow("signs") << QByteArray("p@ss/w:rd \"x\" '%&\\+=");
        QTest::newRow("umlauts") << QByteArray("Schlüßel§zwölf");
    }
    void noSecretInAnyEncoding_G18()
    {
        QFETCH(QByteArray, secret);
        const QString plain = QString::fromUtf8(secret);
        const QString json = QString::fromUtf8(QJsonDocument(QJsonArray{plain}).toJson(QJsonDocument::Compact)).mid(2).chopped(2);
        const QStringList forms{plain, QString::fromLatin1(secret.toPercentEncoding()), QString::fromLatin1(secret.toBase64()),
            QString::fromLatin1(secret.toBase64(QByteArray::Base64UrlEncoding)), QString::fromLatin1(secret.toHex()), json,
            QString(plain).replace(QLatin1Char('\''), s("''")), QString::fromLatin1(QByteArray("user:" + secret).toBase64())};
        for (const bool hash : {false, true}) {
            Redactor redactor;
            QByteArray copy = secret;
            redactor.add(Secret::take(copy));
            const Bundle bundle = makeBundle(fullInput(forms.join(s(" | "))), redactor, hash);
            const QString all = everything(bundle);
            for (const QString& form : forms)
                QVERIFY2(!all.contains(form), qPrintable(form));
            QVERIFY(std::any_of(bundle.redactions.begin(), bundle.redactions.end(),
                [](const Redaction& r) { return r.layer == Redaction::Layer::Secret && r.count >= 8; }));
        }
        // The test can fail: without the secret being known it is there.
        QVERIFY(everything(makeBundle(fullInput(s("canary ") + QString::fromLatin1(secret.toHex())), Redactor(), false))
                    .contains(QString::fromLatin1(secret.toHex())));
    }

    void noRowsAndNoCursorValues()
    {
        const QString all = everything(makeBundle(fullInput(), Redactor(), false));
        QVERIFY(!all.contains(s("cursor-value-4711")));
        QVERIFY(!all.contains(s("cursor-value-4712")));
        QVERIFY(!all.contains(s("db2.example.com")));          // the history of settings stays out
        QVERIFY(all.contains(s("db.example.com")));
        QVERIFY(all.contains(s("orders")));
        QVERIFY(!all.contains(s("/home/ada")));
        QVERIFY(all.contains(s("~/.local/share/leat")));
        QVERIFY(all.contains(s("PROVEN-TABLE-GONE")));
    }

    void hashedNamesAreNowhere()
    {
        const Bundle bundle = makeBundle(fullInput(s("no table orders in ledger at db.example.com")), Redactor(), true);
        const QString all = everything(bundle);
        for (const char* name : {"db.example.com", "reporting", "ledger", "billing", "orders", "order_number", "customer_mail", "updated_at"})
            QVERIFY2(!all.contains(s(name)), name);
        QVERIFY(std::any_of(bundle.redactions.begin(), bundle.redactions.end(),
            [](const Redaction& r) { return r.layer == Redaction::Layer::Name && r.what == s("names in texts"); }));
        QVERIFY(bundle.namesHashed);
    }

    void hashesAreStableWithinABundleOnly()
    {
        NameHasher one;
        NameHasher other;
        QCOMPARE(one.hashed(s("shop.orders")), one.hashed(s("shop")) + QLatin1Char('.') + one.hashed(s("orders")));
        QVERIFY(one.hashed(s("orders")) != other.hashed(s("orders")));
        one.learn(s("orders"));
        one.learn(s("my table"));
        qint64 count = 0;
        QCOMPARE(one.replaceIn(s("orders, preorders, my table, “orders”"), count),
            QStringLiteral("%1, preorders, %2, “%1”").arg(one.hashed(s("orders")), one.hashed(s("my table"))));
        QCOMPARE(count, 3);
    }

    void theZipHoldsExactlyTheFiles()
    {
        const Bundle bundle = makeBundle(fullInput(), Redactor(), false);
        const Result<QByteArray> zip = zipOf(bundle.files, bundle.madeAt);
        QVERIFY(zip);
        archive* reader = archive_read_new();
        archive_read_support_format_zip(reader);
        QCOMPARE(archive_read_open_memory(reader, zip->constData(), size_t(zip->size())), ARCHIVE_OK);
        archive_entry* entry = nullptr;
        size_t index = 0;
        while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
            QVERIFY(index < bundle.files.size());
            QCOMPARE(QString::fromUtf8(archive_entry_pathname_utf8(entry)), bundle.files[index].name);
            QCOMPARE(archive_entry_perm(entry) & 0777, mode_t(0600));
            QByteArray text(bundle.files[index].text.toUtf8().size() + 1, '\0');
            const la_ssize_t size = archive_read_data(reader, text.data(), size_t(text.size()));
            QCOMPARE(text.left(qsizetype(size)), bundle.files[index].text.toUtf8());
            ++index;
        }
        QCOMPARE(index, bundle.files.size());
        archive_read_free(reader);
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
