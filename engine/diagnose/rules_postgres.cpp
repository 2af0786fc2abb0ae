// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// SQLSTATE, and the words of PostgreSQL, its poolers and hosts (Supabase, Neon, RDS, Redshift).
constexpr Rule kRules[] = {
    // text that is surer than the code beside it
    {"PG-RESUMING", Cause::ServerStarting, "", R"(\b(?:is|are|being|currently) (?:resuming|resumed|waking)\b)"},
    {"PG-PAUSED", Cause::SourcePaused, "", R"((?:project|branch|database|cluster|instance|endpoint|warehouse|compute|server|tenant) .{0,60}(?:is |are |has been |was )?(?:currently )?(?:paused|sleeping|suspended|hibernat\w*|stopped|inactive|disabled|archived)\b|missing or sleeping|is not currently accepting connections|connection not allowed for branch|endpoint is disabled|clusterpaused)"},
    {"PG-ALLOW-LIST", Cause::AddressNotAllowed, "", R"(\b(?:address|ip|host|client)\b.{0,60}(?:not in .{0,30}(?:allow|white)|not (?:allowed|permitted|authorized|whitelisted|allowlisted|trusted)(?!.{0,40}\bscopes?\b)|(?:is )?(?:blocked|denied|rejected)|restrict)|(?:allow|white)[ _-]?list|is not allowed to (?:access|connect|make)|does not allow requests from your ip|network policy|firewall rule|not allowed to access this|egress .{0,20}blocked|host(?:name)? (?:is )?not allowed|client with ip address|ip (?:restriction|filter)|accessnotallowedip|request was blocked|vpc service controls|request is prohibited by organization)"},
    {"PG-SNI", Cause::ServerUnsupported, "", R"(requires connecting via|endpoint id|sni (?:is|support|hostname)|inconsistent project name|does not have ip of type)"},
    {"PG-AUTH-CODE", Cause::PasswordRejected, "sqlstate:28P01 sqlstate:28000 sqlstate:28001", R"()"},
    {"PG-AUTH", Cause::PasswordRejected, "", R"((?:password|sasl|pam|ldap|gssapi|kerberos|md5|scram|peer|ident|radius|cert(?:ificate)?|trust|jwt|iam|pg_?bouncer|cleartext) authentication (?:method )?(?:has )?failed|wrong password|password (?:that was provided|is incorrect|incorrect|mismatch|was rejected|does not match)|incorrect (?:user ?name|password|login|credentials)|no password (?:supplied|provided)|password (?:is )?(?:required|missing|empty)|fe_sendauth|scram (?:exchange|authentication)|too many authentication (?:failures|errors|attempts)|invalid (?:user ?name|password|credentials|login|authorization specification|user)\b|bad (?:user ?name|password|credentials|auth\w*|login)|login failed|logon (?:failed|denied)|unable to log ?in|empty password|check (?:that )?(?:your |the )?(?:user ?name|login|password|credentials)|pg_hba .{0,20}reject)"},
    {"PG-PREPARED", Cause::PoolerMode, "sqlstate:42P05 sqlstate:26000", ""},
    {"PG-PREPARED-TEXT", Cause::PoolerMode, "", R"(prepared statement .{0,60}(?:already exists|does not exist)|unnamed prepared statement|unsupported startup parameter|bind message supplies|pgbouncer.{0,60}(?:transaction|statement) (?:mode|pool)|discard all cannot|portal .{0,30}does not exist|cursor .{0,30}does not exist)"},
    {"PG-TEMP-LIMIT", Cause::SourceFull, "", R"(temp(?:orary)? file (?:size|limit)|temp_file_limit|temporary ?file ?size|database or disk is full|could not (?:write|extend|create) (?:to )?(?:block|file|temporary|relation).{0,120}(?:no space|disk)|no space left|disk ?full|out of disk|disk quota|insufficient disk|errcode: ?28|os errno 28|table .{0,60}is full|not enough (?:disk )?space|storage (?:is )?full|\b(?:log|filegroup|tablespace) .{0,80}(?:is )?full|unable to extend (?:temp|table|index)|ora-0165[0-9])"},
    {"PG-STANDBY", Cause::ReadOnly, "", R"(hot standby mode is disabled|temporary or unlogged relations during recovery|recovery is in progress|cannot .{0,60}during recovery)"},
    {"PG-DAMAGED", Cause::SourceDamaged, "sqlstate:XX001 sqlstate:XX002 oracle:1578 mssql:824 mssql:823 mysql:1712 mysql:145 mysql:126 mysql:127 mysql:1194 mysql:1195", ""},
    {"PG-DAMAGED-TEXT", Cause::SourceDamaged, "", R"(invalid memory alloc request size|missing chunk number|unexpected (?:zero page|chunk|data beyond eof)|could not read block|invalid page (?:in|header)|compressed (?:pg|data) .{0,30}corrupt|cache lookup failed|could not open (?:file|relation with oid)|page verification failed|is marked as crashed|marked as crashed|index .{0,60}(?:contains|corrupt)|heap tuple|data ?corrupt|catalog is missing|malformed database schema|database disk image is malformed|file .{0,40}is corrupt|database corruption|could not access status of transaction)"},

    // SQLSTATE alone, exact
    {"PG-42501", Cause::PermissionDenied, "sqlstate:42501 sqlstate:42000-privilege", ""},
    {"PG-RLS", Cause::RowSecurityHides, "", R"(row[- ]level security|row security)"},
    {"PG-53300", Cause::TooManyConnections, "sqlstate:53300", ""},
    {"PG-CONNECTIONS", Cause::TooManyConnections, "", R"(remaining connection slots|too many (?:connections|clients|sessions|database connections|open connections)|connection (?:limit|pool).{0,60}(?:exceeded|reached|exhaust|paused|full|timed? ?out|timeout)|connection slots|(?:queuepool|pool) .{0,40}(?:limit|overflow|exhaust|timeout)|maximum (?:number of )?(?:connections|sessions|processes|concurrent)|max_user_connections|max_connections|session limit|no free connection|can'?t create a new thread|cannot open (?:any )?more connections|cannot (?:get|obtain|acquire) .{0,20}connection from)"},
    {"PG-42601", Cause::BadRequest, "sqlstate:42601 sqlstate:42803 sqlstate:42702 sqlstate:42712 sqlstate:42725 sqlstate:42P02 sqlstate:42P10 sqlstate:42P18 sqlstate:42809 sqlstate:42P20 sqlstate:42P06 sqlstate:42P07 sqlstate:42P16 sqlstate:42701 mysql:1064 mysql:1052 mysql:1149 clickhouse:62 mssql:102 mssql:156 oracle:933 oracle:936 oracle:900 oracle:923 snowflake:1003", ""},
    {"PG-42804", Cause::TypeChanged, "sqlstate:42804 sqlstate:42846 sqlstate:21S01 mysql:1136 mssql:206 mssql:402 clickhouse:53 clickhouse:386 clickhouse:43 clickhouse:7 clickhouse:9 clickhouse:20 clickhouse:70", ""},
    {"PG-22003", Cause::ValueTooWide, "sqlstate:22003 sqlstate:22001 mysql:1264 mysql:1406 mysql:1690 mssql:8115 mssql:8152 mssql:2628 oracle:1438 oracle:12899 snowflake:100078 clickhouse:69 clickhouse:131", ""},
    {"PG-22-VALUE", Cause::ValueUnrepresentable, "sqlstate:22008 sqlstate:22021 sqlstate:22P05 sqlstate:22P03 sqlstate:22012 sqlstate:22015 sqlstate:22018 sqlstate:22023 sqlstate:22025 sqlstate:2201* sqlstate:22030 sqlstate:22032 sqlstate:2203*", ""},
    {"PG-22P02", Cause::CursorTypeMismatch, "sqlstate:22P02 sqlstate:22007", ""},
    {"PG-25006", Cause::ReadOnly, "sqlstate:25006", ""},
    {"PG-25P03", Cause::ConnectionLost, "sqlstate:25P03 sqlstate:57P05 sqlstate:25P04", ""},
    {"PG-25P02", Cause::ProgramFault, "sqlstate:25P02 sqlstate:25001 sqlstate:25P01 mysql:2014", ""},
    {"PG-IDLE", Cause::ConnectionLost, "", R"(idle-in-transaction (?:session )?timeout|idle.?session timeout|idle (?:transaction|connection|session).{0,40}(?:terminat|timed? ?out|timeout|clos))"},
    {"PG-40", Cause::LockConflict, "sqlstate:40001 sqlstate:40P01 sqlstate:55P03 sqlstate:40003 sqlstate:40002", ""},
    {"PG-DEADLOCK", Cause::LockConflict, "", R"(deadlock|could not serialize|serialization failure|serializable isolation violation|lock (?:wait )?time ?-?out|could not obtain lock|lock request time ?out|lock not available|unable_to_lock|unable to (?:lock|obtain (?:a )?lock|acquire lock)|(?:database|table|file|schema) (?:\S+ )?is locked|try restarting transaction|resource busy and acquire|snapshot too old|write conflict|writeconflict|table definition has changed|concurrent (?:transaction|update|modification|ddl|drop)|lock_timeout|dropped by .{0,20}concurrent|sqlite_busy|sqlite_locked|database schema (?:is locked|has changed)|streaming buffer)"},
    {"PG-57P", Cause::ServerStarting, "sqlstate:57P01 sqlstate:57P02 sqlstate:57P03 sqlstate:57P04", ""},
    {"PG-STARTING", Cause::ServerStarting, "", R"(database system is (?:starting|shutting|in recovery|not (?:yet )?(?:ready|accepting))|(?:is |server |currently )?(?:starting up|shutting down|shutdown in progress|being restarted|initiali[sz]ing)|not yet accepting|terminating connection|administrator command|crash of another server process|in recovery mode|recovery mode|reparent|fail ?over|(?:not|no longer) (?:the )?(?:primary|master|leader)|notprimary|notwritableprimary|no (?:primary|master|leader)|leader .{0,20}(?:not available|changed)|leader_not_available|interruptedatshutdown|shutdowninprogress|server is (?:restarting|in maintenance)|maintenance|resize mode|(?:being|is) (?:resized|resizing|upgraded|scaled|scaling)|election|consistent recovery state)"},
    {"PG-57014", Cause::QueryTimedOut, "sqlstate:57014", ""},
    {"CH-241", Cause::ServerBusy, "clickhouse:241", ""},
    {"PG-53200", Cause::SourceMemory, "sqlstate:53200 mysql:1037 mysql:1038 mysql:1041 mssql:701 mssql:802 mssql:8645 oracle:4030 oracle:4031 mongo:292", ""},
    {"PG-MEMORY", Cause::SourceMemory, "", R"(out of (?:shared )?memory|stack depth limit|out of sort memory|memory limit|memory_limit_exceeded|insufficient memory|not enough memory|cannot allocate memory|oom ?kill|exceeded memory|resourcesexceeded|resources exceeded)"},
    {"PG-53100", Cause::SourceFull, "sqlstate:53100 sqlstate:53400 mysql:1021 mysql:1114 mysql:1028 mysql:3 mssql:1105 mssql:9002 mssql:1101 clickhouse:243 sqlite:13 oracle:1652 oracle:1653 oracle:1654", ""},
    {"PG-53", Cause::ServerBusy, "sqlstate:53*", ""},
    {"PG-0A000", Cause::ServerUnsupported, "sqlstate:0A000", ""},
    {"PG-55006", Cause::LockConflict, "sqlstate:55006", ""},
    {"PG-58", Cause::SourceDamaged, "sqlstate:58*", ""},
    {"PG-0L", Cause::PermissionDenied, "sqlstate:0L* sqlstate:0P*", ""},
    {"PG-HV", Cause::ViewNotReady, "sqlstate:HV*", ""},
    {"PG-54", Cause::ServerUnsupported, "sqlstate:54*", ""},
    {"PG-VALUE-TEXT", Cause::ValueUnrepresentable, "", R"(division by zero|invalid regular expression|cannot call \w+ on an? (?:non-)?(?:object|array|scalar)|has no equivalent in encoding|time zone '' not recognized|(?:missing|extra) data (?:for column|after last)|(?:date/time|interval) field value out of range|\b(?:date|timestamp|interval) out of range|more than one row returned by a subquery)"},
    {"PG-WIDTH-TEXT", Cause::ValueTooWide, "", R"(bit string length .{0,20}does not match|too large string for fixedstring)"},
    {"PG-LIMIT-TEXT", Cause::ServerUnsupported, "", R"((?:target lists|tables|indexes|functions) can have at most|cannot pass more than|cannot have more than|index row (?:size|requires))"},
    {"PG-ABORTED-TEXT", Cause::ProgramFault, "", R"(current transaction is aborted)"},
    {"PG-PLANNER", Cause::ServerUnsupported, "", R"(could not (?:find pathkey item|devise a query plan)|variable not found in subplan|failed to (?:build|construct) .{0,20}joins?\b|unrecognized node type)"},
    {"PG-42704", Cause::FunctionMissing, "sqlstate:42704", ""},
};

} // namespace

std::span<const Rule> postgresRules()
{
    return kRules;
}

} // namespace leat
