-- SPDX-License-Identifier: GPL-3.0-or-later
-- Generator of the project's performance notes.
-- psql -v n=6000000 -f gen_lineitem.sql : a TPC-H-like lineitem (16 columns, synthetic values, not dbgen output)
\set ON_ERROR_STOP 1
DROP TABLE IF EXISTS lineitem;
CREATE TABLE lineitem (
  l_orderkey bigint NOT NULL, l_partkey integer NOT NULL, l_suppkey integer NOT NULL, l_linenumber integer NOT NULL,
  l_quantity numeric(15,2) NOT NULL, l_extendedprice numeric(15,2) NOT NULL, l_discount numeric(15,2) NOT NULL, l_tax numeric(15,2) NOT NULL,
  l_returnflag char(1) NOT NULL, l_linestatus char(1) NOT NULL,
  l_shipdate date NOT NULL, l_commitdate date NOT NULL, l_receiptdate date NOT NULL,
  l_shipinstruct char(25) NOT NULL, l_shipmode char(10) NOT NULL, l_comment varchar(44) NOT NULL,
  PRIMARY KEY (l_orderkey, l_linenumber));
SET synchronous_commit = off;
INSERT INTO lineitem
SELECT (i / 4) + 1, ((hashint8(i) & 2147483647) % 200000) + 1, ((hashint8(i + 1) & 2147483647) % 10000) + 1, (i % 4) + 1,
  (((hashint8(i + 2) & 2147483647) % 50) + 1)::numeric(15,2), (((hashint8(i + 3) & 2147483647) % 10000000)::numeric / 100)::numeric(15,2),
  (((hashint8(i + 4) & 2147483647) % 11)::numeric / 100)::numeric(15,2), (((hashint8(i + 5) & 2147483647) % 9)::numeric / 100)::numeric(15,2),
  (ARRAY['A','N','R'])[1 + (hashint8(i + 6) & 2147483647) % 3], (ARRAY['O','F'])[1 + (hashint8(i + 7) & 2147483647) % 2],
  date '1992-01-01' + (hashint8(i + 8) & 2147483647) % 2500, date '1992-01-01' + (hashint8(i + 9) & 2147483647) % 2500, date '1992-01-01' + (hashint8(i + 10) & 2147483647) % 2500,
  (ARRAY['DELIVER IN PERSON','COLLECT COD','NONE','TAKE BACK RETURN'])[1 + (hashint8(i + 11) & 2147483647) % 4],
  (ARRAY['AIR','FOB','MAIL','RAIL','REG AIR','SHIP','TRUCK'])[1 + (hashint8(i + 12) & 2147483647) % 7],
  left(md5(i::text) || md5((i + 1)::text), 10 + (hashint8(i + 13) & 2147483647) % 34)
FROM generate_series(0::bigint, (:n)::bigint - 1) AS g(i);
VACUUM (FREEZE, ANALYZE) lineitem;
