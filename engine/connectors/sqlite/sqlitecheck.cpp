// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitecheck.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqliteschema.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <sqlite3.h>

namespace leat::sqlite {

namespace {

// quick_check reads every page: of larger files only the declared size is compared.
constexpr qint64 kCheckedBytes = 32 << 20;

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("SqliteCheck", text, nullptr, n);
}

class Steps
{
public:
    explicit Steps(const std::function<void(const CheckReport&)>& onStep) : m_onStep(onStep)
    {
        for (const CheckStep::Kind kind : {CheckStep::Kind::File, CheckStep::Kind::Permissions}) {
            CheckStep step;
            step.kind = kind;
            report.steps.push_back(step);
        }
        report.serverVersion = QStringLiteral("SQLite %1").arg(QLatin1String(sqlite3_libversion()));
    }
    void begin(std::size_t index)
    {
        m_timer.start();
        report.steps[index].state = CheckStep::State::Running;
        tell();
    }
    void end(std::size_t index, CheckStep::State state, const QString& note)
    {
        CheckStep& step = report.steps[index];
        step.state = state;
        step.note = note;
        step.milliseconds = m_timer.elapsed();
        tell();
    }
    void fail(std::size_t index, const Error& error)
    {
        report.steps[index].error = error;
        for (std::size_t i = index + 1; i < report.steps.size(); ++i)
            report.steps[i].state = CheckStep::State::Skipped;
        end(index, CheckStep::State::Failed, {});
    }
    CheckReport report;

private:
    void tell()
    {
        if (m_onStep)
            m_onStep(report);
    }
    const std::function<void(const CheckReport&)>& m_onStep;
    QElapsedTimer m_timer;
};

Result<qint64> pragmaNumber(Connection& connection, const char* sql)
{
    Result<Statement> statement = Statement::prepare(connection, sql, Phase::Connect);
    if (!statement)
        return statement.error();
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : qint64{0};
}

Error damaged(const Connection& connection, const QString& detail)
{
    return sourceError(ErrorCode::FileNotDatabase, Phase::Connect, detail, {{QStringLiteral("path"), connection.path()}});
}

// What is wrong with the file, as far as a quick look shows.
Result<void> lookOver(Connection& connection)
{
    Result<qint64> pages = pragmaNumber(connection, "PRAGMA page_count");
    if (!pages)
        return pages.error();
    Result<qint64> pageSize = pragmaNumber(connection, "PRAGMA page_size");
    if (!pageSize)
        return pageSize.error();
    const qint64 bytes = *pages * *pageSize;
    const std::optional<FileStamp> stamp = stampOf(connection.path());
    // In WAL mode the newest pages may still be in the -wal.
    if (stamp && !connection.isWal() && static_cast<qint64>(stamp->size) < bytes)
        return damaged(connection, QStringLiteral("the file is cut short: %1 of %2 bytes").arg(stamp->size).arg(bytes));
    if (bytes > kCheckedBytes)
        return {};
    Result<Statement> check = Statement::prepare(connection, "PRAGMA quick_check(1)", Phase::Connect);
    if (!check)
        return check.error();
    Result<bool> row = check->step();
    if (!row)
        return row.error();
    const QString said = *row ? check->text(0) : QStringLiteral("ok");
    if (said != QLatin1String("ok"))
        return damaged(connection, QStringLiteral("quick_check: ") + said);
    return {};
}

QString fileNote(const Connection& connection)
{
    const std::optional<FileStamp> stamp = stampOf(connection.path());
    const QString size = QLocale().formattedDataSize(static_cast<qint64>(stamp ? stamp->size : 0));
    if (connection.isImmutable())
        return tr("%1, in a folder that cannot be written: read as a file that does not change").arg(size);
    return connection.isWal() ? tr("%1, write-ahead log").arg(size)
                              : tr("%1, rollback journal: its programs wait while a table is read").arg(size);
}

Result<void> checkTables(Connection& connection, Steps& steps)
{
    Result<std::vector<SchemaTable>> tables = listSchema(connection);
    if (!tables)
        return tables.error();
    qsizetype readable = 0;
    QString firstProblem;
    for (const SchemaTable& table : *tables) {
        Result<Statement> statement = Statement::prepare(connection, "SELECT * FROM " + quoted(table.name) + " LIMIT 0",
            Phase::Discover, table.name);
        if (statement)
            ++readable;
        else if (connection.isCancelled())
            return statement.error();
        else if (firstProblem.isEmpty())
            firstProblem = QStringLiteral("%1: %2").arg(table.name, statement.error().detail);
    }
    const auto total = static_cast<qsizetype>(tables->size());
    if (total == 0)
        steps.end(1, CheckStep::State::Warning, tr("the file has no tables"));
    else if (readable < total)
        steps.end(1, CheckStep::State::Warning, tr("%1 of %2 tables readable; %3").arg(readable).arg(total).arg(firstProblem));
    else
        steps.end(1, CheckStep::State::Ok, tr("%n table(s) readable", static_cast<int>(total)));
    return {};
}

} // namespace

Result<CheckReport> checkFile(const Settings& settings, const std::function<void(const CheckReport&)>& onStep,
                              const CancelToken& cancel)
{
    Steps steps(onStep);
    const auto failed = [&](std::size_t index, const Error& error) -> Result<CheckReport> {
        if (cancel.isCancelled())
            return sourceError(ErrorCode::Cancelled, Phase::Connect, {}, {});
        steps.fail(index, error);
        return steps.report;
    };
    steps.begin(0);
    Result<std::unique_ptr<Connection>> connection = Connection::open(settings, cancel);
    if (!connection)
        return failed(0, connection.error());
    const Connection::Use use(**connection, cancel);
    if (Result<void> ok = lookOver(**connection); !ok)
        return failed(0, ok.error());
    steps.end(0, CheckStep::State::Ok, fileNote(**connection));
    steps.begin(1);
    if (Result<void> ok = checkTables(**connection, steps); !ok)
        return failed(1, ok.error());
    return steps.report;
}

} // namespace leat::sqlite
