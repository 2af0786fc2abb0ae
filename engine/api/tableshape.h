// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/syncvalues.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>
#include <vector>

namespace leat {

/// A table as its source names it. `nameSpace` is the database's own schema ("public"),
/// empty where the source has none (SQLite).
struct TableName
{
    QString nameSpace;
    QString name;
    bool operator==(const TableName&) const = default;
    std::strong_ordering operator<=>(const TableName& other) const
    {
        const int byNs = nameSpace.compare(other.nameSpace);
        const int order = byNs != 0 ? byNs : name.compare(other.name);
        return order <=> 0;
    }
};

/// The warehouse-neutral type of a column. Decimal uses precision (1–38) and scale.
struct ColumnType
{
    enum class Kind {
        Boolean, Int8, Int16, Int32, Int64, UInt32, UInt64, Float, Double, Decimal,
        Date, Time, TimeTz, Timestamp, TimestampTz, Interval, Uuid, Text, Json, Blob,
    };
    Kind kind = Kind::Text;
    quint8 precision = 0;
    quint8 scale = 0;
    bool operator==(const ColumnType&) const = default;
};

/// One column as the source reports it and as the warehouse will hold it.
struct ColumnShape
{
    QString name;
    QString sourceType;        ///< as the source spells it: "numeric(12,2)", "int4[]"
    ColumnType type;           ///< as the warehouse holds it
    bool nullable = true;
    int attribute = 0;         ///< the source's own number of the column, for drift (trap T061)
    QString comment;
    QString lossNote;          ///< empty when the mapping is exact, else what can be lost
    bool operator==(const ColumnShape&) const = default;
};

/// A table's columns, keys and size as the source reports them now.
struct TableShape
{
    TableName table;
    TableKind kind = TableKind::Table;
    QString identity;                          ///< changes when the table is made anew; empty: the source has none
    QString comment;
    std::vector<ColumnShape> columns;
    QStringList primaryKey;                    ///< in key order; empty when there is none
    std::vector<QStringList> uniqueKeys;       ///< other unique, not-null keys
    QStringList indexedColumns;                ///< columns that lead a usable (whole-table) index
    QStringList hiddenColumns;                 ///< there, but the role may not read them (T076)
    QStringList diverseColumns;                ///< large tables: columns whose values seldom repeat, by statistics
    qint64 estimatedRows = -1;                 ///< -1: unknown
    qint64 sizeBytes = -1;

    const ColumnShape* column(const QString& name) const
    {
        for (const ColumnShape& c : columns)
            if (c.name == name)
                return &c;
        return nullptr;
    }
    bool operator==(const TableShape&) const = default;
};

/// What the values of a column say of it as a cursor, and how that is known.
struct CursorEvidence
{
    /// Nothing is known; the source's own statistics; the ends of an index; the first rows; every row.
    enum class Basis { Unknown, Statistics, Index, FirstRows, AllRows };
    Basis valuesBy = Basis::Unknown;   ///< of duplicateShare
    Basis endsBy = Basis::Unknown;     ///< of greatest, atGreatest and future
    double duplicateShare = -1;        ///< 0–1: rows whose value another row had before; -1: unknown
    QString greatest;                  ///< the greatest value, as the source spells it; empty: none or unknown
    qint64 atGreatest = -1;            ///< rows that share it, counted to kCountedTo; -1: unknown
    qint64 future = -1;                ///< rows beyond the source's clock plus a day (trap T013), counted to kCountedTo
    std::optional<bool> moves;         ///< whether changes of rows were seen to move it (trap T026)
    bool operator==(const CursorEvidence&) const = default;

    static constexpr qint64 kCountedTo = 1000;
};
QString toString(CursorEvidence::Basis basis);

/// A column that could be the cursor, with what speaks for and against it (seed id T33).
struct CursorCandidate
{
    QString field;
    CursorType type = CursorType::Timestamp;
    QString sourceType;
    bool indexed = false;
    double nullShare = 0;          ///< 0–1, by the source's statistics or a count; -1: unknown
    bool recommended = false;
    QString reason;                ///< translated, one short clause
    CursorEvidence evidence = {};
    bool operator==(const CursorCandidate&) const = default;
};

/// Whether columns identify every row, as it was found at the source.
struct KeyReport
{
    QStringList columns;
    bool unique = true;
    bool hasNulls = false;
    QStringList examples;          ///< up to three keys that occur more than once
    QDateTime checkedAt = {};      ///< UTC
};

/// What can be chosen for a schema now, re-read from the live source (seed id T33).
struct SyncOptions
{
    TableShape shape;
    std::vector<CursorCandidate> incrementalFields;
    QStringList detectedPrimaryKeys;
    bool incrementalAvailable = false;
    bool appendAvailable = false;
    bool fullRefreshAvailable = true;
    bool cdcAvailable = false;     ///< the source's log can be followed (T53)
    bool supportsWebhooks = false; ///< the source pushes changes of this table (T57)
    std::optional<KeyReport> lastKeyCheck = {};   ///< of any columns, the newest
    SyncType suggested = SyncType::FullRefresh;
    QString suggestedField;
    QString suggestionReason;      ///< translated, one short clause
};

/// One line of a source's table list; cheap enough for thousands.
struct TableListing
{
    TableName table;
    TableKind kind = TableKind::Table;
    qint64 estimatedRows = -1;
    qint64 sizeBytes = -1;
    bool readable = true;          ///< false: listed, but the role may not SELECT from it
    QString comment;
    QStringList primaryKey;
    QString suggestedCursor;       ///< empty: none found
    CursorType suggestedCursorType = CursorType::Timestamp;
    SyncType suggested = SyncType::FullRefresh;
    QString reason;                ///< translated, one short clause
    bool operator==(const TableListing&) const = default;
};

} // namespace leat
