// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/diagnosefix.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "engine/api/commandwords.h"
#include "engine/api/diagnosisjson.h"
#include "engine/api/unavailable.h"
#include "engine/diagnose/logexcerpt.h"

#include <QFile>

namespace leat {

namespace {

constexpr qint64 kMaxLogBytes = 8 * 1024 * 1024;

struct DiagnoseTyped
{
    QString name;
    QString text;
    QString file;
    QString sourceType;
    QString code;
    QString status;
    qint64 fix = 0;
    bool noProbe = false;
};
using TypedPtr = std::shared_ptr<DiagnoseTyped>;

Tone toneOf(DiagnosisFact::State state)
{
    switch (state) {
    case DiagnosisFact::State::Ok: return Tone::Good;
    case DiagnosisFact::State::Warning: return Tone::Warning;
    case DiagnosisFact::State::Problem: return Tone::Bad;
    case DiagnosisFact::State::Note: break;
    }
    return Tone::Normal;
}

void addActions(TextTable& table, const Diagnosis& diagnosis)
{
    int number = 0;
    for (const DiagnosisAction& action : diagnosis.actions) {
        const QString reason = unavailableReason(action.id);
        table.add({QString::number(++number), action.words, reason.isEmpty() ? action.effectText : reason,
            reason.isEmpty() ? action.command : QString()});
    }
}

// A word in capitals is for a person to replace; what it stands for is said once.
void notePlaceholders(Output& out, const std::vector<DiagnosisAction>& actions)
{
    QStringList notes;
    for (const DiagnosisAction& action : actions)
        if (unavailableReason(action.id).isEmpty())
            notes.append(placeholderNote(action.id));
    notes.removeAll(QString());
    notes.removeDuplicates();
    for (const QString& note : notes)
        out.note(note);
}

void print(Output& out, const Diagnosis& diagnosis)
{
    KeyValueList list;
    list.add(Cli::tr("Cause"), diagnosis.cause);
    list.add(Cli::tr("What to do"), diagnosis.advice);
    list.add(Cli::tr("Branch"), QStringLiteral("%1  %2").arg(toString(diagnosis.branch), diagnosis.category));
    list.add(Cli::tr("Tries again"), diagnosis.retryable ? Cli::tr("yes") : Cli::tr("no, a person is needed"));
    list.add(Cli::tr("Confidence"), QStringLiteral("%1  [%2]").arg(toString(diagnosis.confidence), diagnosis.ruleId));
    if (!diagnosis.notSuggested.isEmpty())
        list.add(Cli::tr("Not suggested"), diagnosis.notSuggested);
    out.list(list);
    out.data(QStringLiteral("\n"));
    TextTable table({{QStringLiteral("#")}, {Cli::tr("ACTION")}, {Cli::tr("EFFECT")}, {Cli::tr("COMMAND")}});
    addActions(table, diagnosis);
    out.table(table);
    notePlaceholders(out, diagnosis.actions);
}

Try<QString> typedText(Session& session, const DiagnoseTyped& options)
{
    if (!options.file.isEmpty() && options.file != QLatin1String("-")) {
        QFile file(options.file);
        if (!file.open(QIODevice::ReadOnly))
            return Failure(makeError(ErrorCode::FileMissing, file.errorString(), {{QStringLiteral("path"), options.file}}));
        // The end of a long log is what matters.
        if (file.size() > kMaxLogBytes)
            file.seek(file.size() - kMaxLogBytes);
        return QString::fromUtf8(file.readAll());
    }
    if (options.text == QLatin1String("-") || options.file == QLatin1String("-"))
        return QString::fromUtf8(session.out().terminal().readAll());
    return options.text;
}

void diagnoseText(Session& session, const DiagnoseTyped& options)
{
    const Try<QString> text = typedText(session, options);
    if (!text)
        return session.fail(text.failure());
    FailureEvidence evidence;
    evidence.text = *text;
    evidence.sourceType = options.sourceType;
    evidence.code = options.code;
    evidence.status = options.status;
    const ExcerptJudgement judged = judgeText(Classifier(), evidence);
    Output& out = session.out();
    Diagnosis diagnosis = judged.diagnosis;
    for (DiagnosisAction& action : diagnosis.actions)
        action.command = filledCommand(action.command, QStringLiteral("SOURCE"), QStringLiteral("SOURCE.TABLE"));
    if (out.json()) {
        QJsonObject json = toJson(diagnosis);
        json[QLatin1String("text")] = judged.excerpt;
        out.document(json);
    } else {
        print(out, diagnosis);
        out.note(Cli::tr("SOURCE and SOURCE.TABLE stand for the names that “leatctl schema list” shows."));
    }
    session.finish();
}

void printReport(Session& session, const DiagnosisReport& report)
{
    Output& out = session.out();
    if (out.json()) {
        out.document(toJson(report));
        return;
    }
    out.data(QStringLiteral("%1\n\n").arg(report.subject));
    TextTable facts({{Cli::tr("EVIDENCE")}, {Cli::tr("FINDING")}});
    for (const DiagnosisFact& fact : report.facts)
        facts.add({fact.name, Cell(fact.text, toneOf(fact.state))});
    out.table(facts);
    out.data(QStringLiteral("\n"));
    print(out, report.diagnosis);
    for (const Diagnosis& other : report.others)
        out.note(Cli::tr("Also possible: %1").arg(other.cause));
    if (out.verbose() && !report.rawText.isEmpty())
        out.note(report.rawText);
}

void examine(Session& session, const Diagnose& command, qint64 fix)
{
    session.ask<DiagnosisReport>(command, [&session, fix](const DiagnosisReport& report) {
        if (fix > 0)
            return applyFix(session, report, fix);
        printReport(session, report);
        session.finish(report.healthy ? exitcode::Ok : exitcode::SomeFailed);
    });
}

// Without a name: the worst incident there is.
void examineWorst(Session& session, const DiagnoseTyped& options)
{
    const WorldPtr world = session.world();
    if (world->incidents.empty()) {
        if (session.out().json())
            session.out().document(QJsonObject{{QStringLiteral("healthy"), true}});
        else
            session.out().data(Cli::tr("Nothing is wrong.") + QLatin1Char('\n'));
        return session.finish();
    }
    const Incident& worst = world->incidents.front();
    examine(session, {worst.sourceId, worst.schemaId, !options.noProbe, {}}, options.fix);
}

void diagnoseNamed(Session& session, const DiagnoseTyped& options)
{
    const WorldPtr world = session.world();
    if (options.name.isEmpty())
        return examineWorst(session, options);
    if (const Try<SourceInfo> source = findSource(*world, options.name))
        return examine(session, {source->id, {}, !options.noProbe, {}}, options.fix);
    const Try<SchemaInfo> schema = findSchema(*world, options.name);
    if (!schema)
        return session.fail(schema.failure());
    examine(session, {schema->sourceId, schema->id, !options.noProbe, {}}, options.fix);
}

void showIncidents(Session& session)
{
    const WorldPtr world = session.world();
    Output& out = session.out();
    if (out.json()) {
        QJsonArray incidents;
        for (const Incident& incident : world->incidents)
            incidents.append(toJson(incident));
        out.document(incidents);
        return session.finish();
    }
    if (world->incidents.empty()) {
        out.note(Cli::tr("Nothing is wrong."));
        return session.finish();
    }
    TextTable table({{Cli::tr("STATUS")}, {Cli::tr("WHAT")}, {Cli::tr("PROBLEM")}, {Cli::tr("TABLES"), TextTable::Align::Right},
        {Cli::tr("SINCE")}, {Cli::tr("ACTION")}, {Cli::tr("COMMAND")}});
    for (const Incident& incident : world->incidents)
        table.add({Cell(healthTitle(incident.health), Tone::Bad), incident.subject, incident.headline,
            out.count(qint64(incident.schemas.size())), incident.since.isValid() ? out.time(incident.since) : QString(),
            incident.action.words, incident.action.command});
    out.table(table);
    std::vector<DiagnosisAction> actions;
    for (const Incident& incident : world->incidents)
        actions.push_back(incident.action);
    notePlaceholders(out, actions);
    session.finish();
}

} // namespace

void addDiagnoseCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* command = addCommand(root, "diagnose", Cli::tr("say what is wrong, why, and what to do"),
        {QStringLiteral("leatctl diagnose shop"), QStringLiteral("leatctl diagnose shop.orders --fix 1"),
            QStringLiteral("leatctl --json diagnose --text \"…\" --source-type postgres --code 28P01")});
    const auto options = std::make_shared<DiagnoseTyped>();
    CLI::Option* name = addText(command, "NAME", options->name, Cli::tr("a source or source.table; none: what is worst"));
    CLI::Option* text = addText(command, "--text", options->text, Cli::tr("judge this error text; - reads standard input"));
    CLI::Option* file = addText(command, "--file", options->file, Cli::tr("judge this log file; - reads standard input"));
    CLI::Option* code = addText(command, "--code", options->code, Cli::tr("SQLSTATE, errno, HTTP status or a provider's code"));
    CLI::Option* status = addText(command, "--status", options->status, Cli::tr("the status that a table shows elsewhere"));
    CLI::Option* type = addText(command, "--source-type", options->sourceType, Cli::tr("postgres, mysql, stripe, …"));
    CLI::Option* fix = addNumber(command, "--fix", options->fix, Cli::tr("do this action of the list, then test and sync once"));
    CLI::Option* quiet = addSwitch(command, "--no-probe", options->noProbe, Cli::tr("do not ask the source, only what is recorded"));
    text->excludes(name)->excludes(file)->excludes(fix)->excludes(quiet);
    file->excludes(name)->excludes(fix)->excludes(quiet);
    for (CLI::Option* each : {code, status, type})
        each->excludes(name)->excludes(fix)->excludes(quiet);
    command->callback([options, &invocation, text, file, code, status] {
        // Counted, not looked at: an empty text is a question too.
        const bool ofText = text->count() + file->count() + code->count() + status->count() > 0;
        invocation.need = ofText ? EngineNeed::None : EngineNeed::Required;
        invocation.action = [options, ofText](Session& session) {
            ofText ? diagnoseText(session, *options) : diagnoseNamed(session, *options);
        };
    });
    onCommand(addCommand(root, "incidents", Cli::tr("what needs a person or is waited for, worst first")), invocation,
        EngineNeed::Required, showIncidents);
}

} // namespace leat
