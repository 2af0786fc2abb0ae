// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "app/enginesettings.h"
#include "engine/connectors/postgres/postgresfactory.h"
#include "engine/connectors/sqlite/sqlitefactory.h"
#include "engine/sample/shop.h"
#include "engine/secrets/privatefile.h"
#include "engine/secrets/filevaultbroker.h"
#include "engine/secrets/keychainbroker.h"
#include "engine/service/engineservice.h"
#include "engine/state/sqlitestatestore.h"
#include "engine/state/profilelock.h"
#include "engine/warehouse/duckdb/duckwarehouse.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUuid>

namespace leat {

namespace {

constexpr char kProfileIdKey[] = "profile.id";

Error notWritable(const QString& path)
{
    return makeError(ErrorCode::ProfileNotWritable, {}, {{QStringLiteral("path"), path}});
}

// Only the owner may look into a profile: it holds copies of company data.
Result<void> makeProfileDir(const QString& path)
{
    if (!QDir().mkpath(path))
        return notWritable(path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

// The keychain's entries of two profiles must not meet; a name made once tells them apart.
Result<QString> profileId(StateStore& state)
{
    Result<QString> id = state.value(QLatin1String(kProfileIdKey));
    if (!id || !id->isEmpty())
        return id;
    const QString fresh = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (Result<void> ok = state.setValue(QLatin1String(kProfileIdKey), fresh); !ok)
        return ok.error();
    return fresh;
}

Result<std::unique_ptr<SecretBroker>> openSecrets(const EngineOptions& options, StateStore& state)
{
    if (options.vaultPassphrase) {
        Result<std::unique_ptr<FileVaultBroker>> vault = FileVaultBroker::openOrCreate(
            options.profileDir + QStringLiteral("/secrets.vault"), *options.vaultPassphrase);
        if (!vault)
            return vault.error();
        return std::unique_ptr<SecretBroker>(std::move(*vault));
    }
    Result<QString> id = profileId(state);
    if (!id)
        return id.error();
    return std::unique_ptr<SecretBroker>(std::make_unique<KeychainBroker>(*id, options.interactive));
}

SampleShop sampleShop(const QString& profileDir)
{
    const QString file = profileDir + QStringLiteral("/sample-shop.sqlite");
    SampleShop shop;
    shop.sourceName = QStringLiteral("shop");
    shop.sourceType = QStringLiteral("sqlite");
    shop.settings = {{QStringLiteral("path"), file}};
    shop.make = [file] { return makeShop(file); };
    shop.edit = [file] { return editShop(file); };
    shop.tables = shopTables();
    return shop;
}

Result<std::unique_ptr<Warehouse>> openWarehouse(const QString& profileDir, const EngineSettings& settings)
{
    DuckOptions options;
    options.path = profileDir + QStringLiteral("/warehouse.duckdb");
    options.tempDir = profileDir + QStringLiteral("/tmp");
    options.memoryLimitBytes = settings.memoryLimitBytes;
    options.threads = settings.threads;
    return DuckWarehouse::open(options);
}

} // namespace

QString defaultProfileDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/leat");
}

Result<std::unique_ptr<Control>> openEngine(const EngineOptions& options)
{
    if (Result<void> ok = makeProfileDir(options.profileDir); !ok)
        return ok.error();
    Result<std::unique_ptr<ProfileLock>> lock = ProfileLock::acquire(options.profileDir, options.actor);
    if (!lock)
        return lock.error();

    const Result<EngineSettings> settings = readEngineSettings(options.profileDir + QStringLiteral("/engine.ini"));
    if (!settings)
        return settings.error();

    EngineParts parts;
    parts.profileLock = std::shared_ptr<ProfileLock>(std::move(*lock));
    parts.clock = options.makeClock ? options.makeClock() : std::make_unique<SystemClock>();
    parts.scheduler.enabled = options.schedule;
    if (options.scheduleWaitMs > 0)
        parts.scheduler.longestWaitMs = options.scheduleWaitMs;
    parts.profilePath = options.profileDir;
    parts.actor = options.actor;
    // Of one time with the scheduler: what it reads back of runs must fit to what it noted itself.
    std::shared_ptr<const Clock> clock = options.makeClock ? options.makeClock() : std::make_unique<SystemClock>();
    Result<std::unique_ptr<StateStore>> state = SqliteStateStore::open(options.profileDir + QStringLiteral("/state.db"), std::move(clock));
    if (!state)
        return state.error();
    parts.state = std::move(*state);
    Result<std::unique_ptr<SecretBroker>> secrets = openSecrets(options, *parts.state);
    if (!secrets)
        return secrets.error();
    parts.secrets = std::move(*secrets);
    Result<std::unique_ptr<Warehouse>> warehouse = openWarehouse(options.profileDir, *settings);
    if (!warehouse)
        return warehouse.error();
    parts.warehouse = std::move(*warehouse);
    parts.factories.push_back(std::make_unique<PostgresFactory>());
    parts.factories.push_back(std::make_unique<SqliteFactory>());
    parts.sample = sampleShop(options.profileDir);
    parts.writePrivateFile = replacePrivateFile;
    parts.limits = settings->limits;
    const QString limitsFile = options.profileDir + QStringLiteral("/engine.ini");
    parts.tuning = {[limitsFile] { return readTuning(limitsFile); }, [limitsFile](const EngineTuning& tuning) { return writeTuning(limitsFile, tuning); }};

    Result<std::unique_ptr<EngineService>> service = EngineService::start(std::move(parts));
    if (!service)
        return service.error();
    return std::unique_ptr<Control>(std::move(*service));
}

} // namespace leat
