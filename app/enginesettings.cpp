// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginesettings.h"

#include <QSettings>
#include <QThread>

#include <algorithm>

namespace leat {

namespace {

constexpr int kMostParallel = 4;       // more readers than that only take memory (14-performance §1)

struct Number
{
    const char* key;
    int least;
    int greatest;
    int value;
};

Error badValue(const Number& number, const QString& text)
{
    return makeError(ErrorCode::InvalidOption, {},
        {{QStringLiteral("option"), QStringLiteral("engine.ini: ") + QLatin1String(number.key)},
            {QStringLiteral("value"), text},
            {QStringLiteral("allowed"), QStringLiteral("%1 to %2").arg(number.least).arg(number.greatest)}});
}

// What a person may write into the file, and where it stands in EngineTuning.
struct TuningField
{
    Number number;
    int EngineTuning::*field;
};

constexpr TuningField kTuning[] = {
    {{"memory_limit_mb", 100, 1'000'000, 0}, &EngineTuning::memoryLimitMb},
    {{"threads", 1, 256, 0}, &EngineTuning::threads},
    {{"runs", 1, 64, 0}, &EngineTuning::runs},
    {{"readers", 1, 64, 0}, &EngineTuning::readers},
};

} // namespace

Result<EngineTuning> readTuning(const QString& file)
{
    const QSettings ini(file, QSettings::IniFormat);
    EngineTuning tuning;
    for (const TuningField& each : kTuning)
        tuning.*each.field = ini.value(QLatin1String(each.number.key)).toInt();
    return tuning;
}

Result<void> writeTuning(const QString& file, const EngineTuning& tuning)
{
    for (const TuningField& each : kTuning) {
        const int value = tuning.*each.field;
        if (value != 0 && (value < each.number.least || value > each.number.greatest))
            return badValue(each.number, QString::number(value));
    }
    QSettings ini(file, QSettings::IniFormat);
    for (const TuningField& each : kTuning) {
        const QLatin1String key(each.number.key);
        if (const int value = tuning.*each.field; value != 0)
            ini.setValue(key, value);
        else
            ini.remove(key);
    }
    ini.sync();
    if (ini.status() != QSettings::NoError)
        return makeError(ErrorCode::ProfileNotWritable, {}, {{QStringLiteral("path"), file}});
    return {};
}

Result<EngineSettings> readEngineSettings(const QString& file)
{
    const int cores = std::clamp(QThread::idealThreadCount(), 1, kMostParallel);
    Number memory{"memory_limit_mb", 100, 1'000'000, 400};
    Number threads{"threads", 1, 256, QThread::idealThreadCount()};
    Number runs{"runs", 1, 64, cores};
    Number readers{"readers", 1, 64, cores};
    Number resume{"resume_from_mb", 0, 1'000'000, int(EngineLimits().resumeFromBytes >> 20)};
    Number* const known[] = {&memory, &threads, &runs, &readers, &resume};

    const QSettings ini(file, QSettings::IniFormat);
    for (const QString& key : ini.allKeys()) {
        const auto found = std::find_if(std::begin(known), std::end(known),
            [&key](const Number* number) { return key == QLatin1String(number->key); });
        if (found == std::end(known))
            return makeError(ErrorCode::UnknownOption, {},
                {{QStringLiteral("option"), QStringLiteral("engine.ini: ") + key},
                    {QStringLiteral("allowed"), QStringLiteral("memory_limit_mb, threads, runs, readers, resume_from_mb")}});
        bool ok = false;
        const QString text = ini.value(key).toString();
        (*found)->value = text.toInt(&ok);
        if (!ok || (*found)->value < (*found)->least || (*found)->value > (*found)->greatest)
            return badValue(**found, text);
    }
    EngineSettings settings;
    settings.memoryLimitBytes = qint64{memory.value} << 20;
    settings.threads = threads.value;
    settings.limits = {runs.value, runs.value, readers.value, qint64{resume.value} << 20};
    return settings;
}

} // namespace leat
