// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"
#include "engine/connectors/sqlite/sqlitereadgroup.h"
#include "engine/connectors/sqlite/sqlitestatement.h"
#include "engine/connectors/sqlite/sqlitetext.h"

#include <optional>
#include <vector>

struct sqlite3_stmt;
struct sqlite3_value;

namespace leat::sqlite {

class SqliteRead;

/// Steps through slices on a connection of its own and writes cells straight into the batch.
class SqliteReader final : public BatchReader
{
public:
    SqliteReader(SqliteRead& read, ReadGroup::Loan loan, CancelToken cancel);
    ~SqliteReader() override;
    Result<void> prepare();
    Result<std::size_t> fill(RecordBatch& batch) override;

private:
    struct Sink
    {
        ColumnType::Kind kind;
        void* cells;
        ColumnBuffer* buffer;
        bool key;                          ///< nothing near stands for its values
    };
    Result<std::size_t> fillRows();
    bool nextSlice();
    void endSlice();
    void writeRow(std::size_t row);
    void setNull(const Sink& sink, std::size_t row);
    bool sharesKey();
    bool writeValue(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row);
    bool writeInteger(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row);
    bool writeReal(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row);
    bool writeTime(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row);
    bool writeText(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row);
    bool writeBlob(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row);
    void writeBytes(const Sink& sink, std::size_t row, const char* bytes, std::size_t size);

    SqliteRead& m_read;
    CancelToken m_cancel;
    ReadGroup::Loan m_loan;
    std::optional<Statement> m_statement;
    sqlite3_stmt* m_row = nullptr;         ///< m_statement's
    std::vector<Sink> m_sinks;
    TextArena m_arena;
    bool m_inSlice = false;
    bool m_drained = false;
    qint64 m_bytes = 0;                    ///< of the batch at hand
    qint64 m_lost = 0;
    qint64 m_lostKeys = 0;
    std::vector<sqlite3_value*> m_key;     ///< of the row at hand
};

} // namespace leat::sqlite
