// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pausemenu.h"

namespace leat {

namespace {

constexpr int kMorning = 8;

// The next eight o'clock that is tomorrow's, by the computer's clock.
QDateTime tomorrowMorning()
{
    return QDateTime(QDate::currentDate().addDays(1), QTime(kMorning, 0)).toUTC();
}

} // namespace

PauseMenu::PauseMenu(const QString& objectName, QWidget* parent) : QMenu(tr("Pause for…"), parent)
{
    setObjectName(objectName);
    const auto in = [](int minutes) { return [minutes] { return QDateTime::currentDateTimeUtc().addSecs(minutes * 60); }; };
    add("30min", tr("30 minutes"), in(30));
    add("1h", tr("1 hour"), in(60));
    add("4h", tr("4 hours"), in(240));
    add("morning", tr("Until tomorrow, 8:00"), tomorrowMorning);
    addSeparator();
    add("open", tr("Until I resume"), [] { return QDateTime(); });
}

void PauseMenu::add(const char* name, const QString& text, std::function<QDateTime()> until)
{
    QAction* action = addAction(text);
    action->setObjectName(objectName() + QLatin1Char('.') + QLatin1String(name));
    connect(action, &QAction::triggered, this, [this, until = std::move(until)] { Q_EMIT chosen(until()); });
}

} // namespace leat
