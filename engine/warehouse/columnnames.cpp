// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/columnnames.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace leat {

namespace {

bool isFolded(const QString& name) { return foldName(name) == name; }

// Whether `a` keeps the plain name rather than `b`.
bool goesFirst(const QString& a, const QString& b, const QSet<QString>& existing)
{
    if (existing.contains(a) != existing.contains(b))
        return existing.contains(a);
    if (isFolded(a) != isFolded(b))
        return isFolded(a);
    return a.toUtf8() < b.toUtf8();
}

QString suffixed(const QString& name, const QSet<QString>& taken)
{
    const QString digits = QString::fromLatin1(
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
    QString candidate;
    for (int length = 4; length <= digits.size(); ++length) {
        candidate = name + QLatin1Char('_') + digits.left(length);
        if (!taken.contains(foldName(candidate)))
            break;
    }
    return candidate;
}

} // namespace

QString foldName(const QString& name)
{
    QString folded = name;
    for (QChar& c : folded)
        if (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
            c = QChar(c.unicode() + 32);
    return folded;
}

QStringList warehouseColumnNames(const QStringList& source, const QStringList& existing)
{
    const QSet<QString> spelled(existing.begin(), existing.end());
    QStringList names = source;
    for (QString& name : names)
        if (name.isEmpty())
            name = QStringLiteral("unnamed");

    QHash<QString, qsizetype> winner;
    QSet<QString> taken;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString folded = foldName(names.at(i));
        const auto it = winner.find(folded);
        if (it == winner.end())
            winner.insert(folded, i);
        else if (goesFirst(names.at(i), names.at(it.value()), spelled))
            it.value() = i;
        taken.insert(folded);
    }
    if (winner.size() == names.size())
        return names;
    QStringList result = names;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (winner.value(foldName(names.at(i))) == i)
            continue;
        result[i] = suffixed(names.at(i), taken);
        taken.insert(foldName(result.at(i)));
    }
    return result;
}

void settleTargets(std::vector<ColumnMark>& marks, const QStringList& existing)
{
    QStringList names;
    for (const ColumnMark& mark : marks)
        names.append(mark.warehouseName());
    const QStringList settled = warehouseColumnNames(names, existing);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const QString& name = settled.at(qsizetype(i));
        marks[i].target = name == marks[i].name ? QString() : name;
    }
}

void aimColumns(std::vector<LoadColumn>& columns, const std::vector<ColumnMark>& marks)
{
    for (LoadColumn& column : columns) {
        const auto mark = std::find_if(marks.begin(), marks.end(), [&column](const ColumnMark& m) { return m.name == column.name; });
        if (column.target.isEmpty() && mark != marks.end())
            column.target = mark->target;
    }
}

} // namespace leat
