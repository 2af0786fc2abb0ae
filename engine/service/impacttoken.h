// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace leat {

/// Signs what a preview showed, so that nothing but exactly that can be done, and only for a
/// while. The key is random and lives as long as the engine. Thread-safe.
class ImpactToken
{
public:
    ImpactToken();
    /// `facts`: every id, revision, row count and commit that the preview rests on.
    QString issue(const QString& facts, const QDateTime& now) const;
    enum class Verdict { Good, Missing, Expired, Different };
    Verdict check(const QString& token, const QString& facts, const QDateTime& now) const;

private:
    QByteArray sign(const QString& facts, qint64 issued) const;
    QByteArray m_key;
};

} // namespace leat
