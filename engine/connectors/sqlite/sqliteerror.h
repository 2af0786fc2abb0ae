// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"

#include <QString>

struct sqlite3;

namespace leat::sqlite {

/// An Error of this source: owner, phase and {path, table, …} filled in.
Error sourceError(ErrorCode code, Phase phase, QString detail, QMap<QString, QString> args);

/// What SQLite said last on `db`, as one of our codes. `rc` is an extended result code; `path`
/// and `table` go into the sentence, `table` may be empty.
Error fromSqlite(sqlite3* db, int rc, Phase phase, const QString& path, const QString& table = {});

/// Whether waiting can help: another connection holds a lock.
bool isBusy(int rc);

} // namespace leat::sqlite
