// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidentrow.h"

#include "models/formatting.h"
#include "models/incidenttext.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QMenu>

namespace leat {

namespace {
constexpr int kNarrow = 620;
}

IncidentRow::IncidentRow(const QByteArray& prefix, QWidget* parent)
    : QFrame(parent)
    , m_glyph(new QLabel(this))
    , m_text(makeParagraph({}, nullptr, this))
    , m_show(makeButton(tr("Show"), (prefix + ".show").constData(), "link", this))
    , m_why(makeButton(tr("Diagnose…"), (prefix + ".why").constData(), "link", this))
    , m_more(makeIconButton(QStringLiteral("more"), tr("More"), (prefix + ".more").constData(), this))
    , m_fix(makeButton({}, (prefix + ".action").constData(), "primary", this))
{
    setObjectName(QString::fromLatin1(prefix + ".row"));
    auto* row = new QHBoxLayout(this);
    setMargins(row, 12, 6, kGrid);
    row->addWidget(m_glyph);
    row->addWidget(m_text, 1);
    row->addWidget(m_show);
    row->addWidget(m_why);
    row->addWidget(m_more);
    row->addWidget(m_fix);
    auto* menu = new QMenu(m_more);
    menu->setObjectName(QString::fromLatin1(prefix + ".menu"));
    menu->addAction(m_show->text(), this, [this] { Q_EMIT showWanted(m_incident); });
    menu->addAction(m_why->text(), this, [this] { Q_EMIT whyWanted(m_incident); });
    m_more->setProperty("role", QStringLiteral("more"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(menu);
    m_more->hide();
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showWanted(m_incident); });
    connect(m_why, &QPushButton::clicked, this, [this] { Q_EMIT whyWanted(m_incident); });
    connect(m_fix, &QPushButton::clicked, this, [this] { Q_EMIT fixWanted(m_incident); });
}

void IncidentRow::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    // Not now: showing a part lays out every parent at once, in the middle of the layout that resizes this row, and
    // rows would stand on each other.
    if (m_more->isHidden() == (width() < kNarrow))
        QMetaObject::invokeMethod(this, &IncidentRow::fit, Qt::QueuedConnection);
}

/// In a narrow row two of the ways go into a menu.
void IncidentRow::fit()
{
    const bool narrow = width() < kNarrow;
    m_show->setVisible(!narrow);
    m_why->setVisible(!narrow);
    m_more->setVisible(narrow);
}

void IncidentRow::setIncident(const Incident& incident)
{
    m_incident = incident;
    const Theme theme = themeOf(palette());
    const QColor color = healthColor(theme, incident.health);
    setLook(this, "tone", healthTone(incident.health));
    m_glyph->setPixmap(tintedIcon(healthIcon(incident.health), color, 18, devicePixelRatioF()));
    m_glyph->setToolTip(healthTitle(incident.health));
    m_text->setText(incidentLine(incident, QDateTime::currentDateTimeUtc()));
    m_text->setToolTip(incident.diagnosis.advice);
    m_fix->setText(buttonWords(incident.action));
    m_fix->setVisible(!incident.action.id.isEmpty());
    m_fix->setToolTip(incident.action.effectText);
    m_show->setAccessibleName(tr("Show %1").arg(incident.subject));
    m_why->setAccessibleName(tr("Diagnose %1").arg(incident.subject));
    m_fix->setAccessibleName(tr("%1: %2").arg(incident.subject, incident.action.words.isEmpty() ? buttonWords(incident.action) : incident.action.words));
    m_more->setAccessibleName(tr("More about %1").arg(incident.subject));
    setAccessibleName(m_text->text());
}

} // namespace leat
