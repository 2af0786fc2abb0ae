// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/diagnosisdialog.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace leat;
using namespace leat::test;

/// From a failure to its end: the steps, the least destructive way first, the result looked at again.
class WizardTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void fiveStepsToTheEnd();
    void stripOpensTheEvidenceInOneClick();
    void destructiveWaysAreConfirmed();
    void wayOutsideIsShownNotDone();
    void notSolvedSaysSo();
    void pausedEndsItThoughTheCauseStays();

private:
    void prepare()
    {
        const Incident incident = worlds::shop().incidents.front();
        m_control->diagnosis.subject = QStringLiteral("billing");
        m_control->diagnosis.sourceId = SourceId{2};
        m_control->diagnosis.diagnosis = incident.diagnosis;
        m_control->diagnosis.affected = incident.schemas;
        m_control->diagnosis.facts = {{DiagnosisFact::State::Problem, QStringLiteral("Login"), QStringLiteral("password refused")}};
        m_control->diagnosis.rawText = QStringLiteral("FATAL: password authentication failed");
    }
    DiagnosisDialog* dialog() { return part<DiagnosisDialog>("diagnosis.dialog"); }
};

void WizardTest::stripOpensTheEvidenceInOneClick()
{
    open(worlds::shop());
    prepare();
    click("problems.why");
    QTRY_VERIFY(part("diagnosis.next") && part("diagnosis.next")->isEnabled());
    QCOMPARE(m_clicks, 1);
    QVERIFY(m_control->last<Diagnose>()->probe);
    QVERIFY(m_control->last<Diagnose>()->source == SourceId{2});
    click("diagnosis.details");
    QVERIFY(part<QPlainTextEdit>("diagnosis.raw")->toPlainText().contains(QStringLiteral("FATAL")));
    click("diagnosis.copy");
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("PG-28P01")));
}

void WizardTest::fiveStepsToTheEnd()
{
    open(worlds::shop());
    prepare();
    m_window->openDiagnosis(SourceId{2}, {});
    QTRY_VERIFY(part("diagnosis.next") && part("diagnosis.next")->isEnabled());
    QVERIFY(dialog()->step() == DiagnosisDialog::What);
    click("diagnosis.next");
    QVERIFY(dialog()->step() == DiagnosisDialog::Why);
    click("diagnosis.next");
    QVERIFY(dialog()->step() == DiagnosisDialog::Ways);
    QVERIFY(part("diagnosis.action.rotate")->isChecked()); // the least destructive stands first
    click("diagnosis.back");
    click("diagnosis.next");
    click("diagnosis.next"); // enter the password
    QTRY_VERIFY(part<QLineEdit>("rotate.field.password"));
    part<QLineEdit>("rotate.field.password")->setText(QStringLiteral("new"));
    m_control->diagnosis.healthy = true;
    click("rotate.testSaveSync");
    QTRY_COMPARE(m_control->count<RotateCredentials>(), 1);
    QVERIFY(dialog()->step() == DiagnosisDialog::Result_);
    QCOMPARE(m_control->count<Diagnose>(), 1); // the syncs still wait
    for (const qint64 id : {201, 202})
        m_control->editSchema(SchemaId{id}, [](SchemaInfo& s) {
            s.status = SchemaStatus::Ok;
            s.currentRun = {};
        });
    RunInfo finished;
    finished.sourceId = SourceId{2};
    finished.status = RunStatus::Completed;
    ChangeSet news;
    news.finishedRuns = {finished};
    m_control->tell(news);
    QTRY_COMPARE_WITH_TIMEOUT(m_control->count<Diagnose>(), 2, 8000);
    QTRY_VERIFY(!part("diagnosis.next")); // solved: nothing is left to press but Close
    click("diagnosis.close");
    QTRY_VERIFY(!dialog());
}

void WizardTest::destructiveWaysAreConfirmed()
{
    open(worlds::shop());
    prepare();
    m_control->diagnosis.diagnosis.actions.push_back({QStringLiteral("resync"), QStringLiteral("Resync safely"), ActionEffect::Replaces, QStringLiteral("Replaces the table by a new copy."), {}});
    m_window->openDiagnosis(SourceId{2}, {});
    QTRY_VERIFY(part("diagnosis.next") && part("diagnosis.next")->isEnabled());
    click("diagnosis.next");
    click("diagnosis.next");
    click("diagnosis.action.resync");
    click("diagnosis.next");
    QVERIFY(dialog()->step() == DiagnosisDialog::Confirm);
    QCOMPARE(m_control->count<SyncSchemas>(), 0);
    click("diagnosis.next"); // asked once, on this page
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(m_control->last<SyncSchemas>()->fromScratch);
}

void WizardTest::wayOutsideIsShownNotDone()
{
    open(worlds::shop());
    prepare();
    m_control->diagnosis.diagnosis.actions = {{QStringLiteral("grant"), QStringLiteral("Have read access granted"), ActionEffect::KeepsData, QStringLiteral("Done outside this program."), {}}};
    m_window->openDiagnosis(SourceId{2}, {});
    QTRY_VERIFY(part("diagnosis.next") && part("diagnosis.next")->isEnabled());
    click("diagnosis.next");
    click("diagnosis.next");
    const size_t before = m_control->sent().size();
    click("diagnosis.next");
    QVERIFY(dialog()->step() == DiagnosisDialog::Result_);
    QCOMPARE(m_control->sent().size(), before);
}

void WizardTest::notSolvedSaysSo()
{
    open(worlds::shop());
    prepare();
    m_control->diagnosis.diagnosis.actions.push_back({QStringLiteral("refresh"), QStringLiteral("Refresh the list of tables"), ActionEffect::KeepsData, QStringLiteral("Keeps all data."), {}});
    m_window->openDiagnosis({}, SchemaId{201});
    QTRY_VERIFY(part("diagnosis.next") && part("diagnosis.next")->isEnabled());
    click("diagnosis.next");
    click("diagnosis.next");
    click("diagnosis.action.refresh");
    click("diagnosis.next");
    QTRY_COMPARE(m_control->count<RefreshSource>(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_control->count<Diagnose>(), 2, 8000);
    click("diagnosis.next"); // check again
    QTRY_COMPARE(m_control->count<Diagnose>(), 3);
}

// Why it failed may still be true; who paused it is done.
void WizardTest::pausedEndsItThoughTheCauseStays()
{
    open(worlds::shop());
    prepare();
    m_window->openDiagnosis({}, SchemaId{201});
    QTRY_VERIFY(part("diagnosis.next") && part("diagnosis.next")->isEnabled());
    click("diagnosis.next");
    click("diagnosis.next");
    click("diagnosis.action.pause");
    click("diagnosis.next");
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_control->count<Diagnose>(), 2, 8000);
    QTRY_VERIFY(!part("diagnosis.next"));
    QCOMPARE(part<QLabel>("diagnosis.result")->text(), QStringLiteral("Paused"));
    QVERIFY(!m_control->diagnosis.healthy);
}

QTEST_MAIN(WizardTest)
#include "tst_wizard.moc"
