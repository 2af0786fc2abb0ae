// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pseudotranslator.h"

#include <QRegularExpression>

namespace leat::test {

namespace {

constexpr QChar kMark(u'¡');

QChar accented(QChar c)
{
    static const QString plain = QStringLiteral("aceinouyACEINOUY");
    static const QString other = QStringLiteral("âçéîñöûÿÂÇÉÎÑÖÛŸ");
    const qsizetype at = plain.indexOf(c);
    return at < 0 ? c : other.at(at);
}

} // namespace

bool PseudoTranslator::isPseudo(const QString& text) { return text.contains(kMark); }

QString PseudoTranslator::translate(const char* context, const char* source, const char* comment, int n) const
{
    if (!source || !*source || (context[0] == 'Q' && context[1] >= 'A' && context[1] <= 'Z'))
        return {};
    m_asked.insert({context, source, comment, n});
    const QString text = QString::fromUtf8(source);
    static const QRegularExpression kept(QStringLiteral("%L?\\d+|%n|\\{\\w+\\}|<[^>]*>|&\\w+;"));
    QString out(kMark);
    qsizetype from = 0;
    for (auto found = kept.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        for (const QChar c : text.mid(from, match.capturedStart() - from))
            out += accented(c);
        out += match.captured();
        from = match.capturedEnd();
    }
    for (const QChar c : text.mid(from))
        out += accented(c);
    // Words, not one long one: labels that wrap may wrap here too.
    for (qsizetype more = text.size() * 2 / 5; more > 0; more -= 4)
        out += QStringLiteral(" łoŋ").left(more);
    return out;
}

} // namespace leat::test
