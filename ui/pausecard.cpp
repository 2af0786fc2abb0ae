// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pausecard.h"

#include "engine/api/errortext.h"
#include "models/formatting.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace leat {

PauseCard::PauseCard(QWidget* parent)
    : QFrame(parent), m_glyph(new QLabel(this)), m_text(makeParagraph({}, nullptr, this)),
      m_when(makeParagraph({}, "muted", this)),
      m_resume(makeButton(tr("Resume"), "details.resume", "primary", this))
{
    setObjectName(QStringLiteral("details.paused"));
    setLook(this, "role", QStringLiteral("card"));
    auto* text = new QVBoxLayout;
    setMargins(text, 0, 0, 4);
    text->addWidget(m_text);
    text->addWidget(m_when);
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, kGrid);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    auto* buttons = new QHBoxLayout;
    setMargins(buttons, 0, 0, kGrid);
    buttons->addWidget(m_resume);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    setMargins(column, 12, 12, kGrid);
    column->addLayout(row);
    column->addLayout(buttons);
    connect(m_resume, &QPushButton::clicked, this, &PauseCard::resumeWanted);
}

void PauseCard::setSchema(const SchemaInfo& schema)
{
    setVisible(schema.pause.has_value());
    if (!schema.pause)
        return;
    const PauseNote& note = *schema.pause;
    const Theme theme = themeOf(palette());
    setLook(this, "tone", note.byEngine() ? QStringLiteral("warning") : QStringLiteral("info"));
    m_glyph->setPixmap(tintedIcon(QStringLiteral("pause"), note.byEngine() ? theme.warning : theme.text, 16, devicePixelRatioF()));
    m_text->setText(pauseText(note));
    const QString when = formatRelative(note.at, QDateTime::currentDateTimeUtc());
    m_when->setText(note.byEngine()
            ? tr("%1. Seen twice and proven at the source (%2). Nothing runs before you resume it; its rows stay.").arg(when, note.ruleId)
            : tr("%1. Nothing runs before you resume it; its rows stay.").arg(when));
    m_when->setToolTip(formatAbsolute(note.at));
    m_resume->setAccessibleName(tr("Resume %1").arg(schema.label));
    setAccessibleName(m_text->text());
}

} // namespace leat
