// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/schemainfo.h"

#include "engine/api/errortext.h"

#include <QCoreApplication>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Pause", text);
}

} // namespace

QString pauseText(const PauseNote& note)
{
    if (note.byEngine())
        return note.cause ? tr("Paused by Leat: %1").arg(describe(*note.cause).sentence) : tr("Paused by Leat.");
    if (note.actor == QLatin1String("window"))
        return tr("Paused by a person in the window.");
    if (note.actor == QLatin1String("leatctl"))
        return tr("Paused by a person on the command line.");
    return tr("Paused by %1.").arg(note.actor);
}

} // namespace leat
