// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/destructive.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/syncwatch.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

namespace leat {

namespace {

struct DataOptions
{
    QString table;
    QStringList names;
    QString value;
    bool wipe = false;
    bool dryRun = false;
    ConfirmOptions confirm;
};
using DataPtr = std::shared_ptr<DataOptions>;

void rewind(Session& session, const DataOptions& options)
{
    const Try<SchemaInfo> schema = findSchema(*session.world(), options.table);
    if (!schema)
        return session.fail(schema.failure());
    const QString name = fullName(*schema);
    session.ask<RewindReport>(RewindSchema{schema->id, options.value, options.dryRun},
        [&session, name, dryRun = options.dryRun](const RewindReport& report) {
            Output& out = session.out();
            if (out.json()) {
                QJsonObject json = toJson(report);
                json[QLatin1String("name")] = name;
                json[QLatin1String("dry_run")] = dryRun;
                out.document(json);
            } else {
                out.note((dryRun ? Cli::tr("“%1” would read rows with %2 from %3 on again: at least %4 rows.")
                                 : Cli::tr("“%1” reads rows with %2 from %3 on again with the next sync: at least %4 rows."))
                             .arg(name, report.column, report.value, out.count(std::max<qint64>(0, report.rows))));
            }
            session.finish();
        });
}

void syncAnew(Session& session, const std::vector<SchemaInfo>& schemas, bool acceptEmpty)
{
    SyncSchemas command{idsOf(schemas), Trigger::Command, true, acceptEmpty};
    syncAndReport(session, schemas, command, [&session](const std::vector<RunInfo>& runs, int code) {
        if (session.out().json())
            session.out().document(syncJson(runs, code));
        session.finish(code);
    });
}

void destroy(Session& session, DestructiveAction action, const DataOptions& options)
{
    const Try<std::vector<SchemaInfo>> found = findSchemas(*session.world(), options.names);
    if (!found)
        return session.fail(found.failure());
    const std::vector<SchemaInfo> schemas = *found;
    PreviewDestructive preview;
    preview.action = action;
    preview.schemas = idsOf(schemas);
    confirmDestructive(session, std::move(preview), options.confirm, [&session, action, schemas](const Confirmation& given) {
        DestroyData command{action, idsOf(schemas), {}, given};
        session.ask<BulkResult>(std::move(command), [&session, action, schemas](const BulkResult& result) {
            // The engine has queued the syncs; following them ends with their results.
            if (action == DestructiveAction::Wipe && result.ok())
                return syncAnew(session, schemas, true);
            finishBulk(session, result, Cli::tr("deleted"));
        });
    });
}

void resync(Session& session, const DataOptions& options)
{
    if (options.wipe)
        return destroy(session, DestructiveAction::Wipe, options);
    const Try<std::vector<SchemaInfo>> schemas = findSchemas(*session.world(), options.names);
    if (!schemas)
        return session.fail(schemas.failure());
    syncAnew(session, *schemas, false);
}

void checkKey(Session& session, const DataOptions& options)
{
    const Try<SchemaInfo> schema = findSchema(*session.world(), options.table);
    if (!schema)
        return session.fail(schema.failure());
    SchemaPatch patch;
    if (!options.value.isEmpty())
        if (const Result<void> read = setField(patch, QStringLiteral("primary_key_columns"), options.value); !read)
            return session.fail(read.error());
    const QStringList columns = patch.primaryKeyColumns.value_or(schema->config.primaryKeyColumns);
    const QString name = fullName(*schema);
    session.ask<KeyReport>(CheckKey{schema->id, columns}, [&session, name](const KeyReport& report) {
        Output& out = session.out();
        const bool good = report.unique && !report.hasNulls;
        if (out.json()) {
            QJsonObject json = toJson(report);
            json[QLatin1String("name")] = name;
            out.document(json);
        } else {
            KeyValueList list;
            list.add(Cli::tr("Table"), name);
            list.add(Cli::tr("Key"), report.columns.join(QStringLiteral(", ")));
            list.add(Cli::tr("Unique"), {report.unique ? Cli::tr("yes") : Cli::tr("no"), report.unique ? Tone::Good : Tone::Bad});
            list.add(Cli::tr("Has NULL"), {report.hasNulls ? Cli::tr("yes") : Cli::tr("no"), report.hasNulls ? Tone::Bad : Tone::Good});
            if (!report.examples.isEmpty())
                list.add(Cli::tr("Occurs more than once"), report.examples.join(QStringLiteral("; ")));
            out.list(list);
        }
        session.finish(good ? exitcode::Ok : exitcode::SomeFailed);
    });
}

void addConfirm(CLI::App* command, ConfirmOptions& options)
{
    addText(command, "--confirm", options.name, Cli::tr("the name that would be asked for"))->type_name("NAME");
}

} // namespace

void addSchemaData(CLI::App* schema, Invocation& invocation)
{
    CLI::App* rewinding = addCommand(schema, "rewind", Cli::tr("read rows again from a cursor value on, with the next sync"),
        {QStringLiteral("leatctl schema rewind shop.orders --to '2026-01-31 00:00:00+00' --dry-run")});
    const auto back = std::make_shared<DataOptions>();
    addText(rewinding, "TABLE", back->table, Cli::tr("source.table"))->required();
    addText(rewinding, "--to", back->value, Cli::tr("a value of the cursor column, at most the stored one"))->required()->type_name("VALUE");
    addSwitch(rewinding, "--dry-run", back->dryRun, Cli::tr("only say what would happen"));
    onCommand(rewinding, invocation, EngineNeed::Required, [back](Session& s) { rewind(s, *back); });

    CLI::App* anew = addCommand(schema, "resync", Cli::tr("copy tables anew; the old rows stay until the copy is ready"),
        {QStringLiteral("leatctl schema resync shop.orders"), QStringLiteral("leatctl schema resync shop.orders --wipe --confirm shop.orders")});
    const auto again = std::make_shared<DataOptions>();
    addTexts(anew, "TABLES", again->names, Cli::tr("source.table or a pattern"))->required();
    addSwitch(anew, "--wipe", again->wipe, Cli::tr("delete the old rows first; they go to the trash"));
    addConfirm(anew, again->confirm);
    onCommand(anew, invocation, EngineNeed::Required, [again](Session& s) { resync(s, *again); });

    CLI::App* remove = addCommand(schema, "delete-data", Cli::tr("delete the rows of tables from the warehouse; they go to the trash"),
        {QStringLiteral("leatctl schema delete-data shop.orders --confirm shop.orders")});
    const auto gone = std::make_shared<DataOptions>();
    addTexts(remove, "TABLES", gone->names, Cli::tr("source.table or a pattern"))->required();
    addConfirm(remove, gone->confirm);
    onCommand(remove, invocation, EngineNeed::Required, [gone](Session& s) { destroy(s, DestructiveAction::DeleteData, *gone); });

    CLI::App* key = addCommand(schema, "check-key", Cli::tr("look at the source whether columns identify every row"),
        {QStringLiteral("leatctl schema check-key shop.orders tenant_id,id")});
    const auto keyed = std::make_shared<DataOptions>();
    addText(key, "TABLE", keyed->table, Cli::tr("source.table"))->required();
    addText(key, "COLUMNS", keyed->value, Cli::tr("id or tenant_id,id; none: the key that is set"));
    onCommand(key, invocation, EngineNeed::Required, [keyed](Session& s) { checkKey(s, *keyed); });
}

} // namespace leat
