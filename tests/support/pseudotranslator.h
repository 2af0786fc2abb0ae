// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTranslator>

namespace leat::test {

/// A language that nobody speaks: every text gets accents and is 40 % longer, so that texts without
/// tr() and places that are too small show. Placeholders and accelerators stay. Remembers what was
/// asked for. Qt's own texts stay as they are.
class PseudoTranslator : public QTranslator
{
    Q_OBJECT
public:
    struct Asked
    {
        QByteArray context;
        QByteArray source;
        QByteArray comment;
        int n = -1;
        bool operator==(const Asked&) const = default;
        friend size_t qHash(const Asked& a, size_t seed = 0) { return qHashMulti(seed, a.context, a.source); }
    };
    using QTranslator::QTranslator;

    QString translate(const char* context, const char* source, const char* comment, int n) const override;
    bool isEmpty() const override { return false; }

    const QSet<Asked>& asked() const { return m_asked; }
    /// Whether a text, or a part of it, went through translate().
    static bool isPseudo(const QString& text);

private:
    mutable QSet<Asked> m_asked;
};

} // namespace leat::test
