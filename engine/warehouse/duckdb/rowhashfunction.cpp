// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/rowhashfunction.h"

#include "engine/verify/rowhash.h"
#include "engine/warehouse/duckdb/ducktypes.h"

#include <algorithm>

namespace leat {

namespace {

void hashRows(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output)
{
    const idx_t rows = duckdb_data_chunk_get_size(input);
    auto* hashes = static_cast<std::uint64_t*>(duckdb_vector_get_data(output));
    std::fill_n(hashes, rows, std::uint64_t{0});
    for (idx_t i = 0; i < duckdb_data_chunk_get_column_count(input); ++i) {
        duckdb_vector vector = duckdb_data_chunk_get_vector(input, i);
        duckdb_logical_type logical = duckdb_vector_get_column_type(vector);
        const std::optional<ColumnType> type = fromLogicalType(logical);
        duckdb_destroy_logical_type(&logical);
        if (!type)
            return duckdb_scalar_function_set_error(info, "a column of this type has no hash");
        hashColumn(*type, duckdb_vector_get_data(vector), duckdb_vector_get_validity(vector), rows, hashes);
    }
    std::transform(hashes, hashes + rows, hashes, finishRow);
}

void hashKeys(duckdb_function_info, duckdb_data_chunk input, duckdb_vector output)
{
    const idx_t rows = duckdb_data_chunk_get_size(input);
    duckdb_vector vector = duckdb_data_chunk_get_vector(input, 0);
    const auto* keys = static_cast<const std::int64_t*>(duckdb_vector_get_data(vector));
    std::uint64_t* validity = duckdb_vector_get_validity(vector);
    auto* hashes = static_cast<std::uint64_t*>(duckdb_vector_get_data(output));
    // A NULL counts for nothing, as in the server's aggregate.
    for (idx_t i = 0; i < rows; ++i)
        hashes[i] = duckdb_validity_row_is_valid(validity, i) ? hashWord(foldInteger(keys[i])) : 0;
}

/// Registers `function`, a BIGINT that is never NULL, and destroys it.
bool registerHash(duckdb_connection connection, duckdb_scalar_function function)
{
    duckdb_scalar_function_set_special_handling(function);
    duckdb_logical_type number = duckdb_create_logical_type(DUCKDB_TYPE_BIGINT);
    duckdb_scalar_function_set_return_type(function, number);
    duckdb_destroy_logical_type(&number);
    const bool done = duckdb_register_scalar_function(connection, function) == DuckDBSuccess;
    duckdb_destroy_scalar_function(&function);
    return done;
}

bool registerRowHash(duckdb_connection connection)
{
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, "leat_row_hash");
    duckdb_logical_type any = duckdb_create_logical_type(DUCKDB_TYPE_ANY);
    duckdb_scalar_function_set_varargs(function, any);
    duckdb_destroy_logical_type(&any);
    duckdb_scalar_function_set_function(function, hashRows);
    return registerHash(connection, function);
}

bool registerKeyHash(duckdb_connection connection)
{
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, "leat_key_hash");
    duckdb_logical_type number = duckdb_create_logical_type(DUCKDB_TYPE_BIGINT);
    duckdb_scalar_function_add_parameter(function, number);
    duckdb_destroy_logical_type(&number);
    duckdb_scalar_function_set_function(function, hashKeys);
    return registerHash(connection, function);
}

} // namespace

bool registerHashFunctions(duckdb_connection connection)
{
    return registerRowHash(connection) && registerKeyHash(connection);
}

} // namespace leat
