// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historyproxy.h"

#include "engine/api/errortext.h"
#include "models/formatting.h"
#include "models/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::RunComparison", text);
}

QString changeOf(double first, double second)
{
    if (first == second || first < 0 || second < 0)
        return {};
    if (first == 0)
        return tr("new");
    const double percent = (second - first) / first * 100.0;
    return (percent > 0 ? QStringLiteral("+") : QString()) + tr("%1 %").arg(QLocale().toString(percent, 'f', std::abs(percent) < 10 ? 1 : 0));
}

} // namespace

HistoryProxy::HistoryProxy(HistoryModel* model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
}

void HistoryProxy::setTrigger(std::optional<Trigger> trigger)
{
    m_trigger = trigger;
    invalidateFilter();
}

void HistoryProxy::setSince(const QDateTime& since)
{
    m_since = since;
    invalidateFilter();
}

bool HistoryProxy::filterAcceptsRow(int row, const QModelIndex&) const
{
    const RunInfo* run = m_model->run(row);
    if (run == nullptr)
        return false;
    const QDateTime began = run->startedAt.isValid() ? run->startedAt : run->queuedAt;
    return (!m_trigger || *m_trigger == run->trigger) && (!m_since.isValid() || began >= m_since);
}

const RunInfo* HistoryProxy::run(int row) const
{
    return m_model->run(mapToSource(index(row, 0)).row());
}

std::vector<RunInfo> HistoryProxy::runs() const
{
    std::vector<RunInfo> out;
    for (int row = 0; row < rowCount(); ++row)
        if (const RunInfo* one = run(row))
            out.push_back(*one);
    return out;
}

std::vector<RunDifference> compareRuns(const RunInfo& first, const RunInfo& second)
{
    std::vector<RunDifference> out;
    const auto text = [&](const QString& what, const QString& a, const QString& b) { out.push_back({what, a, b, a == b ? QString() : tr("differs")}); };
    const auto number = [&](const QString& what, qint64 a, qint64 b, QString (*format)(qint64)) { out.push_back({what, format(a), format(b), changeOf(double(a), double(b))}); };
    text(tr("Table"), first.sourceName + QLatin1Char('.') + first.label, second.sourceName + QLatin1Char('.') + second.label);
    out.push_back({tr("Started"), formatAbsolute(first.startedAt), formatAbsolute(second.startedAt), {}});
    text(tr("Result"), runStatusWord(first.status), runStatusWord(second.status));
    text(tr("Started by"), triggerWord(first.trigger), triggerWord(second.trigger));
    text(tr("Method"), syncTypeWord(first.syncType), syncTypeWord(second.syncType));
    text(tr("Read"), runModeWord(first.mode), runModeWord(second.mode));
    number(tr("Took"), runMilliseconds(first), runMilliseconds(second), formatDuration);
    number(tr("Rows read"), first.rowsRead, second.rowsRead, formatCount);
    number(tr("New rows"), first.rowsInserted, second.rowsInserted, formatCount);
    number(tr("Replaced rows"), first.rowsUpdated, second.rowsUpdated, formatCount);
    number(tr("Already there"), first.rowsSkipped, second.rowsSkipped, formatCount);
    number(tr("Data read"), first.bytesRead, second.bytesRead, formatBytes);
    number(tr("Values without exact form"), first.lostValues, second.lostValues, formatCount);
    text(tr("Cursor after"), first.cursorAfter, second.cursorAfter);
    text(tr("Error"), first.error ? describe(*first.error).sentence : dash(), second.error ? describe(*second.error).sentence : dash());
    return out;
}

} // namespace leat
