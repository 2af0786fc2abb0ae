// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/impactview.h"

#include "models/formatting.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>

namespace leat {

namespace {

QString verdictIcon(ImpactVerdict verdict)
{
    switch (verdict) {
    case ImpactVerdict::SchedulingOnly: return QStringLiteral("calendar");
    case ImpactVerdict::StaysValid: return QStringLiteral("ok");
    case ImpactVerdict::ResyncAdvised: return QStringLiteral("heldback");
    case ImpactVerdict::ResyncRequired: return QStringLiteral("resync");
    }
    return {};
}

QColor verdictColor(const Theme& theme, ImpactVerdict verdict)
{
    return verdict >= ImpactVerdict::ResyncAdvised ? theme.warning : verdict == ImpactVerdict::StaysValid ? theme.good : theme.muted;
}

QString verdictWord(ImpactVerdict verdict)
{
    switch (verdict) {
    case ImpactVerdict::SchedulingOnly: return ImpactView::tr("Schedule only");
    case ImpactVerdict::StaysValid: return ImpactView::tr("Data stay valid");
    case ImpactVerdict::ResyncAdvised: return ImpactView::tr("Resync advised");
    case ImpactVerdict::ResyncRequired: return ImpactView::tr("Resync needed");
    }
    return {};
}

QString shown(const QString& value) { return value.isEmpty() ? ImpactView::tr("none") : value; }

} // namespace

ImpactView::ImpactView(QWidget* parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout(this))
    , m_text(makeParagraph({}, "muted"))
{
    setObjectName(QStringLiteral("impact.view"));
    setMargins(m_list, 0, 0, 4);
    m_list->setAlignment(Qt::AlignTop);
    m_text->setMinimumHeight(1); // not what it needs in a very narrow place
    m_list->addWidget(m_text);
}

void ImpactView::clear()
{
    while (m_list->count() > 1) {
        QLayoutItem* item = m_list->takeAt(1);
        delete item->widget();
        delete item;
    }
    delete m_after;
    delete m_running;
    m_after = m_running = nullptr;
    m_rewind = nullptr;
}

void ImpactView::showText(const QString& text)
{
    clear();
    m_shown = {};
    m_text->setText(text);
    m_text->show();
}

void ImpactView::setChange(const SchemaChange& change, const QString& cursorText)
{
    if (change.impact == m_shown && change.running == m_shownRunning && m_list->count() > 1)
        return; // keep the choice while typing goes on
    clear();
    m_shown = change.impact;
    m_shownRunning = change.running;
    m_text->hide();
    for (const FieldImpact& field : change.impact.fields)
        addField(field);
    if (change.impact.verdict >= ImpactVerdict::ResyncAdvised && !change.impact.options.empty())
        addOptions(change.impact, cursorText);
    if (change.running)
        addRunning();
}

void ImpactView::addField(const FieldImpact& field)
{
    const Theme theme = themeOf(palette());
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    setMargins(row, 0, 0, kGrid);
    auto* glyph = new QLabel(box);
    glyph->setPixmap(tintedIcon(verdictIcon(field.verdict), verdictColor(theme, field.verdict), 16, devicePixelRatioF()));
    glyph->setToolTip(verdictWord(field.verdict));
    row->addWidget(glyph, 0, Qt::AlignTop);
    QString text = tr("%1: %2 → %3. %4").arg(field.field, shown(field.before), shown(field.after), field.sentence);
    if (field.irreversible)
        text += QLatin1Char(' ') + tr("This cannot be undone.");
    QLabel* sentence = makeParagraph(text, nullptr, box);
    sentence->setAccessibleName(verdictWord(field.verdict) + QStringLiteral(". ") + text);
    row->addWidget(sentence, 1);
    m_list->addWidget(box);
}

void ImpactView::addOptions(const Impact& impact, const QString& cursorText)
{
    m_list->addSpacing(kGrid);
    m_list->addWidget(makeLabel(tr("After applying"), "section", this));
    m_after = new QButtonGroup(this);
    for (const AfterOption& option : impact.options) {
        QString text = option.sentence;
        QStringList cost;
        if (option.rows >= 0)
            cost << tr("%1 rows").arg(formatShortCount(option.rows));
        if (option.seconds >= 0)
            cost << tr("about %1").arg(formatDuration(option.seconds * 1000));
        if (!cost.isEmpty())
            text += QStringLiteral(" (") + cost.join(QStringLiteral(", ")) + QLatin1Char(')');
        auto* radio = new QRadioButton(text, this);
        radio->setObjectName(QStringLiteral("impact.after.") + toString(option.after));
        radio->setEnabled(option.possible);
        m_after->addButton(radio, int(option.after));
        m_list->addWidget(radio);
        if (option.after == AfterChange::Rewind) {
            m_rewind = new QLineEdit(cursorText, this);
            m_rewind->setObjectName(QStringLiteral("impact.rewindTo"));
            m_rewind->setAccessibleName(tr("Rewind the cursor to"));
            m_rewind->setEnabled(false);
            m_rewind->setMaximumWidth(280);
            auto* indented = new QWidget(this); // below the words of its button
            auto* line = new QHBoxLayout(indented);
            line->setContentsMargins(leadingMargin(kBelowWords));
            line->addWidget(m_rewind);
            line->addStretch();
            m_list->addWidget(indented);
            connect(radio, &QRadioButton::toggled, m_rewind, &QWidget::setEnabled);
            connect(m_rewind, &QLineEdit::textChanged, this, &ImpactView::choiceChanged);
        }
    }
    if (QAbstractButton* suggested = m_after->button(int(impact.suggested)); suggested && suggested->isEnabled())
        suggested->setChecked(true);
    connect(m_after, &QButtonGroup::idToggled, this, &ImpactView::choiceChanged);
}

void ImpactView::addRunning()
{
    m_list->addSpacing(kGrid);
    m_list->addWidget(makeLabel(tr("A sync of this table is running"), "section", this));
    m_running = new QButtonGroup(this);
    const auto add = [&](WhenRunning value, const QString& text, const char* name) {
        auto* radio = new QRadioButton(text, this);
        radio->setObjectName(QString::fromLatin1(name));
        m_running->addButton(radio, int(value));
        m_list->addWidget(radio);
        return radio;
    };
    add(WhenRunning::AfterRun, tr("Apply after this run"), "impact.afterRun")->setChecked(true);
    add(WhenRunning::CancelAndApply, tr("Cancel the run and apply now"), "impact.cancelRun");
    connect(m_running, &QButtonGroup::idToggled, this, &ImpactView::choiceChanged);
}

AfterChange ImpactView::after() const
{
    return m_after && m_after->checkedId() >= 0 ? AfterChange(m_after->checkedId()) : AfterChange::Keep;
}

QString ImpactView::rewindTo() const
{
    return after() == AfterChange::Rewind && m_rewind ? m_rewind->text().trimmed() : QString();
}

WhenRunning ImpactView::whenRunning() const
{
    return m_running && m_running->checkedId() >= 0 ? WhenRunning(m_running->checkedId()) : WhenRunning::Refuse;
}

bool ImpactView::isComplete() const
{
    return (!m_after || m_after->checkedId() >= 0) && (after() != AfterChange::Rewind || !rewindTo().isEmpty());
}

} // namespace leat
