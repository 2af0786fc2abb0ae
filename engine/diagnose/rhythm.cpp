// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rhythm.h"

#include <QStringList>

#include <algorithm>

namespace leat {

namespace {

constexpr qint64 kDay = 86'400;
constexpr qint64 kLearnSeconds = 7 * kDay;
/// A clock that ran ahead for one sync must not make all silence usual.
constexpr qint64 kLongestPause = 92 * kDay;
constexpr int kLeastNews = 5;
constexpr int kLeastEmptyRuns = 3;

bool makesAllKnown(const RunInfo& run)
{
    return run.mode == QLatin1String("full") || run.mode == QLatin1String("repair");
}

// A window holds each change once; a cursor's bound includes rows that were read before. A cursor that moves without
// any row is held at the source's clock, as one value of the table is later (T013).
bool foundSomething(const RunInfo& run)
{
    return run.rowsInserted > 0 || run.rowsQuarantined > 0
        || (run.rowsUpdated > 0 && (run.mode == QLatin1String("window") || run.cursorAfter != run.cursorBefore));
}

} // namespace

Rhythm noted(Rhythm rhythm, const RunInfo& run)
{
    const QDateTime now = run.finishedAt;
    if (!rhythm.watchedSince.isValid())
        rhythm.watchedSince = now;
    if (makesAllKnown(run))
        return provenEqual(std::move(rhythm), now);
    // Times in the future are from a clock that was set back since.
    if (!rhythm.newsAt.isValid() || rhythm.newsAt > now)
        rhythm.newsAt = now;
    if (!foundSomething(run)) {
        ++rhythm.emptyRuns;
        return rhythm;
    }
    ++rhythm.news;
    if (rhythm.foundAt.isValid())
        rhythm.longestPause = std::clamp(rhythm.foundAt.secsTo(now), rhythm.longestPause, std::max(rhythm.longestPause, kLongestPause));
    rhythm.foundAt = now;
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
    const auto text = [](const QDateTime& at) { return at.isValid() ? at.toString(Qt::ISODateWithMs) : QStringLiteral("-"); };
    return QStringLiteral("%1 %2 %3 %4 %5 %6").arg(text(rhythm.watchedSince), text(rhythm.newsAt), text(rhythm.foundAt))
        .arg(rhythm.longestPause).arg(rhythm.news).arg(rhythm.emptyRuns);
}

Rhythm rhythmFromString(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() != 6)
        return {};
    const auto time = [&words](int i) { return QDateTime::fromString(words[i], Qt::ISODateWithMs); };
    const Rhythm rhythm{time(0), time(1), time(2), words[3].toLongLong(), words[4].toInt(), words[5].toInt()};
    return rhythm.watchedSince.isValid() && rhythm.newsAt.isValid() ? rhythm : Rhythm();
}

} // namespace leat
