-- SPDX-License-Identifier: GPL-3.0-or-later
-- psql -v tables=1000 -v n=100 -f gen_many.sql : many small tables with a key and a change time
\set ON_ERROR_STOP 1
SELECT set_config('m.tables', :'tables', false), set_config('m.n', :'n', false);
DO $$
DECLARE k int;
BEGIN
  FOR k IN 1..current_setting('m.tables')::int LOOP
    EXECUTE format('CREATE TABLE t%s (id bigint PRIMARY KEY, name text NOT NULL, amount numeric(12,2), '
      'active boolean NOT NULL, updated_at timestamptz NOT NULL)', to_char(k, 'FM0000'));
    EXECUTE format('INSERT INTO t%s SELECT i, ''name '' || i, (i * 7 %% 1000)::numeric / 100, i %% 2 = 0, '
      'timestamptz ''2024-01-01 00:00:00+00'' + i * interval ''1 minute'' FROM generate_series(1, %s) AS g(i)',
      to_char(k, 'FM0000'), current_setting('m.n'));
    EXECUTE format('CREATE INDEX ON t%s (updated_at)', to_char(k, 'FM0000'));
    IF k % 200 = 0 THEN COMMIT; END IF;
  END LOOP;
END $$;
VACUUM (FREEZE, ANALYZE);
