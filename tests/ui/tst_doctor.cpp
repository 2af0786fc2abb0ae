// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/doctordialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace leat;
using namespace leat::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The check of the installation: what it shows, and what its buttons do.
class DoctorTest : public WindowFixture
{
    Q_OBJECT
private:
    DoctorDialog* openDoctor()
    {
        open(worlds::shop());
        m_window->actions().doctor->trigger();
        for (auto* dialog : m_window->findChildren<DoctorDialog*>())
            if (QTest::qWaitFor([dialog] { return dialog->findChild<QScrollArea*>(QStringLiteral("doctor.findings"))->widget() != nullptr; }))
                return dialog;
        return nullptr;
    }
    static QStringList texts(const QWidget* within)
    {
        QStringList all;
        for (const QLabel* label : within->findChildren<QLabel*>())
            all.append(label->text());
        return all;
    }
    static QPushButton* buttonOf(const QWidget* within, const char* fix)
    {
        for (QPushButton* button : within->findChildren<QPushButton*>(QStringLiteral("doctor.fix")))
            if (button->property("fix").toString() == QLatin1String(fix))
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void findingsSayStateInAWordAndTheWorstComesFirst()
    {
        DoctorDialog* dialog = openDoctor();
        QVERIFY(dialog);
        const QWidget* list = dialog->findChild<QScrollArea*>(QStringLiteral("doctor.findings"))->widget();
        const QWidget* problem = list->findChild<QWidget*>(QStringLiteral("doctor.finding.agreement"));
        const QWidget* good = list->findChild<QWidget*>(QStringLiteral("doctor.finding.profile"));
        QVERIFY(problem && good);
        QVERIFY(texts(problem).contains(s("Problem")));
        QVERIFY(texts(good).contains(s("In order")));
        QTRY_VERIFY(problem->y() < good->y());
        QCOMPARE(problem->accessibleName(), s("State and warehouse: Problem"));
        for (const QPushButton* button : list->findChildren<QPushButton*>())
            QVERIFY(!button->accessibleDescription().isEmpty() && button->focusPolicy() != Qt::NoFocus);
    }

    void whatDeletesIsAskedFirst()
    {
        DoctorDialog* dialog = openDoctor();
        QVERIFY(dialog);
        QVERIFY(buttonOf(dialog, "trash:legacy.invoices"));
        buttonOf(dialog, "trash:legacy.invoices")->click();
        QCOMPARE(m_control->count<FixFinding>(), 0);
        click("question.keep");
        QCOMPARE(m_control->count<FixFinding>(), 0);
        buttonOf(dialog, "trash:legacy.invoices")->click();
        QTRY_VERIFY(part("question.action"));
        QVERIFY(part<QPushButton>("question.keep")->isDefault()); // Return keeps everything
        click("question.action");
        QTRY_COMPARE(m_control->count<FixFinding>(), 1);
        QCOMPARE(m_control->last<FixFinding>()->token, s("token-legacy"));
        QTRY_VERIFY(texts(dialog).contains(s("Move legacy.invoices to the trash: done.")));
        QTRY_VERIFY(buttonOf(dialog, "trash:legacy.invoices") == nullptr);
    }

    void whatKeepsAllIsDoneAtOnce()
    {
        DoctorDialog* dialog = openDoctor();
        QVERIFY(dialog);
        buttonOf(dialog, "free-leases")->click();
        QTRY_COMPARE(m_control->count<FixFinding>(), 1);
        QTRY_VERIFY(buttonOf(dialog, "free-leases") == nullptr);
    }

    void aRefusalIsShownBesideWhatWasFound()
    {
        DoctorDialog* dialog = openDoctor();
        QVERIFY(dialog);
        m_control->failNext<FixFinding>(makeError(ErrorCode::Busy, {}, {{s("subject"), s("shop.orders")}}));
        buttonOf(dialog, "free-leases")->click();
        QTRY_VERIFY(texts(dialog).contains(s("“shop.orders” is being synced right now.")));
        QVERIFY(buttonOf(dialog, "free-leases") && buttonOf(dialog, "free-leases")->isEnabled());
    }

    void itLooksAgainAndCopies()
    {
        DoctorDialog* dialog = openDoctor();
        QVERIFY(dialog);
        QTRY_VERIFY(part("doctor.again") && part("doctor.again")->isEnabled());
        m_control->doctor.findings = {{s("Profile"), DoctorFinding::State::Ok, s("in order now"), {}, s("profile")}};
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_F5);
        QTRY_VERIFY(texts(dialog).contains(s("in order now")));
        QTRY_VERIFY(texts(dialog).contains(s("Everything needed is in place.")));
        click("report.copy");
        QCOMPARE(QGuiApplication::clipboard()->text(), s("Profile: In order. in order now\n"));
        // Asked for again, it is the same one that looks anew.
        m_window->actions().doctor->trigger();
        QCOMPARE(m_window->findChildren<DoctorDialog*>().size(), 1);
        QTRY_COMPARE(m_control->count<RunDoctor>(), 3);
        click("report.close");
        QTRY_VERIFY(part("report.close") == nullptr);
    }
};

QTEST_MAIN(DoctorTest)
#include "tst_doctor.moc"
