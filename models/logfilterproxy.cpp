// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logfilterproxy.h"

#include "models/roles.h"
#include "models/runlogmodel.h"

namespace leat {

void LogFilterProxy::setWords(const QString& text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void LogFilterProxy::setLeast(LogLevel level)
{
    m_least = level;
    invalidateFilter();
}

bool LogFilterProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex line = sourceModel()->index(row, RunLogModel::Text, parent);
    if (line.data(StatusRole).toInt() < int(m_least))
        return false;
    const QString text = line.data(Qt::DisplayRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString LogFilterProxy::asText() const
{
    QString out;
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            const QModelIndex cell = index(row, column);
            const QVariant kept = cell.data(ExportRole);
            cells << (kept.isValid() ? kept : cell.data(Qt::DisplayRole)).toString();
        }
        out += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return out;
}

} // namespace leat
