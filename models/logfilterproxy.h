// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/runinfo.h"

#include <QSortFilterProxyModel>

namespace leat {

/// Lines of a log of at least a level that contain all the words typed.
class LogFilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString& text);
    void setLeast(LogLevel level);
    /// The lines that are shown, as they are kept in a file: UTC time, level, text.
    QString asText() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    LogLevel m_least = LogLevel::Info;
};

} // namespace leat
