// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QByteArray>
#include <QModelIndexList>

namespace leat {

/// One field of RFC 4180. A text that a spreadsheet would run as a formula (=, +, -, @, tab, CR
/// at its start, and not a plain number) gets an apostrophe in front.
QString csvField(const QString& text);

/// The whole model, tree rows flattened in order, as UTF-8 CSV with CRLF and a header line. Reads
/// ExportRole, else DisplayRole.
QByteArray toCsv(const QAbstractItemModel& model);

/// The cells of a selection as tab-separated text in row and column order, for the clipboard.
/// Tabs and line breaks inside a cell become spaces.
QString toTsv(const QModelIndexList& cells);

} // namespace leat
