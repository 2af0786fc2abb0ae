// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fuzzy.h"

#include <QRegularExpression>

#include <algorithm>

namespace leat {

namespace {

constexpr int kLetter = 1;
constexpr int kInRow = 4;
constexpr int kWordStart = 8;
constexpr int kWhole = 40;

bool startsWord(const QString& text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

QStringList words(const QString& text)
{
    static const QRegularExpression gaps(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption);
    return text.toLower().split(gaps, Qt::SkipEmptyParts);
}

/// From `from` on, greedily; the caller tries every beginning.
int scoreFrom(const QString& word, const QString& text, qsizetype from)
{
    int score = 0;
    qsizetype last = -2;
    qsizetype at = from;
    for (const QChar letter : word) {
        while (at < text.size() && text[at].toLower() != letter)
            ++at;
        if (at == text.size())
            return -1;
        score += kLetter + (at == last + 1 ? kInRow : 0) + (startsWord(text, at) ? kWordStart : 0);
        last = at++;
    }
    return score - int(last - from) / 4;
}

} // namespace

int fuzzyScore(const QString& word, const QString& text)
{
    const QString low = word.toLower();
    if (low.isEmpty())
        return 0;
    int best = -1;
    for (qsizetype at = 0; at < text.size(); ++at)
        if (text[at].toLower() == low[0])
            best = std::max(best, scoreFrom(low, text, at));
    if (best >= 0 && text.contains(word, Qt::CaseInsensitive))
        best += kWhole;
    return best;
}

int fuzzyScoreAll(const QString& query, const QString& text)
{
    int sum = 0;
    const QStringList parts = query.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const int score = fuzzyScore(part, text);
        if (score < 0)
            return -1;
        sum += score;
    }
    return parts.isEmpty() ? 0 : sum / int(parts.size());
}

int intentScore(const QString& query, const QStringList& keywords)
{
    static const QStringList kQuiet{QStringLiteral("a"), QStringLiteral("an"), QStringLiteral("the"), QStringLiteral("my"), QStringLiteral("to"), QStringLiteral("for"),
        QStringLiteral("of"), QStringLiteral("this"), QStringLiteral("that"), QStringLiteral("with"), QStringLiteral("from"), QStringLiteral("in"), QStringLiteral("at"),
        QStringLiteral("up"), QStringLiteral("and"), QStringLiteral("i"), QStringLiteral("need"), QStringLiteral("it"), QStringLiteral("is"), QStringLiteral("table"), QStringLiteral("tables")};
    int said = 0;
    int known = 0;
    for (const QString& word : words(query)) {
        if (kQuiet.contains(word) || word[0].isDigit())
            continue;
        ++said;
        known += std::any_of(keywords.begin(), keywords.end(), [&](const QString& keyword) { return keyword.startsWith(word) || (keyword.size() >= 4 && word.startsWith(keyword)); });
    }
    return said == 0 ? 0 : known * 100 / said;
}

} // namespace leat
