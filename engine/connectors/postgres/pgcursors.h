// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <vector>

namespace leat::pg {

/// What is known of a column that could be a cursor.
struct CursorFacts
{
    QString name;
    QString sourceType;
    quint32 typeOid = 0;
    bool notNull = false;
    bool indexed = false;          ///< first column of a usable B-tree index
    bool generatedId = false;      ///< identity, or a default of nextval()
    bool inPrimaryKey = false;     ///< it is the whole primary key
    double nullShare = -1;
    CursorEvidence evidence;
    double distinct = 0;           ///< n_distinct of the statistics; 0: unknown
};

/// The share of rows that repeat a value, from n_distinct (negative: a share of the rows); -1: unknown.
double duplicateShareOf(double distinct, qint64 rows);

/// By its name: says when a row was changed, when it was made, or neither.
enum class NameKind { Update, Create, Other };
NameKind nameKind(const QString& name);

/// How a sync type and a cursor are suggested, the same for the list and for one table's options.
struct CursorAdvice
{
    std::vector<CursorCandidate> candidates;   ///< best first; at most one recommended
    QString field;                             ///< the recommended one, or empty
    CursorType type = CursorType::Timestamp;
    SyncType suggested = SyncType::FullRefresh;
    QString reason;
};

/// Pure. A name such as updated_at speaks most, then an index, then the type with a zone (T019).
CursorAdvice adviseCursor(const std::vector<CursorFacts>& columns, const QStringList& primaryKey, TableKind kind, qint64 estimatedRows);

} // namespace leat::pg
