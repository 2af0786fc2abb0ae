// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace leat {

// How numbers and times are written everywhere in the window. All in the default locale.

/// "12,140,331"; a dash for a negative (unknown) count.
QString formatCount(qint64 value);
/// "12.1M", "210k", "950": for places where digits would crowd; a dash for a negative count.
QString formatShortCount(qint64 value);
/// "3.2 GB"; a dash for a negative size.
QString formatBytes(qint64 bytes);
/// "0.4 s", "8.1 s", "13 min 40 s", "2 h 05 min"; a dash for a negative time.
QString formatDuration(qint64 milliseconds);
/// "just now", "4 min ago", "6 h ago", "yesterday", "9 days ago", "in 5 min"; "Never" for an invalid time.
QString formatRelative(const QDateTime& at, const QDateTime& now);
/// When something will run: "Due" once the time has come, "In 5 min", "In 6 h"; empty for an
/// invalid time.
QString formatNext(const QDateTime& at, const QDateTime& now);
/// Local date and time with seconds and zone; empty for an invalid time.
QString formatAbsolute(const QDateTime& at);
/// Short local date and time for table cells.
QString formatMoment(const QDateTime& at);
/// "42 %".
QString formatPercent(double fraction);
/// "120k rows/s".
QString formatRate(double rowsPerSecond);
/// What stands for "nothing to show".
QString dash();

} // namespace leat
