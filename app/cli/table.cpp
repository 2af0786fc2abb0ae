// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "app/cli/format.h"

#include <algorithm>
#include <numeric>

namespace leat {

namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 8;

QString pad(int columns)
{
    return QString(std::max(0, columns), QLatin1Char(' '));
}

QString withoutTrailingSpace(QString line)
{
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

} // namespace

QString painted(const QString& text, Tone tone, bool colour)
{
    const char* code = nullptr;
    switch (tone) {
    case Tone::Normal: break;
    case Tone::Good: code = "32"; break;
    case Tone::Bad: code = "31"; break;
    case Tone::Warning: code = "33"; break;
    case Tone::Faint: code = "2"; break;
    case Tone::Strong: code = "1"; break;
    }
    if (!colour || code == nullptr || text.isEmpty())
        return text;
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(code), text);
}

TextTable::TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

void TextTable::add(Row row)
{
    row.resize(m_columns.size());
    for (Cell& cell : row)
        cell.text = printable(cell.text);
    m_rows.push_back(std::move(row));
}

std::vector<int> TextTable::widths(const TextStyle& style) const
{
    std::vector<int> result;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        int width = std::max(m_columns[c].minWidth, style.headers ? displayWidth(m_columns[c].title) : 0);
        for (const Row& row : m_rows)
            width = std::max(width, displayWidth(row[c].text));
        result.push_back(width);
    }
    if (style.width <= 0)
        return result;
    int total = std::accumulate(result.begin(), result.end(), 0) + kGap * static_cast<int>(result.size() - 1);
    while (total > style.width) {
        std::size_t widest = m_columns.size();
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            if (m_columns[c].align == Align::Left && result[c] > kNarrowest
                && (widest == m_columns.size() || result[c] > result[widest]))
                widest = c;
        if (widest == m_columns.size())
            break;
        --result[widest];
        --total;
    }
    return result;
}

QString TextTable::line(const Row& row, const std::vector<int>& widths, const TextStyle& style) const
{
    QStringList parts;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        if (style.plain) {
            parts.append(row[c].text);
            continue;
        }
        const QString text = m_columns[c].align == Align::Left ? clipped(row[c].text, widths[c]) : row[c].text;
        const QString space = pad(widths[c] - displayWidth(text));
        const QString shown = painted(text, row[c].tone, style.colour);
        parts.append(m_columns[c].align == Align::Left ? shown + space : space + shown);
    }
    if (style.plain)
        return parts.join(QLatin1Char('\t')) + QLatin1Char('\n');
    return withoutTrailingSpace(parts.join(pad(kGap))) + QLatin1Char('\n');
}

QString TextTable::header(const std::vector<int>& widths, const TextStyle& style) const
{
    if (!style.headers)
        return {};
    Row titles;
    for (const Column& column : m_columns)
        titles.emplace_back(column.title, Tone::Strong);
    return line(titles, widths, style);
}

QString TextTable::render(const TextStyle& style) const
{
    const std::vector<int> columnWidths = widths(style);
    QString text = header(columnWidths, style);
    for (const Row& row : m_rows)
        text += line(row, columnWidths, style);
    return text;
}

QString TextTable::renderHeader(const TextStyle& style) const
{
    return header(widths(style), style);
}

QString TextTable::renderRow(const Row& row, const TextStyle& style) const
{
    Row safe = row;
    safe.resize(m_columns.size());
    for (Cell& cell : safe)
        cell.text = printable(cell.text);
    return line(safe, widths(style), style);
}

void KeyValueList::add(const QString& key, const Cell& value)
{
    m_lines.push_back({key, Cell(printable(value.text), value.tone)});
}

QString KeyValueList::render(const TextStyle& style) const
{
    int width = 0;
    for (const Line& l : m_lines)
        width = std::max(width, displayWidth(l.key));
    QString text;
    for (const Line& l : m_lines) {
        const QString gap = style.plain ? QStringLiteral("\t") : pad(width - displayWidth(l.key) + kGap);
        text += withoutTrailingSpace(painted(l.key, Tone::Strong, style.colour && !style.plain) + gap
                    + painted(l.value.text, l.value.tone, style.colour)) + QLatin1Char('\n');
    }
    return text;
}

} // namespace leat
