// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/connectors/sourcefactory.h"
#include "engine/secrets/redactor.h"
#include "engine/secrets/secretbroker.h"
#include "engine/state/statestore.h"
#include "engine/warehouse/warehouse.h"

#include <functional>
#include <memory>
#include <vector>

namespace leat {

/// The offline sample, handed in so that the service knows no concrete source.
struct SampleShop
{
    QString sourceName;
    QString sourceType;
    QMap<QString, QString> settings;
    std::function<Result<void>()> make;
    std::function<Result<void>()> edit;
    std::vector<TableChoice> tables;
};

/// How much the engine does at once.
struct EngineLimits
{
    int runs = 2;                  ///< runs at once in all
    int runsPerSource = 2;         ///< runs at once of one source
    int readersPerRun = 2;         ///< parallel readers of one table
    qint64 resumeFromBytes = qint64{64} << 20;     ///< copies of tables from this size on can be resumed
};

/// Whether this process starts what is due. Off for commands that do one thing and end.
struct SchedulerOptions
{
    bool enabled = false;
    int longestWaitMs = 30'000;    ///< the clock is looked at so often, for sleep and steps
};

/// Reads and writes the profile's limits; empty where there is no profile folder.
struct TuningStore
{
    std::function<Result<EngineTuning>()> load;
    std::function<Result<void>(const EngineTuning&)> save;
};

/// Everything the service works with; app/composition.cpp chooses the classes.
struct EngineParts
{
    std::shared_ptr<void> profileLock;             ///< held as long as the engine lives
    std::unique_ptr<Clock> clock;
    std::unique_ptr<StateStore> state;
    std::unique_ptr<SecretBroker> secrets;
    std::unique_ptr<Warehouse> warehouse;
    std::vector<std::unique_ptr<SourceFactory>> factories;
    Redactor redactor;
    SampleShop sample;
    EngineLimits limits;
    TuningStore tuning;
    /// Replaces a file as a whole, readable by its user only; false with the reason.
    std::function<bool(const QString& path, const QByteArray& bytes, QString& reason)> writePrivateFile;
    SchedulerOptions scheduler;
    QString profilePath;
    QString actor;
};

} // namespace leat
