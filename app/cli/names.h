// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"
#include "engine/api/tableshape.h"
#include "engine/api/world.h"

#include <QStringList>

#include <vector>

namespace leat {

/// What a schema is called on the command line: "shop.orders".
QString fullName(const SchemaInfo& schema);

/// Every spelling that means the schema: source.label, source.namespace.table,
/// source.namespace__table, the warehouse table, and source.table in the default namespace.
QStringList spellings(const SchemaInfo& schema, const World& world);

/// The source with exactly this name, or a failure that names near ones.
Try<SourceInfo> findSource(const World& world, const QString& name);

/// The schemas that the names mean, each once, in the order named. An exact spelling goes before
/// a glob pattern (“shop.*”), because names may hold dots, stars and brackets. Fails on the first
/// name that means nothing, or that means several schemas without being a pattern.
Try<std::vector<SchemaInfo>> findSchemas(const World& world, const QStringList& names);

/// As above for exactly one schema.
Try<SchemaInfo> findSchema(const World& world, const QString& name);

/// Tables of a listing by "table", "namespace.table" or glob.
Try<std::vector<TableListing>> findTables(const std::vector<TableListing>& tables,
    const QString& defaultNamespace, const QStringList& names);

bool isPattern(const QString& name);

std::vector<SchemaId> idsOf(const std::vector<SchemaInfo>& schemas);

} // namespace leat
