// SPDX-License-Identifier: GPL-3.0-or-later
// node read.mjs < {"file": …, "queries": {name: sql}}  ->  {name: [[text | null, …], …]}
// DuckDB's own client; every value leaves as the text that the query made of it.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const { file, queries } = JSON.parse(readFileSync(0, 'utf8'));
const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
const connection = await instance.connect();
await connection.run("SET TimeZone = 'UTC'");
const answers = {};
for (const [name, sql] of Object.entries(queries)) {
    const rows = await (await connection.runAndReadAll(sql)).getRows();
    answers[name] = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
}
connection.closeSync();
instance.closeSync();
process.stdout.write(JSON.stringify(answers));
