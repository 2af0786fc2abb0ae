// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/queryguard.h"

#include "engine/warehouse/columnnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace leat {

namespace {

// Table functions that read what is in the file, or make rows from their arguments.
bool isReading(const QString& function)
{
    static const QSet<QString> names{
        QStringLiteral("range"), QStringLiteral("generate_series"), QStringLiteral("unnest"),
        QStringLiteral("repeat"), QStringLiteral("repeat_row"), QStringLiteral("json_each"),
        QStringLiteral("json_tree"), QStringLiteral("query_table"), QStringLiteral("summary"),
        QStringLiteral("histogram"), QStringLiteral("histogram_values"), QStringLiteral("test_all_types"),
        QStringLiteral("pg_timezone_names"), QStringLiteral("icu_calendar_names"),
        QStringLiteral("pragma_table_info"), QStringLiteral("pragma_show"),
        QStringLiteral("pragma_database_size"), QStringLiteral("pragma_storage_info"),
        QStringLiteral("pragma_metadata_info"), QStringLiteral("pragma_version"),
        QStringLiteral("pragma_platform"), QStringLiteral("pragma_collations"),
    };
    return names.contains(function) || function.startsWith(QLatin1String("duckdb_"));
}

Error notReadOnly(const QString& detail)
{
    Error error = makeError(ErrorCode::QueryNotReadOnly, detail);
    error.owner = Owner::Warehouse;
    return error;
}

class ExtractedStatements
{
public:
    ExtractedStatements(duckdb_connection connection, const QByteArray& sql)
        : m_count(duckdb_extract_statements(connection, sql.constData(), &m_handle)) {}
    ~ExtractedStatements() { duckdb_destroy_extracted(&m_handle); }
    ExtractedStatements(const ExtractedStatements&) = delete;
    ExtractedStatements& operator=(const ExtractedStatements&) = delete;
    idx_t count() const { return m_count; }
    const char* error() const { return duckdb_extract_statements_error(m_handle); }

private:
    duckdb_extracted_statements m_handle = nullptr;
    idx_t m_count;
};

// The tree of one SELECT-like statement; nullopt when it is another kind of statement.
Result<std::optional<QJsonValue>> statementTree(DuckConnection& connection, const QString& sql)
{
    Result<std::vector<TextRow>> rows
        = connection.rows("SELECT CAST(json_serialize_sql(CAST($1 AS VARCHAR)) AS VARCHAR)", {sql});
    if (!rows)
        return rows.error();
    const QJsonObject tree
        = QJsonDocument::fromJson(rows->front().front().value_or(QString()).toUtf8()).object();
    const QJsonArray statements = tree.value(QLatin1String("statements")).toArray();
    if (tree.value(QLatin1String("error")).toBool(true) || statements.size() != 1)
        return std::optional<QJsonValue>();
    return std::optional<QJsonValue>(statements.first());
}

} // namespace

std::optional<QString> forbiddenFunction(const QJsonValue& tree)
{
    if (tree.isArray()) {
        for (const QJsonValue& item : tree.toArray())
            if (std::optional<QString> found = forbiddenFunction(item))
                return found;
        return std::nullopt;
    }
    if (!tree.isObject())
        return std::nullopt;
    const QJsonObject object = tree.toObject();
    if (object.value(QLatin1String("type")) == QLatin1String("TABLE_FUNCTION")) {
        const QString name = foldName(
            object.value(QLatin1String("function")).toObject().value(QLatin1String("function_name")).toString());
        if (!isReading(name))
            return name;
    }
    for (const QJsonValue& item : object)
        if (std::optional<QString> found = forbiddenFunction(item))
            return found;
    return std::nullopt;
}

Result<QueryShape> checkReadOnly(DuckConnection& connection, const QString& sql)
{
    if (sql.contains(QChar(QChar::Null)))
        return notReadOnly(QStringLiteral("the statement holds a NUL character"));
    const ExtractedStatements statements(connection.handle(), sql.toUtf8());
    if (const char* message = statements.error()) {
        // IMPORT DATABASE already reaches for its file here, and is stopped.
        if (QByteArray(message).startsWith("Permission Error"))
            return notReadOnly(QString::fromUtf8(message));
        return connection.errorOf(DUCKDB_ERROR_PARSER, message);
    }
    if (statements.count() != 1)
        return notReadOnly(QStringLiteral("%1 statements were given").arg(statements.count()));

    QueryShape shape = QueryShape::Select;
    Result<std::optional<QJsonValue>> tree = statementTree(connection, sql);
    if (tree && !*tree) {
        static const QRegularExpression explain(
            QStringLiteral("^\\s*EXPLAIN(\\s+ANALYZE)?(\\s*\\([^)]*\\))?\\s(.*)$"),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = explain.match(sql);
        if (!match.hasMatch())
            return notReadOnly(QStringLiteral("not a SELECT statement"));
        shape = QueryShape::Explain;
        tree = statementTree(connection, match.captured(3));
    }
    if (!tree)
        return tree.error();
    if (!*tree)
        return notReadOnly(QStringLiteral("not a SELECT statement"));
    if (const std::optional<QString> function = forbiddenFunction(**tree))
        return notReadOnly(QStringLiteral("the function %1() is not available here").arg(*function));
    return shape;
}

} // namespace leat
