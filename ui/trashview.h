// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;
class QStandardItemModel;
class QTableView;

namespace leat {

class ErrorCard;

/// What was taken away and can be brought back, with what it keeps and how long.
class TrashView : public QDialog
{
    Q_OBJECT
public:
    explicit TrashView(Control* control, QWidget* parent = nullptr);

Q_SIGNALS:
    void restored(const leat::BulkResult& result);
    /// Empties it for good; asked for by its own dialog.
    void purgeWanted(const std::vector<qint64>& ids);

public Q_SLOTS:
    void load();

private:
    QWidget* makeLimits();
    void show(const TrashPage& page);
    void showState();
    void restore();
    void saveLimits();
    void showLimits();
    std::vector<qint64> selected() const;

    Control* m_control;
    TrashPage m_page;
    QStandardItemModel* m_model;
    QTableView* m_view;
    QLabel* m_summary;
    QLabel* m_nothing;
    ErrorCard* m_error;
    QPushButton* m_restore;
    QPushButton* m_purge;
    QSpinBox* m_days = nullptr;
    QSpinBox* m_size = nullptr;
    bool m_opened = false;
    bool m_filling = false;
};

} // namespace leat
