// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QString;
class QTableView;

namespace leat {

class RunLogModel;

/// A read-only table in the window's manner: whole rows, no grid, no wrapping, Tab leaves it.
QTableView* makeTable(const char* objectName, const QString& name, QAbstractItemModel* model);
/// The log of one run; stays at the end while the run goes on.
QTableView* makeLogView(const char* objectName, RunLogModel* model);

} // namespace leat
