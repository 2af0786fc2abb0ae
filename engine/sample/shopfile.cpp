// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/shopfile.h"

#include <sqlite3.h>

namespace leat::sample {

namespace {

constexpr int kBusyMs = 10'000;

ErrorCode codeOf(int rc)
{
    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::FileLocked;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT: return ErrorCode::FileNotDatabase;
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_NOMEM: return ErrorCode::OutOfMemory;
    default: return ErrorCode::ProfileNotWritable;
    }
}

} // namespace

ShopFile::ShopFile(const QString& path, bool create) : m_path(path)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);
    note(sqlite3_open_v2(path.toUtf8().constData(), &m_db, flags, nullptr));
    if (m_db) {
        sqlite3_extended_result_codes(m_db, 1);
        sqlite3_busy_timeout(m_db, kBusyMs);
    }
}

ShopFile::~ShopFile()
{
    sqlite3_close_v2(m_db);
}

void ShopFile::note(int code)
{
    if (m_code != 0 || code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    m_code = code;
    m_said = QStringLiteral("SQLite: %1 (code %2)")
                 .arg(QString::fromUtf8(m_db ? sqlite3_errmsg(m_db) : sqlite3_errstr(code))).arg(code);
}

void ShopFile::run(const char* sql)
{
    if (!failed())
        note(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr));
}

std::int64_t ShopFile::number(const char* sql)
{
    if (failed())
        return 0;
    sqlite3_stmt* statement = nullptr;
    note(sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr));
    const int rc = failed() ? SQLITE_DONE : sqlite3_step(statement);
    note(rc);
    const std::int64_t value = rc == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return value;
}

Result<void> ShopFile::result() const
{
    if (m_code == 0)
        return {};
    return makeError(codeOf(m_code), m_said, {{QStringLiteral("path"), m_path}});
}

ShopStatement::ShopStatement(ShopFile& file, const char* sql) : m_file(file)
{
    if (!file.failed())
        file.note(sqlite3_prepare_v2(file.m_db, sql, -1, &m_statement, nullptr));
}

ShopStatement::~ShopStatement()
{
    sqlite3_finalize(m_statement);
}

void ShopStatement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void ShopStatement::bind(int index, double value)
{
    sqlite3_bind_double(m_statement, index, value);
}

void ShopStatement::bind(int index, std::string_view value)
{
    sqlite3_bind_text(m_statement, index, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

void ShopStatement::step()
{
    if (m_file.failed())
        return;
    m_file.note(sqlite3_step(m_statement));
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

} // namespace leat::sample
