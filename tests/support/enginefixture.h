// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition.h"
#include "engine/api/control.h"

#include <QTemporaryDir>

#include <memory>

namespace leat::test {

/// A real engine on a temporary profile: real state store, real DuckDB file, real sources.
class EngineFixture
{
public:
    /// `adjust` may change the options (folder and actor are set) before the engine opens.
    explicit EngineFixture(std::function<void(EngineOptions&)> adjust = {});
    ~EngineFixture();

    Control& control() { return *m_control; }
    QString dir() const { return m_dir.path(); }
    WorldPtr world() const { return m_control->snapshot(); }

    /// Sends and waits (30 s) for the reply.
    Result<Reply> ask(Command command);
    template <typename T>
    Result<T> askFor(Command command)
    {
        Result<Reply> reply = ask(std::move(command));
        if (!reply)
            return reply.error();
        if (T* value = std::get_if<T>(&*reply))
            return std::move(*value);
        return makeError(ErrorCode::Internal, QStringLiteral("another reply"));
    }

    SourceId addSqlite(const QString& name, const QString& file, bool enableAll = true);
    const SchemaInfo* schema(const QString& source, const QString& label) const;
    SchemaId id(const QString& source, const QString& label) const;
    /// Syncs and waits for the end; the runs as they ended, in the order asked.
    std::vector<RunInfo> sync(const std::vector<SchemaId>& ids, bool fromScratch = false, bool acceptEmpty = false);
    RunInfo sync(SchemaId id, bool fromScratch = false, bool acceptEmpty = false);
    std::optional<RunInfo> waitForRun(RunId run);
    QString scalar(const QString& sql);
    Result<void> set(SchemaId id, const QStringList& pairs);
    Result<VerifyReport> verify(SchemaId id) { return askFor<VerifyReport>(VerifySchema{id}); }

    /// Closes the engine and opens it again on the same profile.
    void reopen();
    Result<void> tryOpen();
    void close() { m_control.reset(); }

    /// Runs SQL on a SQLite file, creating it when missing.
    static void sqlite(const QString& file, const QByteArray& sql);

private:
    std::function<void(EngineOptions&)> m_adjust;
    QTemporaryDir m_dir;
    std::unique_ptr<Control> m_control;
    mutable WorldPtr m_seen;
};

} // namespace leat::test
