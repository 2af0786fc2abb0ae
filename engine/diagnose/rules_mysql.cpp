// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// MySQL, MariaDB, TiDB, PlanetScale: error numbers, then their symbolic names and words.
constexpr Rule kRules[] = {
    {"MY-1045", Cause::PasswordRejected, "mysql:1045 mysql:1698 mysql:1396 mysql:1133 mysql:1275 api:er_access_denied_error", ""},
    {"MY-ACCESS-DENIED", Cause::PasswordRejected, "", R"(access denied for user .{0,120}(?:using password|$)|er_access_denied_error|access_denied_error|matching row in the user table)"},
    {"MY-EXPIRED", Cause::PasswordExpired, "mysql:1862 mysql:1820 oracle:28001 mssql:18487 mssql:18488", ""},
    {"MY-EXPIRED-TEXT", Cause::PasswordExpired, "", R"(password (?:has )?expired|must (?:reset|change) (?:your |the )?password|reset your password|password must be changed|change your password)"},
    {"MY-LOCKED", Cause::AccountLocked, "mysql:3118 mysql:4151 oracle:28000 mssql:18486 mssql:18470", ""},
    {"MY-LOCKED-TEXT", Cause::AccountLocked, "", R"((?:account|user|login|principal|profile|key|member) .{0,60}(?:(?:is|has been|was|temporarily) )+(?:locked|disabled|suspended|deactivated|inactive|frozen|blocked|revoked|deleted|terminated)|(?:account|user)_?(?:inactive|locked|disabled|suspended|deactivated)|inactive (?:user|account)|authentication_expired|disabled_client|org(?:anization)? (?:is |has been )?(?:locked|suspended|deactivated))"},
    {"MY-1142", Cause::PermissionDenied, "mysql:1142 mysql:1143 mysql:1044 mysql:1227 mysql:1370 mysql:1410 mssql:229 mssql:230 mssql:262 mssql:297 mssql:300 mssql:916 mssql:15151 mssql:15247 oracle:1031 oracle:1045 clickhouse:497 clickhouse:291 mongo:13", ""},
    {"MY-1130", Cause::AddressNotAllowed, "mysql:1130 mysql:1129 mssql:40615 mssql:40914 snowflake:390420 snowflake:390422 snowflake:250001-ip", ""},
    {"MY-BLOCKED-HOST", Cause::AddressNotAllowed, "", R"(is blocked because of many connection errors|flush[ -]hosts|is not allowed to connect to this)"},
    {"MY-TLS", Cause::TlsRequired, "mysql:3159", ""},
    {"MY-2026", Cause::TlsHandshake, "mysql:2026", ""},
    {"MY-PLUGIN", Cause::AuthMethodUnsupported, "mysql:1251 mysql:2059 mysql:2054 mysql:2061 mysql:1524", ""},
    {"MY-PLUGIN-TEXT", Cause::AuthMethodUnsupported, "", R"(public key retrieval is not allowed|caching_sha2_password|sha256_password|mysql_(?:native|old|clear)\w*password|cleartext (?:password|plugin)|mysql_clear_password|requires (?:mysql native|old|clear text) (?:password )?authentication|authentication (?:plugin|method|protocol|mechanism) .{0,100}(?:cannot|could not|not|failed|unknown|unsupported|disabled|mismatch)|(?:unknown|unsupported|no supported|unimplemented) (?:authentication|auth|sasl) (?!code)\w*|does not support authentication protocol|auth.{0,20}(?:not supported|unsupported)|unsupported frontend protocol|bad handshake|requested by server|rsa public key|getserverpublickey)"},
    {"MY-1040", Cause::TooManyConnections, "mysql:1040 mysql:1203 mysql:1226 mysql:1135 mysql:1461 oracle:18 oracle:20 oracle:12516 oracle:12519 oracle:12520 clickhouse:202 mssql:10928 mssql:10936 mssql:10929", ""},
    {"MY-LOCKS", Cause::LockConflict, "mysql:1205 mysql:1213 mysql:1206 mysql:1412 mysql:1015 mysql:1020 mysql:1402 mysql:1613 mysql:1614 mysql:1615 mysql:1637 mysql:1689 mysql:3058 mysql:3101 mysql:3132 mysql:3572 mssql:1205 mssql:1222 mssql:3960 mssql:3961 oracle:60 oracle:54 oracle:1555 oracle:8177 mongo:112 mongo:24 mongo:46 sqlite:5 sqlite:6", ""},
    {"MY-TIMEOUT", Cause::QueryTimedOut, "mysql:3024 mysql:1969 mysql:1907 mongo:50 clickhouse:159 clickhouse:160 snowflake:630 mssql:-2 oracle:40 api:query_timeout api:querytimeout api:maxtimemsexpired", ""},
    {"MY-CANCEL", Cause::Cancelled, "mysql:1317 mysql:1927 mysql:1028 oracle:1013 clickhouse:394 snowflake:604 mongo:11601", ""},
    {"MY-STOP", Cause::ServerStarting, "mysql:1053 mysql:1077 mysql:1078 mysql:1079 mysql:1080 mysql:1152 mysql:1158 mysql:1159 mysql:1160 mysql:1161 oracle:1033 oracle:1034 oracle:1089 oracle:1090 mssql:40613 mssql:40197 mssql:40501 mssql:49918 mssql:49919 mssql:49920 mssql:4221 mssql:17142 mssql:6005 mssql:983 mssql:976 mongo:10107 mongo:13435 mongo:13436 mongo:11600 mongo:11602 mongo:91 mongo:189 mongo:133 mongo:134 clickhouse:425 clickhouse:225 clickhouse:242 clickhouse:999", ""},
    {"MY-LOST", Cause::ConnectionLost, "mysql:1154 mysql:1155 mysql:1156 mysql:1157 mysql:1184 mysql:1189 mysql:1190 mysql:1218 mysql:1219 mysql:3169 mysql:2006 mysql:2013 mysql:2027 mysql:2055 mysql:1927 oracle:3113 oracle:3114 oracle:3135 oracle:12537 oracle:12547 oracle:12571 oracle:28547 mssql:10053 mssql:10054 mssql:233 mssql:64 mssql:121 mssql:20003 mssql:20004 mssql:20006 mssql:19 mongo:6 mongo:9001 mongo:43 mongo:237 mongo:262 clickhouse:210 clickhouse:32 clickhouse:101 clickhouse:1000", ""},
    {"MY-REFUSED", Cause::ConnectionRefused, "mysql:2002 mysql:2003 oracle:12541 oracle:12535-refused", R"(refused|\(111\)|no such file|\(2\)|\(61\)|10061|\(115\))"},
    {"MY-2003", Cause::ConnectionTimedOut, "mysql:2002 mysql:2003 mysql:2004 oracle:12170 oracle:12535 oracle:12545 mssql:10060 clickhouse:209 clickhouse:279 mongo:89", ""},
    {"MY-2005", Cause::HostUnknown, "mysql:2005 mysql:1042 oracle:12154 oracle:12545 clickhouse:198 mssql:11001", ""},
    {"MY-DEFINER", Cause::ViewNotReady, "oracle:4063 oracle:4068", ""},
    {"MY-READ-ONLY", Cause::ReadOnly, "mysql:1290 mysql:1792 mysql:1836 mssql:3906 mssql:3908 mssql:978 clickhouse:164 oracle:16000 sqlite:8", ""},
    {"MY-PACKET", Cause::PacketTooLarge, "mysql:1153 mysql:2020 mysql:1301 mysql:1162 mongo:10334 mongo:17280", ""},
    {"MY-PACKET-TEXT", Cause::PacketTooLarge, "", R"(max_allowed_packet|row count exceeded|got a packet bigger|packet (?:is )?too large|bsonobjecttoolarge|bson .{0,30}too large|message .{0,20}(?:size )?(?:too large|larger than max)|msg_size_too_large|max\.message\.bytes|record .{0,20}too large|row size too large|row is too big|string or blob too big|payload too large|response (?:is )?too large|value .{0,30}exceeds .{0,30}(?:limit|maximum) (?:size|length)|exceeds? the (?:maximum|allowed) (?:row|cell|document|record) size)"},
    {"MY-VALUE", Cause::ValueUnrepresentable, "mysql:1292 mysql:1366 mysql:1265 mysql:1411 mysql:1300 mysql:3988 mssql:241 mssql:242 mssql:245 mssql:8114 mssql:295 mssql:220 oracle:1722 oracle:1830 oracle:1843 oracle:1858 oracle:1861 oracle:1841 clickhouse:6 clickhouse:27 clickhouse:38 clickhouse:41 clickhouse:72 clickhouse:349 snowflake:100035 snowflake:100038 snowflake:100040", ""},
    {"MY-DUPLICATE", Cause::KeyNotUnique, "mysql:1062 mysql:1586 mssql:2627 mssql:2601 mssql:8672 oracle:1 mongo:11000 snowflake:100090 sqlite:19 sqlite:1555 sqlite:2067", ""},
    {"MY-NULL", Cause::KeyHasNulls, "mysql:1048 mysql:1364 mssql:515 oracle:1400 snowflake:100072", ""},
    {"MY-NO-DB", Cause::DatabaseMissing, "mysql:1046 clickhouse:81", ""},
    {"MY-ZERO-DATE", Cause::ValueUnrepresentable, "", R"(zero date|0000-00-00|incorrect (?:datetime|date|time|string|integer|decimal|double) value|data truncated)"},
    {"MY-CHARSET", Cause::ValueUnrepresentable, "", R"(ordinal not in range|illegal mix of collations|(?:unknown|initialize) (?:character set|charset)|conversion from collation|invalid utf8mb)"},
};

} // namespace

std::span<const Rule> mysqlRules()
{
    return kRules;
}

} // namespace leat
