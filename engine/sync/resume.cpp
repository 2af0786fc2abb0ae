// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/resume.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace leat {

namespace {

constexpr qint64 kSteps = 25;
constexpr qint64 kBytesPerRow = 150;       // of a table without statistics

/// What is kept with the pieces, to know whether they are of use.
struct Notes
{
    QJsonObject of;                        ///< server, table and columns: pieces of another are worthless
    quint64 horizon = 0;                   ///< of the snapshot that all pieces are as of
    quint64 seen = 0;                      ///< transactions that it may have seen are below
    QStringList pieces;
};

QJsonObject identityOf(const SyncPlan& plan)
{
    const QJsonObject next = toJson(plan.next);
    QJsonObject of;
    for (const char* key : {"server_id", "history", "table_id", "columns", "spellings"})
        of[QLatin1String(key)] = next[QLatin1String(key)];
    of[QLatin1String("read")] = QJsonArray::fromStringList(plan.read.columns);
    return of;
}

QString toText(const Notes& notes)
{
    const QJsonObject json{{QStringLiteral("of"), notes.of}, {QStringLiteral("horizon"), QString::number(notes.horizon)},
        {QStringLiteral("seen"), QString::number(notes.seen)}, {QStringLiteral("pieces"), QJsonArray::fromStringList(notes.pieces)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Notes notesFrom(const QString& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto xid = [&json](const char* key) { return json[QLatin1String(key)].toString().toULongLong(); };
    Notes notes{json[QLatin1String("of")].toObject(), xid("horizon"), xid("seen"), {}};
    for (const QJsonValue& piece : json[QLatin1String("pieces")].toArray())
        notes.pieces.append(piece.toString());
    return notes;
}

// Another replica may lack what the kept pieces have, below the same horizon.
bool isOlder(const SnapshotFacts& now, const Notes& before)
{
    return now.nextXid.value_or(0) < before.seen || (now.standby && *now.horizon < before.seen);
}

std::vector<int> allOf(const QStringList& pieces)
{
    std::vector<int> indexes;
    for (int i = 0; i < int(pieces.size()); ++i)
        indexes.push_back(i);
    return indexes;
}

// The kept pieces that this snapshot sees unchanged; empty: begin anew.
Result<std::optional<PiecedCopy>> goOn(TableSnapshot& snapshot, const Notes& now, const KeptCopy& kept, const CancelToken& cancel)
{
    const Notes before = notesFrom(kept.plan);
    std::vector<PieceMark> marks;
    for (const PieceRows& piece : kept.pieces)
        if (piece.piece >= 0 && piece.piece < before.pieces.size())
            marks.push_back({before.pieces[piece.piece], piece.rows});
    if (before.of != now.of || isOlder(snapshot.facts(), before) || marks.empty() || marks.size() != kept.pieces.size())
        return std::optional<PiecedCopy>();
    const Result<std::vector<bool>> same = snapshot.unchanged(before.pieces, marks, before.horizon, cancel);
    if (!same)
        return same.error();
    if (std::find(same->begin(), same->end(), true) == same->end())
        return std::optional<PiecedCopy>();
    PiecedCopy copy;
    copy.pieces = before.pieces;
    copy.pending = allOf(before.pieces);
    for (std::size_t i = 0; i < same->size(); ++i) {
        const int index = kept.pieces[i].piece;
        if ((*same)[i])
            std::erase(copy.pending, index);
        else
            copy.load.stale.push_back(index);
    }
    copy.load.goOn = true;
    // What was found unchanged is as this snapshot sees it, and is held against its horizon from now on.
    copy.load.plan = toText({now.of, now.horizon, now.seen, before.pieces});
    return std::optional<PiecedCopy>(std::move(copy));
}

} // namespace

qint64 PiecedCopy::rowsOfAStep(int readers, qint64 rowGroup) const
{
    const qint64 groups = rows / kSteps / (readers * rowGroup);
    return std::max(qint64{1}, groups) * rowGroup;
}

Result<std::optional<PiecedCopy>> planPieces(TableSnapshot& snapshot, const SyncPlan& plan, const std::optional<KeptCopy>& kept,
                                             qint64 fromBytes, const CancelToken& cancel)
{
    if (plan.load != LoadMode::Swap || plan.read.windowClosed || !snapshot.facts().horizon || snapshot.shape().sizeBytes < fromBytes)
        return std::optional<PiecedCopy>();
    Notes now{{}, *snapshot.facts().horizon, snapshot.facts().nextXid.value_or(0), snapshot.cut()};
    if (now.pieces.isEmpty())
        return std::optional<PiecedCopy>();
    now.of = identityOf(plan);
    const qint64 rows = snapshot.shape().estimatedRows >= 0 ? snapshot.shape().estimatedRows : snapshot.shape().sizeBytes / kBytesPerRow;
    if (kept) {
        Result<std::optional<PiecedCopy>> copy = goOn(snapshot, now, *kept, cancel);
        if (copy && *copy)
            (*copy)->rows = rows;
        if (!copy || *copy)
            return copy;
    }
    PiecedCopy copy;
    copy.pieces = now.pieces;
    copy.pending = allOf(now.pieces);
    copy.load.plan = toText(now);
    copy.rows = rows;
    return std::optional<PiecedCopy>(std::move(copy));
}

} // namespace leat
