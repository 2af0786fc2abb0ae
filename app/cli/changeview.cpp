// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changeview.h"

#include "app/cli/clitext.h"
#include "app/cli/nearest.h"
#include "app/cli/table.h"
#include "engine/api/commandwords.h"

namespace leat {

namespace {

/// A field that is as it is asked to be raises no complaint; it is said (T62).
void noteAlreadySet(Output& out, const SchemaChange& change, const SchemaPatch& patch)
{
    if (const QStringList same = alreadySet(change.before, patch); !same.isEmpty())
        out.note(Cli::tr("Already set: %1").arg(same.join(QStringLiteral(", "))));
}

void noteNextRuns(Output& out, const SchemaChange& change)
{
    QStringList times;
    for (const QDateTime& at : change.nextRuns)
        times.append(out.time(at));
    if (!times.isEmpty() && (change.before.syncFrequency != change.after.syncFrequency || change.before.syncTimeOfDay != change.after.syncTimeOfDay
                             || change.before.shouldSync != change.after.shouldSync))
        out.note(Cli::tr("Next runs: %1").arg(times.join(QStringLiteral(", "))));
}

void noteOption(Output& out, const AfterOption& option)
{
    const QString value = option.after == AfterChange::Rewind ? QStringLiteral("=VALUE") : QString();
    QString line = QStringLiteral("  --then %1%2: %3").arg(toString(option.after), value, option.sentence);
    if (option.rows >= 0)
        line += QLatin1Char(' ') + Cli::tr("About %1 rows.").arg(out.count(option.rows));
    if (option.seconds >= 0)
        line += QLatin1Char(' ') + Cli::tr("About %1 min.").arg(QString::number(double(option.seconds) / 60.0, 'f', 1));
    out.note(line);
}

} // namespace

void noteOpenChoices(Output& out, const ChangePreview& preview)
{
    for (const SchemaChange& change : preview.changes) {
        if (change.error || change.impact.verdict < ImpactVerdict::ResyncRequired)
            continue;
        QString why;
        for (const FieldImpact& field : change.impact.fields)
            if (field.verdict == change.impact.verdict)
                why = field.sentence;
        out.note(Cli::tr("%1: the change is stored, but the next sync stops until you choose how to go on. %2").arg(change.name, why));
        for (const AfterOption& option : change.impact.options)
            if (option.possible && option.after != AfterChange::Keep)
                noteOption(out, option);
        out.note(Cli::tr("  Give it with the same command, or copy the table anew: %1")
            .arg(filledCommand(QStringLiteral("leatctl schema resync {schema}"), {}, change.name)));
    }
}

QStringList alreadySet(const SchemaConfig& before, const SchemaPatch& patch)
{
    QStringList same;
    for (const QString& field : patchedFields(patch))
        if (fieldText(before, field) == fieldText(applied(before, patch), field))
            same.append(field + QLatin1Char('=') + fieldText(before, field));
    return same;
}

Failure refusedChange(const Error& error)
{
    Failure failure(error);
    if (error.code == ErrorCode::Busy)
        failure.text.remedy += QLatin1Char(' ') + Cli::tr("--when-running wait applies it after the run, --when-running cancel stops the run first.");
    return failure;
}

Try<ChangeChoices> readChangeChoices(const QString& then, const QString& whenRunning)
{
    ChangeChoices choices;
    if (!then.isEmpty()) {
        const std::optional<AfterChange> after = afterChangeFromString(then.section(QLatin1Char('='), 0, 0));
        choices.rewindTo = then.section(QLatin1Char('='), 1);
        if (!after || (*after == AfterChange::Rewind) == choices.rewindTo.isEmpty())
            return usageFailure(ErrorCode::InvalidOption, Cli::tr("“%1” is not a value for --then.").arg(then),
                Cli::tr("Allowed: resync, rewind=VALUE, keep."));
        choices.after = after;
    }
    if (whenRunning == QLatin1String("wait"))
        choices.whenRunning = WhenRunning::AfterRun;
    else if (whenRunning == QLatin1String("cancel"))
        choices.whenRunning = WhenRunning::CancelAndApply;
    else if (!whenRunning.isEmpty())
        return usageFailure(ErrorCode::InvalidOption, Cli::tr("“%1” is not a value for --when-running.").arg(whenRunning),
            Cli::tr("Allowed: wait, cancel."));
    return choices;
}

Failure badField(const Error& error, const QString& field)
{
    if (error.code != ErrorCode::UnknownOption)
        return error;
    const QString known = Cli::tr("Known fields: %1.").arg(schemaFieldNames().join(QStringLiteral(", ")));
    const QString near = didYouMean(nearest(field, schemaFieldNames()));
    return {error, ErrorText{Cli::tr("A table has no setting “%1”.").arg(field), near.isEmpty() ? known : near + QLatin1Char(' ') + known}};
}

void printPreview(Output& out, const ChangePreview& preview, const SchemaPatch& patch)
{
    for (const SchemaChange& change : preview.changes) {
        TextTable table({{Cli::tr("FIELD")}, {Cli::tr("BEFORE")}, {Cli::tr("AFTER")}, {Cli::tr("DATA")}, {Cli::tr("WHY")}});
        for (const FieldImpact& field : change.impact.fields)
            table.add({field.field, field.before, field.after,
                Cell(toString(field.verdict), field.verdict >= ImpactVerdict::ResyncAdvised ? Tone::Warning : Tone::Good),
                field.irreversible ? field.sentence + QLatin1Char(' ') + Cli::tr("This cannot be undone.") : field.sentence});
        out.note(change.name + QLatin1Char(':'));
        if (change.error)
            out.failureOf(change.name, *change.error);
        else if (table.isEmpty())
            out.note(Cli::tr("Nothing would change."));
        else
            out.table(table);
        noteAlreadySet(out, change, patch);
        noteNextRuns(out, change);
        for (const AfterOption& option : change.impact.options)
            noteOption(out, option);
    }
    out.note(preview.cli);
}

} // namespace leat
