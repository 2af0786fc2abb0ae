// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destroydialog.h"

#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/roles.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>

namespace leat {

namespace {

enum Column { Table, Rows, Size, Age, Lost, ColumnCount };

QString verb(DestructiveAction action)
{
    switch (action) {
    case DestructiveAction::Wipe: return DestroyDialog::tr("Delete and copy again");
    case DestructiveAction::DeleteData: return DestroyDialog::tr("Delete data");
    case DestructiveAction::RemoveSource: return DestroyDialog::tr("Remove source");
    case DestructiveAction::PurgeTrash: return DestroyDialog::tr("Empty the trash");
    case DestructiveAction::ReconcileDeletes: return DestroyDialog::tr("Confirm deletes");
    }
    return {};
}

QStandardItemModel* makeModel(const DestructivePreview& preview, QObject* parent)
{
    auto* model = new QStandardItemModel(0, ColumnCount, parent);
    model->setHorizontalHeaderLabels({DestroyDialog::tr("Table"), DestroyDialog::tr("Rows"), DestroyDialog::tr("Size"), DestroyDialog::tr("Synced"), DestroyDialog::tr("Cannot be read again")});
    for (const int numbers : {Rows, Size})
        model->setHeaderData(numbers, Qt::Horizontal, kFigures, Qt::TextAlignmentRole);
    for (const DestructiveItem& item : preview.items) {
        QList<QStandardItem*> cells;
        for (const QString& text : {item.name, formatCount(item.rows), formatBytes(item.bytes), formatRelative(item.lastSyncedAt, QDateTime::currentDateTimeUtc()), item.cannotReread.isEmpty() ? dash() : item.cannotReread}) {
            cells << new QStandardItem(text);
            cells.back()->setToolTip(text);
        }
        for (const int numbers : {Rows, Size})
            cells[numbers]->setData(kFigures, Qt::TextAlignmentRole);
        model->appendRow(cells);
    }
    return model;
}

} // namespace

DestroyDialog::DestroyDialog(Control* control, PreviewDestructive request, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_request(std::move(request))
    , m_content(new QVBoxLayout)
    , m_sentence(makeParagraph(tr("Looking at what this takes away…"), "heading"))
    , m_kept(makeParagraph({}, "muted"))
    , m_items(makeTable("destroy.items", tr("What goes"), nullptr))
    , m_ask(makeParagraph({}, nullptr))
    , m_name(new QLineEdit)
    , m_error(new ErrorCard("destroy"))
    , m_act(makeButton(verb(m_request.action), "destroy.act", "danger"))
    , m_safe(makeButton(tr("Resync safely instead"), "destroy.safe"))
    , m_cancel(makeButton(tr("Cancel"), "destroy.cancel", "primary"))
{
    setObjectName(QStringLiteral("destroy.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(verb(m_request.action));
    resizeWithin(this, {800, 440});
    m_name->setObjectName(QStringLiteral("destroy.name"));
    m_name->setAccessibleName(tr("Type the name to confirm"));
    setMargins(m_content, 24, 20, 12);
    for (QWidget* part : std::initializer_list<QWidget*>{m_sentence, m_items, m_kept, m_ask, m_name, m_error})
        m_content->addWidget(part, part == m_items ? 1 : 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_ask, m_name, m_error})
        part->hide();
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    row->addWidget(m_act);
    row->addStretch();
    row->addWidget(m_safe);
    row->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(m_content, 1);
    column->addWidget(footer);
    m_cancel->setDefault(true);
    m_cancel->setAutoDefault(true);
    m_act->setEnabled(false);
    m_safe->setVisible(m_request.action == DestructiveAction::Wipe || m_request.action == DestructiveAction::DeleteData);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &DestroyDialog::act);
    connect(m_safe, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT resyncWanted(m_request.schemas);
    });
    connect(m_name, &QLineEdit::textChanged, this, &DestroyDialog::checkName);
    std::vector<SourceId> about = sourcesOf(*control->snapshot(), m_request.schemas);
    if (m_request.source.isValid())
        about.push_back(m_request.source);
    frameIfProtected(this, *control->snapshot(), about);
    m_cancel->setFocus();
    whenReplied<DestructivePreview>(m_control->send(m_request), this, [this](Result<DestructivePreview> preview) {
        if (preview)
            return show(*preview);
        m_sentence->setText(windowTitle());
        m_error->setError(preview.error());
        m_error->show();
    });
}

void DestroyDialog::show(const DestructivePreview& preview)
{
    m_preview = preview;
    m_sentence->setText(preview.sentence);
    m_items->setModel(makeModel(preview, this));
    fitColumns(m_items, 240); // most of the room is for what cannot be read again
    m_kept->setText(preview.keptUntil.isValid() ? tr("%1 rows, %2. The trash keeps them until %3 and brings them back with cursor and configuration.").arg(formatCount(preview.rows), formatBytes(preview.bytes), formatMoment(preview.keptUntil))
                                                : tr("%1 rows, %2. This cannot be undone.").arg(formatCount(preview.rows), formatBytes(preview.bytes)));
    if (m_request.action == DestructiveAction::ReconcileDeletes)
        m_kept->setText(tr("%1 rows. If the source is wrong, mend it instead: the next comparison takes the question back.").arg(formatCount(preview.rows)));
    const bool typed = preview.protection == Protection::TypeName;
    m_ask->setText(tr("Type “%1” to confirm.").arg(preview.subject));
    m_ask->setVisible(typed);
    m_name->setVisible(typed);
    if (typed)
        m_name->setFocus();
    checkName();
}

void DestroyDialog::checkName()
{
    const bool allowed = m_preview.protection != Protection::ReadOnly && !m_preview.token.isEmpty();
    m_act->setEnabled(allowed && (m_preview.protection != Protection::TypeName || m_name->text() == m_preview.subject));
}

void DestroyDialog::act()
{
    m_act->setEnabled(false);
    m_began = QDateTime::currentDateTimeUtc().addSecs(-2); // clocks of pool threads may be read earlier
    const Confirmation confirmation{m_preview.token, m_name->text()};
    const auto trouble = [this](const Error& error) {
        m_error->setError(error);
        m_error->show();
        checkName();
    };
    if (m_request.action == DestructiveAction::RemoveSource) {
        RemoveSource command;
        command.id = m_request.source;
        command.deleteData = m_request.deleteData;
        command.confirmation = confirmation;
        whenReplied<Done>(m_control->send(std::move(command)), this, [this, trouble](Result<Done> reply) { reply ? finish() : trouble(reply.error()); });
        return;
    }
    if (m_request.action == DestructiveAction::ReconcileDeletes) {
        ReconcileSchema command{m_request.schemas.front(), confirmation};
        whenReplied<ReconcileReport>(m_control->send(std::move(command)), this, [this, trouble](Result<ReconcileReport> reply) {
            if (!reply)
                return trouble(reply.error());
            Q_EMIT done(reply->held ? tr("%1 rows are gone by now, many more than were confirmed; nothing was deleted.").arg(formatCount(reply->gone))
                    : reply->mode == DeleteMode::Hard ? tr("%1 rows were deleted.").arg(formatCount(reply->deleted))
                                                      : tr("%1 rows were marked as deleted.").arg(formatCount(reply->deleted)), {});
            accept();
        });
        return;
    }
    DestroyData command{m_request.action, m_request.schemas, m_request.trash, confirmation};
    whenReplied<BulkResult>(m_control->send(std::move(command)), this, [this, trouble](Result<BulkResult> reply) {
        if (!reply)
            return trouble(reply.error());
        if (!reply->ok())
            Q_EMIT failed(*reply);
        finish();
    });
}

/// Which trash items bring it back: those that came after the button was pressed.
void DestroyDialog::finish()
{
    const QString sentence = m_preview.keptUntil.isValid() ? tr("%1: done. The trash keeps it until %2.").arg(verb(m_request.action), formatMoment(m_preview.keptUntil)) : tr("%1: done.").arg(verb(m_request.action));
    if (m_request.action == DestructiveAction::PurgeTrash) {
        Q_EMIT done(sentence, {});
        return accept();
    }
    whenReplied<TrashPage>(m_control->send(LoadTrash{}), this, [this, sentence](Result<TrashPage> page) {
        std::vector<qint64> undo;
        if (page)
            for (const TrashItem& item : page->items)
                if (item.trashedAt >= m_began)
                    undo.push_back(item.id);
        Q_EMIT done(sentence, undo);
        accept();
    });
}

} // namespace leat
