// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the real window over a scripted engine: leat_windowbench [TABLES] [SECONDS]. Prints one line a
// figure: name, milliseconds (worst of all rounds), rounds. tests/bench/window.py runs it.
#include "tests/support/fakecontrol.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace leat;
using namespace leat::test;

namespace {

constexpr int kSources = 10;
constexpr int kRuns = 8;               // that report at once
constexpr int kReportsASecond = 5;     // as often as the engine tells of progress

/// Knows how long the longest single event took: no frame can be painted meanwhile.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth++ > 0) {
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        QElapsedTimer timer;
        timer.start();
        const bool done = QApplication::notify(receiver, event);
        m_longest = std::max(m_longest, double(timer.nsecsElapsed()) / 1e6);
        m_depth = 0;
        return done;
    }
    double takeLongest()
    {
        const double longest = m_longest;
        m_longest = 0;
        return longest;
    }

private:
    int m_depth = 0;
    double m_longest = 0;
};

World manyTables(int count)
{
    World world = worlds::large(count);
    const SourceInfo pattern = world.sources.front();
    world.sources.clear();
    for (int i = 0; i < kSources; ++i) {
        SourceInfo source = pattern;
        source.id = SourceId{i + 1};
        source.name = QStringLiteral("source_%1").arg(i, 2, 10, QLatin1Char('0'));
        world.sources.push_back(source);
    }
    for (size_t i = 0; i < world.schemas.size(); ++i) {
        SchemaInfo& schema = world.schemas[i];
        const SourceInfo& source = world.sources[i * kSources / world.schemas.size()];
        schema.sourceId = source.id;
        schema.sourceName = source.name;
        schema.config.syncType = i % 3 == 0 ? SyncType::Incremental : SyncType::FullRefresh;
        schema.status = i % 41 == 0 ? SchemaStatus::Failed : i % 17 == 0 ? SchemaStatus::Paused : SchemaStatus::Ok;
        schema.rows = qint64(i * 7919 % 100'000);
        if (schema.status == SchemaStatus::Failed)
            schema.latestError = makeError(ErrorCode::AuthenticationFailed);
    }
    return world;
}

void print(const char* name, double worst, int rounds) { std::printf("%s\t%.2f\t%d\n", name, worst, rounds); }

/// Until `act` and all that follows from it, painting too, is done.
double untilShown(const std::function<void()>& act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    QCoreApplication::processEvents();
    return double(timer.nsecsElapsed()) / 1e6;
}

void settle() { QTest::qWait(300); }

void measureSort(MainWindow& window)
{
    QHeaderView* header = window.sourcesPage()->tree()->header();
    double worst = 0;
    int rounds = 0;
    for (int round = 0; round < 2; ++round)
        for (int column = 0; column < header->count(); ++column)
            for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
                const double took = untilShown([&] { window.sourcesPage()->tree()->sortByColumn(column, order); });
                worst = std::max(worst, round == 0 ? 0 : took); // the first round fills caches
                rounds += round;
            }
    print("sort", worst, rounds);
}

void measureFilter(MainWindow& window)
{
    auto* search = window.findChild<QLineEdit*>(QStringLiteral("main.search"));
    double worst = 0;
    int rounds = 0;
    for (const char* query : {"table_00", "status:failed", "method:incremental rows>1000", "source:source_03", "nothing like it"}) {
        QString typed;
        for (const char* letter = query; *letter != 0; ++letter) {
            typed += QLatin1Char(*letter);
            worst = std::max(worst, untilShown([&] { search->setText(typed); }));
            ++rounds;
        }
        worst = std::max(worst, untilShown([&] { search->clear(); }));
    }
    print("filter", worst, rounds);
}

/// Eight runs report, and one ends and the next begins with every report.
void report(FakeControl& control, int round)
{
    ChangeSet changes;
    control.edit([&](World& world) {
        world.engine.running = kRuns;
        for (int i = 0; i < kRuns; ++i) {
            const size_t at = size_t(round / kReportsASecond * kRuns + i) * 37 % world.schemas.size();
            SchemaInfo& schema = world.schemas[at];
            const bool ends = round % kReportsASecond == kReportsASecond - 1;
            schema.status = ends ? SchemaStatus::Ok : SchemaStatus::Running;
            schema.currentRun = ends ? RunId() : RunId{90'000 + round};
            schema.progress.reset();
            if (!ends) {
                RunProgress progress;
                progress.phase = RunPhase::Reading;
                progress.rows = round * 1000;
                progress.expectedRows = 1'000'000;
                progress.fraction = double(round % 10) / 10;
                schema.progress = progress;
            } else {
                schema.rows += 1000;
                schema.lastSyncedAt = QDateTime::currentDateTimeUtc();
            }
            changes.schemas.push_back(schema.id);
        }
    });
    changes.engine = true;
    control.tell(changes);
}

void measureReports(TimedApplication& app, FakeControl& control, int seconds, const char* name)
{
    settle();
    app.takeLongest();
    int round = 0;
    QTimer timer;
    timer.setInterval(1000 / kReportsASecond);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { report(control, round++); });
    timer.start();
    QTest::qWait(seconds * 1000);
    timer.stop();
    print(name, app.takeLongest(), round);
}

} // namespace

int main(int argc, char** argv)
{
    TimedApplication app(argc, argv);
    const int tables = argc > 1 ? QByteArray(argv[1]).toInt() : 1000;
    const int seconds = argc > 2 ? QByteArray(argv[2]).toInt() : 5;
    Appearance appearance(app);
    appearance.setMode(Appearance::Mode::Light);
    FakeControl control(manyTables(tables));
    std::unique_ptr<MainWindow> window;
    print("open", untilShown([&] {
        window = std::make_unique<MainWindow>(&control, WindowServices{nullptr, &appearance, {}});
        window->resize(1440, 900);
        window->show();
    }), 1);
    settle();
    measureSort(*window);
    measureFilter(*window);
    measureReports(app, control, seconds, "reports, sources");
    window->sourcesPage()->tree()->sortByColumn(SourceTableModel::Status, Qt::DescendingOrder);
    measureReports(app, control, seconds, "reports, sorted by status");
    window->findChild<QLineEdit*>(QStringLiteral("main.search"))->setText(QStringLiteral("status:active"));
    measureReports(app, control, seconds, "reports, filtered by status");
    window->actions().goHome->trigger();
    measureReports(app, control, seconds, "reports, home");
    window->actions().goHistory->trigger();
    measureReports(app, control, seconds, "reports, history");
    return 0;
}
