// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgsettings.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <numeric>

namespace leat::pg {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PostgresSettings", text);
}

const QStringList& sslModes()
{
    static const QStringList modes{QStringLiteral("verify-full"), QStringLiteral("verify-ca"), QStringLiteral("require"),
        QStringLiteral("prefer"), QStringLiteral("allow"), QStringLiteral("disable")};
    return modes;
}

SettingSpec spec(const char* key, const QString& label, const QString& help, SettingSpec::Kind kind,
                 const char* defaultValue, bool required, bool advanced)
{
    SettingSpec s;
    s.key = QString::fromLatin1(key);
    s.label = label;
    s.help = help;
    s.kind = kind;
    s.defaultValue = QString::fromLatin1(defaultValue);
    s.required = required;
    s.advanced = advanced;
    return s;
}

Error invalid(const QString& option, const QString& value, const QString& allowed)
{
    return makeError(ErrorCode::InvalidOption, {},
        {{QStringLiteral("option"), option}, {QStringLiteral("value"), value}, {QStringLiteral("allowed"), allowed}});
}

Result<int> number(const QMap<QString, QString>& settings, const char* key, int fallback, int low, int high)
{
    const QString name = QString::fromLatin1(key);
    const QString text = settings.value(name).trimmed();
    if (text.isEmpty())
        return fallback;
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < low || value > high)
        return invalid(name, text, tr("a whole number from %1 to %2").arg(low).arg(high));
    return value;
}

Result<void> readTls(const QMap<QString, QString>& settings, Settings& out)
{
    out.sslMode = settings.value(QStringLiteral("sslmode")).trimmed();
    if (!out.sslMode.isEmpty() && !sslModes().contains(out.sslMode))
        return invalid(QStringLiteral("sslmode"), out.sslMode, sslModes().join(QStringLiteral(", ")));
    out.sslRootCert = settings.value(QStringLiteral("sslrootcert")).trimmed();
    if (out.sslRootCert.isEmpty())
        out.sslRootCert = QStringLiteral("system");
    if (out.sslRootCert != QLatin1String("system") && !QFileInfo(out.sslRootCert).isFile())
        return invalid(QStringLiteral("sslrootcert"), out.sslRootCert, tr("a readable PEM file, or “system”"));
    const QString pin = settings.value(QStringLiteral("sslcert_fingerprint")).trimmed();
    out.fingerprint = normalFingerprint(pin);
    if (!pin.isEmpty() && out.fingerprint.isEmpty())
        return invalid(QStringLiteral("sslcert_fingerprint"), pin, tr("64 hexadecimal digits, colons allowed"));
    if (!out.fingerprint.isEmpty() && QStringList{QStringLiteral("disable"), QStringLiteral("allow"), QStringLiteral("prefer")}.contains(out.sslMode))
        return invalid(QStringLiteral("sslmode"), out.sslMode,
            tr("require, verify-ca or verify-full, because a certificate is pinned"));
    return {};
}

Result<void> readNumbers(const QMap<QString, QString>& settings, Settings& out)
{
    struct Field { const char* key; int* target; int low; int high; };
    const Field fields[] = {{"port", &out.port, 1, 65535}, {"connect_timeout", &out.connectTimeoutSeconds, 1, 600},
        {"statement_timeout", &out.statementTimeoutSeconds, 0, 604800}, {"readers", &out.readers, 0, 64},
        {"give_way", &out.giveWaySeconds, 0, 3600}};
    for (const Field& f : fields) {
        const Result<int> value = number(settings, f.key, *f.target, f.low, f.high);
        if (!value)
            return value.error();
        *f.target = *value;
    }
    return {};
}

} // namespace

QString Settings::effectiveSslMode() const
{
    if (isSocket())
        return QStringLiteral("disable");
    if (!sslMode.isEmpty())
        return sslMode;
    return fingerprint.isEmpty() ? QStringLiteral("verify-full") : QStringLiteral("require");
}

std::vector<SettingSpec> settingSpecs()
{
    using K = SettingSpec::Kind;
    std::vector<SettingSpec> specs{
        spec("host", tr("Host"), tr("Name or address of the server, or the directory of its Unix socket."), K::Text, "", true, false),
        spec("port", tr("Port"), tr("Port the server listens on."), K::Integer, "5432", false, false),
        spec("database", tr("Database"), tr("Name of the database to read."), K::Text, "", true, false),
        spec("user", tr("User"), tr("Role that reads; it needs SELECT only."), K::Text, "", true, false),
        spec("password", tr("Password"), tr("Leave empty for peer or trust authentication."), K::Secret, "", false, false),
        spec("sslmode", tr("Encryption"), tr("How the connection is encrypted and the server is verified; not used on Unix sockets."),
            K::Choice, "verify-full", false, false),
        spec("sslrootcert", tr("CA certificate"), tr("PEM file of the authority that signed the server's certificate, or “system”."),
            K::File, "system", false, true),
        spec("sslcert_fingerprint", tr("Pinned certificate"), tr("SHA-256 fingerprint the server's certificate must have."), K::Text, "", false, true),
        spec("connect_timeout", tr("Connect time-out"), tr("Seconds to wait for each address of the server."), K::Integer, "15", false, true),
        spec("statement_timeout", tr("Statement time-out"), tr("Seconds a query may take; 0 means no limit."), K::Integer, "0", false, true),
        spec("namespaces", tr("Namespaces"), tr("Only tables of these database schemas, comma separated; empty means all."), K::Text, "", false, true),
        spec("readers", tr("Readers"), tr("At most this many connections read one table; 0 leaves it to Leat."), K::Integer, "0", false, true),
        spec("give_way", tr("Give way after"), tr("Seconds a change of a table at the source may wait for a read of it; then the read breaks off and is tried again. 0 means never."),
            K::Integer, "5", false, true),
    };
    for (SettingSpec& s : specs)
        if (s.key == QLatin1String("sslmode"))
            s.choices = sslModes();
    return specs;
}

QString normalFingerprint(const QString& text)
{
    QString hex = text.toLower();
    hex.remove(QLatin1Char(':')).remove(QLatin1Char(' '));
    if (hex.startsWith(QLatin1String("sha256/")) || hex.startsWith(QLatin1String("sha256=")))
        hex.remove(0, 7);
    const bool ok = hex.size() == 64 && std::all_of(hex.cbegin(), hex.cend(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
    });
    return ok ? hex : QString();
}

QString nearestWord(const QString& word, const QStringList& known)
{
    QString best;
    int bestCost = 1 << 20;
    for (const QString& candidate : known) {
        std::vector<int> row(static_cast<std::size_t>(candidate.size()) + 1);
        std::iota(row.begin(), row.end(), 0);
        for (qsizetype i = 0; i < word.size(); ++i) {
            int diagonal = row[0]++;
            for (std::size_t j = 1; j < row.size(); ++j) {
                const int change = diagonal + (word[i].toLower() == candidate[static_cast<qsizetype>(j) - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
            }
        }
        if (row.back() < bestCost) {
            bestCost = row.back();
            best = candidate;
        }
    }
    return best;
}

Result<Settings> readSettings(const QMap<QString, QString>& settings)
{
    QStringList known;
    QStringList required;
    for (const SettingSpec& s : settingSpecs()) {
        if (s.kind != SettingSpec::Kind::Secret)
            known << s.key;
        if (s.required)
            required << s.key;
    }
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (it.key() == QLatin1String("password"))
            return makeError(ErrorCode::InvalidOption, {}, {{QStringLiteral("option"), it.key()},
                {QStringLiteral("value"), QStringLiteral("***")}, {QStringLiteral("allowed"), tr("a secret, never a setting: use --password-stdin")}});
        if (!known.contains(it.key()))
            return makeError(ErrorCode::UnknownOption, {}, {{QStringLiteral("option"), it.key()},
                {QStringLiteral("nearest"), nearestWord(it.key(), known)}, {QStringLiteral("allowed"), known.join(QStringLiteral(", "))}});
        if (it.value().contains(QChar(0)) || it.value().contains(QLatin1Char('\n')))
            return invalid(it.key(), it.value().simplified(), tr("one line of text"));
    }
    for (const QString& key : required)
        if (settings.value(key).trimmed().isEmpty())
            return makeError(ErrorCode::MissingOption, {}, {{QStringLiteral("option"), key}});

    Settings out;
    out.host = settings.value(QStringLiteral("host")).trimmed();
    out.database = settings.value(QStringLiteral("database"));
    out.user = settings.value(QStringLiteral("user"));
    if (out.host.contains(QLatin1Char(',')) || out.host.contains(QLatin1Char(' ')))
        return invalid(QStringLiteral("host"), out.host, tr("one host name, address or socket directory"));
    if (const Result<void> r = readNumbers(settings, out); !r)
        return r.error();
    if (const Result<void> r = readTls(settings, out); !r)
        return r.error();
    for (const QString& ns : settings.value(QStringLiteral("namespaces")).split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!ns.trimmed().isEmpty())
            out.namespaces << ns.trimmed();
    return out;
}

QString summaryOf(const QMap<QString, QString>& settings)
{
    QString host = settings.value(QStringLiteral("host"));
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    return QStringLiteral("%1@%2:%3/%4").arg(settings.value(QStringLiteral("user")), host,
        settings.value(QStringLiteral("port"), QStringLiteral("5432")), settings.value(QStringLiteral("database")));
}

} // namespace leat::pg
