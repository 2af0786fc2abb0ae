// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgevidence.h"

#include "engine/connectors/postgres/pgquote.h"

#include <algorithm>

namespace leat::pg {

namespace {

using Basis = CursorEvidence::Basis;

/// Up to this size every row is looked at.
constexpr qint64 kCountPages = 2000;
constexpr char kBudget[] = "SET LOCAL statement_timeout = '2s'";
constexpr qint64 kUpdatesThatTell = 100;
const std::string kUpTo = std::to_string(CursorEvidence::kCountedTo);

bool isTime(const ReadableColumn& column)
{
    return column.facts.oid == oid::Timestamp || column.facts.oid == oid::TimestampTz || column.facts.oid == oid::Date;
}

/// The source's clock plus a day, in the column's own type, as Snapshot::isInFuture has it.
std::string tomorrow(const ReadableColumn& column)
{
    return "(pg_catalog.clock_timestamp() + pg_catalog.make_interval(days => 1))::" + column.facts.baseSpelled.toStdString();
}

/// A future that is counted row by row is compared with one clock.
std::string futureFilter(const ReadableColumn& column)
{
    return isTime(column) ? "pg_catalog.count(*) FILTER (WHERE " + quoteName(column.shape.name) + " > " + tomorrow(column) + ")" : std::string("NULL");
}

class Gathering
{
public:
    Gathering(Connection& connection, Description& description, const CancelToken& cancel)
        : m_connection(connection)
        , m_table(quoteTable(description.shape.table))
        , m_description(description)
        , m_cancel(cancel)
    {
        for (ReadableColumn& c : description.columns)
            if (cursorTypeOf(c.facts.oid))
                m_columns.push_back(&c);
    }

    Result<void> run()
    {
        if (m_columns.empty())
            return {};
        const bool isStored = m_description.shape.kind != TableKind::View && m_description.shape.kind != TableKind::ForeignTable;
        if (!isStored)
            return {};
        if (m_description.pages > kCountPages)
            ask("SELECT s.attname, s.n_distinct FROM pg_catalog.pg_stats s WHERE s.schemaname = " + quoteText(m_description.shape.table.nameSpace)
                    + " AND s.tablename = " + quoteText(m_description.shape.table.name) + " ORDER BY s.inherited",
                [this](const Rows& rows) { readStatistics(rows); });
        ask(kBudget, [](const Rows&) {});
        if (m_description.pages <= kCountPages)
            countAll();
        else
            lookAtEnds();
        lookWhetherTheyMove();
        return m_trouble ? Result<void>(*m_trouble) : Result<void>();
    }

private:
    /// Once a statement failed the transaction is over, and what is not known stays so. Only what
    /// ends the connection or the asking is an error.
    template <typename Read>
    void ask(const std::string& sql, Read read)
    {
        if (m_over)
            return;
        const Result<Rows> rows = m_connection.query(sql, m_cancel);
        if (rows)
            return read(*rows);
        m_over = true;
        if (m_cancel.isCancelled() || !m_connection.isUsable())
            m_trouble = rows.error();
    }

    void readStatistics(const Rows& rows)
    {
        for (int i = 0; i < rows.count(); ++i)
            for (ReadableColumn* c : m_columns)
                if (c->shape.name == rows.text(i, 0)) {
                    c->evidence.duplicateShare = duplicateShareOf(rows.real(i, 1), m_description.shape.estimatedRows);
                    c->evidence.valuesBy = c->evidence.duplicateShare >= 0 ? Basis::Statistics : Basis::Unknown;
                }
    }

    void countAll()
    {
        std::string sql = "SELECT pg_catalog.count(*)";
        for (const ReadableColumn* c : m_columns) {
            const std::string name = quoteName(c->shape.name);
            sql += ", pg_catalog.count(" + name + "), pg_catalog.count(DISTINCT " + name + "), pg_catalog.max(" + name + ")::pg_catalog.text, " + futureFilter(*c);
        }
        ask(sql + " FROM " + m_table, [this](const Rows& rows) {
            const double total = static_cast<double>(rows.integer(0, 0));
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                readCounts(rows, static_cast<int>(i) * 4 + 1, total, *m_columns[i]);
        });
        sql.clear();
        for (const ReadableColumn* c : m_columns) {
            const std::string name = quoteName(c->shape.name);
            sql += (sql.empty() ? "SELECT " : ", ") + ("pg_catalog.count(*) FILTER (WHERE " + name + " = (SELECT pg_catalog.max(" + name + ") FROM " + m_table + "))");
        }
        ask(sql + " FROM " + m_table, [this](const Rows& rows) {
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                m_columns[i]->evidence.atGreatest = rows.integer(0, static_cast<int>(i));
        });
    }

    static void readCounts(const Rows& rows, int at, double total, ReadableColumn& column)
    {
        const double filled = static_cast<double>(rows.integer(0, at));
        column.nullShare = total > 0 ? 1 - filled / total : 0;
        column.evidence.duplicateShare = filled > 0 ? 1 - static_cast<double>(rows.integer(0, at + 1)) / filled : 0;
        column.evidence.greatest = rows.text(0, at + 2);
        column.evidence.future = rows.isNull(0, at + 3) ? -1 : rows.integer(0, at + 3);
        column.evidence.valuesBy = column.evidence.endsBy = Basis::AllRows;
    }

    void lookAtEnds()
    {
        for (ReadableColumn* c : m_columns) {
            if (!c->indexed)
                continue;
            const std::string name = quoteName(c->shape.name);
            const auto counted = [&](const std::string& where) {
                return "(SELECT pg_catalog.count(*) FROM (SELECT 1 FROM " + m_table + " WHERE " + where + " LIMIT " + kUpTo + ") r)";
            };
            ask("SELECT m.greatest::pg_catalog.text, " + counted(name + " = m.greatest") + ", "
                    + (isTime(*c) ? counted(name + " > " + tomorrow(*c)) : std::string("NULL"))
                    + " FROM (SELECT pg_catalog.max(" + name + ") AS greatest FROM " + m_table + ") m",
                [c](const Rows& rows) {
                    c->evidence.greatest = rows.text(0, 0);
                    c->evidence.atGreatest = rows.integer(0, 1);
                    c->evidence.future = rows.isNull(0, 2) ? -1 : rows.integer(0, 2);
                    c->evidence.endsBy = Basis::Index;
                });
        }
    }

    /// Beside a time of creation: a changed row has a later time of change. None among the newest,
    /// though the server counted updates, and the column is not kept (T026).
    void lookWhetherTheyMove()
    {
        const auto made = std::find_if(m_columns.begin(), m_columns.end(),
            [](const ReadableColumn* c) { return isTime(*c) && nameKind(c->shape.name) == NameKind::Create; });
        if (made == m_columns.end())
            return;
        for (ReadableColumn* c : m_columns) {
            if (!isTime(*c) || nameKind(c->shape.name) != NameKind::Update || c->facts.oid != (*made)->facts.oid)
                continue;
            if (m_description.pages > kCountPages && !c->indexed)
                continue;
            const std::string name = quoteName(c->shape.name);
            ask("SELECT EXISTS (SELECT 1 FROM (SELECT " + name + " AS changed, " + quoteName((*made)->shape.name) + " AS made FROM " + m_table + " WHERE "
                    + name + " IS NOT NULL ORDER BY " + name + " DESC LIMIT " + kUpTo + ") r WHERE r.changed > r.made), "
                    "pg_catalog.pg_stat_get_tuples_updated(" + quoteText(QString::fromStdString(m_table)) + "::pg_catalog.regclass)",
                [c](const Rows& rows) {
                    if (rows.flag(0, 0))
                        c->evidence.moves = true;
                    else if (rows.integer(0, 1) >= kUpdatesThatTell)
                        c->evidence.moves = false;
                });
        }
    }

    Connection& m_connection;
    const std::string m_table;
    Description& m_description;
    const CancelToken& m_cancel;
    std::vector<ReadableColumn*> m_columns;
    bool m_over = false;
    std::optional<Error> m_trouble;
};

} // namespace

Result<void> gatherEvidence(Connection& connection, Description& description, const CancelToken& cancel)
{
    return Gathering(connection, description, cancel).run();
}

} // namespace leat::pg
