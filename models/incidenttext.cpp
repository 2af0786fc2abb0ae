// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidenttext.h"

#include "models/formatting.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::Incident", text);
}

QString headline(const Incident& incident)
{
    const QString text = incident.headline.isEmpty() ? incident.diagnosis.cause : incident.headline;
    return text.endsWith(QLatin1Char('.')) ? text.chopped(1) : text;
}

} // namespace

QString incidentLine(const Incident& incident, const QDateTime& now)
{
    QStringList parts{incident.subject + QStringLiteral(": ") + headline(incident)};
    if (!incident.schemaId.isValid() && !incident.schemas.empty())
        parts << QCoreApplication::translate("leat::Incident", "%n table(s) waiting", nullptr, int(incident.schemas.size()));
    if (incident.nextRetryAt.isValid())
        parts << tr("tried again %1").arg(formatRelative(incident.nextRetryAt, now).toLower());
    else if (incident.since.isValid())
        parts << tr("for %1").arg(formatDuration(std::max<qint64>(0, incident.since.msecsTo(now))).replace(QLatin1Char(' '), QChar(QChar::Nbsp))); // no line ends before a unit
    return parts.join(QStringLiteral(" · "));
}

QString buttonWords(const DiagnosisAction& action)
{
    static constexpr std::pair<const char*, const char*> kShort[] = {
        {"rotate", QT_TRANSLATE_NOOP("leat::Incident", "Fix credentials…")},
        {"edit-source", QT_TRANSLATE_NOOP("leat::Incident", "Fix connection…")},
        {"choose-fields", QT_TRANSLATE_NOOP("leat::Incident", "Choose columns…")},
        {"refresh", QT_TRANSLATE_NOOP("leat::Incident", "Refresh tables")},
        {"cancel-sync", QT_TRANSLATE_NOOP("leat::Incident", "Cancel and sync")},
        {"cancel", QT_TRANSLATE_NOOP("leat::Incident", "Cancel run")},
        {"accept-changes", QT_TRANSLATE_NOOP("leat::Incident", "Accept changes")},
        {"review-deletes", QT_TRANSLATE_NOOP("leat::Incident", "Review deletes")},
        {"accept-empty", QT_TRANSLATE_NOOP("leat::Incident", "Replace by empty")},
        {"resync", QT_TRANSLATE_NOOP("leat::Incident", "Resync…")},
        {"rewind", QT_TRANSLATE_NOOP("leat::Incident", "Rewind…")},
        {"delete-data", QT_TRANSLATE_NOOP("leat::Incident", "Delete data…")},
    };
    for (const auto& [id, words] : kShort)
        if (action.id == QLatin1String(id))
            return tr(words);
    return action.words;
}

QString effectWord(ActionEffect effect)
{
    switch (effect) {
    case ActionEffect::KeepsData: return tr("keeps data");
    case ActionEffect::Rewinds: return tr("rewinds");
    case ActionEffect::Replaces: return tr("replaces");
    case ActionEffect::Deletes: return tr("deletes");
    }
    return {};
}

QString confidenceWord(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Low: return tr("low");
    case Confidence::Medium: return tr("medium");
    case Confidence::High: return tr("high");
    }
    return {};
}

} // namespace leat
