// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/api/result.h"

namespace leat::pg {

/// Reads postgres://, postgresql:// and jdbc:postgresql:// URLs and "host=… dbname=…" strings, as
/// people paste them: quoted, over several lines, behind NAME= or psql. Own parser, because libpq's
/// echoes the tail of a password in its messages. Errors (MalformedUrl) say what is wrong and never
/// quote any part of the text that could belong to a password.
Result<ParsedUrl> parseUrl(const Secret& url);

} // namespace leat::pg
