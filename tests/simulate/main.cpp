// SPDX-License-Identifier: GPL-3.0-or-later
// leat_simulate [--schedules N] [--first NUMBER] [--defect NAME]: prints one line; status 1 when a schedule
// failed. A schedule's number is its seed: `--first NUMBER --schedules 1` is that one again.
#include "tests/simulate/simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

using namespace leat::sim;

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption schedules(QStringLiteral("schedules"), QString(), QStringLiteral("N"), QStringLiteral("1000"));
    const QCommandLineOption defect(QStringLiteral("defect"), QStringLiteral("no-basis or no-fence"), QStringLiteral("NAME"));
    const QCommandLineOption folder(QStringLiteral("folder"), QStringLiteral("where the state file is"), QStringLiteral("PATH"));
    const QCommandLineOption start(QStringLiteral("first"), QStringLiteral("the number of the first schedule"), QStringLiteral("NUMBER"), QStringLiteral("0"));
    parser.addOptions({schedules, start, defect, folder});
    parser.process(app);

    const QMap<QString, Defect> defects{{QString(), Defect::None}, {QStringLiteral("no-basis"), Defect::NoBasis},
        {QStringLiteral("no-fence"), Defect::NoFence}};
    QTextStream out(stdout);
    const QTemporaryDir own((parser.isSet(folder) ? parser.value(folder) : QDir::tempPath()) + QStringLiteral("/leat-sim-XXXXXX"));
    Simulation simulation(own.path(), defects.value(parser.value(defect), Defect::None));
    const quint64 first = parser.value(start).toULongLong();
    const int count = parser.value(schedules).toInt();
    int failed = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        const QStringList problems = simulation.run(first + quint64(i));
        if (problems.isEmpty())
            continue;
        if (++failed <= 10)
            out << "schedule " << first + quint64(i) << ": " << problems.join(QStringLiteral("; ")) << "\n  "
                << simulation.trace().join(QLatin1Char(' ')) << "\n";
    }
    // The same seed is the same schedule, step by step.
    for (int i = 0; i < std::min(count, 20); ++i) {
        simulation.run(first + quint64(i));
        const QStringList once = simulation.trace();
        simulation.run(first + quint64(i));
        if (once != simulation.trace()) {
            out << "schedule " << first + quint64(i) << " does not replay\n";
            ++failed;
        }
    }
    const double seconds = double(timer.elapsed()) / 1000;
    out << "schedules " << count << " failures " << failed << " seconds " << seconds << " rate "
        << (seconds > 0 ? double(count) / seconds : 0) << "\n";
    return failed ? 1 : 0;
}
