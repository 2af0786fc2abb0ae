// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does about problems, and how one page leads to another.
#include "ui/detailspanel.h"
#include "ui/diagnosisdialog.h"
#include "ui/doctordialog.h"
#include "ui/fixer.h"
#include "ui/historyview.h"
#include "ui/homepage.h"
#include "ui/mainwindow.h"
#include "ui/problemstrip.h"
#include "ui/requests.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QTreeView>

namespace leat {

void MainWindow::connectFixes()
{
    for (ProblemStrip* strip : {m_sources->problems(), m_home->problems()}) {
        connect(strip, &ProblemStrip::fixWanted, m_fixer, &Fixer::fix);
        connect(strip, &ProblemStrip::whyWanted, this, [this](const Incident& incident) { openDiagnosis(incident.sourceId, incident.schemaId); });
        connect(strip, &ProblemStrip::allWanted, m_actions->goProblems, &QAction::trigger);
        connect(strip, &ProblemStrip::showWanted, this, [this](const Incident& incident) {
            if (incident.schemaId.isValid())
                return showSchema(incident.schemaId);
            showQuery({});
            m_sources->select(incident.sourceId);
        });
    }
    connect(m_home, &HomePage::queryWanted, this, &MainWindow::showQuery);
    connect(m_home, &HomePage::schemaWanted, this, &MainWindow::showSchema);
    connect(m_home, &HomePage::trashWanted, this, &MainWindow::openTrash);
    connect(m_home, &HomePage::aboutWanted, m_actions->about, &QAction::trigger);
    connect(m_fixer, &Fixer::connectionWanted, this, &MainWindow::openSourceDialog);
    connect(m_fixer, &Fixer::editorWanted, this, &MainWindow::openEditor);
    connect(m_fixer, &Fixer::schemaWanted, this, &MainWindow::showSchema);
    connect(m_fixer, &Fixer::diagnosisWanted, this, &MainWindow::openDiagnosis);
    connect(m_actions->diagnose, &QAction::triggered, this, [this] { openDiagnosis(m_sources->currentSource(), m_sources->currentSchema()); });
    connect(m_details, &DetailsPanel::diagnosisWanted, this, &MainWindow::openDiagnosis);
    connect(m_details, &DetailsPanel::quarantineWanted, this, &MainWindow::openQuarantine);
    connect(m_details, &DetailsPanel::rotateWanted, this, &MainWindow::openRotate);
    connect(m_fixer, &Fixer::doctorWanted, m_actions->doctor, &QAction::trigger);
}

void MainWindow::openDiagnosis(SourceId source, SchemaId schema)
{
    if (!source.isValid() && !schema.isValid())
        return;
    for (auto* open : findChildren<DiagnosisDialog*>())
        if (open->isVisible())
            return open->raise(); // an action that is done outside says so in the one that is open
    auto* dialog = new DiagnosisDialog(m_control, m_fixer, source, schema, this);
    dialog->show();
}

void MainWindow::openDoctor()
{
    for (auto* open : findChildren<DoctorDialog*>())
        if (open->isVisible()) {
            open->raise();
            return open->look();
        }
    (new DoctorDialog(m_control, this))->show();
}

void MainWindow::showQuery(const QString& query)
{
    m_actions->goTables->trigger();
    m_search->setText(query);
    m_sources->tree()->setFocus();
}

void MainWindow::showSchema(SchemaId id)
{
    if (m_pages->currentWidget() != m_sources)
        m_actions->goTables->trigger();
    m_sources->select(id);
    m_sources->tree()->setFocus();
}

void MainWindow::refreshView()
{
    if (m_pages->currentWidget() == m_history)
        m_history->model().reload();
    else if (m_pages->currentWidget() == m_home)
        m_home->activate();
    else if (m_sources->currentSource().isValid())
        m_requests->refresh(m_sources->currentSource());
}

} // namespace leat
