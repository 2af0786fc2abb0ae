// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bundle/namehasher.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>

namespace leat {

namespace {

constexpr int kShortest = 3;       // shorter names are words of every text

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

QString replacedAtEdges(QString text, const QString& name, const QString& by, qint64& count)
{
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at)) {
        const qsizetype end = at + name.size();
        const bool whole = (at == 0 || !isWordCharacter(text[at - 1]) || !isWordCharacter(name.front()))
            && (end == text.size() || !isWordCharacter(text[end]) || !isWordCharacter(name.back()));
        if (!whole) {
            at = end;
            continue;
        }
        text.replace(at, name.size(), by);
        at += by.size();
        ++count;
    }
    return text;
}

} // namespace

NameHasher::NameHasher() : m_key(32, Qt::Uninitialized)
{
    for (char& byte : m_key)
        byte = char(QRandomGenerator::system()->bounded(256));
}

void NameHasher::learn(const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.size() < kShortest)
        return;
    if (std::all_of(trimmed.begin(), trimmed.end(), isWordCharacter)) {
        m_words.insert(trimmed, hashed(trimmed));
        return;
    }
    if (!m_others.contains(trimmed)) {
        m_others.append(trimmed);
        std::stable_sort(m_others.begin(), m_others.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    }
    for (const QString& part : trimmed.split(QLatin1Char('.'), Qt::SkipEmptyParts))
        if (part != trimmed && std::all_of(part.begin(), part.end(), isWordCharacter))
            learn(part);
}

QString NameHasher::hashed(const QString& name) const
{
    if (name.isEmpty())
        return name;
    const qsizetype dot = name.indexOf(QLatin1Char('.'));
    if (dot > 0 && dot + 1 < name.size())
        return hashed(name.left(dot)) + QLatin1Char('.') + hashed(name.mid(dot + 1));
    const QByteArray mac = QMessageAuthenticationCode::hash(name.toUtf8(), m_key, QCryptographicHash::Sha256);
    return QStringLiteral("name-") + QString::fromLatin1(mac.left(4).toHex());
}

QString NameHasher::replaceIn(const QString& text, qint64& count) const
{
    QString whole = text;
    for (const QString& name : m_others)
        whole = replacedAtEdges(std::move(whole), name, hashed(name), count);
    QString out;
    out.reserve(whole.size());
    for (qsizetype at = 0; at < whole.size();) {
        if (!isWordCharacter(whole[at])) {
            out += whole[at++];
            continue;
        }
        qsizetype end = at;
        while (end < whole.size() && isWordCharacter(whole[end]))
            ++end;
        const QString word = whole.mid(at, end - at);
        const auto known = m_words.constFind(word);
        out += known == m_words.constEnd() ? word : *known;
        count += known == m_words.constEnd() ? 0 : 1;
        at = end;
    }
    return out;
}

} // namespace leat
