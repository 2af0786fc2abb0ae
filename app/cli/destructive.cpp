// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/destructive.h"

#include "app/cli/clitext.h"
#include "app/cli/exitcodes.h"
#include "engine/api/commandwords.h"
#include "engine/api/jsonview.h"

namespace leat {

namespace {

constexpr std::size_t kLinesShown = 20;

void describePreview(Output& out, const DestructivePreview& preview)
{
    out.note(preview.sentence);
    for (std::size_t i = 0; i < std::min(kLinesShown, preview.items.size()); ++i) {
        const DestructiveItem& item = preview.items[i];
        QString line = Cli::tr("  %1: %2 rows, %3, as of %4").arg(item.name, out.count(std::max<qint64>(0, item.rows)),
            out.size(std::max<qint64>(0, item.bytes)), item.lastSyncedAt.isValid() ? out.time(item.lastSyncedAt) : Cli::tr("never"));
        if (!item.cannotReread.isEmpty())
            line += QStringLiteral(". ") + item.cannotReread;
        out.note(line);
    }
    if (preview.items.size() > kLinesShown)
        out.note(Cli::tr("  … and %1 more; in all %2 rows.").arg(preview.items.size() - kLinesShown).arg(out.count(preview.rows)));
    if (preview.keptUntil.isValid())
        out.note(Cli::tr("The trash keeps them until %1: “leatctl trash restore”.").arg(out.time(preview.keptUntil)));
}

std::optional<Confirmation> answer(Session& session, const DestructivePreview& preview, const ConfirmOptions& options)
{
    // A general yes says nothing of production: that one is named.
    if (preview.protection == Protection::Off || (options.yes && !preview.production))
        return Confirmation{preview.token, preview.subject};
    if (!options.name.isEmpty()) {
        if (options.name == preview.subject)
            return Confirmation{preview.token, options.name};
        session.fail(usageFailure(ErrorCode::ConfirmationNeeded,
            Cli::tr("--confirm names “%1”, but this is about “%2”.").arg(options.name, preview.subject), Cli::tr("Nothing was changed.")));
        return std::nullopt;
    }
    if (!session.mayPrompt() || !session.out().terminal().inIsTty()) {
        session.fail(usageFailure(ErrorCode::ConfirmationNeeded, Cli::tr("“%1” was not confirmed; nothing was changed.").arg(preview.subject),
            Cli::tr("Add %1 to do it without being asked.").arg(optionWords(QStringLiteral("--confirm"), preview.subject))));
        return std::nullopt;
    }
    if (!session.confirm(preview.sentence, preview.subject))
        return std::nullopt;
    return Confirmation{preview.token, preview.subject};
}

} // namespace

void confirmDestructive(Session& session, PreviewDestructive command, const ConfirmOptions& options,
    std::function<void(const Confirmation&)> then)
{
    session.ask<DestructivePreview>(std::move(command), [&session, options, then = std::move(then)](const DestructivePreview& preview) {
        if (!session.out().json())
            describePreview(session.out(), preview);
        if (const std::optional<Confirmation> given = answer(session, preview, options))
            then(*given);
    });
}

void finishBulk(Session& session, const BulkResult& result, const QString& done)
{
    Output& out = session.out();
    int code = exitcode::Ok;
    bool any = false;
    for (const ItemOutcome& item : result.items) {
        any = any || !item.error;
        if (item.error)
            code = worse(code, exitCodeFor(item.error->code));
    }
    if (any && code != exitcode::Ok)
        code = exitcode::SomeFailed;
    if (out.json()) {
        QJsonObject json = toJson(result);
        json[QLatin1String("exit_code")] = code;
        out.document(json);
        return session.finish(code);
    }
    TextTable table({{Cli::tr("NAME")}, {Cli::tr("RESULT")}});
    for (const ItemOutcome& item : result.items)
        table.add({item.name, item.error ? Cell(Output::brief(*item.error), Tone::Bad) : Cell(done, Tone::Good)});
    if (!table.isEmpty())
        out.table(table);
    session.finish(code);
}

} // namespace leat
