// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problemstrip.h"

#include "ui/icons.h"
#include "ui/incidentrow.h"
#include "ui/parts.h"

#include <QBoxLayout>

#include <algorithm>

namespace leat {

ProblemStrip::ProblemStrip(Control* control, const QByteArray& prefix, int most, bool collapsible, QWidget* parent)
    : QWidget(parent)
    , m_control(control)
    , m_prefix(prefix)
    , m_most(size_t(most))
    , m_head(new QWidget(this))
    , m_title(makeLabel({}, "section", m_head))
    , m_list(new QVBoxLayout)
{
    setObjectName(QString::fromLatin1(prefix + ".strip"));
    setAccessibleName(tr("Problems"));
    m_fold = makeIconButton(QStringLiteral("chevron-down"), tr("Fold the problems"), (prefix + ".fold").constData(), m_head);
    m_fold->setCheckable(true);
    m_more = makeButton({}, (prefix + ".all").constData(), "link", m_head);
    auto* head = new QHBoxLayout(m_head);
    setMargins(head, 0, 0, kGrid);
    head->addWidget(m_fold);
    head->addWidget(m_title);
    head->addWidget(m_more);
    head->addStretch();
    m_head->setVisible(collapsible);
    setMargins(m_list, 0, 0, 4);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 4);
    column->addWidget(m_head);
    column->addLayout(m_list);
    connect(m_fold, &QToolButton::toggled, this, [this](bool folded) {
        m_collapsed = folded;
        m_fold->setIcon(lineIcon(folded ? forwardChevron() : QStringLiteral("chevron-down")));
        apply();
    });
    connect(m_more, &QPushButton::clicked, this, &ProblemStrip::allWanted);
    connect(control, &Control::changed, this, [this](const ChangeSet& changes) {
        if (changes.incidents || changes.structure)
            apply();
    });
    apply();
}

IncidentRow* ProblemStrip::rowAt(size_t at)
{
    while (m_rows.size() <= at) {
        const QByteArray name = m_rows.empty() ? m_prefix : m_prefix + '.' + QByteArray::number(int(m_rows.size()) + 1);
        auto* row = new IncidentRow(name, this);
        connect(row, &IncidentRow::fixWanted, this, &ProblemStrip::fixWanted);
        connect(row, &IncidentRow::whyWanted, this, &ProblemStrip::whyWanted);
        connect(row, &IncidentRow::showWanted, this, &ProblemStrip::showWanted);
        m_list->addWidget(row);
        m_rows.push_back(row);
    }
    return m_rows[at];
}

void ProblemStrip::apply()
{
    const WorldPtr world = m_control->snapshot();
    const size_t count = world->incidents.size();
    const size_t shown = m_collapsed ? 0 : std::min(count, m_most);
    for (size_t i = 0; i < shown; ++i) {
        IncidentRow* row = rowAt(i);
        if (row->incident() != world->incidents[i])
            row->setIncident(world->incidents[i]);
        row->show();
    }
    for (size_t i = shown; i < m_rows.size(); ++i)
        m_rows[i]->hide();
    m_shown = int(shown);
    m_title->setText(tr("%n problem(s)", nullptr, int(count)));
    m_more->setText(tr("and %n more", nullptr, int(count - shown)));
    m_more->setVisible(count > shown && !m_collapsed);
    setVisible(count > 0);
    if (int(count) != m_count) {
        m_count = int(count);
        Q_EMIT countChanged(m_count);
    }
}

} // namespace leat
