// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "ui/notice.h"

#include <QObject>

namespace leat {

/// What the window asks the engine to do, and the sentence it says about the answer.
class Requests : public QObject
{
    Q_OBJECT
public:
    explicit Requests(Control* control, QObject* parent = nullptr);
    Control* control() const { return m_control; }

    void sync(const std::vector<SchemaId>& ids, bool fromScratch = false);
    /// Syncs tables whose columns changed, with these changes.
    void acceptChanges(const std::vector<SchemaId>& ids);
    /// Lets a held-back full refresh replace the table by an empty one.
    void replaceByEmpty(SchemaId id);
    void cancel(const std::vector<SchemaId>& ids);
    /// Stops the runs and queues new ones as soon as they have ended.
    void cancelAndSync(const std::vector<SchemaId>& ids);
    void setPaused(const std::vector<SchemaId>& ids, bool paused);
    /// Each table for itself: one that is refused does not hold up the others.
    void setFrequency(const std::vector<SchemaId>& ids, SyncFrequency frequency);
    void rewind(SchemaId id, const QString& value);
    /// Until the time (UTC), or until resumed where it is invalid.
    void pauseSchedules(const QDateTime& until);
    void resumeSchedules();
    void restore(const std::vector<qint64>& trash);
    void say(const Notice& notice) { Q_EMIT noticed(notice); }
    void refresh(SourceId id);
    void verify(SchemaId id);
    /// `seenExtra`: how many rows the person has seen to be here alone; about so many may go.
    void repair(SchemaId id, qint64 seenExtra);
    void reconcile(SchemaId id);
    /// Rules out what was merely not synced yet.
    void syncAndVerify(SchemaId id);
    /// Makes the offline shop and syncs it.
    void createSample();
    void editSample();

Q_SIGNALS:
    void noticed(const leat::Notice& notice);
    void verified(const leat::VerifyReport& report);
    void reconciled(const leat::ReconcileReport& report);
    /// Some of several tables were refused.
    void partlyDone(const QString& title, const leat::BulkResult& result);
    void sampleCreated(leat::SourceId id);

private:
    template <typename T, typename Command, typename Handler>
    void request(Command command, Handler handler);
    void say(Notice::Tone tone, const QString& text);
    void syncSelected(SourceId id);

    Control* m_control;
    void syncStopped();
    SourceId m_syncWaits;
    std::vector<SchemaId> m_stopping;
    std::vector<RunId> m_verifyAfter;
};

} // namespace leat
