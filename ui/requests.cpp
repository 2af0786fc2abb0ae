// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests.h"

#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/frequencywords.h"
#include "models/wording.h"

namespace leat {

Requests::Requests(Control* control, QObject* parent)
    : QObject(parent)
    , m_control(control)
{
    // A new source's tables may reach the snapshot after the reply.
    connect(control, &Control::changed, this, [this](const ChangeSet& changes) {
        for (const ListingChange& change : changes.listings)
            say(change.result.vanished.isEmpty() ? Notice::Tone::Good : Notice::Tone::Warning, listingSentence(change));
        for (const RunInfo& run : changes.finishedRuns)
            if (std::erase(m_verifyAfter, run.id) > 0 && run.status == RunStatus::Completed)
                verify(run.schemaId);
        if (m_syncWaits.isValid())
            syncSelected(m_syncWaits);
        if (!m_stopping.empty())
            syncStopped();
    });
}

template <typename T, typename Command, typename Handler>
void Requests::request(Command command, Handler handler)
{
    whenReplied<T>(m_control->send(std::move(command)), this, [this, handler = std::move(handler)](Result<T> reply) {
        if (!reply)
            Q_EMIT noticed(noticeOf(reply.error()));
        else
            handler(*reply);
    });
}

void Requests::say(Notice::Tone tone, const QString& text) { Q_EMIT noticed({tone, text, {}, {}}); }

void Requests::sync(const std::vector<SchemaId>& ids, bool fromScratch)
{
    if (ids.empty())
        return;
    SyncSchemas command;
    command.ids = ids;
    command.fromScratch = fromScratch;
    request<SyncAccepted>(std::move(command), [this](const SyncAccepted& accepted) {
        if (accepted.runs.empty())
            say(Notice::Tone::Info, tr("These tables are being synced already."));
        else
            say(Notice::Tone::Info, tr("%n sync(s) queued.", nullptr, int(accepted.runs.size())));
    });
}

void Requests::acceptChanges(const std::vector<SchemaId>& ids)
{
    SyncSchemas command;
    command.ids = ids;
    command.acceptChanges = true;
    request<SyncAccepted>(std::move(command), [this](const SyncAccepted&) { say(Notice::Tone::Info, tr("The changed columns are being taken over.")); });
}

void Requests::replaceByEmpty(SchemaId id)
{
    SyncSchemas command;
    command.ids = {id};
    command.acceptEmpty = true;
    request<SyncAccepted>(std::move(command), [this](const SyncAccepted&) { say(Notice::Tone::Info, tr("The table is being replaced.")); });
}

void Requests::cancel(const std::vector<SchemaId>& ids)
{
    if (!ids.empty())
        request<Done>(CancelSchemas{ids}, [this, n = int(ids.size())](const Done&) { say(Notice::Tone::Info, tr("%n sync(s) told to stop. Nothing half-done is kept.", nullptr, n)); });
}

void Requests::cancelAndSync(const std::vector<SchemaId>& ids)
{
    if (ids.empty())
        return;
    request<Done>(CancelSchemas{ids}, [this, ids](const Done&) {
        m_stopping.insert(m_stopping.end(), ids.begin(), ids.end());
        say(Notice::Tone::Info, tr("The runs are being stopped; then they start again."));
        syncStopped();
    });
}

void Requests::syncStopped()
{
    const WorldPtr world = m_control->snapshot();
    std::vector<SchemaId> ready;
    std::vector<SchemaId> waiting;
    for (const SchemaId id : m_stopping) {
        const SchemaInfo* s = world->schema(id);
        if (s != nullptr)
            (s->currentRun.isValid() ? waiting : ready).push_back(id);
    }
    m_stopping = std::move(waiting);
    sync(ready);
}

void Requests::setPaused(const std::vector<SchemaId>& ids, bool paused)
{
    if (ids.empty())
        return;
    SchemaPatch patch;
    patch.shouldSync = !paused;
    SetSchemas command;
    command.ids = ids;
    command.patch = patch;
    request<Done>(std::move(command), [this, paused, n = int(ids.size())](const Done&) {
        say(Notice::Tone::Good, paused ? tr("%n table(s) paused. Their data stay in the warehouse.", nullptr, n) : tr("%n table(s) take part in syncs again.", nullptr, n));
    });
}

void Requests::refresh(SourceId id)
{
    request<RefreshResult>(RefreshSource{id}, [this](const RefreshResult& result) {
        // What came or went is told for every reading of the list, also for those by the clock.
        if (result.added.isEmpty() && result.vanished.isEmpty())
            say(Notice::Tone::Good, tr("The list of tables is up to date."));
    });
}

void Requests::setFrequency(const std::vector<SchemaId>& ids, SyncFrequency frequency)
{
    if (ids.empty())
        return;
    SetSchemas command;
    command.ids = ids;
    command.patch.syncFrequency = frequency;
    command.perItem = true;
    request<BulkResult>(std::move(command), [this, frequency](const BulkResult& result) {
        const QString word = frequencyWord(frequency);
        if (!result.ok())
            Q_EMIT partlyDone(tr("Frequency: %1").arg(word), result);
        else
            say(Notice::Tone::Good, tr("%n table(s): %1.", nullptr, int(result.items.size())).arg(word.toLower()));
    });
}

void Requests::rewind(SchemaId id, const QString& value)
{
    request<RewindReport>(RewindSchema{id, value, false}, [this, id](const RewindReport& report) {
        Notice notice;
        notice.tone = Notice::Tone::Good;
        notice.text = tr("The next sync reads again from %1 on.").arg(report.value);
        notice.button = tr("Sync now");
        notice.press = [this, id] { sync({id}); };
        Q_EMIT noticed(notice);
    });
}

void Requests::pauseSchedules(const QDateTime& until)
{
    request<Done>(PauseScheduler{until}, [this, until](const Done&) {
        Notice notice;
        notice.tone = Notice::Tone::Good;
        notice.text = until.isValid() ? tr("Schedules are paused and resume by themselves: %1. What runs goes on.").arg(formatMoment(until))
                                      : tr("Schedules are paused until you resume them. What runs goes on.");
        notice.button = tr("Resume");
        notice.press = [this] { resumeSchedules(); };
        Q_EMIT noticed(notice);
    });
}

void Requests::resumeSchedules()
{
    request<Done>(ResumeScheduler{}, [this](const Done&) { say(Notice::Tone::Good, tr("Schedules run again.")); });
}

void Requests::restore(const std::vector<qint64>& trash)
{
    request<BulkResult>(RestoreTrash{trash}, [this](const BulkResult& result) {
        if (!result.ok())
            Q_EMIT partlyDone(tr("Restore"), result);
        else
            say(Notice::Tone::Good, tr("%n table(s) brought back with cursor and configuration.", nullptr, int(result.items.size())));
    });
}

void Requests::verify(SchemaId id)
{
    say(Notice::Tone::Info, tr("Comparing source and warehouse."));
    request<VerifyReport>(VerifySchema{id}, [this](const VerifyReport& report) { Q_EMIT verified(report); });
}

void Requests::repair(SchemaId id, qint64 seenExtra)
{
    say(Notice::Tone::Info, tr("Comparing again, then repairing what differs."));
    request<VerifyReport>(VerifySchema{id, true, seenExtra}, [this](const VerifyReport& report) { Q_EMIT verified(report); });
}

void Requests::reconcile(SchemaId id)
{
    say(Notice::Tone::Info, tr("Comparing the keys of source and warehouse."));
    request<ReconcileReport>(ReconcileSchema{id}, [this](const ReconcileReport& report) { Q_EMIT reconciled(report); });
}

void Requests::syncAndVerify(SchemaId id)
{
    SyncSchemas command;
    command.ids = {id};
    request<SyncAccepted>(std::move(command), [this](const SyncAccepted& accepted) {
        m_verifyAfter.insert(m_verifyAfter.end(), accepted.runs.begin(), accepted.runs.end());
        say(Notice::Tone::Info, tr("Syncing; then the rows are compared again."));
    });
}

void Requests::createSample()
{
    say(Notice::Tone::Info, tr("Making the sample shop."));
    request<SourceAdded>(CreateSample{}, [this](const SourceAdded& added) {
        Q_EMIT sampleCreated(added.id);
        syncSelected(added.id);
    });
}

void Requests::editSample()
{
    request<Done>(EditSample{}, [this](const Done&) { say(Notice::Tone::Good, tr("A day passed in the sample shop. Sync it to see what arrives.")); });
}

void Requests::syncSelected(SourceId id)
{
    std::vector<SchemaId> ids;
    for (const SchemaInfo& s : m_control->snapshot()->schemas)
        if (s.sourceId == id && s.config.shouldSync)
            ids.push_back(s.id);
    m_syncWaits = ids.empty() ? id : SourceId();
    sync(ids);
}

} // namespace leat
