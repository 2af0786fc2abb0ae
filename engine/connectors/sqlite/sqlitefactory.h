// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/sourcefactory.h"

namespace leat {

/// SQLite files, opened read-only through SQLite itself (trap T095). Settings: path, readers,
/// busy_timeout. Has no secrets.
class SqliteFactory final : public SourceFactory
{
public:
    SqliteFactory();
    const SourceTypeInfo& info() const override;
    Result<ParsedUrl> parseUrl(const Secret& url) const override;
    Result<void> validate(const QMap<QString, QString>& settings) const override;
    QString summary(const QMap<QString, QString>& settings) const override;
    Result<std::unique_ptr<Source>> create(const QMap<QString, QString>& settings,
                                           SecretMap secrets) const override;

private:
    SourceTypeInfo m_info;
};

} // namespace leat
