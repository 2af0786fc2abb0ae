// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nearest.h"

#include "app/cli/clitext.h"

#include <algorithm>
#include <vector>

namespace leat {

int editDistance(const QString& first, const QString& second)
{
    const QString a = first.toCaseFolded();
    const QString b = second.toCaseFolded();
    const auto columns = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> beforeLast(columns), last(columns), row(columns);
    for (std::size_t j = 0; j < columns; ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        beforeLast.swap(last);
        last.swap(row);
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int same = a[i - 1] == b[j - 1] ? 0 : 1;
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + same});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], beforeLast[at - 2] + 1);
        }
    }
    return row.back();
}

QStringList nearest(const QString& typed, const QStringList& candidates, int limit)
{
    struct Scored { int score; QString name; };
    std::vector<Scored> scored;
    for (const QString& name : candidates) {
        const int distance = editDistance(typed, name);
        const bool close = distance <= std::max<qsizetype>(1, std::min(typed.size(), name.size()) / 3);
        const bool inside = typed.size() >= 3 && name.contains(typed, Qt::CaseInsensitive);
        if (close || inside)
            scored.push_back({close ? distance : distance + 100, name});
    }
    std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; });
    QStringList names;
    for (const Scored& s : scored)
        if (names.size() < limit && !names.contains(s.name))
            names.append(s.name);
    return names;
}

QString didYouMean(const QStringList& nearNames)
{
    QStringList quoted;
    for (const QString& name : nearNames)
        quoted.append(QStringLiteral("“%1”").arg(name));
    if (quoted.isEmpty())
        return {};
    return Cli::tr("Did you mean %1?").arg(quoted.join(Cli::tr(" or ")));
}

} // namespace leat
