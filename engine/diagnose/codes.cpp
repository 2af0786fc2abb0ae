// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/codes.h"

namespace leat {

namespace {

struct PatternRow
{
    const char* prefix;
    const char* expression;
    bool anyCase = true;
    bool bare = false;
};

constexpr PatternRow kPatterns[] = {
    {"sqlstate", R"(sql ?state\W{0,6}([0-9A-Z]{5})\b)"},
    {"sqlstate", R"(\bstate(?: code)?: ?([0-9A-Z]{5})\b)"},
    {"sqlstate", R"(\[([0-9][0-9A-Z]{4})\])", false},
    {"sqlstate", R"(\(([0-9][0-9A-Z]{4})\))", false},
    {"sqlstate", R"(^\W*((?:[0-57]\d|2F|3[BDF]|0[A-Z]|4[02]|5[3-8]|XX|P0|F0|HV)[0-9A-Z]{3}): )", false},
    {"sqlstate", R"(\bcode\W{1,4}((?:2[0-9B]|3D|4[02]|5[3-8]|XX|08|0A)[0-9A-Z]{3})\b)", false},
    {"mysql", R"(\berror (\d{4}) ?(?:\(|:))"},
    {"mysql", R"(^\W*error (\d{1,3}) \([0-9A-Z]{5}\))"},
    {"mysql-name", R"(\b(ER_[A-Z_]+|PROTOCOL_CONNECTION_LOST)\b)", false, true},
    {"mysql", R"(\((\d{4}), ?["'b])"},
    {"mysql", R"(\berrno\W{1,3}(\d{4})\b)"},
    {"mysql", R"(\bfatal error (1236)\b)"},
    {"mysql", R"(\b(\d{4}) \([0-9A-Z]{5}\))"},
    {"oracle", R"(\bORA-0*(\d+))"},
    {"mssql", R"(\bmsg (\d{2,5})\b)"},
    {"mssql", R"(\berror(?: number)?:? (\d{3,5}), ?severity)"},
    {"mssql", R"(\((\d{3,5})\) \(SQL)"},
    {"mssql", R"(sql server.{0,200}\berror:? (\d{3,5})\b)"},
    {"clickhouse", R"(\bcode: (\d+)[.,] .{0,40}(?:exception|message:))"},
    {"snowflake", R"(\b(\d{6}) \((?:[0-9A-Z]{5}|none)\))"},
    {"mongo", R"(\bcode(?:name)?\W{1,4}(\d+).{0,60}codename)"},
    {"mongo", R"(codename.{0,80}\bcode\W{1,4}(\d+))"},
    {"mongo", R"(mongo.{0,120}\bcode\W{1,4}(\d+))"},
    {"mongo", R"(command failed with error (\d+))"},
    {"http", R"(\bhttp(?:/\d(?:\.\d)?|s)?(?:error| error| status| response| code)*\W{1,4}([1-5]\d\d)\b)"},
    {"http", R"(\b(?:status|response)(?:[ _-]?code)?(?: is| was| of)?\W{1,4}([1-5]\d\d)\b)"},
    {"http", R"(\b(?:error|failed|failure|returned|with|got|received|code)(?: with)?(?: code| status)?\W{1,3}([45]\d\d)\b(?!\.\d))"},
    {"http", R"(\b([45]\d\d),? (?:client|server) error)"},
    {"http", R"(\b([45]\d\d)[,:]? (?:unauthorized|forbidden|not found|too many|bad (?:gateway|request)|service|gateway|internal|payment|conflict|gone|unprocessable|between|first byte|request|backend|\w+ error))"},
    {"http", R"(^\W*(?:error )?([45]\d\d)\b)"},
    {"http", R"([(\[]([45]\d\d)[)\]])"},
    {"errno", R"(\b(E(?:CONNREFUSED|CONNRESET|CONNABORTED|TIMEDOUT|SOCKETTIMEDOUT|NOTFOUND|AI_AGAIN|AI_NONAME|HOSTUNREACH|NETUNREACH|HOSTDOWN|NETDOWN|PIPE|ACCES|PERM|NOSPC|MFILE|NOENT|ROFS|ADDRNOTAVAIL|NOTCONN|ISDIR|NOTDIR))\b)"},
    {"grpc", R"(\b(?:statuscode\.|code = |grpc status:? )(\w+))"},
    {"grpc", R"(\b(UNAVAILABLE|DEADLINE_EXCEEDED|RESOURCE_EXHAUSTED|PERMISSION_DENIED|UNAUTHENTICATED|INVALID_ARGUMENT|NOT_FOUND|FAILED_PRECONDITION|UNIMPLEMENTED|ABORTED|CANCELLED)\b)", false},
    {"duckdb", R"((?:^|[\n:]) ?((?:IO|Binder|Catalog|Parser|Conversion|Constraint|Out of Memory|Out of Range|Serialization|Fatal|FATAL|Internal|INTERNAL|Invalid Input|Not implemented|Permission|TransactionContext|Transaction|Interrupt|INTERRUPT|Connection|Syntax|Settings|Sequence|Planner|Decimal|Invalid Configuration|Missing Extension|Extension Autoloading|Parameter Not Resolved|Mismatch Type|Dependency|HTTP|Invalid|Corrupt)) Error\b)", false},
    {"duckdb-class", R"(\b(IO|Binder|Catalog|Parser|Conversion|Constraint|OutOfMemory|OutOfRange|Serialization|Internal|InvalidInput|Permission|Interrupt)Exception\b)", false},
    {"sqlite", R"(\bSQLITE_(BUSY|LOCKED|CORRUPT|NOTADB|CANTOPEN|READONLY|FULL|IOERR))"},
    {"kafka", R"(\b(OFFSET_OUT_OF_RANGE|OffsetOutOfRange)\b)"},
    {"api", R"(["']?\b(?:code|type|error|error_?code|errorcode|error_?type|reason|status|codename|name|category|subcategory|error_subcode|fault|exception|__type)["']?\s*[:=]\s*["']?([A-Za-z][\w.-]{3,60})\b)"},
    {"api", R"(\b([A-Z][A-Z]+(?:_[A-Z]+)+)\b)", false, true},
    {"api", R"(\b((?:ER|INVALID|ACCESS)_[A-Z_]+)\b)", false, true},
    {"api", R"(\b([a-z]+(?:_[a-z]+)+)\b)", false, true},
    {"api", R"(\(([A-Z][a-z]+(?:[A-Z][a-z]+)+)\))", false},
    {"class", R"(\berrors\.(\w+))", false},
    {"class", R"(^\W*(?:[\w.]+\.)?([A-Z][a-z]+\w*): )", false},
};

struct Named
{
    const char* name;
    const char* code;
};

// Class names of Python's database module say the SQLSTATE.
constexpr Named kClasses[] = {{"undefinedtable", "42P01"}, {"undefinedcolumn", "42703"},
    {"insufficientprivilege", "42501"}, {"invalidpassword", "28P01"}, {"invalidauthorizationspecification", "28000"},
    {"invalidtextrepresentation", "22P02"}, {"invaliddatetimeformat", "22007"}, {"querycanceled", "57014"},
    {"serializationfailure", "40001"}, {"deadlockdetected", "40P01"}, {"diskfull", "53100"},
    {"toomanyconnections", "53300"}, {"adminshutdown", "57P01"}, {"crashshutdown", "57P02"},
    {"cannotconnectnow", "57P03"}, {"undefinedfunction", "42883"}, {"datatypemismatch", "42804"},
    {"notnullviolation", "23502"}, {"uniqueviolation", "23505"}, {"syntaxerror", "42601"},
    {"readonlysqltransaction", "25006"}, {"infailedsqltransaction", "25P02"}, {"outofmemory", "53200"},
    {"duplicatepreparedstatement", "42P05"}, {"invalidsqlstatementname", "26000"}, {"locknotavailable", "55P03"},
    {"numericvalueoutofrange", "22003"}, {"datetimefieldoverflow", "22008"}, {"stringdatarighttruncation", "22001"},
    {"invalidcatalogname", "3D000"}, {"invalidschemaname", "3F000"}, {"datacorrupted", "XX001"},
    {"indexcorrupted", "XX002"}, {"featurenotsupported", "0A000"}, {"objectinuse", "55006"},
    {"objectnotinprerequisitestate", "55000"}, {"undefinedobject", "42704"}, {"duplicateobject", "42710"},
    {"invalidparametervalue", "22023"}, {"programlimitexceeded", "54000"}, {"connectionfailure", "08006"},
    {"protocolviolation", "08P01"}, {"idleintransactionsessiontimeout", "25P03"},
    {"idlesessiontimeout", "57P05"}, {"configurationlimitexceeded", "53400"}, {"cardinalityviolation", "21000"},
    {"invalidcolumnreference", "42P10"}, {"checkviolation", "23514"}, {"foreignkeyviolation", "23503"},
    {"undefinedparameter", "42P02"}, {"characternotinrepertoire", "22021"}, {"untranslatablecharacter", "22P05"},
    {"divisionbyzero", "22012"}, {"wrongobjecttype", "42809"}, {"undefinedfile", "58P01"},
    {"sqlclientunabletoestablishsqlconnection", "08001"}, {"connectiondoesnotexist", "08003"},
    {"transactiontimeout", "25P04"}, {"invalidschemadefinition", "42P15"}};

constexpr Named kSqlite[] = {{"busy", "5"}, {"locked", "6"}, {"readonly", "8"}, {"corrupt", "11"}, {"full", "13"},
    {"cantopen", "14"}, {"notadb", "26"}, {"ioerr", "10"}};

// MySQL's drivers of Node and Go print the symbol instead of the number.
constexpr Named kMysqlNames[] = {{"er_access_denied_error", "1045"}, {"er_dbaccess_denied_error", "1044"},
    {"er_tableaccess_denied_error", "1142"}, {"er_columnaccess_denied_error", "1143"},
    {"er_specific_access_denied_error", "1227"}, {"er_bad_db_error", "1049"}, {"er_no_such_table", "1146"},
    {"er_bad_table_error", "1051"}, {"er_bad_field_error", "1054"}, {"er_parse_error", "1064"},
    {"er_con_count_error", "1040"}, {"er_too_many_user_connections", "1203"}, {"er_user_limit_reached", "1226"},
    {"er_host_is_blocked", "1129"}, {"er_host_not_privileged", "1130"}, {"er_lock_deadlock", "1213"},
    {"er_lock_wait_timeout", "1205"}, {"er_server_shutdown", "1053"}, {"er_query_interrupted", "1317"},
    {"er_query_timeout", "3024"}, {"er_dup_entry", "1062"}, {"er_data_too_long", "1406"},
    {"er_warn_data_out_of_range", "1264"}, {"er_truncated_wrong_value", "1292"},
    {"er_net_packet_too_large", "1153"}, {"er_option_prevents_statement", "1290"}, {"er_disk_full", "1021"},
    {"er_record_file_full", "1114"}, {"er_out_of_sortmemory", "1038"}, {"er_view_invalid", "1356"},
    {"er_not_supported_auth_mode", "1251"}, {"er_secure_transport_required", "3159"},
    {"er_must_change_password", "1820"}, {"er_account_has_been_locked", "3118"},
    {"er_master_fatal_error_reading_binlog", "1236"}, {"protocol_connection_lost", "2013"}};

template <size_t N>
QString lookUp(const Named (&table)[N], const QString& name)
{
    for (const Named& each : table)
        if (name == QLatin1String(each.name))
            return QLatin1String(each.code);
    return {};
}

bool isType(const QString& type, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (type.contains(QLatin1String(name)))
            return true;
    return false;
}

bool allDigits(const QString& code)
{
    for (QChar c : code)
        if (!c.isDigit())
            return false;
    return !code.isEmpty();
}

// What a free code means depends on who sent it: 241 is memory to ClickHouse, 1205 a deadlock to
// SQL Server and a lock timeout to MySQL.
QString digitsFamily(const QString& code, const QString& type)
{
    if (isType(type, {"clickhouse"}))
        return QStringLiteral("clickhouse");
    if (isType(type, {"mssql", "sqlserver", "sql_server", "azure_sql", "synapse"}))
        return QStringLiteral("mssql");
    if (isType(type, {"oracle"}))
        return QStringLiteral("oracle");
    if (isType(type, {"mongo", "documentdb"}))
        return QStringLiteral("mongo");
    if (isType(type, {"snowflake"}))
        return QStringLiteral("snowflake");
    if (isType(type, {"sqlite"}))
        return QStringLiteral("sqlite");
    if (code.size() == 3 && code >= QLatin1String("300") && code < QLatin1String("600"))
        return QStringLiteral("http");
    if (code.size() == 5)
        return QStringLiteral("sqlstate");
    return QStringLiteral("mysql");
}

void addFree(const FailureEvidence& evidence, QStringList& found)
{
    const QString code = evidence.code.trimmed();
    const QString type = evidence.sourceType.toLower();
    if (code.isEmpty())
        return;
    if (allDigits(code) || (code.startsWith(QLatin1Char('-')) && allDigits(code.mid(1)))) {
        QString plain = code;
        const QString family = digitsFamily(code, type);
        if (family != QLatin1String("sqlstate"))
            while (plain.size() > 1 && plain.startsWith(QLatin1Char('0')))
                plain.remove(0, 1);
        found.append(family + QLatin1Char(':') + plain);
        return;
    }
    if (code.startsWith(QLatin1String("ORA-"), Qt::CaseInsensitive))
        found.append(QLatin1String("oracle:") + QString::number(code.mid(4).toInt()));
    else if (code.size() == 5 && code == code.toUpper() && code.at(1).isLetterOrNumber() && code.back().isLetterOrNumber()
        && code.contains(QRegularExpression(QStringLiteral("\\d"))))
        found.append(QLatin1String("sqlstate:") + code);
    else if (code.startsWith(QLatin1Char('E')) && code == code.toUpper() && !code.contains(QLatin1Char('_')))
        found.append(QLatin1String("errno:") + code);
    found.append(QLatin1String("api:") + code.toLower());
}

QString spelled(const QString& prefix, const QString& value)
{
    if (prefix == QLatin1String("api") || prefix == QLatin1String("duckdb") || prefix == QLatin1String("kafka"))
        return value.toLower();
    return value;
}

// DuckDB's clients name "OutOfMemoryException" what its texts call "Out of Memory Error".
QString spaced(const QString& value)
{
    QString words;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (i > 0 && value.at(i).isUpper() && value.at(i - 1).isLower())
            words += QLatin1Char(' ');
        words += value.at(i).toLower();
    }
    return words;
}

// "DeadlineExceeded" and "DEADLINE_EXCEEDED" are the same status.
QString grpcName(const QString& value)
{
    QString name;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (i > 0 && value.at(i).isUpper() && value.at(i - 1).isLower())
            name += QLatin1Char('_');
        name += value.at(i).toUpper();
    }
    return name;
}

} // namespace

CodeFinder::CodeFinder()
{
    for (const PatternRow& row : kPatterns)
        m_patterns.push_back({row.prefix,
            QRegularExpression(QString::fromLatin1(row.expression),
                row.anyCase ? QRegularExpression::CaseInsensitiveOption : QRegularExpression::NoPatternOption), row.bare});
}

QStringList CodeFinder::find(const FailureEvidence& evidence, const QString& bare) const
{
    QStringList found;
    addFree(evidence, found);
    const QString text = evidence.text.left(16'384);
    const QString type = evidence.sourceType.toLower();
    for (const Pattern& pattern : m_patterns) {
        QRegularExpressionMatchIterator each = pattern.expression.globalMatch(pattern.bare ? bare : text);
        while (each.hasNext()) {
            QString prefix = QLatin1String(pattern.prefix);
            QString value = spelled(prefix, each.next().captured(1));
            if (prefix == QLatin1String("class")) {
                value = lookUp(kClasses, value.toLower());
                prefix = QStringLiteral("sqlstate");
            } else if (prefix == QLatin1String("duckdb-class")) {
                if (!isType(type, {"duckdb"}))
                    continue;
                value = spaced(value);
                prefix = QStringLiteral("duckdb");
            } else if (prefix == QLatin1String("mysql-name")) {
                value = lookUp(kMysqlNames, value.toLower());
                prefix = QStringLiteral("mysql");
            } else if (prefix == QLatin1String("snowflake")) {
                value = QString::number(value.toInt());
            } else if (prefix == QLatin1String("sqlite")) {
                value = lookUp(kSqlite, value.toLower());
            } else if (prefix == QLatin1String("grpc")) {
                value = grpcName(value);
            } else if (prefix == QLatin1String("kafka")) {
                value = QStringLiteral("offset_out_of_range");
            } else if (prefix == QLatin1String("mysql") && isType(type, {"mssql", "sqlserver", "oracle", "mongo", "clickhouse"})) {
                prefix = digitsFamily(value, type);
            } else if (prefix == QLatin1String("sqlstate")) {
                value = value.toUpper();
                // A five-digit word error "Error (18456)" is a number of SQL Server's.
                if (isType(type, {"mssql", "sqlserver"}) && allDigits(value) && !value.startsWith(QLatin1Char('0'))
                    && !value.endsWith(QLatin1String("000")))
                    prefix = QStringLiteral("mssql");
            } else if (prefix == QLatin1String("http") && isType(type, {"clickhouse", "mongo", "mssql", "sqlserver"})) {
                continue;
            }
            const QString code = prefix + QLatin1Char(':') + value;
            if (!value.isEmpty() && !found.contains(code))
                found.append(code);
        }
    }
    return found;
}

} // namespace leat
