// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitefactory.h"

#include "engine/connectors/sqlite/sqlitesettings.h"
#include "engine/connectors/sqlite/sqlitesource.h"

namespace leat {

SqliteFactory::SqliteFactory()
{
    m_info.id = QStringLiteral("sqlite");
    m_info.title = QStringLiteral("SQLite");
    m_info.urlExample = QStringLiteral("sqlite:///home/me/shop.db");
    m_info.urlSchemes = {QStringLiteral("sqlite"), QStringLiteral("file")};
    m_info.settings = sqlite::settingSpecs();
}

const SourceTypeInfo& SqliteFactory::info() const
{
    return m_info;
}

Result<ParsedUrl> SqliteFactory::parseUrl(const Secret& url) const
{
    const std::string_view text = url.view();
    return sqlite::parseUrl(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed());
}

Result<void> SqliteFactory::validate(const QMap<QString, QString>& settings) const
{
    if (Result<sqlite::Settings> read = sqlite::readSettings(settings); !read)
        return read.error();
    return {};
}

QString SqliteFactory::summary(const QMap<QString, QString>& settings) const
{
    return sqlite::summaryOf(settings);
}

Result<std::unique_ptr<Source>> SqliteFactory::create(const QMap<QString, QString>& settings, SecretMap secrets) const
{
    for (const auto& [key, secret] : secrets)
        if (!secret.isEmpty())
            return makeError(ErrorCode::UnknownOption, {}, {{QStringLiteral("option"), key},
                {QStringLiteral("nearest"), QStringLiteral("path")},
                {QStringLiteral("allowed"), QStringLiteral("path, readers, busy_timeout")}});
    Result<sqlite::Settings> read = sqlite::readSettings(settings);
    if (!read)
        return read.error();
    return std::unique_ptr<Source>(std::make_unique<sqlite::SqliteSource>(std::move(*read)));
}

} // namespace leat
