// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/causes.h"

#include <QtGlobal>

namespace leat {

namespace {

constexpr CauseInfo kRows[] = {
    {Cause::DatabaseMissing, Branch::Other, "config_error", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "There is no database, bucket or account of that name at the source."),
        QT_TRANSLATE_NOOP("Diagnosis", "Correct the name in the settings of the source."), ""},
    {Cause::MalformedAddress, Branch::Other, "config_error", false, FaultScope::Source, "edit-source test",
        QT_TRANSLATE_NOOP("Diagnosis", "The address or a setting of the source is not written correctly."),
        QT_TRANSLATE_NOOP("Diagnosis", "Correct it in the settings of the source; special characters in a password belong into its own field."), ""},
    {Cause::ServerUnsupported, Branch::Other, "config_error", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The server does not know or allow something that is needed."),
        QT_TRANSLATE_NOOP("Diagnosis", "Use a newer server or another sync type; the raw text names the feature."), ""},
    {Cause::PoolerMode, Branch::Other, "config_error", false, FaultScope::Source, "edit-source test sync",
        QT_TRANSLATE_NOOP("Diagnosis", "A connection pooler mixes up the sessions of its clients."),
        QT_TRANSLATE_NOOP("Diagnosis", "Connect to the database directly, or to the pooler's session mode."), ""},
    {Cause::PoolerLogin, Branch::Other, "source_unavailable", true, FaultScope::Source, "test edit-source sync rotate",
        QT_TRANSLATE_NOOP("Diagnosis", "The connection pooler cannot log in to the database behind it."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check that the database behind the pooler runs and that the pooler has its current password."), ""},
    {Cause::BadRequest, Branch::Other, "config_error", false, FaultScope::Source, "edit-source choose-fields test",
        QT_TRANSLATE_NOOP("Diagnosis", "The source does not understand the query or request."),
        QT_TRANSLATE_NOOP("Diagnosis", "Correct the query, path or parameter that the raw text names."), ""},
    {Cause::ReadOnly, Branch::Other, "config_error", true, FaultScope::Source, "edit-source test sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The system allows reading only, where something has to be written."),
        QT_TRANSLATE_NOOP("Diagnosis", "Point to the primary server, or take the write protection off."), ""},
    {Cause::ViewNotReady, Branch::Other, "source_unavailable", true, FaultScope::Source, "sync pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The view or foreign table cannot be read as it is."),
        QT_TRANSLATE_NOOP("Diagnosis", "Have it refreshed or mended at the source, then sync again."), ""},
    {Cause::FunctionMissing, Branch::Other, "config_error", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "A function, type, operator or parameter is missing at the source."),
        QT_TRANSLATE_NOOP("Diagnosis", "Have it created at the source, or leave out the view or column that needs it."), ""},
    {Cause::SourceFull, Branch::Other, "source_resource", true, FaultScope::Source, "sync pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The source has no disk space left for its work."),
        QT_TRANSLATE_NOOP("Diagnosis", "Have space freed at the source or its temporary limit raised, then sync again."), ""},
    {Cause::SourceDamaged, Branch::Other, "source_unavailable", false, FaultScope::Source, "pause sync",
        QT_TRANSLATE_NOOP("Diagnosis", "Data at the source are damaged."),
        QT_TRANSLATE_NOOP("Diagnosis", "Have the table or index mended or restored at the source. Your warehouse copy may be the last good one: keep it."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: it would read the damaged data and give up the good copy.")},
    {Cause::SourceFileMissing, Branch::Other, "config_error", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The file of the source is not there or cannot be opened."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check the path and its permissions, and whether the disk is mounted."), ""},
    {Cause::SourceFileWrong, Branch::Other, "file_format", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The file is not of the kind that was expected."),
        QT_TRANSLATE_NOOP("Diagnosis", "Choose another file; encrypted and damaged files cannot be read."), ""},
    {Cause::SourcePaused, Branch::Other, "source_unavailable", true, FaultScope::Source, "test sync pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The database or project is paused or suspended by its provider."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wake it up at the provider, then sync again."), ""},
    {Cause::EndpointMissing, Branch::Other, "config_error", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The address or object that was asked for does not exist at the source."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check the path, account name and API version of the source."), ""},
    {Cause::ClockWrong, Branch::Other, "config_error", false, FaultScope::App, "test sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The clock of this computer is too far off for the source."),
        QT_TRANSLATE_NOOP("Diagnosis", "Set the clock (time synchronisation), then sync again."), ""},
    {Cause::PacketTooLarge, Branch::Other, "source_resource", false, FaultScope::Source, "choose-fields edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "A row or value is larger than the source can send."),
        QT_TRANSLATE_NOOP("Diagnosis", "Raise the limit at the source, or leave the large column out."), ""},
};

} // namespace

std::span<const CauseInfo> settingCauses()
{
    return kRows;
}

} // namespace leat
