// SPDX-License-Identifier: GPL-3.0-or-later
// What runs beside the syncs leave behind: repairs their proof, reconciles their note.
#include "engine/service/rundesk.h"

namespace leat {

// A sync's own question: when the table was last compared, and what is due, stays.
void RunDesk::noteHeldCopy(SchemaInfo& schema, const ReconcileReport& report)
{
    ReconcileNote note = noteOf(report, schema.reconcile.triedAt);
    note.runsSince = schema.reconcile.runsSince;
    schema.reconcile = note;
    keepReconcile(schema);
}

// The answer was carried out, or the question is no longer there: a whole copy leaves nothing to ask about.
void RunDesk::settleHeldDeletes(SchemaInfo& schema, qint64 confirmed, bool copied)
{
    if (!schema.reconcile.fromCopy && !(copied && schema.reconcile.held))
        return;
    schema.reconcile.deleted = confirmed > 0 ? schema.reconcile.gone : 0;
    schema.reconcile.held = schema.reconcile.fromCopy = false;
    keepReconcile(schema);
}

// A confirmed copy answers as the reconcile would that asked.
void RunDesk::answerHeldCopy(const Live& live, const SchemaInfo& schema, const RunReport& report)
{
    if (report.error) {
        m_reconciles.insert_or_assign(schema.id, *report.error);
        return;
    }
    ReconcileReport done;
    done.schemaId = schema.id;
    done.label = schema.sourceName + QLatin1Char('.') + schema.label;
    done.at = live.info.finishedAt;
    done.mode = schema.reconcile.mode;
    done.sourceRows = report.rowsRead;
    done.warehouseRows = schema.reconcile.warehouseRows;
    done.gone = done.deleted = schema.reconcile.gone;
    m_reconciles.insert_or_assign(schema.id, std::move(done));
}

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

namespace {

VerifyReport proofOf(const SchemaInfo& schema, VerifyReport found)
{
    found.schemaId = schema.id;
    found.label = schema.sourceName + QLatin1Char('.') + schema.label;
    return found;
}

} // namespace

// What was found stays as the table's proof, and is the answer to who asked for the repair.
void RunDesk::noteRepair(SchemaInfo& schema, const RunReport& report)
{
    if (report.verify && report.error) // it asks back about what it has found
        keepProof(m_parts, schema, proofOf(schema, *report.verify));
    if (!report.verify || report.error) {
        m_repairs.insert_or_assign(schema.id, report.error.value_or(makeError(ErrorCode::Cancelled)));
        return;
    }
    VerifyReport found = proofOf(schema, *report.verify);
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
