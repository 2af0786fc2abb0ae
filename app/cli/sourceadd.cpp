// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/format.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/settings.h"
#include "app/cli/views.h"
#include "engine/api/commandwords.h"
#include "engine/api/frequency.h"
#include "engine/api/jsonview.h"
#include "engine/api/sourcerules.h"

#include <algorithm>
#include <iterator>

namespace leat {

namespace {

struct AddOptions
{
    QString name;
    QString url;
    QString type;
    QStringList settings;
    QStringList tables;
    std::vector<SecretRequest> secrets;
    bool urlStdin = false;
    bool all = false;
    bool suggested = false;
    bool saveUnreachable = false;
    QString frequencyText;                     ///< empty: as suggested for the sync type
    std::optional<SyncFrequency> frequency;
};
using AddOptionsPtr = std::shared_ptr<AddOptions>;

/// What is known so far; handed from step to step.
struct Adding
{
    AddOptionsPtr options;
    SourceDraft draft;
    SecretMap typedSecrets;
};
using AddingPtr = std::shared_ptr<Adding>;

// Full refresh needs nothing but the table; what a listing suggests is taken when asked for.
SchemaConfig configFor(const TableListing& listing, const AddOptions& options)
{
    SchemaConfig config = suggestedConfig(listing);
    if (!options.suggested) {
        config = SchemaConfig();
        config.shouldSync = true;
        config.primaryKeyColumns = listing.primaryKey;
    }
    config.syncFrequency = options.frequency.value_or(suggestedFrequency(config.syncType));
    return config;
}

/// What the enabled tables will do by themselves, said when the source is made.
QString scheduleNote(const std::vector<SchemaInfo>& schemas)
{
    QStringList frequencies;
    for (const SchemaInfo& schema : schemas)
        if (schema.config.shouldSync && !frequencies.contains(toString(schema.config.syncFrequency)))
            frequencies.append(toString(schema.config.syncFrequency));
    if (frequencies == QStringList(toString(SyncFrequency::Never)))
        return Cli::tr("They sync only when asked to. Change that with “leatctl schema set TABLE sync_frequency=…”.");
    return Cli::tr("While the window or “leatctl run-scheduler” is open they sync by themselves: %1. Change that with “leatctl schema set TABLE sync_frequency=…”.")
        .arg(frequencies.join(QStringLiteral(", ")));
}

void showAdded(Session& session, const SourceAdded& added)
{
    const SourceId id = added.id;
    const auto shown = [id, count = std::size_t(added.tables)](const World& world) {
        return world.source(id) != nullptr && schemasOf(world, id).size() >= count;
    };
    session.whenWorld(shown, [&session, id](const WorldPtr& world) {
        Output& out = session.out();
        const SourceInfo* source = world->source(id);
        if (source == nullptr)
            return session.fail(makeError(ErrorCode::Internal, QStringLiteral("the new source does not show up")));
        const std::vector<SchemaInfo> schemas = schemasOf(*world, id);
        if (out.json()) {
            QJsonObject json{{QStringLiteral("source"), toJson(*source)}, {QStringLiteral("schemas"), schemasJson(*world, schemas)}};
            out.document(json);
            return session.finish();
        }
        out.table(schemaTable(out, *world, schemas));
        if (source->latestError)
            out.failureOf(source->name, *source->latestError);
        const bool anyEnabled = std::any_of(schemas.begin(), schemas.end(), [](const SchemaInfo& s) { return s.config.shouldSync; });
        const QString text = anyEnabled ? Cli::tr("Added “%1” with %2. Run “leatctl sync” to fetch the enabled ones.")
            : Cli::tr("Added “%1” with %2. Enable some with “leatctl schema resume”, then run “leatctl sync”.");
        out.note(text.arg(source->name).arg(tablesText(qint64(schemas.size()))));
        if (anyEnabled)
            out.note(scheduleNote(schemas));
        session.finish();
    });
}

void save(Session& session, const AddingPtr& adding, std::vector<TableChoice> tables)
{
    const bool all = adding->options->all && tables.empty();
    AddSource command{std::move(adding->draft), std::move(tables), all, adding->options->saveUnreachable,
        adding->options->frequency.value_or(suggestedFrequency(SyncType::FullRefresh))};
    session.tryAsk<SourceAdded>(std::move(command), [&session](const Result<SourceAdded>& added) {
        if (added)
            return showAdded(session, *added);
        Failure failure(added.error());
        if (failure.exitCode() == exitcode::Unreachable || failure.exitCode() == exitcode::TryLater)
            failure.text.remedy += QLatin1Char(' ') + Cli::tr("To keep the source anyway, add --save-unreachable.");
        session.fail(failure);
    });
}

Try<std::vector<TableListing>> readableOrNamed(const TableList& list, const AddOptions& options)
{
    if (!options.all)
        return findTables(list.tables, list.defaultNamespace, options.tables);
    std::vector<TableListing> readable;
    std::copy_if(list.tables.begin(), list.tables.end(), std::back_inserter(readable),
        [](const TableListing& table) { return table.readable; });
    return readable;
}

void chooseTables(Session& session, const AddingPtr& adding)
{
    const AddOptions& options = *adding->options;
    // The engine itself enables every table as full refresh; a choice needs the list first.
    if (options.tables.isEmpty() && !(options.all && options.suggested))
        return save(session, adding, {});
    const SourceDraft& draft = adding->draft;
    ListDraftTables command{{draft.name, draft.type, draft.settings, clone(draft.secrets)}};
    session.ask<TableList>(std::move(command), [&session, adding](const TableList& list) {
        const Try<std::vector<TableListing>> chosen = readableOrNamed(list, *adding->options);
        if (!chosen)
            return session.fail(chosen.failure());
        std::vector<TableChoice> choices;
        for (const TableListing& listing : *chosen)
            choices.push_back({listing.table, configFor(listing, *adding->options)});
        save(session, adding, std::move(choices));
    });
}

void complete(Session& session, const AddingPtr& adding)
{
    const Try<SourceTypeInfo> type = findType(session.world()->sourceTypes, adding->draft.type);
    if (!type)
        return session.fail(type.failure());
    const Try<QMap<QString, QString>> settings = readSettings(adding->options->settings, *type);
    if (!settings)
        return session.fail(settings.failure());
    adding->draft.settings.insert(*settings);
    for (auto& [key, secret] : adding->typedSecrets)
        adding->draft.secrets.insert_or_assign(key, std::move(secret));
    chooseTables(session, adding);
}

void readUrl(Session& session, const AddingPtr& adding, Secret url)
{
    ParseSourceUrl command{std::move(url), adding->options->type};
    session.ask<ParsedUrl>(std::move(command), [&session, adding](ParsedUrl&& parsed) {
        const AddOptions& options = *adding->options;
        // The last word: the source type knows its own ways of writing a password.
        if (!options.urlStdin && !parsed.secrets.empty())
            return session.fail(secretOnCommandLine(Cli::tr("The URL")));
        if (!options.type.isEmpty() && options.type != parsed.type)
            return session.fail(usageFailure(ErrorCode::InvalidArgument,
                Cli::tr("The URL is one of a %1 source, not of %2.").arg(parsed.type, options.type),
                Cli::tr("Leave --type out, or correct the URL.")));
        adding->draft.type = parsed.type;
        adding->draft.settings = parsed.settings;
        adding->draft.secrets = std::move(parsed.secrets);
        complete(session, adding);
    });
}

void addSource(Session& session, const AddOptionsPtr& options)
{
    if (std::optional<Failure> refused = refuseSecrets(options->settings))
        return session.fail(*refused);
    if (!options->frequencyText.isEmpty()) {
        SchemaPatch patch;
        if (const Result<void> read = setField(patch, QStringLiteral("sync_frequency"), options->frequencyText); !read)
            return session.fail(read.error());
        options->frequency = patch.syncFrequency;
    }
    if (options->suggested && !options->all && options->tables.isEmpty())
        return session.fail(usageFailure(ErrorCode::MissingOption, Cli::tr("--suggested needs tables to enable."),
            Cli::tr("Add --all or --table.")));
    if (options->urlStdin && !options->url.isEmpty())
        return session.fail(usageFailure(ErrorCode::InvalidArgument, Cli::tr("A URL is given twice."),
            Cli::tr("Give it as an argument, or with --url-stdin.")));
    if (holdsSecret(options->url))
        return session.fail(secretOnCommandLine(Cli::tr("The URL")));
    const auto adding = std::make_shared<Adding>();
    adding->options = options;
    adding->draft.name = options->name;
    adding->draft.type = options->type;

    // Standard input gives the URL first, then the secrets.
    Secret url;
    if (options->urlStdin) {
        Try<Secret> read = readSecret({Cli::tr("URL"), SecretRequest::From::Stdin, {}}, session.out().terminal(), false);
        if (!read)
            return session.fail(read.failure());
        url = std::move(*read);
    } else if (!options->url.isEmpty()) {
        QString text = options->url;
        url = Secret::take(text);
    }
    Try<SecretMap> secrets = readSecrets(options->secrets, session.out().terminal(), session.mayPrompt());
    if (!secrets)
        return session.fail(secrets.failure());
    adding->typedSecrets = std::move(*secrets);
    if (url.isEmpty())
        complete(session, adding);
    else
        readUrl(session, adding, std::move(url));
}

struct SetOptions
{
    QString name;
    QStringList settings;
    std::vector<SecretRequest> secrets;
};

void setSource(Session& session, const SetOptions& options)
{
    const WorldPtr world = session.world();
    const Try<SourceInfo> source = findSource(*world, options.name);
    if (!source)
        return session.fail(source.failure());
    if (std::optional<Failure> refused = refuseSecrets(options.settings))
        return session.fail(*refused);
    const Try<SourceTypeInfo> type = findType(world->sourceTypes, source->type);
    if (!type)
        return session.fail(type.failure());
    const Try<QMap<QString, QString>> settings = readSettings(options.settings, *type);
    if (!settings)
        return session.fail(settings.failure());
    Try<SecretMap> secrets = readSecrets(options.secrets, session.out().terminal(), session.mayPrompt());
    if (!secrets)
        return session.fail(secrets.failure());
    if (settings->isEmpty() && secrets->empty())
        return session.fail(usageFailure(ErrorCode::MissingOption, Cli::tr("Nothing to change was given."),
            Cli::tr("Write key=value, or --password-stdin for a new password.")));
    const SourceId id = source->id;
    const qint64 before = source->revision;
    session.ask<Done>(UpdateSource{id, *settings, std::move(*secrets), before}, [&session, id, before](const Done&) {
        const auto moved = [id, before](const World& w) { const SourceInfo* s = w.source(id); return s == nullptr || s->revision != before; };
        session.whenWorld(moved, [&session, id](const WorldPtr& now) {
            if (const SourceInfo* current = now->source(id)) {
                if (session.out().json())
                    session.out().document(toJson(*current));
                else
                    session.out().note(Cli::tr("Changed “%1”. Check it with “leatctl source test %2”.").arg(current->name, nameWord(current->name)));
            }
            session.finish();
        });
    });
}

} // namespace

void addSourceAdd(CLI::App* source, Invocation& invocation)
{
    CLI::App* command = addCommand(source, "add", Cli::tr("add a source and list its tables"),
        {QStringLiteral("leatctl source add shop postgresql://reader@db.example.com/shop --password-prompt"),
            QStringLiteral("leatctl source add shop --type postgres --set host=db.example.com --set database=shop "
                           "--set user=reader --password-file pw.txt --all"),
            QStringLiteral("leatctl source add notes --type sqlite --set path=/data/notes.db --table 'note*'")});
    const auto options = std::make_shared<AddOptions>();
    addText(command, "NAME", options->name, Cli::tr("name of the source and of its schema in the warehouse"))->required();
    addText(command, "URL", options->url, Cli::tr("address without a password"));
    addSwitch(command, "--url-stdin", options->urlStdin, Cli::tr("read the address, with its password, from standard input"));
    addText(command, "--type", options->type, Cli::tr("kind of source: postgres, sqlite"))->type_name("TYPE");
    addTexts(command, "--set", options->settings, Cli::tr("a setting of the source; may be repeated"))->type_name("KEY=VALUE");
    CLI::Option* tables = addTexts(command, "--table", options->tables,
        Cli::tr("enable this table; a pattern, may be repeated"));
    tables->type_name("TABLE");
    addSwitch(command, "--all", options->all, Cli::tr("enable every table"))->excludes(tables);
    addSwitch(command, "--suggested", options->suggested,
        Cli::tr("enable tables with the suggested sync type instead of full refresh"));
    addText(command, "--frequency", options->frequencyText,
        Cli::tr("how often its tables sync: 6hour, 24hour, never, …; else 24hour for complete copies, 6hour by cursor"))->type_name("FREQUENCY");
    addSwitch(command, "--save-unreachable", options->saveUnreachable, Cli::tr("save it even when it cannot be reached now"));
    addSecretOptions(command, options->secrets);
    onCommand(command, invocation, EngineNeed::Required, [options](Session& s) { addSource(s, options); });
}

void addSourceSet(CLI::App* source, Invocation& invocation)
{
    CLI::App* command = addCommand(source, "set", Cli::tr("change settings or the password of a source"),
        {QStringLiteral("leatctl source set shop host=db2.example.com"),
            QStringLiteral("leatctl source set shop --password-stdin < new-password.txt")});
    const auto options = std::make_shared<SetOptions>();
    addText(command, "NAME", options->name, Cli::tr("the source"))->required();
    addTexts(command, "SETTINGS", options->settings, Cli::tr("key=value"));
    addSecretOptions(command, options->secrets);
    onCommand(command, invocation, EngineNeed::Required, [options](Session& s) { setSource(s, *options); });
}

} // namespace leat
