# SPDX-License-Identifier: GPL-3.0-or-later
"""The data of the end-to-end test, and changes that go on while Leat reads."""
import random
import subprocess
import threading

import alltypes

WIDE_COLUMNS = 1000
KEYED = {"pgbench_accounts": "aid", "pgbench_tellers": "tid", "pgbench_branches": "bid", "all_types": "id", "wide": "id"}
TABLES = [*KEYED, "pgbench_history"]

# pgbench's tables get what a real application's have: a change time, kept by a trigger.
TOUCH = """
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN NEW.updated_at := clock_timestamp(); RETURN NEW; END $$;
"""
TOUCHED = """
ALTER TABLE {t} ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX ON {t} (updated_at);
CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON {t} FOR EACH ROW EXECUTE FUNCTION touch();
"""


def _wide_cell(k):
    return (f"(i * {k}) % 30000", "CASE WHEN (i + {0}) % 3 > 0 THEN 'v' || (i + {0}) % 100 END".format(k), f"(i + {k}) % 2 = 0",
            f"CASE WHEN (i + {k}) % 5 > 0 THEN ((i * {k}) % 1000)::numeric / 100 END")[k % 4]


def wide_sql(rows):
    """id, updated_at and 998 more."""
    types = ("smallint", "text", "boolean", "numeric(6,2)")
    columns = [f"c{k} {types[k % 4]}" for k in range(1, WIDE_COLUMNS - 1)]
    cells = [_wide_cell(k) for k in range(1, WIDE_COLUMNS - 1)]
    return (f"CREATE TABLE wide (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT clock_timestamp(), {', '.join(columns)});\n"
            "CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON wide FOR EACH ROW EXECUTE FUNCTION touch();\n"
            f"INSERT INTO wide SELECT i, now(), {', '.join(cells)} FROM generate_series(1, {rows}) AS g(i);\n"
            "CREATE INDEX ON wide (updated_at);\n")


def load(server, database, scale, wide_rows):
    server.create_database(database)
    bench = server.pgbench("-i", "-q", "-s", str(scale), database=database)
    output, _ = bench.communicate()
    if bench.returncode:
        raise RuntimeError(f"pgbench -i failed: {output}")
    server.sql(TOUCH + "".join(TOUCHED.format(t=f"pgbench_{t}") for t in ("accounts", "tellers", "branches")), database)
    server.sql(alltypes.create_sql(60) + wide_sql(wide_rows), database)
    server.sql("CREATE INDEX ON pgbench_history (mtime); ANALYZE;", database)


class Load:
    """with Load(…): pgbench's transactions, plus writers that commit late and out of order."""

    def __init__(self, server, database, seconds, seed, clients=2):
        self.server, self.database = server, database
        self.bench = server.pgbench("-n", "-c", str(clients), "-T", str(seconds), f"--random-seed={seed}", database=database)
        self.stop = threading.Event()
        self.errors = []
        self.writers = [threading.Thread(target=self._late_writer, args=(random.Random(seed * 7 + n),)) for n in range(2)]

    def __enter__(self):
        for writer in self.writers:
            writer.start()
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self.bench.terminate()
        output, _ = self.bench.communicate()
        self.stop.set()
        for writer in self.writers:
            writer.join()
        if kind is None and self.bench.returncode:
            raise RuntimeError(f"pgbench failed: {output}")
        if kind is None and self.errors:
            raise self.errors[0]

    @property
    def running(self):
        return self.bench.poll() is None

    # Rows get their time stamp first and are committed after others with later ones (traps T001–T005).
    def _late_writer(self, rng):
        while not self.stop.is_set():
            wait = rng.uniform(0.05, 0.6)
            key = rng.randint(1, 1_000_000_000)
            try:
                self.server.sql(
                    f"BEGIN; UPDATE wide SET c4 = {key} % 1000 WHERE id = 1 + {key} % 50;"
                    f" UPDATE all_types SET i4 = {key}, updated_at = clock_timestamp() WHERE id = {key} % 60;"
                    f" INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (1, 1, {key} % 1000, -1, CURRENT_TIMESTAMP);"
                    f" SELECT pg_sleep({wait:.2f}); COMMIT;", self.database)
            except (subprocess.SubprocessError, RuntimeError, OSError) as error:
                self.errors.append(error)
                return
