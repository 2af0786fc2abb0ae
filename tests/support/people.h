// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/enginefixture.h"
#include "tests/support/pgserver.h"
#include "tests/support/text.h"

namespace leat::test {

/// 30,000 people in SQLite, with a cursor "updated_at" that has an index; id 1 is the oldest.
constexpr char kPeople[] = "CREATE TABLE people (id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL, name TEXT);"
    "CREATE INDEX people_updated ON people(updated_at);"
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
    "INSERT INTO people SELECT i, datetime('2026-01-01', i || ' minutes'), 'name ' || i FROM n;";

/// Source "pg" on the server; with `tables` of "public" only those, else all. They sync when asked to.
inline SourceId addPostgres(EngineFixture& engine, const PgServer& server, const QStringList& tables = {}, const QString& user = s("postgres"))
{
    AddSource command;
    command.draft = {s("pg"), s("postgres"), server.socketSettings(s("postgres"), user), {}};
    command.enableAll = tables.isEmpty();
    for (const QString& table : tables) {
        command.tables.push_back({{s("public"), table}, {}});
        command.tables.back().config.shouldSync = true;
    }
    const Result<SourceAdded> added = engine.askFor<SourceAdded>(std::move(command));
    return added ? added->id : SourceId();
}

} // namespace leat::test
