// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rewinddialog.h"

#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace leat {

namespace {
constexpr int kAskAfterMs = 250;
}

RewindDialog::RewindDialog(Control* control, const SchemaInfo& schema, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_id(schema.id)
    , m_value(new QLineEdit(schema.cursorText))
    , m_effect(makeParagraph({}, "muted"))
    , m_act(makeButton(tr("Rewind cursor"), "rewind.act", "primary"))
{
    setObjectName(QStringLiteral("rewind.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    const QString name = schema.sourceName + QLatin1Char('.') + schema.label;
    setWindowTitle(tr("Rewind the cursor of %1").arg(name));
    resizeWithin(this, {520, 260});
    m_value->setObjectName(QStringLiteral("rewind.value"));
    m_value->setAccessibleName(tr("Read again from"));
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addWidget(makeLabel(name, "title"));
    content->addWidget(makeParagraph(tr("“%1” is read up to %2. Rows from the value below on are read again and replaced by their key; nothing is deleted.").arg(schema.config.incrementalField, schema.cursorText), "muted"));
    content->addWidget(m_value);
    content->addWidget(m_effect);
    content->addStretch();
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* cancel = makeButton(tr("Cancel"), "rewind.cancel");
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_act);
    m_act->setDefault(true);
    m_act->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    m_ask.setSingleShot(true);
    m_ask.setInterval(kAskAfterMs);
    connect(&m_ask, &QTimer::timeout, this, &RewindDialog::count);
    connect(m_value, &QLineEdit::textChanged, this, [this] {
        m_act->setEnabled(false);
        m_ask.start();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, [this] {
        Q_EMIT rewindWanted(m_id, m_value->text().trimmed());
        accept();
    });
    frameIfProtected(this, *control->snapshot(), {schema.sourceId});
    m_value->selectAll();
    m_value->setFocus();
    count();
}

void RewindDialog::count()
{
    const quint64 asked = ++m_asked;
    whenReplied<RewindReport>(m_control->send(RewindSchema{m_id, m_value->text().trimmed(), true}), this, [this, asked](Result<RewindReport> report) {
        if (asked != m_asked)
            return;
        m_act->setEnabled(report.has_value());
        if (!report)
            m_effect->setText(noticeOf(report.error()).text);
        else
            m_effect->setText(report->rows < 0 ? tr("Rows are read again from %1 on.").arg(report->value) : tr("At least %1 rows are read again.").arg(formatCount(report->rows)));
    });
}

} // namespace leat
