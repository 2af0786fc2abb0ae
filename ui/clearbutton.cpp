// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clearbutton.h"

#include "ui/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace leat {

void showClearButton(QLineEdit* line)
{
    line->setClearButtonEnabled(true);
    for (QAction* action : line->findChildren<QAction*>(QStringLiteral("_q_qlineeditclearaction")))
        action->setText(QCoreApplication::translate("leat::Field", "Clear the field"));
}

void showSign(QLineEdit* line, const QString& icon)
{
    line->addAction(lineIcon(icon), QLineEdit::LeadingPosition)->setText(line->accessibleName());
}

} // namespace leat
