// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/logexcerpt.h"

#include "engine/diagnose/causechain.h"

namespace leat {

namespace {

constexpr int kShortLines = 6;
constexpr int kLongLines = 60;
constexpr qsizetype kMaxCandidates = 400;

// Time stamps and levels in front of a message say nothing about it.
QString withoutStamp(QString line)
{
    static constexpr auto kStamp = R"(^\W*\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d| UTC| GMT)?\W*(?:\[[^\]]{1,60}\]\s*)*(?:(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b\W*)?)";
    return line.remove(QRegularExpression(QLatin1String(kStamp)));
}

QStringList tellingLines(const QString& text)
{
    const QRegularExpression trouble(QStringLiteral(
        "error|fatal|exception|fail|denied|refused|timed? ?out|invalid|unable|cannot|could not|lost|reject|does not exist|not found|\\b[45]\\d\\d\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        if (trouble.match(line).hasMatch() && !line.trimmed().startsWith(QLatin1String("at ")))
            lines.append(withoutStamp(line.trimmed()));
    return lines.size() > kMaxCandidates ? lines.mid(lines.size() - kMaxCandidates) : lines;
}

// A log has stamps or records in front of its lines; a long message (DuckDB lists every option of a CSV
// reader) has not, and its first line counts.
bool looksLikeLog(const QString& text)
{
    static const QRegularExpression record(QStringLiteral(
        R"(^\W{0,3}(?:\d{4}-\d\d-\d\d[T ]|\d\d:\d\d:\d\d|\w{3} +\d+ \d\d:|\{"|(?:TRACE|DEBUG|INFO|WARN\w*|ERROR|FATAL|CRITICAL)\b[:\]|]))"));
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.size() > kLongLines)
        return true;
    int records = 0;
    for (const QString& line : lines)
        records += record.match(line).hasMatch();
    return records >= 2;
}

} // namespace

ExcerptJudgement judgeText(const Classifier& classifier, FailureEvidence evidence)
{
    const QString text = withoutTerminalCodes(evidence.text).trimmed();
    evidence.text = text;
    ExcerptJudgement best{text.left(2000), classifier.classify(evidence)};
    if (!causeChain(text).isEmpty() && !best.diagnosis.isUnknown())
        return {causeChain(text).front().left(2000), best.diagnosis};
    if (text.count(QLatin1Char('\n')) < kShortLines || !looksLikeLog(text))
        return best;
    bool found = false;
    for (const QString& line : tellingLines(text)) {
        evidence.text = line;
        const Diagnosis judged = classifier.classify(evidence);
        if (judged.isUnknown() || (found && judged.confidence < best.diagnosis.confidence))
            continue;
        best = {line, judged};
        found = true;
    }
    return best;
}

} // namespace leat
