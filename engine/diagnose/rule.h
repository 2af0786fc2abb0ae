// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnose/cause.h"

#include <span>

namespace leat {

/// One line of the ordered table: the first rule that fits names the cause.
/// A rule fits when one of its codes was found (or it names none), its pattern is in the text (or
/// it names none) and the source is of one of its types (or it names none).
struct Rule
{
    const char* id;                    ///< stable, unique
    Cause cause;
    const char* codes = "";            ///< "sqlstate:28P01 mysql:1045"; a trailing * takes any rest
    const char* pattern = "";          ///< regular expression, case-insensitive, on the bare text
    const char* types = "";            ///< "mysql mariadb"; a text without a source type fits too, unless "=" stands first
    bool raw = false;                  ///< the pattern looks at the text with its quoted names
};

// The table, family by family, in the order in which they are asked. Families whose texts carry
// names of tables and columns come first, so that a column called "ssl_error" is only a column.
std::span<const Rule> collisionRules();    ///< codes that mean two things, told apart by the text
std::span<const Rule> objectRules();       ///< missing tables and columns, rights on them
std::span<const Rule> cdcRules();
std::span<const Rule> webhookRules();
std::span<const Rule> warehouseRules();    ///< DuckDB's own words
std::span<const Rule> postgresRules();     ///< SQLSTATE, poolers, Redshift
std::span<const Rule> mysqlRules();
std::span<const Rule> mssqlRules();        ///< SQL Server and Oracle
std::span<const Rule> mongoRules();
std::span<const Rule> cloudRules();        ///< Snowflake, BigQuery, ClickHouse
std::span<const Rule> streamRules();       ///< Kafka, object stores, files
std::span<const Rule> saasRules();         ///< words of single providers
std::span<const Rule> secureRules();       ///< TLS and SSH
std::span<const Rule> networkRules();
std::span<const Rule> localRules();       ///< servers that speak another language
std::span<const Rule> symptomRules();      ///< states and complaints instead of messages
std::span<const Rule> generalRules();      ///< words that many systems share
std::span<const Rule> statusRules();       ///< HTTP status and SQLSTATE classes alone

} // namespace leat
