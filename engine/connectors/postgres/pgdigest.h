// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/digest.h"
#include "engine/connectors/postgres/pgdescribe.h"

namespace leat::pg {

/// The first version whose hash_record_extended is what rowhash.h computes.
inline constexpr int kRowHashVersion = 140000;

/// The columns' elements (rowhash.h) as a row of the server's types; nullopt when a type has none.
/// `utf8`: the database's encoding, else texts are hashed in the encoding that they are sent in.
std::optional<std::string> rowSql(const std::vector<const ReadableColumn*>& columns, bool utf8);

/// The hash of a row that rowSql() made, and of one integer key, folded (DigestSpec::keyOnly).
std::string hashOf(const std::string& row);
std::string keyHashSql(const ReadableColumn& key);
/// A row's bucket. `key` are the columns of `buckets`.
std::optional<std::string> bucketSql(const KeyBuckets& buckets, const std::vector<const ReadableColumn*>& key, bool utf8);

/// Rows of some buckets: by ranges that an index serves while they are few.
std::optional<std::string> partSql(const KeyPart& part, const std::vector<const ReadableColumn*>& key, bool utf8);
/// Whether partSql() is such that an index serves it.
bool isServedByIndex(const KeyPart& part);

/// SELECT of bucket, rows, mix.
std::string digestSql(const std::string& from, const std::string& bucket, const std::string& hash, bool repeats,
                      const std::string& filter);

/// One row of constants, and what its hash must be: a server of another byte order hashes otherwise.
std::string probeSql();
bool isExpectedProbe(qint64 hash);

/// A sum or xor of signed 64-bit hashes as the server prints it, modulo 2^64.
quint64 mixFromText(const QByteArray& text);

} // namespace leat::pg
