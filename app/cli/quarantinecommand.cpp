// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/commandwords.h"

#include <QJsonArray>

namespace leat {

namespace {

struct QuarantineOptions
{
    QString table;
    QStringList ids;
    qint64 limit = 100;
    bool all = false;
    bool yes = false;
};

Try<std::vector<qint64>> idsOf(const QuarantineOptions& options)
{
    std::vector<qint64> ids;
    for (const QString& text : options.ids) {
        bool ok = false;
        ids.push_back(text.toLongLong(&ok));
        if (!ok)
            return usageFailure(ErrorCode::InvalidOption, Cli::tr("“%1” is no id of a row.").arg(text),
                Cli::tr("See “leatctl schema quarantine list %1”.").arg(nameWord(options.table)));
    }
    if (ids.empty() && !options.all)
        return usageFailure(ErrorCode::MissingOption, Cli::tr("Nothing was named."), Cli::tr("Name ids of rows, or --all."));
    return ids;
}

void list(Session& session, const QuarantineOptions& options)
{
    const Try<SchemaInfo> schema = findSchema(*session.world(), options.table);
    if (!schema)
        return session.fail(schema.failure());
    const QString name = fullName(*schema);
    session.ask<QuarantinePage>(LoadQuarantine{schema->id, int(options.limit)}, [&session, name](const QuarantinePage& page) {
        Output& out = session.out();
        QJsonArray rows;
        TextTable table({{Cli::tr("ID"), TextTable::Align::Right}, {Cli::tr("SINCE")}, {Cli::tr("REASON")}, {Cli::tr("COLUMN")}, {Cli::tr("ROW")}});
        for (const QuarantinedRow& row : page.rows) {
            rows.append(toJson(row));
            table.add({QString::number(row.id), out.time(row.at), row.reason, row.column, row.row});
        }
        if (out.json())
            out.document(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("total"), page.total}, {QStringLiteral("rows"), rows}});
        else if (table.isEmpty())
            out.note(Cli::tr("“%1” has no rows in quarantine.").arg(name));
        else
            out.table(table);
        session.finish();
    });
}

void finishChange(Session& session, const QString& name, const QuarantineReport& report)
{
    if (session.out().json()) {
        QJsonObject json = toJson(report);
        json[QLatin1String("name")] = name;
        session.out().document(json);
    } else {
        session.out().note(Cli::tr("%1: %2 stored, %3 dropped, %4 left in quarantine.")
            .arg(name).arg(report.stored).arg(report.dropped).arg(report.left));
    }
    session.finish();
}

template <typename Command>
void change(Session& session, const QuarantineOptions& options)
{
    const Try<SchemaInfo> schema = findSchema(*session.world(), options.table);
    if (!schema)
        return session.fail(schema.failure());
    const Try<std::vector<qint64>> ids = idsOf(options);
    if (!ids)
        return session.fail(ids.failure());
    session.ask<QuarantineReport>(Command{schema->id, *ids},
        [&session, name = fullName(*schema)](const QuarantineReport& report) { finishChange(session, name, report); });
}

void drop(Session& session, const QuarantineOptions& options)
{
    if (!options.yes)
        return session.fail(usageFailure(ErrorCode::ConfirmationNeeded, Cli::tr("Dropped rows are gone for good."),
            Cli::tr("Give --yes to drop them.")));
    change<DropQuarantine>(session, options);
}

CLI::App* addVerb(CLI::App* noun, const std::shared_ptr<QuarantineOptions>& options, const char* verb, const QString& help, const QStringList& examples)
{
    CLI::App* command = addCommand(noun, verb, help, examples);
    addText(command, "TABLE", options->table, Cli::tr("source.table"))->required();
    return command;
}

} // namespace

void addSchemaQuarantine(CLI::App* schema, Invocation& invocation)
{
    CLI::App* noun = addCommand(schema, "quarantine", Cli::tr("rows that were read and could not be stored"));
    noun->require_subcommand(1);
    const auto options = std::make_shared<QuarantineOptions>();
    CLI::App* shown = addVerb(noun, options, "list", Cli::tr("the rows and why"), {QStringLiteral("leatctl schema quarantine list shop.orders")});
    addNumber(shown, "--limit", options->limit, Cli::tr("at most so many, newest first"))->type_name("N");
    onCommand(shown, invocation, EngineNeed::Required, [options](Session& s) { list(s, *options); });

    CLI::App* again = addVerb(noun, options, "replay", Cli::tr("try to store them again; what the table has by now is not replaced"),
        {QStringLiteral("leatctl schema quarantine replay shop.orders --all")});
    addTexts(again, "IDS", options->ids, Cli::tr("ids of rows"));
    addSwitch(again, "--all", options->all, Cli::tr("all rows of the table"));
    onCommand(again, invocation, EngineNeed::Required, [options](Session& s) { change<ReplayQuarantine>(s, *options); });

    CLI::App* gone = addVerb(noun, options, "drop", Cli::tr("forget them for good"), {QStringLiteral("leatctl schema quarantine drop shop.orders 4 7 --yes")});
    addTexts(gone, "IDS", options->ids, Cli::tr("ids of rows"));
    addSwitch(gone, "--all", options->all, Cli::tr("all rows of the table"));
    addSwitch(gone, "-y,--yes", options->yes, Cli::tr("do not ask"));
    onCommand(gone, invocation, EngineNeed::Required, [options](Session& s) { drop(s, *options); });
}

} // namespace leat
