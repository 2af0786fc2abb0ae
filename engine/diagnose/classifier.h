// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnose/baretext.h"
#include "engine/diagnose/codes.h"
#include "engine/diagnose/rule.h"

namespace leat {

/// Judges a failure: our own error code first, then codes of the systems, then phase and owner,
/// then words with names taken out. Never makes up a cause: what fits no rule is "unknown", to be
/// retried. Immutable after construction, so one may be used on several threads.
class Classifier
{
public:
    Classifier();
    Diagnosis classify(const FailureEvidence& evidence) const;
    Diagnosis classify(const Error& error, const QString& sourceType) const;
    /// Every rule id, in the order in which rules are asked.
    QStringList ruleIds() const;

    static FailureEvidence evidenceOf(const Error& error, const QString& sourceType);

private:
    struct Compiled
    {
        const Rule* rule;
        QRegularExpression pattern;
        QStringList codes;
        QStringList types;
        bool complaint = false;               ///< of what a person sees, not of a server's text
        bool destructiveComplaint = false;
    };
    struct Found
    {
        const Compiled* rule = nullptr;
        bool byCode = false;
    };
    Diagnosis judge(const FailureEvidence& evidence) const;
    Found firstFit(const FailureEvidence& evidence, const QStringList& codes, const QString& bare) const;
    Diagnosis unknown(const FailureEvidence& evidence) const;

    BareText m_bare;
    CodeFinder m_finder;
    QRegularExpression m_passing;
    QRegularExpression m_server;
    QRegularExpression m_copy;
    std::vector<Compiled> m_rules;
};

/// What our own error codes mean; none for codes that only wrap another system's words.
std::optional<Cause> causeOf(ErrorCode code, Owner owner);

} // namespace leat
