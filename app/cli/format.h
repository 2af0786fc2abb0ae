// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace leat {

/// Control characters, bidirectional overrides and line separators spelled out ("\n", "\x1b"),
/// so that data and errors cannot drive the terminal (threat S21).
QString printable(const QString& text);

/// Columns that the text takes on a terminal: combining marks none, wide characters two.
int displayWidth(const QString& text);
/// The text cut to `columns`, with "…" where something was left out.
QString clipped(const QString& text, int columns);

/// "0.4 s", "12.3 s", "3 min 04 s", "2 h 05 min".
QString durationText(qint64 milliseconds);
/// "1.2 MB"; empty for a negative size.
QString sizeText(qint64 bytes);
/// 1234567 with the locale's group separators; empty for a negative count.
QString countText(qint64 count);
/// "1 table", "1,200 tables".
QString tablesText(qint64 count);
/// Local time to the second; empty for an invalid one.
QString timeText(const QDateTime& at);

/// Seconds of "90s", "30m", "2h", "1d" or of several parts, "1h30m"; a bare number is seconds.
/// Nothing for other texts.
std::optional<qint64> secondsOf(const QString& span);

/// A field of a CSV line (RFC 4180): quoted where it has to be.
QString csvField(const QString& text);

} // namespace leat
