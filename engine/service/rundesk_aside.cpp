// SPDX-License-Identifier: GPL-3.0-or-later
// What runs beside the syncs leave behind: repairs their proof, reconciles their note.
#include "engine/service/rundesk.h"

namespace leat {

// A comparison that came to nothing leaves the figures, and the question, of the one before.
void RunDesk::noteReconcile(const Live& live, SchemaInfo& schema, const RunReport& report)
{
    if (report.reconcile) {
        ReconcileReport found = *report.reconcile;
        found.schemaId = schema.id;
        found.label = schema.sourceName + QLatin1Char('.') + schema.label;
        schema.reconcile = noteOf(found, live.info.finishedAt);
        m_reconciles.insert_or_assign(schema.id, std::move(found));
    } else {
        const Error error = report.error.value_or(makeError(ErrorCode::Cancelled));
        schema.reconcile.triedAt = live.info.finishedAt;
        schema.reconcile.runsSince = 0;
        schema.reconcile.error = error;
        m_reconciles.insert_or_assign(schema.id, error);
    }
    keepReconcile(schema);
}

// What "after every Nth sync" counts.
void RunDesk::countRun(SchemaInfo& schema)
{
    if (!reconciles(schema.config) || schema.config.deletes.mode == DeleteMode::Off || schema.config.reconcileEvery.runs == 0)
        return;
    ++schema.reconcile.runsSince;
    keepReconcile(schema);
}

void RunDesk::keepReconcile(const SchemaInfo& schema)
{
    if (Result<void> ok = m_parts.state->setReconcile(schema.id, schema.reconcile); !ok)
        qWarning("A comparison of keys could not be recorded: %s", qUtf8Printable(m_parts.redactor.redact(ok.error().detail)));
}

Result<ReconcileReport> RunDesk::takeReconcile(SchemaId id)
{
    const auto found = m_reconciles.find(id);
    if (found == m_reconciles.end())
        return makeError(ErrorCode::Cancelled);
    Result<ReconcileReport> report = std::move(found->second);
    m_reconciles.erase(found);
    return report;
}

// What was found stays as the table's proof, and is the answer to who asked for the repair.
void RunDesk::noteRepair(SchemaInfo& schema, const RunReport& report)
{
    if (!report.verify) {
        m_repairs.insert_or_assign(schema.id, report.error.value_or(makeError(ErrorCode::Cancelled)));
        return;
    }
    VerifyReport found = *report.verify;
    found.schemaId = schema.id;
    found.label = schema.sourceName + QLatin1Char('.') + schema.label;
    keepProof(m_parts, schema, found);
    m_repairs.insert_or_assign(schema.id, std::move(found));
}

Result<VerifyReport> RunDesk::takeRepair(SchemaId id)
{
    const auto found = m_repairs.find(id);
    if (found == m_repairs.end())
        return makeError(ErrorCode::Cancelled);
    Result<VerifyReport> report = std::move(found->second);
    m_repairs.erase(found);
    return report;
}

void keepProof(EngineParts& parts, SchemaInfo& schema, const VerifyReport& report)
{
    schema.proof = proofOf(report);
    if (Result<void> ok = parts.state->setProof(schema.id, schema.proof); !ok)
        qWarning("The comparison of a table could not be recorded: %s", qUtf8Printable(parts.redactor.redact(ok.error().detail)));
}

} // namespace leat
