// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/syncwatch.h"

#include "app/cli/clitext.h"
#include "app/cli/format.h"
#include "app/cli/names.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

#include <algorithm>

namespace leat {

namespace {

constexpr int kLostIntervalMs = 2000;
constexpr std::size_t kMostLines = 6;
constexpr auto kRight = TextTable::Align::Right;

QString nameOf(const RunInfo& run)
{
    return run.sourceName + QLatin1Char('.') + run.label;
}

// Rows come one by one, so the widths are set beforehand.
TextTable resultTable(const std::vector<SchemaInfo>& schemas)
{
    int widest = 0;
    for (const SchemaInfo& schema : schemas)
        widest = std::max(widest, displayWidth(fullName(schema)));
    return TextTable({{Cli::tr("TABLE"), TextTable::Align::Left, std::min(widest, 60)},
        {Cli::tr("STATUS"), TextTable::Align::Left, 11}, {Cli::tr("MODE"), TextTable::Align::Left, 7},
        {Cli::tr("READ"), kRight, 12}, {Cli::tr("NEW"), kRight, 12}, {Cli::tr("CHANGED"), kRight, 12},
        {Cli::tr("TIME"), kRight, 9}});
}

QString bar(double fraction)
{
    constexpr int cells = 20;
    const int filled = std::clamp(static_cast<int>(fraction * cells), 0, cells);
    return QStringLiteral("[%1%2]").arg(QString(filled, QLatin1Char('#')), QString(cells - filled, QLatin1Char('.')));
}

QString progressLine(const SchemaInfo& schema, const RunProgress& p)
{
    QStringList parts{fullName(schema)};
    if (p.fraction >= 0)
        parts.append(QStringLiteral("%1 %2 %").arg(bar(p.fraction)).arg(static_cast<int>(p.fraction * 100)));
    parts.append(phaseText(p.phase));
    if (p.rows > 0 && p.expectedRows > 0)
        parts.append(Cli::tr("%1 of about %2 rows").arg(countText(p.rows), countText(p.expectedRows)));
    else if (p.rows > 0)
        parts.append(Cli::tr("%1 rows").arg(countText(p.rows)));
    if (p.rowsPerSecond > 0)
        parts.append(Cli::tr("%1 rows/s").arg(countText(static_cast<qint64>(p.rowsPerSecond))));
    if (p.etaSeconds > 0)
        parts.append(p.etaSeconds < 60 ? Cli::tr("about %1 s left").arg(p.etaSeconds)
                                       : Cli::tr("about %1 left").arg(durationText(p.etaSeconds * 1000)));
    return parts.join(QStringLiteral("  "));
}

} // namespace

SyncWatch::SyncWatch(Session& session, std::vector<SchemaInfo> schemas, Ended ended)
    : QObject(&session), m_session(session), m_schemas(std::move(schemas)), m_ended(std::move(ended)),
      m_block(session.out()), m_table(resultTable(m_schemas))
{
    connect(&m_lostTimer, &QTimer::timeout, this, &SyncWatch::lookForLost);
}

void SyncWatch::start(const SyncSchemas& command)
{
    m_startedAt = QDateTime::currentDateTimeUtc();
    // Before the command: a short run may end before its number is known here.
    connect(&m_session.control(), &Control::changed, this, &SyncWatch::onChanged);
    m_session.onInterrupt([this] { cancel(); });
    whenReplied<SyncAccepted>(m_session.control().send(command), this, [this](const Result<SyncAccepted>& accepted) {
        if (!accepted)
            return m_session.fail(accepted.error());
        onAccepted(accepted->runs);
    });
}

void SyncWatch::onAccepted(const std::vector<RunId>& runs)
{
    m_expected = runs;
    m_accepted = true;
    m_lostTimer.start(kLostIntervalMs);
    if (m_cancelling)
        cancel();
    printHeader();
    for (const auto& [id, run] : std::map(m_finished))
        take(run);
    draw();
    checkEnd();
}

void SyncWatch::onChanged(const ChangeSet& changes)
{
    for (const RunInfo& run : changes.finishedRuns)
        take(run);
    draw();
    checkEnd();
}

void SyncWatch::take(const RunInfo& run)
{
    m_finished[run.id] = run;
    const bool ours = std::find(m_expected.begin(), m_expected.end(), run.id) != m_expected.end();
    if (m_accepted && ours && m_printed.insert(run.id).second)
        printRun(run);
}

void SyncWatch::cancel()
{
    if (!m_cancelling)
        m_session.out().note(Cli::tr("Cancelling; press Ctrl+C again to end at once. What was committed stays."));
    m_cancelling = true;
    if (!m_accepted)
        return; // sent as soon as the runs exist
    whenReplied<Done>(m_session.control().send(CancelSchemas{idsOf(m_schemas)}), this, [this](const Result<Done>& told) {
        if (!told && !m_done)
            m_session.fail(told.error());
    });
}

void SyncWatch::lookForLost()
{
    HistoryFilter filter;
    filter.limit = static_cast<int>(m_expected.size()) * 2 + 100;
    const WorldPtr world = m_session.world();
    const bool anyLost = std::any_of(m_expected.begin(), m_expected.end(), [&](RunId id) {
        return !m_finished.contains(id)
            && std::none_of(world->schemas.begin(), world->schemas.end(), [&](const SchemaInfo& s) { return s.currentRun == id; });
    });
    if (!anyLost || m_done)
        return;
    whenReplied<HistoryPage>(m_session.control().send(LoadHistory{filter}), this, [this](const Result<HistoryPage>& page) {
        if (!page || m_done)
            return;
        for (const RunInfo& run : page->runs)
            if (run.status != RunStatus::Queued && run.status != RunStatus::Running)
                take(run);
        checkEnd();
    });
}

void SyncWatch::checkEnd()
{
    if (m_done || !m_accepted)
        return;
    std::vector<RunInfo> runs;
    for (const RunId id : m_expected) {
        const auto found = m_finished.find(id);
        if (found == m_finished.end())
            return;
        runs.push_back(found->second);
    }
    m_done = true;
    m_lostTimer.stop();
    m_block.clear();
    disconnect(&m_session.control(), nullptr, this, nullptr);
    m_session.onInterrupt({});
    m_ended(runs);
}

void SyncWatch::printHeader()
{
    Output& out = m_session.out();
    if (!out.json() && !m_expected.empty())
        out.data(m_table.renderHeader(out.outStyle()));
}

void SyncWatch::printRun(const RunInfo& run)
{
    Output& out = m_session.out();
    if (out.json())
        return;
    m_block.clear();
    out.data(m_table.renderRow({nameOf(run), statusCell(run.status), run.mode, out.count(run.rowsRead),
        out.count(run.rowsInserted), out.count(run.rowsUpdated), out.duration(run.startedAt, run.finishedAt)}, out.outStyle()));
    if (run.rowsQuarantined == 0)
        return;
    // Programs that read the columns get nothing else on standard output.
    const QString aside = quarantineText(out, nameOf(run), run.rowsQuarantined);
    if (out.plain())
        out.note(QStringLiteral("%1: %2").arg(nameOf(run), aside));
    else
        out.data(QStringLiteral("  %1\n").arg(aside));
}

QStringList SyncWatch::runningLines(const World& world) const
{
    QStringList lines;
    std::size_t hidden = 0;
    for (const SchemaInfo& watched : m_schemas) {
        const SchemaInfo* schema = world.schema(watched.id);
        if (schema == nullptr || !schema->progress || schema->progress->phase == RunPhase::Waiting
            || m_finished.contains(schema->currentRun))
            continue;
        if (static_cast<std::size_t>(lines.size()) < kMostLines)
            lines.append(progressLine(*schema, *schema->progress));
        else
            ++hidden;
    }
    if (hidden > 0)
        lines.append(Cli::tr("… and %1 more").arg(hidden));
    return lines;
}

void SyncWatch::draw()
{
    if (m_done || !m_accepted || !m_session.out().canAnimate())
        return;
    QStringList lines = runningLines(*m_session.world());
    const qint64 elapsed = m_startedAt.msecsTo(QDateTime::currentDateTimeUtc());
    lines.append(Cli::tr("%1 of %2 tables done, %3").arg(m_printed.size()).arg(m_expected.size()).arg(durationText(elapsed)));
    m_block.show(lines);
}

QJsonObject syncJson(const std::vector<RunInfo>& runs, int exitCode)
{
    QJsonArray array;
    for (const RunInfo& run : runs) {
        QJsonObject json = toJson(run);
        json[QLatin1String("name")] = nameOf(run);
        array.append(json);
    }
    return {{QStringLiteral("exit_code"), exitCode}, {QStringLiteral("runs"), array}};
}

namespace {

// A server that is down fails every table alike: told once, with the tables it holds for.
void reportFailures(Output& out, const std::vector<RunInfo>& runs, bool interrupted)
{
    struct Group { QStringList names; Error error; };
    std::vector<Group> groups;
    for (const RunInfo& run : runs) {
        if (!run.error || (interrupted && run.status == RunStatus::Cancelled))
            continue;
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& g) {
            return g.error.code == run.error->code && describe(g.error).sentence == describe(*run.error).sentence;
        });
        if (same == groups.end())
            groups.push_back({{nameOf(run)}, *run.error});
        else
            same->names.append(nameOf(run));
    }
    constexpr qsizetype shown = 3;
    for (const Group& group : groups) {
        QString names = QStringList(group.names.mid(0, shown)).join(QStringLiteral(", "));
        if (group.names.size() > shown)
            names = Cli::tr("%1 and %2 more").arg(names).arg(group.names.size() - shown);
        out.failureOf(names, group.error);
    }
}

} // namespace

void syncAndReport(Session& session, std::vector<SchemaInfo> schemas, const SyncSchemas& command,
    std::function<void(const std::vector<RunInfo>&, int)> then)
{
    const auto ended = [&session, then = std::move(then)](const std::vector<RunInfo>& runs) {
        Output& out = session.out();
        qint64 rows = 0, failed = 0, aside = 0;
        for (const RunInfo& run : runs) {
            rows += run.rowsRead;
            failed += run.status == RunStatus::Completed ? 0 : 1;
            aside += run.rowsQuarantined;
        }
        if (!out.json())
            reportFailures(out, runs, session.interruptedBy() != 0);
        if (!out.json())
            out.note(Cli::tr("%1 synced, %2 not; %3 rows read.")
                         .arg(tablesText(qint64(runs.size()) - failed)).arg(failed).arg(out.count(rows)));
        if (!out.json() && aside > 0)
            out.note(Cli::tr("Read and not stored, but put into quarantine: %1.").arg(out.count(aside)));
        const int code = session.interruptedBy() != 0 ? session.interruptedBy() : exitCodeFor(runs);
        then(runs, code);
    };
    auto* watch = new SyncWatch(session, std::move(schemas), ended);
    watch->start(command);
}

} // namespace leat
