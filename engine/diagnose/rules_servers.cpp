// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// SQL Server and Oracle.
constexpr Rule kMssql[] = {
    {"MS-18456", Cause::PasswordRejected, "mssql:18456 mssql:18452 mssql:18451 mssql:18461 mssql:4064 mssql:40532 oracle:1017 oracle:1004 oracle:1005 oracle:28009", ""},
    {"MS-LOGIN", Cause::PasswordRejected, "", R"(login failed for user|logon denied|login is from an untrusted domain|cannot open user default database|the login already|ora-01017|invalid username/password)"},
    {"MS-RETRY-TEXT", Cause::ServerStarting, "", R"(is not currently available\W|please retry the connection later|service is currently busy|request limit for the database is|availability group|not accessible for queries|target database .{0,80}(?:availability|not accessible))"},
    {"MS-TRANSPORT", Cause::ConnectionLost, "", R"(transport-level error|communication link failure|tcp provider|named pipes provider|semaphore timeout period|existing connection was forcibly|read error on connection|dbprocess is dead|adaptive server (?:connection|is unavailable)|end-of-file on communication channel|lost contact|io error: (?:got minus one|socket read|connection reset))"},
    {"MS-NETWORK", Cause::ConnectionRefused, "", R"(network-related|error occurred while establishing a connection|server was not found or was not accessible)"},
    {"MS-TNS", Cause::ConnectionRefused, "", R"(tns:no listener|ora-12541)"},
    {"MS-TNS-NAME", Cause::HostUnknown, "", R"(tns:could not resolve|error locating server/instance)"},
    {"MS-ORACLE-OLD", Cause::ServerUnsupported, "oracle:28040 oracle:3134", ""},
    {"MS-WALLET", Cause::TlsSettings, "oracle:28759 oracle:28860 oracle:29024 oracle:28864", R"()"},
    {"MS-ARITH", Cause::ValueUnrepresentable, "", R"(error converting data type|conversion of a .{0,40}out-of-range|invalid number\b|literal does not match format)"},
};

// MongoDB.
constexpr Rule kMongo[] = {
    {"MO-18", Cause::PasswordRejected, "mongo:18 mongo:11 mongo:31 api:authenticationfailed", ""},
    {"MO-AUTH", Cause::PasswordRejected, "", R"(bad auth|authentication ?failed|auth(?:entication)? (?:error|failure)|authenticationerror|scram.{0,20}fail|usernotfound|x\.?509 .{0,40}authentication)"},
    {"MO-13", Cause::PermissionDenied, "mongo:13 mongo:33", ""},
    {"MO-UNAUTHORIZED", Cause::PermissionDenied, "", R"(not authorized on|command .{0,40}requires authentication|not allowed to do action|user is not allowed)"},
    {"MO-SRV", Cause::HostUnknown, "", R"(dns query name does not exist|querysrv|srv (?:record|host|lookup)|resolution lifetime expired|no answer .{0,40}srv|_mongodb\._tcp)"},
    {"MO-KIND", Cause::EndpointMissing, "", R"(query\.mongodb\.net|atlas sql)"},
    {"MO-TOPOLOGY", Cause::ConnectionTimedOut, "", R"(serverselectiontimeout|server selection (?:timed out|timeout|error)|topology ?description|no (?:suitable|replica set|primary) (?:servers?|members?)|no servers? (?:found|available)|connection pool (?:was )?(?:paused|cleared)|networktimeout|autoreconnect|mongonetwork)"},
    {"MO-CURSOR", Cause::ConnectionLost, "", R"(cursor ?(?:id )?\S* ?not ?found|cursornotfound|cursor .{0,20}(?:killed|timed out))"},
    {"MO-RETRY", Cause::ServerStarting, "", R"(retryablewriteerror|transienttransactionerror|stepdown|primarysteppeddown)"},
    {"MO-ATLAS", Cause::ServerUnsupported, "mongo:8000 mongo:303 mongo:115", ""},
    {"MO-VALUE", Cause::ValueUnrepresentable, "mongo:241 mongo:40485", ""},
};

// Warehouses as sources: Snowflake, BigQuery, ClickHouse, Databricks, Redshift.
constexpr Rule kCloud[] = {
    {"SF-390100", Cause::PasswordRejected, "snowflake:390100 snowflake:390101 snowflake:251005 snowflake:251006 snowflake:394400 snowflake:390106 snowflake:390190 snowflake:390191", ""},
    {"SF-LOCKED", Cause::AccountLocked, "snowflake:390102 snowflake:390109 snowflake:390107", ""},
    {"SF-TOKEN", Cause::TokenExpired, "snowflake:390114 snowflake:390318 snowflake:390303 snowflake:390110 snowflake:390195 snowflake:390111", ""},
    {"SF-JWT", Cause::ApiKeyRejected, "snowflake:390144 snowflake:250008", R"()"},
    {"SF-JWT-TEXT", Cause::ApiKeyRejected, "", R"(jwt token is invalid|jwt (?:is )?(?:invalid|expired|malformed)|invalid jwt|(?:private|public) key .{0,40}(?:mismatch|does not match|invalid|not registered)|invalid_jwt_signature|key ?pair authentication|could not deserialize key data|bad decrypt\. incorrect password|error parsing private key|no key could be detected|invalid (?:private|rsa) key)"},
    {"SF-MFA", Cause::PasswordRejected, "", R"(multi-?factor|\bmfa\b|two[- ]factor|2fa\b|duo (?:push|security)|totp|security token.{0,40}(?:invalid|required|missing|append)|login_must_use_security_token)"},
    {"SF-QUOTA", Cause::QuotaReached, "", R"(resource monitor .{0,80}quota|cannot be resumed because|exceeded its (?:monthly |credit )?quota|credit (?:quota|limit|balance)|spend(?:ing)? limit|custom quota|quotaexceeded: .{0,60}bytes|billing ?(?:not ?enabled|has not been enabled|is disabled|account .{0,40}(?:disabled|closed|not found))|billing (?:must|to) be enabled|requires billing|billing_disabled|billingnotenabled|query usage per day|free query bytes)"},
    {"CH-516", Cause::PasswordRejected, "clickhouse:516 clickhouse:192 clickhouse:193 clickhouse:194 clickhouse:195", ""},
    {"CH-252", Cause::ServerBusy, "clickhouse:252 clickhouse:203 clickhouse:201 clickhouse:439", ""},
    {"CH-252-TEXT", Cause::ServerBusy, "", R"(too many (?:parts|simultaneous queries|concurrent|queries|requests in queue|threads|pending)|server (?:is )?(?:overloaded|busy|too busy)|queue (?:is )?full|overload|circuit_breaking|es_rejected_execution|capacity|try again later|temporarily unavailable|at capacity|backpressure|backend ?error|insufficient resources|not fresh enough|currently unavailable|service is busy)"},
    {"CH-READ-LIMIT", Cause::QueryTimedOut, "clickhouse:158 clickhouse:396 clickhouse:307", ""},
    {"BQ-JOB", Cause::ServiceDown, "api:backenderror api:internalerror api:jobbackenderror api:jobinternalerror api:server_error api:api_error api:temporarily_unavailable api:unavailable api:internal api:internal_server_error api:internal_error api:unknown_exception api:server_unavailable api:service_unavailable api:servererror api:serviceunavailable api:internalservererror api:bad_gateway", ""},
    {"BQ-VIEW", Cause::BadRequest, "api:invalidquery api:malformed_query api:invalid_query_filter_operator api:parseexception api:sql_parse", ""},
    {"BQ-LOCATION", Cause::EndpointMissing, "", R"(not found in location|location .{0,40}does not (?:exist|match)|wrong region|permanentredirect|authorizationheadermalformed|must be addressed using the specified endpoint|region .{0,40}(?:is wrong|mismatch))"},
    {"RS-WLM", Cause::QueryTimedOut, "", R"(\bwlm\b|query monitoring rule|query .{0,30}aborted by)"},
    {"RS-LOAD", Cause::ValueUnrepresentable, "", R"(load into table .{0,80}failed|(?:stl|sys)_load_error)"},
    {"RS-S3", Cause::PermissionDenied, "", R"(s3serviceexception|spectrum .{0,60}(?:denied|error)|not authorized to assume|unload .{0,40}denied)"},
};

} // namespace

std::span<const Rule> mssqlRules()
{
    return kMssql;
}

std::span<const Rule> mongoRules()
{
    return kMongo;
}

std::span<const Rule> cloudRules()
{
    return kCloud;
}

} // namespace leat
