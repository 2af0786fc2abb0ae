// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// Anchored on the grammar of each server, as names of tables and columns may hold any word
// (seed ids D36–D37, D39–D40).
constexpr Rule kRules[] = {
    // providers name the kind of object in a code
    {"COLUMN-ENUM", Cause::ColumnMissing, "api:invalid_field api:unknown_field api:unknown_column api:invalidfield api:unknown_field_name api:property_doesnt_exist", ""},
    {"TABLE-ENUM", Cause::TableMissing, "api:invalid_type api:object_not_found api:nosuchkey api:nosuchtable api:tablenotfound api:undefinedtable api:namespacenotfound api:unknown_topic_or_part api:unknown_topic_or_partition", ""},
    // rights on a named thing
    {"OBJ-DENIED-CREATE-REPL", Cause::ReplicationRights, "", R"(^.*permission denied for (?:database|publication) .*publication|permission denied to create (?:publication|replication))"},
    {"OBJ-DENIED", Cause::PermissionDenied, "", R"(permission denied (?:for|on) (?:foreign |materialized )?(?:table|relation|schema|view|materialized view|sequence|function|procedure|database|column|object|language|type|large object|foreign server|foreign-data wrapper|tablespace|namespace|directory|project|dataset)\b)"},
    {"OBJ-DENIED-TO", Cause::PermissionDenied, "", R"(permission denied (?:to|for|on) |^error: permission denied\b|permission will be denied|must be (?:a )?member of)"},
    {"OBJ-COMMAND-DENIED", Cause::PermissionDenied, "", R"(\b(?:select|show view|execute|show databases|lock tables|usage|references|process)\b[\w ,]* command denied to user|no select permission|(?:the )?(?:select|execute|view \w+|control|references|connect|insert) permission was denied|lacks? (?:the )?(?:select|read|usage) (?:privilege|permission)|insufficient priv|(?:does not|doesn'?t) own\b|(?:is )?not (?:the )?owner\b|insufficient_priv|must be owner of|not authorized on \S+ to execute|(?:user|role|principal)\b.{0,80}does not have (?:the )?(?:\S+ )?(?:privilege|permission|access)\w*|does not have (?:usage|select|read|privileges|permissions? to)|not enough privileges|access denied: (?:table|dataset|project|view|bigquery)|not authorized to (?:perform|access|execute)|permission ?denied error|insufficientprivilege|insufficient permission)"},
    {"OBJ-1044", Cause::PermissionDenied, "", R"(access denied for user \S* ?(?:@ ?\S*)? ?to database)"},

    // keys
    {"CURSOR-XMIN", Cause::CursorUnsuitable, "", R"(\bxmin)"},
    {"KEY-CDC", Cause::ReplicaIdentity, "", R"((?:cdc|replication|change data capture|logical).{0,60}(?:requires?|needs?|without|no) (?:a |any )?(?:primary key|replica identity)|does not have a replica identity|replica identity (?:index|nothing|is not|must|not set|full is not)|no replica identity|(?:primary key|replica identity).{0,40}(?:required|needed) (?:for|by) (?:cdc|replication|logical)|no primary key.{0,40}(?:cdc|replicat))"},
    {"KEY-MISSING", Cause::KeyMissing, "", R"(primary keys? (?:is |are )?(?:required|needed|not (?:defined|found|set|specified|configured))|no primary keys? |(?:without|missing|lacks|lacking|has no|have no|does not have|doesn't have|not have|define) (?:a |any |the |an )?(?:primary|unique|merge|valid primary) ?keys?|primarykeyrequired|missing_?primary_?key|conflict target are not referenced|no unique or exclusion constraint matching|merge (?:key|write disposition).{0,40}(?:primary|no)|(?:requires?|needs?) (?:a |at least one )?primary key|at least one (?:primary )?key)"},
    {"KEY-NOT-UNIQUE", Cause::KeyNotUnique, "sqlstate:23505", ""},
    {"KEY-NOT-UNIQUE-TEXT", Cause::KeyNotUnique, "", R"(primary keys? .{0,40}not unique|not unique.{0,40}primary key|duplicate (?:key|entry|primary key|row\b)|duplicate value|violates (?:unique|primary key) constraint|unique constraint (?:failed|violat)|violation of (?:primary|unique) key|e11000|merge .{0,60}(?:more than once|at most one|multiple (?:source )?rows)|row affected by .*second time|cannot affect row a second time|primary key .*(?:already exists|duplicates?)|cannot insert duplicate|non-?unique (?:primary )?key|multiple rows (?:match|with the same))"},
    {"KEY-CHECK", Cause::ConstraintBroken, "sqlstate:23514 sqlstate:23503 sqlstate:23P01 mysql:1452 mysql:3819 mssql:547", ""},
    {"KEY-CHECK-TEXT", Cause::ConstraintBroken, "", R"((?:check|foreign key|exclusion|not.valid) constraint|no partition of relation|generated (?:always|column))"},
    {"KEY-NULL", Cause::KeyHasNulls, "sqlstate:23502", R"()"},
    {"KEY-NULL-TEXT", Cause::KeyHasNulls, "", R"(null value in column|not null constraint failed|cannot insert (?:the value )?null|primary key .{0,30}(?:null|empty)|column .{0,40}cannot be null|null .{0,20}primary key)"},

    // cursor and configuration of the table
    {"CURSOR-UNSUITABLE", Cause::CursorUnsuitable, "", R"((?:used|selected|chosen) as (?:a |the )?cursor|could not identify an? (?:ordering|equality) operator|unsupported cursor|invalid cursor (?:field|column)|cursor (?:field|column) .{0,60}(?:not|invalid|missing|null|unsupported|required)|(?:incremental|replication|cursor|bookmark)[_ ](?:field|key|column|path)\w*.{0,80}(?:can'?t be none|is required|not set|missing|not supported|invalid|must be|not found|does not exist|was not found|not present|is null|no longer)|incremental_field|no cursor (?:field|column)|unsupported sync type|incremental sync .{0,40}(?:not (?:supported|possible|available))|replication key)"},
    {"CURSOR-COERCION", Cause::CursorUnsuitable, "", R"((?:incremental|cursor|watermark|bookmark) ?(?:\w+ ){0,4}(?:coercion|coerce|comparison|invalid|mismatch|has null|unordered|missing|none|null)\b|cursor (?:element|path|value)\b|unsorted (?:data|rows|records)|(?:unknown|unrecogni[sz]ed|invalid|unsupported) (?:replication|sync)[ _](?:method|mode|type))"},
    {"CURSOR-NOT-IN-DATA", Cause::CursorUnsuitable, "", R"(was not found in the data returned by the source|cursor .{0,40}not found in (?:the )?(?:record|schema|row|data|stream))"},
    {"TYPE-CHANGED", Cause::TypeChanged, "", R"((?:source )?column type changed|column .{0,60}(?:changed|change) (?:its )?(?:data )?type|type (?:of column )?.{0,40}(?:has )?changed from|(?:incompatible|conflicting|breaking) (?:schema|column|type|data type) changes?|schema (?:mismatch|drift|has changed|change detected|evolution|merge (?:incompatible|conflict))|data ?type mismatch|cannot (?:automatically )?(?:be )?cast automatically|column .{0,60}is of type .{0,60}but (?:default )?expression is of type|datatypemismatch|must be real number, not|table .{0,40}has \d+ columns? but \d+ values?|(?:type|types) .{0,40}(?:incompatible|not compatible|cannot be (?:merged|reconciled|coerced))|cached plan must not change result type|types? .{1,80} cannot be matched|structure of query does not match|no supertype for types|cannot be inside nullable type|unsupported (?:schema|type) change|(?:missing|extra|unexpected|new|dropped|renamed) columns? (?:in|from|detected)|fields? type .{0,40}(?:mismatch|conflict)|operator does not exist: \w[\w ]* (?:[<>=]+|!=) \w|can'?t compare|not supported between instances|(?:relation|table) schema (?:has )?changed|could not convert column|changed type from|column \S+ changed from)"},
    {"CURSOR-LITERAL", Cause::CursorTypeMismatch, "", R"(invalid input syntax for (?:type )?\w|invalid input value for enum|malformed (?:array|record|range) literal|invalid text representation|invalidtextrepresentation|invaliddatetimeformat|conversion failed when converting|cannot compare .{0,60}(?:varchar|integer|timestamp|date))"},

    // columns
    {"COLUMN-PG", Cause::ColumnMissing, "sqlstate:42703 sqlstate:42S22 mysql:1054 mssql:207 mssql:1911 oracle:904 clickhouse:47 clickhouse:16 clickhouse:10 clickhouse:8 snowflake:904", ""},
    {"COLUMN-TEXT", Cause::ColumnMissing, "", R"(column .{1,120}?(?:does not exist|doesn'?t exist|not found|is (?:missing|unknown|invalid)|no longer exists|was (?:dropped|renamed|removed)|cannot be resolved|has been (?:dropped|renamed|removed))|does not have a column\b|name \S+ not found inside|has no (?:column|field)\b|\bis missing columns?\b|missing from-clause entry|no such (?:column|field)|nonexist(?:ing|ent) (?:column|field|property)|unknown (?:column|field|property|identifier|expression identifier)|undefined ?column|invalid (?:column name|identifier)|unrecognized (?:name|field|column)|missing columns?:|there'?s no column|no column named|could not find column|referenced column .{0,80}not found|(?:field|property|attribute|propert(?:y|ies)) .{0,80}?(?:does not exist|doesn'?t exist|no longer exists|not found in (?:schema|table|type))|cannot query field|columns? .{0,60}(?:missing from|not in) (?:the )?(?:table|source|schema)|values list .{0,40}does not have a column|no such property)"},

    // tables
    {"PUBLICATION-TABLE", Cause::ReplicationSetup, "", R"(\b(?:to|from|in|of) (?:the )?publication\b|logical replication target relation)"},
    {"TABLE-DEST", Cause::WarehouseTableGone, "duckdb:catalog", R"((?:table|schema|view) with name .*does not exist)"},
    {"TABLE-VIEW-INVALID", Cause::ViewNotReady, "mysql:1356 mysql:1449 mysql:1347", ""},
    {"TABLE-MATVIEW", Cause::ViewNotReady, "", R"(has not been populated|specified as a definer|references invalid (?:table|column)|definer .*lack rights|user mapping (?:not found|for)|foreign (?:table|server|data wrapper)|could not connect to server .{0,20}\bfdw\b|dependent view|view .{0,80}(?:invalid|contains errors|is not valid)|definition of view)"},
    {"SLOT-MISSING", Cause::ReplicationSetup, "", R"((?:replication (?:slot|origin)|publication|logical slot)\b.{0,120}?(?:does not exist|doesn'?t exist|not found|is missing|was (?:dropped|deleted)|already exists|no longer exists)|(?:slot|publication) (?:missing|not found)|no (?:such )?(?:replication slot|publication))"},
    {"DB-MISSING", Cause::DatabaseMissing, "sqlstate:3D000 mysql:1049 snowflake:290404 mssql:4060 mssql:911 clickhouse:81 oracle:12514 oracle:12505", ""},
    {"DB-MISSING-TEXT", Cause::DatabaseMissing, "", R"(connect to invalid database|^(?:.{0,160}?)database .{0,100}?(?:does not exist|doesn'?t exist|not found|unknown|was not found)|unknown database|no such database|cannot open database|nosuchbucket|(?:the specified |no such )?bucket .{0,60}?(?:does not exist|not found)|(?:dataset|project|catalog|instance|workspace|warehouse|account|container|shop|store|portal|subdomain|site) .{0,100}?(?:does not exist|doesn'?t exist|was not found|not found)(?!.{0,40}column)|not found: (?:dataset|project|instance)|no active warehouse selected|listener does not currently know of|containernotfound|no help ?desk at)"},
    {"ROLE-MISSING", Cause::PasswordRejected, "", R"((?:role|user|login) .{0,80}?(?:does not exist|doesn'?t exist|not found|unknown)|unknown user\b|user not found|usernotfound|is not permitted to log in)"},
    {"CURSOR-OPERATOR", Cause::CursorUnsuitable, "sqlstate:42883", R"(ordering operator|equality operator)"},
    {"FUNCTION-MISSING", Cause::FunctionMissing, "sqlstate:42883 mysql:1305 sqlstate:42P13", ""},
    {"FUNCTION-MISSING-TEXT", Cause::FunctionMissing, "", R"((?:function|operator|type|extension|procedure|collation|language|text search configuration|aggregate|parameter|access method|sequence|encoding|method|operator class) .{0,100}?(?:does not exist|doesn'?t exist|not found|is not (?:available|supported))|unrecognized configuration parameter|undefined ?function|no function matches|could not find stored procedure|unknown (?:function|type|data type|collation|character set|system variable)|infinite recursion detected in policy|could not open extension|scalar function with name)"},
    {"TABLE-FILE-GONE", Cause::TableMissing, "", R"(no such file|filenotfound|file .{0,60}(?:not found|does not exist))", "= csv file parquet json excel"},
    {"TABLE-FILES", Cause::TableMissing, "", R"(no files? (?:found|match\w*)|no such (?:sheet|tab|worksheet)|no objects? match)"},
    {"TABLE-CODE", Cause::TableMissing, "sqlstate:42P01 sqlstate:42S02 sqlstate:3F000 mysql:1146 mysql:1051 mysql:1932 mssql:208 oracle:942 clickhouse:60 snowflake:2003 snowflake:2043 mongo:26", ""},
    {"TABLE-TEXT", Cause::TableMissing, "", R"((?:relation|table|schema|view|collection|stream|object|sheet|worksheet|tab|topic|base table|table or view|keyspace|model|sobject type|index|namespace|specified key|resource|report|namespaces?|materialized view) (?:(?! failed: ).){0,120}?(?:does not exist|doesn'?t exist|not exist\b|not found|is not (?:found|supported)|no longer exists|was (?:dropped|renamed|removed|deleted)|has been (?:dropped|renamed|removed|deleted)|could not be found|can(?:no|')t be found|is not present|is missing|not in the publication)|no such (?:table|relation|view|collection|object|key|namespace|sheet)|invalid object name|undefinedtable|undefined ?table|unknown (?:table|relation|topic|stream|object)|not found: table|could not find (?:table|relation|stream|object|sheet)|unable to parse range|unknown topic|table (?:(?! failed: ).){0,80}missing|(?:missing|vanished|dropped|renamed) (?:table|relation|stream)|nosuchkey|tables? not in publication|new tables?\b.{0,60}(?:not|found|detected|missing|appear)|(?:don'?t|do not|doesn'?t|not) (?:see|show|list)\w* .{0,30}(?:new )?tables?|source table missing|stream .{0,60}not (?:found|in catalog)|no objects? found|did not find any columns|no (?:tables|streams) (?:found|discovered))"},
};

} // namespace

std::span<const Rule> objectRules()
{
    return kRules;
}

} // namespace leat
