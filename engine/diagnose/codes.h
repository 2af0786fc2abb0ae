// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/diagnosis.h"

#include <QRegularExpression>

#include <vector>

namespace leat {

/// Finds the structured parts of a failure: "sqlstate:28P01", "mysql:1045", "http:401",
/// "mssql:18456", "oracle:1017", "clickhouse:516", "mongo:18", "snowflake:390100",
/// "errno:ECONNREFUSED", "grpc:UNAVAILABLE", "duckdb:binder", "api:invalid_grant".
class CodeFinder
{
public:
    CodeFinder();
    /// The evidence's own code first, then what its text carries. Bare error words ("rate_limit") are read
    /// from the text without names, or a column of that name would be one.
    QStringList find(const FailureEvidence& evidence, const QString& bare) const;

private:
    struct Pattern
    {
        const char* prefix;
        QRegularExpression expression;
        bool bare;
    };
    std::vector<Pattern> m_patterns;
};

} // namespace leat
