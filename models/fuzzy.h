// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace leat {

/// How well `word` fits into `text`, letter by letter in order: more for whole words, beginnings
/// of words and letters in a row; -1 when it does not fit.
int fuzzyScore(const QString& word, const QString& text);

/// The same for several words: each must fit somewhere.
int fuzzyScoreAll(const QString& query, const QString& text);

/// How many of the query's words begin one of `keywords`, in percent of the words that say
/// something ("the", "my" and digits do not); 0 when none does.
int intentScore(const QString& query, const QStringList& keywords);

} // namespace leat
