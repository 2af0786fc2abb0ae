// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>
#include <QTimer>

#include <vector>

class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace leat {

class CheckView;
class FactGrid;
class Fixer;

/// From a failure to its end in five steps: what happened, why, what to do, confirm, result. The
/// least destructive way stands first; the result is looked at with the same probes again.
class DiagnosisDialog : public QDialog
{
    Q_OBJECT
public:
    enum Step { What, Why, Ways, Confirm, Result_, StepCount };

    /// `schema` valid: that table together with its source. `fixer` must outlive the dialog.
    DiagnosisDialog(Control* control, Fixer* fixer, SourceId source, SchemaId schema, QWidget* parent = nullptr);
    Step step() const { return m_step; }

private:
    QWidget* makeWhat();
    QWidget* makeWhy();
    QWidget* makeWays();
    QWidget* makeConfirm();
    QWidget* makeResult();
    QWidget* makeSteps();
    void look(bool again);
    void showReport(const DiagnosisReport& report);
    void showWays();
    void showResult(const DiagnosisReport& report);
    void go(Step step);
    void back();
    void next();
    void act();
    void watch();
    void check(bool thenSync);
    bool syncOnce();
    std::vector<SchemaId> watched() const;
    bool rests() const;
    const DiagnosisAction* chosen() const;
    QString asText() const;

    Control* m_control;
    Fixer* m_fixer;
    SourceId m_source;
    SchemaId m_schema;
    Step m_step = What;
    DiagnosisReport m_report;
    quint64 m_asked = 0;
    bool m_settled = false;
    bool m_elsewhere = false;              ///< what was chosen is done in another window or outside
    bool m_thenSync = false;               ///< one sync follows a check that passes
    QString m_done;                        ///< id of the action that was chosen
    DiagnosisReport m_latest;              ///< of the last check after it
    QTimer m_patience;
    std::vector<QLabel*> m_stepLabels;
    QStackedWidget* m_pages;
    QLabel* m_subject = nullptr;
    QLabel* m_summary = nullptr;
    FactGrid* m_facts = nullptr;
    QPlainTextEdit* m_raw = nullptr;
    QLabel* m_cause = nullptr;
    QLabel* m_confidence = nullptr;
    QLabel* m_advice = nullptr;
    QLabel* m_others = nullptr;
    CheckView* m_check = nullptr;
    QVBoxLayout* m_waysList = nullptr;
    QButtonGroup* m_ways = nullptr;
    QLabel* m_notSuggested = nullptr;
    QLabel* m_confirm = nullptr;
    QLabel* m_result = nullptr;
    QLabel* m_resultText = nullptr;
    CheckView* m_again = nullptr;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_close;
};

} // namespace leat
