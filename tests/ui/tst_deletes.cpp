// SPDX-License-Identifier: GPL-3.0-or-later
// Deleted rows in the window: how they are treated, the comparison of keys, the brake's question.
#include "tests/ui/windowfixture.h"

#include "ui/destroydialog.h"
#include "ui/detailspanel.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace leat;
using namespace leat::test;

class DeletesTest : public WindowFixture
{
    Q_OBJECT

    static World shop(DeleteMode mode, bool held = false)
    {
        World world = worlds::shop();
        for (SchemaInfo& schema : world.schemas) {
            if (schema.id != SchemaId{106})
                continue;
            schema.config.syncType = SyncType::Incremental;
            schema.config.deletes = {mode, 0};
            schema.latestError.reset();
            schema.status = SchemaStatus::Ok;
            schema.reconcile.held = held;
            schema.reconcile.gone = 4200;
            schema.reconcile.warehouseRows = 10000;
            schema.reconcile.at = schema.reconcile.triedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
            if (held) {
                schema.status = SchemaStatus::HeldBack;
                schema.latestError = deletesHeld(schema.reconcile, QStringLiteral("orders"));
            }
        }
        return world;
    }

private Q_SLOTS:
    void theEditorSaysWhatHappens()
    {
        open(shop(DeleteMode::Off));
        m_window->openSchemaDialog(SchemaId{106});
        QTRY_VERIFY(part<QComboBox>("schema.deletes"));
        auto* mode = part<QComboBox>("schema.deletes");
        QVERIFY(!part<QComboBox>("schema.reconcileEvery")->isEnabled());
        QVERIFY(!part<QSpinBox>("schema.purgeDays"));
        mode->setCurrentIndex(mode->findData(int(DeleteMode::Purge)));
        Q_EMIT mode->activated(mode->currentIndex());
        QTRY_VERIFY(part<QSpinBox>("schema.purgeDays"));
        part<QSpinBox>("schema.purgeDays")->setValue(14);
        auto* every = part<QComboBox>("schema.reconcileEvery");
        QVERIFY(every->isEnabled());
        every->setCurrentIndex(every->findData(QStringLiteral("7day")));
        Q_EMIT every->activated(every->currentIndex());
        auto* limit = part<QLineEdit>("schema.deleteLimit");
        limit->setFocus();
        limit->selectAll();
        QTest::keyClicks(limit, QStringLiteral("5%"));
        QVERIFY(part<QLabel>("schema.deletesEffect")->text().contains(QStringLiteral("14")));
        QTRY_VERIFY(part("schema.apply")->isEnabled());
        click("schema.apply");
        QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
        const SchemaPatch patch = m_control->last<SetSchemas>()->patch;
        QCOMPARE(patchedFields(patch), (QStringList{QStringLiteral("deletes"), QStringLiteral("reconcile_every"), QStringLiteral("delete_limit")}));
        QCOMPARE(toString(*patch.deletes), QStringLiteral("purge:14"));
        QCOMPARE(toString(*patch.reconcileEvery), QStringLiteral("7day"));
        QCOMPARE(toString(*patch.deleteLimit), QStringLiteral("5%"));
    }

    void keysAreComparedOnlyWhereThatIsSet()
    {
        open(shop(DeleteMode::Off));
        clickRow(SchemaId{106});
        QVERIFY(!m_window->actions().reconcile->isEnabled());
        open(shop(DeleteMode::Soft));
        clickRow(SchemaId{106});
        QVERIFY(m_window->actions().reconcile->isEnabled());
        m_control->reconcile.label = QStringLiteral("shop.orders");
        m_control->reconcile.gone = 2;
        m_control->reconcile.goneKeys = {QStringLiteral("12140333"), QStringLiteral("11982004")};
        m_window->actions().reconcile->trigger();
        QTRY_VERIFY(part<QPlainTextEdit>("reconcile.keys"));
        QVERIFY(part<QPlainTextEdit>("reconcile.keys")->toPlainText().contains(QStringLiteral("12140333")));
        QVERIFY(!part("reconcile.review"));
    }

    // The brake's question: from the report and from the table's details to the same answer (T041).
    void theQuestionIsAnswered_T041()
    {
        open(shop(DeleteMode::Soft, true));
        clickRow(SchemaId{106});
        QVERIFY(part("details.reviewDeletes"));
        QVERIFY(!part("details.replaceEmpty"));
        m_control->reconcile.held = true;
        m_control->reconcile.gone = 4200;
        m_control->reconcile.goneKeys = {QStringLiteral("1")};
        m_window->actions().reconcile->trigger();
        QTRY_VERIFY(part("reconcile.review"));
        QCOMPARE(m_control->count<ReconcileSchema>(), 1);
        click("reconcile.review");
        QTRY_VERIFY(part<QLineEdit>("destroy.name"));
        QVERIFY(!part("destroy.act")->isEnabled());
        QVERIFY(part<QPushButton>("destroy.cancel")->isDefault());
        QVERIFY(!part("destroy.safe"));
        click("destroy.cancel");
        QTRY_VERIFY(!part<QDialog>("destroy.dialog"));
        QCOMPARE(m_control->count<ReconcileSchema>(), 1);

        click("details.reviewDeletes");
        QTRY_VERIFY(part<QLineEdit>("destroy.name"));
        part<QLineEdit>("destroy.name")->setText(QStringLiteral("shop.orders"));
        click("destroy.act");
        QTRY_COMPARE(m_control->count<ReconcileSchema>(), 2);
        QCOMPARE(m_control->last<ReconcileSchema>()->confirmation.token, QStringLiteral("token"));
        QCOMPARE(m_control->last<ReconcileSchema>()->confirmation.typedName, QStringLiteral("shop.orders"));
        QCOMPARE(m_control->last<ReconcileSchema>()->id, SchemaId{106});
        QTRY_VERIFY(!part<QDialog>("destroy.dialog"));
    }
};

QTEST_MAIN(DeletesTest)
#include "tst_deletes.moc"
