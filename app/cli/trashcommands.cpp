// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/destructive.h"
#include "app/cli/options.h"
#include "engine/api/jsonview.h"
#include "engine/api/trashrules.h"

#include <algorithm>
#include <limits>

namespace leat {

namespace {

constexpr qint64 kMegabyte = 1'000'000;

void printPage(Output& out, const TrashPage& page)
{
    if (out.json()) {
        QJsonArray items;
        for (const TrashItem& item : page.items)
            items.append(toJson(item));
        out.document(QJsonObject{{QStringLiteral("items"), items},
            {QStringLiteral("days"), page.limits.days}, {QStringLiteral("max_bytes"), page.limits.maxBytes}});
        return;
    }
    TextTable table({{Cli::tr("ID"), TextTable::Align::Right}, {Cli::tr("TABLE")}, {Cli::tr("ACTION")}, {Cli::tr("BY")},
        {Cli::tr("ROWS"), TextTable::Align::Right}, {Cli::tr("SIZE"), TextTable::Align::Right}, {Cli::tr("SINCE")}, {Cli::tr("UNTIL")}});
    for (const TrashItem& item : page.items)
        table.add({QString::number(item.id), item.name, item.action, item.actor, out.count(item.rows),
            out.size(std::max<qint64>(0, item.bytes)), out.time(item.trashedAt), out.time(item.expiresAt)});
    if (table.isEmpty())
        out.note(Cli::tr("The trash is empty."));
    else
        out.table(table);
    out.note(Cli::tr("Kept for %1 days and up to %2 in all; the newest of a table has room in any case.").arg(page.limits.days).arg(out.size(page.limits.maxBytes)));
}

// An id, a table's name (its newest generation) or a source's (the newest of each of its tables).
Try<std::vector<qint64>> findItems(const TrashPage& page, const QStringList& words)
{
    std::vector<qint64> ids;
    for (const QString& word : words) {
        bool found = false;
        QStringList taken;
        for (const TrashItem& item : page.items) {
            const bool byId = QString::number(item.id) == word;
            const bool byName = (item.name == word || item.sourceName == word) && !taken.contains(item.name);
            if (!byId && !byName)
                continue;
            found = true;
            taken.append(item.name);
            if (std::find(ids.begin(), ids.end(), item.id) == ids.end())
                ids.push_back(item.id);
        }
        if (!found)
            return usageFailure(ErrorCode::NotFound, Cli::tr("The trash has nothing called “%1”.").arg(word),
                Cli::tr("See “leatctl trash list”."));
    }
    return ids;
}

void list(Session& session)
{
    session.ask<TrashPage>(LoadTrash{}, [&session](const TrashPage& page) {
        printPage(session.out(), page);
        session.finish();
    });
}

void restore(Session& session, const QStringList& words)
{
    session.ask<TrashPage>(LoadTrash{}, [&session, words](const TrashPage& page) {
        const Try<std::vector<qint64>> ids = findItems(page, words);
        if (!ids)
            return session.fail(ids.failure());
        session.ask<BulkResult>(RestoreTrash{*ids}, [&session](const BulkResult& result) {
            finishBulk(session, result, Cli::tr("restored"));
        });
    });
}

struct PurgeOptions
{
    QStringList words;
    bool all = false;
    ConfirmOptions confirm;
};

void purge(Session& session, const PurgeOptions& options)
{
    if (options.words.isEmpty() && !options.all)
        return session.fail(usageFailure(ErrorCode::MissingOption, Cli::tr("Nothing was named."),
            Cli::tr("Name items, or --all.")));
    session.ask<TrashPage>(LoadTrash{}, [&session, options](const TrashPage& page) {
        const Try<std::vector<qint64>> ids = findItems(page, options.words);
        if (!ids)
            return session.fail(ids.failure());
        PreviewDestructive preview;
        preview.action = DestructiveAction::PurgeTrash;
        preview.trash = *ids;
        confirmDestructive(session, std::move(preview), options.confirm, [&session, ids = *ids](const Confirmation& given) {
            DestroyData command{DestructiveAction::PurgeTrash, {}, ids, given};
            session.ask<BulkResult>(std::move(command), [&session](const BulkResult& result) {
                finishBulk(session, result, Cli::tr("gone for good"));
            });
        });
    });
}

constexpr qint64 kNotGiven = std::numeric_limits<qint64>::min();
constexpr qint64 kMostDays = 3650;
constexpr qint64 kMostMegabytes = qint64{1} << 40;

struct LimitOptions
{
    qint64 days = kNotGiven;
    qint64 megabytes = kNotGiven;
    ConfirmOptions confirm;
};

bool isOut(qint64 value, qint64 most)
{
    return value != kNotGiven && (value < 0 || value > most);
}

void saveLimits(Session& session, const TrashLimits& limits)
{
    session.ask<TrashPage>(SetTrashLimits{limits}, [&session](const TrashPage& now) {
        printPage(session.out(), now);
        session.finish();
    });
}

// What would have no room any more is purged first, which asks as every purge does.
void purgeThenSave(Session& session, const std::vector<qint64>& ids, const TrashLimits& limits, const ConfirmOptions& confirm)
{
    PreviewDestructive preview;
    preview.action = DestructiveAction::PurgeTrash;
    preview.trash = ids;
    confirmDestructive(session, std::move(preview), confirm, [&session, ids, limits](const Confirmation& given) {
        session.ask<BulkResult>(DestroyData{DestructiveAction::PurgeTrash, {}, ids, given}, [&session, limits](const BulkResult& result) {
            if (!result.ok())
                return finishBulk(session, result, Cli::tr("gone for good"));
            saveLimits(session, limits);
        });
    });
}

void limit(Session& session, const LimitOptions& options)
{
    if (isOut(options.days, kMostDays) || isOut(options.megabytes, kMostMegabytes))
        return session.fail(usageFailure(ErrorCode::InvalidOption, Cli::tr("The trash cannot be limited to that."),
            Cli::tr("--days takes 0 to %1, --max-mb 0 or more.").arg(kMostDays)));
    session.ask<TrashPage>(LoadTrash{}, [&session, options](const TrashPage& page) {
        TrashLimits limits = page.limits;
        if (options.days != kNotGiven)
            limits.days = int(options.days);
        if (options.megabytes != kNotGiven)
            limits.maxBytes = options.megabytes * kMegabyte;
        const std::vector<qint64> gone = beyondLimits(page, limits, QDateTime::currentDateTimeUtc());
        if (gone.empty())
            return saveLimits(session, limits);
        purgeThenSave(session, gone, limits, options.confirm);
    });
}

} // namespace

void addTrashCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* noun = addCommand(root, "trash", Cli::tr("rows that were deleted, with their settings, for a while"));
    noun->require_subcommand(1);
    onCommand(addCommand(noun, "list", Cli::tr("what can be brought back")), invocation, EngineNeed::Required, list);

    CLI::App* bring = addCommand(noun, "restore", Cli::tr("bring rows, cursor and settings back; what is there now goes to the trash"),
        {QStringLiteral("leatctl trash restore shop.orders")});
    const auto words = std::make_shared<QStringList>();
    addTexts(bring, "ITEMS", *words, Cli::tr("id, source.table or source"))->required();
    onCommand(bring, invocation, EngineNeed::Required, [words](Session& s) { restore(s, *words); });

    CLI::App* drop = addCommand(noun, "purge", Cli::tr("delete items for good"), {QStringLiteral("leatctl trash purge --all --confirm trash")});
    const auto options = std::make_shared<PurgeOptions>();
    CLI::Option* items = addTexts(drop, "ITEMS", options->words, Cli::tr("id, source.table or source"));
    addSwitch(drop, "--all", options->all, Cli::tr("everything"))->excludes(items);
    addText(drop, "--confirm", options->confirm.name, Cli::tr("the name that would be asked for"))->type_name("NAME");
    onCommand(drop, invocation, EngineNeed::Required, [options](Session& s) { purge(s, *options); });

    CLI::App* limits = addCommand(noun, "limits", Cli::tr("how long and how much the trash keeps"));
    const auto amounts = std::make_shared<LimitOptions>();
    addNumber(limits, "--days", amounts->days, Cli::tr("days an item stays"))->type_name("N");
    addNumber(limits, "--max-mb", amounts->megabytes, Cli::tr("megabytes in all"))->type_name("N");
    addText(limits, "--confirm", amounts->confirm.name, Cli::tr("the name that is asked for when something would be deleted"))->type_name("NAME");
    onCommand(limits, invocation, EngineNeed::Required, [amounts](Session& s) { limit(s, *amounts); });
}

} // namespace leat
