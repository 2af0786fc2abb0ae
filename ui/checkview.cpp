// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkview.h"

#include "models/formatting.h"
#include "models/wording.h"
#include "ui/icons.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace leat {

namespace {

QString stateIcon(CheckStep::State state)
{
    switch (state) {
    case CheckStep::State::Ok: return QStringLiteral("ok");
    case CheckStep::State::Warning: return QStringLiteral("heldback");
    case CheckStep::State::Failed: return QStringLiteral("failed");
    case CheckStep::State::Running: return QStringLiteral("sync");
    case CheckStep::State::Waiting: return QStringLiteral("never");
    case CheckStep::State::Skipped: return QStringLiteral("off");
    }
    return {};
}

QColor stateColor(const Theme& t, CheckStep::State state)
{
    switch (state) {
    case CheckStep::State::Ok: return t.good;
    case CheckStep::State::Warning: return t.warning;
    case CheckStep::State::Failed: return t.failed;
    case CheckStep::State::Running: return t.running;
    default: return t.muted;
    }
}

} // namespace

CheckView::CheckView(const char* prefix, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_error(new ErrorCard(prefix, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(kGrid);
    m_grid->setColumnStretch(2, 1);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 12);
    column->addLayout(m_grid);
    column->addWidget(m_error);
    m_error->hide();
}

void CheckView::fillRow(int row, const CheckStep& step)
{
    const auto labelAt = [&](int column, const char* role) {
        if (QLayoutItem* item = m_grid->itemAtPosition(row, column))
            return qobject_cast<QLabel*>(item->widget());
        QLabel* label = makeLabel({}, role, this);
        m_grid->addWidget(label, row, column, column == 3 ? Qt::AlignRight : Qt::Alignment());
        return label;
    };
    labelAt(0, nullptr)->setPixmap(tintedIcon(stateIcon(step.state), stateColor(themeOf(palette()), step.state), 16, devicePixelRatioF()));
    labelAt(1, nullptr)->setText(checkStepWord(step.kind));
    QLabel* note = labelAt(2, "muted");
    note->setText(step.note.isEmpty() ? checkStateWord(step.state) : step.note);
    note->setAccessibleName(checkStepWord(step.kind) + QStringLiteral(": ") + checkStateWord(step.state));
    const bool timed = step.state == CheckStep::State::Ok || step.state == CheckStep::State::Warning || step.state == CheckStep::State::Failed;
    labelAt(3, "muted")->setText(timed ? tr("%1 ms").arg(formatCount(step.milliseconds)) : QString());
}

void CheckView::setReport(const CheckReport& report)
{
    if (report == m_shown && !report.steps.empty())
        return;
    m_shown = report;
    for (int row = int(report.steps.size()); row < m_grid->rowCount(); ++row) // lines of a longer report before
        for (int column = 0; column < m_grid->columnCount(); ++column)
            if (QLayoutItem* item = m_grid->itemAtPosition(row, column)) {
                item->widget()->hide();
                item->widget()->deleteLater();
                m_grid->removeItem(item);
                delete item;
            }
    std::optional<Error> error;
    for (size_t i = 0; i < report.steps.size(); ++i) {
        fillRow(int(i), report.steps[i]);
        if (report.steps[i].error && !error)
            error = report.steps[i].error;
    }
    setError(error);
}

void CheckView::setError(const std::optional<Error>& error)
{
    m_error->setVisible(error.has_value());
    if (error)
        m_error->setError(*error);
}

} // namespace leat
