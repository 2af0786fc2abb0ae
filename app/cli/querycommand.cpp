// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/format.h"
#include "app/cli/options.h"
#include "app/cli/session.h"

#include <algorithm>
#include <array>

namespace leat {

namespace {

// What a person can look through; files and scripts get every row.
constexpr qint64 kTableRows = 1000;

struct QueryOptions
{
    QString sql;
    qint64 maxRows = -1;
    bool csv = false;
};

bool isNumber(const QString& type)
{
    static constexpr std::array prefixes{"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT",
        "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL"};
    return !type.endsWith(QLatin1Char(']'))
        && std::any_of(prefixes.begin(), prefixes.end(), [&](const char* p) { return type.startsWith(QLatin1String(p)); });
}

bool isNull(const QueryResult& result, std::size_t row, std::size_t column)
{
    return row < result.nulls.size() && column < result.nulls[row].size() && result.nulls[row][column];
}

// Objects cannot hold a name twice: the second "n" becomes "n_1".
QStringList distinctNames(const QStringList& columns)
{
    QStringList names;
    for (const QString& column : columns) {
        QString name = column;
        for (int n = 1; names.contains(name) || (n > 1 && columns.contains(name)); ++n)
            name = QStringLiteral("%1_%2").arg(column).arg(n);
        names.append(name);
    }
    return names;
}

// By hand, because a QJsonObject sorts its names and a person wrote the columns in an order.
QByteArray asJson(const QueryResult& result)
{
    std::vector<QByteArray> keys;
    for (const QString& name : distinctNames(result.columns))
        keys.push_back(jsonText(name) + ": ");
    QByteArray text = "[";
    for (std::size_t r = 0; r < result.json.size(); ++r) {
        text += r == 0 ? "\n  {" : ",\n  {";
        for (std::size_t c = 0; c < keys.size() && c < result.json[r].size(); ++c)
            text += (c == 0 ? QByteArray() : QByteArray(", ")) + keys[c] + jsonText(result.json[r][c]);
        text += '}';
    }
    return text + (result.json.empty() ? "]\n" : "\n]\n");
}

void printCsv(Output& out, const QueryResult& result)
{
    const bool tty = out.terminal().outIsTty();
    const auto field = [tty](const QString& text) { return csvField(tty ? printable(text) : text); };
    QString text;
    const auto addLine = [&text](const QStringList& fields) { text += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n"); };
    QStringList titles;
    for (const QString& column : result.columns)
        titles.append(field(column));
    if (out.outStyle().headers)
        addLine(titles);
    for (std::size_t r = 0; r < result.rows.size(); ++r) {
        QStringList fields;
        for (qsizetype c = 0; c < result.rows[r].size(); ++c) {
            const QString& cell = result.rows[r][c];
            // Empty is NULL, so an empty text is quoted.
            const bool null = isNull(result, r, std::size_t(c));
            fields.append(null ? QString() : cell.isEmpty() ? QStringLiteral("\"\"") : field(cell));
        }
        addLine(fields);
    }
    out.data(text);
}

void printTable(Output& out, const QueryResult& result)
{
    std::vector<TextTable::Column> columns;
    for (qsizetype c = 0; c < result.columns.size(); ++c)
        columns.push_back({printable(result.columns[c]),
            isNumber(result.types.value(c)) ? TextTable::Align::Right : TextTable::Align::Left, 0});
    TextTable table(std::move(columns));
    for (std::size_t r = 0; r < result.rows.size(); ++r) {
        Row row;
        for (qsizetype c = 0; c < result.rows[r].size(); ++c) {
            const bool null = isNull(result, r, std::size_t(c));
            if (null && out.plain())
                row.emplace_back(QString());
            else
                row.push_back(null ? Cell(QStringLiteral("NULL"), Tone::Faint) : Cell(result.rows[r][c]));
        }
        table.add(std::move(row));
    }
    out.table(table);
}

// The person's own statement: what the warehouse says about it is the cause, not a detail.
Failure queryFailure(const Error& error)
{
    const QStringList said = error.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (error.code != ErrorCode::WarehouseQueryFailed || said.isEmpty())
        return error;
    return {error, ErrorText{Cli::tr("The query failed: %1").arg(said.first()),
        Cli::tr("Correct the statement; “leatctl query 'SHOW ALL TABLES'” lists what there is.")}};
}

void runQuery(Session& session, const QueryOptions& options)
{
    Output& out = session.out();
    QString sql = options.sql;
    if (options.csv && out.json())
        return session.fail(usageFailure(ErrorCode::InvalidArgument, Cli::tr("--csv and --json cannot be used together."),
            Cli::tr("Choose one of them.")));
    if (sql == QLatin1String("-"))
        sql = QString::fromUtf8(out.terminal().readAll());
    const bool forPerson = !options.csv && !out.json();
    const qint64 most = options.maxRows > 0 ? options.maxRows : options.maxRows < 0 && forPerson ? kTableRows : -1;
    session.tryAsk<QueryResult>(RunQuery{sql, most}, [&session, options](const Result<QueryResult>& reply) {
        if (!reply)
            return session.fail(queryFailure(reply.error()));
        const QueryResult& result = *reply;
        Output& o = session.out();
        if (o.json())
            o.document(asJson(result));
        else if (options.csv)
            printCsv(o, result);
        else
            printTable(o, result);
        if (result.truncated)
            o.note(Cli::tr("Only the first %1 rows are shown; --max-rows 0 shows all.").arg(result.rows.size()));
        session.finish();
    });
}

} // namespace

void addQueryCommand(CLI::App* root, Invocation& invocation)
{
    CLI::App* command = addCommand(root, "query", Cli::tr("a read-only SELECT on the warehouse"),
        {QStringLiteral("leatctl query \"SELECT count(*) FROM shop.orders\""),
            QStringLiteral("leatctl --json query \"SELECT * FROM shop.orders LIMIT 10\""),
            QStringLiteral("leatctl query - --csv < report.sql > report.csv")});
    const auto options = std::make_shared<QueryOptions>();
    addText(command, "SQL", options->sql, Cli::tr("the SELECT; “-” reads it from standard input"))->required();
    addNumber(command, "--max-rows", options->maxRows, Cli::tr("at most this many rows; 0: all (tables: 1000 by default)"));
    addSwitch(command, "--csv", options->csv, Cli::tr("comma-separated values (RFC 4180); NULL is empty"));
    onCommand(command, invocation, EngineNeed::Required, [options](Session& s) { runQuery(s, *options); });
}

} // namespace leat
