// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/diagnosis.h"
#include "engine/api/incident.h"
#include "engine/api/names.h"

#include <QCoreApplication>

#include <array>

namespace leat {

namespace {

constexpr std::array<Name<Branch>, 11> kBranches{{{Branch::A, "A"}, {Branch::B, "B"},
    {Branch::C, "C"}, {Branch::C2, "C2"}, {Branch::D, "D"}, {Branch::E, "E"}, {Branch::F, "F"},
    {Branch::G, "G"}, {Branch::H, "H"}, {Branch::I, "I"}, {Branch::Other, "other"}}};

struct HealthWord
{
    Health health;
    const char* name;
    const char* title;
};

constexpr std::array<HealthWord, 19> kHealth{{
    {Health::Failed, "failed", QT_TRANSLATE_NOOP("Health", "Failed")},
    {Health::Credentials, "credentials", QT_TRANSLATE_NOOP("Health", "Credentials")},
    {Health::Stuck, "stuck", QT_TRANSLATE_NOOP("Health", "Stuck")},
    {Health::PushBroken, "push-broken", QT_TRANSLATE_NOOP("Health", "Push broken")},
    {Health::Unreachable, "unreachable", QT_TRANSLATE_NOOP("Health", "Unreachable")},
    {Health::Late, "late", QT_TRANSLATE_NOOP("Health", "Late")},
    {Health::Quiet, "quiet", QT_TRANSLATE_NOOP("Health", "Quiet")},
    {Health::Limit, "limit", QT_TRANSLATE_NOOP("Health", "Limit")},
    {Health::NeedsResync, "needs-resync", QT_TRANSLATE_NOOP("Health", "Needs resync")},
    {Health::HeldBack, "held-back", QT_TRANSLATE_NOOP("Health", "Held back")},
    {Health::Running, "running", QT_TRANSLATE_NOOP("Health", "Running")},
    {Health::Queued, "queued", QT_TRANSLATE_NOOP("Health", "Queued")},
    {Health::Cancelling, "cancelling", QT_TRANSLATE_NOOP("Health", "Cancelling")},
    {Health::Cancelled, "cancelled", QT_TRANSLATE_NOOP("Health", "Cancelled")},
    {Health::PausedByLeat, "paused-by-leat", QT_TRANSLATE_NOOP("Health", "Paused by Leat")},
    {Health::Paused, "paused", QT_TRANSLATE_NOOP("Health", "Paused")},
    {Health::NeverSynced, "never-synced", QT_TRANSLATE_NOOP("Health", "Never synced")},
    {Health::Off, "off", QT_TRANSLATE_NOOP("Health", "Off")},
    {Health::Ok, "ok", QT_TRANSLATE_NOOP("Health", "OK")},
}};

} // namespace

QString toString(Branch value)
{
    return nameOf(kBranches, value);
}

std::optional<Branch> branchFromString(const QString& text)
{
    return valueOf(kBranches, text);
}

QString toString(FaultScope value)
{
    switch (value) {
    case FaultScope::Source: return QStringLiteral("source");
    case FaultScope::Warehouse: return QStringLiteral("warehouse");
    case FaultScope::App: return QStringLiteral("app");
    case FaultScope::Schema: break;
    }
    return QStringLiteral("schema");
}

QString toString(ActionEffect value)
{
    switch (value) {
    case ActionEffect::KeepsData: return QStringLiteral("keeps-data");
    case ActionEffect::Rewinds: return QStringLiteral("rewinds");
    case ActionEffect::Replaces: return QStringLiteral("replaces");
    case ActionEffect::Deletes: break;
    }
    return QStringLiteral("deletes");
}

QString toString(Confidence value)
{
    switch (value) {
    case Confidence::Low: return QStringLiteral("low");
    case Confidence::Medium: return QStringLiteral("medium");
    case Confidence::High: break;
    }
    return QStringLiteral("high");
}

QString toString(Health value)
{
    for (const HealthWord& word : kHealth)
        if (word.health == value)
            return QLatin1String(word.name);
    return QStringLiteral("ok");
}

QString healthTitle(Health value)
{
    for (const HealthWord& word : kHealth)
        if (word.health == value)
            return QCoreApplication::translate("Health", word.title);
    return {};
}

} // namespace leat
