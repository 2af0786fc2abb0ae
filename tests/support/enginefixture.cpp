// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"

#include "engine/api/errortext.h"
#include "engine/api/whendone.h"

#include <QTest>

#include <sqlite3.h>

#include <algorithm>

namespace leat::test {

namespace {

constexpr int kWaitMs = 30'000;

} // namespace

EngineFixture::EngineFixture(std::function<void(EngineOptions&)> adjust) : m_adjust(std::move(adjust))
{
    if (Result<void> ok = tryOpen(); !ok)
        qFatal("The engine did not open: %s", qPrintable(describe(ok.error()).sentence + ok.error().detail));
}

EngineFixture::~EngineFixture() = default;

Result<void> EngineFixture::tryOpen()
{
    EngineOptions options;
    options.profileDir = m_dir.path() + QStringLiteral("/profile");
    options.actor = QStringLiteral("test");
    if (m_adjust)
        m_adjust(options);
    Result<std::unique_ptr<Control>> control = openEngine(options);
    if (!control)
        return control.error();
    m_control = std::move(*control);
    return {};
}

void EngineFixture::reopen()
{
    close();
    if (Result<void> ok = tryOpen(); !ok)
        qFatal("The engine did not reopen: %s", qPrintable(describe(ok.error()).sentence + ok.error().detail));
}

Result<Reply> EngineFixture::ask(Command command)
{
    const QFuture<ReplyPtr> future = m_control->send(std::move(command));
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, kWaitMs))
        return makeError(ErrorCode::Internal, QStringLiteral("no reply in time"));
    return std::move(*future.result());
}

SourceId EngineFixture::addSqlite(const QString& name, const QString& file, bool enableAll)
{
    AddSource command;
    command.draft.name = name;
    command.draft.type = QStringLiteral("sqlite");
    command.draft.settings = {{QStringLiteral("path"), file}};
    command.enableAll = enableAll;
    Result<SourceAdded> added = askFor<SourceAdded>(std::move(command));
    if (!added)
        qWarning("addSqlite: %s %s", qPrintable(describe(added.error()).sentence), qPrintable(added.error().detail));
    return added ? added->id : SourceId();
}

const SchemaInfo* EngineFixture::schema(const QString& source, const QString& label) const
{
    m_seen = m_control->snapshot();
    const auto found = std::find_if(m_seen->schemas.begin(), m_seen->schemas.end(),
        [&](const SchemaInfo& s) { return s.sourceName == source && s.label == label; });
    return found == m_seen->schemas.end() ? nullptr : &*found;
}

SchemaId EngineFixture::id(const QString& source, const QString& label) const
{
    const SchemaInfo* found = schema(source, label);
    return found ? found->id : SchemaId();
}

std::optional<RunInfo> EngineFixture::waitForRun(RunId run)
{
    std::optional<RunInfo> ended;
    const bool inTime = QTest::qWaitFor(
        [&] {
            Result<HistoryPage> page = askFor<HistoryPage>(LoadHistory{HistoryFilter{}});
            if (!page)
                return false;
            for (const RunInfo& info : page->runs)
                if (info.id == run && info.status != RunStatus::Queued && info.status != RunStatus::Running)
                    ended = info;
            return ended.has_value();
        },
        kWaitMs);
    return inTime ? ended : std::nullopt;
}

std::vector<RunInfo> EngineFixture::sync(const std::vector<SchemaId>& ids, bool fromScratch, bool acceptEmpty)
{
    Result<SyncAccepted> accepted
        = askFor<SyncAccepted>(SyncSchemas{ids, Trigger::Manual, fromScratch, acceptEmpty});
    std::vector<RunInfo> runs;
    if (!accepted)
        return runs;
    for (RunId run : accepted->runs)
        if (const std::optional<RunInfo> ended = waitForRun(run))
            runs.push_back(*ended);
    return runs;
}

RunInfo EngineFixture::sync(SchemaId id, bool fromScratch, bool acceptEmpty)
{
    const std::vector<RunInfo> runs = sync(std::vector{id}, fromScratch, acceptEmpty);
    return runs.empty() ? RunInfo() : runs.front();
}

QString EngineFixture::scalar(const QString& sql)
{
    Result<QueryResult> result = askFor<QueryResult>(RunQuery{sql, 1});
    if (!result)
        return QStringLiteral("error: ") + result.error().detail;
    return result->rows.empty() ? QString() : result->rows.front().value(0);
}

Result<void> EngineFixture::set(SchemaId id, const QStringList& pairs)
{
    SetSchemas command;
    command.ids = {id};
    for (const QString& pair : pairs) {
        const qsizetype split = pair.indexOf(QLatin1Char('='));
        if (Result<void> ok = setField(command.patch, pair.left(split), pair.mid(split + 1)); !ok)
            return ok;
    }
    Result<Reply> reply = ask(std::move(command));
    return reply ? Result<void>() : Result<void>(reply.error());
}

void EngineFixture::sqlite(const QString& file, const QByteArray& sql)
{
    sqlite3* db = nullptr;
    char* message = nullptr;
    // A run that has ended may hold its read lock a moment longer.
    if (sqlite3_open(file.toUtf8().constData(), &db) != SQLITE_OK || sqlite3_busy_timeout(db, 10'000) != SQLITE_OK
        || sqlite3_exec(db, sql.constData(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), message ? message : "cannot open");
    sqlite3_close(db);
}

} // namespace leat::test
