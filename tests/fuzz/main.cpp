// SPDX-License-Identifier: GPL-3.0-or-later
// leat_fuzz [--parser NAME] [--inputs N] [--seed S]: one line a parser; status 1 when an answer is wrong.
// Built with the sanitizers (preset asan) it ends at the first wrong access, having said which input it was.
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/parsers.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstdio>

using namespace leat::fuzz;

namespace {

struct Tally { qint64 inputs = 0; qint64 wrong = 0; qint64 slowestMs = 0; };

Tally fuzz(const Parser& parser, qint64 inputs, quint64 seed)
{
    Mutator mutator(parser.seeds, parser.words, seed);
    Tally tally;
    QElapsedTimer timer;
    for (; tally.inputs < inputs; ++tally.inputs) {
        // What a sanitizer's report is about: run with --inputs of one more to get there again.
        if (tally.inputs % 1000 == 0)
            std::fprintf(stderr, "\r%s %lld", parser.name, static_cast<long long>(tally.inputs));
        const QByteArray input = mutator.next();
        timer.start();
        const QString wrong = parser.run(input);
        tally.slowestMs = std::max(tally.slowestMs, timer.elapsed());
        if (!wrong.isEmpty() && ++tally.wrong <= 5)
            std::fprintf(stderr, "\n%s input %lld: %s\n  %s\n", parser.name, static_cast<long long>(tally.inputs),
                qUtf8Printable(wrong), input.left(500).toPercentEncoding(" =,:/{}[]\"").constData());
    }
    std::fprintf(stderr, "\n");
    return tally;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    const QCommandLineOption parser(QStringLiteral("parser"), QString(), QStringLiteral("NAME"));
    const QCommandLineOption inputs(QStringLiteral("inputs"), QString(), QStringLiteral("N"), QStringLiteral("10000"));
    const QCommandLineOption seed(QStringLiteral("seed"), QString(), QStringLiteral("S"), QStringLiteral("1"));
    options.addOptions({parser, inputs, seed});
    options.process(app);
    const bool memory = QDir(QStringLiteral("/dev/shm")).exists();
    const QTemporaryDir folder((memory ? QStringLiteral("/dev/shm") : QDir::tempPath()) + QStringLiteral("/leat-fuzz-XXXXXX"));
    QTextStream out(stdout);
    bool good = false;
    bool wrong = false;
    for (const Parser& each : allParsers(folder.path())) {
        if (options.isSet(parser) && options.value(parser) != QLatin1String(each.name))
            continue;
        // A file is opened, checked and closed for each input: a hundredth of the others' speed.
        const qint64 many = options.value(inputs).toLongLong();
        QElapsedTimer timer;
        timer.start();
        const Tally tally = fuzz(each, many, options.value(seed).toULongLong());
        out << "parser " << each.name << " inputs " << tally.inputs << " failures " << tally.wrong << " seconds "
            << timer.elapsed() / 1000.0 << " slowest " << tally.slowestMs << Qt::endl;
        good = true;
        wrong = wrong || tally.wrong > 0;
    }
    return good && !wrong ? 0 : 1;
}
