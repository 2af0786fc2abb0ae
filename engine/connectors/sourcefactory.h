// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/connectors/source.h"

#include <memory>

namespace leat {

/// One kind of source: what its settings are, how its URLs read, and how to open one.
/// Stateless and thread-safe. app/composition.cpp lists the factories.
class SourceFactory
{
public:
    virtual ~SourceFactory();
    virtual const SourceTypeInfo& info() const = 0;
    /// Settings and secrets of a URL of one of info().urlSchemes, or a DSN. The text may hold a
    /// password: errors never quote it.
    virtual Result<ParsedUrl> parseUrl(const Secret& url) const = 0;
    /// Checks settings without connecting: unknown, missing or malformed ones, each error naming
    /// the setting. Also refuses secrets given as settings.
    virtual Result<void> validate(const QMap<QString, QString>& settings) const = 0;
    /// "shop@db.example.com:5432/shop".
    virtual QString summary(const QMap<QString, QString>& settings) const = 0;
    /// Opens lazily: connects at the first call. Settings have been validated.
    virtual Result<std::unique_ptr<Source>> create(const QMap<QString, QString>& settings,
                                                   SecretMap secrets) const = 0;
};

} // namespace leat
