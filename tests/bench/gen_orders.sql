-- SPDX-License-Identifier: GPL-3.0-or-later
-- Generator of the project's performance notes.
-- psql -v n=5000000 -v t=orders -f gen_orders.sql : deterministic mixed-type table (16 columns)
\set ON_ERROR_STOP 1
DROP TABLE IF EXISTS :t;
CREATE TABLE :t (
  id            bigint PRIMARY KEY,
  customer_id   integer NOT NULL,
  store_id      smallint NOT NULL,
  status        text NOT NULL,
  channel       varchar(16) NOT NULL,
  amount        numeric(12,2) NOT NULL,
  discount      numeric(5,4),
  weight_kg     double precision,
  is_gift       boolean NOT NULL,
  order_date    date NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  external_ref  uuid NOT NULL,
  email         text,
  note          text,
  meta          jsonb
);
SET synchronous_commit = off;
INSERT INTO :t
SELECT i,
  ((hashint8(i) & 2147483647) % 200000) + 1,
  ((hashint8(i + 17) & 2147483647) % 300)::smallint,
  (ARRAY['new','paid','packed','shipped','delivered','returned','cancelled'])[1 + (hashint8(i + 3) & 2147483647) % 7],
  (ARRAY['web','app','store','partner'])[1 + (hashint8(i + 5) & 2147483647) % 4],
  (((hashint8(i + 7) & 2147483647) % 5000000)::numeric / 100)::numeric(12,2),
  CASE WHEN (hashint8(i + 9) & 2147483647) % 3 = 0 THEN (((hashint8(i + 11) & 2147483647) % 5000)::numeric / 10000)::numeric(5,4) END,
  CASE WHEN (hashint8(i + 13) & 2147483647) % 10 < 9 THEN ((hashint8(i + 15) & 2147483647) % 1000000) / 7777.0::float8 END,
  (hashint8(i + 19) & 2147483647) % 8 = 0,
  date '2021-01-01' + (i * 1800 / :n)::int,
  timestamptz '2021-01-01 00:00:00+00' + (i::float8 * 1800 / :n) * interval '1 day',
  timestamptz '2021-01-01 00:00:00+00' + (i::float8 * 1800 / :n) * interval '1 day' + ((hashint8(i + 23) & 2147483647) % 900000) * interval '1 second',
  md5(i::text)::uuid,
  CASE WHEN (hashint8(i + 29) & 2147483647) % 20 < 17 THEN 'user' || ((hashint8(i) & 2147483647) % 200000) || '@example' || ((hashint8(i + 31) & 2147483647) % 50) || '.com' END,
  CASE WHEN (hashint8(i + 37) & 2147483647) % 4 = 0 THEN 'Note ' || repeat(md5((i + 1)::text) || ' ', 1 + (hashint8(i + 41) & 2147483647) % 3) END,
  CASE WHEN (hashint8(i + 43) & 2147483647) % 5 < 4 THEN jsonb_build_object('src', 'k' || ((hashint8(i + 47) & 2147483647) % 100), 'items', (hashint8(i + 53) & 2147483647) % 12,
       'tags', jsonb_build_array('a' || ((hashint8(i + 59) & 2147483647) % 10), 'b'), 'vip', (hashint8(i + 61) & 2147483647) % 6 = 0) END
FROM generate_series(1::bigint, (:n)::bigint) AS g(i);
VACUUM (FREEZE, ANALYZE) :t;
