-- SPDX-License-Identifier: GPL-3.0-or-later
-- sqlite3 FILE < gen_sqlite.sql, after .param set :n ROWS : orders with 16 mixed columns, deterministic
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, store_id INTEGER NOT NULL, status TEXT NOT NULL,
  channel VARCHAR(16) NOT NULL, amount DECIMAL(12,2) NOT NULL, discount REAL, weight_kg REAL,
  is_gift BOOLEAN NOT NULL, order_date DATE NOT NULL, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL,
  external_ref TEXT NOT NULL, email TEXT, note TEXT, meta TEXT);
BEGIN;
WITH RECURSIVE g(i, h) AS (
  SELECT 1, 2654435761
  UNION ALL SELECT i + 1, ((i + 1) * 2654435761) & 2147483647 FROM g WHERE i < :n)
INSERT INTO orders
SELECT i, h % 200000 + 1, (h >> 3) % 300,
  CASE h % 7 WHEN 0 THEN 'new' WHEN 1 THEN 'paid' WHEN 2 THEN 'packed' WHEN 3 THEN 'shipped'
             WHEN 4 THEN 'delivered' WHEN 5 THEN 'returned' ELSE 'cancelled' END,
  CASE (h >> 5) % 4 WHEN 0 THEN 'web' WHEN 1 THEN 'app' WHEN 2 THEN 'store' ELSE 'partner' END,
  (h % 5000000) / 100.0, CASE WHEN h % 3 = 0 THEN (h % 5000) / 10000.0 END,
  CASE WHEN h % 10 < 9 THEN (h % 1000000) / 7777.0 END, h % 8 = 0,
  date(1609459200 + i % 155520000, 'unixepoch'),
  datetime(1609459200 + i % 155520000, 'unixepoch'), datetime(1609459200 + i % 155520000 + h % 900000, 'unixepoch'),
  printf('%08x-%04x-4%03x-8%03x-%012x', h, i & 65535, h & 4095, i & 4095, i),
  CASE WHEN h % 20 < 17 THEN 'user' || (h % 200000) || '@example' || (h % 50) || '.com' END,
  CASE WHEN h % 4 = 0 THEN 'Note ' || printf('%032x %032x', h, i) END,
  CASE WHEN h % 5 < 4 THEN '{"src": "k' || (h % 100) || '", "vip": ' || CASE h % 6 WHEN 0 THEN 'true' ELSE 'false' END || ', "items": ' || (h % 12) || '}' END
FROM g;
COMMIT;
