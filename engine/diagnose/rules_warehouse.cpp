// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// DuckDB's words, and what only this program's own side can say: keychain, profile, disk.
constexpr Rule kRules[] = {
    {"KEYCHAIN-MISSING", Cause::KeychainMissing, "", R"(org\.freedesktop\.secrets|no (?:keychain|keyring|secret service|recommended backend)|(?:keychain|keyring|secret service|credential store).{0,60}(?:not available|unavailable|no provider|not provided|missing|not installed|no backend|not running|unknown)|credential size exceeds|stub received bad data|(?:credential|secret|password) .{0,30}(?:too (?:large|long|big)|exceeds max)|1312 |logon session|cannot autolaunch d-?bus|d-?bus .{0,60}(?:not|no|fail))"},
    {"KEYCHAIN", Cause::KeychainUnreadable, "", R"(\bkey ?chain\b|\bkey ?ring\b|secret service|credential (?:store|manager|vault|locker)|libsecret|cryptunprotect|secret storage|kwallet|gnome-keyring|errsec\w*|osstatus|-25308\b|-25293\b|-25300\b|dpapi|user interaction is not allowed|prompt (?:was )?dismissed|could not decrypt .{0,30}(?:secret|password|credential|token)|(?:secret|password|credential|token)s? .{0,30}(?:could not|cannot|can'?t) be (?:decrypted|read|unlocked)|fernet|wrong (?:master )?passphrase|islocked)"},
    {"KEYCHAIN-OWNER", Cause::KeychainUnreadable, "", R"(password|secret|credential|token|private key|key ?store|entry|\bitem|denied|\block|d-?bus|wallet|\bcrypt)", "= app keychain secret"},
    {"DUCK-LOCK", Cause::WarehouseLocked, "", R"(could not set lock on file|conflicting lock is held|file is already open in|being used by another process|unique file handle conflict|same database file with a different configuration|already (?:open|attached) (?:in|by) another|database .{0,40}already (?:attached|opened) by)"},
    {"DUCK-FULL", Cause::WarehouseFull, "duckdb:io duckdb:out of memory", R"(no space left|disk (?:is )?full|not enough space|there is not enough space|failed to (?:offload|write).{0,100}(?:max_temp_directory_size|temp)|max_temp_directory_size|could not write (?:all|\d+ bytes|to file)|quota exceeded|could not (?:allocate|truncate).{0,30}disk)"},
    {"DUCK-OOM", Cause::WarehouseMemory, "duckdb:out of memory", ""},
    {"DUCK-OOM-TEXT", Cause::WarehouseMemory, "", R"(failed to (?:allocate|pin) (?:data )?(?:of size|block)|could not allocate block|memory_limit|failed to allocate (?:block|data)|std::bad_alloc|bad_alloc|exceeded buffer manager)"},
    {"DUCK-NOT-A-FILE", Cause::WarehouseWrongFile, "", R"(not a valid duckdb database|exists, but it is not a valid|not a duckdb (?:database|file))"},
    {"DUCK-VERSION", Cause::WarehouseNewer, "", R"(database file with version number|(?:storage|database) (?:file )?version.{0,60}(?:newer|older|unsupported|not supported|mismatch|we can only)|(?:newer|older) version of duckdb|can only read version|created with (?:a )?(?:newer|older|different) version|storage version|serialization_compatibility)"},
    {"DUCK-CHECKSUM", Cause::WarehouseDamaged, "", R"(corrupt(?:ed)? (?:database|file|block|data|wal|storage)|computed checksum|checksum .{0,40}(?:does not match|mismatch|fail)|database file .{0,40}corrupt|failure while replaying wal|not enough data in file|replaying wal|invalid (?:block|wal entry)|wal file .{0,60}(?:corrupt|invalid|mismatch|does not match)|failed to (?:load|read) (?:metadata|checkpoint|header)|could not read (?:enough|all|\d+) bytes|block .{0,30}(?:out of range|not valid)|header .{0,20}corrupt|database disk image is malformed.{0,40}warehouse|missing row group|index .{0,40}corrupt)", "duckdb"},
    {"DUCK-CHECKSUM-CODE", Cause::WarehouseDamaged, "duckdb:io duckdb:serialization duckdb:fatal duckdb:corrupt", R"(corrupt|checksum|no more data remaining|replaying wal|wal (?:playback|replay)|not enough data in file|malformed|invalid block|could not read enough bytes|damaged)"},
    {"DUCK-ABORTED", Cause::WarehouseBroken, "", R"(transactioncontext error|database has been invalidated|previous fatal error|current transaction is aborted|must be restarted prior to being used|fatal error:|internal error: |assertion (?:triggered|failed)|attempted to (?:dereference|access).{0,40}|connection (?:already|was|is) closed|cannot (?:start|commit|rollback) .{0,30}transaction)", "duckdb"},
    {"DUCK-READONLY", Cause::ReadOnly, "", R"(attached in read-only mode|read-only (?:mode|database|transaction|connection|file ?system|node|replica|cluster|user|instance|endpoint)|read.?only (?:option|state)|cannot execute .{0,60}read-only|readonly (?:database|mode|user|table)|(?:database|session|server|host|table|file) is (?:in )?(?:a )?read-?only|writable connection|is in a? ?read-?only|cluster is read-only|super-read-only|--read-only|erofs|write protected|not (?:the )?(?:primary|leader).{0,30}write)"},
    {"DUCK-IO-RIGHTS", Cause::WarehouseMissing, "duckdb:io", R"(permission denied|access is denied|no such file or directory|cannot open file|could not open|not a directory|path .{0,30}not|too many (?:open )?files|read-only file system|is a directory)"},
    {"DUCK-CSV", Cause::FileFormat, "", R"(csv (?:error|parse|sniff|options|file)|error (?:when sniffing|in csv)|expected number of columns|sniff|malformed json|invalid json (?:in file|lines?)|error tokenizing data|expected \d+ (?:fields|columns|tokens)|(?:unterminated|unexpected|missing|unclosed|stray) quote|quoted? (?:value|field|string).{0,30}(?:not closed|unterminated|never closed|eof)|invalid unicode|invalid utf-?8|not (?:valid )?utf-?8|utf-8 encoded|codec can'?t decode|unicodedecodeerror|invalid byte sequence|byte order mark|inconsistent number of (?:columns|fields)|parse error .{0,20}line \d|delimiter|no magic bytes|parquet (?:file|magic|footer)|magic (?:bytes|number)|not a parquet|invalid (?:parquet|avro|orc|excel|xlsx|zip|gzip)|bad (?:zip|gzip|magic)|not a (?:zip|gzip)|file is not a zip|unsupported (?:file|format|compression)|line contains nul|new-line character seen|field larger than field limit|maximum line size|too many columns|header .{0,30}(?:row|missing|duplicate)|unexpected end of (?:file|input|archive|data|zlib)|incorrect header check|excel file format)"},
    {"DUCK-ZERO-DATE", Cause::ValueUnrepresentable, "duckdb:conversion", R"(0000-00-00|zero date|unicode|utf-?8)", "", true},
    {"DUCK-CONVERSION", Cause::ValueTooWide, "duckdb:conversion duckdb:out of range duckdb:mismatch type duckdb:decimal", ""},
    {"DUCK-CAST", Cause::ValueTooWide, "duckdb:invalid input duckdb:binder", R"(could not convert|failed to cast|unimplemented type for cast)"},
    {"DUCK-BINDER", Cause::TypeChanged, "duckdb:binder", R"(columns? but|types? |cannot (?:compare|mix|cast)|no function matches|values list)"},
    {"DUCK-COLUMN", Cause::ColumnMissing, "duckdb:binder", R"(\bcolumns?\b)"},
    {"DUCK-CONSTRAINT", Cause::KeyNotUnique, "duckdb:constraint", ""},
    {"DUCK-SYNTAX", Cause::BadRequest, "duckdb:parser duckdb:binder duckdb:syntax duckdb:not implemented duckdb:invalid input duckdb:permission duckdb:settings duckdb:sequence duckdb:planner duckdb:invalid configuration duckdb:missing extension duckdb:extension autoloading duckdb:parameter not resolved", ""},
    {"DUCK-CATALOG", Cause::BadRequest, "duckdb:catalog", ""},
    {"DUCK-INTERRUPT", Cause::Cancelled, "duckdb:interrupt", ""},
    {"DUCK-BROKEN", Cause::WarehouseBroken, "duckdb:transactioncontext duckdb:fatal duckdb:internal duckdb:connection duckdb:invalid duckdb:transaction duckdb:dependency", ""},
    {"DUCK-IO", Cause::WarehouseMissing, "duckdb:io", R"(^(?!.*\bconnection to server\b))"},
};

} // namespace

std::span<const Rule> warehouseRules()
{
    return kRules;
}

} // namespace leat
