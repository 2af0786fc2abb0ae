// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsdialog.h"

#include "engine/api/whendone.h"
#include "ui/clearbutton.h"
#include "ui/icons.h"
#include "ui/language.h"
#include "ui/notice.h"
#include "ui/parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimeZone>

#include <algorithm>

namespace leat {

namespace {

constexpr int kMostMemoryMb = 1'000'000;
constexpr int kMostThreads = 256;
constexpr int kMostParallel = 64;

QComboBox* makeChoice(const QList<std::pair<QString, QVariant>>& choices, const QVariant& chosen)
{
    auto* box = new QComboBox;
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    return box;
}

} // namespace

QStringList SettingsDialog::pageIds()
{
    return {QStringLiteral("general"), QStringLiteral("appearance"), QStringLiteral("engine"), QStringLiteral("notifications"), QStringLiteral("paths")};
}

QString SettingsDialog::pageTitle(const QString& id)
{
    const QStringList titles{tr("General"), tr("Appearance"), tr("Engine"), tr("Notifications"), tr("Paths")};
    return titles.value(int(pageIds().indexOf(id)));
}

SettingsDialog::SettingsDialog(Control* control, const Preferences& preferences, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_preferences(preferences)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("settings.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    resizeWithin(this, {760, 520});
    m_search->setObjectName(QStringLiteral("settings.search"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setPlaceholderText(tr("Search settings"));
    showClearButton(m_search);
    showSign(m_search, QStringLiteral("search"));
    m_list->setObjectName(QStringLiteral("settings.pages"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setProperty("role", QStringLiteral("bare"));
    makeGeneral();
    makeAppearance();
    makeEngine();
    makeNotifications();
    makePaths();
    auto* left = new QVBoxLayout;
    setMargins(left, 12, 16, kGrid);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    auto* side = makeFrame("panel");
    side->setLayout(left);
    side->setFixedWidth(232);
    auto* close = makeButton(tr("Close"), "settings.close", "primary");
    auto* footer = makeFrame("footer");
    auto* buttons = new QHBoxLayout(footer);
    setMargins(buttons, 24, 12, kGrid);
    buttons->addWidget(makeLabel(tr("Changes of the window apply at once."), "caption"));
    buttons->addStretch();
    buttons->addWidget(close);
    auto* right = new QVBoxLayout;
    setMargins(right, 0, 0, 0);
    right->addWidget(m_pages, 1);
    right->addWidget(footer);
    auto* row = new QHBoxLayout(this);
    setMargins(row, 0, 0, 0);
    row->addWidget(side);
    row->addLayout(right, 1);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    m_list->setCurrentRow(0);
    m_search->setFocus();
    loadTuning();
}

QFormLayout* SettingsDialog::addPage(const QString& id)
{
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("settings.page.") + id);
    auto* column = new QVBoxLayout(page);
    setMargins(column, 24, 20, 16);
    column->addWidget(makeLabel(pageTitle(id), "title"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeft);
    column->addLayout(form);
    column->addStretch();
    m_pages->addWidget(page);
    m_list->addItem(pageTitle(id));
    m_list->item(m_list->count() - 1)->setSizeHint(QSize(0, 34)); // the padding of the style sheet is not counted by itself
    return form;
}

void SettingsDialog::addRow(QFormLayout* form, const QString& label, const QString& help, QWidget* editor, const char* name)
{
    editor->setObjectName(QString::fromLatin1(name));
    editor->setAccessibleName(label);
    editor->setAccessibleDescription(help);
    editor->setMinimumWidth(qobject_cast<QCheckBox*>(editor) ? 0 : 216);
    Row row;
    row.page = m_pages->count() - 1;
    row.text = label + QLatin1Char(' ') + help + QLatin1Char(' ') + m_list->item(row.page)->text();
    row.editor = editor;
    if (qobject_cast<QCheckBox*>(editor)) {
        form->addRow(editor);
    } else {
        QLabel* text = makeLabel(label);
        text->setMinimumHeight(30);
        text->setBuddy(editor);
        row.label = text;
        form->addRow(text, editor);
    }
    QLabel* explained = makeParagraph(help, "caption");
    explained->setMinimumWidth(300);
    QMargins margins = qobject_cast<QCheckBox*>(editor) ? leadingMargin(kBelowWords) : QMargins();
    margins.setBottom(12);
    explained->setContentsMargins(margins);
    row.help = explained;
    if (row.label != nullptr)
        form->addRow(QString(), explained);
    else
        form->addRow(explained); // below the words of its box, not in the column of the fields
    m_rows.push_back(row);
}

void SettingsDialog::makeGeneral()
{
    QFormLayout* form = addPage(QStringLiteral("general"));
    QList<std::pair<QString, QVariant>> languages{{tr("As the computer"), QStringLiteral("auto")}};
    for (const QString& code : availableLanguages())
        languages << std::pair<QString, QVariant>(QLocale(code).nativeLanguageName(), code);
    QComboBox* language = makeChoice(languages, m_preferences.language);
    addRow(form, tr("Language"), tr("From the next start on."), language, "settings.language");
    QComboBox* start = makeChoice({{tr("Where I was last"), QStringLiteral("last")}, {tr("Home"), QStringLiteral("home")}, {tr("Sources"), QStringLiteral("tables")}}, m_preferences.startPage);
    addRow(form, tr("Start with"), tr("The page that the window opens with."), start, "settings.startPage");
    QList<std::pair<QString, QVariant>> zones{{tr("Of this computer (%1)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())), QString()}, {QStringLiteral("UTC"), QStringLiteral("UTC")}};
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            zones << std::pair<QString, QVariant>(QString::fromLatin1(id), QString::fromLatin1(id));
    QComboBox* zone = makeChoice(zones, m_control->snapshot()->engine.timeZone);
    addRow(form, tr("Time zone of schedules"), tr("Times of day are meant in this zone. Past times are shown in the computer's."), zone, "settings.zone");
    connect(language, &QComboBox::activated, this, [this, language] { m_preferences.language = language->currentData().toString(); tell(); });
    connect(start, &QComboBox::activated, this, [this, start] { m_preferences.startPage = start->currentData().toString(); tell(); });
    connect(zone, &QComboBox::activated, this, [this, zone] { m_control->send(SetTimeZone{zone->currentData().toString()}); });
}

void SettingsDialog::makeAppearance()
{
    QFormLayout* form = addPage(QStringLiteral("appearance"));
    QComboBox* look = makeChoice({{tr("As the desktop"), QStringLiteral("auto")}, {tr("Light"), QStringLiteral("light")}, {tr("Dark"), QStringLiteral("dark")}, {tr("High contrast"), QStringLiteral("contrast")}}, m_preferences.appearance);
    addRow(form, tr("Appearance"), tr("High contrast is white on black."), look, "settings.appearance");
    QList<std::pair<QString, QVariant>> scales;
    for (const int percent : {100, 125, 150, 175, 200})
        scales << std::pair<QString, QVariant>(tr("%1 %").arg(percent), percent);
    QComboBox* scale = makeChoice(scales, m_preferences.scale);
    addRow(form, tr("Size"), tr("On top of what the desktop asks for. From the next start on."), scale, "settings.scale");
    connect(look, &QComboBox::activated, this, [this, look] { m_preferences.appearance = look->currentData().toString(); tell(); });
    connect(scale, &QComboBox::activated, this, [this, scale] { m_preferences.scale = scale->currentData().toInt(); tell(); });
}

QSpinBox* SettingsDialog::addLimit(QFormLayout* form, const QString& label, const QString& help, const QString& unit, int most, const char* name)
{
    auto* box = new QSpinBox;
    box->setRange(0, most);
    box->setSuffix(unit);
    box->setSpecialValueText(tr("Automatic"));
    box->setEnabled(false);
    addRow(form, label, help, box, name);
    connect(box, &QSpinBox::valueChanged, this, [this] { m_saveLimits->setEnabled(true); });
    return box;
}

void SettingsDialog::makeEngine()
{
    QFormLayout* form = addPage(QStringLiteral("engine"));
    m_saveLimits = makeButton(tr("Save limits"), "settings.saveLimits", "primary");
    m_limitsNote = makeParagraph({}, "caption");
    m_runs = addLimit(form, tr("Tables at once"), tr("How many tables are synced at the same time. From the next start on."), {}, kMostParallel, "settings.runs");
    m_readers = addLimit(form, tr("Readers of one table"), tr("How many connections read one large table. From the next start on."), {}, kMostParallel, "settings.readers");
    m_memory = addLimit(form, tr("Memory of the warehouse"), tr("Above it DuckDB uses the disk. From the next start on."), tr(" MB"), kMostMemoryMb, "settings.memory");
    m_threads = addLimit(form, tr("Threads of the warehouse"), tr("From the next start on."), {}, kMostThreads, "settings.threads");
    form->addRow(QString(), m_limitsNote);
    form->addRow(QString(), m_saveLimits);
    m_saveLimits->setEnabled(false);
    connect(m_saveLimits, &QPushButton::clicked, this, &SettingsDialog::saveTuning);
}

void SettingsDialog::makeNotifications()
{
    QFormLayout* form = addPage(QStringLiteral("notifications"));
    const auto add = [&](const QString& label, const QString& help, bool Preferences::*field, const char* name) {
        auto* box = new QCheckBox(label);
        box->setChecked(m_preferences.*field);
        addRow(form, label, help, box, name);
        connect(box, &QCheckBox::toggled, this, [this, field](bool on) {
            m_preferences.*field = on;
            tell();
        });
    };
    add(tr("Tell me about problems"), tr("One message for each cause, not for each table. Never with rows or passwords."), &Preferences::notifyProblems, "settings.notifyProblems");
    add(tr("Tell me when a problem has gone"), tr("Also when it went by itself."), &Preferences::notifyRecovery, "settings.notifyRecovery");
    add(tr("Icon in the tray"), tr("Shows the health, pauses syncs, and opens the window."), &Preferences::tray, "settings.tray");
    add(tr("Keep syncing in the tray when the window is closed"), tr("Quit from the tray's menu or with Ctrl+Q."), &Preferences::closeToTray, "settings.closeToTray");
}

void SettingsDialog::makePaths()
{
    QFormLayout* form = addPage(QStringLiteral("paths"));
    const WorldPtr world = m_control->snapshot();
    const auto add = [&](const QString& label, const QString& help, const QString& path, const char* name) {
        auto* line = new QLineEdit(path);
        line->setReadOnly(true);
        line->setCursorPosition(0);
        addRow(form, label, help, line, name);
        line->setMinimumWidth(340);
    };
    add(tr("Profile"), tr("Everything of this profile is in this folder."), world->engine.profilePath, "settings.profilePath");
    add(tr("Warehouse"), tr("One DuckDB file. Other programs may open it read-only while Leat is closed."), world->engine.warehousePath, "settings.warehousePath");
}

void SettingsDialog::tell() { Q_EMIT changed(m_preferences); }

void SettingsDialog::loadTuning()
{
    whenReplied<EngineTuning>(m_control->send(LoadTuning{}), this, [this](Result<EngineTuning> tuning) {
        if (!tuning) {
            m_limitsNote->setText(noticeOf(tuning.error()).text);
            return;
        }
        const std::pair<QSpinBox*, int> values[] = {{m_memory, tuning->memoryLimitMb}, {m_threads, tuning->threads}, {m_runs, tuning->runs}, {m_readers, tuning->readers}};
        for (const auto& [box, value] : values) {
            box->setValue(value);
            box->setEnabled(true);
        }
        m_saveLimits->setEnabled(false);
    });
}

void SettingsDialog::saveTuning()
{
    m_saveLimits->setEnabled(false);
    whenReplied<Done>(m_control->send(SaveTuning{{m_memory->value(), m_threads->value(), m_runs->value(), m_readers->value()}}), this, [this](Result<Done> reply) {
        m_limitsNote->setText(reply ? tr("Saved.") : noticeOf(reply.error()).text);
        m_saveLimits->setEnabled(!reply);
    });
}

void SettingsDialog::showPage(const QString& id)
{
    m_list->setCurrentRow(std::max(0, int(pageIds().indexOf(id))));
    m_list->setFocus();
}

void SettingsDialog::search(const QString& text)
{
    std::vector<bool> found(size_t(m_pages->count()), false);
    for (const Row& row : m_rows) {
        const bool fits = row.text.contains(text.trimmed(), Qt::CaseInsensitive);
        for (QWidget* part : {row.label, row.editor, row.help})
            if (part != nullptr)
                part->setVisible(fits);
        found[size_t(row.page)] = found[size_t(row.page)] || fits;
    }
    int first = -1;
    for (int page = 0; page < m_list->count(); ++page) {
        m_list->item(page)->setHidden(!found[size_t(page)]);
        first = first < 0 && found[size_t(page)] ? page : first;
    }
    if (first >= 0 && m_list->item(m_list->currentRow())->isHidden())
        m_list->setCurrentRow(first);
}

} // namespace leat
