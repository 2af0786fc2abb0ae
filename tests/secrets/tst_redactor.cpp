// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/redactor.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

#include <atomic>
#include <thread>
#include <vector>

using namespace leat;

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodings_data();
    void encodings();
    void randomSecretsNeverSurvive_G18();
    void partsThatServersEcho_S05();
    void shortSecrets();
    void structuredSecrets();
    void patterns_data();
    void patterns();
    void innocentTexts_data();
    void innocentTexts();
    void idempotent();
    void secretsThatLookLikeTheMark();
    void copiesShare();
    void speed();
    void hostileTexts();
    void manyThreads();
};

static Secret secret(QString text)
{
    return Secret::take(text);
}

static QString mark()
{
    return QStringLiteral("••••");
}

static QString percentAll(const QByteArray& bytes, bool upper)
{
    QString text;
    for (const char c : bytes) {
        const QByteArray hex = QByteArray(1, c).toHex();
        text += QLatin1Char('%') + QString::fromLatin1(upper ? hex.toUpper() : hex);
    }
    return text;
}

static QString jsonText(const QString& text)
{
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(2, json.size() - 4));
}

static QString unicodeEscapes(const QString& text)
{
    QString all;
    for (const QChar c : text)
        all += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return all;
}

static QString backslashed(const QString& text)
{
    QString all;
    for (const QChar c : text) {
        if (c == QLatin1Char('\\') || c == QLatin1Char('\'') || c == QLatin1Char('"'))
            all += QLatin1Char('\\');
        all += c;
    }
    return all;
}

using Encoder = QString (*)(const QString&);
struct Encoding { const char* name; Encoder encode; };

static QString utf8Base64(const QString& text, const QByteArray& before, const QByteArray& after, QByteArray::Base64Options options)
{
    return QString::fromLatin1((before + text.toUtf8() + after).toBase64(options));
}

static const std::vector<Encoding>& allEncodings()
{
    static const std::vector<Encoding> all{
        {"plain", [](const QString& s) { return s; }},
        {"percent", [](const QString& s) { return QString::fromLatin1(QUrl::toPercentEncoding(s)); }},
        {"percent lower", [](const QString& s) { return QString::fromLatin1(QUrl::toPercentEncoding(s)).toLower().size() ? percentAll(s.toUtf8(), false) : s; }},
        {"percent all", [](const QString& s) { return percentAll(s.toUtf8(), true); }},
        {"form", [](const QString& s) { return QString::fromLatin1(QUrl::toPercentEncoding(s, " ")).replace(QLatin1Char(' '), QLatin1Char('+')); }},
        {"hex", [](const QString& s) { return QString::fromLatin1(s.toUtf8().toHex()); }},
        {"HEX", [](const QString& s) { return QString::fromLatin1(s.toUtf8().toHex().toUpper()); }},
        {"base64", [](const QString& s) { return utf8Base64(s, {}, {}, QByteArray::Base64Encoding); }},
        {"base64 at 1", [](const QString& s) { return utf8Base64(s, "u", "x", QByteArray::Base64Encoding); }},
        {"base64 at 2", [](const QString& s) { return utf8Base64(s, "u:", "xy", QByteArray::Base64Encoding); }},
        {"base64url", [](const QString& s) { return utf8Base64(s, "user:", {}, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); }},
        {"json", [](const QString& s) { return jsonText(s); }},
        {"json unicode", [](const QString& s) { return unicodeEscapes(s); }},
        {"json slash", [](const QString& s) { return jsonText(s).replace(QLatin1Char('/'), QStringLiteral("\\/")); }},
        {"sql", [](const QString& s) { return QString(s).replace(QLatin1Char('\''), QStringLiteral("''")); }},
        {"identifier", [](const QString& s) { return QString(s).replace(QLatin1Char('"'), QStringLiteral("\"\"")); }},
        {"backslash", [](const QString& s) { return backslashed(s); }},
        {"url in json", [](const QString& s) { return jsonText(QString::fromLatin1(QUrl::toPercentEncoding(s))); }},
        {"json in url", [](const QString& s) { return QString::fromLatin1(QUrl::toPercentEncoding(jsonText(s))); }},
        {"sql in json", [](const QString& s) { return jsonText(QString(s).replace(QLatin1Char('\''), QStringLiteral("''"))); }},
    };
    return all;
}

void TestRedactor::encodings_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < allEncodings().size(); ++i)
        QTest::newRow(allEncodings()[i].name) << int(i);
}

void TestRedactor::encodings()
{
    QFETCH(int, index);
    const Encoding& encoding = allEncodings()[std::size_t(index)];
    for (const QString& value : {QStringLiteral("hunter2secret"), QStringLiteral("a'b\\c d=e@/?#%zz"), QStringLiteral("pä\"ß:w€rd+x"),
             QStringLiteral("😀 smile \t&tab"), QStringLiteral("1234"), QStringLiteral("a+b c")}) {
        Redactor redactor;
        redactor.add(secret(value));
        const QString encoded = encoding.encode(value);
        const QString text = QStringLiteral("before <") + encoded + QStringLiteral("> after");
        const QString clean = redactor.redact(text);
        QVERIFY2(!clean.contains(encoded), qPrintable(encoded + QStringLiteral(" -> ") + clean));
        QVERIFY2(clean.startsWith(QStringLiteral("before <")) && clean.endsWith(QStringLiteral("> after")), qPrintable(clean));
        QVERIFY(clean.contains(mark()));
    }
}

static QString randomSecret(QRandomGenerator& random)
{
    static const QString alphabet = QStringLiteral("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@:/?#%'\" \\+&=;,.-_~$!(){}[]<>|^`*äß€");
    QString text;
    const int length = random.bounded(6, 40);
    for (int i = 0; i < length; ++i)
        text += alphabet[random.bounded(int(alphabet.size()))];
    return text.trimmed().size() < 6 ? QStringLiteral("x9") + text + QStringLiteral("q7Zk") : text;
}

static QString randomNoise(QRandomGenerator& random)
{
    static const QStringList words{QStringLiteral("ERROR: "), QStringLiteral("relation \"t\" "), QStringLiteral("\\"), QStringLiteral("%"), QStringLiteral("''"),
        QStringLiteral("line 1: "), QStringLiteral("ü"), QStringLiteral("+"), QStringLiteral("{\"a\":1}"), QStringLiteral("\n"), QStringLiteral("@h/")};
    QString text;
    for (int i = random.bounded(5); i > 0; --i)
        text += words[random.bounded(int(words.size()))];
    return text;
}

void TestRedactor::randomSecretsNeverSurvive_G18()
{
    QRandomGenerator random(20240607);
    for (int i = 0; i < 3000; ++i) {
        const QString value = randomSecret(random);
        Redactor redactor;
        redactor.add(secret(value));
        redactor.add(secret(randomSecret(random)));
        const Encoding& encoding = allEncodings()[std::size_t(random.bounded(int(allEncodings().size())))];
        const QString encoded = encoding.encode(value);
        // A quote or escape right before would be another text.
        const QString text = randomNoise(random) + QLatin1Char('<') + encoded + QLatin1Char('>') + randomNoise(random);
        const QString clean = redactor.redact(text);
        const auto say = [&](const QString& what) {
            return qPrintable(QStringLiteral("%1, %2: <%3> in <%4> -> <%5>").arg(QLatin1String(encoding.name), what, value, text, clean));
        };
        QVERIFY2(!clean.contains(value), say(QStringLiteral("value")));
        QVERIFY2(!clean.contains(encoded), say(QStringLiteral("encoded")));
        // Nor more than the few characters of base64 that depend on what stands around it.
        for (qsizetype at = 3; at + 10 < encoded.size(); ++at)
            QVERIFY2(!clean.contains(encoded.mid(at, 10)) || mark().contains(encoded.mid(at, 10)), say(encoded.mid(at, 10)));
        QCOMPARE(redactor.redact(clean), clean);
    }
}

// libpq takes a password that was not encoded in a URL for host, port or path, and says so.
void TestRedactor::partsThatServersEcho_S05()
{
    Redactor redactor;
    redactor.add(secret(QStringLiteral("first:second/third@fourth")));
    for (const QString& text : {QStringLiteral("invalid port number: \"second/third@fourth\""), QStringLiteral("invalid integer value \"second\" for port"),
             QStringLiteral("could not translate host name \"fourth@db\""), QStringLiteral("missing = after \"third@fourth\" in connection info string")}) {
        const QString clean = redactor.redact(text);
        for (const char* part : {"second", "fourth", "third@fourth"})
            QVERIFY2(!clean.contains(QLatin1String(part)), qPrintable(clean));
    }
    redactor.add(secret(QStringLiteral("correcthorsebattery")));
    QCOMPARE(redactor.redact(QStringLiteral("near \"correcthor\"")), QStringLiteral("near \"••••\""));
    QCOMPARE(redactor.redact(QStringLiteral("near \"sebattery\"")), QStringLiteral("near \"••••\""));
    QCOMPARE(redactor.redact(QStringLiteral("a correct horse")), QStringLiteral("a •••• horse"));
}

void TestRedactor::shortSecrets()
{
    Redactor redactor;
    redactor.add(secret(QStringLiteral("ab")));
    redactor.add(secret(QStringLiteral("")));
    QCOMPARE(redactor.redact(QStringLiteral("table about cabs")), QStringLiteral("table about cabs"));
    QCOMPARE(redactor.redact(QStringLiteral("host=h password=ab user=u")), QStringLiteral("host=h password=•••• user=u"));
    QCOMPARE(redactor.redact(QStringLiteral("postgres://u:ab@h/d")), QStringLiteral("postgres://u:••••@h/d"));
    redactor.add(secret(QStringLiteral("abcd")));
    QCOMPARE(redactor.redact(QStringLiteral("xabcdx abc")), QStringLiteral("x••••x abc"));
}

void TestRedactor::structuredSecrets()
{
    Redactor redactor;
    redactor.add(secret(QStringLiteral("postgres://shop:pa55word@localhost:5432/shop")));
    QCOMPARE(redactor.redact(QStringLiteral("postgres on localhost:5432/shop")), QStringLiteral("postgres on localhost:5432/shop"));
    QVERIFY(!redactor.redact(QStringLiteral("x postgres://shop:pa55word@localhost:5432/shop y")).contains(QStringLiteral("pa55")));
    QString key = QStringLiteral("-----BEGIN RSA PRIVATE KEY-----\n");
    QRandomGenerator random(7);
    QStringList lines;
    for (int i = 0; i < 12; ++i) {
        QByteArray bytes(48, '\0');
        for (char& c : bytes)
            c = char(random.bounded(256));
        lines.append(QString::fromLatin1(bytes.toBase64()));
    }
    key += lines.join(QLatin1Char('\n')) + QStringLiteral("\n-----END RSA PRIVATE KEY-----\n");
    redactor.add(secret(key));
    QVERIFY(!redactor.redact(jsonText(key)).contains(lines[5]));
    QCOMPARE(redactor.redact(QStringLiteral("line 7: ") + lines[6]), QStringLiteral("line 7: ••••"));
    QCOMPARE(redactor.redact(QStringLiteral("-----BEGIN CERTIFICATE-----")), QStringLiteral("-----BEGIN CERTIFICATE-----"));
}

void TestRedactor::patterns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char* text, const char* clean) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(clean); };
    row("host=h password=hunter2 user=u", "host=h password=•••• user=u");
    row("password = 'it''s \\' x' user=u", "password = '••••' user=u");
    row("PGPASSWORD=hunter2 psql", "PGPASSWORD=•••• psql");
    row("sslpassword=x&user=y", "sslpassword=••••&user=y");
    row("{\"password\": \"a \\\"b\\\" c\", \"x\": 1}", "{\"password\": \"••••\", \"x\": 1}");
    row("{\\\"password\\\":\\\"abc\\\",1}", "{\\\"password\\\":\\\"••••\\\",1}");
    row("Pwd=abc;Server=s", "Pwd=••••;Server=s");
    row("api_key: abc123", "api_key: ••••");
    row("X-Api-Key: abc123", "X-Api-Key: ••••");
    row("client_secret=abc", "client_secret=••••");
    row("access_token=abc&x=1", "access_token=••••&x=1");
    row("?token=abc", "?token=••••");
    row("ALTER ROLE u PASSWORD 'x y'", "ALTER ROLE u PASSWORD '••••'");
    row("IDENTIFIED BY 'x'", "IDENTIFIED BY '••••'");
    row("postgres://u:p@ss:w/rd@host/db", "postgres://u:••••@host/db");
    row("postgres://u:p@h1,h2 and mysql://a:b@c", "postgres://u:••••@h1,h2 and mysql://a:••••@c");
    row("could not connect to u:hunter2@db.example.com", "could not connect to u:••••@db.example.com");
    row("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic ••••");
    row("authorization: Bearer abc.def", "authorization: Bearer ••••");
    row("got Bearer abc123def", "got Bearer ••••");
    row("key sk_live_abcdefgh12345678 x", "key •••• x");
    row("whsec_abcdefgh1234", "••••");
    row("xoxb-123456789012-abc", "••••");
    row("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "••••");
    row("AKIAABCDEFGHIJKLMNOP", "••••");
    row("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "jwt ••••");
    row("SCRAM-SHA-256$4096:salt$stored:key", "••••");
    row("md5d8578edf8458ce06fbc5bb76a58c5ca4", "••••");
    row("a -----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY----- b", "a •••• b");
    row("cut -----BEGIN OPENSSH PRIVATE KEY-----\nabc", "cut ••••");
}

void TestRedactor::patterns()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(Redactor::redactPatterns(text), clean);
    QCOMPARE(Redactor::redactPatterns(clean), clean);
    QCOMPARE(Redactor().redact(text), clean);
}

// What a person or a rule must still be able to read.
void TestRedactor::innocentTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"FATAL:  password authentication failed for user \"shop\"", "fe_sendauth: no password supplied",
             "Access denied for user 'x'@'h' (using password: YES)", "relation \"public.tokens\" does not exist",
             "connection to server at \"db.example.com\" (10.0.0.1), port 5432 failed: Connection refused",
             "postgres://user@host:5432/db", "https://example.com:8443/path", "syntax error at or near \"token\"",
             "column \"secret\" of relation \"t\"", "bearer of news", "12:30:45 rows=616263646566", "{\"secrets\":[\"password\"]}",
             "duplicate key value violates unique constraint \"orders_pkey\"", "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRedactor::innocentTexts()
{
    QFETCH(QString, text);
    Redactor redactor;
    redactor.add(secret(QStringLiteral("Tr0ub4dor&3")));
    QCOMPARE(redactor.redact(text), text);
}

void TestRedactor::idempotent()
{
    QRandomGenerator random(99);
    for (int i = 0; i < 500; ++i) {
        Redactor redactor;
        QString text;
        for (int j = 0; j < 4; ++j) {
            const QString value = randomSecret(random);
            redactor.add(secret(value));
            text += randomNoise(random) + value.mid(random.bounded(3)) + randomNoise(random) + QStringLiteral(" password=") + value;
        }
        const QString once = redactor.redact(text);
        QCOMPARE(redactor.redact(once), once);
    }
}

void TestRedactor::secretsThatLookLikeTheMark()
{
    for (const QString& value : {QStringLiteral("••••"), QStringLiteral("•••••••"), QStringLiteral("ab••••"), QStringLiteral("••••••ab••••••")}) {
        Redactor redactor;
        redactor.add(secret(value));
        const QString once = redactor.redact(QStringLiteral("ab") + value + value + QStringLiteral("ab••••"));
        QCOMPARE(redactor.redact(once), once);
    }
}

void TestRedactor::copiesShare()
{
    Redactor first;
    const Redactor second = first;
    first.add(secret(QStringLiteral("hunter2secret")));
    first.add(secret(QStringLiteral("hunter2secret")));
    QCOMPARE(second.redact(QStringLiteral("hunter2secret")), mark());
}

static QString manyLines(qsizetype size, const QString& line)
{
    QString text;
    while (text.size() < size)
        text += line;
    return text;
}

void TestRedactor::speed()
{
    Redactor redactor;
    QRandomGenerator random(5);
    for (int i = 0; i < 50; ++i)
        redactor.add(secret(randomSecret(random)));
    const QString line = QStringLiteral("2024-01-01 ERROR: column \"x\" of 'orders' holds 42 rows, user=u host=h path=/a%20b it''s c\\n + done\n");
    QString text = manyLines(1 << 20, line);
    QElapsedTimer timer;
    timer.start();
    redactor.redact(text);
    qInfo("1 MB with every kind of escape: %lld ms", timer.restart());
    text = manyLines(1 << 20, QStringLiteral("plain words in plain lines without anything to decode in them\n"));
    redactor.redact(text);
    const qint64 plain = timer.elapsed();
    qInfo("1 MB of plain lines: %lld ms", plain);
    QVERIFY2(plain < 2000, "too slow");
}

// Nothing is quadratic: a table's cell may be quoted in an error.
void TestRedactor::hostileTexts()
{
    Redactor redactor;
    redactor.add(secret(QStringLiteral("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")));
    for (const QString& text : {QString(1 << 20, QLatin1Char('a')), QString(1 << 20, QLatin1Char('\\')), QString(1 << 20, QLatin1Char('%')),
             QString(1 << 20, QLatin1Char('\'')), QStringLiteral("password='") + QString(1 << 20, QLatin1Char('\\')),
             QStringLiteral("password=\"") + manyLines(1 << 20, QStringLiteral("\\\"")), manyLines(1 << 20, QStringLiteral("://")),
             manyLines(1 << 20, QStringLiteral("a:b@")), manyLines(1 << 20, QStringLiteral("password=")), manyLines(1 << 20, QStringLiteral("eyJeyJ-")),
             QStringLiteral("-----BEGIN PRIVATE KEY-----") + QString(1 << 20, QLatin1Char('x')), manyLines(1 << 20, QStringLiteral("bearer ")),
             manyLines(1 << 20, QStringLiteral("identified with a by "))}) {
        QElapsedTimer timer;
        timer.start();
        const QString clean = redactor.redact(text);
        QVERIFY2(timer.elapsed() < 6000, qPrintable(text.left(40)));
        QVERIFY(!clean.isEmpty());
    }
    // Long values are taken out whole.
    QVERIFY(Redactor::redactPatterns(QStringLiteral("password='") + manyLines(1 << 20, QStringLiteral("x\\'")) + QStringLiteral("' end")).size() < 40);
    QVERIFY(Redactor::redactPatterns(QStringLiteral("-----BEGIN PRIVATE KEY-----") + QString(1 << 20, QLatin1Char('x'))).size() < 40);
}

void TestRedactor::manyThreads()
{
    Redactor redactor;
    std::atomic<int> leaks{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) {
                const QString value = QStringLiteral("secret-%1-%2-value").arg(t).arg(i);
                redactor.add(secret(value));
                leaks += redactor.redact(QStringLiteral("x ") + value).contains(value);
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(leaks.load(), 0);
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
