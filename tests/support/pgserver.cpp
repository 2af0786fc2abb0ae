// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pgserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace leat::test {

namespace {

/// initdb refuses to run as root, so the cluster belongs to the system's own "postgres" then.
bool isRoot()
{
    return geteuid() == 0;
}

int freePort()
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 0;
    if (bind(fd, reinterpret_cast<sockaddr*>(&address), size) == 0 && getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    close(fd);
    return port;
}

bool writeFile(const QString& path, const QByteArray& content, QIODevice::OpenMode mode)
{
    QFile file(path);
    return file.open(mode) && file.write(content) == content.size();
}

} // namespace

QString PgServer::binary(const char* name)
{
    QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QStringList folders;
    for (const QString& v : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        folders << versions.filePath(v + QStringLiteral("/bin"));
    const QString found = QStandardPaths::findExecutable(QString::fromLatin1(name), folders);
    return found.isEmpty() ? QStandardPaths::findExecutable(QString::fromLatin1(name)) : found;
}

QString PgServer::missing()
{
    for (const char* name : {"initdb", "pg_ctl", "psql"})
        if (binary(name).isEmpty())
            return QStringLiteral("PostgreSQL's %1 is not installed").arg(QString::fromLatin1(name));
    return {};
}

PgServer::~PgServer()
{
    stop();
    // Files of the server's user; the temporary directory is ours to remove when we are root.
    m_dir.setAutoRemove(true);
}

bool PgServer::run(const QString& program, const QStringList& arguments, bool asServerUser)
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    // pg_ctl leaves the server behind with our pipes open; a file lets us see pg_ctl itself end.
    const QString log = m_dir.filePath(QStringLiteral("command.log"));
    process.setStandardOutputFile(log, QIODevice::Truncate);
    if (asServerUser && isRoot())
        process.start(QStringLiteral("runuser"), QStringList{QStringLiteral("-u"), QStringLiteral("postgres"), QStringLiteral("--"), program} + arguments);
    else
        process.start(program, arguments);
    const bool ended = process.waitForFinished(60000);
    QFile output(log);
    m_output = output.open(QIODevice::ReadOnly) ? QString::fromUtf8(output.readAll()) : QString();
    const bool ok = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!ok)
        m_error = program + QStringLiteral(": ") + (m_output.isEmpty() ? process.errorString() : m_output);
    return ok;
}

bool PgServer::makeCertificates()
{
    const QString openssl = QStringLiteral("openssl");
    const auto path = [this](const char* name) { return m_dir.filePath(QString::fromLatin1(name)); };
    const auto words = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    if (!run(openssl, words("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=leat-test-ca -keyout")
            + QStringList{path("ca.key"), QStringLiteral("-out"), path("ca.crt")}, false)
        || !run(openssl, words("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout")
            + QStringList{path("server.key"), QStringLiteral("-out"), path("server.csr")}, false)
        || !writeFile(path("san.ext"), "subjectAltName=DNS:localhost\n", QIODevice::WriteOnly)
        || !run(openssl, words("x509 -req -days 30 -CAcreateserial -in") + QStringList{path("server.csr"), QStringLiteral("-CA"), path("ca.crt"),
            QStringLiteral("-CAkey"), path("ca.key"), QStringLiteral("-extfile"), path("san.ext"), QStringLiteral("-out"), path("server.crt")}, false)
        || !run(openssl, words("x509 -noout -fingerprint -sha256 -in") + QStringList{path("server.crt")}, false))
        return false;
    m_fingerprint = m_output.section(QLatin1Char('='), 1).trimmed();
    if (isRoot())
        return run(QStringLiteral("chown"), {QStringLiteral("postgres"), path("server.key"), path("server.crt")}, false)
            && run(QStringLiteral("chmod"), {QStringLiteral("600"), path("server.key")}, false);
    return run(QStringLiteral("chmod"), {QStringLiteral("600"), path("server.key")}, false);
}

bool PgServer::start(const Options& options)
{
    if (isRoot() && !run(QStringLiteral("chown"), {QStringLiteral("postgres"), m_dir.path()}, false))
        return false;
    QFile::setPermissions(m_dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::ExeOther);
    if (!run(binary("initdb"), QStringList{QStringLiteral("-D"), dataDir(), QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-A"),
            QStringLiteral("trust"), QStringLiteral("--no-sync"), QStringLiteral("--locale=C.UTF-8")} + options.initdb, true))
        return false;
    if (options.tls && !makeCertificates())
        return false;
    m_port = freePort();
    QString conf = QStringLiteral("\nlisten_addresses = '127.0.0.1'\nport = %1\nunix_socket_directories = '%2'\nfsync = off\n"
                                  "full_page_writes = off\nautovacuum = off\nmax_connections = 60\n")
                       .arg(m_port).arg(socketDir());
    if (options.tls)
        conf += QStringLiteral("ssl = on\nssl_cert_file = '%1/server.crt'\nssl_key_file = '%1/server.key'\n").arg(m_dir.path());
    conf += options.settings.join(QLatin1Char('\n')) + QLatin1Char('\n');
    if (!writeFile(dataDir() + QStringLiteral("/postgresql.conf"), conf.toUtf8(), QIODevice::Append))
        return false;
    if (options.password && !writeFile(dataDir() + QStringLiteral("/pg_hba.conf"),
            "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n", QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    return launch();
}

bool PgServer::launch()
{
    m_running = run(binary("pg_ctl"), {QStringLiteral("-D"), dataDir(), QStringLiteral("-w"), QStringLiteral("-t"), QStringLiteral("60"),
        QStringLiteral("-l"), m_dir.filePath(QStringLiteral("data/server.log")), QStringLiteral("start")}, true);
    return m_running;
}

void PgServer::stop(const QString& mode)
{
    if (m_running)
        run(binary("pg_ctl"), {QStringLiteral("-D"), dataDir(), QStringLiteral("-w"), QStringLiteral("-m"), mode, QStringLiteral("stop")}, true);
    m_running = false;
}

QStringList PgServer::rows(const QString& sql, const QString& database)
{
    QProcess psql;
    psql.start(binary("psql"), {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-v"),
        QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), socketDir(), QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"),
        QStringLiteral("postgres"), QStringLiteral("-d"), database, QStringLiteral("-f"), QStringLiteral("-")});
    psql.write(sql.toUtf8());
    psql.closeWriteChannel();
    const bool ended = psql.waitForFinished(120000);
    m_error = ended && psql.exitCode() == 0 ? QString() : QString::fromUtf8(psql.readAllStandardError());
    if (!ended || psql.exitCode() != 0)
        return {QStringLiteral("\x01")};
    QString text = QString::fromUtf8(psql.readAllStandardOutput());
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    return text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n'));
}

bool PgServer::exec(const QString& sql, const QString& database)
{
    rows(sql, database);
    return m_error.isEmpty();
}

QString PgServer::value(const QString& sql, const QString& database)
{
    const QStringList all = rows(sql, database);
    return m_error.isEmpty() && !all.isEmpty() ? all.first() : QString();
}

QMap<QString, QString> PgServer::socketSettings(const QString& database, const QString& user) const
{
    return {{QStringLiteral("host"), socketDir()}, {QStringLiteral("port"), QString::number(m_port)},
        {QStringLiteral("database"), database}, {QStringLiteral("user"), user}};
}

QMap<QString, QString> PgServer::tcpSettings(const QString& database, const QString& user) const
{
    return {{QStringLiteral("host"), QStringLiteral("127.0.0.1")}, {QStringLiteral("port"), QString::number(m_port)},
        {QStringLiteral("database"), database}, {QStringLiteral("user"), user}, {QStringLiteral("sslmode"), QStringLiteral("disable")}};
}

} // namespace leat::test
