// SPDX-License-Identifier: GPL-3.0-or-later
// Loads that are staged piece by piece and can go on after a kill (T226).
#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/duckloadsession.h"

#include <algorithm>

namespace leat {

// A copy that replaces the table ends whatever broke off before, unless it goes on with it.
Result<void> DuckLoadSession::beginPieces()
{
    const Result<std::optional<KeptCopy>> kept = m_progress.one(*m_connection, m_spec.target);
    if (!kept)
        return kept.error();
    if (!*kept && !m_spec.pieces)
        return {};
    const std::lock_guard turn(m_connection.instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    const bool goesOn = m_spec.pieces && m_spec.pieces->goOn;
    if (goesOn && !*kept)
        return internalError(QStringLiteral("the copy to go on with is gone"), label());
    if (goesOn) {
        if (Result<void> gone = goOn(*transaction, **kept); !gone)
            return gone;
        return transaction->commit();
    }
    if (Result<void> dropped = dropKeptCopy(*m_connection, *transaction, m_connection.instance().catalog(), m_spec.target); !dropped)
        return dropped;
    if (Result<void> committed = transaction->commit(); !committed || !m_spec.pieces)
        return committed;
    if (const Result<qint64> schema = m_connection->run("CREATE SCHEMA IF NOT EXISTS " + m_target.schema); !schema)
        return schema.error();
    Result<DuckTransaction> fresh = DuckTransaction::begin(*m_connection);
    if (!fresh)
        return fresh.error();
    if (const Result<qint64> made = fresh->run("CREATE TABLE " + m_staging.full() + " (" + columnDefinitions(m_columns) + ", " + kPieceColumn + " INTEGER)"); !made)
        return made.error();
    const QString name = QString::fromUtf8(m_staging.table.mid(1, m_staging.table.size() - 2));
    if (Result<void> noted = m_progress.begin(*fresh, m_spec.target, name, m_spec.pieces->plan); !noted)
        return noted;
    if (Result<void> committed = fresh->commit(); !committed)
        return committed;
    m_loaded = 0;
    return {};
}

// Pieces that changed at the source or were half read leave staging; what stays is as this snapshot sees it.
Result<void> DuckLoadSession::goOn(DuckTransaction& transaction, const KeptCopy& kept)
{
    const Result<SqlTable> staging = quoteTable(m_connection.instance().catalog(), m_spec.target.schema, kept.staging);
    if (!staging)
        return staging.error();
    m_staging = *staging;
    m_keep = true;
    const std::vector<int>& stale = m_spec.pieces->stale;
    std::vector<int> whole;
    qint64 expected = 0;
    for (const PieceRows& piece : kept.pieces)
        if (std::find(stale.begin(), stale.end(), piece.piece) == stale.end()) {
            whole.push_back(piece.piece);
            expected += piece.rows;
        }
    if (const Result<qint64> gone = transaction.run("DELETE FROM " + m_staging.full() + " WHERE " + kPieceColumn + " NOT IN (" + numberList(whole) + ')'); !gone)
        return gone.error();
    if (!stale.empty())
        if (Result<void> gone = m_progress.removePieces(transaction, m_spec.target, stale); !gone)
            return gone;
    if (Result<void> noted = m_progress.adopt(transaction, m_spec.target, m_spec.pieces->plan); !noted)
        return noted;
    const Result<qint64> there = transaction.number("SELECT count(*) FROM " + m_staging.full());
    if (!there)
        return there.error();
    if (*there != expected)
        return internalError(QStringLiteral("%1 rows are staged, %2 were noted").arg(*there).arg(expected), label());
    m_loaded = m_there = m_whole = *there;
    m_lostThere = kept.lostValues;
    return {};
}

Result<qint64> DuckLoadSession::loadStep(TableRead& read, const CancelToken& cancel)
{
    Result<qint64> stored = stageStep(read, cancel);
    // What is kept must not be what fills the disk.
    if (!stored && stored.error().code == ErrorCode::DiskFull && dropPieces())
        m_keep = false;
    return stored;
}

// Staging and its notes go together: notes of a table that is not there would be in everybody's way.
bool DuckLoadSession::dropPieces()
{
    const std::lock_guard turn(m_connection.instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(*m_connection);
    return transaction && dropKeptCopy(*m_connection, *transaction, m_connection.instance().catalog(), m_spec.target) && transaction->commit();
}

Result<qint64> DuckLoadSession::stageStep(TableRead& read, const CancelToken& cancel)
{
    if (m_committed || !m_spec.pieces)
        return internalError(QStringLiteral("pieces of a load that has none"), label());
    if (Result<void> fits = checkRead(read); !fits)
        return fits.error();
    m_connection->setPhase(Phase::Write);
    Result<DuckTransaction> transaction = DuckTransaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    const Result<qint64> stored = stage(read, "INSERT INTO " + m_staging.full(), kPieceColumn, cancel,
        [&](const QByteArray& sql) { return transaction->run(sql, {}, cancel); });
    if (!stored)
        return stored;
    const std::vector<PieceRows> whole = read.takeFinished();
    for (const PieceRows& piece : whole)
        m_whole += piece.rows;
    if (read.isExhausted() && m_whole != m_loaded)
        return internalError(QStringLiteral("the pieces have %1 rows, %2 were staged").arg(m_whole).arg(m_loaded), label());
    if (Result<void> noted = m_progress.addPieces(*transaction, m_spec.target, whole); !noted)
        return noted.error();
    const qint64 lost = read.counters().lostValues.load();
    if (lost > m_lostNoted)
        if (Result<void> noted = m_progress.addLost(*transaction, m_spec.target, lost - m_lostNoted); !noted)
            return noted.error();
    LEAT_FAILPOINT("warehouse.pieces-staged");
    if (Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    m_keep = true;
    m_lostNoted = lost;
    LEAT_FAILPOINT("warehouse.pieces-committed");
    return stored;
}

} // namespace leat
