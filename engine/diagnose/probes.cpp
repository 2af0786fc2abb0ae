// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/probes.h"

#include "engine/api/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Diagnosis", text);
}

DiagnosisFact factOf(const CheckStep& step)
{
    DiagnosisFact fact;
    fact.name = stepTitle(step.kind);
    fact.text = step.error ? describe(*step.error).sentence : step.note;
    switch (step.state) {
    case CheckStep::State::Ok: fact.state = DiagnosisFact::State::Ok; break;
    case CheckStep::State::Warning: fact.state = DiagnosisFact::State::Warning; break;
    case CheckStep::State::Failed: fact.state = DiagnosisFact::State::Problem; break;
    default: fact.state = DiagnosisFact::State::Note; break;
    }
    return fact;
}

void moveSyncFirst(Diagnosis& diagnosis)
{
    std::erase_if(diagnosis.actions, [](const DiagnosisAction& a) { return a.id == QLatin1String("sync"); });
    diagnosis.actions.insert(diagnosis.actions.begin(), actionOf(QStringLiteral("sync")));
}

bool sameCause(const Diagnosis& a, const Diagnosis& b)
{
    return a.branch == b.branch && a.category == b.category;
}

void failedNow(DiagnosisReport& report, Diagnosis now)
{
    now.confidence = Confidence::High;
    if (!report.healthy && !sameCause(now, report.diagnosis))
        report.others.insert(report.others.begin(), report.diagnosis);
    report.diagnosis = std::move(now);
    report.schemaId = {};
    report.healthy = false;
}

bool isOfConnection(const Diagnosis& diagnosis)
{
    return diagnosis.scope == FaultScope::Source
        && (diagnosis.retryable || diagnosis.branch == Branch::B || diagnosis.category == QLatin1String("tls"));
}

} // namespace

QString stepTitle(CheckStep::Kind kind)
{
    switch (kind) {
    case CheckStep::Kind::File: return tr("File");
    case CheckStep::Kind::Dns: return tr("Name");
    case CheckStep::Kind::Tcp: return tr("Connection");
    case CheckStep::Kind::Tls: return tr("Encryption");
    case CheckStep::Kind::Login: return tr("Login");
    case CheckStep::Kind::Permissions: break;
    }
    return tr("Permissions");
}

void rankByProbes(DiagnosisReport& report, const CheckReport& check, const QString& sourceType,
    const Classifier& classifier)
{
    report.check = check;
    const CheckStep* failed = nullptr;
    for (const CheckStep& step : check.steps) {
        report.facts.push_back(factOf(step));
        if (!failed && step.state == CheckStep::State::Failed)
            failed = &step;
    }
    if (failed) {
        failedNow(report, failed->error ? classifier.classify(*failed->error, sourceType)
                                        : diagnosisOf(Cause::Unknown, QStringLiteral("PROBE"), Confidence::Low));
        return;
    }
    if (report.healthy || !isOfConnection(report.diagnosis))
        return;
    // What failed before works now: syncing again is what helps, whatever it was.
    report.facts.push_back({DiagnosisFact::State::Ok, tr("Now"), tr("The source answers and lets us in: sync again.")});
    report.diagnosis.confidence = Confidence::Low;
    moveSyncFirst(report.diagnosis);
}

} // namespace leat
