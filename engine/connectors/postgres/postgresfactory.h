// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/sourcefactory.h"

namespace leat {

/// PostgreSQL 12 and newer, also on Unix sockets. TLS is verify-full unless the settings say
/// otherwise, on loopback too: only a Unix socket needs none. Secret: "password", optional; without
/// one libpq's own password file is asked.
class PostgresFactory final : public SourceFactory
{
public:
    PostgresFactory();
    const SourceTypeInfo& info() const override { return m_info; }
    Result<ParsedUrl> parseUrl(const Secret& url) const override;
    Result<void> validate(const QMap<QString, QString>& settings) const override;
    QString summary(const QMap<QString, QString>& settings) const override;
    Result<std::unique_ptr<Source>> create(const QMap<QString, QString>& settings, SecretMap secrets) const override;

private:
    SourceTypeInfo m_info;
};

} // namespace leat
