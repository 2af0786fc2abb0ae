// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/connectors/cursorstate.h"
#include "engine/connectors/source.h"

#include <optional>

namespace leat {

// When keys may be compared and rows may go (T041): pure.

/// Why this table's keys are not compared at all: InvalidOption (deletes is off, or the sync type has
/// no key to merge by), KeyRequired (`key` is empty), AlreadyExists (the source has a column of the
/// mark's name, among `columns`).
std::optional<Error> reconcileRefused(const SchemaConfig& config, const QStringList& key, const QStringList& columns,
                                      const QString& table);

/// Why a snapshot cannot tell what is gone: CursorConfigChanged (another server or file, T159),
/// StaleRead (it may be older than rows that are stored: a replica that is not proven to have caught up, or a
/// server that was set back). A replica is proven by its horizon: every transaction that any stored
/// row was read under has ended there.
std::optional<Error> snapshotRefused(const SnapshotFacts& facts, const CursorState& stored, const QString& table);

/// Whether `gone` of `live` rows may go: within the limit, or within what a person has confirmed and a
/// tenth more, for what was deleted since. `confirmed` 0: nothing.
bool admitsDeletes(const DeleteLimit& limit, qint64 gone, qint64 live, qint64 sourceRows, qint64 confirmed);

} // namespace leat
