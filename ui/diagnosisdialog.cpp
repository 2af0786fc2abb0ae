// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnosisdialog.h"

#include "engine/api/commandwords.h"
#include "engine/api/unavailable.h"
#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/incidenttext.h"
#include "ui/checkview.h"
#include "ui/facts.h"
#include "ui/fixer.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace leat {

namespace {

constexpr int kPatienceMs = 4000;      // an action that syncs nothing is looked at after that

QString stepWord(int step)
{
    const QStringList words{DiagnosisDialog::tr("What happened"), DiagnosisDialog::tr("Why"), DiagnosisDialog::tr("What to do"), DiagnosisDialog::tr("Confirm"), DiagnosisDialog::tr("Result")};
    return words.value(step);
}

/// Whether the window does the action by itself, once it was told to.
bool isDoneHere(const QString& action)
{
    static const QStringList here{QStringLiteral("sync"), QStringLiteral("pause"), QStringLiteral("resume"), QStringLiteral("refresh"), QStringLiteral("verify"), QStringLiteral("cancel"), QStringLiteral("cancel-sync"), QStringLiteral("accept-empty"), QStringLiteral("resync")};
    return here.contains(action);
}

bool passes(const DiagnosisReport& report)
{
    return report.check && report.check->ok();
}

QVBoxLayout* column(QWidget* page)
{
    auto* layout = new QVBoxLayout(page);
    setMargins(layout, 0, 0, 12);
    return layout;
}

} // namespace

DiagnosisDialog::DiagnosisDialog(Control* control, Fixer* fixer, SourceId source, SchemaId schema, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_fixer(fixer)
    , m_source(source)
    , m_schema(schema)
    , m_pages(new QStackedWidget(this))
    , m_back(makeButton(tr("Back"), "diagnosis.back"))
    , m_next(makeButton({}, "diagnosis.next", "primary"))
    , m_close(makeButton(tr("Cancel"), "diagnosis.close"))
{
    setObjectName(QStringLiteral("diagnosis.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Diagnosis"));
    resizeWithin(this, {720, 560});
    m_subject = makeLabel({}, "title");
    for (QWidget* page : {makeWhat(), makeWhy(), makeWays(), makeConfirm(), makeResult()})
        m_pages->addWidget(page);
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addWidget(m_subject);
    content->addWidget(makeSteps());
    content->addWidget(makeLine());
    content->addWidget(m_pages, 1);
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* copy = makeButton(tr("Copy"), "diagnosis.copy", "link");
    row->addWidget(copy);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_close);
    row->addWidget(m_next);
    m_next->setDefault(true);
    auto* outer = new QVBoxLayout(this);
    setMargins(outer, 0, 0, 0);
    outer->addLayout(content, 1);
    outer->addWidget(footer);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
    connect(m_back, &QPushButton::clicked, this, &DiagnosisDialog::back);
    connect(m_next, &QPushButton::clicked, this, &DiagnosisDialog::next);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(control, &Control::changed, this, [this](const ChangeSet& changes) {
        for (const RunInfo& run : changes.finishedRuns)
            if (!m_thenSync && (run.sourceId == m_report.sourceId || run.schemaId == m_schema)) {
                m_settled = m_elsewhere = false; // it may be solved, or failed anew
                if (run.status != RunStatus::Cancelled)
                    m_patience.stop();
            }
        watch();
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &DiagnosisDialog::watch);
    frameIfProtected(this, *control->snapshot(), schema.isValid() ? sourcesOf(*control->snapshot(), {schema}) : std::vector<SourceId>{source});
    go(What);
    look(false);
}

QWidget* DiagnosisDialog::makeSteps()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    setMargins(row, 0, 0, 16);
    for (int step = 0; step < StepCount; ++step) {
        QLabel* label = makeLabel(tr("%1 %2").arg(step + 1).arg(stepWord(step)), "step");
        m_stepLabels.push_back(label);
        row->addWidget(label);
    }
    row->addStretch();
    return box;
}

QWidget* DiagnosisDialog::makeWhat()
{
    auto* page = new QWidget;
    QVBoxLayout* list = column(page);
    m_summary = makeParagraph(tr("Looking…"), "strong");
    m_facts = new FactGrid;
    m_facts->fillBelow();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("diagnosis.facts"));
    scroll->setAccessibleName(tr("What was seen"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_facts);
    m_facts->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_raw = new QPlainTextEdit;
    m_raw->setObjectName(QStringLiteral("diagnosis.raw"));
    m_raw->setAccessibleName(tr("Raw text of the failure"));
    m_raw->setReadOnly(true);
    m_raw->setTabChangesFocus(true);
    m_raw->setFont(fixedFont());
    m_raw->setMaximumHeight(120);
    m_raw->hide();
    auto* details = makeButton(tr("Details"), "diagnosis.details", "link");
    connect(details, &QPushButton::clicked, this, [this] { m_raw->setVisible(!m_raw->isVisible()); });
    list->addWidget(m_summary);
    list->addWidget(scroll, 1);
    list->addWidget(details, 0, Qt::AlignLeft);
    list->addWidget(m_raw);
    return page;
}

QWidget* DiagnosisDialog::makeWhy()
{
    auto* page = new QWidget;
    QVBoxLayout* list = column(page);
    m_cause = makeParagraph({}, "heading");
    m_cause->setObjectName(QStringLiteral("diagnosis.cause"));
    m_confidence = makeLabel({}, "caption");
    m_advice = makeParagraph({}, nullptr);
    m_others = makeParagraph({}, "muted");
    m_check = new CheckView("diagnosis.check");
    for (QWidget* part : std::initializer_list<QWidget*>{m_cause, m_confidence, m_advice, m_check, m_others})
        list->addWidget(part);
    list->addStretch();
    return page;
}

QWidget* DiagnosisDialog::makeWays()
{
    auto* page = new QWidget;
    QVBoxLayout* list = column(page);
    m_waysList = new QVBoxLayout;
    setMargins(m_waysList, 0, 0, kGrid);
    m_notSuggested = makeParagraph({}, "muted");
    list->addLayout(m_waysList);
    list->addWidget(m_notSuggested);
    list->addStretch();
    return page;
}

QWidget* DiagnosisDialog::makeConfirm()
{
    auto* page = new QWidget;
    QVBoxLayout* list = column(page);
    m_confirm = makeParagraph({}, "heading");
    list->addWidget(m_confirm);
    list->addWidget(makeParagraph(tr("Nothing has been done yet."), "muted"));
    list->addStretch();
    return page;
}

QWidget* DiagnosisDialog::makeResult()
{
    auto* page = new QWidget;
    QVBoxLayout* list = column(page);
    m_result = makeParagraph({}, "heading");
    m_result->setObjectName(QStringLiteral("diagnosis.result"));
    m_resultText = makeParagraph({}, "muted");
    m_again = new CheckView("diagnosis.again");
    for (QWidget* part : std::initializer_list<QWidget*>{m_result, m_resultText, m_again})
        list->addWidget(part);
    list->addStretch();
    return page;
}

void DiagnosisDialog::look(bool again)
{
    const quint64 asked = ++m_asked;
    const QPointer<CheckView> view(again ? m_again : m_check);
    Diagnose command;
    command.source = m_source;
    command.schema = m_schema;
    command.onStep = [view](const CheckReport& report) {
        if (view)
            view->setReport(report);
    };
    whenReplied<DiagnosisReport>(m_control->send(std::move(command)), this, [this, asked, again](Result<DiagnosisReport> report) {
        if (asked != m_asked)
            return;
        if (!report) {
            (again ? m_resultText : m_summary)->setText(noticeOf(report.error()).text);
            m_next->setEnabled(again);
            return;
        }
        again ? showResult(*report) : showReport(*report);
    });
}

void DiagnosisDialog::showReport(const DiagnosisReport& report)
{
    m_report = report;
    m_subject->setText(report.subject);
    setWindowTitle(tr("Diagnosis of %1").arg(report.subject));
    QString summary = report.diagnosis.cause;
    if (report.affected.size() > 1)
        summary += QLatin1Char(' ') + tr("%n table(s) affected.", nullptr, int(report.affected.size()));
    if (report.since.isValid())
        summary += QLatin1Char(' ') + tr("Since %1.").arg(formatMoment(report.since));
    m_summary->setText(summary);
    m_facts->begin();
    static constexpr const char* kSigns[] = {"✓ ", "! ", "✗ ", ""};
    for (const DiagnosisFact& fact : report.facts)
        m_facts->add(fact.name, QString::fromUtf8(kSigns[int(fact.state)]) + fact.text);
    m_facts->end();
    m_raw->setPlainText(report.rawText);
    m_cause->setText(report.diagnosis.isUnknown() ? tr("We could not classify this.") + QLatin1Char(' ') + report.diagnosis.cause : report.diagnosis.cause);
    m_confidence->setText(tr("Confidence: %1 · rule %2").arg(confidenceWord(report.diagnosis.confidence), report.diagnosis.ruleId));
    m_advice->setText(report.diagnosis.advice);
    QStringList others;
    for (const Diagnosis& other : report.others)
        others << other.cause;
    m_others->setText(others.isEmpty() ? QString() : tr("Also possible: %1").arg(others.join(QLatin1Char(' '))));
    if (report.check)
        m_check->setReport(*report.check);
    showWays();
    go(m_step);
}

void DiagnosisDialog::showWays()
{
    delete m_ways;
    m_ways = new QButtonGroup(this);
    while (QLayoutItem* item = m_waysList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (size_t i = 0; i < m_report.diagnosis.actions.size(); ++i) {
        const DiagnosisAction& action = m_report.diagnosis.actions[i];
        auto* radio = new QRadioButton(tr("%1 (%2)").arg(action.words, effectWord(action.effect)));
        radio->setObjectName(QStringLiteral("diagnosis.action.") + action.id);
        radio->setAccessibleDescription(action.effectText);
        m_ways->addButton(radio, int(i));
        m_waysList->addWidget(radio);
        QString said = action.command.isEmpty() ? action.effectText : tr("%1 On the command line: %2").arg(action.effectText, action.command);
        if (const QString note = placeholderNote(action.id); !note.isEmpty())
            said += QLatin1Char(' ') + note;
        if (const QString reason = unavailableReason(action.id); !reason.isEmpty()) {
            radio->setEnabled(false);
            radio->setAccessibleDescription(reason);
            said = reason;
        }
        QLabel* effect = makeParagraph(said, "caption");
        effect->setContentsMargins(leadingMargin(kBelowWords));
        m_waysList->addWidget(effect);
    }
    for (QAbstractButton* way : m_ways->buttons())
        if (way->isEnabled()) {
            way->setChecked(true);
            break;
        }
    connect(m_ways, &QButtonGroup::idToggled, this, [this] { go(m_step); });
    m_notSuggested->setText(m_report.diagnosis.notSuggested.isEmpty() ? QString() : tr("Not suggested. %1").arg(m_report.diagnosis.notSuggested));
}

const DiagnosisAction* DiagnosisDialog::chosen() const
{
    const int at = m_ways ? m_ways->checkedId() : -1;
    return at >= 0 && at < int(m_report.diagnosis.actions.size()) ? &m_report.diagnosis.actions[size_t(at)] : nullptr;
}

void DiagnosisDialog::go(Step step)
{
    m_step = step;
    m_pages->setCurrentIndex(step);
    for (int i = 0; i < StepCount; ++i)
        setLook(m_stepLabels[size_t(i)], "current", i == step);
    const DiagnosisAction* action = chosen();
    const bool known = !m_report.subject.isEmpty();
    const bool acts = (step == Ways && action && action->effect == ActionEffect::KeepsData) || step == Confirm;
    m_back->setVisible(step > What && step < Result_);
    m_close->setText(step == Result_ ? tr("Close") : tr("Cancel"));
    m_next->setVisible(true);
    m_next->setText(step == Result_ ? tr("Check and sync") : acts && action ? action->words : tr("Next"));
    m_next->setEnabled(known && (step != Ways || action != nullptr));
    if (step == Confirm && action)
        m_confirm->setText(tr("%1: %2 %3").arg(m_report.subject, action->words + QLatin1Char('.'), action->effectText));
}

void DiagnosisDialog::back()
{
    if (m_step == Result_)
        showReport(m_latest); // it may be another cause by now, with other ways
    go(m_step == Confirm || m_step == Result_ ? Ways : Step(m_step - 1));
}

void DiagnosisDialog::next()
{
    const DiagnosisAction* action = chosen();
    if (m_step == Result_)
        return check(true);
    if (m_step == Confirm || (m_step == Ways && action && action->effect == ActionEffect::KeepsData))
        return act();
    go(Step(m_step + 1));
}

void DiagnosisDialog::act()
{
    const DiagnosisAction* action = chosen();
    if (action == nullptr)
        return;
    const DiagnosisAction copy = *action;
    m_done = copy.id;
    m_elsewhere = !isDoneHere(copy.id);
    m_settled = false;
    m_thenSync = false;
    m_latest = m_report;
    go(Result_);
    m_result->setText(copy.words);
    m_resultText->setText(m_elsewhere ? tr("When that is done, press “Check and sync”: the same checks are made again, and one sync.")
                                      : tr("When it is done, the same checks are made again."));
    m_patience.start();
    m_fixer->run(copy, m_report.sourceId.isValid() ? m_report.sourceId : m_source, m_schema, m_report.affected, true);
}

std::vector<SchemaId> DiagnosisDialog::watched() const
{
    std::vector<SchemaId> ids = m_report.affected;
    if (m_schema.isValid() && std::find(ids.begin(), ids.end(), m_schema) == ids.end())
        ids.push_back(m_schema);
    return ids;
}

/// Whether everything that was affected is paused by now; why it had failed may still be true.
bool DiagnosisDialog::rests() const
{
    const WorldPtr world = m_control->snapshot();
    const std::vector<SchemaId> ids = watched();
    return std::all_of(ids.begin(), ids.end(), [&world](SchemaId id) {
        const SchemaInfo* schema = world->schema(id);
        return !schema || !schema->config.shouldSync;
    });
}

/// Looks again as soon as nothing of what is affected runs or waits any more.
void DiagnosisDialog::watch()
{
    if (m_step != Result_ || m_settled || m_elsewhere || m_patience.isActive())
        return;
    const WorldPtr world = m_control->snapshot();
    for (const SchemaId id : watched())
        if (const SchemaInfo* s = world->schema(id); s && s->currentRun.isValid())
            return;
    check(false);
}

/// The verifying probe: where rows were wrong, they are compared first.
void DiagnosisDialog::check(bool thenSync)
{
    m_settled = true;
    m_elsewhere = false;
    m_thenSync = thenSync;
    m_next->setEnabled(false);
    m_resultText->setText(tr("Checking…"));
    const SchemaId compared = m_report.schemaId.isValid() ? m_report.schemaId : m_schema;
    if (m_report.diagnosis.branch != Branch::D || !compared.isValid())
        return look(true);
    whenReplied<VerifyReport>(m_control->send(VerifySchema{compared}), this, [this](const Result<VerifyReport>&) { look(true); });
}

/// False when there is nothing to sync.
bool DiagnosisDialog::syncOnce()
{
    const WorldPtr world = m_control->snapshot();
    SyncSchemas command;
    for (const SchemaId id : watched())
        if (const SchemaInfo* s = world->schema(id); s && s->config.shouldSync)
            command.ids.push_back(id);
    if (command.ids.empty())
        return false;
    m_settled = false;
    m_resultText->setText(tr("The checks pass. Syncing once…"));
    whenReplied<SyncAccepted>(m_control->send(std::move(command)), this, [this](const Result<SyncAccepted>& accepted) {
        if (!accepted)
            m_resultText->setText(noticeOf(accepted.error()).text);
        watch();
    });
    return true;
}

void DiagnosisDialog::showResult(const DiagnosisReport& report)
{
    m_latest = report;
    if (report.check)
        m_again->setReport(*report.check);
    if (std::exchange(m_thenSync, false) && !report.healthy && passes(report) && syncOnce())
        return;
    m_next->setEnabled(true);
    const bool paused = m_done == QLatin1String("pause") && rests();
    m_next->setVisible(!report.healthy && !paused);
    m_back->setVisible(!report.healthy && !paused);
    if (paused) {
        m_result->setText(tr("Paused"));
        m_resultText->setText(tr("Nothing runs until you resume it. The data stay as they are."));
        m_close->setFocus();
        return;
    }
    if (report.healthy) {
        m_result->setText(tr("Solved"));
        m_resultText->setText(tr("The checks pass, and the last sync did too. The incident is closed."));
        m_close->setFocus();
        return;
    }
    const bool same = report.diagnosis.ruleId == m_report.diagnosis.ruleId;
    m_result->setText(same ? tr("Not solved yet") : tr("Something else now"));
    m_resultText->setText(report.diagnosis.cause + QLatin1Char(' ') + report.diagnosis.advice);
}

QString DiagnosisDialog::asText() const
{
    QStringList lines{m_report.subject, m_report.diagnosis.cause, m_report.diagnosis.advice, QStringLiteral("rule: ") + m_report.diagnosis.ruleId, QStringLiteral("branch: ") + toString(m_report.diagnosis.branch), QString()};
    for (const DiagnosisFact& fact : m_report.facts)
        lines << fact.name + QStringLiteral(": ") + fact.text;
    lines << QString() << m_report.rawText;
    return lines.join(QLatin1Char('\n'));
}

} // namespace leat
