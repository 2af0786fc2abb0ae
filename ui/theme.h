// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/incident.h"
#include "engine/api/runinfo.h"
#include "engine/api/syncvalues.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace leat {

/// The colours of one appearance. Text colours keep 4.5:1 on every surface they are used on,
/// glyphs 3:1; a test computes it.
struct Theme
{
    bool dark = false;
    QColor window;      ///< behind everything
    QColor surface;     ///< lists, cards, fields
    QColor raised;      ///< headers, hovered rows
    QColor border;
    QColor field;       ///< outline of fields and boxes, 3:1 on surface
    QColor text;
    QColor muted;
    QColor accent;      ///< links, focus, filled buttons
    QColor onAccent;
    QColor selection;   ///< selected rows, text stays `text`
    QColor failed;
    QColor warning;
    QColor running;
    QColor good;
    QColor production;  ///< shield, frame and word of protected sources, 4.5:1 on surface and productionSoft
    QColor productionSoft;
    QColor failedSoft;  ///< backgrounds of cards
    QColor warningSoft;
    QColor runningSoft;
    QColor goodSoft;
};

Theme lightTheme();
Theme darkTheme();
/// White and bright colours on black, 7:1 and more.
Theme contrastTheme();
/// The theme that a palette made by paletteFor() belongs to.
Theme themeOf(const QPalette& palette);
QPalette paletteFor(const Theme& theme);
/// The style sheet on top of Fusion.
QString styleSheetFor(const Theme& theme);

QColor statusColor(const Theme& theme, SchemaStatus status);
QColor statusColor(const Theme& theme, RunStatus status);
QString statusIcon(SchemaStatus status);
QString statusIcon(RunStatus status);
QColor healthColor(const Theme& theme, Health health);
QString healthIcon(Health health);
/// "failed", "warning" or "info": the tone of a card that speaks of it.
QString healthTone(Health health);

/// WCAG contrast ratio, 1–21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace leat
