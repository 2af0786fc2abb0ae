// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/liveblock.h"
#include "app/cli/session.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace leat {

/// Queues syncs and follows their runs to the end: live lines on a terminal, a result line for
/// each as it ends, Ctrl+C cancels and still waits. A child of the session.
class SyncWatch final : public QObject
{
    Q_OBJECT
public:
    /// Told when every run has ended, in the order they were queued.
    using Ended = std::function<void(const std::vector<RunInfo>&)>;

    SyncWatch(Session& session, std::vector<SchemaInfo> schemas, Ended ended);
    void start(const SyncSchemas& command);

private:
    void onAccepted(const std::vector<RunId>& runs);
    void onChanged(const ChangeSet& changes);
    void take(const RunInfo& run);
    void cancel();
    /// Asks the history for runs whose end was not announced.
    void lookForLost();
    void checkEnd();
    void draw();
    QStringList runningLines(const World& world) const;
    void printRun(const RunInfo& run);
    void printHeader();

    Session& m_session;
    std::vector<SchemaInfo> m_schemas;
    Ended m_ended;
    LiveBlock m_block;
    TextTable m_table;
    std::vector<RunId> m_expected;
    std::set<RunId> m_printed;
    std::map<RunId, RunInfo> m_finished;
    QDateTime m_startedAt;
    QTimer m_lostTimer;
    bool m_accepted = false;
    bool m_done = false;
    bool m_cancelling = false;
};

/// Syncs the schemas and hands over the runs and their exit code, with failures and a summary
/// written to stderr.
void syncAndReport(Session& session, std::vector<SchemaInfo> schemas, const SyncSchemas& command,
    std::function<void(const std::vector<RunInfo>&, int exitCode)> then);

QJsonObject syncJson(const std::vector<RunInfo>& runs, int exitCode);

} // namespace leat
