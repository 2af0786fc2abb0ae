// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QPromise>

#include <deque>
#include <map>
#include <vector>

namespace leat::test {

/// A scripted engine: a world to edit, replies to prepare, and a list of what was asked. Answers
/// come through the event loop like the real ones. With `world::shop()` it holds believable data.
class FakeControl : public Control
{
    Q_OBJECT
public:
    explicit FakeControl(World world = {}, QObject* parent = nullptr);
    ~FakeControl() override;

    WorldPtr snapshot() const override { return m_world; }
    QFuture<ReplyPtr> send(Command command) override;

    // ---- the world ----
    /// Edits a copy of the world and makes it the snapshot; tell() the news afterwards.
    template <typename Edit>
    void edit(Edit change)
    {
        auto next = std::make_shared<World>(*m_world);
        ++next->version;
        change(*next);
        m_world = next;
    }
    void tell(const ChangeSet& changes) { Q_EMIT changed(changes); }
    void editSchema(SchemaId id, const std::function<void(SchemaInfo&)>& change);

    // ---- what was asked ----
    const std::vector<Command>& sent() const { return m_sent; }
    template <typename T>
    int count() const
    {
        int n = 0;
        for (const Command& c : m_sent)
            n += std::holds_alternative<T>(c) ? 1 : 0;
        return n;
    }
    template <typename T>
    const T* last() const
    {
        for (auto at = m_sent.rbegin(); at != m_sent.rend(); ++at)
            if (const T* found = std::get_if<T>(&*at))
                return found;
        return nullptr;
    }
    void forget() { m_sent.clear(); }

    // ---- what is answered ----
    /// The next command of type T gets this error instead of its usual answer.
    template <typename T>
    void failNext(const Error& error) { m_failures[Command(T()).index()].push_back(error); }
    /// While on hold, commands wait; release() answers them in order.
    void hold() { m_held = true; }
    void release();
    int waiting() const { return int(m_waiting.size()); }

    std::vector<RunInfo> runs;                     ///< history, newest first
    std::map<qint64, std::vector<LogLine>> logs;   ///< by run
    TableList tables;
    std::map<qint64, SyncOptions> options;         ///< by schema
    CheckReport report;
    VerifyReport verify;
    ReconcileReport reconcile;         ///< held until it is confirmed
    ParsedUrl parsed;
    DoctorReport doctor;
    ChangePreview preview;                         ///< of PreviewChange; empty: made from the patch
    KeyReport key;
    RewindReport rewind;
    DestructivePreview destructive;
    TrashPage trash;
    QuarantinePage quarantine;
    CredentialReport credentials;
    DiagnosisReport diagnosis;
    EngineTuning tuning;
    std::map<bool, Bundle> bundles;                ///< by whether names are hashed

private:
    struct Waiting { std::shared_ptr<QPromise<ReplyPtr>> promise; size_t index; };
    Result<Reply> answer(const Command& command);
    Result<Reply> addSource(const AddSource& command);
    Result<Reply> sync(const SyncSchemas& command);
    Result<Reply> cancel(const CancelSchemas& command);
    Result<Reply> set(const SetSchemas& command);
    Result<Reply> remove(const RemoveSource& command);
    Result<Reply> update(const UpdateSource& command);
    Result<Reply> fix(const FixFinding& command);
    Result<Reply> answerChange(const Command& command);
    Result<Reply> previewOf(const PreviewChange& command) const;
    Result<Reply> rotate(const RotateCredentials& command);
    BulkResult itemsOf(const std::vector<SchemaId>& ids) const;
    Result<Reply> createSample();
    HistoryPage history(const HistoryFilter& filter) const;
    void answerLater(std::shared_ptr<QPromise<ReplyPtr>> promise, size_t index);

    WorldPtr m_world;
    std::vector<Command> m_sent;
    std::map<size_t, std::deque<Error>> m_failures;
    std::vector<Waiting> m_waiting;
    bool m_held = false;
    qint64 m_nextId = 10'000;
};

// ---- believable worlds ----
namespace worlds {

std::vector<SourceTypeInfo> sourceTypes();
/// No source yet.
World empty();
/// Two sources, a dozen tables in every state.
World shop();
/// One source with `count` tables.
World large(int count);
/// History, logs, table list, options, report and verify result that fit shop().
void fillShop(FakeControl& control);

} // namespace worlds

} // namespace leat::test
