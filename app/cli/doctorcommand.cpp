// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

#include <algorithm>

namespace leat {

namespace {

struct DoctorTyped
{
    QString fix;                   ///< an id, or its number in the list
    bool yes = false;
};

std::vector<DoctorFix> fixesOf(const DoctorReport& report)
{
    std::vector<DoctorFix> fixes;
    for (const DoctorFinding& finding : report.findings)
        fixes.insert(fixes.end(), finding.fixes.begin(), finding.fixes.end());
    return fixes;
}

void printFixes(Output& out, const std::vector<DoctorFix>& fixes)
{
    if (fixes.empty())
        return;
    TextTable table({{QStringLiteral("#")}, {Cli::tr("FIX")}, {Cli::tr("ACTION")}, {Cli::tr("EFFECT")}});
    int number = 0;
    for (const DoctorFix& fix : fixes)
        table.add({QString::number(++number), fix.id, fix.words, fix.effect});
    out.data(QStringLiteral("\n"));
    out.table(table);
    out.note(Cli::tr("“leatctl doctor --fix FIX” does one of them."));
}

void printReport(Session& session, const DoctorReport& report, int codeOfProblem)
{
    Output& out = session.out();
    const int code = report.healthy() ? exitcode::Ok : codeOfProblem;
    if (out.json()) {
        out.document(toJson(report));
        return session.finish(code);
    }
    if (!report.done.isEmpty())
        out.note(report.done);
    TextTable table({{Cli::tr("CHECK")}, {Cli::tr("STATUS")}, {Cli::tr("FINDING")}});
    for (const DoctorFinding& finding : report.findings) {
        table.add({finding.name, statusCell(finding.state), finding.text});
        for (const QString& item : finding.items)
            table.add({QString(), QString(), item});
    }
    out.table(table);
    for (const DoctorFinding& finding : report.findings)
        if (!finding.remedy.isEmpty())
            out.note(QStringLiteral("%1: %2").arg(finding.name, finding.remedy));
    printFixes(out, fixesOf(report));
    session.finish(code);
}

std::optional<DoctorFix> findFix(const DoctorReport& report, const QString& typed)
{
    const std::vector<DoctorFix> fixes = fixesOf(report);
    for (const DoctorFix& fix : fixes)
        if (fix.id == typed)
            return fix;
    bool number = false;
    const qsizetype at = typed.toLongLong(&number);
    if (number && at >= 1 && at <= qsizetype(fixes.size()))
        return fixes[std::size_t(at - 1)];
    return std::nullopt;
}

void fixOne(Session& session, const DoctorReport& report, const DoctorTyped& typed)
{
    const std::optional<DoctorFix> fix = findFix(report, typed.fix);
    if (!fix)
        return session.fail(usageFailure(ErrorCode::NotFound, Cli::tr("There is no fix “%1”.").arg(typed.fix),
            Cli::tr("“leatctl doctor” lists what can be put right now.")));
    session.out().note(Cli::tr("%1: %2").arg(fix->words, fix->effect));
    if (fix->deletes && !typed.yes) {
        for (const DoctorFinding& finding : report.findings)
            if (std::find(finding.fixes.begin(), finding.fixes.end(), *fix) != finding.fixes.end())
                for (const QString& item : finding.items)
                    session.out().note(QStringLiteral("  ") + item);
        if (!session.mayPrompt() || !session.out().terminal().inIsTty())
            return session.fail(usageFailure(ErrorCode::ConfirmationNeeded, Cli::tr("“%1” was not confirmed; nothing was changed.").arg(fix->id),
                Cli::tr("Add --yes to do it without being asked.")));
        if (!session.confirm(fix->effect, fix->id))
            return;
    }
    session.ask<DoctorReport>(FixFinding{fix->id, fix->token},
        [&session](const DoctorReport& after) { printReport(session, after, exitcode::SomeFailed); });
}

void runDoctor(Session& session, const DoctorTyped& typed)
{
    if (!session.hasControl() && !typed.fix.isEmpty())
        return session.fail(Failure(session.engineError().value_or(makeError(ErrorCode::Internal))));
    if (!session.hasControl()) {
        // The engine's refusal is the finding.
        const Error error = session.engineError().value_or(makeError(ErrorCode::Internal));
        const ErrorText text = describe(error);
        DoctorFinding finding{Cli::tr("Profile"), DoctorFinding::State::Problem,
            QStringLiteral("%1 [%2]").arg(text.sentence, toString(error.code)), text.remedy, QStringLiteral("profile")};
        if (session.out().verbose() && !error.detail.isEmpty())
            finding.text += QStringLiteral(" ") + error.detail;
        return printReport(session, DoctorReport{{finding}}, exitCodeFor(error.code));
    }
    session.ask<DoctorReport>(RunDoctor{}, [&session, typed](const DoctorReport& report) {
        if (typed.fix.isEmpty())
            printReport(session, report, exitcode::SomeFailed);
        else
            fixOne(session, report, typed);
    });
}

} // namespace

void addDoctorCommand(CLI::App* root, Invocation& invocation)
{
    CLI::App* doctor = addCommand(root, "doctor", Cli::tr("check profile, keychain, warehouse, disk and libraries, and put right what can be"),
        {QStringLiteral("leatctl doctor"), QStringLiteral("leatctl doctor --fix drop-leftovers")});
    const auto typed = std::make_shared<DoctorTyped>();
    CLI::Option* fix = addText(doctor, "--fix", typed->fix, Cli::tr("put this right, by its id or number in the list"))->type_name("FIX");
    addSwitch(doctor, "--yes", typed->yes, Cli::tr("without being asked"))->needs(fix);
    onCommand(doctor, invocation, EngineNeed::Optional, [typed](Session& session) { runDoctor(session, *typed); });
}

} // namespace leat
