// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace leat {

/// Meaning of a coloured text; the words say the same without colour.
enum class Tone { Normal, Good, Bad, Warning, Faint, Strong };

/// How tables and colours are written to one stream.
struct TextStyle
{
    bool colour = false;
    bool plain = false;            ///< tab separated, raw numbers and times, for cut and awk
    bool headers = true;
    int width = 0;                 ///< columns to fit into; 0: as wide as needed
};

QString painted(const QString& text, Tone tone, bool colour);

struct Cell
{
    QString text;
    Tone tone = Tone::Normal;
    Cell(QString t = {}, Tone n = Tone::Normal) : text(std::move(t)), tone(n) {}
};
using Row = std::vector<Cell>;

/// Rows under titles. Numbers are right-aligned and never cut; text columns give way when the
/// terminal is narrow. Cells are made printable.
class TextTable
{
public:
    enum class Align { Left, Right };
    struct Column { QString title; Align align = Align::Left; int minWidth = 0; };

    explicit TextTable(std::vector<Column> columns);
    void add(Row row);
    bool isEmpty() const { return m_rows.empty(); }
    /// All lines, each with its end.
    QString render(const TextStyle& style) const;
    /// For rows that come one by one: widths are the columns' minimum widths.
    QString renderHeader(const TextStyle& style) const;
    QString renderRow(const Row& row, const TextStyle& style) const;

private:
    std::vector<int> widths(const TextStyle& style) const;
    QString header(const std::vector<int>& widths, const TextStyle& style) const;
    QString line(const Row& row, const std::vector<int>& widths, const TextStyle& style) const;

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

/// "Name:  value" lines for one thing.
class KeyValueList
{
public:
    void add(const QString& key, const Cell& value);
    QString render(const TextStyle& style) const;

private:
    struct Line { QString key; Cell value; };
    std::vector<Line> m_lines;
};

} // namespace leat
