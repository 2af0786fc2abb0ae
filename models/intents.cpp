// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intents.h"

#include <QCoreApplication>

namespace leat {

namespace {

struct Row
{
    const char* id;
    Intent::Opens opens;
    const char* target;
    const char* title;
    const char* hint;
    const char* keywords;
};

using Opens = Intent::Opens;

constexpr Row kRows[] = {
    {"to-incremental", Opens::Recipe, "to-incremental", QT_TRANSLATE_NOOP("leat::Intent", "Read only what changed, instead of complete copies"),
        QT_TRANSLATE_NOOP("leat::Intent", "Guided: from full refresh to incremental"), "switch change from full refresh to incremental delta only changed rows table orders"},
    {"mode", Opens::EditorField, "sync_type", QT_TRANSLATE_NOOP("leat::Intent", "Change how a table syncs: full refresh, incremental or append"),
        QT_TRANSLATE_NOOP("leat::Intent", "Configuration of the table"), "switch change set mode method type full refresh incremental delta append enable sync orders"},
    {"frequency", Opens::EditorField, "sync_frequency", QT_TRANSLATE_NOOP("leat::Intent", "Sync more often, or less often"),
        QT_TRANSLATE_NOOP("leat::Intent", "Frequency, in the configuration of the table"),
        "sync syncing too slow slowly fast frequently often seldom frequency interval every hour hourly minutes daily schedule scheduling automation configure automatic"},
    {"time-of-day", Opens::EditorField, "sync_time_of_day", QT_TRANSLATE_NOOP("leat::Intent", "Sync once a day at a time you choose"),
        QT_TRANSLATE_NOOP("leat::Intent", "Time of day, in the configuration of the table"), "daily day midnight night am pm time clock schedule run sync configure every o'clock"},
    {"cursor", Opens::EditorField, "incremental_field", QT_TRANSLATE_NOOP("leat::Intent", "Use another cursor column"),
        QT_TRANSLATE_NOOP("leat::Intent", "Cursor, in the configuration of the table"), "different other incremental column field cursor watermark choose change updated"},
    {"key", Opens::EditorField, "primary_key_columns", QT_TRANSLATE_NOOP("leat::Intent", "Name the columns that identify a row"),
        QT_TRANSLATE_NOOP("leat::Intent", "Key columns, in the configuration of the table"), "primary key keys columns unique duplicates duplicate rows identify"},
    {"manual", Opens::EditorField, "sync_frequency", QT_TRANSLATE_NOOP("leat::Intent", "Sync only when I ask for it"),
        QT_TRANSLATE_NOOP("leat::Intent", "Frequency “only by hand”, in the configuration of the table"), "disable stop automatic sync manual manually require execution hand only never schedule"},
    {"parallel", Opens::SettingsPage, "engine", QT_TRANSLATE_NOOP("leat::Intent", "Sync several tables at once"),
        QT_TRANSLATE_NOOP("leat::Intent", "Settings, Engine: runs at once and readers of one table"), "parallel parallelism workers worker processing concurrent configure performance threads memory run"},
    {"performance", Opens::SettingsPage, "engine", QT_TRANSLATE_NOOP("leat::Intent", "Make syncs faster"),
        QT_TRANSLATE_NOOP("leat::Intent", "Settings, Engine: memory, threads and readers"), "performance faster speed slow slowly syncing memory optimise optimize tune"},
    {"retry", Opens::Nothing, "", QT_TRANSLATE_NOOP("leat::Intent", "Try again after a failure"),
        QT_TRANSLATE_NOOP("leat::Intent", "Done by itself: what can pass is tried again after growing pauses, until it works or proves permanent"),
        "retry retries times exponential backoff back-off attempts again failure network"},
    {"batch", Opens::Nothing, "", QT_TRANSLATE_NOOP("leat::Intent", "Sync tables in batches with checkpoints"),
        QT_TRANSLATE_NOOP("leat::Intent", "Not needed: every table is committed by itself with its cursor, and a stopped sync goes on with the rest"),
        "batch batches size set checkpoint checkpointing processing"},
    {"timeout", Opens::Nothing, "", QT_TRANSLATE_NOOP("leat::Intent", "End a sync that takes too long"),
        QT_TRANSLATE_NOOP("leat::Intent", "Runs without progress are shown as stuck, with “Cancel and sync” beside them; long runs that move are left alone"),
        "time timeout out limit minutes long hang hangs stuck execution control cancel"},
    {"cdc", Opens::Recipe, "to-cdc", QT_TRANSLATE_NOOP("leat::Intent", "Set up change data capture (CDC)"),
        QT_TRANSLATE_NOOP("leat::Intent", "Guided: what it needs, and what to do while it is not available"),
        "cdc set change data capture replication logical slot publication wal postgres table"},
    {"webhook", Opens::Recipe, "to-webhook", QT_TRANSLATE_NOOP("leat::Intent", "Let a service push its changes (webhook)"),
        QT_TRANSLATE_NOOP("leat::Intent", "Guided: which sources can, and what to do otherwise"), "webhook webhooks push stripe service register signing secret"},
    {"replace-cursor", Opens::Recipe, "replace-cursor", QT_TRANSLATE_NOOP("leat::Intent", "Replace a cursor column that is gone"),
        QT_TRANSLATE_NOOP("leat::Intent", "Guided: reads what fits now, says what it does, then syncs"), "column does not exist dropped renamed missing cursor updated_at gone replace stale drift"},
    {"pause", Opens::Recipe, "pause", QT_TRANSLATE_NOOP("leat::Intent", "Pause a table"),
        QT_TRANSLATE_NOOP("leat::Intent", "Guided: rows and settings stay"), "pause stop halt hold table leave out without deleting"},
    {"resume", Opens::Recipe, "resume", QT_TRANSLATE_NOOP("leat::Intent", "Resume a table"),
        QT_TRANSLATE_NOOP("leat::Intent", "Guided: goes on from the stored position, at once"), "resume unpause continue start table again"},
    {"problems", Opens::Action, "action.go.problems", QT_TRANSLATE_NOOP("leat::Intent", "See why a sync failed"),
        QT_TRANSLATE_NOOP("leat::Intent", "Problems, with the fix beside each"), "why failed failing fail broken error sync not working diagnose fix problem"},
    {"bundle", Opens::Action, "action.help.bundle", QT_TRANSLATE_NOOP("leat::Intent", "Collect diagnostics for a person who helps"),
        QT_TRANSLATE_NOOP("leat::Intent", "A zip file without rows and passwords, shown before it is saved"), "support bundle diagnostics report bug help debug archive collect logs send zip"},
    {"rotate", Opens::Action, "action.source.rotate", QT_TRANSLATE_NOOP("leat::Intent", "Enter a new password or key"),
        QT_TRANSLATE_NOOP("leat::Intent", "Tested before it replaces the old one"), "rotate new password secret key token credentials credential expired changed update renew"},
    {"resync", Opens::Action, "action.table.syncScratch", QT_TRANSLATE_NOOP("leat::Intent", "Copy a table again from the start"),
        QT_TRANSLATE_NOOP("leat::Intent", "Resync: the old table stays until the copy is ready"), "resync full again scratch reload reimport wrong data missing rows copy"},
};

} // namespace

std::vector<Intent> allIntents()
{
    std::vector<Intent> out;
    for (const Row& row : kRows)
        out.push_back({QString::fromLatin1(row.id), QCoreApplication::translate("leat::Intent", row.title), QCoreApplication::translate("leat::Intent", row.hint),
            QString::fromLatin1(row.keywords).split(QLatin1Char(' ')), row.opens, QString::fromLatin1(row.target)});
    return out;
}

} // namespace leat
