// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the data path alone: pg_drain URL TABLE READERS reads a table and throws it away.
#include "engine/connectors/postgres/postgresfactory.h"
#include "tests/postgres/testbatch.h"

#include <chrono>
#include <cstdio>
#include <thread>

#ifndef _WIN32
#include <sys/resource.h>
#endif

using namespace leat;

int main(int argc, char** argv)
{
    if (argc < 4)
        return std::fprintf(stderr, "pg_drain URL TABLE READERS\n"), 2;
    const PostgresFactory factory;
    QByteArray url(argv[1]);
    Result<ParsedUrl> parsed = factory.parseUrl(Secret::take(url));
    if (!parsed)
        return std::fprintf(stderr, "%s\n", qPrintable(parsed.error().args.value(QStringLiteral("reason")))), 1;
    auto source = factory.create(parsed->settings, std::move(parsed->secrets));
    const auto start = std::chrono::steady_clock::now();
    auto snapshot = source ? (*source)->openSnapshot({QStringLiteral("public"), QString::fromUtf8(argv[2])}, {}) : Result<std::unique_ptr<TableSnapshot>>(source.error());
    if (!snapshot)
        return std::fprintf(stderr, "%s %s\n", qPrintable(toString(snapshot.error().code)), qPrintable(snapshot.error().detail)), 1;
    ReadSpec spec;
    spec.readers = atoi(argv[3]);
    for (const ColumnShape& c : (*snapshot)->shape().columns)
        spec.columns << c.name;
    auto read = (*snapshot)->read(spec);
    std::vector<std::thread> threads;
    for (int i = 0; i < (*read)->usefulReaders(); ++i)
        threads.emplace_back([&read] {
            auto reader = (*read)->openReader({});
            if (!reader)
                return;
            test::TestBatch batch((*read)->columns());
            for (;;) {
                batch.reset();
                const auto rows = (*reader)->fill(batch.batch());
                if (!rows || *rows == 0)
                    break;
            }
        });
    for (std::thread& t : threads)
        t.join();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    double cpu = 0;
#ifndef _WIN32
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
#endif
    std::printf("%lld rows, %d readers, %.2f s, %.2f CPU s, %.0f MB\n", static_cast<long long>((*read)->counters().rows.load()), (*read)->usefulReaders(),
        seconds, cpu, static_cast<double>((*read)->counters().bytes.load()) / 1e6);
    return 0;
}
