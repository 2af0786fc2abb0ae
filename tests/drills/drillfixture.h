// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pgshop.h"
#include "tests/support/windowhand.h"
#include "ui/appearance.h"
#include "ui/windowactions.h"

#include <QDialog>
#include <QLabel>
#include <QRadioButton>

/// Ends the test when a step of it failed.
#define STEP(step)                     \
    do {                               \
        step;                          \
        if (QTest::currentTestFailed()) \
            return;                    \
    } while (false)

namespace leat::test {

/// A drill: a real shop, a real profile, the real window; then something is broken for real, and is
/// mended with nothing but the widgets of the window.
class DrillFixture : public QObject, protected WindowHand
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PgServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        PgServer::Options options;
        options.password = true;
        QVERIFY2(m_server.start(options), qPrintable(m_server.error()));
        m_look = std::make_unique<Appearance>(*qApp);
    }
    void cleanup()
    {
        m_window.reset();
        m_shop.reset();
    }

protected:
    void openShop(PgShop::Login login = PgShop::Login::Trusted, std::function<void(EngineOptions&)> adjust = {})
    {
        m_shop = std::make_unique<PgShop>(m_server, login, std::move(adjust));
        openWindow();
    }
    void openWindow()
    {
        WindowServices services;
        services.appearance = m_look.get();
        take(std::make_unique<MainWindow>(&m_shop->engine.control(), services));
    }
    WorldPtr world() const { return m_shop->engine.world(); }
    /// What the strip says about the worst problem.
    Incident incident() const { return world()->incidents.empty() ? Incident() : world()->incidents.front(); }

    /// Syncs tables by their rows and the tool bar, and waits until nothing runs.
    void syncInWindow(SchemaId id)
    {
        const RunId before = world()->schema(id)->lastRun;
        STEP(clickRow(id));
        STEP(click("toolbar.table.sync"));
        QTRY_VERIFY_WITH_TIMEOUT(world()->schema(id)->lastRun != before && !world()->schema(id)->currentRun.isValid(), 60'000);
    }
    /// The strip shows one problem of that kind.
    void seeProblem(Health health, Branch branch)
    {
        QTRY_COMPARE(world()->incidents.size(), std::size_t(1));
        QVERIFY2(incident().health == health, qPrintable(toString(incident().health)));
        QVERIFY2(incident().diagnosis.branch == branch, qPrintable(incident().diagnosis.ruleId));
        QTRY_VERIFY(part("problems.why"));
    }
    /// From the strip to the ways out; `rule` is what the live probes found.
    void openWays()
    {
        STEP(click("problems.why"));
        QTRY_VERIFY(part<QDialog>("diagnosis.dialog"));
        STEP(click("diagnosis.next"));
        QTRY_VERIFY(part<QLabel>("diagnosis.cause"));
        QVERIFY(!part<QLabel>("diagnosis.cause")->text().isEmpty());
        STEP(click("diagnosis.next"));
    }
    QString chosenWay()
    {
        for (const QRadioButton* way : m_window->findChildren<QRadioButton*>())
            if (way->isVisible() && way->isChecked() && way->objectName().startsWith(QLatin1String("diagnosis.action.")))
                return way->objectName().section(QLatin1Char('.'), 2);
        return {};
    }
    /// The recommended way is this one, and can be taken at once.
    void takeRecommended(const char* action)
    {
        QCOMPARE(chosenWay(), QString::fromLatin1(action));
        STEP(click("diagnosis.next"));
        QTRY_VERIFY(part<QLabel>("diagnosis.result") || part("diagnosis.next"));
    }
    /// What the wizard says and which problems are open, for the message of a test that fails.
    QString whatStands()
    {
        QStringList lines;
        if (const auto* result = part<QLabel>("diagnosis.result"))
            for (const QLabel* label : result->parentWidget()->findChildren<QLabel*>())
                lines << label->text();
        for (const Incident& open : world()->incidents)
            lines << open.headline;
        return lines.join(QStringLiteral(" | "));
    }
    void seeSolved()
    {
        QTRY_VERIFY2_WITH_TIMEOUT(part<QLabel>("diagnosis.result") && part<QLabel>("diagnosis.result")->text() == QStringLiteral("Solved"), qPrintable(whatStands()), 60'000);
        STEP(click("diagnosis.close"));
        QTRY_VERIFY(world()->incidents.empty());
        QTRY_VERIFY(!part("problems.why"));
    }

    PgServer m_server;
    std::unique_ptr<Appearance> m_look;
    std::unique_ptr<PgShop> m_shop;
};

} // namespace leat::test
