// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/protection.h"
#include "models/roles.h"
#include "models/sourcetablemodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/destroydialog.h"
#include "ui/protectionmark.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QCheckBox>
#include <QDialog>

using namespace leat;
using namespace leat::test;

namespace {

const SourceId kBilling{2};
const SchemaId kInvoices{201};

World productionShop()
{
    World world = worlds::shop();
    for (SourceInfo& source : world.sources)
        if (source.id == kBilling)
            source.settings.insert(QLatin1String(kProductionKey), QStringLiteral("true"));
    for (SourceTypeInfo& type : world.sourceTypes) {
        QStringList words;
        for (const QString& name : protectionNames())
            words << protectionExplained(*protectionFromString(name));
        type.settings.push_back({QLatin1String(kProtectionKey), QStringLiteral("Protection"), {}, SettingSpec::Kind::Choice,
            toString(Protection::TypeName), protectionNames(), false, true, words});
        type.settings.push_back({QLatin1String(kProductionKey), QStringLiteral("Production"), QStringLiteral("Mark it everywhere"),
            SettingSpec::Kind::Boolean, QStringLiteral("false"), {}, false, true});
    }
    return world;
}

} // namespace

class ProtectionTest : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void levelsAndMarks()
    {
        SourceInfo source;
        QVERIFY(protectionOf(source) == Protection::TypeName);
        QVERIFY(protectionMark(source).isEmpty());
        source.settings = {{QLatin1String(kProductionKey), QStringLiteral("true")}, {QLatin1String(kProtectionKey), QStringLiteral("off")}};
        QVERIFY(protectionOf(source) == Protection::TypeName);
        QCOMPARE(protectionMark(source), QStringLiteral("Production"));
        source.settings[QLatin1String(kProtectionKey)] = QStringLiteral("read_only");
        QCOMPARE(protectionMark(source), QStringLiteral("Production, read-only"));
        source.settings.remove(QLatin1String(kProductionKey));
        QCOMPARE(protectionMark(source), QStringLiteral("Read-only"));
    }

    void theWordIsEverywhereInTheWindow()
    {
        open(productionShop());
        auto* card = part<QFrame>("nav.protected");
        QVERIFY(card);
        QCOMPARE(card->accessibleName(), QStringLiteral("Protected sources: billing"));
        const SourceTableModel& model = m_window->sourcesPage()->model();
        const QModelIndex table = model.indexOf(kInvoices);
        QCOMPARE(table.data(MarkRole).toString(), QStringLiteral("Production"));
        QCOMPARE(table.parent().data(MarkRole).toString(), QStringLiteral("Production"));
        QCOMPARE(table.parent().data(Qt::AccessibleTextRole).toString(), QStringLiteral("Source billing, Production"));
        QVERIFY(model.indexOf(SchemaId{101}).data(MarkRole).toString().isEmpty());
        clickRow(kInvoices);
        QVERIFY(part<QFrame>("details.mark"));
        QCOMPARE(part<QFrame>("details.mark")->accessibleName(), QStringLiteral("Production"));
        clickRow(SchemaId{101});
        QVERIFY(!part<QFrame>("details.mark"));
        // Off again: nothing is left of it.
        m_control->edit([](World& world) {
            for (SourceInfo& source : world.sources)
                source.settings.remove(QLatin1String(kProductionKey));
        });
        ChangeSet changes;
        changes.sources = {kBilling};
        m_control->tell(changes);
        QTRY_VERIFY(!part<QFrame>("nav.protected"));
    }

    void everyDialogThatActsIsFramed_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"schema.dialog", "source.dialog", "rotate.dialog", "rewind.dialog", "diagnosis.dialog", "destroy.dialog"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyDialogThatActsIsFramed()
    {
        QFETCH(QString, name);
        for (const bool protectedOne : {true, false}) {
            open(productionShop());
            const SchemaId table = protectedOne ? kInvoices : SchemaId{101};
            const SourceId source = protectedOne ? kBilling : SourceId{1};
            if (name == QLatin1String("schema.dialog"))
                m_window->openSchemaDialog(table);
            else if (name == QLatin1String("source.dialog"))
                m_window->openSourceDialog(source);
            else if (name == QLatin1String("rotate.dialog"))
                m_window->openRotate(source);
            else if (name == QLatin1String("rewind.dialog"))
                m_window->openRewind(table);
            else if (name == QLatin1String("diagnosis.dialog"))
                m_window->openDiagnosis(source, table);
            else
                (new DestroyDialog(m_control.get(), {DestructiveAction::DeleteData, {table}, {}, false, {}}, m_window.get()))->open();
            auto* dialog = m_window->findChild<QDialog*>(name);
            QVERIFY(dialog);
            QTRY_VERIFY(dialog->isVisible());
            auto* banner = dialog->findChild<QFrame*>(QStringLiteral("protection.banner"));
            QCOMPARE(banner != nullptr, protectedOne);
            QCOMPARE(dialog->property("production").toBool(), protectedOne);
            if (banner)
                QVERIFY(banner->accessibleName().startsWith(QStringLiteral("Production: billing.")));
        }
    }

    void theLevelIsChosenInWords()
    {
        open(productionShop());
        m_window->openSourceDialog(SourceId{1});
        QTRY_VERIFY(part<QComboBox>("source.field.protection"));       // without "More settings"
        auto* level = part<QComboBox>("source.field.protection");
        QCOMPARE(level->currentData().toString(), QStringLiteral("type_name"));
        QCOMPARE(level->count(), 4);
        QCOMPARE(level->itemText(3), protectionExplained(Protection::ReadOnly));
        level->setFocus();
        QTest::keyClick(level, Qt::Key_Down);
        QCOMPARE(level->currentData().toString(), QStringLiteral("read_only"));
        auto* production = part<QCheckBox>("source.field.production");
        production->setFocus();
        QTest::keyClick(production, Qt::Key_Space);
        click("source.testSaveSync");
        QTRY_COMPARE(m_control->count<UpdateSource>(), 1);
        const UpdateSource* sent = m_control->last<UpdateSource>();
        QCOMPARE(sent->settings.value(QLatin1String(kProtectionKey)), QStringLiteral("read_only"));
        QCOMPARE(sent->settings.value(QLatin1String(kProductionKey)), QStringLiteral("true"));
    }

    void colourIsReadable()
    {
        for (const Theme& theme : {lightTheme(), darkTheme(), contrastTheme()}) {
            QVERIFY(contrastRatio(theme.production, theme.surface) >= 4.5);
            QVERIFY(contrastRatio(theme.production, theme.productionSoft) >= 4.5);
        }
    }
};

QTEST_MAIN(ProtectionTest)
#include "tst_protection.moc"
