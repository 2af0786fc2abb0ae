// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitesettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace leat::sqlite {

namespace {

constexpr int kMaxReaders = 64;
constexpr int kMaxBusyMs = 600'000;

QString tr(const char* text)
{
    return QCoreApplication::translate("SqliteSettings", text);
}

QString pathKey() { return QStringLiteral("path"); }
QString readersKey() { return QStringLiteral("readers"); }
QString busyKey() { return QStringLiteral("busy_timeout"); }
QStringList knownKeys() { return {pathKey(), readersKey(), busyKey()}; }

int distance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = a.at(i) == b.at(static_cast<qsizetype>(j) - 1);
            const int replaced = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

Error unknownOption(const QString& name)
{
    const QStringList known = knownKeys();
    const QString nearest = *std::min_element(known.cbegin(), known.cend(), [&](const QString& a, const QString& b) {
        return distance(name, a) < distance(name, b);
    });
    return makeError(ErrorCode::UnknownOption, {}, {{QStringLiteral("option"), name},
        {QStringLiteral("nearest"), nearest}, {QStringLiteral("allowed"), known.join(QStringLiteral(", "))}});
}

Error invalidOption(const QString& name, const QString& value, const QString& allowed)
{
    return makeError(ErrorCode::InvalidOption, {}, {{QStringLiteral("option"), name},
        {QStringLiteral("value"), value}, {QStringLiteral("allowed"), allowed}});
}

Error malformed(const QString& reason)
{
    return makeError(ErrorCode::MalformedUrl, {}, {{QStringLiteral("reason"), reason},
        {QStringLiteral("example"), QStringLiteral("sqlite:///home/me/shop.db")}});
}

Result<int> readNumber(const QMap<QString, QString>& settings, const QString& key, int least, int most, int otherwise)
{
    const QString text = settings.value(key).trimmed();
    if (text.isEmpty())
        return otherwise;
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!ok || number < least || number > most)
        return invalidOption(key, text, tr("a whole number from %1 to %2").arg(least).arg(most));
    return number;
}

QString expandedPath(const QString& text)
{
    if (text == QLatin1String("~") || text.startsWith(QLatin1String("~/")))
        return QDir::cleanPath(QDir::homePath() + text.mid(1));
    return QDir::cleanPath(QDir::current().absoluteFilePath(text));
}

int hexDigit(QChar c)
{
    return QStringLiteral("0123456789abcdef").indexOf(c.toLower());
}

std::optional<QString> percentDecoded(const QString& text)
{
    for (qsizetype i = text.indexOf(QLatin1Char('%')); i >= 0; i = text.indexOf(QLatin1Char('%'), i + 3)) {
        if (i + 2 >= text.size() || hexDigit(text.at(i + 1)) < 0 || hexDigit(text.at(i + 2)) < 0)
            return std::nullopt;
    }
    QString decoded = QUrl::fromPercentEncoding(text.toUtf8());
    if (decoded.contains(QChar(0)))
        return std::nullopt;
    return decoded;
}

// What follows the scheme: "///abs", "/abs" and "relative" name a file; "//host/…" does not.
Result<QString> pathOfUrl(QString rest)
{
    if (rest.startsWith(QLatin1String("//"))) {
        rest = rest.mid(2);
        if (rest.startsWith(QLatin1String("localhost/")))
            rest = rest.mid(9);
        if (!rest.startsWith(QLatin1Char('/')))
            return malformed(tr("a file has no host; write three slashes before an absolute path"));
    }
    // sqlite:////abs is how some programs write an absolute path.
    while (rest.startsWith(QLatin1String("//")))
        rest = rest.mid(1);
    const std::optional<QString> path = percentDecoded(rest);
    if (!path)
        return malformed(tr("a % must be followed by two hexadecimal digits"));
    const bool drive = path->size() > 3 && path->at(0) == QLatin1Char('/') && path->at(1).isLetter()
        && path->at(2) == QLatin1Char(':');
    return drive ? path->mid(1) : *path;
}

// Key=value pairs may end like a file; they are another source's, and may hold a password.
bool looksLikeFile(const QString& text)
{
    if (text.contains(QLatin1String("://")) || text.contains(QLatin1Char('=')))
        return false;
    for (const char* end : {".db", ".sqlite", ".sqlite3", ".db3", ".s3db"})
        if (text.endsWith(QLatin1String(end), Qt::CaseInsensitive))
            return true;
    return false;
}

QString nameFromFile(const QString& path)
{
    QString name;
    for (const QChar c : QFileInfo(path).completeBaseName().toLower())
        name += c.isLetterOrNumber() ? c : QLatin1Char('_');
    return name.isEmpty() ? QStringLiteral("sqlite") : name;
}

Result<void> addQuery(const QString& query, QMap<QString, QString>& settings)
{
    const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
    for (const auto& [key, value] : items) {
        // mode and cache are SQLite's own; this source always opens read-only.
        if (key == QLatin1String("mode") || key == QLatin1String("cache"))
            continue;
        if (key == pathKey() || !knownKeys().contains(key))
            return unknownOption(key);
        settings.insert(key, value);
    }
    return {};
}

} // namespace

std::vector<SettingSpec> settingSpecs()
{
    SettingSpec path{pathKey(), tr("Database file"), tr("The SQLite file; it is only read, never changed."),
        SettingSpec::Kind::File, {}, {}, true, false};
    SettingSpec readers{readersKey(), tr("Readers"),
        tr("Connections that read one large table at the same time; empty means one per processor core."),
        SettingSpec::Kind::Integer, {}, {}, false, true};
    SettingSpec busy{busyKey(), tr("Wait for locks (ms)"),
        tr("How long to wait while another program locks the file."),
        SettingSpec::Kind::Integer, QString::number(Settings().busyTimeoutMs), {}, false, true};
    return {path, readers, busy};
}

Result<Settings> readSettings(const QMap<QString, QString>& settings)
{
    for (const QString& key : settings.keys())
        if (!knownKeys().contains(key))
            return unknownOption(key);
    const QString path = settings.value(pathKey()).trimmed();
    if (path.isEmpty())
        return makeError(ErrorCode::MissingOption, {}, {{QStringLiteral("option"), pathKey()}});
    if (path.contains(QChar(0)) || path == QLatin1String(":memory:"))
        return invalidOption(pathKey(), path, tr("the path of a file"));
    Result<int> readers = readNumber(settings, readersKey(), 1, kMaxReaders, 0);
    if (!readers)
        return readers.error();
    Result<int> busy = readNumber(settings, busyKey(), 0, kMaxBusyMs, Settings().busyTimeoutMs);
    if (!busy)
        return busy.error();
    return Settings{expandedPath(path), *readers, *busy};
}

Result<ParsedUrl> parseUrl(const QString& url)
{
    ParsedUrl parsed;
    parsed.type = QStringLiteral("sqlite");
    QString path;
    const bool isUrl = url.startsWith(QLatin1String("sqlite:"), Qt::CaseInsensitive)
        || url.startsWith(QLatin1String("file:"), Qt::CaseInsensitive);
    if (isUrl) {
        QString rest = url.mid(url.indexOf(QLatin1Char(':')) + 1);
        rest = rest.section(QLatin1Char('#'), 0, 0);
        const qsizetype query = rest.indexOf(QLatin1Char('?'));
        if (query >= 0) {
            if (Result<void> ok = addQuery(rest.mid(query + 1), parsed.settings); !ok)
                return ok.error();
            rest.truncate(query);
        }
        Result<QString> named = pathOfUrl(rest);
        if (!named)
            return named.error();
        path = *named;
    } else if (looksLikeFile(url)) {
        path = url;
    } else {
        return malformed(tr("it names no SQLite file"));
    }
    if (path.trimmed().isEmpty() || path.endsWith(QLatin1Char('/')) || path == QLatin1String(":memory:"))
        return malformed(tr("the path of the file is missing"));
    parsed.settings.insert(pathKey(), expandedPath(path));
    parsed.suggestedName = nameFromFile(path);
    if (Result<Settings> ok = readSettings(parsed.settings); !ok)
        return ok.error();
    return parsed;
}

QString summaryOf(const QMap<QString, QString>& settings)
{
    const QString path = settings.value(pathKey());
    const QString home = QDir::homePath();
    if (home.size() > 1 && path.startsWith(home + QLatin1Char('/')))
        return QLatin1Char('~') + path.mid(home.size());
    return path;
}

} // namespace leat::sqlite
