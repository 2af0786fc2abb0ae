// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verifycommand.h"

#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/liveblock.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/tableoutcome.h"
#include "engine/api/commandwords.h"

namespace leat {

namespace {

using Outcome = TableOutcome<VerifyReport>;

/// Compares one table after the other.
struct Verifying
{
    bool repair = false;
    qint64 confirmedDeletes = 0;
    std::vector<SchemaInfo> schemas;
    std::vector<Outcome> outcomes;
};
using VerifyingPtr = std::shared_ptr<Verifying>;

bool isEqual(const Outcome& outcome)
{
    return outcome.report && (outcome.report->equal() || outcome.report->repaired);
}

void addRow(TextTable& table, const Output& out, const Outcome& outcome)
{
    if (!outcome.report) {
        table.add({outcome.name, Cell(Cli::tr("failed"), Tone::Bad), QString(), QString(), QString(), QString(), QString(), QString(), QString(),
            Output::brief(*outcome.error)});
        return;
    }
    const VerifyReport& r = *outcome.report;
    QStringList notes;
    if (!r.byKey)
        notes << (r.keepsVersions ? Cli::tr("earlier versions are extra by design") : Cli::tr("no key: compared as whole rows"));
    if (!r.pendingKnown && !r.equal())
        notes << Cli::tr("changes since the last sync count too");
    table.add({outcome.name, r.equal() ? Cell(Cli::tr("equal"), Tone::Good)
            : r.repaired ? Cell(Cli::tr("repaired"), Tone::Good) : Cell(Cli::tr("differs"), Tone::Bad),
        out.count(r.sourceRows), out.count(r.warehouseRows), out.count(r.missing), out.count(r.extra),
        out.count(r.differing), r.pendingKnown ? out.count(r.pending) : QStringLiteral("-"), out.count(r.rowsTransferred),
        notes.join(QStringLiteral("; "))});
}

QString cellText(const std::optional<QString>& cell)
{
    constexpr qsizetype kLongest = 60;
    if (!cell)
        return QStringLiteral("NULL");
    return cell->size() <= kLongest ? *cell : cell->left(kLongest) + QStringLiteral("…");
}

void noteKeys(Output& out, const QString& name, const QString& what, const QStringList& keys)
{
    if (!keys.isEmpty())
        out.note(QStringLiteral("%1: %2: %3").arg(name, what, keys.join(QStringLiteral("; "))));
}

// What differs is not left there, and a question of the repair names the answer.
void noteRepair(Output& out, const Verifying& work, const Outcome& outcome)
{
    QString command = QStringLiteral("leatctl schema verify --repair {schema}");
    if (outcome.error) {
        const QString rows = outcome.error->args.value(QStringLiteral("rows"));
        if (!work.repair || outcome.error->code != ErrorCode::ConfirmationNeeded || rows.isEmpty())
            return;
        command.replace(QLatin1String("--repair"), QLatin1String("--repair --confirm-deletes ") + rows);
        out.note(Cli::tr("%1: if these rows may go: %2").arg(outcome.name, filledCommand(command, {}, outcome.name)));
    } else if (!isEqual(outcome)) {
        out.note(Cli::tr("%1: to make what differs equal to the source: %2").arg(outcome.name, filledCommand(command, {}, outcome.name)));
    }
}

void finishVerify(Session& session, const VerifyingPtr& work)
{
    Output& out = session.out();
    if (out.json()) {
        out.document(outcomesJson(work->outcomes, "equal", isEqual, {{QStringLiteral("equal"), false}}));
        return session.finish(exitCodeOf(work->outcomes, isEqual));
    }
    constexpr auto right = TextTable::Align::Right;
    TextTable table({{Cli::tr("TABLE")}, {Cli::tr("RESULT")}, {Cli::tr("SOURCE"), right}, {Cli::tr("WAREHOUSE"), right},
        {Cli::tr("MISSING"), right}, {Cli::tr("EXTRA"), right}, {Cli::tr("DIFFERING"), right},
        {Cli::tr("PENDING"), right}, {Cli::tr("READ"), right}, {Cli::tr("NOTE")}});
    for (const Outcome& outcome : work->outcomes)
        addRow(table, out, outcome);
    out.table(table);
    for (const Outcome& outcome : work->outcomes) {
        if (outcome.error)
            out.failureOf(outcome.name, *outcome.error);
        if (!outcome.report) {
            noteRepair(out, *work, outcome);
            continue;
        }
        noteKeys(out, outcome.name, Cli::tr("missing keys"), outcome.report->missingKeys);
        noteKeys(out, outcome.name, Cli::tr("extra keys"), outcome.report->extraKeys);
        noteKeys(out, outcome.name, Cli::tr("differing keys"), outcome.report->differingKeys);
        for (const ValueDifference& value : outcome.report->values)
            out.note(QStringLiteral("%1: %2: %3: %4").arg(outcome.name, value.key, value.column,
                Cli::tr("%1 at the source, %2 in the warehouse").arg(cellText(value.source), cellText(value.warehouse))));
        noteRepair(out, *work, outcome);
    }
    session.finish(exitCodeOf(work->outcomes, isEqual));
}

void verifyNext(Session& session, const VerifyingPtr& work)
{
    const std::size_t at = work->outcomes.size();
    if (at == work->schemas.size())
        return finishVerify(session, work);
    const SchemaInfo& schema = work->schemas[at];
    const auto block = std::make_shared<LiveBlock>(session.out());
    block->show({Cli::tr("Comparing %1 (%2 of %3)").arg(fullName(schema)).arg(at + 1).arg(work->schemas.size())});
    session.tryAsk<VerifyReport>(VerifySchema{schema.id, work->repair, work->confirmedDeletes}, [&session, work, block](const Result<VerifyReport>& report) {
        block->clear();
        work->outcomes.push_back(outcomeOf(work->schemas[work->outcomes.size()], report));
        verifyNext(session, work);
    });
}

void verify(Session& session, const QStringList& names, bool repair, qint64 confirmedDeletes)
{
    if (confirmedDeletes > 0 && !repair)
        return session.fail(usageFailure(ErrorCode::InvalidArgument, Cli::tr("--confirm-deletes belongs to --repair."), Cli::tr("Add --repair, or leave it out.")));
    Try<std::vector<SchemaInfo>> schemas = findSchemas(*session.world(), names);
    if (!schemas)
        return session.fail(schemas.failure());
    verifyNext(session, std::make_shared<Verifying>(Verifying{repair, confirmedDeletes, std::move(*schemas), {}}));
}

} // namespace

void compareTables(Session& session, std::vector<SchemaInfo> schemas)
{
    verifyNext(session, std::make_shared<Verifying>(Verifying{false, 0, std::move(schemas), {}}));
}

void addSchemaVerify(CLI::App* schema, Invocation& invocation)
{
    CLI::App* command = addCommand(schema, "verify", Cli::tr("compare source and warehouse, to the row"),
        {QStringLiteral("leatctl schema verify shop.orders"), QStringLiteral("leatctl schema verify shop.orders --repair"), QStringLiteral("leatctl --json schema verify 'shop.*'")});
    const auto names = std::make_shared<QStringList>();
    addTexts(command, "TABLES", *names, Cli::tr("source.table or a pattern"))->required();
    const auto repair = std::make_shared<bool>(false);
    addSwitch(command, "--repair", *repair, Cli::tr("make the ranges that differ equal to the source; the cursor stays"));
    const auto deletes = std::make_shared<qint64>(0);
    addNumber(command, "--confirm-deletes", *deletes, Cli::tr("with --repair: up to so many rows may go, whatever the table's delete_limit"));
    onCommand(command, invocation, EngineNeed::Required, [names, repair, deletes](Session& s) { verify(s, *names, *repair, *deletes); });
}

} // namespace leat
