// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schemadialog.h"

#include "engine/api/candidatewords.h"
#include "engine/api/frequency.h"
#include "engine/api/jsonview.h"
#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/wording.h"
#include "ui/deleteseditor.h"
#include "ui/impactview.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTimeEdit>

namespace leat {

namespace {
constexpr int kAskAfterMs = 150;
constexpr int kAgeEveryMs = 5000;
constexpr int kWidestColumn = 120;
constexpr int kTyping = 1;             // edits of one text field are undone as one

QString sourceTypeOf(const World& world, SourceId id)
{
    const SourceInfo* source = world.source(id);
    return source ? source->type : QString();
}

/// The configuration before and after one edit.
class ConfigEdit : public QUndoCommand
{
public:
    ConfigEdit(const QString& text, int merge, SchemaConfig before, SchemaConfig after, std::function<void(const SchemaConfig&)> put)
        : QUndoCommand(text)
        , m_merge(merge)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_put(std::move(put))
    {
    }
    void undo() override { m_put(m_before); }
    void redo() override { m_put(m_after); }
    int id() const override { return m_merge; }
    bool mergeWith(const QUndoCommand* other) override
    {
        m_after = static_cast<const ConfigEdit*>(other)->m_after;
        return true;
    }

private:
    int m_merge;
    SchemaConfig m_before;
    SchemaConfig m_after;
    std::function<void(const SchemaConfig&)> m_put;
};

/// Keeps the field in view that a person is at, when what Apply will do takes room below.
class FormArea : public QScrollArea
{
protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QScrollArea::resizeEvent(event);
        if (QWidget* at = window()->focusWidget(); at != nullptr && isAncestorOf(at))
            ensureWidgetVisible(at);
    }
};

} // namespace

SchemaDialog::SchemaDialog(Control* control, const SchemaInfo& schema, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_draft(schema, sourceTypeOf(*control->snapshot(), schema.sourceId))
    , m_error(new ErrorCard("schema", this))
{
    setObjectName(QStringLiteral("schema.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("How %1.%2 syncs").arg(schema.sourceName, schema.label));
    resizeWithin(this, {1040, 760});
    m_shownColumns.setSourceModel(&m_columns);
    m_shownColumns.setFilterRole(SearchRole);
    m_shownColumns.setFilterCaseSensitivity(Qt::CaseInsensitive);

    auto* left = new QVBoxLayout;
    setMargins(left, 24, 24, 16);
    left->addWidget(makeLabel(tr("%1.%2").arg(schema.sourceName, schema.label), "title"));
    if (QWidget* trouble = makeTrouble(schema))
        left->addWidget(trouble);
    left->addWidget(makeMethods());
    left->addWidget(makeFields());
    m_problems = makeParagraph({}, "problem");
    left->addWidget(m_problems);
    left->addStretch();
    auto* form = new QWidget;
    form->setLayout(left);
    form->setAutoFillBackground(false);
    auto* scroll = new FormArea;
    scroll->setObjectName(QStringLiteral("schema.scroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(form);
    scroll->viewport()->setAutoFillBackground(false);
    auto* body = new QHBoxLayout;
    setMargins(body, 0, 0, 0);
    body->addWidget(scroll, 1);
    body->addWidget(makeColumns(), 1);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(body, 1);
    auto* errorRow = new QHBoxLayout;
    setMargins(errorRow, 24, 0, 0);
    errorRow->addWidget(m_error);
    column->addLayout(errorRow);
    m_error->hide();
    column->addWidget(makeFooter());
    m_ask.setSingleShot(true);
    m_ask.setInterval(kAskAfterMs);
    connect(&m_ask, &QTimer::timeout, this, &SchemaDialog::askPreview);
    m_age.setInterval(kAgeEveryMs);
    connect(&m_age, &QTimer::timeout, this, &SchemaDialog::showAges);
    m_age.start();
    frameIfProtected(this, *control->snapshot(), {schema.sourceId});
    fill();
    loadOptions();
}

/// One edit that can be undone. `change` alters m_draft.
void SchemaDialog::edit(const QString& what, const std::function<void()>& change)
{
    const SchemaConfig before = m_draft.config;
    change();
    if (m_draft.config == before)
        return;
    const int merge = what.isEmpty() ? kTyping : -1;
    m_undo.push(new ConfigEdit(what, merge, before, m_draft.config, [this](const SchemaConfig& config) { setConfig(config); }));
}

void SchemaDialog::setConfig(const SchemaConfig& config)
{
    m_draft.config = config;
    fill();
}

void SchemaDialog::focusField(const QString& field)
{
    const std::pair<const char*, QWidget*> fields[] = {{"sync_type", m_methods->checkedButton()}, {"incremental_field", m_cursor}, {"primary_key_columns", m_key},
        {"incremental_field_type", m_cursor}, {"incremental_field_lookback_seconds", m_lookback}, {"late_commits", m_late}, {"error_budget", m_budget}, {"verify_every", m_verify}, {"deletes", m_deletes}, {"reconcile_every", m_deletes}, {"delete_limit", m_deletes}, {"sync_frequency", m_frequency}, {"sync_time_of_day", m_time->isEnabled() ? static_cast<QWidget*>(m_time) : m_frequency}, {"columns", m_columnView}};
    for (const auto& [name, editor] : fields)
        if (field == QLatin1String(name) && editor != nullptr)
            editor->setFocus(Qt::ShortcutFocusReason);
}

void SchemaDialog::checkKey()
{
    m_keyResult->setText(tr("Counting at the source…"));
    m_checkKey->setEnabled(false);
    whenReplied<KeyReport>(m_control->send(CheckKey{m_draft.base().id, m_draft.config.primaryKeyColumns}), this, [this](Result<KeyReport> report) {
        m_checkKey->setEnabled(true);
        if (!report)
            return m_keyResult->setText(noticeOf(report.error()).text);
        m_keyCheck = *report;
        showAges();
    });
}

QString SchemaDialog::keyText() const
{
    if (!m_keyCheck || m_keyCheck->columns != m_draft.config.primaryKeyColumns)
        return m_draft.config.primaryKeyColumns.isEmpty() ? QString() : tr("Not checked yet");
    const QString when = formatRelative(m_keyCheck->checkedAt, QDateTime::currentDateTimeUtc());
    if (!m_keyCheck->unique)
        return tr("Checked: %1. Not unique: %2").arg(when, m_keyCheck->examples.join(QStringLiteral("; ")));
    return m_keyCheck->hasNulls ? tr("Checked: %1. Unique, but some rows have no value").arg(when) : tr("Checked: %1. Every row has its own key").arg(when);
}

/// What grows old while the editor is open.
void SchemaDialog::showAges()
{
    if (m_checkKey->isEnabled() || m_draft.config.primaryKeyColumns.isEmpty())
        m_keyResult->setText(keyText());
    if (m_readAt.isValid() && !m_reading)
        m_status->setText(tr("Source read: %1").arg(formatRelative(m_readAt, QDateTime::currentDateTimeUtc())));
}

void SchemaDialog::loadOptions()
{
    m_reading = true;
    m_status->setText(tr("Reading the source…"));
    whenReplied<SyncOptions>(m_control->send(LoadOptions{m_draft.base().id}), this, [this](Result<SyncOptions> options) {
        m_reading = false;
        m_status->clear();
        m_error->setVisible(!options);
        if (!options) {
            m_error->setError(options.error());
            return;
        }
        m_readAt = QDateTime::currentDateTimeUtc();
        if (options->lastKeyCheck)
            m_keyCheck = options->lastKeyCheck;
        m_draft.setOptions(*options);
        m_filling = true;
        m_columns.setShape(options->shape, m_draft.config.columns);
        fitColumns(m_columnView, kWidestColumn);
        m_filling = false;
        fill();
        showAges();
    });
}

void SchemaDialog::fill()
{
    m_filling = true;
    m_methods->button(int(m_draft.config.syncType))->setChecked(true);
    for (QAbstractButton* button : m_methods->buttons()) {
        const auto type = SyncType(m_methods->id(button));
        const QString why = m_draft.whyNot(type);
        button->setEnabled(why.isEmpty() || type == m_draft.config.syncType);
        if (auto* text = findChild<QLabel*>(QStringLiteral("schema.methodText.") + toString(type)))
            text->setText(why.isEmpty() ? syncTypeExplained(type) : why);
    }
    m_cursor->clear();
    for (const CursorCandidate& candidate : m_draft.options().incrementalFields) {
        const QString text = candidate.recommended ? tr("%1 (%2), recommended") : tr("%1 (%2)");
        m_cursor->addItem(text.arg(candidate.field, candidate.sourceType), candidate.field);
        const QString why = candidate.reason + QStringLiteral(" · ") + evidenceClauses(candidate).join(QStringLiteral(" · "));
        m_cursor->setItemData(m_cursor->count() - 1, why, Qt::ToolTipRole);
        m_cursor->setItemData(m_cursor->count() - 1, why, Qt::AccessibleDescriptionRole);
    }
    if (m_cursor->findData(m_draft.config.incrementalField) < 0 && !m_draft.config.incrementalField.isEmpty())
        m_cursor->addItem(m_draft.config.incrementalField, m_draft.config.incrementalField);
    m_cursor->setCurrentIndex(m_cursor->findData(m_draft.config.incrementalField));
    showEvidence();
    if (const QString key = m_draft.config.primaryKeyColumns.join(QStringLiteral(", ")); !m_key->hasFocus() || m_key->text().remove(QLatin1Char(' ')) != QString(key).remove(QLatin1Char(' ')))
        m_key->setText(key); // not while the same is being typed: the cursor would jump
    m_frequency->setCurrentIndex(m_frequency->findData(int(m_draft.config.syncFrequency)));
    const QTime time = m_draft.config.syncTimeOfDay;
    m_atTime->setChecked(time.isValid());
    if (time.isValid())
        m_time->setTime(time);
    m_lookback->setValue(int(std::min<qint64>(m_draft.config.lookbackSeconds, m_lookback->maximum())));
    m_late->setCurrentIndex(m_late->findData(int(m_draft.config.lateCommits)));
    m_verify->setCurrentIndex(m_verify->findData(int(m_draft.config.verifyEvery)));
    if (!m_budget->hasFocus())
        m_budget->setText(toString(m_draft.config.errorBudget));
    m_deletes->setConfig(m_draft.config);
    if (m_draft.hasOptions() && m_columns.selection() != m_draft.config.columns)
        m_columns.setShape(m_draft.options().shape, m_draft.config.columns); // undone or redone
    m_filling = false;
    showState();
}

/// What is known of the cursor that is chosen, and which one is recommended where it is another.
void SchemaDialog::showEvidence()
{
    QString evidence;
    QStringList warnings;
    bool recommended = false;
    for (const CursorCandidate& candidate : m_draft.options().incrementalFields)
        if (candidate.field == m_draft.config.incrementalField) {
            evidence = candidate.reason + QStringLiteral(" · ") + evidenceClauses(candidate).join(QStringLiteral(" · "));
            warnings = evidenceWarnings(candidate);
            recommended = candidate.recommended;
        }
    if (m_draft.hasOptions() && !recommended && m_draft.config.syncType != SyncType::FullRefresh)
        evidence += (evidence.isEmpty() ? QString() : QStringLiteral("\n")) + recommendation(m_draft.options());
    m_form->setRowVisible(m_cursorReason, !evidence.isEmpty());
    m_cursorReason->setText(evidence);
    m_form->setRowVisible(m_cursorWarning, !warnings.isEmpty());
    m_cursorWarning->setText(warnings.join(QLatin1Char('\n')));
}

/// Beside each field that is edited: what it was (T62).
void SchemaDialog::showWas()
{
    const SchemaConfig& before = m_draft.base().config;
    const QStringList changed = changedFields(before, m_draft.config);
    for (const auto& [field, label] : m_was) {
        const QString was = fieldText(before, field);
        label->setText(tr("Was: %1").arg(was.isEmpty() ? tr("none") : was));
        if (m_form->indexOf(label) >= 0)
            m_form->setRowVisible(label, changed.contains(field));
        else
            label->setVisible(changed.contains(field));
    }
}

void SchemaDialog::showNextRuns(const std::vector<QDateTime>& runs)
{
    QStringList times;
    for (const QDateTime& at : runs)
        times << (at <= QDateTime::currentDateTimeUtc() ? tr("now") : formatMoment(at));
    m_nextRuns->setText(times.isEmpty() ? tr("Syncs only when asked to") : tr("Next: %1").arg(times.join(QStringLiteral(" · "))));
}

void SchemaDialog::showState()
{
    if (m_filling)
        return;
    const bool byCursor = m_draft.config.syncType != SyncType::FullRefresh;
    m_cursor->setEnabled(byCursor);
    m_lookback->setEnabled(byCursor);
    m_late->setEnabled(byCursor);
    m_columns.setRequired(m_draft.requiredColumns());
    m_columnCount->setText(m_columns.rowCount() == 0 ? QString() : tr("%1 of %n", nullptr, m_columns.rowCount()).arg(m_columns.checkedCount()));
    const QStringList problems = m_draft.problems();
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
    const bool daily = takesTimeOfDay(m_draft.config.syncFrequency);
    m_atTime->setEnabled(daily);
    m_time->setEnabled(daily && m_draft.config.syncTimeOfDay.isValid());
    m_checkKey->setEnabled(!m_draft.config.primaryKeyColumns.isEmpty());
    const bool changed = m_draft.isChanged();
    if (!changed) {
        m_preview.reset();
        m_previewed.reset();
        m_ask.stop();
        m_impact->showText(tr("Nothing changed yet."));
    } else if (m_previewed != m_draft.config) {
        m_ask.start();
    }
    if (m_runsOf && (m_draft.config.syncFrequency != m_runsOf->syncFrequency || m_draft.config.syncTimeOfDay != m_runsOf->syncTimeOfDay)) {
        m_nextRuns->clear(); // until the engine has planned it
        m_runsOf.reset();
    }
    if (!changed && m_runsOf != m_draft.config)
        askPreview();
    showWas();
    showAges();
    m_discard->setText(changed ? tr("Discard changes") : tr("Close"));
    m_patch->setPlainText(QString::fromUtf8(QJsonDocument(toJson(m_draft.patch())).toJson()).trimmed());
    m_patchButton->setEnabled(changed);
    m_patch->setVisible(changed && m_patchShown);
    const bool refused = m_preview && !m_preview->changes.empty() && m_preview->changes.front().error;
    const int fields = m_preview && !m_preview->changes.empty() ? int(m_preview->changes.front().impact.fields.size()) : 0;
    m_apply->setText(fields > 0 ? tr("Apply %n change(s)", nullptr, fields) : tr("Apply changes"));
    const bool answered = m_previewed == m_draft.config;
    m_apply->setEnabled(changed && answered && problems.isEmpty() && !refused && !m_busy && m_impact->isComplete());
    m_cli->setEnabled(changed && answered && m_preview);
}

void SchemaDialog::askPreview()
{
    const quint64 asked = ++m_asked;
    const SchemaConfig config = m_draft.config;
    m_runsOf = config;
    PreviewChange command;
    command.ids = {m_draft.base().id};
    command.patch = m_draft.patch();
    whenReplied<ChangePreview>(m_control->send(std::move(command)), this, [this, asked, config](Result<ChangePreview> preview) {
        if (asked != m_asked || config != m_draft.config)
            return; // edited meanwhile: the newer answer counts
        m_previewed = config;
        if (preview)
            return showPreview(*preview);
        m_preview.reset();
        m_impact->showText(noticeOf(preview.error()).text);
        showState();
    });
}

void SchemaDialog::showPreview(const ChangePreview& preview)
{
    m_preview = preview;
    showNextRuns(preview.changes.empty() ? std::vector<QDateTime>() : preview.changes.front().nextRuns);
    if (preview.changes.empty() || !m_draft.isChanged()) {
        m_impact->showText(tr("Nothing changed yet."));
    } else if (const SchemaChange& change = preview.changes.front(); change.error) {
        const Notice notice = noticeOf(*change.error);
        m_impact->showText(notice.text + QLatin1Char(' ') + notice.remedy);
    } else {
        m_impact->setChange(change, m_draft.base().cursorText);
    }
    showState();
}

void SchemaDialog::copyCli()
{
    if (m_preview)
        QGuiApplication::clipboard()->setText(m_preview->cli);
}

void SchemaDialog::apply()
{
    m_busy = true;
    showState();
    SetSchemas command;
    command.ids = {m_draft.base().id};
    command.patch = m_draft.patch();
    command.expectedRevision = m_draft.base().revision;
    command.after = m_impact->after();
    command.rewindTo = m_impact->rewindTo();
    command.whenRunning = m_impact->whenRunning();
    if (command.whenRunning != WhenRunning::Refuse)
        m_status->setText(tr("Waiting for the run to end…"));
    // One table: the answer is Done, or the result of its one item.
    whenDone(m_control->send(std::move(command)), this, [this](Result<Reply>& reply) {
        m_busy = false;
        const auto* bulk = reply ? std::get_if<BulkResult>(&*reply) : nullptr;
        std::optional<Error> trouble;
        int syncs = 0;
        if (!reply)
            trouble = reply.error();
        for (const ItemOutcome& item : bulk ? bulk->items : std::vector<ItemOutcome>()) {
            trouble = item.error ? item.error : trouble;
            syncs += item.run.isValid() ? 1 : 0;
        }
        if (!trouble) {
            Q_EMIT applied(m_draft.base().sourceName + QLatin1Char('.') + m_draft.base().label, syncs);
            return leave();
        }
        m_then = {};
        show(); // it may have been closed while it waited for a run
        m_error->setError(*trouble);
        m_error->show();
        showState();
    });
}

void SchemaDialog::leave()
{
    const std::function<void()> then = std::exchange(m_then, {});
    QDialog::reject();
    if (then)
        then();
}

void SchemaDialog::done(int result)
{
    m_gone = true;
    QDialog::done(result);
}

void SchemaDialog::reject()
{
    if (m_busy) {
        hide(); // the answer ends it, or shows it again with the reason
        Q_EMIT waits(m_draft.base().sourceName + QLatin1Char('.') + m_draft.base().label);
        return;
    }
    if (hasEdits())
        askAboutEdits({}, {});
    else
        QDialog::reject();
}

void SchemaDialog::askAboutEdits(std::function<void()> gone, std::function<void()> kept)
{
    show(); // it may be hidden, waiting for a run
    raise();
    activateWindow();
    if (m_asking)
        return;
    m_asking = true;
    m_then = std::move(gone);
    Question question;
    question.title = tr("Changes not applied");
    question.text = tr("%1.%2 has changes that are not applied.").arg(m_draft.base().sourceName, m_draft.base().label);
    question.detail = m_busy ? tr("They are applied as soon as its run has ended; closing now forgets them.")
        : m_apply->isEnabled()  ? QString()
        : m_previewed != m_draft.config ? tr("What applying them does is still being looked at.")
                               : tr("They cannot be applied as they are: see the editor.");
    question.action = tr("Apply");
    question.canAct = m_apply->isEnabled();
    question.second = tr("Discard");
    question.pressSecond = [this] {
        m_asking = false;
        leave();
    };
    question.keep = tr("Keep editing");
    question.keepFirst = true;
    ask(this, "schema.pending", question,
        [this](bool) {
            m_asking = false;
            apply();
        },
        [this, kept = std::move(kept)] {
            m_asking = false;
            m_then = {};
            if (kept)
                kept();
        });
}

} // namespace leat
