// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/classifier.h"

#include "engine/diagnose/causechain.h"

namespace leat {

namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// "sqlstate:53*" takes every code of the class. DuckDB's classes have blanks in their names, so
// its codes are listed with the rest of their rule ("duckdb:out of memory").
QStringList codesOf(const char* text)
{
    QStringList codes;
    for (const QString& word : words(text)) {
        if (word.contains(QLatin1Char(':')))
            codes.append(word);
        else if (!codes.isEmpty())
            codes.last() += QLatin1Char(' ') + word;
    }
    return codes;
}

bool hasCode(const QStringList& wanted, const QStringList& found)
{
    for (const QString& code : wanted) {
        if (!code.endsWith(QLatin1Char('*'))) {
            if (found.contains(code))
                return true;
            continue;
        }
        const QString start = code.chopped(1);
        for (const QString& each : found)
            if (each.startsWith(start))
                return true;
    }
    return false;
}

bool fitsType(const QStringList& types, const QString& type)
{
    const bool mustBeKnown = !types.isEmpty() && types.front() == QLatin1String("=");
    if (types.isEmpty() || (type.isEmpty() && !mustBeKnown))
        return true;
    for (const QString& each : types)
        if (type.contains(each))
            return true;
    return false;
}

// A text of nothing but a greeting: "Sync failure: ." says no more than an empty one.
bool saysNothing(const QString& text)
{
    static constexpr const char* kWords[] = {"sync", "failure", "failed", "error", "unknown", "none", "null",
        "exception", "fatal", "in", "source", "the", "an", "occurred", "message", "job", "has"};
    QString rest = text.toLower();
    rest.replace(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N}]+")), QStringLiteral(" "));
    for (const QString& word : rest.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool known = false;
        for (const char* each : kWords)
            known = known || word == QLatin1String(each);
        if (!known)
            return false;
    }
    return true;
}

// Words of a passing state. Where only words decided, they keep a failure from being called permanent.
constexpr auto kPassing = R"(timed? ?-?out|connection (?:was )?(?:reset|refused|lost|closed|aborted)|reset by peer|broken pipe|temporar(?:y|ily)|unavailable|overload|too many (?:requests|connections|clients|queries)|rate.?limit|throttl|gone away|deadlock|lock wait|unexpected(?:ly)? (?:eof|closed)|\beof\b|shutting down|starting up|is locked|in progress|will retry|please retry)";

// No server complains of wrong data: what says so is a person, whose words have none of these. Else a
// message about a row would propose to copy everything again.
constexpr auto kServer = R"(\b(?:error|exception|fatal|traceback|errno|sqlstate|denied|refused)\b|https?:/|^\W*\d{4}, |\w+exception\b|\w{3,}error:)";

// And a person says what the data were to be: copied.
constexpr auto kCopy = R"(\b(?:(?:re)?sync\w*|warehouse|destination|replicat\w*|incremental\w*|completed|watermark|import\w*|copied|loaded)\b)";

bool isComplaint(const Rule& rule)
{
    return QLatin1String(rule.id).startsWith(QLatin1String("STATE-"));
}

bool isDestructive(Cause cause)
{
    const Branch branch = causeInfo(cause).branch;
    return branch == Branch::D || branch == Branch::G;
}

} // namespace

Classifier::Classifier()
    : m_passing(QLatin1String(kPassing), QRegularExpression::CaseInsensitiveOption)
    , m_server(QLatin1String(kServer), QRegularExpression::CaseInsensitiveOption)
    , m_copy(QLatin1String(kCopy), QRegularExpression::CaseInsensitiveOption)
{
    for (std::span<const Rule> family : {collisionRules(), objectRules(), cdcRules(), webhookRules(), warehouseRules(),
             mysqlRules(), mongoRules(), mssqlRules(), postgresRules(), streamRules(), secureRules(), saasRules(),
             cloudRules(), symptomRules(), networkRules(), localRules(), generalRules(), statusRules()}) {
        for (const Rule& rule : family)
            m_rules.push_back({&rule,
                QRegularExpression(QString::fromUtf8(rule.pattern), QRegularExpression::CaseInsensitiveOption),
                codesOf(rule.codes), words(rule.types), isComplaint(rule),
                isComplaint(rule) && isDestructive(rule.cause)});
    }
}

Classifier::Found Classifier::firstFit(const FailureEvidence& evidence, const QStringList& codes, const QString& bare) const
{
    const QString type = evidence.sourceType.toLower();
    const bool soundsLikePerson = evidence.code.isEmpty()
        && (type == QLatin1String("symptom") || (!m_server.match(bare).hasMatch() && m_copy.match(bare).hasMatch()));
    const auto fits = [&](const Compiled& each) {
        if (!fitsType(each.types, type) || (!each.codes.isEmpty() && !hasCode(each.codes, codes)))
            return false;
        if (each.destructiveComplaint && !soundsLikePerson)
            return false;
        return !*each.rule->pattern || each.pattern.match(each.rule->raw ? evidence.text : bare).hasMatch();
    };
    // A complaint may name slots and webhooks; what its author saw decides.
    if (type == QLatin1String("symptom"))
        for (const Compiled& each : m_rules)
            if (each.complaint && fits(each))
                return {&each, false};
    for (const Compiled& each : m_rules)
        if (fits(each))
            return {&each, !each.codes.isEmpty()};
    return {};
}

Diagnosis Classifier::unknown(const FailureEvidence& evidence) const
{
    Diagnosis made = diagnosisOf(Cause::Unknown, QStringLiteral("UNKNOWN"), Confidence::Low);
    if (evidence.owner == Owner::Warehouse)
        made.scope = FaultScope::Warehouse;
    else if (evidence.owner && *evidence.owner != Owner::Source)
        made.scope = FaultScope::App;
    return made;
}

Diagnosis Classifier::classify(const FailureEvidence& evidence) const
{
    if (evidence.errorCode) {
        if (const std::optional<Cause> cause = causeOf(*evidence.errorCode, evidence.owner.value_or(Owner::Source)))
            return diagnosisOf(*cause, QLatin1String("OWN-") + toString(*evidence.errorCode), Confidence::High);
    }
    FailureEvidence seen = evidence;
    seen.text = withoutTerminalCodes(evidence.text.trimmed().isEmpty() ? evidence.status : evidence.text);
    // The root cause is surer than what was wrapped around it, if it says anything.
    const QString whole = seen.text;
    for (const QString& link : causeChain(whole)) {
        seen.text = link;
        const Diagnosis root = judge(seen);
        if (!root.isUnknown() && root.confidence != Confidence::Low && root.category != QLatin1String("internal"))
            return root;
    }
    seen.text = tellingAttempt(whole);
    return judge(seen);
}

Diagnosis Classifier::judge(const FailureEvidence& evidence) const
{
    if (saysNothing(evidence.text) && evidence.code.isEmpty())
        return diagnosisOf(Cause::EmptyError, QStringLiteral("EMPTY"), Confidence::Low);
    const QString bare = m_bare.of(evidence.text);
    const Found found = firstFit(evidence, m_finder.find(evidence, bare), bare);
    if (!found.rule)
        return unknown(evidence);
    Diagnosis made = diagnosisOf(found.rule->rule->cause, QLatin1String(found.rule->rule->id),
        found.byCode ? Confidence::High : Confidence::Medium);
    if (!found.byCode && made.branch != Branch::H && m_passing.match(bare).hasMatch())
        made.retryable = true;
    return made;
}

FailureEvidence Classifier::evidenceOf(const Error& error, const QString& sourceType)
{
    FailureEvidence evidence;
    evidence.text = error.detail;
    evidence.sourceType = sourceType;
    evidence.code = error.sqlState;
    evidence.errorCode = error.code;
    evidence.phase = error.phase;
    evidence.owner = error.owner;
    evidence.args = error.args;
    return evidence;
}

Diagnosis Classifier::classify(const Error& error, const QString& sourceType) const
{
    return classify(evidenceOf(error, sourceType));
}

QStringList Classifier::ruleIds() const
{
    QStringList ids;
    for (const Compiled& each : m_rules)
        ids.append(QLatin1String(each.rule->id));
    return ids;
}

} // namespace leat
