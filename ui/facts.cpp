// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facts.h"

#include "ui/parts.h"

#include <QGridLayout>

namespace leat {

namespace {
constexpr int kMostFacts = 64;
}

FactGrid::FactGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(kGrid);
    m_grid->setColumnMinimumWidth(0, 112);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::fillBelow()
{
    m_grid->setRowStretch(kMostFacts, 1);
}

void FactGrid::begin() { m_used = 0; }

void FactGrid::add(const QString& what, const QString& value, const QString& toolTip)
{
    if (m_used == m_rows.size()) {
        Row row{makeLabel({}, "muted", this), makeParagraph({}, nullptr, this)};
        m_grid->addWidget(row.what, int(m_used), 0, Qt::AlignTop);
        m_grid->addWidget(row.value, int(m_used), 1);
        m_rows.push_back(row);
    }
    const Row& row = m_rows[m_used++];
    row.what->setText(what);
    row.value->setText(value);
    row.value->setToolTip(toolTip);
    row.value->setAccessibleName(what + QStringLiteral(": ") + value);
    row.what->show();
    row.value->show();
}

void FactGrid::end()
{
    for (size_t i = m_used; i < m_rows.size(); ++i) {
        m_rows[i].what->hide();
        m_rows[i].value->hide();
    }
}

} // namespace leat
