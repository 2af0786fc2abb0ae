// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/causechain.h"

#include <QRegularExpression>

namespace leat {

namespace {

constexpr qsizetype kMaxChars = 256 * 1024;
constexpr qsizetype kMaxLinks = 12;

// The lines of a link that are its message: no frames, no source code below them.
QString messageOf(const QString& part)
{
    static const QRegularExpression frame(QStringLiteral(
        R"(^\s+(?:at|File|in|from|->|\^|~)\b|^\s*\.\.\. \d+ (?:more|common)|^\s*--- End of|^Traceback|^\s{4,}|^\s*[~^]+\s*$)"));
    QStringList lines;
    for (const QString& line : part.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        if (!frame.match(line).hasMatch() && !line.trimmed().isEmpty())
            lines.append(line.trimmed());
    return lines.join(QLatin1Char('\n'));
}

QStringList linksOf(const QStringList& parts, bool rootIsLast)
{
    QStringList links;
    for (const QString& part : parts) {
        const QString message = messageOf(part);
        if (message.isEmpty())
            continue;
        if (rootIsLast)
            links.prepend(message);
        else
            links.append(message);
    }
    return links.mid(0, kMaxLinks);
}

// Python prints the root first. Of a log with several failures the last one counts.
QStringList pythonChain(const QString& text)
{
    static const QRegularExpression begin(QStringLiteral(R"(Traceback \(most recent call last\))"));
    static const QRegularExpression joint(QStringLiteral(
        "The above exception was the direct cause of|During handling of the above exception"));
    QStringList parts = text.split(begin);
    parts.removeFirst();
    qsizetype first = parts.size() - 1;
    while (first > 0 && parts[first - 1].contains(joint))
        --first;
    parts = parts.mid(first);
    for (QString& part : parts)
        part = part.left(part.indexOf(joint));
    return linksOf(parts, false);
}

} // namespace

QStringList causeChain(const QString& text)
{
    static const QRegularExpression deeper(QStringLiteral(R"(\bCaused by:|\[cause\]:|\s---> )"));
    const QString seen = text.right(kMaxChars);
    if (seen.contains(QLatin1String("Traceback (most recent call last)")))
        return pythonChain(seen);
    if (seen.contains(deeper))
        return linksOf(seen.split(deeper), true);
    return {};
}

QString tellingAttempt(const QString& text)
{
    static const QRegularExpression attempt(QStringLiteral("connection to server (?:at|on) "));
    QList<qsizetype> starts;
    for (QRegularExpressionMatchIterator each = attempt.globalMatch(text); each.hasNext();)
        starts.append(each.next().capturedStart());
    if (starts.size() < 2)
        return text;
    const QString head = text.left(starts.front());
    QString first;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const QString part = text.mid(starts[i], i + 1 < starts.size() ? starts[i + 1] - starts[i] : -1);
        if (part.contains(QLatin1String("FATAL:")))
            return head + part;
        if (first.isEmpty())
            first = head + part;
    }
    return first;
}

QString withoutTerminalCodes(QString text)
{
    static const QRegularExpression codes(QStringLiteral(
        "\\x1b\\[[0-9;?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?|[\\x00-\\x08\\x0b-\\x1f\\x7f]"));
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n")).remove(codes);
}

} // namespace leat
