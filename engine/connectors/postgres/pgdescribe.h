// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgconnection.h"
#include "engine/connectors/postgres/pgcursors.h"
#include "engine/connectors/postgres/pgtypes.h"
#include "engine/connectors/source.h"

namespace leat::pg {

/// One heap that a read goes over: the table itself, a partition, or an inheritance child.
struct Leaf
{
    TableName name;
    qint64 pages = 0;
    quint32 file = 0;              ///< its file's number, another after each rewrite
    TablePart part = {};
};

/// A column that may be read, with how to ask for and decode it.
struct ReadableColumn
{
    ColumnShape shape;
    TypeFacts facts;
    TypeMapping mapping;
    bool indexed = false;
    bool generatedId = false;
    double nullShare = -1;
    CursorEvidence evidence;       ///< of columns that could be a cursor, once it was gathered
};

/// A table as one snapshot sees it.
struct Description
{
    TableShape shape;
    std::vector<ReadableColumn> columns;
    std::vector<Leaf> leaves;              ///< heaps that may be read one by one; empty: only through the table
    QStringList unreadableColumns;         ///< left out: no privilege (T076)
    SnapshotFacts facts;
    qint64 pages = 0;                      ///< of all heaps

    const ReadableColumn* column(const QString& name) const
    {
        for (const ReadableColumn& c : columns)
            if (c.shape.name == name)
                return &c;
        return nullptr;
    }
    std::vector<CursorFacts> cursorFacts() const;
};

/// Begins REPEATABLE READ READ ONLY, describes the table and learns the snapshot's facts, all in one
/// round trip: a sync of a small table costs little else. `ownPids` are our own read-only backends.
/// On an error the transaction is left open for the caller to roll back.
Result<Description> beginAndDescribe(Connection& connection, const Settings& settings, const TableName& table,
                                     const std::vector<int>& ownPids, bool withStatistics, const CancelToken& cancel);

} // namespace leat::pg
