// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgpieces.h"

#include "engine/connectors/postgres/pgquote.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace leat::pg {

namespace {

constexpr qint64 kPieces = 200;
constexpr qint64 kFewestPages = 16;
constexpr qint64 kMostPages = 4000;

bool sameHeap(const Leaf& a, const Leaf& b)
{
    return a.name == b.name && a.file == b.file;
}

} // namespace

QString toText(const Piece& piece)
{
    const QJsonArray json{piece.leaf.name.nameSpace, piece.leaf.name.name, qint64(piece.leaf.file), piece.from, piece.to};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Piece> pieceFromText(const QString& text)
{
    const QJsonArray json = QJsonDocument::fromJson(text.toUtf8()).array();
    if (json.size() != 5)
        return std::nullopt;
    Piece piece;
    piece.leaf.name = {json[0].toString(), json[1].toString()};
    piece.leaf.file = static_cast<quint32>(json[2].toInteger());
    piece.from = json[3].toInteger();
    piece.to = json[4].toInteger();
    return piece;
}

std::vector<Piece> cutPieces(const std::vector<Leaf>& leaves)
{
    qint64 pages = 0;
    for (const Leaf& leaf : leaves)
        pages += leaf.pages;
    const qint64 step = std::clamp(pages / kPieces, kFewestPages, kMostPages);
    std::vector<Piece> pieces;
    for (const Leaf& leaf : leaves)
        for (qint64 from = 0; from == 0 || from < leaf.pages; from += step)
            pieces.push_back({leaf, from, from + step < leaf.pages ? from + step : -1});
    return pieces;
}

Slice sliceOf(const Piece& piece)
{
    const auto place = [](qint64 page) { return "'(" + std::to_string(page) + ",0)'::pg_catalog.tid"; };
    std::string range = "ctid >= " + place(piece.from);
    if (piece.to >= 0)
        range += " AND ctid < " + place(piece.to);
    return {"ONLY " + quoteTable(piece.leaf.name), range};
}

bool piecesFit(const std::vector<Piece>& pieces, const std::vector<Leaf>& leaves)
{
    const auto known = [&leaves](const Piece& piece) {
        return std::any_of(leaves.begin(), leaves.end(), [&piece](const Leaf& leaf) { return sameHeap(leaf, piece.leaf); });
    };
    const auto covered = [&pieces](const Leaf& leaf) {
        return std::any_of(pieces.begin(), pieces.end(), [&leaf](const Piece& piece) { return sameHeap(leaf, piece.leaf); });
    };
    return std::all_of(pieces.begin(), pieces.end(), known) && std::all_of(leaves.begin(), leaves.end(), covered);
}

std::string pieceCountSql(const Piece& piece, quint64 since)
{
    const Slice slice = sliceOf(piece);
    return "SELECT pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE " + windowSql(since) + ") FROM " + slice.from + " WHERE " + slice.range;
}

} // namespace leat::pg
