// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/names.h"

#include "app/cli/clitext.h"
#include "app/cli/nearest.h"

#include <QRegularExpression>

#include <algorithm>

namespace leat {

namespace {

const QString kDot = QStringLiteral(".");

QRegularExpression patternFor(const QString& glob)
{
    // A slash is an ordinary letter of a name here, unlike in paths.
    return QRegularExpression(QRegularExpression::anchoredPattern(
        QRegularExpression::wildcardToRegularExpression(glob).replace(QStringLiteral("[^/]"), QStringLiteral("."))));
}

Failure notFound(const QString& what, const QString& name, const QStringList& near, const QString& list)
{
    Error error = makeError(ErrorCode::NotFound, {}, {{QStringLiteral("what"), what}, {QStringLiteral("name"), name}});
    ErrorText text{Cli::tr("There is no %1 named “%2”.").arg(what, name), didYouMean(near)};
    const QString more = Cli::tr("List what there is with “%1”.").arg(list);
    text.remedy = text.remedy.isEmpty() ? more : text.remedy + QLatin1Char(' ') + more;
    return {std::move(error), std::move(text)};
}

Failure ambiguous(const QString& name, const std::vector<SchemaInfo>& found)
{
    QStringList names;
    for (const SchemaInfo& schema : found)
        names.append(QStringLiteral("“%1”").arg(fullName(schema)));
    return {makeError(ErrorCode::InvalidArgument),
        ErrorText{Cli::tr("“%1” can mean several tables: %2.").arg(name, names.join(QStringLiteral(", "))),
            Cli::tr("Write one of these names in full.")}};
}

Failure nothingMatches(const QString& pattern, const QString& list)
{
    return {makeError(ErrorCode::NotFound, {}, {{QStringLiteral("name"), pattern}}),
        ErrorText{Cli::tr("No table matches “%1”.").arg(pattern),
            Cli::tr("List what there is with “%1”.").arg(list)}};
}

std::vector<SchemaInfo> exactly(const World& world, const QString& name)
{
    std::vector<SchemaInfo> found;
    for (const SchemaInfo& schema : world.schemas) {
        if (fullName(schema) == name)
            return {schema};
        if (spellings(schema, world).contains(name))
            found.push_back(schema);
    }
    return found;
}

std::vector<SchemaInfo> byPattern(const World& world, const QString& glob)
{
    const QRegularExpression pattern = patternFor(glob);
    std::vector<SchemaInfo> found;
    for (const SchemaInfo& schema : world.schemas) {
        const QStringList names = spellings(schema, world);
        if (std::any_of(names.begin(), names.end(), [&](const QString& n) { return pattern.match(n).hasMatch(); }))
            found.push_back(schema);
    }
    return found;
}

Try<std::vector<SchemaInfo>> oneName(const World& world, const QString& name)
{
    std::vector<SchemaInfo> found = exactly(world, name);
    if (found.size() == 1)
        return found;
    if (found.size() > 1)
        return ambiguous(name, found);
    if (isPattern(name)) {
        found = byPattern(world, name);
        if (found.empty())
            return nothingMatches(name, QStringLiteral("leatctl schema list"));
        return found;
    }
    QStringList all;
    for (const SchemaInfo& schema : world.schemas) {
        all.append(fullName(schema));
        if (schema.label == name || schema.table.name == name)
            all.prepend(fullName(schema));
    }
    QStringList near = nearest(name, all);
    return notFound(Cli::tr("table"), name, near, QStringLiteral("leatctl schema list"));
}

} // namespace

bool isPattern(const QString& name)
{
    return name.contains(QLatin1Char('*')) || name.contains(QLatin1Char('?')) || name.contains(QLatin1Char('['));
}

QString fullName(const SchemaInfo& schema)
{
    return schema.sourceName + kDot + schema.label;
}

QStringList spellings(const SchemaInfo& schema, const World& world)
{
    const QString prefix = schema.sourceName + kDot;
    const QString& space = schema.table.nameSpace;
    QStringList names{fullName(schema)};
    if (!space.isEmpty()) {
        names.append(prefix + space + kDot + schema.table.name);
        names.append(prefix + space + QStringLiteral("__") + schema.table.name);
    }
    const SourceInfo* source = world.source(schema.sourceId);
    if (space.isEmpty() || (source != nullptr && source->defaultNamespace == space))
        names.append(prefix + schema.table.name);
    if (!schema.warehouseTable.isEmpty())
        names.append(schema.warehouseTable);
    names.removeDuplicates();
    return names;
}

Try<SourceInfo> findSource(const World& world, const QString& name)
{
    QStringList names;
    for (const SourceInfo& source : world.sources) {
        if (source.name == name)
            return source;
        names.append(source.name);
    }
    return notFound(Cli::tr("source"), name, nearest(name, names), QStringLiteral("leatctl source list"));
}

Try<std::vector<SchemaInfo>> findSchemas(const World& world, const QStringList& names)
{
    std::vector<SchemaInfo> all;
    for (const QString& name : names) {
        Try<std::vector<SchemaInfo>> found = oneName(world, name);
        if (!found)
            return found;
        for (SchemaInfo& schema : *found)
            if (std::none_of(all.begin(), all.end(), [&](const SchemaInfo& s) { return s.id == schema.id; }))
                all.push_back(std::move(schema));
    }
    return all;
}

Try<SchemaInfo> findSchema(const World& world, const QString& name)
{
    Try<std::vector<SchemaInfo>> found = oneName(world, name);
    if (!found)
        return found.failure();
    if (found->size() > 1)
        return ambiguous(name, *found);
    return std::move(found->front());
}

Try<std::vector<TableListing>> findTables(const std::vector<TableListing>& tables, const QString& defaultNamespace,
    const QStringList& names)
{
    const auto spelled = [&](const TableListing& t) {
        QStringList all;
        if (!t.table.nameSpace.isEmpty())
            all << t.table.nameSpace + kDot + t.table.name << t.table.nameSpace + QStringLiteral("__") + t.table.name;
        if (t.table.nameSpace.isEmpty() || t.table.nameSpace == defaultNamespace)
            all.prepend(t.table.name);
        return all;
    };
    std::vector<TableListing> chosen;
    const auto choose = [&](const TableListing& t) {
        if (std::none_of(chosen.begin(), chosen.end(), [&](const TableListing& c) { return c.table == t.table; }))
            chosen.push_back(t);
    };
    for (const QString& name : names) {
        QStringList all;
        bool matched = false;
        for (const TableListing& table : tables) {
            all.append(spelled(table).first());
            if (spelled(table).contains(name)) {
                choose(table);
                matched = true;
            }
        }
        if (!matched && isPattern(name)) {
            const QRegularExpression pattern = patternFor(name);
            for (const TableListing& table : tables)
                for (const QString& spelling : spelled(table))
                    if (pattern.match(spelling).hasMatch()) {
                        choose(table);
                        matched = true;
                    }
        }
        if (!matched) {
            ErrorText text{Cli::tr("The source has no table “%1”.").arg(name), didYouMean(nearest(name, all))};
            if (text.remedy.isEmpty())
                text.remedy = Cli::tr("Add the source without --table, then look at “leatctl schema list”.");
            return Failure{makeError(ErrorCode::NotFound, {}, {{QStringLiteral("name"), name}}), text};
        }
    }
    return chosen;
}

std::vector<SchemaId> idsOf(const std::vector<SchemaInfo>& schemas)
{
    std::vector<SchemaId> ids;
    for (const SchemaInfo& schema : schemas)
        ids.push_back(schema.id);
    return ids;
}

} // namespace leat
