// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <QString>

#include <string>

namespace leat::pg {

/// The only way names and values get into SQL text (traps T067, T160). Every session has UTF-8 and
/// standard_conforming_strings pinned, so doubling the quote is complete. NUL cannot be sent.

/// `"na""me"`. Bytes after a NUL are dropped: no such name can exist at a server.
std::string quoteName(const QString& name);
/// `"namespace"."name"`, or the bare name when it has no namespace.
std::string quoteTable(const TableName& table);
/// `'va''lue'`.
std::string quoteText(const QString& text);
/// As the doors show it: `namespace.name`.
QString label(const TableName& table);

} // namespace leat::pg
