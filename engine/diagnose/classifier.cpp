// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/classifier.h"

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
    if (types.isEmpty() || type.isEmpty())
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
    rest.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral(" "));
    for (const QString& word : rest.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool known = false;
        for (const char* each : kWords)
            known = known || word == QLatin1String(each);
        if (!known)
            return false;
    }
    return true;
}

} // namespace

Classifier::Classifier()
{
    for (std::span<const Rule> family : {collisionRules(), objectRules(), cdcRules(), webhookRules(), warehouseRules(),
             mysqlRules(), mongoRules(), mssqlRules(), postgresRules(), streamRules(), secureRules(), saasRules(),
             cloudRules(), symptomRules(), networkRules(), generalRules(), statusRules()}) {
        for (const Rule& rule : family)
            m_rules.push_back({&rule,
                QRegularExpression(QString::fromUtf8(rule.pattern), QRegularExpression::CaseInsensitiveOption),
                codesOf(rule.codes), words(rule.types)});
    }
}

Classifier::Found Classifier::firstFit(const FailureEvidence& evidence, const QStringList& codes, const QString& bare) const
{
    const QString type = evidence.sourceType.toLower();
    for (const Compiled& each : m_rules) {
        if (!fitsType(each.types, type) || (!each.codes.isEmpty() && !hasCode(each.codes, codes)))
            continue;
        if (*each.rule->pattern
            && !each.pattern.match(each.rule->raw ? evidence.text : bare).hasMatch())
            continue;
        return {&each, !each.codes.isEmpty()};
    }
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
    const QString text = evidence.text.trimmed().isEmpty() ? evidence.status : evidence.text;
    if (saysNothing(text) && evidence.code.isEmpty())
        return diagnosisOf(Cause::EmptyError, QStringLiteral("EMPTY"), Confidence::Low);
    FailureEvidence seen = evidence;
    seen.text = text;
    const Found found = firstFit(seen, m_finder.find(seen), m_bare.of(text));
    if (!found.rule)
        return unknown(seen);
    return diagnosisOf(found.rule->rule->cause, QLatin1String(found.rule->rule->id),
        found.byCode ? Confidence::High : Confidence::Medium);
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
