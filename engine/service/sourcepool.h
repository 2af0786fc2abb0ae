// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/protection.h"
#include "engine/api/sourceinfo.h"
#include "engine/secrets/redactor.h"
#include "engine/secrets/secretbroker.h"
#include "engine/connectors/sourcefactory.h"
#include "engine/state/statestore.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace leat {

/// Open sources by id, shared by runs and questions so that connections are reused. A source is
/// made anew when its revision moved. Thread-safe; get() may wait for the keychain.
class SourcePool
{
public:
    SourcePool(const std::vector<std::unique_ptr<SourceFactory>>& factories, StateStore& state,
               SecretBroker& secrets, const Redactor& redactor);

    const SourceFactory* factory(const QString& type) const;
    Result<std::shared_ptr<Source>> get(const SourceInfo& info);
    /// From a draft that is not saved; its secrets are registered with the redactor.
    Result<std::shared_ptr<Source>> open(const SourceDraft& draft) const;
    /// Drops the source's connections once their users are done.
    void forget(SourceId id);
    void forgetAll();

private:
    Result<SecretMap> secretsOf(const SourceInfo& info);

    struct Open
    {
        qint64 revision = 0;
        std::shared_ptr<Source> source;
    };
    const std::vector<std::unique_ptr<SourceFactory>>& m_factories;
    StateStore& m_state;
    SecretBroker& m_secrets;
    const Redactor m_redactor;
    std::mutex m_mutex;
    std::map<SourceId, Open> m_open;
};

/// The vault's key for a secret of a source.
QString secretReference(SourceId id, const QString& key);

/// Settings that every source has and that its factory does not see.
extern const char* const kParallelTables;
QMap<QString, QString> factorySettings(QMap<QString, QString> settings);

} // namespace leat
