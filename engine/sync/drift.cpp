// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/drift.h"

#include "engine/connectors/widening.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Drift", text);
}

bool isNumbered(const StoredState& stored, const TableShape& now)
{
    return !now.identity.isEmpty() && now.identity == stored.last.cursor.tableId;
}

const ColumnShape* numbered(const TableShape& shape, int attribute)
{
    for (const ColumnShape& column : shape.columns)
        if (column.attribute == attribute)
            return &column;
    return nullptr;
}

const ColumnMark* markNamed(const std::vector<ColumnMark>& marks, const QString& name)
{
    const auto found = std::find_if(marks.begin(), marks.end(), [&name](const ColumnMark& m) { return m.name == name; });
    return found == marks.end() ? nullptr : &*found;
}

bool tableHas(const StoredState& stored, const QString& column)
{
    return std::any_of(stored.columns.begin(), stored.columns.end(),
        [&column](const LoadColumn& c) { return c.name.compare(column, Qt::CaseInsensitive) == 0; });
}

// What a mark's column is called now, when its number says so and nothing else has either name: names
// that were swapped are told apart by a new copy, not by renaming. The warehouse must have the one and
// lack the other, or there would be nothing to rename.
const ColumnShape* renamedTo(const StoredState& stored, const ColumnMark& mark, const TableShape& now)
{
    if (!isNumbered(stored, now) || mark.attribute <= 0 || now.column(mark.name))
        return nullptr;
    const ColumnShape* column = numbered(now, mark.attribute);
    if (!column || markNamed(stored.last.cursor.columns, column->name))
        return nullptr;
    const bool caseOnly = mark.warehouseName().compare(column->name, Qt::CaseInsensitive) == 0;
    return tableHas(stored, mark.warehouseName()) && (caseOnly || !tableHas(stored, column->name)) ? column : nullptr;
}

QString typeName(const QString& sourceType, const ColumnType& type)
{
    return sourceType.isEmpty() ? QStringLiteral("type %1").arg(int(type.kind)) : sourceType;
}

std::optional<ColumnDrift> typeDrift(const ColumnMark& mark, const ColumnShape& column)
{
    if (mark.type == column.type)
        return std::nullopt;
    const bool wider = widensLosslessly(mark.type, column.type) && column.type.kind != ColumnType::Kind::Text;
    return ColumnDrift{wider ? DriftKind::Widened : DriftKind::Retyped, column.name,
        typeName(mark.sourceType, mark.type), typeName(column.sourceType, column.type)};
}

// The column's name now, also when it was renamed by a sync whose new configuration was not kept.
QString followed(const QString& name, const StoredState& stored, const TableShape& now)
{
    if (name.isEmpty() || now.column(name))
        return name;
    for (const ColumnMark& mark : stored.last.cursor.columns) {
        if (mark.name != name && !mark.former.contains(name))
            continue;
        if (now.column(mark.name))
            return mark.name;
        if (const ColumnShape* column = renamedTo(stored, mark, now))
            return column->name;
    }
    return name;
}

} // namespace

bool ShapeDrift::has(DriftKind kind) const
{
    return std::any_of(changes.begin(), changes.end(), [kind](const ColumnDrift& d) { return d.kind == kind; });
}

const ColumnDrift* ShapeDrift::of(const QString& column) const
{
    const auto found = std::find_if(changes.begin(), changes.end(), [&column](const ColumnDrift& d) { return d.column == column; });
    return found == changes.end() ? nullptr : &*found;
}

ShapeDrift driftOf(const StoredState& stored, const TableShape& now, const QStringList& selected)
{
    ShapeDrift drift;
    const std::vector<ColumnMark>& marks = stored.last.cursor.columns;
    std::set<QString> met;
    for (const ColumnMark& mark : marks) {
        const ColumnShape* column = now.column(mark.name);
        if (!column) {
            if (now.hiddenColumns.contains(mark.name))
                continue; // still there
            column = renamedTo(stored, mark, now);
            if (!column) {
                drift.changes.push_back({DriftKind::Dropped, mark.name, {}, {}});
                continue;
            }
            drift.changes.push_back({DriftKind::Renamed, column->name, mark.name, column->name});
        } else if (isNumbered(stored, now) && mark.attribute > 0 && column->attribute != mark.attribute) {
            drift.changes.push_back({DriftKind::Recreated, column->name,
                typeName(mark.sourceType, mark.type), typeName(column->sourceType, column->type)});
            met.insert(column->name);
            continue;
        }
        met.insert(column->name);
        if (const std::optional<ColumnDrift> type = typeDrift(mark, *column))
            drift.changes.push_back(*type);
    }
    if (marks.empty())
        return drift;
    for (const ColumnShape& column : now.columns)
        if (!met.contains(column.name) && (selected.isEmpty() || selected.contains(column.name)))
            drift.changes.push_back({DriftKind::Added, column.name, {}, typeName(column.sourceType, column.type)});
    return drift;
}

void followRenames(SchemaConfig& config, std::optional<StoredState>& stored, const TableShape& now)
{
    if (!stored)
        return;
    const auto follow = [&](QString& name) { name = followed(name, *stored, now); };
    CursorState& position = stored->last.cursor;
    for (QStringList* names : {&config.primaryKeyColumns, &config.columns, &position.keyColumns})
        for (QString& name : *names)
            follow(name);
    follow(config.incrementalField);
    follow(position.column);
}

QString driftText(const ColumnDrift& drift)
{
    switch (drift.kind) {
    case DriftKind::Added: return tr("“%1” is new (%2)").arg(drift.column, drift.after);
    case DriftKind::Dropped: return tr("“%1” is gone").arg(drift.column);
    case DriftKind::Renamed: return tr("“%1” is now called “%2”").arg(drift.before, drift.after);
    case DriftKind::Widened: return tr("“%1” is wider: %2, before %3").arg(drift.column, drift.after, drift.before);
    case DriftKind::Retyped: return tr("“%1” has another type: %2, before %3").arg(drift.column, drift.after, drift.before);
    case DriftKind::Recreated: return tr("“%1” was dropped and made anew: %2, before %3").arg(drift.column, drift.after, drift.before);
    }
    return {};
}

QString driftText(const ShapeDrift& drift)
{
    QStringList lines;
    for (const ColumnDrift& each : drift.changes)
        lines.append(driftText(each));
    return lines.join(QStringLiteral("; "));
}

} // namespace leat
