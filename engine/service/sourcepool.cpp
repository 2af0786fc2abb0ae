// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/sourcepool.h"

#include "engine/api/sourcerules.h"

namespace leat {

const char* const kParallelTables = "parallel_tables";

QString secretReference(SourceId id, const QString& key)
{
    return QStringLiteral("source/%1/%2").arg(id.value).arg(key);
}

QMap<QString, QString> factorySettings(QMap<QString, QString> settings)
{
    settings.remove(QLatin1String(kParallelTables));
    for (const char* ours : {kProtectionKey, kProductionKey, kDriftKey, kAutoEnableKey, kRefreshKey})
        settings.remove(QLatin1String(ours));
    return settings;
}

SourcePool::SourcePool(const std::vector<std::unique_ptr<SourceFactory>>& factories, StateStore& state,
                       SecretBroker& secrets, const Redactor& redactor)
    : m_factories(factories), m_state(state), m_secrets(secrets), m_redactor(redactor)
{
}

const SourceFactory* SourcePool::factory(const QString& type) const
{
    for (const std::unique_ptr<SourceFactory>& candidate : m_factories)
        if (candidate->info().id == type)
            return candidate.get();
    return nullptr;
}

Result<SecretMap> SourcePool::secretsOf(const SourceInfo& info)
{
    SecretMap secrets;
    for (const QString& key : info.secretKeys) {
        Result<Secret> secret = m_secrets.read(secretReference(info.id, key), true);
        if (!secret) {
            Error error = secret.error();
            error.owner = Owner::Keychain;
            error.args.insert(QStringLiteral("source"), info.name);
            return error;
        }
        m_redactor.add(*secret);
        secrets.emplace(key, std::move(*secret));
    }
    return secrets;
}

Result<std::shared_ptr<Source>> SourcePool::get(const SourceInfo& info)
{
    // One lock over the keychain too: many runs of one source must cause one prompt, not many.
    const std::lock_guard lock(m_mutex);
    if (const auto it = m_open.find(info.id); it != m_open.end() && it->second.revision == info.revision)
        return it->second.source;
    const SourceFactory* maker = factory(info.type);
    if (!maker)
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), QStringLiteral("source type")}, {QStringLiteral("name"), info.type}});
    Result<SecretMap> secrets = secretsOf(info);
    if (!secrets)
        return secrets.error();
    Result<std::unique_ptr<Source>> source = maker->create(factorySettings(info.settings), std::move(*secrets));
    if (!source)
        return source.error();
    Open open{info.revision, std::move(*source)};
    m_open[info.id] = open;
    return open.source;
}

Result<std::shared_ptr<Source>> SourcePool::open(const SourceDraft& draft) const
{
    const SourceFactory* maker = factory(draft.type);
    if (!maker)
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), QStringLiteral("source type")}, {QStringLiteral("name"), draft.type}});
    if (Result<void> ok = maker->validate(factorySettings(draft.settings)); !ok)
        return ok.error();
    for (const auto& [key, secret] : draft.secrets)
        m_redactor.add(secret);
    Result<std::unique_ptr<Source>> source = maker->create(factorySettings(draft.settings), clone(draft.secrets));
    if (!source)
        return source.error();
    return std::shared_ptr<Source>(std::move(*source));
}

void SourcePool::forget(SourceId id)
{
    const std::lock_guard lock(m_mutex);
    m_open.erase(id);
}

void SourcePool::forgetAll()
{
    const std::lock_guard lock(m_mutex);
    m_open.clear();
}

} // namespace leat
