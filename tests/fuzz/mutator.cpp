// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

namespace leat::fuzz {

namespace {

constexpr qsizetype kLongest = 4096;

} // namespace

QByteArray Mutator::next()
{
    QByteArray text = any(m_seeds);
    for (std::size_t changes = 1 + below(8); changes > 0; --changes)
        change(text);
    text.truncate(kLongest);
    return text;
}

void Mutator::change(QByteArray& text)
{
    const auto at = [&] { return qsizetype(below(std::size_t(text.size()) + 1)); };
    const qsizetype place = at();
    switch (below(9)) {
    case 0:
        if (!text.isEmpty())
            text[qsizetype(below(std::size_t(text.size())))] = char(below(256));
        break;
    case 1:
        if (!text.isEmpty()) {
            char& byte = text.data()[below(std::size_t(text.size()))];
            byte = char(byte ^ (1 << below(8)));
        }
        break;
    case 2: text.insert(place, char(below(256))); break;
    case 3: text.remove(place, qsizetype(1 + below(8))); break;
    case 4: text.insert(place, any(m_words)); break;
    case 5: text.insert(place, text.mid(at(), qsizetype(1 + below(64)))); break;
    case 6: text = text.left(place) + any(m_seeds).mid(at()); break;
    case 7: text.truncate(place); break;
    default: text.insert(place, QByteArray(qsizetype(1 + below(200)), char(below(256)))); break;
    }
}

} // namespace leat::fuzz
