// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logfilterproxy.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableView;
class QToolButton;

namespace leat {

class RunLogModel;

/// The log of one run: search, level, following its end while it runs, copying and saving what is shown.
class LogView : public QWidget
{
    Q_OBJECT
public:
    /// Parts are named after `prefix`: "details.log", "details.log.search", …
    LogView(const QString& prefix, RunLogModel* model, QWidget* parent = nullptr);
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    /// What is shown, as text, wants a place on disk; `name` is a proposal.
    void saveWanted(const QString& name, const QString& text);

private:
    void follow(bool on);
    void copy();

    QString m_prefix;
    RunLogModel* m_model;
    LogFilterProxy m_shown;
    QTableView* m_table;
    QLineEdit* m_search;
    QComboBox* m_level;
    QToolButton* m_follow;
};

} // namespace leat
