// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/redactpatterns.h"

#include <QRegularExpression>

#include <array>

namespace leat {

namespace {

// Everything here is linear in the text: quantifiers are possessive or bounded, because error
// texts may quote megabytes of somebody's data.
struct Pattern
{
    const char* needle;            ///< one of the texts, "|" between, that must be there at all
    QRegularExpression expression; ///< group 1 stays, the rest becomes the mark
};

QRegularExpression expression(const char* text)
{
    QRegularExpression made(QString::fromLatin1(text),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    made.optimize();
    return made;
}

// A value in double or single quotes (also escaped ones), or bare up to a blank.
#define LEAT_VALUE R"((?:\\++"[^"]*+"?|"[^"\\]*+(?:\\.[^"\\]*+)*+"?|'[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'?|(?:[^\s&;"'<>\\]|\\.)++))"
// What servers say instead of a password: "(using password: YES)".
#define LEAT_NOT_A_WORD R"((?!(?:yes|no|null|none|true|false)(?:[\s,;&)\]}"'.]|$)))"

const std::array<Pattern, 7>& patterns()
{
    static const std::array<Pattern, 7> all{{
        {"private key", expression(R"(()-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$))")},
        {"pass|pwd|secret|key|token",
            expression(R"(((?:password|passwd|passphrase|passcode|pwd|secret|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|)"
                       R"((?:access|auth|refresh|session|bearer)[_-]?token)\\*["']?\s{0,8}(?:=>|[:=])\s{0,8}))" LEAT_NOT_A_WORD LEAT_VALUE)},
        {"token", expression(R"((\btoken\\*["']?\s{0,8}=\s{0,8}))" LEAT_NOT_A_WORD LEAT_VALUE)},
        {"password|identified",
            expression(R"((\b(?:password|identified\s{1,8}(?:with\s{1,8}\w{1,40}\s{1,8})?by)\s{1,8}e?)'[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'?)")},
        {"authorization|bearer|cookie",
            expression(R"((\bauthorization["']?\s{0,8}[:=]\s{0,8}["']?(?:(?:basic|bearer|digest|token|apikey)\s{1,8})?|)"
                       R"(\bbearer\s{1,8}(?=[^\s"']{0,200}[0-9._=•])|\b(?:set-)?cookie\s{0,8}:\s{0,8})[^\s"',;]++)")},
        {"_live_|_test_|whsec_|xox|ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|glpat-|akia|asia|aiza|eyj|scram-sha|md5|pat-",
            expression(R"(()(?:[sr]k_(?:live|test)_[a-z0-9]{8,}+|whsec_[a-z0-9+/=]{8,}+|xox[abposr]-[a-z0-9-]{8,}+|)"
                       R"(gh[pousr]_[a-z0-9]{20,}+|github_pat_\w{20,}+|glpat-[\w-]{16,}+|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|)"
                       R"((?<![\w-])AIza[\w-]{30,}+|(?<![\w-])eyJ[\w-]{8,}+\.[\w-]{4,}+(?:\.[\w-]*+)?|SCRAM-SHA-\d{1,3}\$\d{1,8}:[^\s"']++|)"
                       R"(\bmd5[0-9a-f]{32}\b|\bpat-(?:na|eu|ap)\d-[0-9a-f-]{30,}+))")},
        {"@", expression(R"((\b[\w.%+-]{1,64}+:)[^\s:@/"'<>]{3,128}+(?=@[\w\[]))")},
    }};
    return all;
}

bool mayContain(const QString& lower, const char* needles)
{
    const QList<QByteArray> all = QByteArray(needles).split('|');
    for (const QByteArray& needle : all)
        if (lower.contains(QLatin1String(needle)))
            return true;
    return false;
}

// The quote that opens the value, with backslashes where the text itself stands in quotes.
QStringView openingQuote(QStringView value)
{
    qsizetype end = 0;
    while (end < value.size() && value[end] == QLatin1Char('\\'))
        ++end;
    const bool quote = end < value.size() && (value[end] == QLatin1Char('"') || value[end] == QLatin1Char('\''));
    return value.left(quote ? end + 1 : 0);
}

QString applied(const QString& text, const QRegularExpression& pattern)
{
    QString result;
    qsizetype at = 0;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype begin = match.capturedEnd(1);
        const QStringView value = QStringView(text).mid(begin, match.capturedEnd(0) - begin);
        const QStringView quote = openingQuote(value);
        result += QStringView(text).mid(at, begin - at);
        const bool closed = !quote.isEmpty() && value.size() >= 2 * quote.size() && value.endsWith(quote);
        if (closed)
            result += quote;
        result += redactionMark();
        if (closed)
            result += quote;
        at = match.capturedEnd(0);
    }
    if (at == 0)
        return text;
    result += QStringView(text).mid(at);
    return result;
}

bool endsAddress(QChar c)
{
    return c.isSpace() || c == QLatin1Char('"') || c == QLatin1Char('\'') || c == QLatin1Char('<') || c == QLatin1Char('>');
}

// scheme://user:password@host. Up to the last "@", because a password that was not encoded may
// hold "@", ":" and "/" itself, and just then the address is quoted in an error.
QString withoutUrlPasswords(const QString& text)
{
    QString result;
    qsizetype kept = 0;
    qsizetype at = 0;
    while ((at = text.indexOf(QLatin1String("://"), at)) >= 0) {
        at += 3;
        qsizetype sign = -1;
        qsizetype colon = -1;
        for (; at < text.size() && !endsAddress(text[at]); ++at) {
            if (text[at] == QLatin1Char('@'))
                sign = at;
            else if (text[at] == QLatin1Char(':') && colon < 0)
                colon = at;
        }
        if (colon < 0 || sign <= colon + 1)
            continue;
        result += QStringView(text).mid(kept, colon + 1 - kept);
        result += redactionMark();
        kept = sign;
    }
    if (kept == 0)
        return text;
    result += QStringView(text).mid(kept);
    return result;
}

} // namespace

QString redactionMark()
{
    return QStringLiteral("••••");
}

QString withoutPatterns(QString text)
{
    text = withoutUrlPasswords(text);
    const QString lower = text.toLower();
    for (const Pattern& pattern : patterns())
        if (mayContain(lower, pattern.needle))
            text = applied(text, pattern.expression);
    return text;
}

} // namespace leat
