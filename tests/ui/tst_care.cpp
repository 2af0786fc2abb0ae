// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logfilterproxy.h"
#include "models/runlogmodel.h"
#include "models/sourcetablemodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/historyview.h"
#include "ui/notice.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace leat;
using namespace leat::test;

/// Bundle, log viewer, pause for a while, session: what helps a person who looks after it.
class CareTest : public WindowFixture
{
    Q_OBJECT

private:
    void answerBundles()
    {
        for (const bool hashed : {false, true}) {
            Bundle& bundle = m_control->bundles[hashed];
            bundle.madeAt = QDateTime::currentDateTimeUtc();
            bundle.namesHashed = hashed;
            bundle.files = {{QStringLiteral("redaction-report.txt"), QStringLiteral("2 secret\n")},
                {QStringLiteral("runs.json"), hashed ? QStringLiteral("name-1234") : QStringLiteral("orders")}};
            bundle.redactions = {{Redaction::Layer::Secret, QStringLiteral("known secrets"), 2}};
        }
    }

private Q_SLOTS:
    // 11-ux §4.11: a bundle for support in two clicks, with preview.
    void aBundleTakesTwoClicks()
    {
        WindowServices services;
        services.saveFolder = QStringLiteral("/somewhere");
        open(worlds::shop(), services);
        answerBundles();
        clickRow(SchemaId{201});
        m_clicks = 0;
        click("details.errorBundle");
        QTRY_VERIFY(part<QDialog>("bundle.dialog"));
        QTRY_COMPARE(part<QListWidget>("bundle.files")->count(), 2);
        QCOMPARE(part<QPlainTextEdit>("bundle.text")->toPlainText(), QStringLiteral("2 secret\n"));
        QTRY_VERIFY(part("bundle.save")->isEnabled());
        click("bundle.save");
        QCOMPARE(m_clicks, 2);
        QTRY_COMPARE(m_control->count<SaveBundle>(), 1);
        const SaveBundle* saved = m_control->last<SaveBundle>();
        QVERIFY(saved->path.startsWith(QStringLiteral("/somewhere/leat-diagnostics-")));
        QVERIFY(saved->path.endsWith(QStringLiteral(".zip")));
        QCOMPARE(saved->bundle.files.size(), size_t(2));
        QTRY_VERIFY(!part<QDialog>("bundle.dialog"));
    }

    void theBundleIsShownFileByFileByKeyboard()
    {
        open(worlds::shop());
        answerBundles();
        m_window->openBundle();
        QTRY_COMPARE(part<QListWidget>("bundle.files")->count(), 2);
        auto* list = part<QListWidget>("bundle.files");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(part<QPlainTextEdit>("bundle.text")->toPlainText(), QStringLiteral("orders"));
        auto* hash = part<QCheckBox>("bundle.hash");
        hash->setFocus();
        QTest::keyClick(hash, Qt::Key_Space);
        QTRY_COMPARE(part<QPlainTextEdit>("bundle.text")->toPlainText(), QStringLiteral("name-1234"));
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(!list->accessibleName().isEmpty() && !part<QPlainTextEdit>("bundle.text")->accessibleName().isEmpty());
        QVERIFY(!m_window->findChild<QPushButton*>(QStringLiteral("bundle.errorBundle"))->isVisible());
    }

    void aBundleThatCannotBeSavedSaysSo()
    {
        open(worlds::shop());
        answerBundles();
        m_control->failNext<SaveBundle>(makeError(ErrorCode::AlreadyExists));
        m_window->openBundle();
        QTRY_VERIFY(part("bundle.save") && part("bundle.save")->isEnabled());
        click("bundle.save");
        QTRY_VERIFY(part<ErrorCard>("bundle.errorCard"));
        QVERIFY(part<QDialog>("bundle.dialog"));
        QTRY_VERIFY(part("bundle.save")->isEnabled());
    }

    void theLogIsSearchedCopiedAndSaved()
    {
        QByteArray written;
        WindowServices services;
        services.writeFile = [&written](const QString&, const QByteArray& bytes) {
            written = bytes;
            return QString();
        };
        open(worlds::shop(), services);
        clickRow(SchemaId{201});
        m_window->actions().log->trigger();
        auto* table = part<QTableView>("details.log");
        QTRY_VERIFY(table && table->model()->rowCount() > 2);
        const int all = table->model()->rowCount();
        part<QComboBox>("details.log.level")->setCurrentIndex(2);
        QTRY_VERIFY(table->model()->rowCount() < all && table->model()->rowCount() > 0);
        click("details.log.copy");
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), table->model()->rowCount());
        part<QComboBox>("details.log.level")->setCurrentIndex(0);
        part<QLineEdit>("details.log.search")->setText(QStringLiteral("no such words at all"));
        QCOMPARE(table->model()->rowCount(), 0);
        part<QLineEdit>("details.log.search")->clear();
        QCOMPARE(table->model()->rowCount(), all);
        click("details.log.save");
        QTRY_VERIFY(part<QFileDialog>("export.dialog"));
        Q_EMIT part<QFileDialog>("export.dialog")->fileSelected(QStringLiteral("/x/run.log"));
        QCOMPARE(written.count('\n'), all);
        QVERIFY(m_window->findChild<QToolButton*>(QStringLiteral("details.log.follow"))->isChecked());
    }

    // From the toolbar and from the tray: one click, with a time at which it resumes.
    void everythingIsPausedInOneClick_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("half an hour") << QStringLiteral("30min") << qint64(1800);
        QTest::newRow("four hours") << QStringLiteral("4h") << qint64(14400);
        QTest::newRow("for good") << QStringLiteral("open") << qint64(-1);
    }
    void everythingIsPausedInOneClick()
    {
        QFETCH(QString, choice);
        QFETCH(qint64, seconds);
        open(worlds::shop());
        click("toolbar.tools.pauseAll");
        QCOMPARE(m_clicks, 1);
        QTRY_COMPARE(m_control->count<PauseScheduler>(), 1);
        const qint64 usual = QDateTime::currentDateTimeUtc().secsTo(m_control->last<PauseScheduler>()->until);
        QVERIFY(usual > 3500 && usual <= 3600);
        auto* menu = m_window->findChild<QMenu*>(QStringLiteral("toolbar.pauseMenu"));
        for (QAction* action : menu->actions())
            if (action->objectName() == QStringLiteral("toolbar.pauseMenu.") + choice)
                action->trigger();
        QTRY_COMPARE(m_control->count<PauseScheduler>(), 2);
        const QDateTime until = m_control->last<PauseScheduler>()->until;
        QCOMPARE(until.isValid(), seconds > 0);
        if (seconds > 0)
            QVERIFY(std::abs(QDateTime::currentDateTimeUtc().secsTo(until) - seconds) < 60);
    }

    void theSessionComesBack()
    {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        WindowServices services;
        services.settings = &settings;
        open(worlds::shop(), services);
        m_window->resize(1300, 870);
        m_window->actions().goTables->trigger();
        QTreeView* tree = m_window->sourcesPage()->tree();
        tree->sortByColumn(SourceTableModel::Rows, Qt::DescendingOrder);
        part<QLineEdit>("main.search")->setText(QStringLiteral("orders"));
        clickRow(SchemaId{106});
        m_window->close();
        open(worlds::shop(), services);
        tree = m_window->sourcesPage()->tree();
        QVERIFY(m_window->actions().goTables->isChecked());
        QCOMPARE(part<QLineEdit>("main.search")->text(), QStringLiteral("orders"));
        QCOMPARE(tree->header()->sortIndicatorSection(), int(SourceTableModel::Rows));
        QCOMPARE(tree->header()->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(m_window->sourcesPage()->proxy().sortColumn(), int(SourceTableModel::Rows));
        QCOMPARE(m_window->sourcesPage()->proxy().sortOrder(), Qt::DescendingOrder);
        QCOMPARE(m_window->sourcesPage()->currentSchema(), SchemaId{106});
    }
};

QTEST_MAIN(CareTest)
#include "tst_care.moc"
