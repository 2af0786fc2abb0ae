// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/addsourceflow.h"
#include "models/tablechoicemodel.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace leat {

class CheckView;
class SettingsForm;

/// Adding a source: type, connection with a live test, tables, review. Only shows what
/// AddSourceFlow decides; never waits.
class AddSourceDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AddSourceDialog(Control* control, QWidget* parent = nullptr);
    AddSourceFlow& flow() { return m_flow; }

Q_SIGNALS:
    void sourceAdded(leat::SourceId id);

private:
    QWidget* makeTypePage();
    QWidget* makeConnectionPage();
    QWidget* makeTablesPage();
    QWidget* makeReviewPage();
    QWidget* makeFooter();
    void connectFlow();
    void showStep();
    void showState();
    void showReview();
    void takeUrl(QLineEdit* field);
    void goOn();
    void tickShown(bool on);
    QString busyText() const;

    AddSourceFlow m_flow;
    TableChoiceModel m_choices;
    QSortFilterProxyModel m_shown;
    QString m_formType;
    bool m_tried = false;
    std::vector<QLabel*> m_steps;
    QStackedWidget* m_pages;
    QLineEdit* m_typeUrl = nullptr;
    QLineEdit* m_url = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_nameProblem = nullptr;
    SettingsForm* m_form = nullptr;
    CheckView* m_check = nullptr;
    QLabel* m_checkHint = nullptr;
    QPushButton* m_test = nullptr;
    QTableView* m_tables = nullptr;
    QLabel* m_tablesSummary = nullptr;
    QWidget* m_review = nullptr;
    CheckView* m_error = nullptr;
    QLabel* m_busy = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_createOnly = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace leat
