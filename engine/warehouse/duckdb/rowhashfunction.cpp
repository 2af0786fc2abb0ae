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
}

} // namespace

bool registerRowHashFunction(duckdb_connection connection)
{
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, "leat_row_hash");
    duckdb_logical_type any = duckdb_create_logical_type(DUCKDB_TYPE_ANY);
    duckdb_scalar_function_set_varargs(function, any);
    duckdb_destroy_logical_type(&any);
    duckdb_logical_type number = duckdb_create_logical_type(DUCKDB_TYPE_BIGINT);
    duckdb_scalar_function_set_return_type(function, number);
    duckdb_destroy_logical_type(&number);
    duckdb_scalar_function_set_special_handling(function);
    duckdb_scalar_function_set_function(function, hashRows);
    const bool done = duckdb_register_scalar_function(connection, function) == DuckDBSuccess;
    duckdb_destroy_scalar_function(&function);
    return done;
}

} // namespace leat
