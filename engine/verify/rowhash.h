// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <cstddef>
#include <cstdint>

namespace leat {

// One hash of a row that every engine can compute over values, whatever their spelling (T033, T086).
//
// A row is a list of elements, one or two a column: h = 31 * h + hash(element) from 0 on, modulo 2^64,
// the hash of NULL being 0. Elements are hashed by Bob Jenkins' lookup3 over 32 bits or over bytes
// (length included), which is also what PostgreSQL computes inside hash_record_extended since version
// 14. That sum is linear: two rows that exchange a cell keep it when their sums are added. finishRow()
// mixes it, as hashint4extended(0, h) does, before the rows of a bucket meet. So PostgreSQL digests a
// table with two native functions and no text.
//
//   Boolean            0 or 1, 32 bits                 Int8 … Int32, UInt32   the value, 32 bits
//   Int64              low half ^ high half (~high when negative), then the high half
//   UInt64, Float, Double, Time, Timestamp, TimestampTz   their big-endian bytes; times in µs since
//                      2000; floats by their bits, so that -0.0 differs from 0.0
//   TimeTz             µs, then seconds west, as 12 bytes      Interval   µs, days, months: 16 bytes
//   Decimal            magnitude as base-10000 digits without zeros at the ends, so that 1.0 = 1.00
//                      (T051), then whether it is negative
//   Date               days since 2000, 32 bits                 Uuid   16 bytes
//   Text, Json, Blob   their bytes

std::uint64_t hashBytes(const void* bytes, std::size_t size);
std::uint64_t hashWord(std::uint32_t word);
/// An integer folded to 32 bits as PostgreSQL does before it hashes one: small ones stay themselves,
/// whatever their width.
std::uint32_t foldInteger(std::int64_t value);
/// The hash of a row after all of its columns: PostgreSQL's hashint4extended(0, hash). Its seed keeps
/// 64 bits, where hashint8extended(hash, 0) would fold them to 32.
std::uint64_t finishRow(std::uint64_t hash);

/// Goes on with the hashes of `rows` rows by one column. `cells` is laid out as ColumnBuffer says;
/// `validity` may be null: no NULLs.
void hashColumn(const ColumnType& type, const void* cells, const std::uint64_t* validity, std::size_t rows,
                std::uint64_t* hashes);

/// How many elements a column of the type is.
int elementsOf(ColumnType::Kind kind);

} // namespace leat
