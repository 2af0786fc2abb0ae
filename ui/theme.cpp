// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace leat {

namespace {

QColor rgb(unsigned value) { return QColor::fromRgb(QRgb(0xff000000u | value)); }

double luminance(const QColor& color)
{
    const auto channel = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

} // namespace

Theme lightTheme()
{
    Theme t;
    t.window = rgb(0xf5f6f8);
    t.surface = rgb(0xffffff);
    t.raised = rgb(0xf0f2f5);
    t.border = rgb(0xe1e4ea);
    t.field = rgb(0x8a93a3);
    t.text = rgb(0x1a202c);
    t.muted = rgb(0x566072);
    t.accent = rgb(0x0b6a78);
    t.onAccent = rgb(0xffffff);
    t.selection = rgb(0xdceff1);
    t.failed = rgb(0xb3261e);
    t.warning = rgb(0x8a4b00);
    t.running = rgb(0x1d57c4);
    t.good = rgb(0x146c3c);
    t.production = rgb(0x8a1c7c);
    t.productionSoft = rgb(0xfbeef9);
    t.failedSoft = rgb(0xfdf0ef);
    t.warningSoft = rgb(0xfdf4e3);
    t.runningSoft = rgb(0xedf3fe);
    t.goodSoft = rgb(0xecf7f0);
    return t;
}

Theme darkTheme()
{
    Theme t;
    t.dark = true;
    t.window = rgb(0x13161b);
    t.surface = rgb(0x1a1e25);
    t.raised = rgb(0x22272f);
    t.border = rgb(0x2d333d);
    t.field = rgb(0x6f7a8c);
    t.text = rgb(0xe6e9ef);
    t.muted = rgb(0xa3adbd);
    t.accent = rgb(0x4fc3d4);
    t.onAccent = rgb(0x0b1f23);
    t.selection = rgb(0x1d3e46);
    t.failed = rgb(0xff938a);
    t.warning = rgb(0xf0b866);
    t.running = rgb(0x8db8ff);
    t.good = rgb(0x6fd39a);
    t.production = rgb(0xf09ae0);
    t.productionSoft = rgb(0x30192c);
    t.failedSoft = rgb(0x331e1f);
    t.warningSoft = rgb(0x30281a);
    t.runningSoft = rgb(0x1c2638);
    t.goodSoft = rgb(0x1a2d23);
    return t;
}

Theme contrastTheme()
{
    Theme t;
    t.dark = true;
    t.window = rgb(0x000000);
    t.surface = rgb(0x000000);
    t.raised = rgb(0x1c1c1c);
    t.border = rgb(0x9a9a9a);
    t.field = rgb(0xffffff);
    t.text = rgb(0xffffff);
    t.muted = rgb(0xe4e4e4);
    t.accent = rgb(0x5ce1ff);
    t.onAccent = rgb(0x000000);
    t.selection = rgb(0x002a40);
    t.failed = rgb(0xffa29a);
    t.warning = rgb(0xffd479);
    t.running = rgb(0xa9cbff);
    t.good = rgb(0x86f0ae);
    t.production = rgb(0xffb0f2);
    t.productionSoft = rgb(0x2a0024);
    t.failedSoft = rgb(0x2a0000);
    t.warningSoft = rgb(0x251a00);
    t.runningSoft = rgb(0x00142e);
    t.goodSoft = rgb(0x00210d);
    return t;
}

Theme themeOf(const QPalette& palette)
{
    if (palette.color(QPalette::Window) == QColor(Qt::black))
        return contrastTheme();
    return palette.color(QPalette::Window).lightnessF() < 0.5F ? darkTheme() : lightTheme();
}

QPalette paletteFor(const Theme& t)
{
    QPalette p;
    const auto all = [&](QPalette::ColorRole role, const QColor& color) { p.setColor(role, color); };
    all(QPalette::Window, t.window);
    all(QPalette::WindowText, t.text);
    all(QPalette::Base, t.surface);
    all(QPalette::AlternateBase, t.raised);
    all(QPalette::Text, t.text);
    all(QPalette::PlaceholderText, t.muted);
    all(QPalette::Button, t.surface);
    all(QPalette::ButtonText, t.text);
    all(QPalette::BrightText, t.failed);
    all(QPalette::Highlight, t.selection);
    all(QPalette::HighlightedText, t.text);
    all(QPalette::Link, t.accent);
    all(QPalette::LinkVisited, t.accent);
    all(QPalette::ToolTipBase, t.raised);
    all(QPalette::ToolTipText, t.text);
    all(QPalette::Light, t.raised);
    all(QPalette::Midlight, t.border);
    all(QPalette::Mid, t.border);
    all(QPalette::Dark, t.field);
    all(QPalette::Shadow, t.dark ? rgb(0x000000) : t.field);
    QColor dim = t.muted;
    dim.setAlphaF(0.62F);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, dim);
    return p;
}

QColor statusColor(const Theme& t, SchemaStatus status)
{
    switch (status) {
    case SchemaStatus::Failed: return t.failed;
    case SchemaStatus::HeldBack: return t.warning;
    case SchemaStatus::Running:
    case SchemaStatus::Queued:
    case SchemaStatus::Cancelling: return t.running;
    case SchemaStatus::Ok: return t.good;
    default: return t.muted;
    }
}

QColor statusColor(const Theme& t, RunStatus status)
{
    switch (status) {
    case RunStatus::Failed: return t.failed;
    case RunStatus::HeldBack:
    case RunStatus::Interrupted: return t.warning;
    case RunStatus::Queued:
    case RunStatus::Running: return t.running;
    case RunStatus::Completed: return t.good;
    case RunStatus::Cancelled: return t.muted;
    }
    return t.muted;
}

QString statusIcon(SchemaStatus status)
{
    switch (status) {
    case SchemaStatus::Failed: return QStringLiteral("failed");
    case SchemaStatus::HeldBack: return QStringLiteral("heldback");
    case SchemaStatus::Running: return QStringLiteral("play");
    case SchemaStatus::Queued: return QStringLiteral("queued");
    case SchemaStatus::Cancelling: return QStringLiteral("stop");
    case SchemaStatus::Cancelled: return QStringLiteral("cancelled");
    case SchemaStatus::Paused: return QStringLiteral("pause");
    case SchemaStatus::NeverSynced: return QStringLiteral("never");
    case SchemaStatus::Off: return QStringLiteral("off");
    case SchemaStatus::Ok: return QStringLiteral("ok");
    }
    return QStringLiteral("off");
}

QString statusIcon(RunStatus status)
{
    switch (status) {
    case RunStatus::Failed: return QStringLiteral("failed");
    case RunStatus::HeldBack:
    case RunStatus::Interrupted: return QStringLiteral("heldback");
    case RunStatus::Queued: return QStringLiteral("queued");
    case RunStatus::Running: return QStringLiteral("play");
    case RunStatus::Completed: return QStringLiteral("ok");
    case RunStatus::Cancelled: return QStringLiteral("cancelled");
    }
    return QStringLiteral("off");
}

QColor healthColor(const Theme& t, Health health)
{
    switch (health) {
    case Health::Failed:
    case Health::Credentials: return t.failed;
    case Health::Stuck:
    case Health::PushBroken:
    case Health::Unreachable:
    case Health::Late:
    case Health::Quiet:
    case Health::Limit:
    case Health::NeedsResync:
    case Health::HeldBack:
    case Health::PausedByLeat: return t.warning;
    case Health::Running:
    case Health::Queued:
    case Health::Cancelling: return t.running;
    case Health::Ok: return t.good;
    default: return t.muted;
    }
}

QString healthIcon(Health health)
{
    switch (health) {
    case Health::Failed: return QStringLiteral("failed");
    case Health::Credentials: return QStringLiteral("key-off");
    case Health::Stuck: return QStringLiteral("hourglass");
    case Health::PushBroken: return QStringLiteral("plug-off");
    case Health::Unreachable: return QStringLiteral("unplugged");
    case Health::Late:
    case Health::Quiet: return QStringLiteral("clock-alert");
    case Health::Limit: return QStringLiteral("gauge");
    case Health::NeedsResync: return QStringLiteral("resync");
    case Health::HeldBack: return QStringLiteral("heldback");
    case Health::Running: return QStringLiteral("play");
    case Health::Queued: return QStringLiteral("queued");
    case Health::Cancelling: return QStringLiteral("stop");
    case Health::Cancelled: return QStringLiteral("cancelled");
    case Health::PausedByLeat:
    case Health::Paused: return QStringLiteral("pause");
    case Health::NeverSynced: return QStringLiteral("never");
    case Health::Off: return QStringLiteral("off");
    case Health::Ok: return QStringLiteral("ok");
    }
    return QStringLiteral("off");
}

QString healthTone(Health health)
{
    if (health == Health::Failed || health == Health::Credentials)
        return QStringLiteral("failed");
    return health < Health::Running ? QStringLiteral("warning") : QStringLiteral("info");
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace leat
