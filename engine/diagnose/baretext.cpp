// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/baretext.h"

namespace leat {

namespace {

constexpr qsizetype kMaxChars = 16'384;

QRegularExpression expression(const QString& pattern)
{
    return QRegularExpression(pattern,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
}

// A quoted text behind "=", ":", "(" or at the start is a message when it has more than one
// word; behind a noun it is a name, whatever it says.
bool isMessage(const QString& before, const QString& inside)
{
    if (!inside.contains(QLatin1Char(' ')))
        return false;
    const QString trimmed = before.trimmed();
    if (trimmed.isEmpty())
        return true;
    return QStringLiteral("=:(,{[>").contains(trimmed.back());
}

// "invalid input syntax for type integer: "one two"" quotes a value, not a message.
bool isValueContext(const QString& before)
{
    static constexpr const char* kWords[] = {"syntax for type", "out of range", "invalid input", "value", "near", "named", "columns:", "ora-00904:"};
    const QString tail = before.right(60).toLower();
    for (const char* word : kWords)
        if (tail.contains(QLatin1String(word)))
            return true;
    return false;
}

// "IncrementalCursorInvalidCoercion" says in one word what a sentence would.
QString camelWords(const QString& text)
{
    static constexpr qsizetype kEnough = 400;
    QString out;
    for (const QString& word : text.split(QLatin1Char(' '))) {
        QString split;
        int humps = 0;
        for (qsizetype i = 0; i < word.size(); ++i) {
            if (i > 0 && word.at(i).isUpper() && word.at(i - 1).isLower()) {
                split += QLatin1Char(' ');
                ++humps;
            }
            split += word.at(i);
        }
        if (humps > 0 && out.size() < kEnough)
            out += QLatin1String(" | ") + split;
    }
    return out;
}

} // namespace

BareText::BareText()
    : m_field(expression(QStringLiteral(
          R"(["'](\w[\w.$@-]{0,40})["']\s*(?::|=>|=)\s*(?:["']((?:[^"\\]|\\.){0,2000}?)["'](?=\s*[,}\])]|\s*$)|(-?\w+)))"))),
      m_quoted(expression(QStringLiteral(
          R"((?<![\w])(["'`“‘«])((?:(?!\1)[^\n]){0,400}?)(?:["'`”’»])(?!\w)|(?<=[\s(])\[([A-Za-z_][\w .$-]{0,80})\](?=[\s.,;)]|$))"))),
      m_inward(expression(QStringLiteral("\u00BB[^\u00AB\u00BB\n]{0,400}\u00AB")))
{
    const auto name = [this](const char* pattern, const char* with) {
        m_names.push_back({expression(QString::fromUtf8(pattern)), QString::fromUtf8(with)});
    };
    // echoes of the statement and of the row
    name(R"(\b(?:(?-i:LINE) \d+|Original Line): .*?(?=\n|$| (?:HINT|DETAIL|CONTEXT|QUERY|Expected|Possible|Error when)\b))", "");
    name(R"(CONTEXT:\s+COPY [^\n]*)", "");
    name(R"(Failing row contains \([^\n]*)", "");
    name(R"(\bKey \([^\n]*?\)=\([^\n]*?\)(?=[ .]))", "Key x");
    name(R"((https?://[^/\s"'?]+)/[^\s"'<>)]*)", "\\1/");
    name(R"((permission denied (?:for|on) (?:foreign |materialized )?(?:table|relation|schema|view|sequence|function|database|column)) [^\n]*)", "\\1 x");
    name(R"((must be owner of (?:table|view|relation|publication|sequence|schema|function) )[^\n]*)", "\\1x");
    name(R"((no such (?:column|table|view|function|index): )[^\n(]+)", "\\1x");
    name(R"(\b(column|relation|table|view|field|collection|index|sequence|constraint|type|trigger|key|schema) (?:[A-Za-z_][\w$]*\.)*[A-Za-z_][\w$]*[_.][\w$.]+(?=\s|$|,))", "\\1 x");
    name(R"(\b(column|relation|table|view) \S+ (does not exist|doesn'?t exist|not found|was not found|already exists|is missing))", "\\1 x \\2");
    name(R"(((?:unknown|invalid|unrecognized) (?:column|table|identifier|name|field)(?: name)?:? )(?!name\b)[A-Za-z_][\w.$]*)", "\\1x");
    name(R"(\b(function|procedure|aggregate) [^\n(]{1,100}\()", "\\1 x(");
    name(R"((constraint failed: )[^\n(]*)", "\\1x ");
    name(R"((with name )[^\n]{1,100}?( does not exist| already exists))", "\\1x\\2");
    name(R"((not authorized on )[^\n]{1,100}?( to execute))", "\\1x\\2");
    name(R"(\b[\w.+-]+@[\w-]+\.[\w.-]+\b)", "x");
}

QString BareText::withoutQuotes(const QString& text) const
{
    QString out;
    qsizetype from = 0;
    QRegularExpressionMatch match = m_quoted.match(text);
    while (match.hasMatch()) {
        const QString before = text.mid(from, match.capturedStart() - from);
        out += before;
        const QString inside = match.captured(2).isNull() ? match.captured(3) : match.captured(2);
        if (match.captured(3).isEmpty() && isMessage(out, inside) && !isValueContext(out))
            out += QLatin1Char(' ') + withoutQuotes(inside) + QLatin1Char(' ');
        else
            out += QLatin1String("''");
        from = match.capturedEnd();
        match = m_quoted.match(text, from);
    }
    return out + text.mid(from);
}

QString BareText::of(const QString& text) const
{
    QString bare = text.left(kMaxChars);
    if (bare.contains(QLatin1Char('{')))
        bare.replace(m_field, QStringLiteral(" \\1: \\2\\3 ; "));
    // German and Danish quote »so«, French « so »; what stands first tells which.
    const qsizetype pointsRight = bare.indexOf(QChar(0xBB));
    if (pointsRight >= 0 && pointsRight < bare.indexOf(QChar(0xAB)))
        bare.replace(m_inward, QStringLiteral("''"));
    bare = withoutQuotes(bare);
    for (const Replacement& each : m_names)
        bare.replace(each.pattern, each.with);
    bare = bare.simplified();
    return bare + camelWords(bare);
}

} // namespace leat
