// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <random>

namespace leat::fuzz {

/// Makes inputs out of seeds: bytes changed, cut, doubled, spliced, and words of the language put in.
/// The same seed makes the same inputs.
class Mutator
{
public:
    Mutator(QByteArrayList seeds, QByteArrayList words, quint64 seed)
        : m_seeds(std::move(seeds)), m_words(std::move(words)), m_random(seed) {}
    QByteArray next();
    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

private:
    void change(QByteArray& text);
    const QByteArray& any(const QByteArrayList& list) { return list[qsizetype(below(std::size_t(list.size())))]; }

    QByteArrayList m_seeds;
    QByteArrayList m_words;
    std::mt19937_64 m_random;
};

} // namespace leat::fuzz
