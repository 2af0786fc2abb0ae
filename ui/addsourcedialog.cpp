// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addsourcedialog.h"

#include "engine/api/frequency.h"
#include "ui/checkview.h"
#include "ui/clearbutton.h"
#include "ui/icons.h"
#include "ui/parts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

#include "models/formatting.h"
#include "ui/settingsform.h"

namespace leat {

using Step = AddSourceFlow::Step;
using Busy = AddSourceFlow::Busy;

AddSourceDialog::AddSourceDialog(Control* control, QWidget* parent)
    : QDialog(parent)
    , m_flow(control)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("addSource.dialog"));
    setWindowTitle(tr("Add a source"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resizeWithin(this, {980, 660});
    m_shown.setSourceModel(&m_choices);
    m_shown.setFilterRole(SearchRole);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown.setSortRole(SortRole);

    auto* steps = makeFrame("panel", this);
    auto* stepRow = new QHBoxLayout(steps);
    setMargins(stepRow, 24, 14, 24);
    int number = 0;
    for (const QString& text : {tr("Type"), tr("Connection"), tr("Tables"), tr("Review")}) {
        m_steps.push_back(makeLabel(QStringLiteral("%1  %2").arg(++number).arg(text), "step"));
        stepRow->addWidget(m_steps.back());
    }
    stepRow->addStretch();

    m_pages->addWidget(makeTypePage());
    m_pages->addWidget(makeConnectionPage());
    m_pages->addWidget(makeTablesPage());
    m_pages->addWidget(makeReviewPage());
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addWidget(steps);
    column->addWidget(makeLine());
    column->addWidget(m_pages, 1);
    column->addWidget(makeFooter());
    connectFlow();
    showStep();
    showState();
}

QWidget* AddSourceDialog::makeTypePage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 24, 24, 16);
    column->addWidget(makeLabel(tr("Where are your data?"), "title"));
    auto* cards = new QHBoxLayout;
    setMargins(cards, 0, 0, 16);
    for (const SourceTypeInfo& type : m_flow.types()) {
        auto* card = makeButton(type.title, "", nullptr, page);
        card->setObjectName(QStringLiteral("addSource.type.") + type.id);
        card->setProperty("role", QStringLiteral("type"));
        card->setIcon(lineIcon(type.id == QLatin1String("sqlite") ? QStringLiteral("file") : QStringLiteral("database")));
        card->setIconSize(QSize(34, 24));
        card->setMinimumWidth(220);
        card->setAutoDefault(true);
        connect(card, &QPushButton::clicked, this, [this, id = type.id] { m_flow.chooseType(id); });
        cards->addWidget(card);
    }
    cards->addStretch();
    column->addLayout(cards);
    column->addSpacing(8);
    column->addWidget(makeLabel(tr("Or paste a connection URL"), "section"));
    m_typeUrl = new QLineEdit;
    m_typeUrl->setObjectName(QStringLiteral("addSource.pasteUrl"));
    m_typeUrl->setAccessibleName(tr("Connection URL"));
    m_typeUrl->setPlaceholderText(m_flow.types().empty() ? QString() : m_flow.types().front().urlExample);
    connect(m_typeUrl, &QLineEdit::returnPressed, this, [this] { takeUrl(m_typeUrl); });
    column->addWidget(m_typeUrl);
    column->addWidget(makeLabel(tr("Press Enter to fill in the fields. A password in the URL goes to the keychain, never into settings or logs."), "caption"));
    column->addStretch();
    return page;
}

QWidget* AddSourceDialog::makeConnectionPage()
{
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    setMargins(row, 0, 0, 0);

    auto* left = new QWidget;
    auto* form = new QVBoxLayout(left);
    setMargins(form, 24, 24, kGrid);
    m_url = new QLineEdit;
    m_url->setObjectName(QStringLiteral("addSource.url"));
    m_url->setAccessibleName(tr("Connection URL"));
    m_url->setPlaceholderText(tr("Paste a URL to fill in the fields"));
    showSign(m_url, QStringLiteral("copy"));
    connect(m_url, &QLineEdit::returnPressed, this, [this] { takeUrl(m_url); });
    // A pasted text is complete at once; typed text waits for Enter.
    connect(m_url, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.contains(QStringLiteral("://")) && text.size() > 12 && m_url->property("last").toString().isEmpty())
            takeUrl(m_url);
        else
            m_url->setProperty("last", text);
    });
    form->addWidget(m_url);
    form->addSpacing(8);
    auto* nameRow = new QHBoxLayout;
    setMargins(nameRow, 0, 0, 16);
    QLabel* nameLabel = makeLabel(tr("Name"));
    nameLabel->setMinimumWidth(120);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("addSource.name"));
    m_name->setAccessibleName(tr("Name of the source"));
    m_name->setToolTip(tr("Also the name of its schema in the warehouse."));
    nameLabel->setBuddy(m_name);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) { m_flow.setName(text); });
    nameRow->addWidget(nameLabel);
    nameRow->addWidget(m_name, 1);
    form->addLayout(nameRow);
    m_nameProblem = makeLabel({}, "problem");
    m_nameProblem->setContentsMargins(136, 0, 0, 0);
    form->addWidget(m_nameProblem);
    m_form = new SettingsForm("addSource.field");
    form->addWidget(m_form);
    form->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("addSource.scroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(left);
    row->addWidget(scroll, 3);

    auto* right = makeFrame("panel");
    auto* check = new QVBoxLayout(right);
    setMargins(check, 24, 24, 16);
    check->addWidget(makeLabel(tr("Connection test"), "section"));
    m_checkHint = makeParagraph(tr("Each step is shown as it happens. Nothing is saved before the last page."), "muted");
    check->addWidget(m_checkHint);
    m_check = new CheckView("addSource.check");
    check->addWidget(m_check);
    m_test = makeButton(tr("Test connection"), "addSource.test");
    m_test->setIcon(lineIcon(QStringLiteral("stethoscope")));
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_tried = true;
        showState();
        m_flow.test();
    });
    check->addWidget(m_test, 0, Qt::AlignLeft);
    check->addStretch();
    row->addWidget(right, 2);
    return page;
}

QWidget* AddSourceDialog::makeFooter()
{
    auto* footer = makeFrame("footer", this);
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    m_busy = makeLabel({}, "muted");
    m_close = makeButton(tr("Cancel"), "addSource.cancel");
    m_back = makeButton(tr("Back"), "addSource.back");
    m_createOnly = makeButton(tr("Create only"), "addSource.createOnly");
    m_createOnly->setToolTip(tr("Nothing syncs until you ask for it, or choose a frequency."));
    m_next = makeButton(tr("Continue"), "addSource.next", "primary");
    m_next->setAutoDefault(true);
    m_next->setDefault(true);
    row->addWidget(m_busy);
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_back);
    row->addWidget(m_createOnly);
    row->addWidget(m_next);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, &m_flow, &AddSourceFlow::back);
    connect(m_next, &QPushButton::clicked, this, &AddSourceDialog::goOn);
    connect(m_createOnly, &QPushButton::clicked, this, [this] {
        std::vector<TableChoice> choices = m_choices.choices();
        for (TableChoice& choice : choices)
            choice.config.syncFrequency = SyncFrequency::Never; // a schedule would start the first sync at once
        m_flow.create(std::move(choices), false);
    });
    return footer;
}

void AddSourceDialog::connectFlow()
{
    connect(&m_flow, &AddSourceFlow::stepChanged, this, &AddSourceDialog::showStep);
    connect(&m_flow, &AddSourceFlow::changed, this, &AddSourceDialog::showState);
    connect(&m_flow, &AddSourceFlow::tablesLoaded, this, [this] { m_choices.setTables(m_flow.tables()); });
    connect(&m_flow, &AddSourceFlow::urlParsed, this, [this] {
        m_formType.clear(); // fill the fields anew
        m_url->clear();
        m_typeUrl->clear();
        showState();
    });
    connect(&m_flow, &AddSourceFlow::finished, this, [this](SourceId id) {
        Q_EMIT sourceAdded(id);
        accept();
    });
    connect(m_form, &SettingsForm::edited, &m_flow, &AddSourceFlow::setSetting);
    connect(m_form, &SettingsForm::secretEdited, this, [this](const QString& key) { m_flow.setSecret(key, m_form->takeSecret(key)); });
    connect(&m_choices, &TableChoiceModel::choiceChanged, this, &AddSourceDialog::showState);
}

void AddSourceDialog::takeUrl(QLineEdit* field)
{
    QString text = field->text().trimmed();
    if (text.isEmpty())
        return;
    m_flow.parseUrl(Secret::take(text));
}

void AddSourceDialog::goOn()
{
    m_tried = true;
    if (m_flow.step() == Step::Type && !m_typeUrl->text().isEmpty())
        return takeUrl(m_typeUrl);
    if (m_flow.step() == Step::Review)
        return m_flow.create(m_choices.choices(), m_choices.checkedCount() > 0, m_choices.frequency().value_or(suggestedFrequency(SyncType::FullRefresh)));
    showState();
    m_flow.next();
}

void AddSourceDialog::showStep()
{
    const Step step = m_flow.step();
    if (step == Step::Finished)
        return;
    m_pages->setCurrentIndex(int(step));
    for (size_t i = 0; i < m_steps.size(); ++i)
        setLook(m_steps[i], "current", int(i) == int(step));
    if (step == Step::Review)
        showReview();
    showState();
    if (step == Step::Type && m_pages->isVisible())
        m_pages->currentWidget()->setFocus();
    else if (step == Step::Connection)
        m_form->firstField() ? m_form->firstField()->setFocus() : m_name->setFocus();
    else if (step == Step::Tables)
        m_tables->setFocus();
    else if (step == Step::Review)
        m_next->setFocus();
}

QString AddSourceDialog::busyText() const
{
    switch (m_flow.busy()) {
    case Busy::Nothing: return {};
    case Busy::ParsingUrl: return tr("Reading the URL…");
    case Busy::Testing: return tr("Testing the connection…");
    case Busy::ListingTables: return tr("Listing the tables…");
    case Busy::Creating: return tr("Creating the source…");
    }
    return {};
}

void AddSourceDialog::showState()
{
    const Step step = m_flow.step();
    if (const SourceTypeInfo* type = m_flow.type(); type && m_formType != type->id) {
        m_formType = type->id;
        m_tried = false;
        m_form->setType(*type);
        for (const SettingSpec& spec : type->settings) {
            if (spec.kind == SettingSpec::Kind::Secret)
                m_form->setSecretPresent(spec.key, m_flow.hasSecret(spec.key));
            else
                m_form->setValue(spec.key, m_flow.setting(spec.key));
        }
        m_url->setPlaceholderText(tr("Paste a URL: %1").arg(type->urlExample));
    }
    if (m_name->text() != m_flow.name())
        m_name->setText(m_flow.name());
    const QMap<QString, QString> problems = m_flow.problems();
    m_form->setProblems(problems, m_tried);
    const QString nameProblem = problems.value(QStringLiteral("name"));
    m_nameProblem->setText(nameProblem);
    m_nameProblem->setVisible(!nameProblem.isEmpty());
    setLook(m_name, "invalid", !nameProblem.isEmpty());

    m_check->setReport(m_flow.report());
    m_checkHint->setVisible(m_flow.report().steps.empty());
    if (step == Step::Connection && m_flow.error())
        m_check->setError(m_flow.error());
    m_error->setError(step == Step::Review ? m_flow.error() : std::nullopt);
    m_busy->setText(busyText());
    m_test->setEnabled(m_flow.busy() == Busy::Nothing);

    const bool review = step == Step::Review;
    m_back->setVisible(step != Step::Type);
    m_createOnly->setVisible(review && m_choices.checkedCount() > 0);
    m_createOnly->setEnabled(m_flow.busy() == Busy::Nothing);
    m_next->setText(review ? (m_choices.checkedCount() > 0 ? tr("Create and sync") : tr("Create source")) : tr("Continue"));
    m_next->setEnabled(step == Step::Type ? m_flow.busy() == Busy::Nothing
            : step == Step::Connection    ? m_flow.busy() == Busy::Nothing && (!m_tried || problems.isEmpty())
            : step == Step::Tables        ? m_flow.canGoNext() && m_choices.problemCount() == 0
                                          : m_flow.busy() == Busy::Nothing);
    const qint64 rows = m_choices.checkedRows();
    QString summary = tr("%1 of %n table(s) ticked", nullptr, m_choices.rowCount()).arg(m_choices.checkedCount());
    if (rows > 0)
        summary += QStringLiteral(" · ") + tr("about %1 rows").arg(formatShortCount(rows));
    if (const int wrong = m_choices.problemCount(); wrong > 0)
        summary += QStringLiteral(" · ") + tr("%n table(s) need a cursor or key", nullptr, wrong);
    m_tablesSummary->setText(summary);
}

} // namespace leat
