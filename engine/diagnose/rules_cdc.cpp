// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// Change logs of all databases (seed ids D42, D50). Lost positions before missing set-up: both
// name the slot.
constexpr Rule kCdc[] = {
    {"CDC-BUSY", Cause::SlotBusy, "", R"(is (?:already )?active for pid|not have (?:an )?active.?pid|slot .{0,60}(?:is (?:already |currently )?(?:active|in use|being used|acquired)|already in use)|(?:another|other) (?:process|consumer|connection|client|worker).{0,60}(?:slot|stream|replicat)|(?:slave|replica|client) with the same server.?(?:id|uuid))"},
    {"CDC-PASSING", Cause::ServiceDown, "", R"(spill file|terminating walsender|due to replication timeout|pfree called with|could not (?:stat|read|open) file .{0,20}stale file handle|bad (?:address|file descriptor)|missing contrecord|error encountered during logical decoding|unrecognized si message|could not find record while sending)"},
    {"CDC-LOST-PG", Cause::PositionLost, "", R"(can no longer (?:get|access) changes|slot .{0,80}(?:invalidat|(?:has been |was )lost|is lost|not valid|unusable|advanced beyond|obsolete)|wal_status|wal_removed|\bidle_timeout|requested starting point|wal flush position|failed to reserve wal|requested wal segment|wal (?:segment|file|position).{0,60}(?:removed|missing|recycled|not available|no longer|lost)|(?:exceeded|exceeds) max_slot_wal_keep_size|has last tracked lsn|lsn .{0,100}(?:ahead of|behind|no longer|not (?:found|available|valid)|lost|missing|greater than|less than|older|out of range)|(?:saved|stored|last|committed|flush(?:ed)?|confirmed|requested)[ _]?(?:offset|lsn|position|cursor|state|resume token).{0,100}(?:no longer|not (?:available|found|valid|present)|lost|expired|ahead|older than|purged|behind|too old|invalid)|restart_lsn .{0,40}(?:null|lost|missing)|cannot advance replication slot|has not previously reserved wal|previously reserved wal|timeline .{0,60}(?:not in this|forked|history|switch)|start lsn .{0,40}(?:older|invalid)|overcompacted|transaction id .{0,20}moved backwards)"},
    {"CDC-LOST-MY", Cause::PositionLost, "mysql:1236 mysql:1789 mysql:3984", ""},
    {"CDC-LOST-MY-TEXT", Cause::PositionLost, "", R"(could not find first log file name|(?:binary log|binlog|gtid).{0,100}(?:purged|not (?:found|available)|missing|no longer|expired|lost|does not exist|out of range|impossible|gone|deleted|out of order|only has|not in)|(?:can ?not|could not) find binlog position|out of order gtid|purged (?:binary logs|required|gtid|the binary)|client requested (?:master|source) to start replication|log event entry exceeded|required (?:binlog|binary log)|fatal error 1236|master has purged)"},
    {"CDC-LOST-STATE", Cause::PositionLost, "", R"((?:GtidSet|CdcPosition|BinlogPosition)\b.{0,200}(?:is null|exceeds|invalid))", "", true},
    {"CDC-LOST-MY-FILE", Cause::PositionLost, "", R"(bin(?:log|-?changelog|\.\d)[\w./-]*.{0,4} not found)", "", true},
    {"CDC-LOST-OTHER", Cause::PositionLost, "mongo:286 mongo:280 mongo:222 mongo:136 kafka:offset_out_of_range", ""},
    {"CDC-LOST-OTHER-TEXT", Cause::PositionLost, "", R"(changestreamhistorylost|changestreamfatal|resume ?token.{0,40}not found|cdc state .{0,30}(?:invalid|corrupt|lost)|change ?stream.{0,100}(?:not possible|no longer|lost|expired|cannot resume|can'?t resume)|resume (?:of|token|point).{0,80}(?:not possible|not found|no longer|was not found|may no longer|invalid|expired)|capped ?position ?lost|oplog .{0,60}(?:rolled|lost|no longer|window|overflow|truncated)|insufficient number of arguments .{0,60}(?:cdc|fn_cdc)|fn_cdc_get|change_tracking_min_valid_version|change tracking .{0,60}(?:no longer|older|expired|invalid|cleaned)|offset ?out ?of ?range|offset_?out_?of_?range|ora-0129[12]|ora-01323|missing log ?file|redo log.{0,40}(?:missing|not available|purged)|archive(?:d)? log.{0,60}(?:missing|deleted|not (?:found|available))|scn .{0,60}(?:not (?:available|found)|no longer|too old|missing)|(?:sync|change|page|delta|history) ?token .{0,60}(?:expired|invalid|no longer|too old)|start ?page ?token|historyid .{0,40}(?:too old|not found|invalid))"},
    {"CDC-PLUGIN", Cause::ReplicationSetup, "", R"(could not access file ["'«»“]\w+["'»«”])", "postgres redshift", true},
    {"CDC-DECODE", Cause::DecodeFailed, "", R"(output plugin|change callback|schema (?:isn'?t|is not|was not) known|begin callback|commit callback|wal2json|decoderbufs|test_decoding|cannot enlarge string buffer|transaction .{0,30}too large|reorder ?buffer|subtransaction logged|unexpected rm_\w+ record|logical_decoding_work_mem|wal decode|(?:failed|unable|error|could not) .{0,30}(?:to )?(?:decode|decoding|parse|deserialize).{0,40}(?:wal|pgoutput|binlog|replication|change|event|logical)|binlog event|binlog_row|event.{0,30}max_allowed_packet|partial.?row|partial json|invalid memory alloc request size .{0,100}slot|compressed column)"},
    {"CDC-SLOT-FILE", Cause::DecodeFailed, "", R"(\bpg_replslot/)", "", true},
    {"CDC-PARAMETER", Cause::ReplicationSetup, "", R"(parameter ["']?(?:synchronized_standby_slots|wal_level|max_(?:replication_slots|wal_senders))\b)", "", true},
    {"CDC-IDENTITY", Cause::ReplicaIdentity, "", R"(replica identity|cannot (?:update|delete from) table .{0,100}publish)"},
    {"CDC-SETUP", Cause::ReplicationSetup, "", R"(wal_level|max_replication_slots|max_wal_senders|max_slot_wal_keep|replication slots? .{0,60}(?:in use|limit|maximum|exhausted|full|reached)|number of requested standby connections|logical (?:replication|decoding).{0,80}(?:not|disabled|require|cannot|must|off|unsupported|enable|standby|recovery)|binlog_format|binlog_row_image|binlog .{0,40}\b(?:must|not|disabled|off)\b|binary log(?:ging)? .{0,60}(?:not|disabled|off|must|enable)|log_bin|log-bin|(?:not|n't|must) .{0,20}(?:using|be|set to) (?:row|binary logging)|gtid_mode|gtid .{0,20}(?:off|disabled|not enabled)|enforce_gtid|server_id .{0,30}(?:not set|must|is 0)|(?:cdc|change data capture|change tracking|supplemental log\w*|archivelog|flashback|row movement|oplog) .{0,80}(?:not|n't|disabled|off|must|enable|required|missing|prerequisite)|(?:not|isn'?t|n'?t) enabled for (?:cdc|change data capture|change tracking)|enable (?:cdc|change data capture|change tracking|supplemental)|only supported on replica sets|not running with --replset|sql server agent.{0,40}(?:not|stopped)|capture (?:instance|job|process)|(?:required|needed|necessary|prerequisites?) (?:for|by) (?:cdc|change data capture|logical (?:replication|decoding))|noarchivelog|cannot (?:create|use|start) .{0,40}(?:logical |replication )+(?:slot|decoding|stream)|replication .{0,40}(?:not (?:enabled|allowed|configured|supported|permitted)|disabled|prerequisite|must be enabled|misconfigured)|publication .{0,60}(?:not|missing|without|must|does ?n|contain|include|empty)|no publication|pgoutput|(?:create|creating|start|starting|use|using|drop|find|missing|invalid) .{0,12}(?:replication )slot|replication slot|slot .{0,40}(?:not|missing)|logical replication|walsender|hot_standby_feedback.{0,40}slot|synchronized_standby_slots|start_replication|publication_names|proto_version|slot is (?:physical|logical)|snapshot .{0,40}(?:export|identifier|does not exist)|could not import the requested snapshot|invalid snapshot identifier|replication.{0,20}(?:master|slave|source).{0,30}(?:not configured|not running))"},
};

// Seed ids D54–D55, D64. Only with a webhook's own words: a table may be called "webhooks".
constexpr Rule kWebhook[] = {
    {"HOOK-SECRET", Cause::WebhookSecret, "", R"((?:web ?hook|delivery|event|payload|request) ?.{0,30}signature|signature.{0,60}(?:web ?hook|payload|verification|mismatch|did not match|do(?:es)? not match|invalid|missing|expected|header)|no signatures? found|signing secret|webhook secret|webhook .{0,30}(?:timestamp|secret)|timestamp outside (?:the )?tolerance|hmac .{0,40}(?:fail|mismatch|invalid|verif)|stripe-signature|x-hub-signature|x-shopify-hmac|invalid webhook)"},
    {"HOOK-BROKEN", Cause::WebhookBroken, "", R"(web ?hooks? .{0,120}(?:disabled|deleted|not (?:found|receiv|exist|register|configured|enabled|deliver|subscrib|reach)|no longer|removed|fail\w*|inactive|revoked|unreachable|permission|missing|paused|suspended|error|down|exists: ?false|returned|respon|broken|late|stale|timed? ?out|could not|unable)|(?:disabled|deleted|missing|create|creating|register\w*|no|broken|failed|failing|read) (?:\w+ ){0,3}web ?hooks?|event (?:delivery|destination|subscription)s? .{0,60}(?:fail|disabled|stopped|paused|suspend)|external_status|push (?:delivery|notification|subscription|channel|endpoint).{0,60}(?:fail|expired|stopped|inactive|broken)|(?:events?|deliveries) .{0,40}(?:are )?not (?:arriving|received|delivered)|watch channel|rak_webhook|rak_web|webhook_(?:read|write))"},
};

} // namespace

std::span<const Rule> cdcRules()
{
    return kCdc;
}

std::span<const Rule> webhookRules()
{
    return kWebhook;
}

} // namespace leat
