// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <set>
#include <vector>

namespace leat {

/// `run-scheduler`: the engine starts what is due, this says so, one line a start and an end,
/// and decides when it is over. A child of the session; main thread.
class SchedulerWatch final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        qint64 seconds = 0;        ///< ends after this; 0: when told to
        bool once = false;         ///< ends when what was due at the start has run
    };

    SchedulerWatch(Session& session, const Options& options);
    void start();

private:
    void onChanged(const ChangeSet& changes);
    void tellListing(const ListingChange& change);
    void tellStarts(const World& world);
    void tellEnd(const RunInfo& run);
    void tellVerified(const World& world);
    void tellNotVerified(const SchemaInfo& schema);
    void line(const QString& event, const QJsonObject& json, const QString& text);
    void noteAnswers(const World& world);
    void checkOnce();
    void end(int exitCode);

    Session& m_session;
    const Options m_options;
    QDateTime m_startedAt;         ///< what is due by then is waited for
    std::set<SourceId> m_asked;    ///< sources that are asked whether they answer again
    QTimer m_timer;
    std::set<RunId> m_told;
    std::map<SchemaId, QDateTime> m_verified;  ///< the comparison of a table that was told last
    std::map<SchemaId, QDateTime> m_notVerified;   ///< the same of those that came to nothing
    std::vector<RunInfo> m_ended;
    bool m_over = false;
};

} // namespace leat
