// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitereader.h"

#include "engine/base/failpoint.h"
#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqliteread.h"
#include "engine/connectors/sqlite/sqlitetime.h"
#include "engine/connectors/sqlite/sqlitetypes.h"

#include <sqlite3.h>

#include <charconv>
#include <cmath>
#include <new>

namespace leat::sqlite {

namespace {

/// A batch of long texts ends early, so that few megabytes are pinned.
constexpr std::size_t kPinnedBytes = 8 << 20;

// sqlite3_value_…() of a column is only safe while no other thread uses the connection, which is
// how this one is used; sqlite3_column_…() would cost a third of the whole read in calls.
std::string_view textOf(sqlite3_value* value)
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    if (!bytes)
        throw std::bad_alloc();
    // The length in bytes: the text may hold NUL (trap T082).
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

std::string_view blobOf(sqlite3_value* value)
{
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

} // namespace

SqliteReader::SqliteReader(SqliteRead& read, ReadGroup::Loan loan, CancelToken cancel)
    : m_read(read), m_cancel(std::move(cancel)), m_loan(std::move(loan))
{
}

SqliteReader::~SqliteReader() = default;

Result<void> SqliteReader::prepare()
{
    const Connection::Use use(*m_loan.get(), m_cancel);
    Result<Statement> statement = m_read.prepare(*m_loan.get());
    if (!statement)
        return statement.error();
    m_statement.emplace(std::move(*statement));
    m_row = m_statement->handle();
    return {};
}

Result<std::size_t> SqliteReader::fill(RecordBatch& batch)
{
    const Connection::Use use(*m_loan.get(), m_cancel);
    m_sinks.clear();
    for (ColumnBuffer& buffer : batch.columns())
        m_sinks.push_back({buffer.type().kind, buffer.cells<void>(), &buffer, m_read.isKey(m_sinks.size())});
    m_arena.clear();
    m_bytes = 0;
    m_lost = 0;
    m_lostKeys = 0;
    try {
        LEAT_FAILPOINT("sqlite.batch");
        Result<std::size_t> rows = fillRows();
        if (!rows)
            return rows;
        ReadCounters& counters = m_read.sharedCounters();
        counters.rows.fetch_add(static_cast<qint64>(*rows), std::memory_order_relaxed);
        counters.bytes.fetch_add(m_bytes, std::memory_order_relaxed);
        if (m_lost > 0)
            counters.lostValues.fetch_add(m_lost, std::memory_order_relaxed);
        if (m_lostKeys > 0)
            counters.lostKeys.fetch_add(m_lostKeys, std::memory_order_relaxed);
        return rows;
    } catch (const std::bad_alloc&) {
        return sourceError(ErrorCode::OutOfMemory, Phase::Read, {}, {{QStringLiteral("table"), m_read.tableName()}});
    }
}

Result<std::size_t> SqliteReader::fillRows()
{
    std::size_t rows = 0;
    while (rows < kBatchRows && m_arena.used() < kPinnedBytes) {
        if (m_cancel.isCancelled())
            return m_loan.get()->error(SQLITE_INTERRUPT, Phase::Read);
        if (!m_inSlice && !nextSlice()) {
            LEAT_FAILPOINT("sqlite.unchanged");
            if (Result<void> ok = m_loan.get()->verifyUnchanged(); !ok)
                return ok.error();
            break;
        }
        const int rc = sqlite3_step(m_row);
        if (rc == SQLITE_ROW) {
            writeRow(rows++);
        } else if (rc == SQLITE_DONE) {
            endSlice();
        } else {
            const Error failed = m_loan.get()->error(rc, Phase::Read, m_read.tableName());
            // A file that is copied over looks damaged for a while.
            const Result<void> same = failed.code == ErrorCode::Cancelled ? Result<void>() : m_loan.get()->verifyUnchanged();
            return same ? failed : same.error();
        }
    }
    return rows;
}

bool SqliteReader::nextSlice()
{
    const std::optional<RowidSpan> slice = m_drained ? std::nullopt : m_read.slices().take();
    m_drained = !slice;
    if (!slice)
        return false;
    if (m_read.isSliced()) {
        m_statement->bindInt(1, slice->first);
        m_statement->bindInt(2, slice->second);
    }
    m_inSlice = true;
    return true;
}

void SqliteReader::endSlice()
{
    m_statement->reset();
    m_inSlice = false;
    m_read.sharedCounters().slicesDone.fetch_add(1, std::memory_order_relaxed);
}

void SqliteReader::writeRow(std::size_t row)
{
    const bool shared = !m_read.sharedKey().empty() && sharesKey();
    int column = 0;
    for (const Sink& sink : m_sinks) {
        sqlite3_value* const value = sqlite3_column_value(m_row, column++);
        const int storageClass = sqlite3_value_type(value);
        if (storageClass == SQLITE_NULL || (shared && sink.key) || !writeValue(sink, value, storageClass, row)) {
            m_lost += storageClass != SQLITE_NULL;
            m_lostKeys += storageClass != SQLITE_NULL && sink.key;
            setNull(sink, row);
        }
    }
}

void SqliteReader::setNull(const Sink& sink, std::size_t row)
{
    sink.buffer->setNull(row);
    if (sink.kind == ColumnType::Kind::Text || sink.kind == ColumnType::Kind::Json || sink.kind == ColumnType::Kind::Blob)
        static_cast<TextRef*>(sink.cells)[row] = TextRef::of("", 0);
}

bool SqliteReader::sharesKey()
{
    m_key.clear();
    for (const int place : m_read.sharedKey())
        m_key.push_back(sqlite3_column_value(m_row, place));
    return m_read.isShared(m_key);
}

// False: the value has no exact form in the column's type (trap T093).
bool SqliteReader::writeValue(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row)
{
    switch (sink.kind) {
    case ColumnType::Kind::Int64:
    case ColumnType::Kind::Boolean:
        return writeInteger(sink, value, storageClass, row);
    case ColumnType::Kind::Double:
        return writeReal(sink, value, storageClass, row);
    case ColumnType::Kind::Date:
    case ColumnType::Kind::Time:
    case ColumnType::Kind::Timestamp:
    case ColumnType::Kind::TimestampTz:
        return writeTime(sink, value, storageClass, row);
    case ColumnType::Kind::Text:
    case ColumnType::Kind::Json:
        return writeText(sink, value, storageClass, row);
    case ColumnType::Kind::Blob:
        return writeBlob(sink, value, storageClass, row);
    default:
        return false;
    }
}

bool SqliteReader::writeInteger(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row)
{
    std::int64_t number = 0;
    if (storageClass == SQLITE_INTEGER) {
        number = sqlite3_value_int64(value);
    } else if (const double real = storageClass == SQLITE_FLOAT ? sqlite3_value_double(value) : 0.5; isWhole(real)) {
        number = static_cast<std::int64_t>(real);
    } else {
        return false;
    }
    if (sink.kind == ColumnType::Kind::Boolean) {
        static_cast<std::uint8_t*>(sink.cells)[row] = number == 1;
        m_bytes += 1;
        return number == 0 || number == 1;
    }
    static_cast<std::int64_t*>(sink.cells)[row] = number;
    m_bytes += 8;
    return true;
}

bool SqliteReader::writeReal(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row)
{
    if (storageClass == SQLITE_INTEGER && !isExactInDouble(sqlite3_value_int64(value)))
        return false;
    if (storageClass != SQLITE_FLOAT && storageClass != SQLITE_INTEGER)
        return false;
    static_cast<double*>(sink.cells)[row] = sqlite3_value_double(value);
    m_bytes += 8;
    return true;
}

bool SqliteReader::writeTime(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row)
{
    if (storageClass != SQLITE_TEXT)
        return false;
    const std::string_view text = textOf(value);
    m_bytes += static_cast<qint64>(text.size());
    if (sink.kind == ColumnType::Kind::Time) {
        const std::optional<std::int64_t> micros = parseTimeOfDay(text);
        static_cast<std::int64_t*>(sink.cells)[row] = micros.value_or(0);
        return micros.has_value();
    }
    const std::optional<TimeText> time = parseTimeText(text);
    if (!time || !time->exact)
        return false;
    if (sink.kind == ColumnType::Kind::Date) {
        static_cast<std::int32_t*>(sink.cells)[row] = time->day;
        return time->separator == 0;
    }
    static_cast<std::int64_t*>(sink.cells)[row] = time->micros;
    return true;
}

void SqliteReader::writeBytes(const Sink& sink, std::size_t row, const char* bytes, std::size_t size)
{
    if (size > 12) {
        char* const copy = m_arena.take(size);
        std::memcpy(copy, bytes, size);
        bytes = copy;
    }
    static_cast<TextRef*>(sink.cells)[row] = TextRef::of(bytes, static_cast<std::uint32_t>(size));
    m_bytes += static_cast<qint64>(size);
}

// Every storage class has a text: numbers their shortest exact one, blobs SQLite's x'…'.
bool SqliteReader::writeText(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row)
{
    if (storageClass == SQLITE_TEXT) {
        const std::string_view text = textOf(value);
        if (isUtf8(text.data(), text.size())) {
            writeBytes(sink, row, text.data(), text.size());
        } else if (sink.key) {
            return false;
        } else {
            const std::string repaired = repairedUtf8(text.data(), text.size());
            writeBytes(sink, row, repaired.data(), repaired.size());
            ++m_lost;
        }
        return true;
    }
    char buffer[32];
    if (storageClass == SQLITE_INTEGER) {
        const char* end = std::to_chars(buffer, buffer + sizeof buffer, sqlite3_value_int64(value)).ptr;
        writeBytes(sink, row, buffer, static_cast<std::size_t>(end - buffer));
        return true;
    }
    if (storageClass == SQLITE_FLOAT) {
        const double real = sqlite3_value_double(value);
        writeBytes(sink, row, buffer, realText(real, buffer));
        return sink.kind == ColumnType::Kind::Text || std::isfinite(real);
    }
    if (sink.kind == ColumnType::Kind::Json)
        return false;
    static constexpr char digits[] = "0123456789abcdef";
    const std::string_view blob = blobOf(value);
    std::string text = "x'";
    text.reserve(blob.size() * 2 + 3);
    for (const char byte : blob) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    text += '\'';
    writeBytes(sink, row, text.data(), text.size());
    return true;
}

bool SqliteReader::writeBlob(const Sink& sink, sqlite3_value* value, int storageClass, std::size_t row)
{
    if (storageClass != SQLITE_BLOB && storageClass != SQLITE_TEXT)
        return false;
    const std::string_view bytes = storageClass == SQLITE_BLOB ? blobOf(value) : textOf(value);
    writeBytes(sink, row, bytes.data(), bytes.size());
    return true;
}

} // namespace leat::sqlite
