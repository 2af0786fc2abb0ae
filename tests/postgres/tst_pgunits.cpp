// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgcursors.h"
#include "engine/connectors/postgres/pgdigest.h"
#include "engine/connectors/postgres/pgerror.h"
#include "engine/connectors/postgres/pgquote.h"
#include "engine/connectors/postgres/pgreadsql.h"
#include "engine/connectors/postgres/pgsettings.h"
#include "engine/connectors/postgres/pgutf8.h"
#include "engine/connectors/postgres/postgresfactory.h"

#include <QTest>

using namespace leat;
using Settings = QMap<QString, QString>;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

Result<ParsedUrl> parse(const QByteArray& text)
{
    QByteArray copy = text;
    return PostgresFactory().parseUrl(Secret::take(copy));
}

QByteArray password(const ParsedUrl& url)
{
    const auto it = url.secrets.find(s("password"));
    return it == url.secrets.end() ? QByteArray() : QByteArray(it->second.view().data(), static_cast<qsizetype>(it->second.view().size()));
}

Settings minimal()
{
    return {{s("host"), s("h")}, {s("database"), s("d")}, {s("user"), s("u")}};
}

} // namespace

class TestPgUnits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void urls_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("expected");   // user:password@host:port/database mode
        const auto row = [](const char* name, const char* url, const char* expected) {
            QTest::newRow(name) << QByteArray(url) << QString::fromUtf8(expected);
        };
        row("plain", "postgresql://shop:pw@db.example.com:5433/store", "shop:pw@db.example.com:5433/store ");
        row("short scheme", "postgres://u@h/d", "u:@h:/d ");
        row("percent", "postgres://us%40er:p%2Fa%3As%25s@h/d%20b", "us@er:p/a:s%s@h:/d b ");
        row("raw at in password", "postgres://u:p@ss@h/d", "u:p@ss@h:/d ");
        row("plus is a plus", "postgres://u:a+b@h/d", "u:a+b@h:/d ");
        row("ipv6", "postgres://u:p@[::1]:6000/d", "u:p@::1:6000/d ");
        row("ipv6 no port", "postgres://u@[fe80::1]/d", "u:@fe80::1:/d ");
        row("query", "postgres://h/d?user=u&password=x%26y&sslmode=require", "u:x&y@h:/d require");
        row("socket", "postgresql://u@%2Fvar%2Frun%2Fpg/d", "u:@/var/run/pg:/d ");
        row("socket by query", "postgresql:///d?host=/tmp&user=u", "u:@/tmp:/d ");
        row("lines", "postgresql://u:secret@host.example.\n  com:5432/\r\nd?sslmode=require\n", "u:secret@host.example.com:5432/d require");
        row("quoted", "DATABASE_URL=\"postgres://u:p@h/d\"", "u:p@h:/d ");
        row("psql", "psql 'postgres://u:p@h/d'", "u:p@h:/d ");
        row("jdbc", "jdbc:postgresql://h:1/d?user=u&password=p&ssl=true", "u:p@h:1/d require");
        row("harmless", "postgres://u@h/d?application_name=x&pgbouncer=true&connect_timeout=3", "u:@h:/d ");
        row("dsn", "host=h port=5 dbname=d user=u password=p", "u:p@h:5/d ");
        row("dsn quoted", "host = h dbname='my db' user=u password='a \\'b\\' \\\\c'", "u:a 'b' \\c@h:/my db ");
        row("dsn lines", "host=h\ndbname=d\nuser=u\nsslmode=disable", "u:@h:/d disable");
    }

    void urls()
    {
        QFETCH(QByteArray, url);
        QFETCH(QString, expected);
        const Result<ParsedUrl> r = parse(url);
        QVERIFY2(r.has_value(), r ? "" : qPrintable(r.error().args.value(s("reason"))));
        const Settings& m = r->settings;
        QCOMPARE(QStringLiteral("%1:%2@%3:%4/%5 %6").arg(m.value(s("user")), QString::fromUtf8(password(*r)), m.value(s("host")), m.value(s("port")),
            m.value(s("database")), m.value(s("sslmode"))), expected);
        QCOMPARE(r->type, s("postgres"));
        QVERIFY(!m.contains(s("password")));
    }

    void malformedUrls_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char* url : {"", "   \n", "mysql://u:Hunter2secret@h/d", "postgres://u:Hunter2secret@h:port/d", "postgres://u:Hunter2secret@h:99999/d",
                 "postgres://u:Hunter2secret%zz@h/d", "postgres://u:Hunter2secret%@h/d", "postgres://u:Hunter2secret@[::1/d", "postgres://u:Hunter2secret@[::1]x/d",
                 "postgres://u:Hunter2?secret@h/d", "postgres://u:Hunter2/secret@h/d", "postgres://u:Hunter2#secret@h/d", "postgres://u:Hunter2secret@h1,h2/d",
                 "postgres://u:Hunter2secret@h/d?sslmod=require", "postgres://u:Hunter2secret@h/d?Hunter2secret", "postgres://u:12?Hunter2secret@h/d",
                 "host=h password='Hunter2secret", "host=h Hunter2secret user=u", "Hunter2secret", "host=h password=Hunter2 secret", "postgres://u:Hunter2secret%00@h/d"})
            QTest::newRow(url) << QByteArray(url);
        QTest::newRow("utf8") << QByteArray("postgres://u:Hunter2secret\xff@h/d");
    }

    // Bad input: each says what is wrong, none quotes a part of the password.
    void malformedUrls()
    {
        QFETCH(QByteArray, url);
        const Result<ParsedUrl> r = parse(url);
        QVERIFY(!r.has_value());
        QVERIFY(r.error().code == ErrorCode::MalformedUrl);
        QVERIFY(!r.error().args.value(s("reason")).isEmpty());
        const QString all = r.error().detail + r.error().args.values().join(QLatin1Char(' '));
        QVERIFY2(!all.contains(s("Hunter2"), Qt::CaseInsensitive) && !all.contains(s("secret")), qPrintable(all));
    }

    void unknownUrlParameterNamesTheNearest()
    {
        const Result<ParsedUrl> r = parse("postgres://u@h/d?sslmod=require");
        QVERIFY(r.error().args.value(s("reason")).contains(s("sslmode")));
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* key, const char* value, const char* code) {
            QTest::newRow(qPrintable(QStringLiteral("%1=%2").arg(s(key), s(value)))) << s(key) << s(value) << s(code);
        };
        row("port", "5432", "");
        row("port", "0", "invalid-option");
        row("port", "x", "invalid-option");
        row("sslmode", "verify", "invalid-option");
        row("sslmode", "verify-ca", "");
        row("sslrootcert", "/no/such/file", "invalid-option");
        row("sslrootcert", "system", "");
        row("sslcert_fingerprint", "12:34", "invalid-option");
        row("host", "", "missing-option");
        row("host", "a,b", "invalid-option");
        row("hots", "x", "unknown-option");
        row("password", "x", "invalid-option");
        row("readers", "-1", "invalid-option");
        row("give_way", "-1", "invalid-option");
        row("give_way", "0", "");
        row("statement_timeout", "60", "");
    }

    void settingsAreChecked()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, code);
        Settings settings = minimal();
        settings[key] = value;
        const Result<void> r = PostgresFactory().validate(settings);
        QCOMPARE(r ? QString() : toString(r.error().code), code);
        if (code == s("unknown-option"))
            QCOMPARE(r.error().args.value(s("nearest")), s("host"));
        if (!r && key == s("password"))
            QVERIFY(!r.error().args.values().contains(s("x")));
    }

    void tlsDefaults()
    {
        Settings settings = minimal();
        QCOMPARE(pg::readSettings(settings)->effectiveSslMode(), s("verify-full"));
        settings[s("sslcert_fingerprint")] = QString(64, QLatin1Char('A'));
        QCOMPARE(pg::readSettings(settings)->effectiveSslMode(), s("require"));
        settings[s("sslmode")] = s("verify-full");
        QCOMPARE(pg::readSettings(settings)->effectiveSslMode(), s("verify-full"));
        settings[s("sslmode")] = s("prefer");
        QVERIFY(!pg::readSettings(settings));
        settings[s("sslmode")].clear();
        settings[s("host")] = s("/tmp");
        QCOMPARE(pg::readSettings(settings)->effectiveSslMode(), s("disable"));
    }

    void quoting()   // T067, T160
    {
        QCOMPARE(pg::quoteName(s("a\"b")), std::string("\"a\"\"b\""));
        QCOMPARE(pg::quoteName(s("\"a\" from t; drop table t; --\"")), std::string("\"\"\"a\"\" from t; drop table t; --\"\"\""));
        QCOMPARE(pg::quoteText(s("it's")), std::string("'it''s'"));
        QCOMPARE(pg::quoteTable({s("n.s"), s("t")}), std::string("\"n.s\".\"t\""));
    }

    void errorsBySqlState_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("retry");
        const auto row = [](const char* state, const char* message, const char* code, const char* retry) {
            QTest::newRow(state) << s(state) << s(message) << s(code) << s(retry);
        };
        row("42P01", "relation \"x\" does not exist", "table-missing", "");
        row("42703", "column \"gone\" does not exist", "column-missing", "");
        row("42501", "permission denied for table t", "permission-denied", "");
        row("57014", "canceling statement due to statement timeout", "query-timeout", "");
        row("55P03", "canceling statement due to lock timeout", "query-timeout", "transient");
        row("57P01", "terminating connection due to administrator command", "connection-lost", "transient");
        row("57P03", "the database system is starting up", "server-starting", "transient");
        row("53300", "sorry, too many clients already", "too-many-connections", "transient");
        row("28P01", "password authentication failed", "authentication-failed", "");
        row("3D000", "database \"x\" does not exist", "database-missing", "");
        row("08006", "gone", "connection-lost", "transient");
        row("40001", "canceling statement due to conflict with recovery", "source-query-failed", "transient");
        row("22P02", "invalid input", "source-query-failed", "");
    }

    void errorsBySqlState()
    {
        QFETCH(QString, state);
        QFETCH(QString, message);
        QFETCH(QString, code);
        QFETCH(QString, retry);
        const Error e = pg::classifyServer(state, message, {s("h"), 5432, s("u"), s("d"), s("t"), Phase::Read});
        QCOMPARE(toString(e.code), code);
        QCOMPARE(e.sqlState, state);
        QVERIFY(e.owner == Owner::Source);
        QCOMPARE(e.args.value(s("table")), s("t"));
        if (!retry.isEmpty())
            QCOMPARE(toString(e.retry), retry);
        if (state == s("42703"))
            QCOMPARE(e.args.value(s("column")), s("gone"));
    }

    void connectErrorsByText()
    {
        const auto code = [](const char* text, bool tcp) { return toString(pg::classifyConnect(s(text), {tcp, false}, {}).code); };
        QCOMPARE(code("connection to server at \"h\", port 1 failed: Connection refused", false), s("connection-refused"));
        QCOMPARE(code("could not translate host name \"x\" to address", false), s("host-unknown"));
        QCOMPARE(code("server does not support SSL, but SSL was required", true), s("tls-not-offered"));
        QCOMPARE(code("SSL error: certificate verify failed", true), s("tls-untrusted"));
        QCOMPARE(code("FATAL:  28P01: Passwort-Authentifizierung fehlgeschlagen\nLOCATION: x", true), s("authentication-failed"));
        QCOMPARE(code("FATAL:  28000: no pg_hba.conf entry for host \"h\", user \"u\", no encryption", true), s("tls-required"));
        QCOMPARE(code("server closed the connection unexpectedly", true), s("connection-lost"));
    }

    void secretsAreTakenOut()
    {
        const QString text = pg::withoutSecret(s("invalid: \"ss%21word!x@h\" p@ss!word!x p%40ss%21word%21x"), "p@ss!word!x");
        QVERIFY2(!text.contains(s("word!x")) && !text.contains(s("word%21x")), qPrintable(text));
    }

    void utf8()
    {
        QVERIFY(pg::isUtf8("abcdefghij\xC3\xA9", 12));
        QVERIFY(!pg::isUtf8("caf\xE9", 4));
        QVERIFY(!pg::isUtf8("\xC0\x80", 2));
        QVERIFY(!pg::isUtf8("\xED\xA0\x80", 3));
        QVERIFY(!pg::isUtf8("\xE2\x82", 2));
        QCOMPARE(pg::repairedUtf8("a\xE9z\xE2\x82", 5), std::string("a\xEF\xBF\xBDz\xEF\xBF\xBD"));
    }

    void slices()   // T032: no gap, no overlap, the last range of a heap is open
    {
        const std::vector<pg::Leaf> leaves{{{s("n"), s("a")}, 20000}, {{s("n"), s("b")}, 10}};
        const std::vector<pg::Slice> all = pg::planSlices(leaves, "whole", true, 2);
        qint64 expected = 0;
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            const QString range = QString::fromStdString(all[i].range);
            QCOMPARE(range.section(QLatin1Char('('), 1, 1).section(QLatin1Char(','), 0, 0).toLongLong(), expected);
            expected = range.contains(s("ctid <")) ? range.section(QLatin1Char('('), 2, 2).section(QLatin1Char(','), 0, 0).toLongLong() : -1;
            QVERIFY(all[i].from == "ONLY \"n\".\"a\"");
        }
        QCOMPARE(expected, -1);
        QVERIFY(all.size() >= 16);
        QVERIFY(all.back().range.empty());
        QCOMPARE(pg::planSlices({}, "whole", true, 2).size(), std::size_t{1});
        QCOMPARE(pg::planSlices(leaves, "whole", false, 2).size(), std::size_t{2});
    }

    void rowsWithMoreElementsThanARowTakesAreNotHashed_data()
    {
        QTest::addColumn<int>("decode");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("most");
        QTest::newRow("one element each") << int(pg::Decode::Int4) << int(ColumnType::Kind::Int32) << 1600;
        QTest::newRow("two elements each") << int(pg::Decode::Int8) << int(ColumnType::Kind::Int64) << 800;
        QTest::newRow("a numeric and its sign") << int(pg::Decode::Numeric) << int(ColumnType::Kind::Decimal) << 800;
    }
    void rowsWithMoreElementsThanARowTakesAreNotHashed()
    {
        QFETCH(int, decode);
        QFETCH(int, kind);
        QFETCH(int, most);
        pg::ReadableColumn column;
        column.shape.name = s("c");
        column.mapping.decode = pg::Decode(decode);
        column.mapping.type.kind = ColumnType::Kind(kind);
        std::vector<const pg::ReadableColumn*> columns(std::size_t(most), &column);
        QVERIFY(pg::rowSql(columns, true));
        columns.push_back(&column);
        QVERIFY(!pg::rowSql(columns, true));
    }

    void cursorAdvice()
    {
        const auto column = [](const char* name, quint32 type, bool indexed) {
            pg::CursorFacts f;
            f.name = s(name);
            f.typeOid = type;
            f.indexed = indexed;
            return f;
        };
        const QStringList key{s("id")};
        std::vector<pg::CursorFacts> columns{column("id", pg::oid::Int8, true), column("createdAt", pg::oid::TimestampTz, true),
            column("updatedAt", pg::oid::TimestampTz, false), column("price", pg::oid::Float8, true)};
        columns[0].inPrimaryKey = true;
        pg::CursorAdvice a = pg::adviseCursor(columns, key, TableKind::Table, 100);
        QCOMPARE(a.field, s("updatedAt"));
        QVERIFY(a.suggested == SyncType::Incremental);
        QCOMPARE(a.candidates.size(), std::size_t{3});   // T017: no float
        a = pg::adviseCursor(columns, {}, TableKind::Table, 100);
        QVERIFY(a.suggested == SyncType::FullRefresh);
        // An integer that is not the key gives no order.
        QVERIFY(pg::adviseCursor({column("quantity", pg::oid::Int4, true)}, key, TableKind::Table, 5'000'000).field.isEmpty());
        // A time says more than a day, even one that has an index.
        a = pg::adviseCursor({column("changed", pg::oid::Date, true), column("modified", pg::oid::Timestamp, false)}, key, TableKind::Table, 100);
        QCOMPARE(a.field, s("modified"));
        columns.erase(columns.begin() + 2);
        QVERIFY(pg::adviseCursor(columns, key, TableKind::Table, 100).suggested == SyncType::FullRefresh);
        QVERIFY(pg::adviseCursor(columns, key, TableKind::Table, 5'000'000).suggested == SyncType::Append);
        for (const char* name : {"updated_at", "last_modified", "ModifiedDate", "mtime", "row_updated_at", "LastUpdateTime", "changed_on"})
            QVERIFY(pg::adviseCursor({column(name, pg::oid::Timestamp, true)}, key, TableKind::Table, 1).suggested == SyncType::Incremental);
    }
};

QTEST_GUILESS_MAIN(TestPgUnits)
#include "tst_pgunits.moc"
