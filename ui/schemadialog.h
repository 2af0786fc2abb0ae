// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "models/columnchoicemodel.h"
#include "models/schemadraft.h"

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QUndoStack>

#include <optional>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;
class QTimeEdit;

namespace leat {

class ErrorCard;
class ImpactView;

/// How one table syncs: method, cursor, key, frequency, columns, lookback, late commits. Reads what
/// can be chosen from the live source. Edits wait until Apply, with undo and redo; meanwhile the
/// engine says what applying will do, and what of that is to be chosen.
class SchemaDialog : public QDialog
{
    Q_OBJECT
public:
    SchemaDialog(Control* control, const SchemaInfo& schema, QWidget* parent = nullptr);
    /// Puts the cursor into a field by its name of the seeds ("incremental_field").
    void focusField(const QString& field);

Q_SIGNALS:
    /// Saved; syncs that follow were queued.
    void applied(const QString& name, int syncs);

private:
    template <typename Change>
    void edit(const QString& what, Change change);
    void setConfig(const SchemaConfig& config);
    void makeSchedule(QWidget* box);
    void checkKey();
    void askPreview();
    void showPreview(const ChangePreview& preview);
    void copyCli();
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
    QUndoStack m_undo;
    QTimer m_ask;
    quint64 m_asked = 0;
    std::optional<ChangePreview> m_preview;
    std::optional<SchemaConfig> m_previewed;   ///< what the newest answer speaks of
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
    QPushButton* m_checkKey = nullptr;
    QLabel* m_keyResult = nullptr;
    QComboBox* m_frequency = nullptr;
    QCheckBox* m_atTime = nullptr;
    QTimeEdit* m_time = nullptr;
    ImpactView* m_impact = nullptr;
    QPushButton* m_cli = nullptr;
    QLabel* m_problems = nullptr;
    QLabel* m_status = nullptr;
    ErrorCard* m_error = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace leat
