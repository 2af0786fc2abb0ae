// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/enginefixture.h"
#include "tests/support/handclock.h"

#include <QTest>

namespace leat::test {

inline const QString kShop = QStringLiteral("acme");
constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

/// An engine with a scheduler whose clock stands until the test turns it, and that looks at it every few
/// milliseconds; source "acme" is a SQLite file.
struct ScheduledPlace
{
    std::shared_ptr<HandTime> time = std::make_shared<HandTime>();
    EngineFixture engine{[t = time](EngineOptions& options) {
        options.schedule = true;
        options.scheduleWaitMs = 5;
        options.makeClock = [t] { return std::make_unique<HandClock>(t); };
    }};
    QString file = engine.dir() + QStringLiteral("/a.sqlite");

    void make(const QByteArray& sql, bool enableAll)
    {
        EngineFixture::sqlite(file, sql);
        if (!engine.addSqlite(kShop, file, enableAll).isValid())
            qFatal("no source");
    }
    SchemaId id(const char* table) const { return engine.id(kShop, QLatin1String(table)); }
    SchemaInfo schema(const char* table) const { return *engine.schema(kShop, QLatin1String(table)); }
    /// Waits until the scheduler has looked at the clock often and has nothing to do.
    bool settle() const
    {
        const int before = time->looks;
        return QTest::qWaitFor([&] { return time->looks >= before + 10 && engine.world()->engine.running == 0; }, 10'000);
    }
};

} // namespace leat::test
