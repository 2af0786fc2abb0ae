// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/addsourcedialog.h"
#include "ui/detailspanel.h"
#include "ui/historyview.h"
#include "ui/notice.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include <set>

using namespace leat;
using namespace leat::test;

class WindowTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void firstDataTakesAtMostThreeClicks();
    void syncOneTakesTwoClicks();
    void addSourceTakesAtMostSixClicks();
    void addSourceByKeyboardOnly();
    void addSourceNamesWrongInput();
    void spacePausesAndResumes();
    void searchFiltersByKeyboard();
    void panesCycle();
    void failedTableExplainsItself();
    void aPausedTableSaysWhoAndWhy_T26();
    void heldBackAsks();
    void rotatingAPasswordTakesTwoClicks();
    void schemaDialogSendsOnlyChanges();
    void removeSourceAsksFirst();
    void verifyNamesKeys();
    void errorsBecomeNotices();
    void copiesAndExports();
    void manyTablesStayFast();
    void stateComesBack();
    void survivesWorldEmptying();
};

void WindowTest::firstDataTakesAtMostThreeClicks()
{
    open(worlds::empty());
    click("empty.trySample");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QCOMPARE(m_control->last<SyncSchemas>()->ids.size(), size_t(10));
    QTRY_VERIFY(m_window->sourcesPage()->tree()->isVisible());
    QVERIFY(m_clicks <= 3);
}

void WindowTest::syncOneTakesTwoClicks()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    click("toolbar.table.sync");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QCOMPARE(m_control->last<SyncSchemas>()->ids, std::vector<SchemaId>{SchemaId{106}});
    QCOMPARE(m_clicks, 2);
    QTRY_VERIFY(part("toolbar.table.cancel")->isEnabled());
    click("toolbar.table.cancel");
    QTRY_COMPARE(m_control->count<CancelSchemas>(), 1);
}

void WindowTest::addSourceTakesAtMostSixClicks()
{
    open(worlds::shop());
    click("toolbar.source.add");
    QTRY_VERIFY(part<QLineEdit>("addSource.pasteUrl"));
    part<QLineEdit>("addSource.pasteUrl")->setFocus();
    QTest::keyClicks(part<QLineEdit>("addSource.pasteUrl"), QStringLiteral("postgresql://leat@db.example.com/shop"));
    click("addSource.next"); // reads the URL
    QTRY_VERIFY(part("addSource.test"));
    click("addSource.next"); // tests and lists
    QTRY_VERIFY(part<QTableView>("addSource.tables"));
    click("addSource.next");
    QTRY_VERIFY(part("addSource.createOnly"));
    click("addSource.next");
    QTRY_COMPARE(m_control->count<AddSource>(), 1);
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(m_clicks <= 6);
    QTRY_VERIFY(!part<QDialog>("addSource.dialog"));
    QCOMPARE(m_control->last<AddSource>()->tables.size(), size_t(9));
}

void WindowTest::addSourceByKeyboardOnly()
{
    open(worlds::shop());
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(part<QDialog>("addSource.dialog"));
    auto* dialog = part<QDialog>("addSource.dialog");
    const auto tabTo = [&](const char* name) {
        for (int i = 0; i < 60; ++i) {
            if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == QLatin1String(name))
                return true;
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : dialog, Qt::Key_Tab);
        }
        return false;
    };
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QVERIFY(tabTo("addSource.type.postgres"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(part<QLineEdit>("addSource.field.host"));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("addSource.field.host"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("localhost"));
    QVERIFY(tabTo("addSource.field.database"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("shop"));
    QVERIFY(tabTo("addSource.field.user"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("me"));
    QVERIFY(tabTo("addSource.field.password"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("s3cret"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(part<QTableView>("addSource.tables"));
    QVERIFY(m_control->last<TestDraft>()->draft.secrets.at(QStringLiteral("password")).view() == "s3cret");
    QTRY_VERIFY(part<QTableView>("addSource.tables")->hasFocus());
    QVERIFY(tabTo("addSource.next"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(part("addSource.createOnly"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(m_control->count<AddSource>(), 1);
}

void WindowTest::addSourceNamesWrongInput()
{
    open(worlds::shop());
    m_window->openAddSource();
    auto* dialog = m_window->findChild<AddSourceDialog*>();
    dialog->flow().chooseType(QStringLiteral("postgres"));
    click("addSource.next");
    QCOMPARE(m_control->count<TestDraft>(), 0);
    QVERIFY(part<QLineEdit>("addSource.field.host")->property("invalid").toBool());
    QVERIFY(!part<QLineEdit>("addSource.field.host")->accessibleDescription().isEmpty());
    m_control->failNext<ParseSourceUrl>(makeError(ErrorCode::MalformedUrl));
    part<QLineEdit>("addSource.url")->setText(QStringLiteral("nonsense"));
    QTest::keyClick(part<QLineEdit>("addSource.url"), Qt::Key_Return);
    QTRY_VERIFY(part<ErrorCard>("addSource.check.errorCard"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!part<QDialog>("addSource.dialog"));
}

void WindowTest::spacePausesAndResumes()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    QTest::keyClick(m_window->sourcesPage()->tree(), Qt::Key_Space);
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QCOMPARE(*m_control->last<SetSchemas>()->patch.shouldSync, false);
    QTRY_COMPARE(m_window->actions().pause->text(), QStringLiteral("&Resume"));
    QTest::keyClick(m_window->sourcesPage()->tree(), Qt::Key_Space);
    QTRY_COMPARE(m_control->count<SetSchemas>(), 2);
    QCOMPARE(*m_control->last<SetSchemas>()->patch.shouldSync, true);
}

void WindowTest::searchFiltersByKeyboard()
{
    open(worlds::shop());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("main.search"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("status:failed"));
    QCOMPARE(m_window->sourcesPage()->proxy().shownSchemas(), 2);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" nothing"));
    QVERIFY(part("tables.clearSearch"));
    click("tables.clearSearch");
    QCOMPARE(m_window->sourcesPage()->proxy().shownSchemas(), 14);
    QVERIFY(m_window->sourcesPage()->currentSource().isValid()); // so that the commands have something to act on
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_window->sourcesPage()->proxy().shownSchemas(), 3);
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::AltModifier);
    QTRY_VERIFY(m_window->historyPage()->model().rowCount() > 0);
}

void WindowTest::panesCycle()
{
    open(worlds::shop());
    std::set<QWidget*> seen;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        seen.insert(QApplication::focusWidget());
    }
    QCOMPARE(seen.size(), size_t(4));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(!m_window->findChild<DetailsPanel*>()->isVisible());
}

void WindowTest::failedTableExplainsItself()
{
    open(worlds::shop());
    clickRow(SchemaId{201});
    auto* card = part<ErrorCard>("details.errorCard");
    QVERIFY(card);
    QVERIFY(!card->accessibleName().isEmpty());
    auto* raw = m_window->findChild<QPlainTextEdit*>(QStringLiteral("details.errorText"));
    QVERIFY(!raw->isVisible()); // one click away
    click("details.errorDetails");
    QVERIFY(raw->isVisible());
    QVERIFY(raw->toPlainText().contains(QStringLiteral("28P01")));
    click("details.errorCopy");
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("password authentication failed")));
}

void WindowTest::aPausedTableSaysWhoAndWhy_T26()
{
    open(worlds::shop());
    const SchemaId id{101};
    m_control->editSchema(id, [](SchemaInfo& schema) {
        schema.config.shouldSync = false;
        schema.status = SchemaStatus::Paused;
        Error gone = makeError(ErrorCode::TableMissing, {}, {{QStringLiteral("table"), QStringLiteral("orders")}});
        gone.owner = Owner::Source;
        schema.pause = PauseNote{QStringLiteral("engine"), QDateTime::currentDateTimeUtc().addSecs(-3600), QStringLiteral("PROVEN-TABLE-GONE"), gone};
    });
    clickRow(id);
    auto* card = part<QFrame>("details.paused");
    QVERIFY(card);
    QVERIFY(card->accessibleName().startsWith(QStringLiteral("Paused by Leat: ")));
    const QModelIndex row = m_window->sourcesPage()->model().indexOf(id);
    QCOMPARE(row.siblingAtColumn(SourceTableModel::Status).data(Qt::ToolTipRole).toString(), card->accessibleName());
    QCOMPARE(row.data(Qt::AccessibleDescriptionRole).toString(), card->accessibleName());
    click("details.resume");
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QCOMPARE(m_control->last<SetSchemas>()->patch.shouldSync, std::optional(true));
    m_control->editSchema(id, [](SchemaInfo& schema) { schema.pause = PauseNote{QStringLiteral("window"), QDateTime::currentDateTimeUtc(), {}, {}}; });
    QTRY_VERIFY(card->accessibleName().contains(QStringLiteral("by a person in the window")));
    m_control->editSchema(id, [](SchemaInfo& schema) { schema.pause.reset(); });
    QTRY_VERIFY(!card->isVisible());
}

void WindowTest::heldBackAsks()
{
    open(worlds::shop());
    clickRow(SchemaId{104});
    QVERIFY(part("details.keepRows"));
    click("details.replaceEmpty");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(m_control->last<SyncSchemas>()->acceptEmpty);
}

void WindowTest::rotatingAPasswordTakesTwoClicks()
{
    open(worlds::shop());
    click("problems.action");
    QTRY_VERIFY(part<QLineEdit>("rotate.field.password"));
    auto* password = part<QLineEdit>("rotate.field.password");
    QTRY_COMPARE(QApplication::focusWidget(), password);
    QTest::keyClicks(password, QStringLiteral("new"));
    click("rotate.testSaveSync");
    QTRY_COMPARE(m_control->count<RotateCredentials>(), 1);
    QVERIFY(m_control->last<RotateCredentials>()->sync);
    QTRY_VERIFY(!part<QDialog>("rotate.dialog"));
    QVERIFY(m_control->snapshot()->schema(SchemaId{201})->status == SchemaStatus::Queued); // resumes by itself
    QCOMPARE(m_clicks, 2);
    QTRY_VERIFY(part("notice.action")); // the old one can come back
}

void WindowTest::schemaDialogSendsOnlyChanges()
{
    open(worlds::shop());
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_COMPARE(part<QTableView>("schema.columns")->model()->rowCount(), 10);
    QVERIFY(!part("schema.apply")->isEnabled());
    click("schema.method.append");
    QTRY_COMPARE(m_control->count<PreviewChange>(), 1);
    QTRY_VERIFY(part("schema.apply")->isEnabled());
    click("schema.apply");
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    const SetSchemas* set = m_control->last<SetSchemas>();
    QVERIFY(*set->patch.syncType == SyncType::Append);
    QVERIFY(!set->patch.columns && !set->patch.primaryKeyColumns && !set->patch.shouldSync);
    QCOMPARE(set->expectedRevision, 1);
    QTRY_VERIFY(!part<QDialog>("schema.dialog"));
}

void WindowTest::removeSourceAsksFirst()
{
    open(worlds::shop());
    m_window->sourcesPage()->select(SourceId{2});
    m_window->actions().removeSource->trigger();
    auto* box = part<QDialog>("remove.question");
    QVERIFY(box);
    QVERIFY(part<QPushButton>("question.keep")->isDefault()); // the safe way
    QCOMPARE(m_control->count<RemoveSource>(), 0);
    click("question.action");
    QTRY_VERIFY(part<QLineEdit>("destroy.name"));
    QVERIFY(!part("destroy.act")->isEnabled());
    QVERIFY(part<QPushButton>("destroy.cancel")->isDefault());
    part<QLineEdit>("destroy.name")->setText(QStringLiteral("shop.orders")); // what the preview says is to be typed
    click("destroy.act");
    QTRY_COMPARE(m_control->count<RemoveSource>(), 1);
    QCOMPARE(m_control->last<RemoveSource>()->confirmation.token, QStringLiteral("token"));
    QVERIFY(!m_control->last<RemoveSource>()->deleteData);
    QTRY_COMPARE(m_window->sourcesPage()->model().rowCount(), 2);
}

void WindowTest::verifyNamesKeys()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    m_window->actions().verify->trigger();
    QTRY_VERIFY(part<QPlainTextEdit>("verify.keys"));
    const QString keys = part<QPlainTextEdit>("verify.keys")->toPlainText();
    QVERIFY(keys.contains(QStringLiteral("12140333")) && keys.contains(QStringLiteral("11982004")));
    QVERIFY(keys.contains(QStringLiteral("paid")) && keys.contains(QStringLiteral("new")));   // both values
    m_control->verify.repaired = true;
    click("verify.repair");
    QTRY_COMPARE(m_control->count<VerifySchema>(), 2);
    QVERIFY(m_control->last<VerifySchema>()->repair);
}

void WindowTest::errorsBecomeNotices()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    m_control->failNext<SyncSchemas>(makeError(ErrorCode::WarehouseLocked, QStringLiteral("raw text"), {{QStringLiteral("holder"), QStringLiteral("duckdb")}}));
    click("toolbar.table.sync");
    QTRY_VERIFY(part<NoticeBar>("notice.bar"));
    QTRY_VERIFY(part("notice.more"));
    click("notice.more");
    QVERIFY(part<QPlainTextEdit>("notice.details")->toPlainText().contains(QStringLiteral("raw text")));
    click("notice.close");
    QVERIFY(!part<NoticeBar>("notice.bar"));
}

void WindowTest::copiesAndExports()
{
    QString path;
    QByteArray bytes;
    WindowServices services;
    services.writeFile = [&](const QString& p, const QByteArray& b) {
        path = p;
        bytes = b;
        return QString();
    };
    open(worlds::shop(), services);
    clickRow(SchemaId{106});
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("shop.orders\tOK\tIncremental\t12140331")));
    QTemporaryDir folder;
    m_window->actions().exportCsv->trigger();
    QTRY_VERIFY(m_window->findChild<QFileDialog*>(QStringLiteral("export.dialog")));
    auto* dialog = m_window->findChild<QFileDialog*>(QStringLiteral("export.dialog"));
    Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("x.csv")));
    QVERIFY(path.endsWith(QStringLiteral("x.csv")));
    QVERIFY(bytes.contains("shop.orders,OK,Incremental,12140331"));
    dialog->close();
}

void WindowTest::manyTablesStayFast()
{
    open(worlds::large(1000));
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < 5; ++round) {
        ChangeSet news;
        m_control->edit([&](World& w) {
            for (SchemaInfo& s : w.schemas) {
                s.rows += 1;
                news.schemas.push_back(s.id);
            }
        });
        m_control->tell(news);
        QCoreApplication::sendPostedEvents();
        m_window->repaint();
    }
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
}

void WindowTest::stateComesBack()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    WindowServices services;
    services.settings = &settings;
    open(worlds::shop(), services);
    m_window->sourcesPage()->tree()->setColumnHidden(SourceTableModel::Guarantee_, true);
    m_window->actions().details->setChecked(false);
    m_window->actions().lookDark->trigger();
    m_window->close();
    open(worlds::shop(), services);
    QVERIFY(m_window->sourcesPage()->tree()->isColumnHidden(SourceTableModel::Guarantee_));
    QVERIFY(!m_window->actions().details->isChecked());
    QVERIFY(m_window->actions().lookDark->isChecked());
    m_window->actions().columnsMenu->trigger();
    QVERIFY(!m_window->sourcesPage()->tree()->isColumnHidden(SourceTableModel::Guarantee_));
    m_window->actions().lookAuto->trigger();
}

void WindowTest::survivesWorldEmptying()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    m_control->edit([](World& w) {
        w.sources.clear();
        w.schemas.clear();
    });
    ChangeSet news;
    news.structure = news.engine = true;
    m_control->tell(news);
    QTRY_VERIFY(part("empty.addSource"));
    QVERIFY(!m_window->actions().sync->isEnabled());
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
