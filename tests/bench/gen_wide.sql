-- SPDX-License-Identifier: GPL-3.0-or-later
-- Generator of the project's performance notes.
-- psql -v n=500000 -f gen_wide.sql : 100 columns (id + 99 mixed, about 1 in 5 values NULL in the nullable ones)
\set ON_ERROR_STOP 1
DROP TABLE IF EXISTS wide;
SELECT set_config('w.n', :'n', false);
DO $$
DECLARE d text := 'id bigint PRIMARY KEY'; s text := 'i'; k int; c text; t text; e text;
BEGIN
  FOR k IN 1..99 LOOP
    c := 'c' || k;
    CASE k % 9
      WHEN 0 THEN t := 'integer';        e := format('hashint8(i + %s)', k);
      WHEN 1 THEN t := 'bigint';         e := format('hashint8(i + %s)::bigint * 1000003', k);
      WHEN 2 THEN t := 'numeric(12,2)';  e := format('((hashint8(i + %s) & 1048575)::numeric / 100)::numeric(12,2)', k);
      WHEN 3 THEN t := 'text';           e := format('''v'' || (hashint8(i + %s) & 4095)', k);
      WHEN 4 THEN t := 'double precision'; e := format('hashint8(i + %s) / 7777.0::float8', k);
      WHEN 5 THEN t := 'timestamptz';    e := format('timestamptz ''2022-01-01 00:00+00'' + (hashint8(i + %s) & 67108863) * interval ''1 second''', k);
      WHEN 6 THEN t := 'boolean';        e := format('hashint8(i + %s) & 1 = 1', k);
      WHEN 7 THEN t := 'date';           e := format('date ''2020-01-01'' + (hashint8(i + %s) & 1023)', k);
      ELSE        t := 'varchar(40)';    e := format('md5((i + %s)::text)', k);
    END CASE;
    IF k % 3 = 0 THEN e := format('CASE WHEN hashint8(i + %s) & 7 > 1 THEN %s END', 1000 + k, e); END IF;
    d := d || ', ' || c || ' ' || t; s := s || ', ' || e;
  END LOOP;
  EXECUTE 'CREATE TABLE wide (' || d || ')';
  EXECUTE 'INSERT INTO wide SELECT ' || s || ' FROM generate_series(1::bigint, ' || current_setting('w.n') || '::bigint) AS g(i)';
END $$;
VACUUM (FREEZE, ANALYZE) wide;
