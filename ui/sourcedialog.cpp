// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcedialog.h"

#include "engine/api/protection.h"
#include "engine/api/whendone.h"
#include "models/wording.h"
#include "ui/checkview.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"
#include "ui/settingsform.h"

#include <QBoxLayout>
#include <QPointer>
#include <QScrollArea>

namespace leat {

SourceDialog::SourceDialog(Control* control, const SourceInfo& source, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_source(source)
    , m_form(new SettingsForm("source.field"))
    , m_check(new CheckView("source.check"))
    , m_test(makeButton(tr("Test only"), "source.test"))
    , m_save(makeButton(tr("Test, save and sync"), "source.testSaveSync", "primary"))
{
    setObjectName(QStringLiteral("source.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Connection of %1").arg(source.name));
    resizeWithin(this, {560, 600});
    for (const SourceTypeInfo& type : control->snapshot()->sourceTypes)
        if (type.id == source.type)
            m_type = type;
    // Here it is one of the first things, not one of the last.
    for (SettingSpec& spec : m_type.settings)
        if (spec.key == QLatin1String(kProtectionKey) || spec.key == QLatin1String(kProductionKey))
            spec.advanced = false;
    const bool stored = source.secretState == SecretState::Stored;
    m_form->setType(m_type, stored ? tr("Unchanged") : secretStateWord(source.secretState));
    for (auto at = source.settings.begin(); at != source.settings.end(); ++at)
        m_form->setValue(at.key(), at.value());

    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    setMargins(inner, 24, 24, 16);
    inner->addWidget(makeLabel(source.name, "title"));
    inner->addWidget(m_form);
    inner->addWidget(m_check);
    inner->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("source.scroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* cancel = makeButton(tr("Cancel"), "source.cancel");
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_test);
    row->addWidget(m_save);
    m_save->setDefault(true);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addWidget(scroll, 1);
    column->addWidget(footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, [this] { test(false); });
    connect(m_save, &QPushButton::clicked, this, [this] { test(true); });
    connect(m_form, &SettingsForm::edited, this, [this](const QString& key, const QString& value) {
        m_edits.insert(key, value);
        showState();
    });
    connect(m_form, &SettingsForm::secretEdited, this, [this](const QString& key) {
        m_secretEdits.insert(key);
        showState();
    });
    frameIfProtected(this, *control->snapshot(), {source.id});
    showState();
    // The stored password is what usually has to change.
    if (auto* password = m_form->findChild<QWidget*>(QStringLiteral("source.field.password")); password && source.latestError)
        password->setFocus();
    else if (m_form->firstField())
        m_form->firstField()->setFocus();
}

QMap<QString, QString> SourceDialog::values() const
{
    QMap<QString, QString> all = m_source.settings;
    for (auto at = m_edits.begin(); at != m_edits.end(); ++at)
        all.insert(at.key(), at.value());
    return all;
}

SecretMap SourceDialog::secrets() const
{
    SecretMap out;
    for (const QString& key : m_secretEdits)
        if (Secret secret = m_form->takeSecret(key); !secret.isEmpty())
            out.emplace(key, std::move(secret));
    return out;
}

/// A draft has only the secrets typed here; one that stays in the keychain can be tested only as
/// part of the saved source.
bool SourceDialog::canTestDraft() const
{
    const SecretMap typed = secrets();
    for (const QString& key : m_source.secretKeys)
        if (typed.find(key) == typed.end())
            return false;
    return true;
}

void SourceDialog::showState()
{
    QMap<QString, QString> problems;
    const QMap<QString, QString> all = values();
    for (const SettingSpec& spec : m_type.settings)
        if (spec.required && spec.kind != SettingSpec::Kind::Secret && all.value(spec.key).isEmpty())
            problems.insert(spec.key, tr("Enter a value."));
    m_form->setProblems(problems, true);
    m_test->setEnabled(!m_busy && problems.isEmpty());
    m_save->setEnabled(!m_busy && problems.isEmpty());
    m_save->setText(m_edits.isEmpty() && m_secretEdits.empty() ? tr("Test and sync") : tr("Test, save and sync"));
}

void SourceDialog::test(bool thenSave)
{
    const bool edited = !m_edits.isEmpty() || !m_secretEdits.empty();
    if (thenSave && edited && !canTestDraft())
        return save(); // the engine tests with the stored password when the sync starts
    m_busy = true;
    showState();
    const QPointer<CheckView> view(m_check);
    const auto onStep = [view](const CheckReport& report) {
        if (view)
            view->setReport(report);
    };
    const bool asDraft = edited && canTestDraft();
    auto reply = asDraft ? m_control->send(TestDraft{SourceDraft{m_source.name, m_source.type, values(), secrets()}, onStep})
                         : m_control->send(TestSource{m_source.id, onStep});
    whenReplied<CheckReport>(reply, this, [this, thenSave](Result<CheckReport> report) {
        m_busy = false;
        showState();
        if (!report)
            return m_check->setError(report.error());
        m_check->setReport(*report);
        if (thenSave && report->ok())
            save();
    });
}

void SourceDialog::save()
{
    if (m_edits.isEmpty() && m_secretEdits.empty())
        return syncFailed();
    m_busy = true;
    showState();
    whenReplied<Done>(m_control->send(UpdateSource{m_source.id, m_edits, secrets(), m_source.revision}), this, [this](Result<Done> reply) {
        m_busy = false;
        showState();
        if (!reply)
            return m_check->setError(reply.error());
        syncFailed();
    });
}

void SourceDialog::syncFailed()
{
    SyncSchemas sync;
    for (const SchemaInfo& s : m_control->snapshot()->schemas)
        if (s.sourceId == m_source.id && s.status == SchemaStatus::Failed)
            sync.ids.push_back(s.id);
    if (!sync.ids.empty())
        m_control->send(std::move(sync));
    accept();
}

} // namespace leat
