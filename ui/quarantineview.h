// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace leat {

class ErrorCard;

/// Rows of one table that could not be stored, with why; they can be stored again or dropped.
class QuarantineView : public QDialog
{
    Q_OBJECT
public:
    QuarantineView(Control* control, const SchemaInfo& schema, QWidget* parent = nullptr);

private:
    void load();
    void show(const QuarantinePage& page);
    void showState();
    void replay();
    void drop();
    void tell(const Result<QuarantineReport>& report);
    std::vector<qint64> selected() const;

    Control* m_control;
    const SchemaId m_schema;
    QStandardItemModel* m_model;
    QTableView* m_view;
    QLabel* m_summary;
    QLabel* m_told;
    ErrorCard* m_error;
    QPushButton* m_replay;
    QPushButton* m_drop;
    bool m_sure = false;           ///< dropping was asked for once and is asked back
};

} // namespace leat
