// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// One code, several meanings: the words beside it decide.
constexpr Rule kRules[] = {
    {"PG-TENANT", Cause::PoolerTenant, "", R"(\btenant\b.{0,40} not found|tenant or user not found|no tenant identifier|\(enotfound\) tenant|tenant/user .*not found|\benoidentifier\b|unable to find (?:tenant|project|endpoint id)|endpoint id is not specified)"},
    {"MY-PLUGIN-ABSENT", Cause::AuthMethodUnsupported, "", R"(plugin \S+ (?:could not|cannot) be loaded)"},
    {"PASSING-FLAG", Cause::ServiceDown, "", R"(\bis_?(?:transient|retryable)\b\W{1,4}true)"},
    {"GRANT-REFUSED", Cause::TokenExpired, "api:invalid_grant", ""},
    {"CH-PASSING", Cause::ServerStarting, "clickhouse:242 clickhouse:285 clickhouse:319 clickhouse:999 clickhouse:225", ""},
    {"CH-KEEPER", Cause::ServerStarting, "", R"(\bsession expired\b)", "= clickhouse"},
    {"PEER-GONE", Cause::ConnectionLost, "", R"((?:remote|other) (?:end|host|side|peer)\b.{0,20}(?:closed|disconnected|reset)|remote ?disconnected|server (?:unexpectedly )?disconnected|closed connection without)"},
    {"JSON-GARBLED", Cause::GarbledAnswer, "", R"(looking for beginning of (?:value|object)|unexpected token .{0,4}(?:<|in json)|expecting value: line 1|jsondecodeerror|<!doctype html)"},
    {"PROXY", Cause::HostUnreachable, "", R"(proxy ?error|proxyconnect|(?:connect to|through) (?:the )?proxy|tunnel connection failed|proxy authentication required)"},
    {"DISK-OWN", Cause::WarehouseFull, "", R"(no space left|disk (?:is )?full|disk quota|not enough (?:disk )?space|out of disk)", "= duckdb"},
    {"DISK-SOURCE", Cause::SourceFull, "", R"(^(?!.*\bbinlog truncated).*(?:no space left|disk (?:is )?full|disk quota|not enough disk space|out of disk|(?:errcode:|os errno|got error) ?28\b))"},
    {"DUCK-REPLAY", Cause::WarehouseDamaged, "", R"(failure while replaying wal)"},
    {"DUCK-CONFLICT", Cause::LockConflict, "", R"(transaction conflict|outstanding updates|conflict on (?:tuple|update|delete)|write-write conflict|cannot (?:update|alter|delete) a table that has been|by a different transaction|by (?:an)?other (?:concurrent )?transaction|concurrent(?:ly)? (?:transaction|modified|updated?|drop))"},
    {"KEY-TWICE", Cause::KeyNotUnique, "", R"(same row twice|row a second time|duplicate constrained values)"},
    {"PG-POOLER-LOGIN", Cause::PoolerLogin, "", R"(server login has been failing|server_login_retry|server_login_has_been|bouncer config|pgbouncer cannot connect to server)"},
    {"PG-POOLER-NO-USER", Cause::PasswordRejected, "", R"(\bno such user\b|no postgresql user name specified|auth_query failed|wrong password type|not found in user director\w+)"},
    {"SECRET-GONE", Cause::CredentialMissing, "", R"(\b(?:secrets? ?manager|key ?vault|secret value)\b.{0,120}(?:not ?found|can'?t find|does not exist|denied|disabled))"},
    {"SETTINGS-INVALID", Cause::MalformedAddress, "", R"(schema validation failed\W.{0,20}\berrors: \$|\$\.[\w.]+: .{0,80}(?:is missing|is required|expected|must be))"},
    {"API-JSON", Cause::GarbledAnswer, "", R"((?:malformed|invalid) json|not (?:valid )?json\b(?! objects?))", "= rest hubspot stripe salesforce shopify zendesk github intercom"},
    {"API-PERMISSION-CLASS", Cause::ScopeMissing, "", R"(permission ?error|permissions? to access the url)", "= rest hubspot stripe salesforce shopify zendesk github intercom"},
    {"FILESORT", Cause::QueryTimedOut, "", R"(filesort|(?:appropriate|usable|suitable) index)"},
    {"STATEMENT-TIME", Cause::QueryTimedOut, "mysql:3024 mysql:1969 mysql:1907", ""},
    {"SSH-LOST", Cause::ConnectionLost, "", R"(\bssh\b.{0,80}(?:unexpected packet|keep-?alive|connection (?:lost|reset|closed by)|channel (?:open|closed).{0,10}nil|broken pipe|disconnected)|timeout, server \S+ not responding|(?:tunnel|forwarder) .{0,40}(?:dropped|went down|disconnected|closed unexpectedly))"},
    {"SSH-NETWORK", Cause::HostUnreachable, "", R"(\bssh: (?:connect to host|could not resolve|dial)|unresolved ?address)"},
    {"SSH-LOGIN", Cause::SshTunnel, "", R"((?:\bssh: |\bjsch|paramiko|sshtunnel|sshexception|\bssh (?:auth|login|key|session|handshake|private)).{0,160}(?:authenticat|unable to auth|handshake|passphrase|permission denied|banner|no supported methods|rejected|not valid|invalid|private ?key))"},
    {"SSH-OWNER", Cause::SshTunnel, "", R"(passphrase|private key|identity file|load key|permission|denied|authenticat)", "= ssh sftp"},
    {"HOOK-BAD-SIGNATURE", Cause::WebhookSecret, "", R"(\b(?:bad|wrong|invalid|missing|no) (?:\w+ )?signature\b(?!.{0,60}(?:jwt|aws|sas|oauth|token|assertion)))", "stripe hubspot shopify github webhook rest slack zendesk intercom typeform chargebee paddle mailchimp posthog mailgun"},
    {"INTEGRATION-ID", Cause::MalformedAddress, "", R"(missing .{0,40}integration id|(?:missing|no) .{0,30}\b(?:account|project|organization|workspace|shop|store|client|customer|tenant|integration)[ _]id\b)"},
    {"PG-POOLER-MAX", Cause::TooManyConnections, "", R"(max(?:imum)? ?clients? (?:reached|in session mode)|maxclientsinsessionmode|max client connections reached|no more connections allowed|pool_size: ?\d+|client_login_timeout|query_wait_timeout)"},
    {"CDC-HISTORY", Cause::PositionLost, "", R"((?:schema|db|database) ?history\b.{0,80}(?:not found|missing|lost|corrupt|incomplete|not match)|stopped while taking a snapshot|never allow snapshots|re-?execute the snapshot)"},
    {"SLOT-INVALID", Cause::PositionLost, "", R"(slot .{0,60}invalidat)"},
    {"PG-POOLER-IDLE", Cause::ConnectionLost, "", R"((?:client|server)_(?:idle|lifetime)_?timeout|query_timeout \(pgbouncer|idle_transaction_timeout)"},
    {"PG-57014-RECOVERY-LASTING", Cause::RecoveryConflictLasting, "", R"((?:kept|keeps) cancell?ing|recovery conflict.{0,120}(?:still|couldn'?t|could not)|conflict with recovery.{0,40}(?:after \d+|repeatedly|times))"},
    {"PG-57014-RECOVERY", Cause::RecoveryConflict, "", R"(conflict with recovery|no key that can resume a canceled read)"},
    {"PG-57014-LOCK", Cause::LockConflict, "", R"(due to lock timeout)"},
    {"PG-57014-TIMEOUT", Cause::QueryTimedOut, "", R"((?:statement|max_execution_time|query|(?<!in-)(?<!idle )(?<!due to )transaction).?time ?-?out|timeout: .*statement|maximum statement execution time|query execution time (?:limit|exceeded)|query (?:was )?(?:aborted|cancell?ed|killed|timed out).*(?:time|wlm|monitoring rule))"},
    {"PG-57014-USER", Cause::Cancelled, "", R"(due to user request|cancell?ed on user'?s? request|query (?:execution )?was (?:cancell?ed|interrupted|killed)|operation was cancell?ed by|context cancell?ed|operation cancell?ed by user)"},
    {"TLS-CLIENT-CERT", Cause::TlsSettings, "", R"(client certificate (?:is )?(?:required|missing|needed|invalid)|requires a valid client certificate|certificate[ _]required)"},
    {"TLS-IN-AUTH", Cause::TlsRequired, "", R"(no pg_hba\.conf entry .*(?:ssl off|no encryption))"},
    {"PG-HBA", Cause::AddressNotAllowed, "", R"(no pg_hba\.conf entry|pg_hba\.conf rejects)"},
    {"PG-URL-IN-HOST", Cause::MalformedAddress, "", R"((?:could not translate host name|name or service not known|getaddrinfo \w+) ?["']?[^"'\s]*@)", "", true},
    {"PG-PORT-WORD", Cause::MalformedAddress, "", R"(expected authentication request from server|invalid (?:integer value .* for connection option|port number|port\b)|port .*(?:out of range|could not be cast)|invalid connection option|missing .{0,4} after|connection info string|invalid (?:dsn|uri|url|connection string)|(?:unexpected|invalid) (?:character|percent|token) .*(?:uri|url|connection)|failed to parse .*(?:url|uri|dsn|connection string)|invalid uri query parameter|end of string reached when looking for|unterminated quoted string in connection|must be escaped according to rfc ?3986|invalid url|no (?:connection adapters|scheme supplied)|unsupported protocol scheme|no suitable driver)"},
    {"API-ACCOUNT", Cause::ScopeMissing, "", R"(does not have access to account)"},
    {"KEY-FILE", Cause::ApiKeyRejected, "", R"((?:load|parse|decode|deserialize|read|invalid|bad|malformed) .{0,30}\b(?:pem|private.?key|key (?:file|data)))", "= bigquery google gcs firebase snowflake salesforce"},
    {"S3-KEY", Cause::ApiKeyRejected, "", R"(invalidaccesskeyid|signaturedoesnotmatch|security token included in the request is invalid|access key id you provided does not exist|request signature we calculated|server failed to authenticate the request|invalidclienttokenid|unrecognizedclientexception|(?:api[ _-]?key|hapikey|access token) .{0,30}(?:doesn'?t|does not) exist|(?:test|live) ?mode key|publishable (?:api )?key)"},
    {"PG-QUOTA", Cause::PaymentDue, "", R"((?:compute time|data transfer|storage|egress|plan) quota|planlimitreached|unpaidplaninvoice|account has restrictions|(?:upgrade|increase) your plan|free (?:trial|tier|plan) .{0,40}(?:ended|expired|exceeded|limit)|trial (?:has )?(?:ended|expired)|account or project has exceeded|for free query bytes|update (?:your |the )?payment|payment (?:method|failed|required))"},
    {"SF-MONITOR", Cause::QuotaReached, "", R"(resource monitor .{0,80}quota|cannot be resumed because|custom quota|quota\b.{0,60}set by your administrator)"},
    {"API-FORBIDDEN-BUT-RATE", Cause::RateLimited, "", R"((?:rate|request|usage|call|concurrency|throttl\w*|secondly|daily|hourly|minute|ten_secondly)[ _-]*(?:limit|quota)\w*[ _-]*(?:has been |was |is |been )?(?:exceeded|reached|hit|exhausted)|(?:exceeded|reached|hit|over) (?:your|the|a|its)? ?(?:\w+[ -]){0,3}(?:rate|request|throttle|secondly|daily|hourly|api|call|concurren\w+)[ -]?(?:\w+ )?(?:limit|quota)|rate[ _-]?limit(?:ed|ing)?\b|too many requests|toomanyrequests|too (?:quickly|fast|frequently)\b|limit your requests|throttl(?:ed|ing)\b|request_limit_exceeded|requestlimitexceeded|abuse detection|secondary rate|slow ?down\b|retry after \d|userratelimitexceeded|quotaexceeded|resource_?exhausted|resourceexhausted|concurrency limit|limit_exceeded\b|quota exceeded|exceeded (?:the |your |its )?quota|quota has been exceeded|calls per second|reduce request rates|api limit reached|request limit reached|too many (?:api )?calls)"},
    {"MY-1045-INSECURE", Cause::TlsRequired, "", R"(insecure transport|require_secure_transport|ssl connection is required|requires? (?:a )?(?:secure|ssl|tls|encrypted) connection|ssl/tls (?:connection )?(?:is )?required|sslrequirederror|connection is insecure|(?:please )?use sslmode=require|must (?:use|be made (?:over|with)) (?:ssl|tls|https)|server requires (?:ssl|tls|encryption)|encryption (?:is )?required|https (?:is )?required|ssl required|using insecure)"},
    {"MY-2013-TLS", Cause::TlsHandshake, "", R"(\[ssl:(?! (?:unexpected_eof|decryption_failed))|wrong version number|ssl: wrong_version|http request to an https|received http response on https)"},
    {"STATUS-PAGE-PROXY", Cause::GarbledAnswer, "http:511", ""},
    {"PG-42501-REPLICATION", Cause::ReplicationRights, "", R"(must be (?:superuser|owner|replication|a superuser|admin).*(?:replication|publication|walsender|slot)|(?:replication|walsender).*(?:role|privilege|permission|attribute)\b|permission denied (?:to (?:use|start|create) (?:replication|publication|walsender)|for publication)|must be superuser or replication role|must have the replication role|(?:replication client|replication slave|reload|binlog monitor)\b.*privilege|privilege.*(?:replication client|replication slave|\breload\b)|requires? (?:the )?(?:replication|rds_replication)|rds_replication|must be (?:superuser )?to create for all tables publication|must be superuser to create for all|must be owner of (?:table|publication) .*publication|logminer.*(?:privilege|permission)|not authorized .*(?:changestream|\$changestream|oplog))"},
};

} // namespace

std::span<const Rule> collisionRules()
{
    return kRules;
}

} // namespace leat
