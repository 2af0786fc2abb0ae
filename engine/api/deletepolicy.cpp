// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/deletepolicy.h"

#include <cmath>

namespace leat {

namespace {

constexpr int kMostDays = 3650;
constexpr int kMostRuns = 1000;

std::optional<int> between(const QString& text, int least, int most)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

} // namespace

QString toString(const DeletePolicy& policy)
{
    switch (policy.mode) {
    case DeleteMode::Off: break;
    case DeleteMode::Soft: return QStringLiteral("soft");
    case DeleteMode::Hard: return QStringLiteral("hard");
    case DeleteMode::Purge: return QStringLiteral("purge:%1").arg(policy.purgeDays);
    }
    return QStringLiteral("off");
}

std::optional<DeletePolicy> deletePolicyFromString(const QString& text)
{
    const QString value = text.trimmed().toLower();
    if (value == QLatin1String("off"))
        return DeletePolicy{DeleteMode::Off, 0};
    if (value == QLatin1String("soft"))
        return DeletePolicy{DeleteMode::Soft, 0};
    if (value == QLatin1String("hard"))
        return DeletePolicy{DeleteMode::Hard, 0};
    const QString prefix = QStringLiteral("purge:");
    if (!value.startsWith(prefix))
        return std::nullopt;
    const std::optional<int> days = between(value.mid(prefix.size()), 1, kMostDays);
    return days ? std::optional(DeletePolicy{DeleteMode::Purge, *days}) : std::nullopt;
}

QString toString(const ReconcileCadence& cadence)
{
    if (cadence.runs > 0)
        return QString::number(cadence.runs) + (cadence.runs == 1 ? QStringLiteral("run") : QStringLiteral("runs"));
    return toString(cadence.interval);
}

std::optional<ReconcileCadence> reconcileCadenceFromString(const QString& text)
{
    const QString value = text.trimmed().toLower();
    if (const std::optional<SyncFrequency> interval = syncFrequencyFromString(value))
        return ReconcileCadence{0, *interval};
    for (const char* unit : {"runs", "run"}) {
        if (!value.endsWith(QLatin1String(unit)))
            continue;
        const std::optional<int> runs = between(value.chopped(qsizetype(qstrlen(unit))).trimmed(), 1, kMostRuns);
        return runs ? std::optional(ReconcileCadence{*runs, SyncFrequency::Never}) : std::nullopt;
    }
    return std::nullopt;
}

bool DeleteLimit::allows(qint64 gone, qint64 live, qint64 sourceRows) const
{
    if (gone <= 0)
        return true;
    if (sourceRows <= 0 || (rows >= 0 && gone > rows))
        return false;
    return percent < 0 || double(gone) * 100 <= percent * double(live);
}

QString toString(const DeleteLimit& limit)
{
    QStringList parts;
    if (limit.percent >= 0)
        parts.append(QString::number(limit.percent, 'g', 6) + QLatin1Char('%'));
    if (limit.rows >= 0)
        parts.append(QString::number(limit.rows));
    return parts.join(QLatin1Char(','));
}

std::optional<DeleteLimit> deleteLimitFromString(const QString& text)
{
    DeleteLimit limit{-1, -1};
    const QStringList parts = text.split(QLatin1Char(','));
    if (parts.size() > 2)
        return std::nullopt;
    for (const QString& part : parts) {
        const QString value = part.trimmed();
        bool ok = false;
        if (value.endsWith(QLatin1Char('%')) && limit.percent < 0) {
            limit.percent = value.chopped(1).trimmed().toDouble(&ok);
            ok = ok && std::isfinite(limit.percent) && limit.percent >= 0 && limit.percent <= 100;
        } else if (limit.rows < 0) {
            limit.rows = value.toLongLong(&ok);
            ok = ok && limit.rows >= 0;
        }
        if (!ok)
            return std::nullopt;
    }
    return limit;
}

ReconcileNote noteOf(const ReconcileReport& report, const QDateTime& now)
{
    ReconcileNote note;
    note.at = report.at;
    note.triedAt = now;
    note.mode = report.mode;
    note.sourceRows = report.sourceRows;
    note.warehouseRows = report.warehouseRows;
    note.gone = report.gone;
    note.deleted = report.deleted;
    note.purged = report.purged;
    note.missing = report.missing;
    note.pending = report.pending;
    note.held = report.held;
    note.fromCopy = report.fromCopy;
    return note;
}

Error deletesHeld(const ReconcileNote& note, const QString& table)
{
    const double percent = note.warehouseRows > 0 ? double(note.gone) * 100 / double(note.warehouseRows) : 100;
    Error error = makeError(ErrorCode::DeletesHeld, {},
        {{QStringLiteral("table"), table}, {QStringLiteral("count"), QString::number(note.gone)},
            {QStringLiteral("rows"), QString::number(note.warehouseRows)}, {QStringLiteral("percent"), QString::number(percent, 'f', percent < 10 ? 1 : 0)}});
    error.owner = Owner::Source;
    error.phase = Phase::Verify;
    return error;
}

} // namespace leat
