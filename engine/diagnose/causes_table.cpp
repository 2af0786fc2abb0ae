// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/causes.h"

#include <QtGlobal>

namespace leat {

namespace {

constexpr const char* kNoWipe = QT_TRANSLATE_NOOP("Diagnosis", "Delete data: a change of settings is enough.");
constexpr const char* kReplication = QT_TRANSLATE_NOOP("Diagnosis",
    "Resync: only when the position in the log is lost; mend the set-up first.");

// Seed ids D36–D37, D39–D40, D42, D47–D50.
constexpr CauseInfo kRows[] = {
    {Cause::ColumnMissing, Branch::C, "schema_drift", false, FaultScope::Schema, "choose-fields refresh sync",
        QT_TRANSLATE_NOOP("Diagnosis", "A column that the configuration names is no longer in the table."),
        QT_TRANSLATE_NOOP("Diagnosis", "Read the columns of the table again and choose the cursor, key or columns anew."), kNoWipe},
    {Cause::TypeChanged, Branch::C, "schema_drift", false, FaultScope::Schema, "choose-fields sync resync",
        QT_TRANSLATE_NOOP("Diagnosis", "The type of a column has changed at the source."),
        QT_TRANSLATE_NOOP("Diagnosis", "Read the columns of the table again, then copy it from scratch if the warehouse column cannot take the new type."), kNoWipe},
    {Cause::CursorUnsuitable, Branch::C, "schema_drift", false, FaultScope::Schema, "choose-fields full-refresh",
        QT_TRANSLATE_NOOP("Diagnosis", "The cursor column cannot be used for this sync type."),
        QT_TRANSLATE_NOOP("Diagnosis", "Choose a cursor column that grows with every change, or use full refresh."), kNoWipe},
    {Cause::CursorTypeMismatch, Branch::C, "schema_drift", false, FaultScope::Schema, "choose-fields rewind resync",
        QT_TRANSLATE_NOOP("Diagnosis", "The stored cursor value does not fit the type of the column."),
        QT_TRANSLATE_NOOP("Diagnosis", "Read the columns of the table again and correct the cursor's column and type."), kNoWipe},
    {Cause::KeyMissing, Branch::C, "missing_primary_key", false, FaultScope::Schema, "choose-fields full-refresh",
        QT_TRANSLATE_NOOP("Diagnosis", "The table has no primary key, which this sync type needs."),
        QT_TRANSLATE_NOOP("Diagnosis", "Name columns that are unique together as primary key, or use full refresh."), kNoWipe},
    {Cause::KeyNotUnique, Branch::C, "duplicate_primary_key", false, FaultScope::Schema, "choose-fields full-refresh",
        QT_TRANSLATE_NOOP("Diagnosis", "Several rows have the same primary key."),
        QT_TRANSLATE_NOOP("Diagnosis", "Choose key columns that are unique together, or mend the duplicates at the source."), kNoWipe},
    {Cause::KeyHasNulls, Branch::C, "missing_primary_key", false, FaultScope::Schema, "choose-fields full-refresh",
        QT_TRANSLATE_NOOP("Diagnosis", "A column that must have a value holds NULL."),
        QT_TRANSLATE_NOOP("Diagnosis", "Choose key columns that are never NULL, or mend the rows at the source."), kNoWipe},
    {Cause::SettingsStale, Branch::C, "schema_drift", false, FaultScope::Schema, "choose-fields resync",
        QT_TRANSLATE_NOOP("Diagnosis", "The stored position belongs to other settings of the table."),
        QT_TRANSLATE_NOOP("Diagnosis", "Set the former cursor and key again, or copy the table from scratch; the old one stays until the copy is ready."), kNoWipe},
    {Cause::NothingSelected, Branch::C, "schema_drift", false, FaultScope::Schema, "choose-fields",
        QT_TRANSLATE_NOOP("Diagnosis", "No column of the table is selected."),
        QT_TRANSLATE_NOOP("Diagnosis", "Select at least one column."), kNoWipe},
    {Cause::TableMissing, Branch::C2, "relation_missing", false, FaultScope::Schema, "refresh pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The table is no longer at the source; it was dropped, renamed or hidden."),
        QT_TRANSLATE_NOOP("Diagnosis", "Refresh the list of tables and switch the new one on; pause this one if it was dropped. The warehouse copy stays."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync or delete data: the warehouse may hold the only copy.")},
    {Cause::TableGone, Branch::C2, "relation_missing", false, FaultScope::Schema, "pause refresh",
        QT_TRANSLATE_NOOP("Diagnosis", "The list of tables was read anew, and this table is no longer in it."),
        QT_TRANSLATE_NOOP("Diagnosis", "If it was renamed, switch the new one on. Pause this one; the warehouse copy stays."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync or delete data: the warehouse may hold the only copy.")},
    {Cause::TablesChanged, Branch::C2, "relation_missing", false, FaultScope::Source, "refresh",
        QT_TRANSLATE_NOOP("Diagnosis", "The source has tables that are not listed here yet."),
        QT_TRANSLATE_NOOP("Diagnosis", "Refresh the list of tables and switch on what you need."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: nothing is wrong with the tables that are here.")},
    {Cause::ValueUnrepresentable, Branch::Other, "data_conversion", false, FaultScope::Schema, "choose-fields pause",
        QT_TRANSLATE_NOOP("Diagnosis", "A value at the source has no form in the column's type."),
        QT_TRANSLATE_NOOP("Diagnosis", "Correct the value at the source, or leave the column out."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: the same value would stop it again.")},
    {Cause::ValueTooWide, Branch::C, "data_conversion", false, FaultScope::Schema, "choose-fields sync resync",
        QT_TRANSLATE_NOOP("Diagnosis", "A value at the source is larger than the column's type in the warehouse allows."),
        QT_TRANSLATE_NOOP("Diagnosis", "Read the columns of the table again so that the wider type is used, or leave the column out."), kNoWipe},
    {Cause::ConstraintBroken, Branch::Other, "data_conversion", false, FaultScope::Schema, "choose-fields pause",
        QT_TRANSLATE_NOOP("Diagnosis", "A row breaks a rule that was set on the table it is written to."),
        QT_TRANSLATE_NOOP("Diagnosis", "Mend the row at the source, or take the constraint off the table."), ""},
    {Cause::FileFormat, Branch::Other, "file_format", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The file is not written the way it was described."),
        QT_TRANSLATE_NOOP("Diagnosis", "Correct the line that the raw text names, or the delimiter, encoding and header settings."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: the same line would stop it again.")},
    {Cause::DataWrong, Branch::D, "bad_data", false, FaultScope::Schema, "verify rewind resync",
        QT_TRANSLATE_NOOP("Diagnosis", "Rows in the warehouse are missing, doubled or old although the sync says completed."),
        QT_TRANSLATE_NOOP("Diagnosis", "Compare the table with its source; if they differ, copy it from scratch. The old table stays until the copy is ready."), ""},
    {Cause::ChangesHeld, Branch::C, "schema_drift", false, FaultScope::Schema, "accept-changes choose-fields pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The columns of the table changed at the source, and this source asks before it follows."),
        QT_TRANSLATE_NOOP("Diagnosis", "Look at what changed, then sync once more and accept it."), kNoWipe},
    {Cause::QuarantineFull, Branch::C, "bad_data", false, FaultScope::Schema, "choose-fields pause",
        QT_TRANSLATE_NOOP("Diagnosis", "More rows than the error budget allows cannot be stored: their key is NULL or repeated."),
        QT_TRANSLATE_NOOP("Diagnosis", "Mend the rows at the source, choose a key that is unique and never NULL, or raise the error budget."), kNoWipe},
    {Cause::RowsDiffer, Branch::D, "bad_data", false, FaultScope::Schema, "verify rewind resync",
        QT_TRANSLATE_NOOP("Diagnosis", "Two comparisons found rows that differ from the source, although the table was synced in between."),
        QT_TRANSLATE_NOOP("Diagnosis", "Compare again and repair the rows that differ, or copy the table from scratch: the old one stays until the copy is ready."), ""},
    {Cause::HeldBackEmpty, Branch::Other, "bad_data", false, FaultScope::Schema, "verify pause accept-empty",
        QT_TRANSLATE_NOOP("Diagnosis", "The table is suddenly empty at the source, so the warehouse rows were kept."),
        QT_TRANSLATE_NOOP("Diagnosis", "If the source is rightly empty, sync once more and accept the empty table."), ""},
    {Cause::DeletesHeld, Branch::Other, "bad_data", false, FaultScope::Schema, "verify pause review-deletes",
        QT_TRANSLATE_NOOP("Diagnosis", "Many rows of the table are not at the source any more, so nothing was deleted yet."),
        QT_TRANSLATE_NOOP("Diagnosis", "Look at what would go. If the source is right, confirm the deletes; if not, mend the source: the next comparison takes the question back."), kNoWipe},
    {Cause::StaleRead, Branch::A, "transient", true, FaultScope::Source, "wait edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "The server that answers is behind what the warehouse has: a replica that lags, or one that was restored."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wait until the replica has caught up, or let the source read from the primary server."), kNoWipe},

    {Cause::ReplicationSetup, Branch::E, "cdc_prereq", false, FaultScope::Source, "check-replication test sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The source is not set up for reading its change log."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check the log level, slot, publication and limits at the source, mend what is missing, then sync again."), kReplication},
    {Cause::ReplicationRights, Branch::E, "cdc_prereq", false, FaultScope::Source, "check-replication test sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The account may not read the source's change log."),
        QT_TRANSLATE_NOOP("Diagnosis", "Give the account the replication right at the source, then sync again."), kReplication},
    {Cause::ReplicaIdentity, Branch::E, "cdc_prereq", false, FaultScope::Source, "check-replication sync",
        QT_TRANSLATE_NOOP("Diagnosis", "A replicated table has no key by which changes can be told apart."),
        QT_TRANSLATE_NOOP("Diagnosis", "Give the table a primary key or REPLICA IDENTITY FULL, or take it out of the publication; until then the application's own updates may fail."), kReplication},
    {Cause::SlotBusy, Branch::A, "cdc_slot_busy", true, FaultScope::Source, "wait sync check-replication",
        QT_TRANSLATE_NOOP("Diagnosis", "The replication slot is still in use by another connection."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wait until the other reader has ended; if it does not, give each reader its own slot."), kReplication},
    {Cause::PositionLost, Branch::E, "cdc_position_lost", false, FaultScope::Source, "check-replication resync",
        QT_TRANSLATE_NOOP("Diagnosis", "The source no longer has the part of its change log that comes next."),
        QT_TRANSLATE_NOOP("Diagnosis", "Mend slot or log retention first, then copy the tables from scratch: changes in between are lost to the log."), ""},
    {Cause::DecodeFailed, Branch::E, "cdc_prereq", false, FaultScope::Source, "check-replication sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The source could not decode its change log."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check the output plugin and the limits on large transactions at the source."), kReplication},
};

} // namespace

std::span<const CauseInfo> tableCauses()
{
    return kRows;
}

} // namespace leat
