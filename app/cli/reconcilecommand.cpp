// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/destructive.h"
#include "app/cli/liveblock.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/tableoutcome.h"
#include "app/cli/terminal.h"
#include "engine/api/commandwords.h"

namespace leat {

namespace {

using Outcome = TableOutcome<ReconcileReport>;

/// Compares the keys of one table after the other.
struct Reconciling
{
    ConfirmOptions confirm;
    std::vector<SchemaInfo> schemas;
    std::vector<Outcome> outcomes;
};
using ReconcilingPtr = std::shared_ptr<Reconciling>;

bool isDone(const Outcome& outcome)
{
    return outcome.report && !outcome.report->held;
}

Cell resultCell(const ReconcileReport& report)
{
    if (report.held)
        return {Cli::tr("held back"), Tone::Warning};
    if (report.deleted == 0)
        return {Cli::tr("nothing gone"), Tone::Good};
    return {report.mode == DeleteMode::Hard ? Cli::tr("deleted") : Cli::tr("marked"), Tone::Good};
}

void addRow(TextTable& table, const Output& out, const Outcome& outcome)
{
    if (!outcome.report) {
        table.add({outcome.name, Cell(Cli::tr("failed"), Tone::Bad), QString(), QString(), QString(), QString(), QString(), QString(),
            QString(), Output::brief(*outcome.error)});
        return;
    }
    const ReconcileReport& r = *outcome.report;
    QStringList notes;
    if (r.nullKeys > 0)
        notes << Cli::tr("%1 rows without a whole key stay").arg(out.count(r.nullKeys));
    if (r.missing > 0)
        notes << (r.pendingKnown ? Cli::tr("“schema verify --repair” brings missing rows") : Cli::tr("what changed since the last sync counts as missing"));
    table.add({outcome.name, resultCell(r), out.count(r.sourceRows), out.count(r.warehouseRows), out.count(r.gone), out.count(r.purged),
        out.count(r.missing), r.pendingKnown ? out.count(r.pending) : QStringLiteral("-"), out.count(r.keysTransferred),
        notes.join(QStringLiteral("; "))});
}

void finishReconcile(Session& session, const ReconcilingPtr& work)
{
    Output& out = session.out();
    if (out.json()) {
        out.document(outcomesJson(work->outcomes, "done", isDone));
        return session.finish(exitCodeOf(work->outcomes, isDone));
    }
    constexpr auto right = TextTable::Align::Right;
    TextTable table({{Cli::tr("TABLE")}, {Cli::tr("RESULT")}, {Cli::tr("SOURCE"), right}, {Cli::tr("WAREHOUSE"), right}, {Cli::tr("GONE"), right},
        {Cli::tr("PURGED"), right}, {Cli::tr("MISSING"), right}, {Cli::tr("PENDING"), right}, {Cli::tr("READ"), right}, {Cli::tr("NOTE")}});
    for (const Outcome& outcome : work->outcomes)
        addRow(table, out, outcome);
    out.table(table);
    for (const Outcome& outcome : work->outcomes) {
        if (outcome.error)
            out.failureOf(outcome.name, *outcome.error);
        if (!outcome.report)
            continue;
        if (!outcome.report->goneKeys.isEmpty())
            out.note(Cli::tr("%1: gone keys: %2").arg(outcome.name, outcome.report->goneKeys.join(QStringLiteral("; "))));
        if (!outcome.report->missingKeys.isEmpty())
            out.note(Cli::tr("%1: missing keys: %2").arg(outcome.name, outcome.report->missingKeys.join(QStringLiteral("; "))));
        if (outcome.report->held)
            out.note(Cli::tr("%1: more rows are gone than delete_limit lets go, so nothing was deleted. To do it: leatctl schema reconcile %2 %3")
                .arg(outcome.name, optionWords(QStringLiteral("--confirm"), outcome.name), nameWord(outcome.name)));
    }
    session.finish(exitCodeOf(work->outcomes, isDone));
}

void reconcileNext(Session& session, const ReconcilingPtr& work);

void keep(Session& session, const ReconcilingPtr& work, const Result<ReconcileReport>& report)
{
    work->outcomes.push_back(outcomeOf(work->schemas[work->outcomes.size()], report));
    reconcileNext(session, work);
}

/// Whether an answer to the brake's question can be had here.
bool canAnswer(Session& session, const Reconciling& work, const QString& name)
{
    if (work.confirm.yes || work.confirm.name == name)
        return true;
    return work.confirm.name.isEmpty() && !session.out().json() && session.mayPrompt() && session.out().terminal().inIsTty();
}

void compared(Session& session, const ReconcilingPtr& work, const Result<ReconcileReport>& report)
{
    const SchemaInfo& schema = work->schemas[work->outcomes.size()];
    if (!report || !report->held || !canAnswer(session, *work, fullName(schema)))
        return keep(session, work, report);
    PreviewDestructive preview;
    preview.action = DestructiveAction::ReconcileDeletes;
    preview.schemas = {schema.id};
    confirmDestructive(session, std::move(preview), work->confirm, [&session, work, id = schema.id](const Confirmation& given) {
        session.tryAsk<ReconcileReport>(ReconcileSchema{id, given},
            [&session, work](const Result<ReconcileReport>& confirmed) { keep(session, work, confirmed); });
    });
}

void reconcileNext(Session& session, const ReconcilingPtr& work)
{
    const std::size_t at = work->outcomes.size();
    if (at == work->schemas.size())
        return finishReconcile(session, work);
    const SchemaInfo& schema = work->schemas[at];
    const auto block = std::make_shared<LiveBlock>(session.out());
    block->show({Cli::tr("Comparing the keys of %1 (%2 of %3)").arg(fullName(schema)).arg(at + 1).arg(work->schemas.size())});
    session.tryAsk<ReconcileReport>(ReconcileSchema{schema.id}, [&session, work, block](const Result<ReconcileReport>& report) {
        block->clear();
        compared(session, work, report);
    });
}

} // namespace

void addSchemaReconcile(CLI::App* schema, Invocation& invocation)
{
    CLI::App* command = addCommand(schema, "reconcile", Cli::tr("compare keys with the source, and mark or delete rows that are gone there"),
        {QStringLiteral("leatctl schema set shop.orders deletes=soft"), QStringLiteral("leatctl schema reconcile shop.orders"),
            QStringLiteral("leatctl --json schema reconcile 'shop.*'")});
    const auto names = std::make_shared<QStringList>();
    addTexts(command, "TABLES", *names, Cli::tr("source.table or a pattern"))->required();
    const auto confirm = std::make_shared<ConfirmOptions>();
    addText(command, "--confirm", confirm->name, Cli::tr("let more rows go than delete_limit says: the name that would be asked for"))->type_name("NAME");
    onCommand(command, invocation, EngineNeed::Required, [names, confirm](Session& session) {
        Try<std::vector<SchemaInfo>> schemas = findSchemas(*session.world(), *names);
        if (!schemas)
            return session.fail(schemas.failure());
        reconcileNext(session, std::make_shared<Reconciling>(Reconciling{*confirm, std::move(*schemas), {}}));
    });
}

} // namespace leat
