// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "models/columnchoicemodel.h"
#include "models/schemadraft.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace leat {

class ErrorCard;

/// How one table syncs: method, cursor, key, columns, lookback, late commits. Reads what can be
/// chosen from the live source and says what applying will do.
class SchemaDialog : public QDialog
{
    Q_OBJECT
public:
    SchemaDialog(Control* control, const SchemaInfo& schema, QWidget* parent = nullptr);

private:
    QWidget* makeMethods();
    QWidget* makeFields();
    QWidget* makeColumns();
    QWidget* makeFooter();
    void loadOptions();
    void fill();
    void showState();
    void apply();

    Control* m_control;
    SchemaDraft m_draft;
    ColumnChoiceModel m_columns;
    QSortFilterProxyModel m_shownColumns;
    bool m_filling = false;
    bool m_busy = false;
    QButtonGroup* m_methods = nullptr;
    QComboBox* m_cursor = nullptr;
    QLabel* m_cursorReason = nullptr;
    QLineEdit* m_key = nullptr;
    QSpinBox* m_lookback = nullptr;
    QComboBox* m_late = nullptr;
    QTableView* m_columnView = nullptr;
    QLabel* m_columnCount = nullptr;
    QLabel* m_effects = nullptr;
    QLabel* m_problems = nullptr;
    QLabel* m_status = nullptr;
    ErrorCard* m_error = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace leat
