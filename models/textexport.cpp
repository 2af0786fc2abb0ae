// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textexport.h"

#include "models/roles.h"

#include <algorithm>

namespace leat {

namespace {

QString cellText(const QModelIndex& cell)
{
    const QVariant exported = cell.data(ExportRole);
    return exported.isValid() ? exported.toString() : cell.data(Qt::DisplayRole).toString();
}

bool looksLikeFormula(const QString& text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.front();
    if (first == QLatin1Char('+') || first == QLatin1Char('-')) {
        bool number = false;
        text.toDouble(&number);
        return !number;
    }
    return first == QLatin1Char('=') || first == QLatin1Char('@') || first == QLatin1Char('\t')
        || first == QLatin1Char('\r') || first == QLatin1Char('\n');
}

void appendRows(const QAbstractItemModel& model, const QModelIndex& parent, QString& out)
{
    const int columns = model.columnCount();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList fields;
        for (int column = 0; column < columns; ++column)
            fields << csvField(cellText(model.index(row, column, parent)));
        out += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
        appendRows(model, model.index(row, 0, parent), out);
    }
}

/// Position in the tree from the root down, so that cells sort as they are seen.
std::vector<int> pathOf(const QModelIndex& cell)
{
    std::vector<int> path;
    for (QModelIndex at = cell; at.isValid(); at = at.parent())
        path.insert(path.begin(), at.row());
    return path;
}

} // namespace

QString csvField(const QString& text)
{
    QString field = looksLikeFormula(text) ? QLatin1Char('\'') + text : text;
    const bool quote = field.contains(QLatin1Char(',')) || field.contains(QLatin1Char('"'))
        || field.contains(QLatin1Char('\n')) || field.contains(QLatin1Char('\r'))
        || field.startsWith(QLatin1Char(' ')) || field.endsWith(QLatin1Char(' '));
    if (!quote)
        return field;
    field.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + field + QLatin1Char('"');
}

QByteArray toCsv(const QAbstractItemModel& model)
{
    QString out;
    QStringList header;
    for (int column = 0; column < model.columnCount(); ++column)
        header << csvField(model.headerData(column, Qt::Horizontal).toString());
    out += header.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    appendRows(model, {}, out);
    return out.toUtf8();
}

QString toTsv(const QModelIndexList& cells)
{
    std::vector<std::pair<std::vector<int>, QModelIndex>> sorted;
    for (const QModelIndex& cell : cells)
        sorted.emplace_back(pathOf(cell), cell);
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.second.column() < b.second.column();
    });
    QString out;
    for (size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0)
            out += sorted[i].first == sorted[i - 1].first ? QLatin1Char('\t') : QLatin1Char('\n');
        QString text = cellText(sorted[i].second);
        for (const QChar breaker : {QLatin1Char('\t'), QLatin1Char('\n'), QLatin1Char('\r')})
            text.replace(breaker, QLatin1Char(' '));
        out += text;
    }
    return out;
}

} // namespace leat
