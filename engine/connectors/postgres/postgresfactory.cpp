// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/postgresfactory.h"

#include "engine/connectors/postgres/pgsettings.h"
#include "engine/connectors/postgres/pgsource.h"
#include "engine/connectors/postgres/pgurl.h"

namespace leat {

PostgresFactory::PostgresFactory()
{
    m_info.id = QStringLiteral("postgres");
    m_info.title = QStringLiteral("PostgreSQL");
    m_info.urlExample = QStringLiteral("postgresql://user@db.example.com:5432/shop");
    m_info.urlSchemes = QStringList{QStringLiteral("postgresql"), QStringLiteral("postgres")};
    m_info.settings = pg::settingSpecs();
}

Result<ParsedUrl> PostgresFactory::parseUrl(const Secret& url) const
{
    return pg::parseUrl(url);
}

Result<void> PostgresFactory::validate(const QMap<QString, QString>& settings) const
{
    const Result<pg::Settings> read = pg::readSettings(settings);
    return read ? Result<void>() : Result<void>(read.error());
}

QString PostgresFactory::summary(const QMap<QString, QString>& settings) const
{
    return pg::summaryOf(settings);
}

Result<std::unique_ptr<Source>> PostgresFactory::create(const QMap<QString, QString>& settings, SecretMap secrets) const
{
    Result<pg::Settings> read = pg::readSettings(settings);
    if (!read)
        return read.error();
    return std::unique_ptr<Source>(std::make_unique<pg::PostgresSource>(std::move(*read), std::move(secrets)));
}

} // namespace leat
