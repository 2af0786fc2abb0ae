// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// States and complaints: no message of a server, but what a person sees (seed ids D24–D33, D49–D55).
constexpr Rule kSymptoms[] = {
    {"STATE-QUOTA", Cause::QuotaReached, "", R"(billing ?limits?(?: too low| ?reached| ?toolow)?\b|billinglimit\w*|row (?:limit|quota)|rows? (?:synced )?(?:limit|quota)|(?:limit|quota) of .{0,30}rows|exceeds? (?:the |your )?row limit|schema exceeds row|insufficient credits?|(?:monthly|sync|usage) (?:row )?(?:limit|quota|allowance) .{0,40}(?:reached|exceeded|used)|over (?:your )?quota|plan limit|usage limit|monthly active rows)"},
    {"STATE-STUCK", Cause::RunStuck, "", R"((?:sync|job|run|replication|import|load|pipeline|table|schema|task|workflow|connector|status|it|still|always|been)\b.{0,60}\b(?:stuck|hang(?:s|ing)?(?! up)|hung(?! up)|takes? (?:days|forever)|(?:infinite|endless) (?:retry )?loop|do not proceed|frozen|freez\w*|stall\w*|orphan\w*|never (?:finish|end|complete|stop|return)\w*|(?:not|n'?t) (?:finish|progress|mak\w* progress|advanc)\w*|no progress)|\b(?:stuck|hang(?:s|ing)?(?! up)|hung(?! up)|frozen|stall\w*|orphan\w*) (?:in|on|at|at|as|sync|job|run|for|since|while|during|running)|(?:running|syncing)(?: \w+)? (?:for|since) .{0,30}(?:hours?|days?|forever)|running forever|runs? (?:for )?(?:ever|hours|days)|still .{0,20}\brunning|running .{0,60}(?:hours?|days?) (?:ago|old)|(?:hours?|days?) ago .{0,40}running|no (?:progress|heartbeat)|(?:monitor|workload).{0,3}heartbeat|could not track .{0,30}progress|exceed\w* the threshold of .{0,20}(?:hours?|days?)|heartbeat .{0,30}(?:timed?|fail\w*|lost|missing|expired|timeout)|(?:without|makes? no) progress|\b(?:activity|workflow|start_?to_?close|schedule_?to_?(?:start|close))\b.{0,30}(?:time-?out|timed out)|zombie|infinite loop|endless)"},
    {"STATE-PUSH", Cause::WebhookBroken, "", R"(web ?hooks?\b|real-?time .{0,40}(?:events?|updates?).{0,40}(?:not|stopped|missing)|push (?:path|delivery|events?))"},
    {"STATE-CORRUPT-TABLE", Cause::WarehouseDamaged, "", R"((?:destination|warehouse|target|synced|stored|delta|parquet|iceberg)\b.{0,60}(?:table|file|data|log|copy)?.{0,40}(?:corrupt\w*|damaged|malformed|unreadable|cannot be (?:read|queried)|broken)|corrupt\w* .{0,30}(?:destination|warehouse|target|delta|table|data)|(?:table|data) .{0,20}(?:is|are|looks|seems) (?:corrupt\w*|garbage|broken|mangled|wrong shape)|garbage in|start over|wipe (?:it|the table)|delta (?:table|log|protocol).{0,60}(?:invalid|missing|not|fail|version))", "symptom schema airbyte posthog fivetran delta duckdb app"},
    {"STATE-NEW-TABLE", Cause::TablesChanged, "", R"((?:new|added|renamed|created|missing) (?:source )?(?:tables?|streams?|schemas?)\b.{0,80}(?:not|n't|missing|absent|list|appear|show|discover|detect|pick)|(?:tables?|streams?) (?:i|we|they|were|was|just)? ?(?:added|created|renamed).{0,60}(?:not|n't|list|appear|show))"},
    {"STATE-NEW-COLUMN", Cause::ColumnMissing, "", R"((?:new|added|renamed|missing) (?:source )?(?:columns?|fields?)\b.{0,80}(?:not|n't|null|empty|missing|absent|list|appear|show|sync|detect|pick)|columns? .{0,40}(?:always|all) null)"},
    {"STATE-DATA", Cause::DataWrong, "", R"(\bsilent(?:ly)?\b|^duplicates? (?:in|after|on|when)\b|(?:rows?|records?|updates?) loss|\b(?:zero|no) (?:new )?(?:records|rows|data)\b|\bnot (?:being |getting )?(?:copied|synced|pulled|pulling|copying|syncing|replicated|replicating|updating|captured)\b|rows? with nulls?|\bstop(?:s|ped)? (?:syncing|copying|updating|replicating|receiving)\b|(?:old|leaves?|creates?|produces?|makes?|causes?|contains?) (?:\w+ )?duplicates\b|(?:twice|half|double|three times) as many|(?:more|fewer) (?:rows|records) (?:than|in)|(?:add|sum) up\b|(?:replaced|overwritten) (?:with|by) (?:an? )?(?:empty|blank)|(?:duplicat\w*|doubled|repeated|extra) (?:rows?|records?|data|entries)|(?:rows?|records?|data|entries|updates?|changes?|deletes?|inserts?) .{0,60}(?:are |is |get |gets |were |was )?(?:missing|lost|dropped|skipped|duplicat\w*|doubled|stale|outdated|wrong|incorrect|not (?:updat\w*|sync\w*|appear\w*|copied|replicated|captured|present|reflected|in the)|don'?t match|erased|vanish\w*|disappear\w*|overwritten|differ\w*|mismatch\w*|out of sync|never (?:arrive|reflect|appl|cop|show)\w*)|(?:missing|lost|losing|loses|drops?|dropping|skips?|skipping|skipped|dropped|stale|outdated|wrong|incorrect|incomplete|partial|lose|erases?|corrupt\w*) .{0,30}(?:rows?|records?|data|updates?|entries|changes|values?|deletes?)|(?:appears?|exists?|stored|listed|counted|there) (?:twice|two times|several times|multiple times)|\bcount\b .{0,60}(?:differ|fewer|mismatch|lower|higher|not|less|more|wrong|too)|(?:timestamps?|dates?|times|amounts?|prices?|values?) .{0,40}\b(?:shifted|off by|garbled)\b|(?:counts?|numbers|totals?|sums?|figures|values) .{0,20}(?:do not|don'?t|does not|doesn'?t) match|deleted \w+ .{0,40}still|(?:newest|latest|recent|some|many|last) \w+ .{0,20}(?:missing|not (?:there|in)|absent)|data ?(?:loss|quality|drift|inconsisten\w*)|completed.{0,60}(?:missing|but|no (?:new )?(?:rows|data)|old|stale)|deleted (?:rows|records|pages|content|tickets|items|at).{0,60}(?:still|remain)|still (?:shows?|contains?|present|there|exists?) .{0,40}|watermark .{0,60}(?:wrong|ahead|skipp|beyond|future|advanced)|cursor .{0,60}(?:ahead|skipp|beyond|future|advanced|went back)|0 rows (?:synced|read|in)|no new (?:rows|data)|out of sync|data .{0,30}erased|(?:overwrit|delet|remov|eras|wip|los|corrupt)\w* (?:\w+ ){0,3}(?:data|rows?|records?)\b|(?:rows?|records?|data) .{0,40}(?:being |to be |are |is |get )(?:removed|deleted|overwritten|wiped|gone)|(?:missing|absent|not there|stale|outdated|behind) .{0,80}(?:completed|warehouse|destination|green))"},
    {"STATE-STUCK-LATE", Cause::RunStuck, "", R"(\bstuck\b|\bhung\b(?! up)|\bhangs?\b(?! up)|\bstalled\b|hours behind)"},
    {"STATE-SLOW", Cause::ServerBusy, "", R"((?:sync|job|run|load) .{0,30}(?:is |are |very |too )*(?:slow|takes? (?:too )?long))"},
};

// Words that many systems share, after everything more precise.
constexpr Rule kGeneral[] = {
    {"ANY-GSS", Cause::AuthMethodUnsupported, "", R"(gssapi|kerberos|\bsspi\b|\bntlm\b)"},
    {"ANY-OWN-FAULT", Cause::ProgramFault, "", R"((?:source|destination|worker) process|(?:sync )?worker failed|(?:source|destination) cannot be (?:started|stopped)|message delivery failed|activity task failed|exception in thread|uncaught|unrecoverable|workerexception|illegalargument|return code:? [1-9]|nullpointer|cannot invoke .{0,20}because|null pointer|nonetype|attributeerror|keyerror|indexerror|typeerror|assertionerror|panic:|segmentation fault|segfault|sigsegv|core dumped|stack ?overflow|traceback|unhandled exception|illegalstate|classcast|not implemented|cannot read propert|undefined is not|object reference not set|recursionerror|worker (?:died|crashed|lost)|process (?:exited|was killed|crashed)|exit(?:ed)?\b.{0,20}\bcode|invariant)"},
    {"ANY-TOO-WIDE", Cause::ValueTooWide, "", R"(cannot build decimal|\bdecimal\d*\(\d+, ?\d+\)|out of (?:range|bounds)|overflow\w*|too (?:large|long|big|wide|small) for (?:type|column|data type|field)|value too long|data too long|would be truncated|(?:exceeds|beyond) .{0,40}(?:precision|scale|digits|range|length))"},
    {"ANY-REPLICATION", Cause::ReplicationSetup, "", R"(\b(?:publication|replication slot|logical replication|logical decoding|wal ?sender|binlog|gtid|change data capture)s?\b)", "= postgres mysql mariadb mongo mssql oracle"},
    {"ANY-NUMERIC", Cause::ValueUnrepresentable, "", R"((?:decimal|numeric|number|value|date|timestamp|integer|int\d*|json|string|text|float|year|time|type|literal|byte|character|enum|interval)s?\b.{0,80}(?:out of (?:range|bounds)|overflow\w*|too (?:large|small|long|big|many|wide|precise)|exceeds?|can ?not be (?:converted|represented|parsed|cast|decoded|stored)|not (?:supported|representable|convertible|parse?able|a valid)|beyond|truncat\w*|could not be (?:converted|parsed))|could not (?:convert|parse|cast|coerce|decode|build|represent|infer)|(?:failed|unable|cannot|can'?t) (?:to )?(?:convert|cast|parse|coerce|decode|serialize|deserialize|build|represent|infer)|conversion (?:error|failed)|overflow|(?:invalid|bad|illegal|incorrect|unsupported|unknown) (?:(?:input )?(?:value|date|datetime|timestamp|number|decimal|integer|enum|byte|character|unicode|utf-?8|encoding|literal|json|uuid|data ?type|type|column type|data))|precision|arrowinvalid|numberformatexception|unsupporteddatatype|is not json serializable|nan\b|infinity)"},
    {"ANY-DENIED", Cause::PermissionDenied, "", R"(permission (?:was )?denied|(?:access|permission|privileges?) (?:is |was |were )?(?:denied|refused|not granted|required|missing|forbidden)|not (?:authorized|permitted|allowed|granted)|lacks? .{0,30}privileges?|no (?:permission|privilege|access|right)s?\b|must be (?:superuser|owner|admin)|insufficient|denied|privileges?\b|eacces|eperm|operation not permitted|permission_denied)"},
    {"ANY-FORBIDDEN", Cause::ScopeMissing, "", R"(\bforbidden\b)"},
    {"ANY-CANCELLED", Cause::Cancelled, "", R"(^\W*interrupted\W*$|\bcancell?ed\b)"},
    {"ANY-AUTH", Cause::PasswordRejected, "", R"(authenticat\w*|credentials?\b|log ?in\b|password|sign ?in|access token|api key|oauth|unauthorized)"},
    {"ANY-NOT-FOUND", Cause::EndpointMissing, "", R"(\bnot found\b|too many redirects|matched no files|does not exist|doesn'?t exist|no such\b|could not be found|unknown\b.{0,20}(?:host|resource|id))"},
    {"ANY-TIME-ZONE", Cause::ServerUnsupported, "", R"(time ?zone .{0,80}(?:does not match|unrecogni[sz]ed|offset|mismatch)|hour_of_day)"},
    {"ANY-UNSUPPORTED", Cause::ServerUnsupported, "", R"(not supported|unsupported|does ?n['o]?t (?:yet )?support|not implemented|unrecognized|incompatible|requires? (?:at least )?(?:version|postgres|mysql))"},
};

// What a status says by itself, when no word said more. 403 is a credential's lack (label of the
// guide: 401 and 403 alike), but rate limits and allow-lists were asked for above.
constexpr Rule kStatus[] = {
    {"HTTP-401", Cause::ApiKeyRejected, "http:401 http:407 http:419 http:440 http:498 http:499-token grpc:UNAUTHENTICATED", ""},
    {"HTTP-403", Cause::ScopeMissing, "http:403", ""},
    {"HTTP-PERMISSION", Cause::PermissionDenied, "grpc:PERMISSION_DENIED errno:EPERM", ""},
    {"HTTP-404", Cause::EndpointMissing, "http:404 http:410 http:301 http:302 http:307 http:308 grpc:NOT_FOUND", ""},
    {"HTTP-408", Cause::ConnectionTimedOut, "http:408 http:504 http:522 http:524 http:598 http:599 grpc:DEADLINE_EXCEEDED snowflake:250001 snowflake:250003", ""},
    {"HTTP-429", Cause::RateLimited, "http:429 http:420 http:430 grpc:RESOURCE_EXHAUSTED", ""},
    {"HTTP-409", Cause::LockConflict, "http:409 http:423 http:425 grpc:ABORTED", ""},
    {"HTTP-525", Cause::TlsHandshake, "http:525 http:526 http:495 http:496", ""},
    {"HTTP-501", Cause::ServerUnsupported, "http:501 http:505 grpc:UNIMPLEMENTED", ""},
    {"HTTP-400", Cause::BadRequest, "http:400 http:405 http:406 http:411 http:412 http:413 http:414 http:415 http:416 http:417 http:418 http:421 http:422 http:426 http:428 http:431 http:451 grpc:INVALID_ARGUMENT grpc:FAILED_PRECONDITION grpc:OUT_OF_RANGE", ""},
    {"HTTP-5XX", Cause::ServiceDown, "http:5* grpc:UNAVAILABLE grpc:INTERNAL grpc:UNKNOWN grpc:DATA_LOSS", ""},
    {"HTTP-CANCELLED", Cause::Cancelled, "http:499 grpc:CANCELLED", ""},
    {"SQL-08", Cause::ConnectionLost, "sqlstate:08*", ""},
    {"SQL-28", Cause::PasswordRejected, "sqlstate:28*", ""},
    {"SQL-22", Cause::ValueUnrepresentable, "sqlstate:22* sqlstate:21*", ""},
    {"SQL-23", Cause::KeyNotUnique, "sqlstate:23*", ""},
    {"SQL-25", Cause::ProgramFault, "sqlstate:25*", ""},
    {"SQL-40", Cause::LockConflict, "sqlstate:40*", ""},
    {"SQL-42", Cause::BadRequest, "sqlstate:42*", ""},
    {"MY-VAGUE", Cause::Unknown, "mysql:1105 mysql:1815 mysql:1180 mysql:1030 mysql:1296 mysql:1297 mysql:1429 mysql:1430", ""},
    {"MY-REST", Cause::BadRequest, "mysql:10* mysql:11* mysql:12* mysql:13* mysql:14* mysql:15* mysql:16* mysql:17* mysql:30* mysql:31*", ""},
    {"SQL-STATEMENT", Cause::BadRequest, "sqlstate:2B* sqlstate:2D* sqlstate:34* sqlstate:38* sqlstate:39* sqlstate:3B* sqlstate:44* sqlstate:F0* sqlstate:P0*", ""},
    {"SQL-57", Cause::ServerStarting, "sqlstate:57*", ""},
    {"SQL-55", Cause::ServerBusy, "sqlstate:55*", ""},
    // At the very end, what sounds like a line that broke or never came about.
    {"ANY-REACH", Cause::ConnectionRefused, "", R"((?:could ?n[o']t|could not|can'?t|cannot|unable to|fail\w* to) (?:connect|reach)\b|connection to .{0,60}refused)"},
    {"ANY-LINK", Cause::ConnectionLost, "", R"(\bconn(?:ection)? (?:is |was |has been )?closed|no connection to|(?:invalid|stale|dead|bad) connection|end of (?:the )?stream|last packet|zero downtime patch|operationalerror|interfaceerror)"},
    {"ANY-NOT-READY", Cause::ServerStarting, "", R"(not (?:yet )?(?:prepared|ready)\b|please retry|\bevicted\b|handler exited)"},
    // PostgreSQL's server says "could not" of what failed this time and "cannot" of what never works (its style guide).
    {"PG-CANNOT", Cause::BadRequest, "", R"(^(?:error|pq): (?!.*\b(?:connect\w*|server|stream\w*|socket|pool|session|startup)\b)(?:cannot \w|(?:[\w'.]+ ){1,6}must (?:be|not|have|specify)\b))", "= postgres redshift"},
};

} // namespace

std::span<const Rule> symptomRules()
{
    return kSymptoms;
}

std::span<const Rule> generalRules()
{
    return kGeneral;
}

std::span<const Rule> statusRules()
{
    return kStatus;
}

} // namespace leat
