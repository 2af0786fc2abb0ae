// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "engine/api/recipe.h"
#include "models/columnchoicemodel.h"
#include "models/schemadraft.h"

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <optional>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTableView;
class QTimeEdit;

namespace leat {

class DeletesEditor;
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
    SchemaId schemaId() const { return m_draft.base().id; }
    /// Edits that would be lost.
    bool hasEdits() const { return !m_gone && m_draft.isChanged(); }
    /// Closed, and about to be deleted.
    bool isGone() const { return m_gone; }
    /// Asks what shall become of the edits: `gone` when the editor has closed, `kept` when editing goes on.
    void askAboutEdits(std::function<void()> gone, std::function<void()> kept);
    void reject() override;
    void done(int result) override;

Q_SIGNALS:
    /// Saved; syncs that follow were queued.
    void applied(const QString& name, int syncs);
    /// Closed while the change still waits for a run to end.
    void waits(const QString& name);
    void recipeWanted(leat::SchemaId id, leat::RecipeId recipe);

private:
    void edit(const QString& what, const std::function<void()>& change);
    void setConfig(const SchemaConfig& config);
    void makeSchedule(QWidget* box);
    void checkKey();
    void askPreview();
    void showPreview(const ChangePreview& preview);
    void copyCli();
    QWidget* makeTrouble(const SchemaInfo& schema);
    QWidget* makeMethods();
    QWidget* makeFields();
    QWidget* makeColumns();
    QWidget* makeFooter();
    void loadOptions();
    void fill();
    void showState();
    void apply();
    void leave();
    void showAges();
    void showEvidence();
    void showWas();
    void showNextRuns(const std::vector<QDateTime>& runs);
    QString keyText() const;
    QLabel* makeWas(const char* field);
    QMenu* makeRecipeMenu();

    Control* m_control;
    SchemaDraft m_draft;
    ColumnChoiceModel m_columns;
    QSortFilterProxyModel m_shownColumns;
    QUndoStack m_undo;
    QTimer m_ask;
    quint64 m_asked = 0;
    std::optional<ChangePreview> m_preview;
    std::optional<SchemaConfig> m_previewed;   ///< what the newest answer speaks of
    std::optional<SchemaConfig> m_runsOf;      ///< what the next runs were asked for
    std::optional<KeyReport> m_keyCheck;
    QDateTime m_readAt;
    QTimer m_age;
    std::function<void()> m_then;              ///< after it has closed
    std::vector<std::pair<QString, QLabel*>> m_was;
    bool m_reading = false;
    bool m_asking = false;
    bool m_gone = false;
    bool m_patchShown = false;
    bool m_filling = false;
    bool m_busy = false;
    QButtonGroup* m_methods = nullptr;
    QComboBox* m_cursor = nullptr;
    QFormLayout* m_form = nullptr;
    QLabel* m_cursorReason = nullptr;
    QLabel* m_cursorWarning = nullptr;
    QLabel* m_nextRuns = nullptr;
    QPlainTextEdit* m_patch = nullptr;
    QPushButton* m_patchButton = nullptr;
    QPushButton* m_discard = nullptr;
    QLineEdit* m_key = nullptr;
    QSpinBox* m_lookback = nullptr;
    QComboBox* m_late = nullptr;
    QLineEdit* m_budget = nullptr;
    QComboBox* m_verify = nullptr;
    DeletesEditor* m_deletes = nullptr;
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
