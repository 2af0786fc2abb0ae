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

} // namespace

Result<EngineSettings> readEngineSettings(const QString& file)
{
    const int cores = std::clamp(QThread::idealThreadCount(), 1, kMostParallel);
    Number memory{"memory_limit_mb", 100, 1'000'000, 400};
    Number threads{"threads", 1, 256, QThread::idealThreadCount()};
    Number runs{"runs", 1, 64, cores};
    Number readers{"readers", 1, 64, cores};
    Number* const known[] = {&memory, &threads, &runs, &readers};

    const QSettings ini(file, QSettings::IniFormat);
    for (const QString& key : ini.allKeys()) {
        const auto found = std::find_if(std::begin(known), std::end(known),
            [&key](const Number* number) { return key == QLatin1String(number->key); });
        if (found == std::end(known))
            return makeError(ErrorCode::UnknownOption, {},
                {{QStringLiteral("option"), QStringLiteral("engine.ini: ") + key},
                    {QStringLiteral("allowed"), QStringLiteral("memory_limit_mb, threads, runs, readers")}});
        bool ok = false;
        const QString text = ini.value(key).toString();
        (*found)->value = text.toInt(&ok);
        if (!ok || (*found)->value < (*found)->least || (*found)->value > (*found)->greatest)
            return badValue(**found, text);
    }
    EngineSettings settings;
    settings.memoryLimitBytes = qint64{memory.value} << 20;
    settings.threads = threads.value;
    settings.limits = {runs.value, runs.value, readers.value};
    return settings;
}

} // namespace leat
