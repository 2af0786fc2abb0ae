// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/errortext.h"

#include <QCoreApplication>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ErrorText", text);
}

// Fills {name} from the error's args. A name that is missing becomes an ellipsis, so a sentence
// never shows a raw placeholder.
QString fill(QString text, const Error& error)
{
    qsizetype open = text.indexOf(QLatin1Char('{'));
    while (open >= 0) {
        const qsizetype close = text.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            break;
        const QString name = text.mid(open + 1, close - open - 1);
        const QString value = error.args.value(name, QStringLiteral("…"));
        text.replace(open, close - open + 1, value);
        open = text.indexOf(QLatin1Char('{'), open + value.size());
    }
    return text;
}

struct Text
{
    const char* sentence;
    const char* remedy;
};

Text general(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("ErrorText", "The work was cancelled."),
            QT_TRANSLATE_NOOP("ErrorText", "Start it again when you are ready; what was stored before is unchanged.")};
    case ErrorCode::Busy:
        return {QT_TRANSLATE_NOOP("ErrorText", "“{subject}” is being synced right now."),
            QT_TRANSLATE_NOOP("ErrorText", "Wait until the run has ended, or cancel it first.")};
    case ErrorCode::InvalidArgument:
        return {QT_TRANSLATE_NOOP("ErrorText", "“{value}” cannot be used as {what}."),
            QT_TRANSLATE_NOOP("ErrorText", "Allowed: {allowed}.")};
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no {what} named “{name}”."),
            QT_TRANSLATE_NOOP("ErrorText", "Check the spelling, or list what there is.")};
    case ErrorCode::AlreadyExists:
        return {QT_TRANSLATE_NOOP("ErrorText", "A {what} named “{name}” exists already."),
            QT_TRANSLATE_NOOP("ErrorText", "Choose another name, or remove the existing one first.")};
    case ErrorCode::RevisionConflict:
        return {QT_TRANSLATE_NOOP("ErrorText", "“{subject}” was changed elsewhere in the meantime."),
            QT_TRANSLATE_NOOP("ErrorText", "Look at its current settings and apply your change again.")};
    case ErrorCode::MalformedUrl:
        return {QT_TRANSLATE_NOOP("ErrorText", "The address cannot be read: {reason}."),
            QT_TRANSLATE_NOOP("ErrorText", "Write it like {example}.")};
    case ErrorCode::UnknownOption:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no setting named “{option}”."),
            QT_TRANSLATE_NOOP("ErrorText", "Did you mean “{nearest}”? Known settings: {allowed}.")};
    case ErrorCode::MissingOption:
        return {QT_TRANSLATE_NOOP("ErrorText", "The setting “{option}” is needed."),
            QT_TRANSLATE_NOOP("ErrorText", "Give it a value and try again.")};
    case ErrorCode::InvalidOption:
        return {QT_TRANSLATE_NOOP("ErrorText", "“{value}” is not a value for “{option}”."),
            QT_TRANSLATE_NOOP("ErrorText", "Allowed values: {allowed}.")};
    default:
        return {QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside Leat."),
            QT_TRANSLATE_NOOP("ErrorText", "Try again; if it comes back, report it with the details below.")};
    }
}

Text profile(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ProfileLocked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The profile is in use by {holder} (process {pid})."),
            QT_TRANSLATE_NOOP("ErrorText", "Close that program, or choose another profile with --profile.")};
    case ErrorCode::ProfileUnreadable:
        return {QT_TRANSLATE_NOOP("ErrorText", "The profile's state file {path} cannot be read."),
            QT_TRANSLATE_NOOP("ErrorText", "Restore it from a backup beside it, or choose another profile; the warehouse file is not touched.")};
    case ErrorCode::ProfileNewer:
        return {QT_TRANSLATE_NOOP("ErrorText", "The profile was written by a newer Leat (format {found}, this one knows {known})."),
            QT_TRANSLATE_NOOP("ErrorText", "Update Leat, or choose another profile. Nothing was changed.")};
    case ErrorCode::ProfileNotWritable:
        return {QT_TRANSLATE_NOOP("ErrorText", "The profile folder {path} cannot be written."),
            QT_TRANSLATE_NOOP("ErrorText", "Check its permissions and the free space, or choose another profile.")};
    case ErrorCode::KeychainLocked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The keychain is locked, so the stored password cannot be read."),
            QT_TRANSLATE_NOOP("ErrorText", "Unlock the keychain and try again.")};
    case ErrorCode::KeychainReset:
        return {QT_TRANSLATE_NOOP("ErrorText", "The keychain no longer holds the password that was stored there."),
            QT_TRANSLATE_NOOP("ErrorText", "Enter the password of the source again.")};
    case ErrorCode::KeychainMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "This system offers no keychain to keep passwords in."),
            QT_TRANSLATE_NOOP("ErrorText", "Start a keychain service, or choose the encrypted file vault with --vault-passphrase-file.")};
    case ErrorCode::KeychainTimeout:
        return {QT_TRANSLATE_NOOP("ErrorText", "The keychain did not answer in time."),
            QT_TRANSLATE_NOOP("ErrorText", "Answer its prompt if one is open, then try again.")};
    case ErrorCode::SecretMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "No password is stored for “{source}”."),
            QT_TRANSLATE_NOOP("ErrorText", "Enter the password of the source.")};
    case ErrorCode::VaultWrongPassphrase:
        return {QT_TRANSLATE_NOOP("ErrorText", "The passphrase does not open the vault {path}."),
            QT_TRANSLATE_NOOP("ErrorText", "Try the passphrase again; the vault is unchanged.")};
    case ErrorCode::VaultCorrupt:
        return {QT_TRANSLATE_NOOP("ErrorText", "The vault {path} is damaged."),
            QT_TRANSLATE_NOOP("ErrorText", "Restore it from a backup, or move it away and enter the passwords again.")};
    default:
        return general(code);
    }
}

Text reach(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostUnknown:
        return {QT_TRANSLATE_NOOP("ErrorText", "The host “{host}” is not known."),
            QT_TRANSLATE_NOOP("ErrorText", "Check the host name, your network and VPN.")};
    case ErrorCode::ConnectionRefused:
        return {QT_TRANSLATE_NOOP("ErrorText", "{host} refused the connection on port {port}."),
            QT_TRANSLATE_NOOP("ErrorText", "Check that the server runs and listens on that port.")};
    case ErrorCode::ConnectionTimeout:
        return {QT_TRANSLATE_NOOP("ErrorText", "{host} did not answer on port {port} in time."),
            QT_TRANSLATE_NOOP("ErrorText", "Check firewall and allow-list; the next sync tries again.")};
    case ErrorCode::ConnectionLost:
        return {QT_TRANSLATE_NOOP("ErrorText", "The connection to {host} was lost."),
            QT_TRANSLATE_NOOP("ErrorText", "Nothing half-read was stored; sync again.")};
    case ErrorCode::TlsNotOffered:
        return {QT_TRANSLATE_NOOP("ErrorText", "{host} does not offer an encrypted connection."),
            QT_TRANSLATE_NOOP("ErrorText", "Turn TLS on at the server, or set sslmode=disable if the network is trusted.")};
    case ErrorCode::TlsRequired:
        return {QT_TRANSLATE_NOOP("ErrorText", "{host} accepts only encrypted connections."),
            QT_TRANSLATE_NOOP("ErrorText", "Set sslmode to verify-full or require.")};
    case ErrorCode::TlsUntrusted:
        return {QT_TRANSLATE_NOOP("ErrorText", "The certificate of {host} is not trusted."),
            QT_TRANSLATE_NOOP("ErrorText", "Give the server's CA as sslrootcert, pin its fingerprint, or correct the host name.")};
    case ErrorCode::AuthenticationFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "{host} does not accept the password of user “{user}”."),
            QT_TRANSLATE_NOOP("ErrorText", "Enter the current password; it may have been changed or have expired.")};
    case ErrorCode::DatabaseMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no database named “{database}” on {host}."),
            QT_TRANSLATE_NOOP("ErrorText", "Check the database name.")};
    case ErrorCode::PermissionDenied:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no permission to read {table}."),
            QT_TRANSLATE_NOOP("ErrorText", "Grant read access (for a database: GRANT SELECT), then sync again.")};
    case ErrorCode::RowSecurity:
        return {QT_TRANSLATE_NOOP("ErrorText", "Row security hides rows of {table} from user “{user}”."),
            QT_TRANSLATE_NOOP("ErrorText", "Use a role with BYPASSRLS, so that the copy is complete.")};
    case ErrorCode::TooManyConnections:
        return {QT_TRANSLATE_NOOP("ErrorText", "{host} has no free connection left."),
            QT_TRANSLATE_NOOP("ErrorText", "Lower the number of readers of this source, or raise max_connections.")};
    case ErrorCode::ServerStarting:
        return {QT_TRANSLATE_NOOP("ErrorText", "{host} is starting up or shutting down."),
            QT_TRANSLATE_NOOP("ErrorText", "Wait a moment and sync again.")};
    case ErrorCode::QueryTimeout:
        return {QT_TRANSLATE_NOOP("ErrorText", "{host} stopped a query because it took too long."),
            QT_TRANSLATE_NOOP("ErrorText", "Raise statement_timeout of the source, choose fewer columns, or add an index.")};
    case ErrorCode::GaveWay:
        return {QT_TRANSLATE_NOOP("ErrorText", "A change of {table} at the source waited for this read, which gave way to it."),
            QT_TRANSLATE_NOOP("ErrorText", "It is read again by itself. Raise give_way of the source, or change the table when it is not synced, if this goes on.")};
    case ErrorCode::SourceQueryFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The source reported a problem while {table} was read."),
            QT_TRANSLATE_NOOP("ErrorText", "See the details for what it said.")};
    case ErrorCode::UnsupportedServer:
        return {QT_TRANSLATE_NOOP("ErrorText", "The server's version {found} is not supported."),
            QT_TRANSLATE_NOOP("ErrorText", "Use a newer server: {needed} at least.")};
    case ErrorCode::FileMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no file {path}."),
            QT_TRANSLATE_NOOP("ErrorText", "Check the path, or whether the disk is mounted.")};
    case ErrorCode::FileNotDatabase:
        return {QT_TRANSLATE_NOOP("ErrorText", "{path} is not a readable database file."),
            QT_TRANSLATE_NOOP("ErrorText", "Choose another file; encrypted files are not supported.")};
    case ErrorCode::FileLocked:
        return {QT_TRANSLATE_NOOP("ErrorText", "{path} is locked by another program."),
            QT_TRANSLATE_NOOP("ErrorText", "Let that program finish its write and sync again.")};
    default:
        return general(code);
    }
}

Text table(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TableMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "{table} is no longer at the source."),
            QT_TRANSLATE_NOOP("ErrorText", "Refresh the table list; pause this one if it was dropped. The warehouse copy stays.")};
    case ErrorCode::ColumnMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "{table} has no column “{column}” any more."),
            QT_TRANSLATE_NOOP("ErrorText", "Choose another cursor, key or selection in the table's settings, then sync again; the rows that are there stay.")};
    case ErrorCode::NothingSelected:
        return {QT_TRANSLATE_NOOP("ErrorText", "No column of {table} is selected."),
            QT_TRANSLATE_NOOP("ErrorText", "Select at least one column.")};
    case ErrorCode::KeyRequired:
        return {QT_TRANSLATE_NOOP("ErrorText", "Primary key required for incremental syncs: {table} has none set."),
            QT_TRANSLATE_NOOP("ErrorText", "Name columns that are unique together (primary_key_columns), or use full refresh.")};
    case ErrorCode::KeyNotUnique:
        return {QT_TRANSLATE_NOOP("ErrorText", "The primary keys for this table are not unique: {table} has several rows with {column} = {example}."),
            QT_TRANSLATE_NOOP("ErrorText", "Choose key columns that are unique together. Nothing was stored.")};
    case ErrorCode::KeyHasNulls:
        return {QT_TRANSLATE_NOOP("ErrorText", "Key column “{column}” of {table} holds NULL."),
            QT_TRANSLATE_NOOP("ErrorText", "Choose key columns that are never NULL. Nothing was stored.")};
    case ErrorCode::CursorRequired:
        return {QT_TRANSLATE_NOOP("ErrorText", "{table} needs a cursor column for this sync type."),
            QT_TRANSLATE_NOOP("ErrorText", "Set incremental_field to a column that grows with every change.")};
    case ErrorCode::CursorUnsuitable:
        return {QT_TRANSLATE_NOOP("ErrorText", "Column “{column}” of {table} cannot be the cursor: {reason}."),
            QT_TRANSLATE_NOOP("ErrorText", "Choose one of: {allowed}.")};
    case ErrorCode::CursorHasNulls:
        return {QT_TRANSLATE_NOOP("ErrorText", "Cursor column “{column}” of {table} is NULL in {count} rows."),
            QT_TRANSLATE_NOOP("ErrorText", "They are re-read at every sync; choose a column without NULL to avoid that.")};
    case ErrorCode::CursorInFuture:
        return {QT_TRANSLATE_NOOP("ErrorText", "Cursor column “{column}” of {table} has values in the future, up to {value}."),
            QT_TRANSLATE_NOOP("ErrorText", "The row is stored and the watermark stays at the source's clock; correct the row.")};
    case ErrorCode::CursorWentBackwards:
        return {QT_TRANSLATE_NOOP("ErrorText", "Cursor column “{column}” of {table} went back from {before} to {after}."),
            QT_TRANSLATE_NOOP("ErrorText", "The source may have been restored. Sync from scratch to be equal again.")};
    case ErrorCode::CursorConfigChanged:
        return {QT_TRANSLATE_NOOP("ErrorText", "The stored position of {table} belongs to other settings ({before}, now {after})."),
            QT_TRANSLATE_NOOP("ErrorText", "Sync from scratch: the old table stays until the new copy is ready.")};
    case ErrorCode::ShapeChanged:
        return {QT_TRANSLATE_NOOP("ErrorText", "Column “{column}” of {table} changed its type from {before} to {after}."),
            QT_TRANSLATE_NOOP("ErrorText", "Sync from scratch: the old table stays until the new copy is ready.")};
    case ErrorCode::ValueUnrepresentable:
        return {QT_TRANSLATE_NOOP("ErrorText", "A value in column “{column}” of {table} has no exact form in the warehouse."),
            QT_TRANSLATE_NOOP("ErrorText", "Correct the value, leave the column out, or choose another key if it is one.")};
    case ErrorCode::HeldBackEmpty:
        return {QT_TRANSLATE_NOOP("ErrorText", "{table} is empty at the source; the warehouse has {rows} rows, which were kept."),
            QT_TRANSLATE_NOOP("ErrorText", "If the source is rightly empty, sync again and accept the empty table.")};
    case ErrorCode::ChangesHeld:
        return {QT_TRANSLATE_NOOP("ErrorText", "Columns of {table} changed at the source: {changes}. Nothing was read."),
            QT_TRANSLATE_NOOP("ErrorText", "Sync again and accept the changes, or choose in the source's settings what happens by itself.")};
    case ErrorCode::DeletesHeld:
        return {QT_TRANSLATE_NOOP("ErrorText", "{count} of {rows} rows of {table} ({percent} %) are not at the source any more, more than may go without being asked."),
            QT_TRANSLATE_NOOP("ErrorText", "Nothing was deleted. Look at them, then confirm the deletes, or raise delete_limit.")};
    case ErrorCode::StaleRead:
        return {QT_TRANSLATE_NOOP("ErrorText", "The keys of {table} were not compared: {reason}."),
            QT_TRANSLATE_NOOP("ErrorText", "Nothing was deleted; it is tried again by itself. Or point the source at the primary server.")};
    case ErrorCode::QuarantineFull:
        return {QT_TRANSLATE_NOOP("ErrorText", "{count} rows of {table} cannot be stored (key {column}), more than the error budget of {budget}."),
            QT_TRANSLATE_NOOP("ErrorText", "Mend the rows at the source, choose another key, or raise error_budget. Nothing was stored.")};
    case ErrorCode::CountMismatch:
        return {QT_TRANSLATE_NOOP("ErrorText", "{read} rows of {table} were read, but {stored} are stored or there already and {quarantined} set aside."),
            QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed. Sync again; if it comes back, report it with the log.")};
    case ErrorCode::SyncTypeUnavailable:
        return {QT_TRANSLATE_NOOP("ErrorText", "{table} cannot sync by {value}: {reason}."),
            QT_TRANSLATE_NOOP("ErrorText", "Choose one of {allowed}.")};
    case ErrorCode::ConfirmationNeeded:
        return {QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed in “{subject}”: {reason}."),
            QT_TRANSLATE_NOOP("ErrorText", "Look at what the action would do now, and confirm it again.")};
    case ErrorCode::SourceReadOnly:
        return {QT_TRANSLATE_NOOP("ErrorText", "The source “{source}” is protected: its settings and data may only be read."),
            QT_TRANSLATE_NOOP("ErrorText", "Choose another protection for the source first.")};
    case ErrorCode::EndpointChanged:
        return {QT_TRANSLATE_NOOP("ErrorText", "The address of “{source}” changes; a stored password is never sent to a new address."),
            QT_TRANSLATE_NOOP("ErrorText", "Give the password again together with the new address.")};
    default:
        return general(code);
    }
}

Text warehouse(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WarehouseLocked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The warehouse file {path} is open in {holder} (process {pid})."),
            QT_TRANSLATE_NOOP("ErrorText", "Close it there and try again.")};
    case ErrorCode::WarehouseNewer:
        return {QT_TRANSLATE_NOOP("ErrorText", "The warehouse file {path} was written by a newer DuckDB."),
            QT_TRANSLATE_NOOP("ErrorText", "Update Leat. Nothing was changed.")};
    case ErrorCode::WarehouseCorrupt:
        return {QT_TRANSLATE_NOOP("ErrorText", "The warehouse file {path} is damaged or not a DuckDB file."),
            QT_TRANSLATE_NOOP("ErrorText", "Restore it from a backup, or move it away and sync again; Leat does not overwrite it.")};
    case ErrorCode::WarehouseMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "The warehouse has no table {table}."),
            QT_TRANSLATE_NOOP("ErrorText", "Sync it first.")};
    case ErrorCode::DiskFull:
        return {QT_TRANSLATE_NOOP("ErrorText", "The disk that holds {path} is full."),
            QT_TRANSLATE_NOOP("ErrorText", "Free some space and sync again; what was stored before is safe.")};
    case ErrorCode::OutOfMemory:
        return {QT_TRANSLATE_NOOP("ErrorText", "The warehouse reached its memory limit."),
            QT_TRANSLATE_NOOP("ErrorText", "Raise the memory limit, or sync fewer tables at once.")};
    case ErrorCode::WarehouseQueryFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The warehouse could not run the statement."),
            QT_TRANSLATE_NOOP("ErrorText", "See the details for what it said.")};
    case ErrorCode::QueryNotReadOnly:
        return {QT_TRANSLATE_NOOP("ErrorText", "Only a single reading statement (SELECT) is allowed here."),
            QT_TRANSLATE_NOOP("ErrorText", "Open a copy of the warehouse file in DuckDB to change data.")};
    case ErrorCode::FenceLost:
        return {QT_TRANSLATE_NOOP("ErrorText", "Another run took over {table}; this one stored nothing."),
            QT_TRANSLATE_NOOP("ErrorText", "Nothing needs to be done.")};
    default:
        return general(code);
    }
}

Text textOf(ErrorCode code)
{
    if (code >= ErrorCode::WarehouseLocked)
        return warehouse(code);
    if (code >= ErrorCode::TableMissing)
        return table(code);
    if (code >= ErrorCode::HostUnknown)
        return reach(code);
    if (code >= ErrorCode::ProfileLocked)
        return profile(code);
    return general(code);
}

} // namespace

ErrorText describe(const Error& error)
{
    Text text = textOf(error.code);
    if (error.code == ErrorCode::UnknownOption && error.args.value(QStringLiteral("nearest")).isEmpty())
        text.remedy = QT_TRANSLATE_NOOP("ErrorText", "Known settings: {allowed}.");
    return {fill(tr(text.sentence), error), fill(tr(text.remedy), error)};
}

} // namespace leat
