// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pgserver.h"
#include "tests/support/text.h"

#include <QProcess>

namespace leat::test {

/// A psql that stays open, for locks that are held and transactions that wait.
class PgSession
{
public:
    explicit PgSession(const PgServer& server)
    {
        m_psql.start(PgServer::binary("psql"), {s("-X"), s("-q"), s("-h"), server.socketDir(), s("-p"), QString::number(server.port()),
            s("-U"), s("postgres"), s("-d"), s("postgres")});
    }
    ~PgSession()
    {
        m_psql.closeWriteChannel();
        m_psql.waitForFinished(10'000);
    }
    bool say(const char* sql)
    {
        m_psql.write(QByteArray(sql) + '\n');
        return m_psql.waitForBytesWritten(5'000);
    }

private:
    QProcess m_psql;
};

} // namespace leat::test
