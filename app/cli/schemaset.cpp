// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changeview.h"
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/syncwatch.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

#include <algorithm>
#include <iterator>

namespace leat {

namespace {

struct Change
{
    QStringList names;
    SchemaPatch patch;
};

struct SetOptions
{
    QStringList words;
    bool dryRun = false;
    QString then;                  ///< "resync", "rewind=VALUE", "keep"
    QString whenRunning;           ///< "wait", "cancel"
};

bool namesATable(const World& world, const QString& word)
{
    return std::any_of(world.schemas.begin(), world.schemas.end(),
        [&](const SchemaInfo& schema) { return spellings(schema, world).contains(word); });
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

void showSchemas(Session& session, const std::vector<SchemaInfo>& before, const SchemaPatch& patch, int code,
    const std::optional<BulkResult>& bulk)
{
    const auto arrived = [before, patch, code](const World& world) {
        return code != exitcode::Ok || std::all_of(before.begin(), before.end(), [&](const SchemaInfo& old) {
            const SchemaInfo* now = world.schema(old.id);
            return now == nullptr || now->revision != old.revision || applied(old.config, patch) == old.config;
        });
    };
    session.whenWorld(arrived, [&session, before, patch, code, bulk](const WorldPtr& world) {
        const std::vector<SchemaInfo> now = refreshed(*world, before);
        Output& out = session.out();
        if (out.json()) {
            QJsonObject json{{QStringLiteral("schemas"), schemasJson(*world, now)}};
            if (bulk)
                json[QLatin1String("result")] = toJson(*bulk);
            if (before.size() == 1)
                json[QLatin1String("already_set")] = QJsonArray::fromStringList(alreadySet(before.front().config, patch));
            out.document(json);
        } else {
            for (const SchemaInfo& old : before)
                if (const QStringList same = alreadySet(old.config, patch); !same.isEmpty())
                    out.note(Cli::tr("%1: already set: %2").arg(fullName(old), same.join(QStringLiteral(", "))));
            out.table(schemaTable(out, *world, now));
        }
        session.finish(code);
    });
}

// Many are changed one by one: each that can be is, and the others say why not.
void applyMany(Session& session, const std::vector<SchemaInfo>& before, SetSchemas command, const std::optional<ChangePreview>& open = {})
{
    command.perItem = true;
    const SchemaPatch patch = command.patch;
    session.ask<BulkResult>(std::move(command), [&session, before, patch, open](const BulkResult& result) {
        if (open)
            noteOpenChoices(session.out(), *open);
        int code = exitcode::Ok;
        bool any = false;
        for (const ItemOutcome& item : result.items) {
            any = any || !item.error;
            if (!item.error)
                continue;
            code = worse(code, exitCodeFor(item.error->code));
            if (!session.out().json())
                session.out().failureOf(item.name, *item.error);
        }
        showSchemas(session, before, patch, any && code != exitcode::Ok ? int(exitcode::SomeFailed) : code, result);
    });
}

void apply(Session& session, const std::vector<SchemaInfo>& before, const SchemaPatch& patch, const ChangeChoices& choices = {},
    const std::optional<ChangePreview>& open = {})
{
    // One table is checked against what the person saw; many are changed as they are.
    SetSchemas command{idsOf(before), patch, before.size() == 1 ? before.front().revision : 0};
    command.whenRunning = choices.whenRunning;
    if (choices.after == AfterChange::Rewind) {
        command.after = AfterChange::Rewind;
        command.rewindTo = choices.rewindTo;
        return applyMany(session, before, std::move(command));
    }
    if (before.size() > 1 && choices.after != AfterChange::Resync)
        return applyMany(session, before, std::move(command), open);
    session.tryAsk<Done>(std::move(command), [&session, before, patch, open, after = choices.after](const Result<Done>& done) {
        if (!done)
            return session.fail(refusedChange(done.error()));
        if (open)
            noteOpenChoices(session.out(), *open);
        if (after != AfterChange::Resync)
            return showSchemas(session, before, patch, exitcode::Ok, {});
        SyncSchemas sync{idsOf(before), Trigger::Command, true, false};
        syncAndReport(session, before, sync, [&session](const std::vector<RunInfo>& runs, int code) {
            if (session.out().json())
                session.out().document(syncJson(runs, code));
            session.finish(code);
        });
    });
}

void previewChange(Session& session, const std::vector<SchemaInfo>& schemas, const SchemaPatch& patch)
{
    session.ask<ChangePreview>(PreviewChange{idsOf(schemas), patch}, [&session, patch](const ChangePreview& preview) {
        int code = exitcode::Ok;
        for (const SchemaChange& change : preview.changes)
            if (change.error)
                code = worse(code, exitCodeFor(change.error->code));
        if (session.out().json())
            session.out().document(toJson(preview));
        else
            printPreview(session.out(), preview, patch);
        session.finish(code);
    });
}

/// Whether a table with rows gets another position or key, which the next sync may stop for.
bool mayStopTheNextSync(const SchemaInfo& schema, const SchemaPatch& patch)
{
    const SchemaConfig after = applied(schema.config, patch);
    return schema.lastSyncedAt.isValid()
        && (after.syncType != schema.config.syncType || after.incrementalField != schema.config.incrementalField
            || after.primaryKeyColumns != schema.config.primaryKeyColumns);
}

// Without a choice the change is stored all the same; what it leaves open is said on the spot, not by the next sync.
void applyUnchosen(Session& session, const std::vector<SchemaInfo>& schemas, const SchemaPatch& patch, const ChangeChoices& choices)
{
    std::vector<SchemaInfo> open;
    std::copy_if(schemas.begin(), schemas.end(), std::back_inserter(open),
        [&patch](const SchemaInfo& schema) { return mayStopTheNextSync(schema, patch); });
    if (open.empty())
        return apply(session, schemas, patch, choices);
    session.tryAsk<ChangePreview>(PreviewChange{idsOf(open), patch}, [&session, schemas, patch, choices](const Result<ChangePreview>& preview) {
        apply(session, schemas, patch, choices, preview ? std::optional(*preview) : std::nullopt);
    });
}

void setSchemas(Session& session, const SetOptions& options)
{
    const WorldPtr world = session.world();
    const Try<Change> change = readWords(*world, options.words);
    if (!change)
        return session.fail(change.failure());
    const Try<std::vector<SchemaInfo>> schemas = findSchemas(*world, change->names);
    if (!schemas)
        return session.fail(schemas.failure());
    const Try<ChangeChoices> choices = readChangeChoices(options.then, options.whenRunning);
    if (!choices)
        return session.fail(choices.failure());
    if (options.dryRun)
        return previewChange(session, *schemas, change->patch);
    if (!choices->after)
        return applyUnchosen(session, *schemas, change->patch, *choices);
    apply(session, *schemas, change->patch, *choices);
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
    const auto options = std::make_shared<SetOptions>();
    addSwitch(command, "--dry-run", options->dryRun, Cli::tr("only say what the change would do to the rows"));
    addText(command, "--then", options->then, Cli::tr("resync, rewind=VALUE or keep"))->type_name("CHOICE");
    addText(command, "--when-running", options->whenRunning, Cli::tr("wait for the sync that runs, or cancel it"))->type_name("CHOICE");
    addTexts(command, "TABLES_AND_FIELDS", options->words, Cli::tr("source.table …, then field=value …"))->required();
    command->footer(Cli::tr("Fields: %1").arg(schemaFieldNames().join(QStringLiteral(", "))).toStdString());
    onCommand(command, invocation, EngineNeed::Required, [options](Session& s) { setSchemas(s, *options); });

    addEnable(schema, invocation, "pause", Cli::tr("leave tables out of “sync”; their rows stay"), false);
    addEnable(schema, invocation, "resume", Cli::tr("let “sync” take tables along again"), true);
}

} // namespace leat
