// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rhythm.h"

#include <QStringList>

#include <algorithm>

namespace leat {

namespace {

constexpr qint64 kDay = 86'400;
constexpr qint64 kLearnSeconds = 7 * kDay;
constexpr int kLeastNews = 5;
constexpr int kLeastEmptyRuns = 3;

bool makesAllKnown(const RunInfo& run)
{
    return run.mode == QLatin1String("full") || run.mode == QLatin1String("repair");
}

// A window holds each change once; a cursor's bound includes rows that were read before.
bool foundSomething(const RunInfo& run)
{
    return run.rowsInserted > 0 || run.rowsQuarantined > 0 || run.cursorAfter != run.cursorBefore
        || (run.mode == QLatin1String("window") && run.rowsUpdated > 0);
}

} // namespace

Rhythm noted(Rhythm rhythm, const RunInfo& run)
{
    const QDateTime now = run.finishedAt;
    if (!rhythm.watchedSince.isValid())
        rhythm.watchedSince = now;
    if (makesAllKnown(run))
        return provenEqual(std::move(rhythm), now);
    if (!rhythm.newsAt.isValid())
        rhythm.newsAt = now;
    if (!foundSomething(run)) {
        ++rhythm.emptyRuns;
        return rhythm;
    }
    ++rhythm.news;
    rhythm.longestPause = std::max(rhythm.longestPause, rhythm.newsAt.secsTo(now));
    return provenEqual(std::move(rhythm), now);
}

Rhythm provenEqual(Rhythm rhythm, const QDateTime& at)
{
    rhythm.newsAt = at;
    rhythm.emptyRuns = 0;
    return rhythm;
}

bool isUnusuallyQuiet(const Rhythm& rhythm, const QDateTime& now)
{
    if (!rhythm.newsAt.isValid() || rhythm.news < kLeastNews || rhythm.emptyRuns < kLeastEmptyRuns)
        return false;
    return rhythm.watchedSince.secsTo(rhythm.newsAt) >= kLearnSeconds
        && rhythm.newsAt.secsTo(now) >= std::max(kDay, rhythm.longestPause * 5 / 2);
}

QString toString(const Rhythm& rhythm)
{
    if (!rhythm.watchedSince.isValid())
        return {};
    return QStringLiteral("%1 %2 %3 %4 %5").arg(rhythm.watchedSince.toString(Qt::ISODateWithMs), rhythm.newsAt.toString(Qt::ISODateWithMs))
        .arg(rhythm.longestPause).arg(rhythm.news).arg(rhythm.emptyRuns);
}

Rhythm rhythmFromString(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() != 5)
        return {};
    const Rhythm rhythm{QDateTime::fromString(words[0], Qt::ISODateWithMs), QDateTime::fromString(words[1], Qt::ISODateWithMs),
        words[2].toLongLong(), words[3].toInt(), words[4].toInt()};
    return rhythm.watchedSince.isValid() && rhythm.newsAt.isValid() ? rhythm : Rhythm();
}

} // namespace leat
