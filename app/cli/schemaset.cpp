// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/names.h"
#include "app/cli/nearest.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"

#include <algorithm>

namespace leat {

namespace {

struct Change
{
    QStringList names;
    SchemaPatch patch;
};

bool namesATable(const World& world, const QString& word)
{
    return std::any_of(world.schemas.begin(), world.schemas.end(),
        [&](const SchemaInfo& schema) { return spellings(schema, world).contains(word); });
}

Failure badField(const Error& error, const QString& field)
{
    if (error.code != ErrorCode::UnknownOption)
        return error;
    const QString known = Cli::tr("Known fields: %1.").arg(schemaFieldNames().join(QStringLiteral(", ")));
    const QString near = didYouMean(nearest(field, schemaFieldNames()));
    return {error, ErrorText{Cli::tr("A table has no setting “%1”.").arg(field), near.isEmpty() ? known : near + QLatin1Char(' ') + known}};
}

// A word with "=" is a field unless it is a table's very name.
Try<Change> readWords(const World& world, const QStringList& words)
{
    Change change;
    for (const QString& word : words) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (equals <= 0 || namesATable(world, word)) {
            change.names.append(word);
            continue;
        }
        const QString field = word.left(equals);
        const Result<void> read = setField(change.patch, field, word.mid(equals + 1));
        if (!read)
            return badField(read.error(), field);
    }
    if (change.names.isEmpty())
        return usageFailure(ErrorCode::MissingOption, Cli::tr("No table was named."),
            Cli::tr("Write source.table, or a pattern like 'shop.*', before the fields."));
    if (change.patch.isEmpty())
        return usageFailure(ErrorCode::MissingOption, Cli::tr("Nothing to change was given."),
            Cli::tr("Write field=value. Known fields: %1.").arg(schemaFieldNames().join(QStringLiteral(", "))));
    return change;
}

void apply(Session& session, const std::vector<SchemaInfo>& before, const SchemaPatch& patch)
{
    // One table is checked against what the person saw; many are changed as they are.
    const qint64 expected = before.size() == 1 ? before.front().revision : 0;
    session.ask<Done>(SetSchemas{idsOf(before), patch, expected}, [&session, before, patch](const Done&) {
        const auto arrived = [before, patch](const World& world) {
            return std::all_of(before.begin(), before.end(), [&](const SchemaInfo& old) {
                const SchemaInfo* now = world.schema(old.id);
                return now == nullptr || now->revision != old.revision || applied(old.config, patch) == old.config;
            });
        };
        session.whenWorld(arrived, [&session, before](const WorldPtr& world) {
            const std::vector<SchemaInfo> now = refreshed(*world, before);
            Output& out = session.out();
            if (out.json())
                out.document(QJsonObject{{QStringLiteral("schemas"), schemasJson(now)}});
            else
                out.table(schemaTable(out, now));
            session.finish();
        });
    });
}

void setSchemas(Session& session, const QStringList& words)
{
    const WorldPtr world = session.world();
    const Try<Change> change = readWords(*world, words);
    if (!change)
        return session.fail(change.failure());
    const Try<std::vector<SchemaInfo>> schemas = findSchemas(*world, change->names);
    if (!schemas)
        return session.fail(schemas.failure());
    apply(session, *schemas, change->patch);
}

void enable(Session& session, const QStringList& names, bool on)
{
    const Try<std::vector<SchemaInfo>> schemas = findSchemas(*session.world(), names);
    if (!schemas)
        return session.fail(schemas.failure());
    SchemaPatch patch;
    patch.shouldSync = on;
    apply(session, *schemas, patch);
}

void addEnable(CLI::App* schema, Invocation& invocation, const char* verb, const QString& help, bool on)
{
    CLI::App* command = addCommand(schema, verb, help);
    const auto names = std::make_shared<QStringList>();
    addTexts(command, "TABLES", *names, Cli::tr("source.table or a pattern"))->required();
    onCommand(command, invocation, EngineNeed::Required, [names, on](Session& s) { enable(s, *names, on); });
}

} // namespace

void addSchemaSet(CLI::App* schema, Invocation& invocation)
{
    CLI::App* command = addCommand(schema, "set", Cli::tr("change how tables sync"),
        {QStringLiteral("leatctl schema set shop.orders sync_type=incremental incremental_field=updated_at "
                        "primary_key_columns=id"),
            QStringLiteral("leatctl schema set 'shop.*' should_sync=true"),
            QStringLiteral("leatctl schema set shop.orders columns=id,total,updated_at")});
    const auto words = std::make_shared<QStringList>();
    addTexts(command, "TABLES_AND_FIELDS", *words, Cli::tr("source.table …, then field=value …"))->required();
    command->footer(Cli::tr("Fields: %1").arg(schemaFieldNames().join(QStringLiteral(", "))).toStdString());
    onCommand(command, invocation, EngineNeed::Required, [words](Session& s) { setSchemas(s, *words); });

    addEnable(schema, invocation, "pause", Cli::tr("leave tables out of “sync”; their rows stay"), false);
    addEnable(schema, invocation, "resume", Cli::tr("let “sync” take tables along again"), true);
}

} // namespace leat
