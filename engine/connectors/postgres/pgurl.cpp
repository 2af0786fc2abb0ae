// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgurl.h"

#include "engine/connectors/postgres/pgsettings.h"

#include <QCoreApplication>

#include <optional>

namespace leat::pg {

namespace {

/// Bytes that may hold a password: wiped when they die.
class Bytes
{
public:
    explicit Bytes(QByteArray bytes) : m_bytes(std::move(bytes)) { m_bytes.detach(); }
    ~Bytes() { m_bytes.fill('\0'); }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    QByteArray& operator*() { return m_bytes; }
    QByteArray* operator->() { return &m_bytes; }

private:
    QByteArray m_bytes;
};

QString tr(const char* text)
{
    return QCoreApplication::translate("PostgresUrl", text);
}

Error malformed(const QString& reason)
{
    return makeError(ErrorCode::MalformedUrl, {}, {{QStringLiteral("reason"), reason},
        {QStringLiteral("example"), QStringLiteral("postgresql://user@host:5432/database")}});
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QByteArray> percentDecoded(const QByteArray& text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 1 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0 || (high == 0 && low == 0))
            return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

/// Names of other programs' parameters that change nothing about which rows are read.
bool isHarmless(const QByteArray& name)
{
    static const QByteArray known[] = {"application_name", "fallback_application_name", "client_encoding", "keepalives",
        "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "channel_binding", "gssencmode",
        "krbsrvname", "target_session_attrs", "pgbouncer", "connection_limit", "pool_timeout", "sslcompression", "uselibpqcompat"};
    return std::find(std::begin(known), std::end(known), name) != std::end(known);
}

bool isPlainName(const QByteArray& name)
{
    return !name.isEmpty() && name.size() < 40 && std::all_of(name.cbegin(), name.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || c == '_' || (c >= 'A' && c <= 'Z');
    });
}

/// One key of a query string or DSN into the result. `value` is decoded.
Result<void> putParameter(ParsedUrl& out, QByteArray name, QByteArray& value)
{
    static const QMap<QByteArray, QString> names{{"host", QStringLiteral("host")}, {"hostaddr", QStringLiteral("host")},
        {"port", QStringLiteral("port")}, {"dbname", QStringLiteral("database")}, {"database", QStringLiteral("database")},
        {"user", QStringLiteral("user")}, {"username", QStringLiteral("user")}, {"sslmode", QStringLiteral("sslmode")},
        {"sslrootcert", QStringLiteral("sslrootcert")}, {"sslcert_fingerprint", QStringLiteral("sslcert_fingerprint")},
        {"connect_timeout", QStringLiteral("connect_timeout")}, {"statement_timeout", QStringLiteral("statement_timeout")},
        {"schema", QStringLiteral("namespaces")}, {"namespaces", QStringLiteral("namespaces")}, {"currentschema", QStringLiteral("namespaces")},
        {"readers", QStringLiteral("readers")}, {"give_way", QStringLiteral("give_way")}};
    if (name.toLower() == "password") {
        out.secrets[QStringLiteral("password")] = Secret::take(value);
        return {};
    }
    // "ssl=true" is how JDBC and others ask for an encrypted, unverified connection.
    if (name.toLower() == "ssl") {
        if (!out.settings.contains(QStringLiteral("sslmode")))
            out.settings[QStringLiteral("sslmode")] = value == "false" || value == "0" ? QStringLiteral("disable") : QStringLiteral("require");
        return {};
    }
    const QString setting = names.value(name.toLower());
    if (!setting.isEmpty()) {
        if (!value.isEmpty())
            out.settings[setting] = QString::fromUtf8(value);
        return {};
    }
    if (isHarmless(name.toLower()))
        return {};
    if (!isPlainName(name))
        return malformed(tr("the part behind “?” cannot be read; a password with ?, #, / or @ must be percent-encoded"));
    QStringList known;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        known << QString::fromLatin1(it.key());
    return malformed(tr("it has an unknown parameter “%1”; the nearest known one is “%2”")
        .arg(QString::fromLatin1(name), nearestWord(QString::fromLatin1(name), known)));
}

Result<void> parseQuery(const QByteArray& query, ParsedUrl& out)
{
    if (query.contains('@'))
        return malformed(tr("there is an “@” behind the “?”; a password with ?, #, / or @ must be percent-encoded"));
    for (const QByteArray& pair : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.left(equals);
        std::optional<QByteArray> value = percentDecoded(equals < 0 ? QByteArray() : pair.mid(equals + 1));
        if (equals < 0 || !value)
            return malformed(tr("a parameter behind “?” has no value or a broken percent code"));
        if (Result<void> r = putParameter(out, name, *value); !r)
            return r;
    }
    return {};
}

Result<void> parseHostPort(const QByteArray& text, ParsedUrl& out)
{
    QByteArray host = text;
    QByteArray port;
    if (text.startsWith('[')) {
        const qsizetype close = text.indexOf(']');
        if (close < 0)
            return malformed(tr("the “[” of an IPv6 address is not closed"));
        host = text.mid(1, close - 1);
        const QByteArray rest = text.mid(close + 1);
        if (!rest.isEmpty() && !rest.startsWith(':'))
            return malformed(tr("only “:port” may follow the “]” of an IPv6 address"));
        port = rest.mid(1);
    } else {
        const qsizetype colon = text.indexOf(':');
        if (colon >= 0) {
            host = text.left(colon);
            port = text.mid(colon + 1);
        }
    }
    if (host.contains(',') || port.contains(','))
        return malformed(tr("it names several hosts; give one"));
    bool ok = port.isEmpty();
    const int number = ok ? 0 : port.toInt(&ok);
    if (!ok || (!port.isEmpty() && (number < 1 || number > 65535)))
        return malformed(tr("the port is not a number from 1 to 65535; a password with :, ?, #, / or @ must be percent-encoded"));
    const std::optional<QByteArray> name = percentDecoded(host);
    if (!name)
        return malformed(tr("the host has a broken percent code"));
    if (name->contains(' '))
        return malformed(tr("the host contains a space"));
    if (!name->isEmpty())
        out.settings[QStringLiteral("host")] = QString::fromUtf8(*name);
    if (!port.isEmpty())
        out.settings[QStringLiteral("port")] = QString::number(number);
    return {};
}

Result<void> parseUser(const QByteArray& text, ParsedUrl& out)
{
    const qsizetype colon = text.indexOf(':');
    const std::optional<QByteArray> user = percentDecoded(colon < 0 ? text : text.left(colon));
    std::optional<QByteArray> password = percentDecoded(colon < 0 ? QByteArray() : text.mid(colon + 1));
    if (!user || !password)
        return malformed(tr("the user or password has a “%” that is not a percent code; write it as %25"));
    if (!user->isEmpty())
        out.settings[QStringLiteral("user")] = QString::fromUtf8(*user);
    if (!password->isEmpty())
        out.secrets[QStringLiteral("password")] = Secret::take(*password);
    return {};
}

Result<void> parseAuthority(const QByteArray& rest, ParsedUrl& out)
{
    const qsizetype hash = rest.indexOf('#');
    if (hash >= 0)
        return malformed(tr("it contains “#”; a password with ?, #, / or @ must be percent-encoded"));
    const qsizetype question = rest.indexOf('?');
    const QByteArray main = question < 0 ? rest : rest.left(question);
    const qsizetype slash = main.indexOf('/');
    const QByteArray authority = slash < 0 ? main : main.left(slash);
    const QByteArray path = slash < 0 ? QByteArray() : main.mid(slash + 1);
    if (path.contains('@') || path.contains('/'))
        return malformed(tr("the database name contains “/” or “@”; a password with ?, #, / or @ must be percent-encoded"));
    // The last "@" parts user and host: passwords with a raw "@" are common and unambiguous here.
    const qsizetype at = authority.lastIndexOf('@');
    if (at >= 0)
        if (Result<void> r = parseUser(authority.left(at), out); !r)
            return r;
    if (Result<void> r = parseHostPort(at < 0 ? authority : authority.mid(at + 1), out); !r)
        return r;
    const std::optional<QByteArray> database = percentDecoded(path);
    if (!database)
        return malformed(tr("the database name has a broken percent code"));
    if (!database->isEmpty())
        out.settings[QStringLiteral("database")] = QString::fromUtf8(*database);
    return question < 0 ? Result<void>() : parseQuery(rest.mid(question + 1), out);
}

/// key=value pairs with libpq's quoting: 'a b', \' and \\.
Result<void> parseDsn(const QByteArray& text, ParsedUrl& out)
{
    qsizetype i = 0;
    const auto skipSpace = [&] { while (i < text.size() && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n')) ++i; };
    for (skipSpace(); i < text.size(); skipSpace()) {
        const qsizetype start = i;
        while (i < text.size() && text[i] != '=' && text[i] != ' ' && text[i] != '\n')
            ++i;
        const QByteArray name = text.mid(start, i - start);
        skipSpace();
        if (i >= text.size() || text[i] != '=')
            return malformed(tr("a part of it is not of the form key=value; a value with spaces needs single quotes"));
        ++i;
        skipSpace();
        Bytes value{QByteArray()};
        const bool quoted = i < text.size() && text[i] == '\'';
        if (quoted)
            ++i;
        bool closed = !quoted;
        while (i < text.size()) {
            const char c = text[i];
            if (quoted ? c == '\'' : (c == ' ' || c == '\t' || c == '\n')) {
                closed = true;
                i += quoted ? 1 : 0;
                break;
            }
            if (c == '\\' && i + 1 < text.size())
                ++i;
            *value += text[i++];
        }
        if (!closed)
            return malformed(tr("a single quote is not closed"));
        if (!isPlainName(name))
            return malformed(tr("a part of it is not of the form key=value"));
        if (Result<void> r = putParameter(out, name, *value); !r)
            return r;
    }
    return {};
}

/// Lines joined, and what people copy along taken off: quotes, "psql ", "NAME=", a semicolon.
void tidy(QByteArray& text, bool isUrl, qsizetype schemeAt)
{
    if (isUrl)
        text.remove(0, schemeAt);
    QByteArray joined;
    for (const QByteArray& line : text.split('\n')) {
        QByteArray part = line.trimmed();
        while (part.endsWith('\\'))
            part.chop(1);
        if (!isUrl && !joined.isEmpty())
            joined += ' ';
        joined += part.trimmed();
        part.fill('\0');
    }
    while (isUrl && !joined.isEmpty() && strchr("\"'`;, ", joined.back()))
        joined.chop(1);
    if (!isUrl && joined.size() > 1 && joined.front() == '"' && joined.back() == '"')
        joined = joined.mid(1, joined.size() - 2);
    text.fill('\0');
    text = joined;
}

qsizetype schemePosition(const QByteArray& text, qsizetype& length)
{
    const QByteArray lower = text.toLower();
    for (const char* scheme : {"postgresql://", "postgres://"}) {
        const qsizetype at = lower.indexOf(scheme);
        if (at >= 0) {
            length = static_cast<qsizetype>(strlen(scheme));
            return at;
        }
    }
    return -1;
}

} // namespace

Result<ParsedUrl> parseUrl(const Secret& url)
{
    Bytes text(QByteArray(url.view().data(), static_cast<qsizetype>(url.view().size())));
    text->replace('\r', '\n');
    qsizetype schemeLength = 0;
    const qsizetype at = schemePosition(*text, schemeLength);
    tidy(*text, at >= 0, at);
    if (text->isEmpty())
        return malformed(tr("it is empty"));
    if (text->contains('\0') || text->size() > 16384)
        return malformed(tr("it contains a zero byte or is too long"));
    if (!QString::fromUtf8(*text).isValidUtf16() || QString::fromUtf8(*text).contains(QChar(0xfffd)))
        return malformed(tr("it is not valid UTF-8 text"));

    ParsedUrl out;
    out.type = QStringLiteral("postgres");
    Result<void> parsed;
    if (at >= 0)
        parsed = parseAuthority(text->mid(schemeLength), out);
    else if (text->contains("://"))
        return malformed(tr("its scheme is not postgresql:// or postgres://"));
    else if (text->contains('='))
        parsed = parseDsn(*text, out);
    else
        return malformed(tr("it does not begin with postgresql:// and has no key=value pairs"));
    if (!parsed)
        return parsed.error();
    out.suggestedName = out.settings.value(QStringLiteral("database"), out.settings.value(QStringLiteral("host")));
    return out;
}

} // namespace leat::pg
