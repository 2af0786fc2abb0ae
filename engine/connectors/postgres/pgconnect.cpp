// SPDX-License-Identifier: GPL-3.0-or-later
// The half of Connection that opens one.
#include "engine/connectors/postgres/pgconnection.h"

#include "engine/base/failpoint.h"
#include "engine/connectors/postgres/pgresolve.h"
#include "engine/connectors/postgres/pgtls.h"
#include "engine/connectors/postgres/pgwait.h"

#include <chrono>

namespace leat::pg {

namespace {

constexpr int kOldestServer = 120000;

void ignoreNotice(void*, const PGresult*)
{
    // The default processor prints server messages, and with them data, on stderr (T167).
}

/// Key and value arrays for libpq: never one string, which it would quote in errors.
class Parameters
{
public:
    void add(const char* key, QByteArray value)
    {
        m_keys.push_back(key);
        m_values.push_back(std::move(value));
    }
    PGconn* start(const Secret& password)
    {
        std::vector<const char*> keys = m_keys;
        std::vector<const char*> values;
        for (const QByteArray& v : m_values)
            values.push_back(v.constData());
        std::string text(password.view());
        if (!text.empty()) {
            keys.push_back("password");
            values.push_back(text.c_str());
        }
        keys.push_back(nullptr);
        values.push_back(nullptr);
        PGconn* connection = PQconnectStartParams(keys.data(), values.data(), 0);
        for (char& c : text)
            static_cast<volatile char&>(c) = '\0';
        return connection;
    }

private:
    std::vector<const char*> m_keys;
    std::vector<QByteArray> m_values;
};

void addTls(Parameters& p, const Settings& settings)
{
    p.add("sslmode", settings.effectiveSslMode().toLatin1());
    p.add("gssencmode", "disable");
    if (settings.sslMode.isEmpty() && !settings.fingerprint.isEmpty())
        // The pin is the trust: a root.crt that happens to lie in the home folder must not add to it.
        p.add("sslrootcert", "/nonexistent/leat-trusts-the-pin");
    else if (settings.effectiveSslMode().startsWith(QLatin1String("verify")))
        p.add("sslrootcert", settings.sslRootCert == QLatin1String("system") ? systemAuthorities() : settings.sslRootCert.toLocal8Bit());
}

Parameters parametersOf(const Settings& settings, const QString& address)
{
    Parameters p;
    p.add("host", settings.host.toUtf8());
    if (!address.isEmpty())
        p.add("hostaddr", address.toLatin1());
    p.add("port", QByteArray::number(settings.port));
    p.add("dbname", settings.database.toUtf8());
    p.add("user", settings.user.toUtf8());
    p.add("application_name", "leat");
    p.add("client_encoding", "UTF8");
    // A dead network is noticed within a minute, also in the middle of a read (T151).
    p.add("keepalives", "1");
    p.add("keepalives_idle", "20");
    p.add("keepalives_interval", "10");
    p.add("keepalives_count", "3");
    p.add("tcp_user_timeout", "30000");
    addTls(p, settings);
    return p;
}

Error withContext(Error error, const ErrorContext& context)
{
    return sourceError(error.code, error.detail, context);
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const Settings& settings, const Secret& password,
                                                     const CancelToken& cancel, const ConnectTrace& trace)
{
    LEAT_FAILPOINT("source.connect");
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_context = {settings.host, settings.port, settings.user, settings.database, {}, Phase::Connect};
    connection->m_password = password.clone();
    connection->m_patienceSeconds = settings.connectTimeoutSeconds;
    QStringList addresses{QString()};
    if (!settings.isSocket()) {
        trace.tell(ConnectTrace::Stage::Resolving);
        Result<QStringList> resolved = resolveHost(settings.host, settings.connectTimeoutSeconds, cancel);
        if (!resolved)
            return withContext(resolved.error(), connection->m_context);
        addresses = *resolved;
        trace.tell(ConnectTrace::Stage::Resolved, addresses.join(QStringLiteral(", ")));
    }
    Result<void> tried;
    for (const QString& address : addresses) {
        tried = connection->connectTo(address, settings, password, cancel, trace);
        if (tried || !(tried.error().code == ErrorCode::ConnectionRefused || tried.error().code == ErrorCode::ConnectionTimeout))
            break;
    }
    if (!tried)
        return tried.error();
    LEAT_FAILPOINT("source.connected");
    if (Result<void> r = connection->prepareSession(settings, cancel); !r)
        return r.error();
    return connection;
}

Result<void> Connection::connectTo(const QString& address, const Settings& settings, const Secret& password,
                                   const CancelToken& cancel, const ConnectTrace& trace)
{
    if (m_connection)
        PQfinish(m_connection);
    m_connection = parametersOf(settings, address).start(password);
    if (!m_connection)
        return sourceError(ErrorCode::OutOfMemory, {}, m_context);
    PQsetNoticeReceiver(m_connection, ignoreNotice, nullptr);
    // Verbose, because the text of a failed login is all we get and only that form has the SQLSTATE.
    PQsetErrorVerbosity(m_connection, PQERRORS_VERBOSE);
    ConnectProgress progress;
    Result<void> done = handshake(settings, cancel, trace, progress);
    if (!done)
        return done;
    PQsetErrorVerbosity(m_connection, PQERRORS_DEFAULT);
    trace.tell(ConnectTrace::Stage::LoggedIn);
    return {};
}

Result<void> Connection::handshake(const Settings& settings, const CancelToken& cancel, const ConnectTrace& trace,
                                   ConnectProgress& progress)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(settings.connectTimeoutSeconds);
    PostgresPollingStatusType want = PQstatus(m_connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (want != PGRES_POLLING_OK && want != PGRES_POLLING_FAILED) {
        while (waitSocket(PQsocket(m_connection), want == PGRES_POLLING_WRITING, kWaitSliceMs) == 0) {
            if (cancel.isCancelled())
                return cancelled(m_context);
            if (std::chrono::steady_clock::now() > deadline)
                return sourceError(ErrorCode::ConnectionTimeout, QStringLiteral("no answer within %1 s").arg(settings.connectTimeoutSeconds), m_context);
        }
        if (cancel.isCancelled())
            return cancelled(m_context);
        want = PQconnectPoll(m_connection);
        const ConnStatusType status = PQstatus(m_connection);
        if (!progress.tcp && status != CONNECTION_STARTED && status != CONNECTION_BAD) {
            progress.tcp = true;
            trace.tell(ConnectTrace::Stage::Connected, QString::fromLatin1(PQhostaddr(m_connection)));
        }
        if (!progress.tls && PQsslInUse(m_connection) && status != CONNECTION_SSL_STARTUP && status != CONNECTION_BAD) {
            progress.tls = true;
            // Before the login is sent, so that another server never sees a password (pin).
            if (!settings.fingerprint.isEmpty() && peerFingerprint(m_connection) != settings.fingerprint)
                return sourceError(ErrorCode::TlsUntrusted,
                    QStringLiteral("the server's certificate has the fingerprint %1, not the pinned one").arg(peerFingerprint(m_connection)), m_context);
            trace.tell(ConnectTrace::Stage::Encrypted, tlsSummary(m_connection));
        }
    }
    if (want == PGRES_POLLING_FAILED)
        return classifyConnect(withoutSecret(QString::fromUtf8(PQerrorMessage(m_connection)), m_password.view()), progress, m_context);
    if (!settings.fingerprint.isEmpty() && !settings.isSocket() && !progress.tls)
        return sourceError(ErrorCode::TlsNotOffered, QStringLiteral("a certificate is pinned, but the connection is not encrypted"), m_context);
    return {};
}

std::string pinnedSettings(const Settings& settings, bool local)
{
    const std::string timeout = std::to_string(static_cast<qint64>(settings.statementTimeoutSeconds) * 1000);
    const std::pair<const char*, std::string> values[] = {
        {"datestyle", "ISO, YMD"}, {"intervalstyle", "postgres"}, {"timezone", "UTC"}, {"extra_float_digits", "1"},
        {"bytea_output", "hex"}, {"lc_monetary", "C"}, {"lc_numeric", "C"}, {"standard_conforming_strings", "on"},
        {"row_security", "off"}, {"statement_timeout", timeout}, {"lock_timeout", "300000"},
        {"idle_in_transaction_session_timeout", "3600000"}, {"search_path", "pg_catalog, pg_temp"},
        {"default_transaction_read_only", "on"}, {"jit", "off"}, {"synchronize_seqscans", "off"}, {"xmlbinary", "base64"},
        {"plan_cache_mode", "force_generic_plan"}};
    std::string sql = "SELECT ";
    for (const auto& [name, value] : values)
        sql += std::string(sql.size() > 7 ? ", " : "") + "pg_catalog.set_config('" + name + "', '" + value + (local ? "', true)" : "', false)");
    return sql;
}

Result<void> Connection::prepareSession(const Settings& settings, const CancelToken& cancel)
{
    m_server.version = PQserverVersion(m_connection);
    m_server.versionText = QString::fromLatin1(PQparameterStatus(m_connection, "server_version"));
    m_server.plainBytes = qstrcmp(PQparameterStatus(m_connection, "server_encoding"), "SQL_ASCII") == 0;
    m_server.utf8 = qstrcmp(PQparameterStatus(m_connection, "server_encoding"), "UTF8") == 0;
    if (m_server.version < kOldestServer) {
        Error error = sourceError(ErrorCode::UnsupportedServer, {}, m_context);
        error.args[QStringLiteral("found")] = m_server.versionText;
        error.args[QStringLiteral("needed")] = QStringLiteral("PostgreSQL 12");
        return error;
    }
    // A server that checks no encoding refuses to send what is not UTF-8; take the bytes as they are.
    const std::string encoding = m_server.plainBytes ? "SET client_encoding TO SQL_ASCII; " : "SET client_encoding TO UTF8; ";
    // On its own: the whole of a message is parsed before its first statement runs, and a role may have
    // turned standard_conforming_strings off.
    if (Result<std::vector<Rows>> pinned = script(encoding + pinnedSettings(settings, false), cancel); !pinned)
        return pinned.error();
    Result<std::vector<Rows>> answers = script("SELECT '2001-02-03 04:05:06.789+00'::pg_catalog.timestamptz::pg_catalog.text, "
        "(0.1::pg_catalog.float8 + 0.2::pg_catalog.float8)::pg_catalog.text, '1 mon -2 days'::pg_catalog.interval::pg_catalog.text, "
        "'\\x00ff'::pg_catalog.bytea::pg_catalog.text, pg_catalog.current_setting('row_security'), "
        "pg_catalog.current_setting('default_transaction_read_only'); "
        "SELECT pg_catalog.current_setting('block_size'), d.oid, "
        "pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE'), pg_catalog.pg_backend_pid() "
        "FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()", cancel);
    if (!answers)
        return answers.error();
    const Rows& probe = (*answers)[answers->size() - 2];
    const char* expected[] = {"2001-02-03 04:05:06.789+00", "0.30000000000000004", "1 mon -2 days", "\\x00ff", "off", "on"};
    for (int i = 0; i < 6; ++i)
        if (probe.bytes(0, i) != expected[i])
            return sourceError(ErrorCode::UnsupportedServer, QStringLiteral("the server does not keep our session settings: %1").arg(probe.text(0, i)), m_context);
    const Rows& facts = answers->back();
    m_server.blockSize = std::max(1, static_cast<int>(facts.integer(0, 0)));
    m_server.pooled = facts.integer(0, 3) != backendPid();
    QString system = QStringLiteral("%1:%2").arg(m_context.host).arg(m_context.port);
    if (facts.flag(0, 2)) {
        // A name of the log begins with the timeline. Some services have no such functions: then it is not known.
        Result<Rows> control = query("SELECT system_identifier, CASE WHEN pg_catalog.pg_is_in_recovery() THEN '' ELSE "
            "pg_catalog.left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()), 8) END FROM pg_catalog.pg_control_system()", cancel);
        if (control)
            m_server.timeline = control->text(0, 1);
        else if (isUsable())
            control = query("SELECT system_identifier FROM pg_catalog.pg_control_system()", cancel);
        if (!control)
            return control.error();
        system = control->text(0, 0);
    }
    m_server.identity = system + QLatin1Char('/') + facts.text(0, 1);
    return {};
}

} // namespace leat::pg
