// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/format.h"

#include "app/cli/clitext.h"

#include <QLocale>
#include <QRegularExpression>

namespace leat {

namespace {

bool drivesTerminal(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
}

QString spelledOut(char32_t c)
{
    switch (c) {
    case '\n': return QStringLiteral("\\n");
    case '\r': return QStringLiteral("\\r");
    case '\t': return QStringLiteral("\\t");
    default: break;
    }
    if (c <= 0xff)
        return QStringLiteral("\\x%1").arg(uint(c), 2, 16, QLatin1Char('0'));
    return QStringLiteral("\\u%1").arg(uint(c), 4, 16, QLatin1Char('0'));
}

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) || (c >= 0x3041 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
}

int widthOf(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
        return 0;
    return isWide(c) ? 2 : 1;
}

} // namespace

QString printable(const QString& text)
{
    QString safe;
    safe.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (drivesTerminal(c))
            safe += spelledOut(c);
        else
            safe += QString::fromUcs4(&c, 1);
    }
    return safe;
}

int displayWidth(const QString& text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += widthOf(c);
    return width;
}

QString clipped(const QString& text, int columns)
{
    if (displayWidth(text) <= columns)
        return text;
    QString kept;
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        width += widthOf(c);
        if (width > columns - 1)
            break;
        kept += QString::fromUcs4(&c, 1);
    }
    return kept + QStringLiteral("…");
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    if (seconds < 60)
        return Cli::tr("%1 s").arg(QLocale().toString(double(milliseconds) / 1000.0, 'f', 1));
    if (seconds < 3600)
        return Cli::tr("%1 min %2 s").arg(seconds / 60).arg(two(seconds % 60));
    return Cli::tr("%1 h %2 min").arg(seconds / 3600).arg(two(seconds / 60 % 60));
}

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? QString() : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString countText(qint64 count)
{
    return count < 0 ? QString() : QLocale().toString(count);
}

QString tablesText(qint64 count)
{
    return count == 1 ? Cli::tr("1 table") : Cli::tr("%1 tables").arg(countText(count));
}

QString timeText(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

QString csvField(const QString& text)
{
    for (const QChar c : text)
        if (c == QLatin1Char(',') || c == QLatin1Char('"') || c == QLatin1Char('\n') || c == QLatin1Char('\r')) {
            QString quoted = text;
            quoted.replace(QLatin1Char('"'), QStringLiteral("\"\""));
            return QLatin1Char('"') + quoted + QLatin1Char('"');
        }
    return text;
}

std::optional<qint64> secondsOf(const QString& span)
{
    static const QRegularExpression whole(QStringLiteral("^(?:[0-9]{1,9}|(?:[0-9]{1,9}[smhd])+)$"));
    static const QRegularExpression part(QStringLiteral("([0-9]+)([smhd]?)"));
    if (!whole.match(span).hasMatch())
        return std::nullopt;
    qint64 seconds = 0;
    for (auto parts = part.globalMatch(span); parts.hasNext();) {
        const QRegularExpressionMatch match = parts.next();
        const QString unit = match.captured(2);
        const qint64 factor = unit == QLatin1String("d") ? 86400 : unit == QLatin1String("h") ? 3600 : unit == QLatin1String("m") ? 60 : 1;
        seconds += match.captured(1).toLongLong() * factor;
    }
    return seconds;
}

} // namespace leat
