// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/doctor.h"

#include "engine/api/errortext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>

namespace leat {

namespace {

using State = DoctorFinding::State;
constexpr qint64 kLowDisk = qint64{1} << 30;

QString tr(const char* text)
{
    return QCoreApplication::translate("Doctor", text);
}

DoctorFinding fromResult(const QString& name, const Result<void>& result, const QString& good)
{
    if (result)
        return {name, State::Ok, good, {}};
    const ErrorText text = describe(result.error());
    return {name, State::Problem, text.sentence, text.remedy};
}

DoctorFinding keychain(EngineParts& parts)
{
    const QString name = tr("Keychain");
    switch (parts.secrets->probe(true)) {
    case KeychainState::Available:
        return {name, State::Ok, tr("Available: a test entry was written, read and deleted."), {}};
    case KeychainState::FileVault:
        return {name, State::Ok, tr("Passwords are kept in the profile's encrypted vault."), {}};
    case KeychainState::Locked:
    case KeychainState::FileVaultLocked:
        return {name, State::Problem, tr("Locked."), tr("Unlock it; sources with a password cannot sync until then.")};
    case KeychainState::Missing:
        return {name, State::Warning, tr("This system offers no keychain."),
            tr("Sources without a password work. For others start a keychain service, or use --vault-passphrase-file.")};
    case KeychainState::Reset:
    case KeychainState::Unknown:
        break;
    }
    return {name, State::Warning, tr("It did not answer in time."), tr("Answer its prompt if one is open.")};
}

DoctorFinding interruptedCopies(EngineParts& parts)
{
    const QString name = tr("Interrupted copies");
    const Result<std::vector<KeptCopy>> copies = parts.warehouse->keptCopies();
    if (!copies)
        return fromResult(name, copies.error(), {});
    QStringList lines;
    for (const KeptCopy& copy : *copies) {
        qint64 rows = 0;
        for (const KeptPiece& piece : copy.pieces)
            rows += piece.rows;
        lines.append(tr("%1: %2 rows are kept; the next sync goes on with them.")
            .arg(copy.table.schema + QLatin1Char('.') + copy.table.table, QLocale().toString(rows)));
    }
    return {name, State::Ok, lines.isEmpty() ? tr("none") : lines.join(QLatin1Char(' ')), {}};
}

DoctorFinding disk(const QString& path)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    const QString free = QLocale().formattedDataSize(storage.bytesAvailable());
    if (storage.bytesAvailable() < kLowDisk)
        return {tr("Free disk space"), State::Warning, free, tr("Free some space: a full refresh needs room for the new copy.")};
    return {tr("Free disk space"), State::Ok, free, {}};
}

DoctorFinding warehouse(EngineParts& parts)
{
    const QString name = tr("Warehouse");
    Result<QueryResult> answer = parts.warehouse->query(QStringLiteral("SELECT 42"), 1, CancelToken());
    if (!answer)
        return fromResult(name, answer.error(), {});
    return {name, State::Ok,
        tr("%1, %2, DuckDB %3").arg(parts.warehouse->path(),
            QLocale().formattedDataSize(parts.warehouse->sizeBytes()), parts.warehouse->version()), {}};
}

DoctorFinding mirror(EngineParts& parts, const World& world)
{
    const QString name = tr("State and warehouse");
    Result<std::vector<std::pair<WarehouseTable, StoredState>>> states = parts.warehouse->states();
    if (!states)
        return fromResult(name, states.error(), {});
    QStringList unknown;
    for (const auto& [table, state] : *states) {
        const QString full = table.schema + QLatin1Char('.') + table.table;
        if (std::none_of(world.schemas.begin(), world.schemas.end(),
                [&full](const SchemaInfo& schema) { return schema.warehouseTable == full; }))
            unknown.append(full);
    }
    if (unknown.isEmpty())
        return {name, State::Ok, tr("%1 tables, all known.").arg(states->size()), {}};
    return {name, State::Warning, tr("Tables of removed sources: %1").arg(unknown.join(QStringLiteral(", "))),
        tr("They are kept and can be queried; remove them with DuckDB if you do not need them.")};
}

DoctorFinding sources(const World& world)
{
    QStringList failing;
    for (const SourceInfo& source : world.sources)
        if (source.status == SourceStatus::Error)
            failing.append(source.name);
    if (failing.isEmpty())
        return {tr("Sources"), State::Ok, tr("%1 sources, none with a known problem.").arg(world.sources.size()), {}};
    return {tr("Sources"), State::Problem, tr("With a problem: %1").arg(failing.join(QStringLiteral(", "))),
        tr("Test them to see the step that fails.")};
}

} // namespace

qint64 diskFreeBytes(const QString& path)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

DoctorReport examine(EngineParts& parts, const World& world)
{
    DoctorReport report;
    report.findings.push_back(fromResult(tr("Profile"), parts.state->quickCheck(), parts.profilePath));
    report.findings.push_back(warehouse(parts));
    report.findings.push_back(mirror(parts, world));
    report.findings.push_back(interruptedCopies(parts));
    report.findings.push_back(keychain(parts));
    report.findings.push_back(disk(parts.warehouse->path()));
    report.findings.push_back(sources(world));
    return report;
}

} // namespace leat
