// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/readerfeed.h"

#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/ducktypes.h"

#include <QUuid>

#include <algorithm>
#include <exception>
#include <new>

namespace leat {

namespace {

using FeedPtr = std::shared_ptr<ReaderFeed>;

// One DuckDB thread's reader and the batch it lends the vectors to.
struct LocalReader
{
    std::unique_ptr<BatchReader> reader;
    RecordBatch batch;
};

template <typename T>
void destroy(void* pointer)
{
    handoff::taken();
    delete static_cast<T*>(pointer);
}

std::uint64_t* ensureValidity(void* vector)
{
    duckdb_vector handle = static_cast<duckdb_vector>(vector);
    duckdb_vector_ensure_validity_writable(handle);
    return duckdb_vector_get_validity(handle);
}

Error exceptionError(const char* what)
{
    Error error = makeError(ErrorCode::Internal, QString::fromUtf8(what));
    error.owner = Owner::Source;
    error.phase = Phase::Read;
    return error;
}

// Libraries below the reader may throw; nothing may pass DuckDB's C frames.
template <typename F>
auto guarded(F&& call) -> decltype(call())
{
    try {
        return call();
    } catch (const std::bad_alloc&) {
        Error error = exceptionError("out of memory in a reader");
        error.code = ErrorCode::OutOfMemory;
        return error;
    } catch (const std::exception& e) {
        return exceptionError(e.what());
    } catch (...) {
        return exceptionError("unknown exception in a reader");
    }
}

void bindRead(duckdb_bind_info info)
{
    handoff::taken();
    const auto& registry = *static_cast<std::shared_ptr<FeedRegistry>*>(duckdb_bind_get_extra_info(info));
    duckdb_value parameter = duckdb_bind_get_parameter(info, 0);
    char* id = duckdb_get_varchar(parameter);
    FeedPtr feed = id ? registry->find(QByteArray(id)) : nullptr;
    duckdb_free(id);
    duckdb_destroy_value(&parameter);
    if (!feed) {
        duckdb_bind_set_error(info, "no load is under way with this id");
        return;
    }
    for (std::size_t i = 0; i < feed->columns().size(); ++i) {
        duckdb_logical_type type = makeLogicalType(feed->columns()[i].type);
        duckdb_bind_add_result_column(info, feed->names().at(static_cast<qsizetype>(i)).toUtf8().constData(), type);
        duckdb_destroy_logical_type(&type);
    }
    if (!feed->pieceName().isEmpty()) {
        duckdb_logical_type type = duckdb_create_logical_type(DUCKDB_TYPE_INTEGER);
        duckdb_bind_add_result_column(info, feed->pieceName().constData(), type);
        duckdb_destroy_logical_type(&type);
    }
    duckdb_bind_set_bind_data(info, new FeedPtr(std::move(feed)), destroy<FeedPtr>);
    handoff::given();
}

void initRead(duckdb_init_info info)
{
    handoff::taken();
    const FeedPtr& feed = *static_cast<FeedPtr*>(duckdb_init_get_bind_data(info));
    duckdb_init_set_max_threads(info, static_cast<idx_t>(feed->readers()));
}

void initReader(duckdb_init_info info)
{
    handoff::taken();
    const FeedPtr& feed = *static_cast<FeedPtr*>(duckdb_init_get_bind_data(info));
    Result<std::unique_ptr<BatchReader>> reader
        = guarded([&]() -> Result<std::unique_ptr<BatchReader>> { return feed->openReader(); });
    if (!reader) {
        feed->fail(reader.error());
        duckdb_init_set_error(info, "the reader did not open");
        return;
    }
    handoff::given();
    duckdb_init_set_init_data(info, new LocalReader{std::move(*reader), {}}, destroy<LocalReader>);
}

void fillChunk(duckdb_function_info info, duckdb_data_chunk out)
{
    handoff::taken();
    const FeedPtr& feed = *static_cast<FeedPtr*>(duckdb_function_get_bind_data(info));
    auto* local = static_cast<LocalReader*>(duckdb_function_get_local_init_data(info));
    std::vector<ColumnBuffer>& columns = local->batch.columns();
    columns.clear();
    for (std::size_t i = 0; i < feed->columns().size(); ++i) {
        duckdb_vector vector = duckdb_data_chunk_get_vector(out, i);
        columns.emplace_back(feed->columns()[i].type, duckdb_vector_get_data(vector), vector, ensureValidity);
    }
    const Result<std::size_t> rows
        = guarded([&]() -> Result<std::size_t> { return local->reader->fill(local->batch); });
    if (!rows) {
        feed->fail(rows.error());
        duckdb_function_set_error(info, "the reader stopped");
        return;
    }
    feed->addRows(*rows);
    std::size_t kept = *rows;
#ifdef LEAT_FAILPOINTS
    // A row that is lost between reading and writing must fail the run (trap T221).
    if (kept > 0 && failpoint::reached("writer.drop-row"))
        --kept;
#endif
    if (!feed->pieceName().isEmpty()) {
        auto* pieces = static_cast<std::int32_t*>(duckdb_vector_get_data(duckdb_data_chunk_get_vector(out, columns.size())));
        std::fill_n(pieces, *rows, local->batch.piece());
    }
    duckdb_data_chunk_set_size(out, kept);
    handoff::given();
}

} // namespace

ReaderFeed::ReaderFeed(TableRead& read, QStringList names, CancelToken cancel, QByteArray pieceName)
    : m_read(read), m_names(std::move(names)), m_cancel(std::move(cancel)), m_pieceName(std::move(pieceName))
{
}

int ReaderFeed::readers() const
{
    return std::max(1, m_read.usefulReaders());
}

void ReaderFeed::fail(const Error& error)
{
    const std::lock_guard lock(m_mutex);
    if (!m_error)
        m_error = error;
}

std::optional<Error> ReaderFeed::firstError() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

QByteArray FeedRegistry::add(std::shared_ptr<ReaderFeed> feed)
{
    const QByteArray id = QUuid::createUuid().toByteArray(QUuid::Id128);
    const std::lock_guard lock(m_mutex);
    m_feeds.emplace(id, std::move(feed));
    return id;
}

void FeedRegistry::remove(const QByteArray& id)
{
    const std::lock_guard lock(m_mutex);
    m_feeds.erase(id);
}

std::shared_ptr<ReaderFeed> FeedRegistry::find(const QByteArray& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_feeds.find(id);
    return it == m_feeds.end() ? nullptr : it->second;
}

bool registerReaderFunction(duckdb_connection connection, std::shared_ptr<FeedRegistry> registry)
{
    duckdb_table_function function = duckdb_create_table_function();
    duckdb_table_function_set_name(function, "leat_read");
    duckdb_logical_type text = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
    duckdb_table_function_add_parameter(function, text);
    duckdb_destroy_logical_type(&text);
    duckdb_table_function_set_extra_info(function, new std::shared_ptr<FeedRegistry>(std::move(registry)),
                                         destroy<std::shared_ptr<FeedRegistry>>);
    duckdb_table_function_set_bind(function, bindRead);
    duckdb_table_function_set_init(function, initRead);
    duckdb_table_function_set_local_init(function, initReader);
    duckdb_table_function_set_function(function, fillChunk);
    const bool done = duckdb_register_table_function(connection, function) == DuckDBSuccess;
    duckdb_destroy_table_function(&function);
    return done;
}

} // namespace leat
