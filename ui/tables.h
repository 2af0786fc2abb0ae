// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QString;
class QTableView;

namespace leat {

/// A read-only table in the window's manner: whole rows, no grid, no wrapping, Tab leaves it.
QTableView* makeTable(const char* objectName, const QString& name, QAbstractItemModel* model);
/// Gives the columns, but the last, what their texts need, up to `most` pixels; the first, which names, a quarter more.
void fitColumns(QTableView* view, int most);
/// The lines of a log, of a RunLogModel or a proxy over one.
QTableView* makeLogTable(const char* objectName, QAbstractItemModel* model);

} // namespace leat
