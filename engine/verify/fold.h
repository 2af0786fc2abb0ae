// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/digest.h"
#include "engine/connectors/source.h"

namespace leat {

/// The digest of a read, hashed as its rows come by and kept nowhere: the slower way, for sources
/// that cannot digest by themselves. Reads with as many threads as the read finds useful. `read` has
/// spec.columns and the bucket's columns, in any order.
Result<Digest> foldDigest(TableRead& read, const DigestSpec& spec, const CancelToken& cancel);

} // namespace leat
