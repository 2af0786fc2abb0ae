// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/postgres/pgtesting.h"

using namespace leat;
using namespace leat::test;

using Basis = CursorEvidence::Basis;

/// What the values of possible cursors say, against a real server (T32–T34, T013, T026).
class TestPgEvidence : public QObject
{
    Q_OBJECT
    PgServer m_server;
    std::unique_ptr<Source> m_source;

    CursorCandidate candidate(const char* name, const char* field)
    {
        const Result<SyncOptions> options = m_source->options(table(name), {});
        if (!options)
            qFatal("%s", qPrintable(options.error().detail));
        for (const CursorCandidate& c : options->incrementalFields)
            if (c.field == s(field))
                return c;
        qFatal("%s is no candidate", field);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
        // Small is counted; "big" is more than 16 MB, with an index on one time and none on the other.
        QVERIFY2(m_server.exec(s("CREATE TABLE small (id bigint PRIMARY KEY, updated_at timestamptz, created_at timestamptz NOT NULL, day date, amount numeric);"
            "INSERT INTO small SELECT i, CASE WHEN i <= 80 THEN timestamptz '2026-01-01' + make_interval(mins => i / 2) END, timestamptz '2025-01-01', date '2026-01-01', 1.5 FROM generate_series(1, 100) i;"
            "UPDATE small SET updated_at = '2099-01-01 00:00+00' WHERE id IN (1, 2, 3);"
            "CREATE TABLE big (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL, changed_at timestamptz NOT NULL, pad text);"
            "INSERT INTO big SELECT i, timestamptz '2026-01-01' + make_interval(secs => least(i, 118000)), timestamptz '2026-01-01' + make_interval(secs => i % 60), repeat('x', 150) FROM generate_series(1, 120000) i;"
            "CREATE INDEX ON big (updated_at); ANALYZE big;"
            "CREATE TABLE stale (id int PRIMARY KEY, note text, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now());"
            "INSERT INTO stale SELECT i FROM generate_series(1, 200) i;"
            "CREATE TABLE kept (LIKE stale INCLUDING ALL); INSERT INTO kept SELECT * FROM stale;"
            "CREATE VIEW v AS SELECT * FROM small")), qPrintable(m_server.error()));
        QVERIFY(m_server.exec(s("UPDATE stale SET note = 'changed'")));
        QVERIFY(m_server.exec(s("UPDATE kept SET note = 'changed', updated_at = created_at + interval '1 hour' WHERE id < 5")));
        m_source = makeSource(m_server.socketSettings(s("postgres"), s("postgres")));
    }

    void smallTablesAreCounted()
    {
        const CursorCandidate updated = candidate("small", "updated_at");
        QCOMPARE(updated.nullShare, 0.2);
        QVERIFY(updated.evidence.valuesBy == Basis::AllRows && updated.evidence.endsBy == Basis::AllRows);
        // 77 of the rows hold i/2 = 2 … 40: 39 values, and three the one in the future.
        QCOMPARE(updated.evidence.duplicateShare, 1.0 - 40.0 / 80.0);
        QCOMPARE(updated.evidence.future, 3);               // T013
        QCOMPARE(updated.evidence.atGreatest, 3);
        QVERIFY(updated.evidence.greatest.startsWith(s("2099-01-01")));
        const CursorCandidate id = candidate("small", "id");
        QCOMPARE(id.evidence.duplicateShare, 0.0);
        QCOMPARE(id.evidence.atGreatest, 1);
        QCOMPARE(id.evidence.future, -1);                   // a number has no future
        QCOMPARE(candidate("small", "day").evidence.duplicateShare, 0.99);
    }

    void largeTablesAreAskedAtTheirEnds()
    {
        const CursorCandidate indexed = candidate("big", "updated_at");
        QVERIFY(indexed.evidence.endsBy == Basis::Index);
        QCOMPARE(indexed.evidence.atGreatest, CursorEvidence::kCountedTo); // 2001 rows share it; counting stops
        QCOMPARE(indexed.evidence.future, 0);
        QVERIFY(indexed.evidence.valuesBy == Basis::Statistics);
        const CursorCandidate plain = candidate("big", "changed_at");
        QVERIFY(plain.evidence.endsBy == Basis::Unknown);    // no index: not looked at
        QCOMPARE(plain.evidence.atGreatest, -1);
        QVERIFY2(plain.evidence.duplicateShare > 0.99, "60 values in 120,000 rows, by statistics");
    }

    void aColumnThatIsNotKeptIsSeen()   // T026
    {
        // The server counts updates when their session has ended.
        QTRY_VERIFY_WITH_TIMEOUT(candidate("stale", "updated_at").evidence.moves.has_value(), 20'000);
        const Result<SyncOptions> options = m_source->options(table("stale"), {});
        QCOMPARE(*candidate("stale", "updated_at").evidence.moves, false);
        QVERIFY(options->suggested == SyncType::FullRefresh);
        QVERIFY(options->suggestedField != s("updated_at"));
        QCOMPARE(*candidate("kept", "updated_at").evidence.moves, true);
        QVERIFY(m_source->options(table("kept"), {})->suggested == SyncType::Incremental);
    }

    void viewsAreLeftAlone()
    {
        QVERIFY(candidate("v", "updated_at").evidence.endsBy == Basis::Unknown);
    }

    void theListSaysWhy()
    {
        const Result<std::vector<TableListing>> list = m_source->listTables({});
        QVERIFY(list.has_value());
        for (const TableListing& t : *list)
            if (t.table.name == s("big")) {
                QVERIFY2(t.reason.contains(s("indexed")) && t.reason.contains(s("no NULL")), qPrintable(t.reason));
                QVERIFY2(t.reason.contains(s("statistics")), qPrintable(t.reason));
                return;
            }
        QFAIL("big is not listed");
    }

    void aCancelledLookEnds()
    {
        CancelSource cancel;
        cancel.cancel();
        const Result<SyncOptions> options = m_source->options(table("big"), cancel.token());
        QVERIFY(!options && options.error().code == ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPgEvidence)
#include "tst_pgevidence.moc"
