// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/names.h"
#include "engine/api/jsonview.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <vector>

namespace leat {

/// What a command over several tables has come to with one of them: a report or an error.
template <typename Report>
struct TableOutcome
{
    QString name;
    std::optional<Report> report;
    std::optional<Error> error;
};

template <typename Report>
TableOutcome<Report> outcomeOf(const SchemaInfo& schema, const Result<Report>& result)
{
    return {fullName(schema), result ? std::optional(*result) : std::nullopt, result ? std::nullopt : std::optional(result.error())};
}

/// 0 when each is as it should be; the errors' worst code when none could be looked at; else "some failed".
template <typename Report, typename IsFine>
int exitCodeOf(const std::vector<TableOutcome<Report>>& outcomes, IsFine isFine)
{
    int worst = exitcode::Ok;
    bool anyReport = false;
    for (const TableOutcome<Report>& outcome : outcomes) {
        anyReport = anyReport || outcome.report.has_value();
        if (!isFine(outcome))
            worst = worse(worst, outcome.error ? exitCodeFor(outcome.error->code) : exitcode::SomeFailed);
    }
    return anyReport && worst != exitcode::Ok ? exitcode::SomeFailed : worst;
}

/// {`all`: whether each is fine, "tables": […]}; a table without a report has what `failed` says.
template <typename Report, typename IsFine>
QJsonObject outcomesJson(const std::vector<TableOutcome<Report>>& outcomes, const char* all, IsFine isFine, const QJsonObject& failed = {})
{
    QJsonArray tables;
    for (const TableOutcome<Report>& outcome : outcomes) {
        QJsonObject table = outcome.report ? toJson(*outcome.report) : failed;
        table[QLatin1String("name")] = outcome.name;
        table[QLatin1String("error")] = outcome.error ? QJsonValue(toJson(*outcome.error)) : QJsonValue(QJsonValue::Null);
        tables.append(table);
    }
    return {{QLatin1String(all), std::all_of(outcomes.begin(), outcomes.end(), isFine)}, {QStringLiteral("tables"), tables}};
}

} // namespace leat
