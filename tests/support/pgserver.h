// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace leat::test {

/// A real PostgreSQL cluster for one test program: own directory, free port on 127.0.0.1 and a Unix
/// socket, fsync off. Stopped and removed by the destructor. Not thread-safe.
class PgServer
{
public:
    struct Options
    {
        bool tls = false;              ///< ssl on, with a CA and a certificate for "localhost" made by openssl
        bool password = false;         ///< scram-sha-256 over TCP; sockets stay trusted
        QStringList settings;          ///< lines of postgresql.conf
        QStringList initdb;            ///< further arguments, e.g. --encoding=SQL_ASCII
    };

    PgServer() = default;
    ~PgServer();
    PgServer(const PgServer&) = delete;
    PgServer& operator=(const PgServer&) = delete;

    /// Empty when PostgreSQL's programs are here; else why a test has to be skipped.
    static QString missing();

    /// Makes and starts a cluster. False: see error().
    bool start(const Options& options);
    bool start() { return start(Options()); }
    void stop(const QString& mode = QStringLiteral("immediate"));
    /// Starts again after stop(), on the same port.
    bool launch();

    /// Runs SQL as the superuser "postgres" over the socket. False: see error().
    bool exec(const QString& sql, const QString& database = QStringLiteral("postgres"));
    /// First column of the first row, unaligned; null text on errors.
    QString value(const QString& sql, const QString& database = QStringLiteral("postgres"));
    /// All rows, columns parted by '|'.
    QStringList rows(const QString& sql, const QString& database = QStringLiteral("postgres"));

    int port() const { return m_port; }
    QString socketDir() const { return m_dir.path(); }
    QString dataDir() const { return m_dir.filePath(QStringLiteral("data")); }
    QString caFile() const { return m_dir.filePath(QStringLiteral("ca.crt")); }
    /// SHA-256 of the server's certificate, as hex with colons.
    QString fingerprint() const { return m_fingerprint; }
    QString error() const { return m_error; }
    static QString binary(const char* name);

    /// Settings of a source on this server, over the socket or over TCP without TLS.
    QMap<QString, QString> socketSettings(const QString& database = QStringLiteral("postgres"), const QString& user = QStringLiteral("postgres")) const;
    QMap<QString, QString> tcpSettings(const QString& database = QStringLiteral("postgres"), const QString& user = QStringLiteral("postgres")) const;

private:
    bool run(const QString& program, const QStringList& arguments, bool asServerUser);
    bool makeCertificates();
    QTemporaryDir m_dir{QStringLiteral("/tmp/leat-pg-XXXXXX")};
    QString m_error;
    QString m_output;
    QString m_fingerprint;
    int m_port = 0;
    bool m_running = false;
};

} // namespace leat::test
