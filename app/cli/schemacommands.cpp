// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/names.h"
#include "app/cli/nearest.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/candidatewords.h"
#include "engine/api/jsonview.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace leat {

namespace {

struct ListOptions
{
    QString source;
    QString status;
    bool enabled = false;
};

// “held-back”, “Held back” and “HeldBack” are one.
QString plainWord(QString status)
{
    return status.remove(QLatin1Char(' ')).remove(QLatin1Char('-')).remove(QLatin1Char('_')).toLower();
}

// What a list shows as a status, what JSON calls it, and what is wrong instead of ok.
QStringList knownStatuses()
{
    QStringList words;
    for (int status = 0; status <= int(SchemaStatus::Ok); ++status)
        words.append(statusCell(SchemaStatus(status)).text);
    for (int health = 0; health < int(Health::Running); ++health)
        if (const QString word = healthTitle(Health(health)).toLower(); Health(health) != Health::PausedByLeat && !words.contains(word))
            words.append(word);
    return words;
}

std::optional<Failure> badStatus(const QString& typed)
{
    const QStringList known = knownStatuses();
    const auto isTyped = [&typed](const QString& word) { return plainWord(word) == plainWord(typed); };
    if (typed.isEmpty() || isTyped(toString(SchemaStatus::Ok)) || std::any_of(known.begin(), known.end(), isTyped))
        return std::nullopt;
    const QString near = didYouMean(nearest(typed, known));
    const QString all = Cli::tr("Known: %1.").arg(known.join(QStringLiteral(", ")));
    return usageFailure(ErrorCode::InvalidOption, Cli::tr("“%1” is not a status of a table.").arg(typed),
        near.isEmpty() ? all : near + QLatin1Char(' ') + all);
}

bool isWanted(const World& world, const SchemaInfo& schema, const ListOptions& options)
{
    if (options.enabled && !schema.config.shouldSync)
        return false;
    const QString wanted = plainWord(options.status);
    return wanted.isEmpty() || plainWord(toString(schema.status)) == wanted || plainWord(statusCell(world, schema).text) == wanted;
}

void listSchemas(Session& session, const ListOptions& options)
{
    if (const std::optional<Failure> bad = badStatus(options.status))
        return session.fail(*bad);
    const WorldPtr world = session.world();
    std::vector<SchemaInfo> schemas = world->schemas;
    if (!options.source.isEmpty()) {
        const Try<SourceInfo> source = findSource(*world, options.source);
        if (!source)
            return session.fail(source.failure());
        schemas = schemasOf(*world, source->id);
    }
    const bool any = !schemas.empty();
    std::erase_if(schemas, [&](const SchemaInfo& schema) { return !isWanted(*world, schema, options); });
    Output& out = session.out();
    if (out.json())
        out.document(schemasJson(*world, schemas));
    else if (schemas.empty() && any)
        out.note(Cli::tr("No table is like that."));
    else if (schemas.empty())
        out.note(Cli::tr("No tables here. Add a source with “leatctl source add NAME URL”."));
    else
        out.table(schemaTable(out, *world, schemas));
    session.finish();
}

void showSchema(Session& session, const QString& name)
{
    const WorldPtr world = session.world();
    const Try<SchemaInfo> schema = findSchema(*world, name);
    if (!schema)
        return session.fail(schema.failure());
    if (session.out().json())
        session.out().document(schemaJson(*world, *schema));
    else
        session.out().list(schemaDetails(session.out(), *world, *schema));
    session.finish();
}

QString percent(double share)
{
    return share < 0 ? QString() : QStringLiteral("%1 %").arg(std::round(share * 1000) / 10);
}

/// Where counting stopped, there are more.
QString counted(const Output& out, qint64 rows)
{
    if (rows < 0)
        return {};
    return rows == CursorEvidence::kCountedTo ? Cli::tr("≥ %1").arg(out.count(rows)) : out.count(rows);
}

QString knownBy(const CursorEvidence& evidence)
{
    QStringList bases;
    for (const CursorEvidence::Basis basis : {evidence.valuesBy, evidence.endsBy})
        if (basis != CursorEvidence::Basis::Unknown && !bases.contains(toString(basis)))
            bases.append(toString(basis));
    return bases.join(QStringLiteral(", "));
}

void printCandidates(Output& out, const SyncOptions& options)
{
    TextTable table({{Cli::tr("FIELD")}, {Cli::tr("TYPE")}, {Cli::tr("SOURCE TYPE")}, {Cli::tr("INDEX")},
        {Cli::tr("NULL"), TextTable::Align::Right}, {Cli::tr("REPEATED"), TextTable::Align::Right}, {Cli::tr("AT NEWEST"), TextTable::Align::Right},
        {Cli::tr("FUTURE"), TextTable::Align::Right}, {Cli::tr("KNOWN BY")}, {Cli::tr("NOTE")}});
    for (const CursorCandidate& field : options.incrementalFields)
        table.add({Cell(field.field, field.recommended ? Tone::Good : Tone::Normal), toString(field.type), field.sourceType,
            field.indexed ? Cli::tr("yes") : Cli::tr("no"), percent(field.nullShare), percent(field.evidence.duplicateShare), counted(out, field.evidence.atGreatest),
            Cell(counted(out, field.evidence.future), field.evidence.future > 0 ? Tone::Warning : Tone::Normal), knownBy(field.evidence), field.reason});
    if (table.isEmpty())
        out.note(Cli::tr("No column can be the cursor; use sync_type=full_refresh."));
    else
        out.table(table);
    KeyValueList list;
    list.add(Cli::tr("Primary key"), options.detectedPrimaryKeys.join(QStringLiteral(", ")));
    QStringList types;
    if (options.fullRefreshAvailable)
        types.append(toString(SyncType::FullRefresh));
    if (options.incrementalAvailable)
        types.append(toString(SyncType::Incremental));
    if (options.appendAvailable)
        types.append(toString(SyncType::Append));
    list.add(Cli::tr("Available"), types.join(QStringLiteral(", ")));
    QString suggestion = toString(options.suggested);
    if (!options.suggestedField.isEmpty())
        suggestion += QStringLiteral(" (%1)").arg(options.suggestedField);
    list.add(Cli::tr("Suggested"), {options.suggestionReason.isEmpty() ? suggestion
                                        : suggestion + QStringLiteral(": ") + options.suggestionReason, Tone::Good});
    if (options.lastKeyCheck)
        list.add(Cli::tr("Key checked"), Cli::tr("%1: %2, %3").arg(out.time(options.lastKeyCheck->checkedAt), options.lastKeyCheck->columns.join(QStringLiteral(", ")),
            options.lastKeyCheck->unique && !options.lastKeyCheck->hasNulls ? Cli::tr("every row has its own") : Cli::tr("not unique")));
    out.data(QStringLiteral("\n"));
    out.list(list);
    out.note(recommendation(options));
    for (const CursorCandidate& field : options.incrementalFields)
        for (const QString& warning : evidenceWarnings(field))
            out.note(warning);
}

void loadCandidates(Session& session, const QString& name)
{
    const Try<SchemaInfo> schema = findSchema(*session.world(), name);
    if (!schema)
        return session.fail(schema.failure());
    const QString full = fullName(*schema);
    session.ask<SyncOptions>(LoadOptions{schema->id}, [&session, full](const SyncOptions& options) {
        if (session.out().json()) {
            QJsonObject json = toJson(options);
            json[QLatin1String("name")] = full;
            session.out().document(json);
        } else {
            printCandidates(session.out(), options);
        }
        session.finish();
    });
}

void cancelSchemas(Session& session, const QStringList& names)
{
    const Try<std::vector<SchemaInfo>> schemas = findSchemas(*session.world(), names);
    if (!schemas)
        return session.fail(schemas.failure());
    QStringList busy;
    for (const SchemaInfo& schema : *schemas)
        if (schema.status == SchemaStatus::Running || schema.status == SchemaStatus::Queued)
            busy.append(fullName(schema));
    session.ask<Done>(CancelSchemas{idsOf(*schemas)}, [&session, busy](const Done&) {
        Output& out = session.out();
        if (out.json())
            out.document(QJsonObject{{QStringLiteral("cancelled"), QJsonArray::fromStringList(busy)}});
        else if (busy.isEmpty())
            out.note(Cli::tr("None of them was running or queued."));
        else
            out.note(Cli::tr("Cancelled: %1.").arg(busy.join(QStringLiteral(", "))));
        session.finish();
    });
}

void addNamed(CLI::App* noun, Invocation& invocation, const char* verb, const QString& help,
    void (*action)(Session&, const QString&))
{
    CLI::App* command = addCommand(noun, verb, help);
    const auto name = std::make_shared<QString>();
    addText(command, "TABLE", *name, Cli::tr("source.table"))->required();
    onCommand(command, invocation, EngineNeed::Required, [name, action](Session& s) { action(s, *name); });
}

} // namespace

void addSchemaCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* noun = addCommand(root, "schema", Cli::tr("tables: how and whether they sync"));
    noun->require_subcommand(1);

    CLI::App* list = addCommand(noun, "list", Cli::tr("tables of all sources or of one"),
        {QStringLiteral("leatctl schema list shop --enabled"), QStringLiteral("leatctl --json schema list --status failed")});
    const auto options = std::make_shared<ListOptions>();
    addText(list, "SOURCE", options->source, Cli::tr("only this source"));
    addText(list, "--status", options->status, Cli::tr("only this status: failed, ok, off, …"));
    addSwitch(list, "--enabled", options->enabled, Cli::tr("only tables that sync"));
    onCommand(list, invocation, EngineNeed::Required, [options](Session& s) { listSchemas(s, *options); });

    addNamed(noun, invocation, "show", Cli::tr("everything about one table"), showSchema);
    addSchemaSet(noun, invocation);
    addNamed(noun, invocation, "candidates", Cli::tr("read from the source which columns can be cursor and key"), loadCandidates);
    addSchemaSync(noun, invocation);

    CLI::App* cancel = addCommand(noun, "cancel", Cli::tr("stop queued and running syncs"));
    const auto names = std::make_shared<QStringList>();
    addTexts(cancel, "TABLES", *names, Cli::tr("source.table or a pattern"))->required();
    onCommand(cancel, invocation, EngineNeed::Required, [names](Session& s) { cancelSchemas(s, *names); });

    addSchemaData(noun, invocation);
    addSchemaVerify(noun, invocation);
    addSchemaReconcile(noun, invocation);
    addSchemaQuarantine(noun, invocation);
}

} // namespace leat
