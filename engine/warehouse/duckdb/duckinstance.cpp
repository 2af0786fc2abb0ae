// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/duckinstance.h"

#include "engine/base/failpoint.h"
#include "engine/connectors/recordbatch.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/rowhashfunction.h"

#include <QDir>
#include <QFileInfo>

#include <thread>

namespace leat {

namespace {

constexpr std::size_t kIdleConnections = 4;

class Config
{
public:
    Config() { duckdb_create_config(&m_handle); }
    ~Config() { duckdb_destroy_config(&m_handle); }
    Config(const Config&) = delete;
    Config& operator=(const Config&) = delete;
    duckdb_config get() const { return m_handle; }

    Result<void> set(const char* name, const QByteArray& value)
    {
        if (duckdb_set_config(m_handle, name, value.constData()) == DuckDBSuccess)
            return {};
        return internalError(QStringLiteral("DuckDB refuses the setting %1").arg(QLatin1String(name)));
    }

private:
    duckdb_config m_handle = nullptr;
};

Error openError(ErrorCode code, const char* detail, const QString& path)
{
    Error error = makeError(code, QString::fromLatin1(detail), {{QStringLiteral("path"), path}});
    error.owner = Owner::Warehouse;
    error.phase = Phase::Connect;
    return error;
}

// What DuckDB would answer with a new, empty file instead of an error.
Result<void> checkPath(const QString& path)
{
    const QFileInfo file(path);
    if (!QFileInfo::exists(file.absolutePath()))
        return openError(ErrorCode::ProfileNotWritable, "the folder does not exist", file.absolutePath());
    if (file.exists() && !file.isFile())
        return openError(ErrorCode::WarehouseCorrupt, "not a file", path);
    if (!file.exists() && QFileInfo(path + QStringLiteral(".wal")).size() > 0)
        return openError(ErrorCode::WarehouseCorrupt, "the write-ahead log is there, the file is not", path);
    if (file.exists() && !file.isWritable())
        return openError(ErrorCode::ProfileNotWritable, "no permission to write the file", path);
    return {};
}

Result<void> checkLibrary()
{
    if (duckdb_vector_size() == kBatchRows)
        return {};
    return internalError(QStringLiteral("libduckdb %1 uses vectors of another size")
                             .arg(QString::fromLatin1(duckdb_library_version())));
}

Result<void> configure(Config& config, const DuckOptions& options)
{
    const int threads = options.threads > 0 ? options.threads
                                            : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const QString temp = spillFolder(options);
    const std::pair<const char*, QByteArray> settings[] = {
        {"memory_limit", QByteArray::number(std::max<qint64>(options.memoryLimitBytes / 100 * 85, 32 << 20)) + 'B'},
        {"threads", QByteArray::number(threads)},
        // Every column of a table being written holds a block: at DuckDB's 256 KiB, a table of
        // 1,000 columns alone takes the memory limit, and each small table 256 KiB of the file.
        {"default_block_size", "65536"},
        {"temp_directory", temp.toUtf8()},
        {"preserve_insertion_order", "false"},
        {"autoinstall_known_extensions", "false"},
        {"autoload_known_extensions", "false"},
        {"allow_community_extensions", "false"},
        {"allow_persistent_secrets", "false"},
        {"enable_external_access", "false"},
    };
    for (const auto& [name, value] : settings)
        if (Result<void> done = config.set(name, value); !done)
            return done;
    return {};
}

} // namespace

QString spillFolder(const DuckOptions& options)
{
    return options.tempDir.isEmpty() ? options.path + QStringLiteral(".tmp") : options.tempDir;
}

PooledConnection::PooledConnection(std::shared_ptr<DuckInstance> instance, DuckConnection connection)
    : m_instance(std::move(instance)), m_connection(std::move(connection))
{
}

PooledConnection::~PooledConnection()
{
    if (m_instance && m_reusable)
        m_instance->giveBack(std::move(m_connection));
}

DuckInstance::DuckInstance(QString path)
{
    m_health->path = std::move(path);
}

DuckInstance::~DuckInstance()
{
    m_idle.clear();
    duckdb_close(&m_database);
}

Result<std::shared_ptr<DuckInstance>> DuckInstance::open(const DuckOptions& options)
{
    if (Result<void> ok = checkLibrary(); !ok)
        return ok.error();
    if (Result<void> ok = checkPath(options.path); !ok)
        return ok.error();
    LEAT_FAILPOINT("warehouse.open");
    const std::shared_ptr<DuckInstance> instance(new DuckInstance(options.path));
    if (Result<void> opened = instance->openFile(options); !opened)
        return opened.error();
    if (Result<void> prepared = instance->prepare(); !prepared)
        return prepared.error();
    return instance;
}

Result<void> DuckInstance::openFile(const DuckOptions& options)
{
    Config config;
    if (Result<void> set = configure(config, options); !set)
        return set;
    char* message = nullptr;
    if (duckdb_open_ext(options.path.toUtf8().constData(), &m_database, config.get(), &message) == DuckDBSuccess)
        return {};
    const Error error = duckOpenError(QString::fromUtf8(message), options.path);
    duckdb_free(message);
    return error;
}

Result<void> DuckInstance::prepare()
{
    Result<PooledConnection> connection = connect();
    if (!connection)
        return connection.error();
    DuckConnection& con = **connection;
    con.setPhase(Phase::Connect);
    if (!registerReaderFunction(con.handle(), m_feeds) || !registerHashFunctions(con.handle()))
        return internalError(QStringLiteral("our functions could not be registered"));
    // The time zone belongs to an extension and cannot be set before opening; it makes printed
    // times the same everywhere. Without its background threads jemalloc keeps what wide tables have
    // freed, 100 MB and more above the limit. Locking comes last and cannot be undone.
    for (const char* sql : {"SET GLOBAL TimeZone = 'UTC'", "SET GLOBAL allocator_background_threads = true",
                            "SET GLOBAL lock_configuration = true"})
        if (const Result<qint64> done = con.run(sql); !done)
            return done.error();
    Result<std::vector<TextRow>> name = con.rows("SELECT current_database()");
    if (!name)
        return name.error();
    m_catalog = name->front().front().value_or(QString());
    return {};
}

Result<PooledConnection> DuckInstance::connect()
{
    {
        const std::lock_guard lock(m_poolMutex);
        if (!m_idle.empty()) {
            DuckConnection connection = std::move(m_idle.back());
            m_idle.pop_back();
            connection.setPhase(Phase::Write);
            return PooledConnection(shared_from_this(), std::move(connection));
        }
    }
    duckdb_connection handle = nullptr;
    if (duckdb_connect(m_database, &handle) != DuckDBSuccess)
        return internalError(QStringLiteral("DuckDB gives no connection"));
    return PooledConnection(shared_from_this(), DuckConnection(handle, m_health));
}

void DuckInstance::giveBack(DuckConnection connection)
{
    const std::lock_guard lock(m_poolMutex);
    if (!broken() && m_idle.size() < kIdleConnections)
        m_idle.push_back(std::move(connection));
}

} // namespace leat
