// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"

#include <QList>

class QAction;
class QWidget;

namespace leat {

// Dialogs that show one value; all open without blocking and delete themselves.
void showVerifyReport(QWidget* parent, const VerifyReport& report);
void showDoctorReport(QWidget* parent, const DoctorReport& report);
void showShortcuts(QWidget* parent, const QList<QAction*>& actions);
void showAbout(QWidget* parent, const QString& profilePath, const QString& warehousePath);

} // namespace leat
