// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rotatedialog.h"

#include "engine/api/whendone.h"
#include "ui/checkview.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"
#include "ui/tables.h"
#include "ui/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>

namespace leat {

namespace {

int waitingTables(const World& world, SourceId id)
{
    int count = 0;
    for (const SchemaInfo& s : world.schemas)
        count += s.sourceId == id && s.status == SchemaStatus::Failed ? 1 : 0;
    return count;
}

} // namespace

RotateDialog::RotateDialog(Control* control, const SourceInfo& source, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_source(source)
{
    setObjectName(QStringLiteral("rotate.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("New credentials for %1").arg(source.name));
    resizeWithin(this, {600, 520});
    SourceTypeInfo type;
    for (const SourceTypeInfo& known : control->snapshot()->sourceTypes)
        if (known.id == source.type)
            type = known;
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addWidget(makeLabel(source.name, "title"));
    content->addWidget(makeParagraph(tr("%1. The new value is tried on every table that syncs before it replaces the stored one. The old one is kept for 24 hours.").arg(source.summary), "muted"));
    content->addWidget(makeFields(type));
    content->addWidget(makeResult(), 1);
    const int waiting = waitingTables(*control->snapshot(), source.id);
    m_sync = new QCheckBox(tr("Then sync the %n waiting table(s)", nullptr, waiting));
    m_sync->setObjectName(QStringLiteral("rotate.sync"));
    m_sync->setChecked(true);
    m_sync->setVisible(waiting > 0);
    content->addWidget(m_sync);
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    m_rollback = makeButton(tr("Bring the old one back"), "rotate.rollback", "link");
    auto* cancel = makeButton(tr("Cancel"), "rotate.cancel");
    m_test = makeButton(tr("Test only"), "rotate.test");
    m_save = makeButton(tr("Test, save and sync"), "rotate.testSaveSync", "primary");
    m_save->setDefault(true);
    row->addWidget(m_rollback);
    row->addStretch();
    for (QPushButton* button : {cancel, m_test, m_save})
        row->addWidget(button);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &RotateDialog::test);
    connect(m_save, &QPushButton::clicked, this, &RotateDialog::rotate);
    connect(m_rollback, &QPushButton::clicked, this, &RotateDialog::rollback);
    frameIfProtected(this, *control->snapshot(), {source.id});
    showState();
    if (!m_fields.empty())
        m_fields.front().line->setFocus();
}

QWidget* RotateDialog::makeFields(const SourceTypeInfo& type)
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(kGrid);
    form->setHorizontalSpacing(16);
    for (const SettingSpec& spec : type.settings) {
        if (spec.kind != SettingSpec::Kind::Secret)
            continue;
        auto* line = new QLineEdit;
        line->setObjectName(QStringLiteral("rotate.field.") + spec.key);
        line->setAccessibleName(spec.label);
        line->setEchoMode(QLineEdit::Password);
        line->setPlaceholderText(m_source.secretKeys.contains(spec.key) ? tr("New value") : tr("Not used so far"));
        auto* eye = line->addAction(lineIcon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
        eye->setText(tr("Show what is typed"));
        eye->setToolTip(eye->text());
        eye->setCheckable(true);
        connect(eye, &QAction::toggled, line, [line](bool show) { line->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password); });
        connect(line, &QLineEdit::textChanged, this, [this, line](const QString& text) {
            const QString trimmed = text.trimmed(); // a pasted line break is never part of a key
            m_note->setVisible(trimmed != text || !m_note->text().isEmpty());
            if (trimmed != text) {
                m_note->setText(tr("Spaces and line breaks around the value were taken away."));
                line->setText(trimmed);
            }
            showState();
        });
        QLabel* label = makeLabel(spec.label);
        label->setMinimumHeight(30);
        label->setBuddy(line);
        form->addRow(label, line);
        m_fields.push_back({spec.key, line});
    }
    m_note = makeLabel({}, "caption");
    m_note->hide();
    form->addRow(QString(), m_note);
    return box;
}

QWidget* RotateDialog::makeResult()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    setMargins(column, 0, 0, kGrid);
    m_check = new CheckView("rotate.check");
    m_shared = makeParagraph({}, "muted");
    m_shared->hide();
    m_tables = new QStandardItemModel(0, 3, this);
    m_tables->setHorizontalHeaderLabels({tr("Table"), tr("Stored"), tr("New")});
    m_tableView = makeTable("rotate.tables", tr("What each can read"), m_tables);
    m_tableView->horizontalHeader()->resizeSection(0, 240);
    m_tableView->horizontalHeader()->resizeSection(1, 136);
    m_tableView->hide();
    column->addWidget(m_check);
    column->addWidget(m_shared);
    column->addWidget(m_tableView, 1);
    column->addStretch();
    return box;
}

SecretMap RotateDialog::takeSecrets()
{
    SecretMap out;
    for (const Field& field : m_fields) {
        QString text = field.line->text();
        if (!text.isEmpty())
            out.emplace(field.key, Secret::take(text));
    }
    return out;
}

void RotateDialog::showState()
{
    bool any = false;
    for (const Field& field : m_fields)
        any = any || !field.line->text().isEmpty();
    m_test->setEnabled(any && !m_busy);
    m_save->setEnabled(any && !m_busy);
    m_rollback->setEnabled(!m_busy);
    m_save->setText(m_sync->isVisibleTo(this) ? tr("Test, save and sync") : tr("Test and save"));
}

void RotateDialog::fail(const Error& error)
{
    m_busy = false;
    m_check->setError(error);
    showState();
}

void RotateDialog::showReport(const CredentialReport& report)
{
    const Theme theme = themeOf(QApplication::palette());
    m_check->setReport(report.after);
    if (report.problem)
        m_check->setError(*report.problem);
    m_shared->setVisible(!report.sharedWith.isEmpty());
    m_shared->setText(tr("The same value is kept for: %1. They keep the old one until theirs is changed too.").arg(report.sharedWith.join(QStringLiteral(", "))));
    m_tables->removeRows(0, m_tables->rowCount());
    const auto cell = [&](bool good) {
        return new QStandardItem(QIcon(tintedIcon(good ? QStringLiteral("ok") : QStringLiteral("failed"), good ? theme.good : theme.failed, 16, 1)), good ? tr("can read") : tr("cannot read"));
    };
    for (const PrivilegeCheck& table : report.tables)
        m_tables->appendRow({new QStandardItem(table.name), cell(table.before), cell(table.after)});
    m_tableView->setVisible(!report.tables.empty());
}

void RotateDialog::test()
{
    m_busy = true;
    m_check->setError({});
    showState();
    whenReplied<CredentialReport>(m_control->send(TestCredentials{m_source.id, takeSecrets()}), this, [this](Result<CredentialReport> report) {
        if (!report)
            return fail(report.error());
        m_busy = false;
        showReport(*report);
        showState();
    });
}

void RotateDialog::rotate()
{
    m_busy = true;
    m_check->setError({});
    showState();
    RotateCredentials command;
    command.id = m_source.id;
    command.secrets = takeSecrets();
    command.sync = m_sync->isChecked();
    whenReplied<RotationResult>(m_control->send(std::move(command)), this, [this](Result<RotationResult> result) {
        if (!result)
            return fail(result.error());
        if (!result->report.ok()) {
            m_busy = false;
            showReport(result->report);
            return showState();
        }
        Q_EMIT rotated(m_source.id, int(result->runs.size()), result->rollbackUntil);
        accept();
    });
}

void RotateDialog::rollback()
{
    m_busy = true;
    showState();
    RotateCredentials command;
    command.id = m_source.id;
    command.rollback = true;
    whenReplied<RotationResult>(m_control->send(std::move(command)), this, [this](Result<RotationResult> result) {
        if (!result)
            return fail(result.error());
        Q_EMIT rotated(m_source.id, int(result->runs.size()), {});
        accept();
    });
}

} // namespace leat
