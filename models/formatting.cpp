// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formatting.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace leat {

namespace {

QString distance(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (minutes < 60)
        return QCoreApplication::translate("leat::Formatting", "%1 min").arg(minutes);
    if (hours < 24)
        return QCoreApplication::translate("leat::Formatting", "%1 h").arg(hours);
    const int days = static_cast<int>(hours / 24);   // an expression in the call makes lupdate 6.4 run for ever
    return QCoreApplication::translate("leat::Formatting", "%n day(s)", nullptr, days);
}

} // namespace

QString dash() { return QStringLiteral("–"); }

QString formatCount(qint64 value)
{
    if (value < 0)
        return dash();
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    // The C locale of scripts and tests has no separator of its own.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedStates);
    return locale.toString(value);
}

QString formatShortCount(qint64 value)
{
    if (value < 0)
        return dash();
    struct Step { qint64 from; double unit; const char* words; };
    static constexpr Step kSteps[] = {{999950000, 1e9, QT_TRANSLATE_NOOP("leat::Formatting", "%1B")}, {999950, 1e6, QT_TRANSLATE_NOOP("leat::Formatting", "%1M")},
        {10000, 1e3, QT_TRANSLATE_NOOP("leat::Formatting", "%1k")}};
    for (const Step& step : kSteps) {
        if (value < step.from)
            continue;
        const double scaled = double(value) / step.unit;
        const int digits = scaled < 100 && step.unit > 1e3 ? 1 : 0;
        return QCoreApplication::translate("leat::Formatting", step.words).arg(QLocale().toString(scaled, 'f', digits));
    }
    return formatCount(value);
}

QString formatBytes(qint64 bytes)
{
    if (bytes < 0)
        return dash();
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString formatDuration(qint64 milliseconds)
{
    if (milliseconds < 0)
        return dash();
    if (milliseconds < 59950)
        return QCoreApplication::translate("leat::Formatting", "%1 s").arg(QLocale().toString(double(milliseconds) / 1000.0, 'f', milliseconds < 10000 ? 1 : 0));
    const qint64 seconds = (milliseconds + 500) / 1000;
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600)
        return QCoreApplication::translate("leat::Formatting", "%1 min %2 s").arg(QString::number(seconds / 60), two(seconds % 60));
    return QCoreApplication::translate("leat::Formatting", "%1 h %2 min").arg(QString::number(seconds / 3600), two(seconds % 3600 / 60));
}

QString formatRelative(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return QCoreApplication::translate("leat::Formatting", "Never");
    const qint64 seconds = at.secsTo(now);
    if (std::abs(seconds) < 45)
        return QCoreApplication::translate("leat::Formatting", "Just now");
    if (seconds < 0)
        return QCoreApplication::translate("leat::Formatting", "In %1").arg(distance(std::max<qint64>(60, -seconds)));
    return QCoreApplication::translate("leat::Formatting", "%1 ago").arg(distance(std::max<qint64>(60, seconds)));
}

QString formatNext(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    if (at <= now)
        return QCoreApplication::translate("leat::Formatting", "Due");
    return QCoreApplication::translate("leat::Formatting", "In %1").arg(distance(std::max<qint64>(60, now.secsTo(at))));
}

QString formatAbsolute(const QDateTime& at)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + local.timeZoneAbbreviation();
}

QString formatMoment(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : dash();
}

QString formatPercent(double fraction)
{
    // Never "100 %" before the end: the last slice may take long.
    return QCoreApplication::translate("leat::Formatting", "%1 %").arg(std::clamp(int(std::floor(fraction * 100.0)), 0, 100));
}

QString formatRate(double rowsPerSecond)
{
    return QCoreApplication::translate("leat::Formatting", "%1 rows/s").arg(formatShortCount(qint64(rowsPerSecond)));
}

} // namespace leat
