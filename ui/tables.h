// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QString;
class QTableView;

namespace leat {

/// A read-only table in the window's manner: whole rows, no grid, no wrapping, Tab leaves it.
QTableView* makeTable(const char* objectName, const QString& name, QAbstractItemModel* model);
/// The lines of a log, of a RunLogModel or a proxy over one.
QTableView* makeLogTable(const char* objectName, QAbstractItemModel* model);

} // namespace leat
