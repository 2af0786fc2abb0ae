// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/causes.h"

#include <QtGlobal>

namespace leat {

namespace {

// Seed ids D43, D51–D55, D60, D62–D64, and what belongs to this program alone.
constexpr CauseInfo kRows[] = {
    {Cause::RunStuck, Branch::F, "stuck_run", false, FaultScope::Schema, "cancel-sync cancel",
        QT_TRANSLATE_NOOP("Diagnosis", "The run makes no progress any more."),
        QT_TRANSLATE_NOOP("Diagnosis", "Cancel it and sync again; the data are as the last complete run left them."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: a run that hangs has stored nothing wrong.")},
    {Cause::RunCutOff, Branch::F, "stuck_run", false, FaultScope::Schema, "sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The last run was cut off: the program ended before it was done."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; the data are as the last complete run left them, and nothing half-written was kept."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: a run that was cut off has stored nothing wrong.")},
    {Cause::RunsCutOff, Branch::F, "stuck_run", false, FaultScope::Schema, "sync choose-fields pause",
        QT_TRANSLATE_NOOP("Diagnosis", "Each run is cut off: the program ends before it is done."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync this table alone and leave the program open until it is done. If the system ends the program, memory is short: lower memory_limit_mb and runs in engine.ini, or choose fewer columns."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: it reads more in one run, and is cut off as well.")},
    {Cause::QuotaReached, Branch::H, "billing", false, FaultScope::App, "pause open-plan",
        QT_TRANSLATE_NOOP("Diagnosis", "A quota of rows or credit is used up; nothing is broken."),
        QT_TRANSLATE_NOOP("Diagnosis", "Raise the plan or limit, or pause less important tables until the quota fits."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again, other settings or resync: none of them raises a quota.")},
    {Cause::PaymentDue, Branch::H, "billing", false, FaultScope::Source, "pause open-plan",
        QT_TRANSLATE_NOOP("Diagnosis", "The provider of the source asks for a payment or a larger plan."),
        QT_TRANSLATE_NOOP("Diagnosis", "Settle it at the provider, or pause the tables until then."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again or resync: the provider would refuse it in the same way.")},
    {Cause::WebhookBroken, Branch::I, "webhook", false, FaultScope::Source, "check-webhook sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The source's webhook does not reach this program."),
        QT_TRANSLATE_NOOP("Diagnosis", "Look at the webhook at the source: create it again if it is gone, enable it if it is off. The bulk sync fills the gap."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: the bulk sync brings what the webhook missed.")},
    {Cause::WebhookSecret, Branch::I, "webhook", false, FaultScope::Source, "check-webhook rotate sync",
        QT_TRANSLATE_NOOP("Diagnosis", "Deliveries of the webhook do not prove where they come from."),
        QT_TRANSLATE_NOOP("Diagnosis", "Enter the signing secret that the source shows for this webhook, and check the clock of this computer."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: the bulk sync brings what the webhook missed.")},

    {Cause::WarehouseLocked, Branch::A, "warehouse_lock", true, FaultScope::Warehouse, "close-holder wait sync",
        QT_TRANSLATE_NOOP("Diagnosis", "Another program has the warehouse file open."),
        QT_TRANSLATE_NOOP("Diagnosis", "Close it there, or open it there read-only from a copy."), ""},
    {Cause::WarehouseFull, Branch::Other, "warehouse_full", true, FaultScope::Warehouse, "free-disk sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The disk of the warehouse is full."),
        QT_TRANSLATE_NOOP("Diagnosis", "Free space on the disk, then sync again; nothing half-written was kept."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: it needs even more space.")},
    {Cause::WarehouseMemory, Branch::Other, "warehouse_oom", true, FaultScope::Warehouse, "sync raise-memory",
        QT_TRANSLATE_NOOP("Diagnosis", "The warehouse ran out of memory."),
        QT_TRANSLATE_NOOP("Diagnosis", "Let fewer tables sync at once, or give the warehouse more memory."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: it needs even more memory.")},
    {Cause::WarehouseDamaged, Branch::G, "warehouse_corrupt", false, FaultScope::Warehouse, "back-up verify delete-data",
        QT_TRANSLATE_NOOP("Diagnosis", "The warehouse's copy of the data is damaged."),
        QT_TRANSLATE_NOOP("Diagnosis", "Back the file up, restore it if you have a copy; else delete the data of the table and sync it again. Its settings stay."), ""},
    {Cause::WarehouseTableGone, Branch::G, "relation_missing", false, FaultScope::Warehouse, "sync resync delete-data",
        QT_TRANSLATE_NOOP("Diagnosis", "The table is missing in the warehouse."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync it from scratch; the settings of the table stay."), ""},
    {Cause::WarehouseWrongFile, Branch::Other, "warehouse_corrupt", false, FaultScope::Warehouse, "choose-warehouse",
        QT_TRANSLATE_NOOP("Diagnosis", "The file at the warehouse's place is no warehouse."),
        QT_TRANSLATE_NOOP("Diagnosis", "Choose another path or move that file away; it is never overwritten."), ""},
    {Cause::WarehouseNewer, Branch::Other, "config_error", false, FaultScope::Warehouse, "update choose-warehouse",
        QT_TRANSLATE_NOOP("Diagnosis", "The warehouse was written by another version."),
        QT_TRANSLATE_NOOP("Diagnosis", "Update the older program, or choose another warehouse file."), ""},
    {Cause::WarehouseMissing, Branch::Other, "config_error", false, FaultScope::Warehouse, "choose-warehouse",
        QT_TRANSLATE_NOOP("Diagnosis", "The warehouse file cannot be opened."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check the path and its permissions, and whether the disk is mounted."), ""},
    {Cause::WarehouseBroken, Branch::Other, "internal", true, FaultScope::Warehouse, "restart sync report",
        QT_TRANSLATE_NOOP("Diagnosis", "The warehouse stopped on an error of its own."),
        QT_TRANSLATE_NOOP("Diagnosis", "Start the program anew and sync again; if it comes back, report it with the details."), ""},
    {Cause::ProfileProblem, Branch::Other, "config_error", false, FaultScope::App, "choose-profile",
        QT_TRANSLATE_NOOP("Diagnosis", "The profile cannot be used."),
        QT_TRANSLATE_NOOP("Diagnosis", "Close the program that has it open, check its permissions, or choose another profile."), ""},
    {Cause::ProgramFault, Branch::Other, "internal", true, FaultScope::App, "sync report",
        QT_TRANSLATE_NOOP("Diagnosis", "Something went wrong inside the program that syncs."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; if it comes back, report it with the details."), ""},
    {Cause::LeaseLost, Branch::A, "transient", true, FaultScope::App, "sync",
        QT_TRANSLATE_NOOP("Diagnosis", "Another run took the table over."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wait for the other run, then sync again."), ""},

    {Cause::Paused, Branch::Other, "paused", false, FaultScope::Schema, "resume",
        QT_TRANSLATE_NOOP("Diagnosis", "The table is paused; nothing is broken."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resume it when it is to sync again."), ""},
    {Cause::Late, Branch::A, "late", true, FaultScope::Schema, "sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The table is older than its interval allows."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync it now, and see that the scheduler runs."), ""},
    {Cause::NothingNew, Branch::D, "quiet", true, FaultScope::Schema, "verify sync resync",
        QT_TRANSLATE_NOOP("Diagnosis", "Syncs of the table work but find nothing new, for longer than ever before."),
        QT_TRANSLATE_NOOP("Diagnosis", "Compare the table with its source. If they are equal, the source is just quiet; if not, the cursor column is no longer kept at the source, or another copy of the database answers."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: it brings what is missing once, but as long as the cursor column does not tell of changes, later ones are missed again.")},
    {Cause::NeverRan, Branch::A, "never_synced", true, FaultScope::Schema, "sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The table has never been synced."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync it for the first time."), ""},
    {Cause::Healthy, Branch::Other, "healthy", true, FaultScope::Schema, "verify sync",
        QT_TRANSLATE_NOOP("Diagnosis", "Nothing is wrong as far as can be seen."),
        QT_TRANSLATE_NOOP("Diagnosis", "If the data look wrong although all is well, compare the table with its source; only if they differ, resync."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: nothing says that the data are wrong.")},
    {Cause::Unknown, Branch::A, "unknown", true, FaultScope::Source, "sync test report",
        QT_TRANSLATE_NOOP("Diagnosis", "The cause is not known."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again. If it goes on, read the raw text and save a report; nothing is paused on an unknown cause."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync or delete data: nothing says that the data are wrong.")},
};

} // namespace

std::span<const CauseInfo> engineCauses()
{
    return kRows;
}

} // namespace leat
