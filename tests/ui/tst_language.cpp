// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formatting.h"
#include "tests/support/pseudotranslator.h"
#include "tests/ui/windowfixture.h"
#include "ui/language.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabBar>

using namespace leat;
using namespace leat::test;

/// Every text of the window can be translated, fits when it is longer, and is there in German.
class LanguageTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsTranslatable();
    void germanIsChosenByItsName();
    void germanFits();

private:
    /// Visits pages and dialogs; `look` is called at each with its name and its widget.
    void visit(const std::function<void(const QString&, QWidget&)>& look);
};

namespace {

/// What the scripted engine says, which a real one would translate: longer ones first.
QStringList wordsOf(const World& world)
{
    QStringList words;
    for (const SourceTypeInfo& type : world.sourceTypes) {
        words << type.title;
        for (const SettingSpec& setting : type.settings)
            words << setting.label << setting.help;
    }
    for (const Incident& incident : world.incidents) {
        words << incident.diagnosis.cause << incident.diagnosis.advice << incident.diagnosis.notSuggested;
        for (const DiagnosisAction& action : incident.diagnosis.actions)
            words << action.words << action.effectText;
    }
    words.removeAll(QString());
    std::sort(words.begin(), words.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    return words;
}

/// Words of the scripted world, of protocols and of products: the same in every language.
bool isData(const QString& text, const QStringList& words)
{
    static const QRegularExpression sentence(QStringLiteral("\\b[A-Z][a-z]{2,}|[a-z]{2,} [a-z]{2,}"));
    static const QRegularExpression names(QStringLiteral("PostgreSQL|SQLite|DuckDB|Leat|GPL-3\\S*|Ctrl\\+\\S+|Shift\\+\\S+|Alt\\+\\S+|\\bF\\d+|Europe/\\w+|Etc/\\w+|UTC"));
    QString rest = text;
    for (const QString& word : words)
        rest.remove(word);
    rest.remove(names);
    return !rest.contains(sentence);
}

/// Parts of Qt's own widgets speak Qt's own texts.
bool isOfQt(const QWidget& widget)
{
    return widget.objectName().startsWith(QLatin1String("qt_")) || widget.objectName().startsWith(QLatin1String("Scroll"));
}

/// What a person reads or hears of a widget, by the place it is in.
QList<std::pair<QString, QString>> textsOf(QWidget& widget)
{
    QList<std::pair<QString, QString>> texts{{QStringLiteral("tip"), widget.toolTip()}, {QStringLiteral("accessible name"), widget.accessibleName()}, {QStringLiteral("what's this"), widget.whatsThis()}};
    if (widget.isWindow())
        texts << std::pair(QStringLiteral("title"), widget.windowTitle());
    if (auto* button = qobject_cast<QAbstractButton*>(&widget))
        texts << std::pair(QStringLiteral("button"), button->text());
    if (auto* box = qobject_cast<QGroupBox*>(&widget))
        texts << std::pair(QStringLiteral("group"), box->title());
    if (auto* line = qobject_cast<QLineEdit*>(&widget))
        texts << std::pair(QStringLiteral("placeholder"), line->placeholderText());
    if (auto* tabs = qobject_cast<QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            texts << std::pair(QStringLiteral("tab"), tabs->tabText(i));
    if (auto* view = qobject_cast<QAbstractItemView*>(&widget); view && view->model() && widget.isVisible() && !qobject_cast<QComboBox*>(widget.parentWidget()))
        for (int i = 0; i < view->model()->columnCount(); ++i)
            if (view->model()->headerData(i, Qt::Horizontal).typeId() == QMetaType::QString)
                texts << std::pair(QStringLiteral("header"), view->model()->headerData(i, Qt::Horizontal).toString());
    for (QAction* action : widget.actions())
        if (!action->objectName().startsWith(QLatin1String("_q_")))
            texts << std::pair(QStringLiteral("action"), action->text()) << std::pair(QStringLiteral("status tip"), action->statusTip());
    return texts;
}

QString nameOf(const QWidget& widget)
{
    QString name = widget.objectName();
    for (const QWidget* up = &widget; name.isEmpty() && (up = up->parentWidget());)
        name = up->objectName().isEmpty() ? QString() : QString::fromLatin1(widget.metaObject()->className()) + QStringLiteral(" in ") + up->objectName();
    return name;
}

/// Labels and buttons that show less than their whole text.
bool isCut(QWidget& widget)
{
    if (!widget.isVisible() || widget.visibleRegion().isEmpty())
        return false;
    if (auto* label = qobject_cast<QLabel*>(&widget)) {
        if (label->text().isEmpty() || label->metaObject() != &QLabel::staticMetaObject) // others shorten by themselves, with a tip
            return false;
        return label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 2 : label->sizeHint().width() > label->width() + 2;
    }
    auto* button = qobject_cast<QAbstractButton*>(&widget);
    return button && !button->text().isEmpty() && button->inherits("QPushButton") && button->sizeHint().width() > button->width() + 2;
}

/// Replies come and layouts settle: what stays cut for a second is cut.
QStringList cutIn(QWidget& top)
{
    QStringList cut;
    const auto none = [&] {
        cut.clear();
        for (QWidget* widget : top.findChildren<QWidget*>())
            if (isCut(*widget))
                cut << QStringLiteral("%1 is cut (%2 of %3): %4").arg(nameOf(*widget)).arg(widget->width()).arg(widget->sizeHint().width()).arg(widget->property("text").toString());
        return cut.isEmpty();
    };
    (void)QTest::qWaitFor(none, 1000);
    return cut;
}

} // namespace

void LanguageTest::visit(const std::function<void(const QString&, QWidget&)>& look)
{
    const WindowActions& go = m_window->actions();
    const auto page = [&](const char* name, QAction* action) {
        action->trigger();
        look(QString::fromLatin1(name), *m_window);
    };
    page("sources", go.goTables);
    page("home", go.goHome);
    page("history", go.goHistory);
    page("problems", go.goProblems);
    page("sources again", go.goTables);
    clickRow(SchemaId{106});
    look(QStringLiteral("details"), *m_window);
    const auto dialog = [&](const char* name, const std::function<void()>& opened) {
        opened();
        const auto shown = [&]() -> QWidget* {
            for (QDialog* found : m_window->findChildren<QDialog*>())
                if (found->isVisible())
                    return found;
            return nullptr;
        };
        QTRY_VERIFY2(shown() != nullptr, name);
        look(QString::fromLatin1(name), *shown());
        static_cast<QDialog*>(shown())->close();
        QTRY_VERIFY2(shown() == nullptr, name);
    };
    dialog("add source", [&] { m_window->openAddSource(); });
    dialog("table", [&] { m_window->openSchemaDialog(SchemaId{106}); });
    dialog("recipe", [&] { m_window->openRecipe(SchemaId{106}, RecipeId::ReplaceCursor); });
    dialog("recipe that is not possible", [&] { m_window->openRecipe(SchemaId{106}, RecipeId::ToCdc); });
    dialog("source", [&] { m_window->openSourceDialog(SourceId{2}); });
    dialog("credentials", [&] { m_window->openRotate(SourceId{2}); });
    dialog("trash", [&] { m_window->openTrash(); });
    dialog("delete", [&] { go.deleteData->trigger(); });
    dialog("rewind", [&] { m_window->openRewind(SchemaId{106}); });
    dialog("welcome", [&] { m_window->openWelcome(); });
    dialog("diagnosis", [&] { m_window->openDiagnosis(SourceId{2}, {}); });
    for (const char* part : {"general", "appearance", "engine", "notifications"})
        dialog(part, [&] { m_window->openSettings(QString::fromLatin1(part)); });
    dialog("shortcuts", [&] { go.shortcuts->trigger(); });
    dialog("search language", [&] { go.searchHelp->trigger(); });
}

void LanguageTest::everyTextIsTranslatable()
{
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    open(worlds::shop());
    QSet<QString> faults;
    const QStringList words = wordsOf(*m_control->snapshot());
    visit([&](const QString& where, QWidget& top) {
        for (const QString& cut : cutIn(top))
            faults << where + QStringLiteral(": ") + cut;
        QList<QWidget*> all = top.findChildren<QWidget*>();
        all.prepend(&top);
        for (QWidget* widget : all) {
            for (const auto& [kind, text] : textsOf(*widget))
                if (!PseudoTranslator::isPseudo(text) && !isData(text, words) && !isOfQt(*widget))
                    faults << QStringLiteral("%1: %2 of %3 is not translated: %4").arg(where, kind, nameOf(*widget), text);
        }
    });
    QCoreApplication::removeTranslator(&pseudo);
    // Asked for under the very name that the German file has it by.
    QTranslator german;
    (void)availableLanguages(); // brings the resources
    QVERIFY(german.load(QStringLiteral(":/i18n/leat_de.qm")));
    QVERIFY(pseudo.asked().size() > 300);
    for (const PseudoTranslator::Asked& one : pseudo.asked())
        if (german.translate(one.context.constData(), one.source.constData(), one.comment.constData(), one.n).isEmpty())
            faults << QStringLiteral("no German: %1: %2").arg(QString::fromLatin1(one.context), QString::fromUtf8(one.source));
    QStringList list(faults.begin(), faults.end());
    list.sort();
    for (const QString& fault : list)
        qWarning("%s", qPrintable(fault));
    QVERIFY(list.isEmpty());
}

void LanguageTest::germanIsChosenByItsName()
{
    QVERIFY(availableLanguages().contains(QStringLiteral("de")));
    QVERIFY(hasLanguage(QStringLiteral("de")) && hasLanguage(QStringLiteral("de_AT")) && hasLanguage(QStringLiteral("auto")));
    QVERIFY(!hasLanguage(QStringLiteral("tlh")));
    installLanguage(*qApp, QStringLiteral("de"));
    QCOMPARE(QLocale().language(), QLocale::German);
    open(worlds::shop());
    QCOMPARE(m_window->actions().quit->text(), QStringLiteral("&Beenden"));
    QCOMPARE(QCoreApplication::translate("leat::SourcesPage", "%n source(s)", nullptr, 1), QStringLiteral("1 Quelle"));
    QCOMPARE(QCoreApplication::translate("leat::SourcesPage", "%n source(s)", nullptr, 2), QStringLiteral("2 Quellen"));
    QCOMPARE(formatShortCount(12'140'331), QString::fromUtf8("12,1\u00a0Mio."));
}

void LanguageTest::germanFits()
{
    open(worlds::shop());
    QStringList faults;
    visit([&](const QString& where, QWidget& top) {
        for (const QString& cut : cutIn(top))
            faults << where + QStringLiteral(": ") + cut;
    });
    // A letter must not open two entries of one menu.
    for (QMenu* menu : m_window->menuBar()->findChildren<QMenu*>()) {
        QSet<QChar> seen;
        for (QAction* action : menu->actions()) {
            const qsizetype at = action->text().indexOf(QLatin1Char('&'));
            if (at < 0)
                continue;
            const QChar letter = action->text().at(at + 1).toLower();
            if (seen.contains(letter))
                faults << QStringLiteral("%1: %2 twice, at %3").arg(menu->objectName(), letter, action->text());
            seen << letter;
        }
    }
    for (const QString& fault : faults)
        qWarning("%s", qPrintable(fault));
    QVERIFY(faults.isEmpty());
}

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
