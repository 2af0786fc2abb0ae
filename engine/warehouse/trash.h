// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace leat {

/// What is written down beside an old generation. `context` is opaque to the warehouse: the
/// configuration and the source, as JSON.
struct TrashNote
{
    QString action;                ///< "delete-data"
    QString actor;
    QString label;                 ///< "shop.orders"
    QString context;
};

/// An old generation of a table: its rows under a name of their own, its state row as text.
struct TrashRecord
{
    qint64 id = 0;
    QString schema;                ///< where it was
    QString table;
    TrashNote note;
    QDateTime trashedAt;           ///< UTC
    qint64 rows = 0;
    qint64 bytes = -1;
    QString cursorText;
    qint64 fence = 0;              ///< of the run that stored it; 0: not known
};

} // namespace leat
