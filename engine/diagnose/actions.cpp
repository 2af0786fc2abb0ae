// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/cause.h"

#include <QCoreApplication>

namespace leat {

namespace {

struct ActionRow
{
    const char* id;
    ActionEffect effect;
    const char* command;           ///< empty: done elsewhere; options before names, which may begin with a dash
    const char* words;
    const char* effectText;
};

constexpr const char* kKeeps = QT_TRANSLATE_NOOP("DiagnosisAction", "Keeps all data; goes on where it stopped.");
constexpr const char* kOutside = QT_TRANSLATE_NOOP("DiagnosisAction", "Keeps all data; done outside this program.");
constexpr const char* kRests = QT_TRANSLATE_NOOP("DiagnosisAction", "Keeps all data; nothing runs until you resume.");

constexpr ActionRow kActions[] = {
    {"wait", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Wait: it is tried again by itself"), kKeeps},
    {"sync", ActionEffect::KeepsData, "leatctl sync {schema}", QT_TRANSLATE_NOOP("DiagnosisAction", "Sync now"), kKeeps},
    {"test", ActionEffect::KeepsData, "leatctl source test {source}", QT_TRANSLATE_NOOP("DiagnosisAction", "Test the connection"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Keeps all data; changes nothing.")},
    {"rotate", ActionEffect::KeepsData, "leatctl source rotate {source}", QT_TRANSLATE_NOOP("DiagnosisAction", "Enter the password or key again"), kKeeps},
    {"edit-source", ActionEffect::KeepsData, "leatctl source set {source} KEY=VALUE", QT_TRANSLATE_NOOP("DiagnosisAction", "Correct the settings of the source"), kKeeps},
    {"pause", ActionEffect::KeepsData, "leatctl schema set {schema} should_sync=false", QT_TRANSLATE_NOOP("DiagnosisAction", "Pause"), kRests},
    {"resume", ActionEffect::KeepsData, "leatctl schema set {schema} should_sync=true", QT_TRANSLATE_NOOP("DiagnosisAction", "Resume"), kKeeps},
    {"refresh", ActionEffect::KeepsData, "leatctl source refresh {source}", QT_TRANSLATE_NOOP("DiagnosisAction", "Refresh the list of tables"), kKeeps},
    {"choose-fields", ActionEffect::KeepsData, "leatctl schema set {schema} FIELD=VALUE", QT_TRANSLATE_NOOP("DiagnosisAction", "Choose cursor, key or columns again"), kKeeps},
    {"verify", ActionEffect::KeepsData, "leatctl schema verify {schema}", QT_TRANSLATE_NOOP("DiagnosisAction", "Compare the table with its source"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Keeps all data; changes nothing.")},
    {"accept-changes", ActionEffect::KeepsData, "leatctl sync --accept-changes {schema}",
        QT_TRANSLATE_NOOP("DiagnosisAction", "Sync and accept the changed columns"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Keeps all rows; a column of another type is copied anew.")},
    {"review-deletes", ActionEffect::Deletes, "leatctl schema reconcile {schema}",
        QT_TRANSLATE_NOOP("DiagnosisAction", "Look at the deletes and confirm them"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Marks or deletes the rows that the source no longer has, once they are confirmed.")},
    {"cancel", ActionEffect::KeepsData, "leatctl schema cancel {schema}", QT_TRANSLATE_NOOP("DiagnosisAction", "Cancel the run"), kKeeps},
    {"cancel-sync", ActionEffect::KeepsData, "leatctl schema cancel {schema}", QT_TRANSLATE_NOOP("DiagnosisAction", "Cancel the run and sync again"), kKeeps},
    {"grant", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Have read access granted at the source"), kOutside},
    {"allow-address", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Add this computer to the source's allow-list"), kOutside},
    {"open-keychain", ActionEffect::KeepsData, "leatctl doctor", QT_TRANSLATE_NOOP("DiagnosisAction", "Unlock the keychain"), kOutside},
    {"use-vault", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Keep passwords in the encrypted vault"), kKeeps},
    {"check-replication", ActionEffect::KeepsData, "leatctl source test {source}", QT_TRANSLATE_NOOP("DiagnosisAction", "Check what replication needs at the source"), kOutside},
    {"check-webhook", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Check the webhook at the source"), kOutside},
    {"open-plan", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Raise the plan or the limit"), kOutside},
    {"close-holder", ActionEffect::KeepsData, "leatctl doctor", QT_TRANSLATE_NOOP("DiagnosisAction", "Close the program that has the file open"), kOutside},
    {"free-disk", ActionEffect::KeepsData, "leatctl doctor", QT_TRANSLATE_NOOP("DiagnosisAction", "Free space on the disk"), kOutside},
    {"raise-memory", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Give the warehouse more memory"), kKeeps},
    {"back-up", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Copy the warehouse file before anything else"), kOutside},
    {"choose-warehouse", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Choose another warehouse file"), kKeeps},
    {"choose-profile", ActionEffect::KeepsData, "leatctl profile", QT_TRANSLATE_NOOP("DiagnosisAction", "Choose another profile"), kKeeps},
    {"update", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Update the older program"), kOutside},
    {"restart", ActionEffect::KeepsData, "", QT_TRANSLATE_NOOP("DiagnosisAction", "Start the program anew"), kKeeps},
    {"report", ActionEffect::KeepsData, "leatctl bundle create leat-report.zip", QT_TRANSLATE_NOOP("DiagnosisAction", "Read the log and save a report"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Keeps all data; changes nothing.")},
    {"rewind", ActionEffect::Rewinds, "leatctl schema rewind --to VALUE {schema}", QT_TRANSLATE_NOOP("DiagnosisAction", "Rewind the cursor"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Rewinds: rows from there on are read once more.")},
    {"full-refresh", ActionEffect::Replaces, "leatctl schema set {schema} sync_type=full_refresh",
        QT_TRANSLATE_NOOP("DiagnosisAction", "Use full refresh for this table"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Replaces the table at every sync; the old one stays until the copy is ready.")},
    {"accept-empty", ActionEffect::Replaces, "leatctl sync --accept-empty {schema}",
        QT_TRANSLATE_NOOP("DiagnosisAction", "Sync and accept the empty table"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Replaces the rows by none.")},
    {"resync", ActionEffect::Replaces, "leatctl schema resync {schema}", QT_TRANSLATE_NOOP("DiagnosisAction", "Resync safely"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Replaces the table by a new copy; the old one stays until the copy is ready.")},
    {"delete-data", ActionEffect::Deletes, "leatctl schema delete-data {schema}", QT_TRANSLATE_NOOP("DiagnosisAction", "Delete the data and sync again"),
        QT_TRANSLATE_NOOP("DiagnosisAction", "Deletes the table in the warehouse; its settings stay.")},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("DiagnosisAction", text);
}

} // namespace

DiagnosisAction actionOf(const QString& id)
{
    for (const ActionRow& row : kActions)
        if (id == QLatin1String(row.id))
            return {id, tr(row.words), row.effect, tr(row.effectText), QLatin1String(row.command)};
    return {id, {}, ActionEffect::KeepsData, {}, {}};
}

QStringList allActionIds()
{
    QStringList ids;
    for (const ActionRow& row : kActions)
        ids.append(QLatin1String(row.id));
    return ids;
}

} // namespace leat
