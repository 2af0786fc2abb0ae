// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/impacttoken.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace leat {

namespace {
constexpr qint64 kValidMs = 10 * 60 * 1000;
constexpr int kKeyWords = 8;
}

ImpactToken::ImpactToken()
{
    quint32 words[kKeyWords];
    QRandomGenerator::system()->fillRange(words);
    m_key = QByteArray(reinterpret_cast<const char*>(words), sizeof(words));
}

QByteArray ImpactToken::sign(const QString& facts, qint64 issued) const
{
    return QMessageAuthenticationCode::hash(facts.toUtf8() + '\n' + QByteArray::number(issued), m_key,
        QCryptographicHash::Sha256).toHex();
}

QString ImpactToken::issue(const QString& facts, const QDateTime& now) const
{
    const qint64 issued = now.toMSecsSinceEpoch();
    return QString::number(issued) + QLatin1Char('.') + QString::fromLatin1(sign(facts, issued));
}

ImpactToken::Verdict ImpactToken::check(const QString& token, const QString& facts, const QDateTime& now) const
{
    if (token.isEmpty())
        return Verdict::Missing;
    bool ok = false;
    const qint64 issued = token.section(QLatin1Char('.'), 0, 0).toLongLong(&ok);
    const QByteArray given = token.section(QLatin1Char('.'), 1).toLatin1();
    const QByteArray right = sign(facts, issued);
    // Every byte is looked at, so that the time taken tells nothing.
    int differing = ok && given.size() == right.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(given.size(), right.size()); ++i)
        differing |= given[i] ^ right[i];
    if (differing != 0)
        return Verdict::Different;
    const qint64 age = now.toMSecsSinceEpoch() - issued;
    return age < 0 || age > kValidMs ? Verdict::Expired : Verdict::Good;
}

} // namespace leat
