// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"

#include <QList>

#include <functional>
#include <utility>
#include <vector>

class QAction;
class QWidget;

namespace leat {

// Dialogs that show one value; all open without blocking and delete themselves.
/// `repair` is called when a person wants what differs put right, `syncAgain` to sync the table and
/// compare it once more.
void showVerifyReport(QWidget* parent, const VerifyReport& report, const std::function<void()>& repair, const std::function<void()>& syncAgain);
/// `review` is called when a person wants to look at deletes that were held back.
void showReconcileReport(QWidget* parent, const ReconcileReport& report, const std::function<void()>& review);
void showShortcuts(QWidget* parent, const QList<QAction*>& actions);
/// Examples of the search field's language and what each finds.
void showSearchHelp(QWidget* parent, const std::vector<std::pair<QString, QString>>& examples);
void showAbout(QWidget* parent, const QString& profilePath, const QString& warehousePath);

} // namespace leat
