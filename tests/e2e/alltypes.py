# SPDX-License-Identifier: GPL-3.0-or-later
"""A table with every kind of PostgreSQL type, in the manner of PostgreSQL's regression tests, and how its
values read the same on both sides."""
from dataclasses import dataclass

SETUP = """
CREATE EXTENSION IF NOT EXISTS hstore;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN price AS numeric(10,2);
CREATE TYPE pair AS (a integer, b text);
CREATE TYPE floatrange AS RANGE (subtype = float8);
"""


@dataclass
class Column:
    name: str
    type: str
    values: list                   # SQL literals without the quotes; None is NULL
    source: str = "{c}::text"      # canonical text at the source
    warehouse: str = "{c}::VARCHAR"
    number: bool = False           # compare as floating point

    @property
    def quoted(self):
        return '"' + self.name.replace('"', '""') + '"'


MICROS = "(extract(epoch from {c})::numeric * 1000000)::numeric(30,0)::text"
TIMES = {
    "source": "CASE WHEN {c} = 'infinity' THEN 'infinity' WHEN {c} = '-infinity' THEN '-infinity' ELSE " + MICROS + " END",
    "warehouse": "CASE WHEN isinf({c}) THEN {c}::VARCHAR ELSE epoch_us({c})::VARCHAR END",
}
DATES = {
    "source": "CASE WHEN {c} IN ('infinity', '-infinity') THEN {c}::text ELSE ({c} - date '1970-01-01')::text END",
    "warehouse": "CASE WHEN isinf({c}) THEN {c}::VARCHAR ELSE ({c} - DATE '1970-01-01')::VARCHAR END",
}
INTERVALS = {
    "source": "(extract(year from {c}) * 12 + extract(month from {c}))::bigint || '/' || extract(day from {c})::bigint || '/' ||"
              " (extract(hour from {c}) * 3600000000 + extract(minute from {c}) * 60000000 + extract(microseconds from {c}))::bigint",
    "warehouse": "datepart('year', {c}) * 12 + datepart('month', {c}) || '/' || datepart('day', {c}) || '/' ||"
                 " (datepart('hour', {c}) * 3600000000 + datepart('minute', {c}) * 60000000 + datepart('microsecond', {c}))",
}
HEX = {"source": "encode({c}, 'hex')", "warehouse": "lower(hex({c}))"}
NO_NAN = {"source": "nullif({c}::text, 'NaN')"}

COLUMNS = [
    Column("b", "boolean", ["true", "false"]),
    Column("i2", "smallint", ["-32768", "32767", "0"]),
    Column("i4", "integer", ["-2147483648", "2147483647", "0"]),
    Column("i8", "bigint", ["-9223372036854775808", "9223372036854775807", "0"]),
    Column("o", "oid", ["0", "4294967295"]),
    Column("f4", "real", ["1.5", "-3.4028235e38", "3.4028235e38", "1e-45", "NaN", "Infinity", "-Infinity", "-0"], number=True,
           source="{c}::float8::text", warehouse="{c}::DOUBLE::VARCHAR"),
    Column("f8", "double precision",
           ["0.1", "-1.7976931348623157e308", "5e-324", "NaN", "Infinity", "-Infinity", "-0"], number=True),
    Column("n4", "numeric(4,2)", ["12.34", "-99.99", "99.99", "0", "NaN"], **NO_NAN),
    Column("n12", "numeric(12,2)", ["1234567890.12", "-9999999999.99", "9999999999.99"], **NO_NAN),
    Column("n38", "numeric(38,10)", ["1234567890123456789012345678.0123456789", "-9999999999999999999999999999.9999999999"]),
    Column("n50", "numeric(50,5)", ["123456789012345678901234567890123456789012345.12345", "-1.00000"]),
    Column("nfree", "numeric", ["1", "1.10", "0.000000000000000000000000000000000000000000001", "NaN", "Infinity", "-1e60"]),
    Column("m", "money", ["-12.34", "92233720368547758.07", "0"], source="{c}::numeric(19,2)::text"),
    Column("t", "text", ["plain", "", "it''s \"quoted\", {x}\n\ttabs", "\u00e4\u20ac\U0001f600", "a" * 13]),
    Column("huge", "text", ["x" * 300_000, "", "y"], source="md5({c})", warehouse="md5({c})"),
    Column("v", "varchar(20)", ["twenty characters ok", ""]),
    Column("c", "char(8)", ["pad", ""], source="rpad({c}::text, 8)"),
    Column("ch", '"char"', ["x"]),
    Column("nm", "name", ["pg_class"]),
    Column("ci", "citext", ["MiXed"]),
    Column("by", "bytea", ["\\x", "\\x00ff10", "\\x" + "ab" * 5000], **HEX),
    Column("d", "date", ["2024-02-29", "0001-01-01", "0044-03-15 BC", "infinity", "-infinity", "9999-12-31"], **DATES),
    Column("ti", "time", ["00:00:00", "23:59:59.999999", "12:34:56.7"]),
    Column("tz", "timetz", ["12:34:56+02", "00:00:00-08"]),
    Column("ts", "timestamp", ["2024-03-31 02:30:00", "1969-12-31 23:59:59.999999", "0044-03-15 12:00:00 BC", "infinity", "-infinity"], **TIMES),
    Column("tstz", "timestamptz", ["2024-03-31 02:30:00.123456+02", "0001-01-01 00:00:00+00", "9999-12-31 23:59:59+00", "infinity"], **TIMES),
    Column("iv", "interval", ["1 year 2 months 3 days 04:05:06.789", "-1 mon +1 day", "0"], **INTERVALS),
    Column("u", "uuid", ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "8d3f5b0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b"]),
    Column("j", "json", ['{"b": 1, "a" : [1, 2, null]}', "null", '"text"']),
    Column("jb", "jsonb", ['{"b": 1.10, "a": [1, 2, null], "u": "\\u00e4"}', "[]", "12345678901234567890.5"]),
    Column("x", "xml", ["<a b=\"c\">d</a>"]),
    Column("ip", "inet", ["192.168.0.1", "10.0.0.0/8", "::1"], source="replace(textin(inet_out({c})), ' ', '')"),
    Column("cd", "cidr", ["10.0.0.0/8", "2001:db8::/32"]),
    Column("mac", "macaddr", ["08:00:2b:01:02:03"]),
    Column("bi", "bit(8)", ["10100101"]),
    Column("vb", "varbit", ["1", ""]),
    Column("pt", "point", ["(1.5,-2)"]),
    Column("bx", "box", ["(3,4),(1,2)"]),
    Column("tsv", "tsvector", ["a fat cat"]),
    Column("tsq", "tsquery", ["fat & cat"]),
    Column("ai", "integer[]", ["{1,2,NULL}", "{}", "{{1,2},{3,4}}"]),
    Column("at", "text[]", ['{"a,b","c\\"d",NULL,""}']),
    Column("r4", "int4range", ["[1,10)", "empty", "(,5)"]),
    Column("rts", "tstzrange", ["[2024-01-01 00:00+00,2024-02-01 00:00+00)"]),
    Column("mr", "int4multirange", ["{[1,3),[5,9)}"]),
    Column("fr", "floatrange", ["[1.5,2.5]"]),
    Column("e", "mood", ["sad", "it''s ok"]),
    Column("dom", "positive", ["7"]),
    Column("pr", "price", ["19.90", "-0.01"]),
    Column("co", "pair", ['(1,"b c")', "(,)"]),
    Column("hs", "hstore", ['"k"=>"v", "n"=>NULL']),
    Column("lsn", "pg_lsn", ["16/B374D848"]),
    Column("odd \"name\".x", "integer", ["1"]),
]


def _literal(value):
    return "NULL" if value is None else "E'" + value.replace("\\", "\\\\") + "'" if "\\" in value else f"'{value}'"


def _insert(number):
    """Row `number` takes each column's value in turn; every ninth column of the later rows is NULL."""
    cells = []
    for index, column in enumerate(COLUMNS):
        absent = number > 9 and (number + index) % 9 == 0
        cells.append(_literal(None if absent else column.values[number % len(column.values)]))
    return f"({number}, {', '.join(cells)})"


def create_sql(rows):
    body = ",\n  ".join(f"{c.quoted} {c.type}" for c in COLUMNS)
    nulls = f"INSERT INTO all_types (id) VALUES ({rows});"
    values = ",\n".join(_insert(number) for number in range(rows))
    return (SETUP + f"CREATE TABLE all_types (\n  id bigint PRIMARY KEY,\n  {body},\n"
            "  updated_at timestamptz NOT NULL DEFAULT clock_timestamp());\n"
            f"INSERT INTO all_types (id, {', '.join(c.quoted for c in COLUMNS)}) VALUES\n{values};\n{nulls}\n"
            "CREATE INDEX ON all_types (updated_at);\n")


def source_query():
    cells = ", ".join(c.source.format(c=c.quoted) for c in COLUMNS)
    return f"SELECT json_build_array(id::text, {cells}) FROM all_types ORDER BY id"


def warehouse_query(table):
    cells = ", ".join(c.warehouse.format(c=c.quoted) for c in COLUMNS)
    return f"SELECT id::VARCHAR, {cells} FROM {table} ORDER BY id"


def _same(column, left, right):
    if left is None or right is None:
        return left is right
    if column.number:
        a, b = float(left), float(right)
        return (a != a and b != b) or a == b
    return left == right


def differences(source_rows, warehouse_rows):
    found = []
    if len(source_rows) != len(warehouse_rows):
        found.append(f"all_types: {len(source_rows)} rows at the source, {len(warehouse_rows)} in the warehouse")
    for left, right in zip(source_rows, warehouse_rows):
        for column, a, b in zip(COLUMNS, left[1:], right[1:]):
            if not _same(column, a, b):
                found.append(f"all_types.{column.name} ({column.type}) of row {left[0]}: {a!r:.120} became {b!r:.120}")
    return found
