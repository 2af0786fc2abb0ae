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

void printReport(Session& session, const DoctorReport& report, int codeOfProblem)
{
    Output& out = session.out();
    const bool healthy = std::none_of(report.findings.begin(), report.findings.end(),
        [](const DoctorFinding& f) { return f.state == DoctorFinding::State::Problem; });
    if (out.json()) {
        out.document(toJson(report));
        return session.finish(healthy ? exitcode::Ok : codeOfProblem);
    }
    TextTable table({{Cli::tr("CHECK")}, {Cli::tr("STATUS")}, {Cli::tr("FINDING")}});
    for (const DoctorFinding& finding : report.findings)
        table.add({finding.name, statusCell(finding.state), finding.text});
    out.table(table);
    for (const DoctorFinding& finding : report.findings)
        if (!finding.remedy.isEmpty())
            out.note(QStringLiteral("%1: %2").arg(finding.name, finding.remedy));
    session.finish(healthy ? exitcode::Ok : codeOfProblem);
}

void runDoctor(Session& session)
{
    if (!session.hasControl()) {
        // The engine's refusal is the finding.
        const Error error = session.engineError().value_or(makeError(ErrorCode::Internal));
        const ErrorText text = describe(error);
        DoctorFinding finding{Cli::tr("Profile"), DoctorFinding::State::Problem,
            QStringLiteral("%1 [%2]").arg(text.sentence, toString(error.code)), text.remedy};
        if (session.out().verbose() && !error.detail.isEmpty())
            finding.text += QStringLiteral(" ") + error.detail;
        return printReport(session, DoctorReport{{finding}}, exitCodeFor(error.code));
    }
    session.ask<DoctorReport>(RunDoctor{},
        [&session](const DoctorReport& report) { printReport(session, report, exitcode::SomeFailed); });
}

} // namespace

void addDoctorCommand(CLI::App* root, Invocation& invocation)
{
    onCommand(addCommand(root, "doctor", Cli::tr("check profile, keychain, warehouse, disk and libraries")), invocation,
        EngineNeed::Optional, runDoctor);
}

} // namespace leat
