// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/parsers.h"

#include "engine/api/jsonview.h"
#include "engine/api/schemainfo.h"
#include "engine/connectors/cursorstate.h"
#include "engine/connectors/postgres/pgurl.h"
#include "engine/connectors/sqlite/sqlitetime.h"
#include "engine/diagnose/logexcerpt.h"
#include "engine/secrets/redactor.h"
#include "tests/fuzz/filefuzz.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace leat::fuzz {

namespace {

QString url(const QByteArray& input)
{
    QByteArray copy = input;
    const Result<ParsedUrl> parsed = pg::parseUrl(Secret::take(copy));
    // An error never quotes what could be a password (S05).
    if (!parsed && parsed.error().detail.contains(QLatin1String("s3cret")))
        return QStringLiteral("the error quotes the password");
    return {};
}

// What a field says, it also reads.
QString config(const QByteArray& input)
{
    const qsizetype split = input.indexOf('=');
    const QString field = QString::fromUtf8(input.left(split));
    SchemaPatch patch;
    if (!setField(patch, field, QString::fromUtf8(split < 0 ? QByteArray() : input.mid(split + 1))))
        return {};
    const SchemaConfig after = applied(SchemaConfig(), patch);
    SchemaPatch again;
    if (!setField(again, field, fieldText(after, field)))
        return QStringLiteral("%1 does not read what it says: %2").arg(field, fieldText(after, field));
    return applied(SchemaConfig(), again) == after ? QString() : QStringLiteral("%1 reads back as another value").arg(field);
}

QString cursor(const QByteArray& input)
{
    const CursorState state = cursorStateFromJson(QJsonDocument::fromJson(input).object());
    if (!(cursorStateFromJson(toJson(state)) == state))
        return QStringLiteral("a cursor does not survive its own spelling");
    const std::string_view text(input.constData(), std::size_t(input.size()));
    if (const std::optional<sqlite::TimeText> time = sqlite::parseTimeText(text)) {
        const std::optional<std::string> before = sqlite::timeTextBefore(text, 86'400);
        if (!before || (sqlite::parseTimeText(*before) && sqlite::parseTimeText(*before)->micros > time->micros))
            return QStringLiteral("a day before is later");
    }
    (void)sqlite::respelled(text, "2026-01-02 03:04:05.678");
    (void)sqlite::parseTimeOfDay(text);
    (void)schemaConfigFromJson(QJsonDocument::fromJson(input).object());
    return {};
}

// Words of a secret do not get through, whatever surrounds them.
QString redaction(const QByteArray& input)
{
    static const Redactor redactor = [] {
        Redactor made;
        QByteArray known("s3cret/Pa:ss@w'ord");
        made.add(Secret::take(known));
        return made;
    }();
    const QString text = redactor.redact(QString::fromUtf8(input));
    return text.contains(QLatin1String("s3cret/Pa:ss@w'ord")) ? QStringLiteral("the secret is still there") : QString();
}

QString diagnosis(const QByteArray& input)
{
    static const Classifier classifier;
    FailureEvidence evidence;
    evidence.text = QString::fromUtf8(input);
    evidence.sourceType = QStringLiteral("postgres");
    (void)judgeText(classifier, evidence);
    return {};
}

} // namespace

std::vector<Parser> allParsers(const QString& folder)
{
    std::vector<Parser> all;
    all.push_back({"url",
        {"postgres://user:s3cret@db.example.com:5432/shop?sslmode=verify-full&connect_timeout=5",
            "jdbc:postgresql://[::1]:5433/shop?user=a&password=s3cret", "host=localhost dbname='a b' password='s3cret \\' x' port=5432",
            "DATABASE_URL=\"postgresql://u:s3cret@h/%2Fx\"", "psql -h db -U me shop"},
        {"://", "@", ":", "%", "%25", "?", "&", "sslmode=", "password=", "'", "\"", "\\", "[", "]", "\n", "=", "host=", "%00", "//"}, url});
    QByteArrayList fields{"sync_type=incremental", "primary_key_columns=id,tenant", "primary_key_columns=[\"a,b\"]",
        "sync_time_of_day=03:30:00", "incremental_field_lookback_seconds=3600", "should_sync=true", "columns=id,\"x\""};
    for (const QString& name : schemaFieldNames())
        fields.append(name.toUtf8() + "=1");
    all.push_back({"config", fields, {"=", ",", "[", "]", "\"", "null", "true", "99999999999999999999", "-1", "none", "é", "\\u0000"}, config});
    all.push_back({"cursor",
        {R"x({"column":"updated_at","source_type":"timestamptz","value":"2026-01-01 00:00:00+00","horizon":"18446744073709551615","quiet":true,"key_columns":["id"],"columns":["id 4(0,0)"],"sync_type":"incremental"})x",
            "2026-01-31T23:59:59.999999+02:00", "2026-02-29", "0001-01-01 00:00", "{}", R"({"value":null,"horizon":-1})"},
        {"\"value\":", "null", "1e400", "[", "]", "{", "}", "9223372036854775808", "-", ":", "T", "Z", "+14:00", ".000000001", "9999"}, cursor});
    all.push_back({"redactor",
        {"password=s3cret/Pa:ss@w'ord host=x", "postgres://u:s3cret%2FPa%3Ass%40w%27ord@h/d", "Authorization: Bearer abc.def.ghi",
            "AKIAABCDEFGHIJKLMNOP", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----", "czNjcmV0L1BhOnNzQHcnb3Jk"},
        {"s3cret/Pa:ss@w'ord", "password=", "://", "@", "Bearer ", "sk_live_", "\n", "%", "\\u", "-----BEGIN ", "-----END ", "=", "'"}, redaction});
    all.push_back({"diagnose",
        {"FATAL: password authentication failed for user \"x\"", "2026-01-01 ERROR could not connect: Connection refused",
            "canceling statement due to conflict with recovery (SQLSTATE 40001)", "HTTP 429 Too Many Requests {\"code\":\"rate_limit\"}"},
        {"ERROR", "FATAL", "SQLSTATE ", "28P01", "\n", "\"", "'", "`", "permission denied for table ", "timeout", "404", "(", ")"}, diagnosis});
    for (Parser& parser : fileParsers(folder))
        all.push_back(std::move(parser));
    return all;
}

} // namespace leat::fuzz
