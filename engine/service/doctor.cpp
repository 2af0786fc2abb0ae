// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/doctor.h"

#include "engine/api/errortext.h"
#include "engine/service/machinememory.h"
#include "engine/service/storageplace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace leat {

namespace {

using State = DoctorFinding::State;
constexpr qint64 kLowDisk = qint64{1} << 30;

QString tr(const char* text)
{
    return QCoreApplication::translate("Doctor", text);
}

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

DoctorFinding ok(const char* id, const QString& name, const QString& text)
{
    return {name, State::Ok, text, {}, QLatin1String(id)};
}

QString doubtOf(StoragePlace place)
{
    switch (place) {
    case StoragePlace::Local: break;
    case StoragePlace::Network: return tr("It lies on a network share, where locks may keep nobody out.");
    case StoragePlace::CloudFolder: return tr("It lies in a folder that a cloud service keeps in step, which can replace the file while it is used.");
    }
    return {};
}

} // namespace

DoctorFinding findingOf(const QString& id, const QString& name, const Error& error)
{
    const ErrorText text = describe(error);
    return {name, State::Problem, text.sentence, text.remedy, id};
}

qint64 diskFreeBytes(const QString& path)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

DoctorCheck Doctor::profile() const
{
    const QString name = tr("Profile");
    const QString id = QStringLiteral("profile");
    if (const Result<void> checked = m_parts.state->quickCheck(); !checked)
        return {findingOf(id, name, checked.error()), {}};
    DoctorFinding finding = ok("profile", name, m_parts.profilePath);
    if (m_mended.runs > 0)
        finding.items.append(tr("Put right at the start, runs of a program that had died: %1.").arg(m_mended.runs));
    if (m_mended.tables > 0)
        finding.items.append(tr("Put right at the start, half-filled tables dropped: %1.").arg(m_mended.tables));
    if (m_mended.mirrored > 0)
        finding.items.append(tr("Put right at the start, tables shown as the warehouse has them: %1.").arg(m_mended.mirrored));
    return {finding, {}};
}

DoctorCheck Doctor::warehouse() const
{
    const QString name = tr("Warehouse");
    const Result<QueryResult> answer = m_parts.warehouse->query(QStringLiteral("SELECT 42"), 1, CancelToken());
    if (!answer)
        return {findingOf(QStringLiteral("warehouse"), name, answer.error()), {}};
    DoctorFinding finding = ok("warehouse", name,
        tr("%1, %2, DuckDB %3").arg(m_parts.warehouse->path(), size(m_parts.warehouse->sizeBytes()), m_parts.warehouse->version()));
    if (const QString doubt = doubtOf(storagePlaceOf(m_parts.warehouse->path())); !doubt.isEmpty()) {
        finding.state = State::Warning;
        finding.items.append(doubt);
        finding.remedy = tr("Move the profile to a folder of this machine's own disk.");
    }
    return {finding, {}};
}

DoctorCheck Doctor::keychain(const World& world) const
{
    DoctorFinding finding{tr("Keychain"), State::Ok, {}, {}, QStringLiteral("keychain")};
    switch (m_parts.secrets->probe(true)) {
    case KeychainState::Available:
        finding.text = tr("Available: a test entry was written, read and deleted.");
        break;
    case KeychainState::FileVault:
        finding.text = tr("Passwords are kept in the profile's encrypted vault.");
        break;
    case KeychainState::Locked:
    case KeychainState::FileVaultLocked:
        finding.state = State::Problem;
        finding.text = tr("Locked.");
        finding.remedy = tr("Unlock it; sources with a password cannot sync until then.");
        break;
    case KeychainState::Missing:
        finding.state = State::Warning;
        finding.text = tr("This system offers no keychain.");
        finding.remedy = tr("Sources without a password work. For others start a keychain service, or use --vault-passphrase-file.");
        break;
    case KeychainState::Reset:
    case KeychainState::Unknown:
        finding.state = State::Warning;
        finding.text = tr("It did not answer in time.");
        finding.remedy = tr("Answer its prompt if one is open.");
        break;
    }
    for (const SourceInfo& source : world.sources)
        if (source.secretState == SecretState::Missing)
            finding.items.append(tr("%1: its password is not there.").arg(source.name));
    if (!finding.items.isEmpty() && finding.state == State::Ok) {
        finding.state = State::Problem;
        finding.remedy = tr("Enter it again: “New password or key” of the source, or “leatctl source rotate”.");
    }
    return {finding, {}};
}

DoctorCheck Doctor::disk(const World& world)
{
    const qint64 free = diskFreeBytes(m_parts.warehouse->path());
    DoctorCheck check{ok("disk", tr("Free disk space"), free < 0 ? tr("unknown") : size(free)), {}};
    if (free < 0 || free >= kLowDisk)
        return check;
    check.finding.state = State::Warning;
    check.finding.remedy = tr("Free some space: a full refresh needs room for the new copy.");
    const Result<TrashPage> trash = m_trash.page();
    if (!trash || trash->items.empty())
        return check;
    // What is protected is deleted by its name alone: “trash purge” asks for that.
    const auto isProtected = [&world](const TrashItem& item) {
        return std::any_of(world.sources.begin(), world.sources.end(), [&item](const SourceInfo& source) {
            return source.name == item.sourceName && (protectionOf(source) == Protection::ReadOnly || isProduction(source));
        });
    };
    std::vector<qint64> ids;
    qint64 bytes = 0;
    QString facts;
    for (const TrashItem& item : trash->items) {
        if (isProtected(item))
            continue;
        ids.push_back(item.id);
        bytes += std::max<qint64>(0, item.bytes);
        facts += QString::number(item.id) + QLatin1Char(' ');
    }
    if (ids.empty())
        return check;
    const bool all = ids.size() == trash->items.size();
    check.ways.push_back({{QStringLiteral("empty-trash"), tr("Empty the trash"),
        (all ? tr("Deletes for good what lies in the trash, %1. The file keeps its size and uses the room again.")
             : tr("Deletes for good what lies in the trash and is of no protected source, %1. The file keeps its size and uses the room again."))
            .arg(size(bytes)), true, {}},
        facts, [this, ids, all]() -> Result<QString> {
            for (const qint64 id : ids)
                if (Result<void> gone = m_trash.purge(id); !gone)
                    return gone.error();
            return all ? tr("The trash is empty.") : tr("The trash holds only what is of protected sources.");
        }, {}});
    return check;
}

DoctorCheck Doctor::memory(const WarehouseInventory& inventory) const
{
    const qint64 free = machineMemoryFree();
    const QString used = inventory.memoryBytes < 0 ? tr("unknown") : size(inventory.memoryBytes);
    DoctorCheck check{ok("memory", tr("Memory"), tr("The warehouse holds %1 of at most %2; %3 are free on this machine.")
        .arg(used, size(inventory.memoryLimitBytes), free < 0 ? tr("unknown") : size(free))), {}};
    if (free < 0 || inventory.memoryLimitBytes < 0 || free + std::max<qint64>(0, inventory.memoryBytes) >= inventory.memoryLimitBytes)
        return check;
    check.finding.state = State::Warning;
    check.finding.remedy = tr("Close other programs, or give the warehouse less in the settings: large tables are then slower, not wrong.");
    const Result<EngineTuning> tuning = m_parts.tuning.load ? m_parts.tuning.load() : Result<EngineTuning>(EngineTuning());
    if (!tuning || tuning->memoryLimitMb == 0 || !m_parts.tuning.save)
        return check;
    check.ways.push_back({{QStringLiteral("usual-memory"), tr("Use the usual limit"),
        tr("Forgets the limit of %1 MB that was set. Applies from the next start on.").arg(tuning->memoryLimitMb), false, {}},
        {}, [this, tuning = *tuning]() -> Result<QString> {
            EngineTuning usual = tuning;
            usual.memoryLimitMb = 0;
            if (Result<void> saved = m_parts.tuning.save(usual); !saved)
                return saved.error();
            return audited(QStringLiteral("usual-memory"), QStringLiteral("profile"), tr("The usual limit applies from the next start on."));
        }, {}});
    return check;
}

QString Doctor::audited(const QString& fix, const QString& subject, const QString& done) const
{
    if (Result<void> noted = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("doctor.") + fix, subject, QStringLiteral("{}")}); !noted)
        qWarning("A fix could not be noted in the audit trail");
    return done;
}

DoctorCheck Doctor::sources(const World& world) const
{
    DoctorFinding finding = ok("sources", tr("Sources"), tr("Sources: %1, none with a known problem.").arg(int(world.sources.size())));
    for (const SourceInfo& source : world.sources)
        if (source.status == SourceStatus::Error)
            finding.items.append(source.latestError ? source.name + QStringLiteral(": ") + describe(*source.latestError).sentence : source.name);
    if (!finding.items.isEmpty()) {
        finding.state = State::Problem;
        finding.text = tr("Sources with a problem: %1.").arg(int(finding.items.size()));
        finding.remedy = tr("Test them to see the step that fails.");
    }
    return {finding, {}};
}

std::vector<DoctorCheck> Doctor::look(const World& world, const CancelToken& cancel)
{
    std::vector<DoctorCheck> checks{profile(), warehouse()};
    const Result<WarehouseInventory> inventory = m_parts.warehouse->inventory(cancel);
    if (inventory) {
        checks.push_back(agreement(world, *inventory));
        checks.push_back(unknownTables(world, *inventory));
        checks.push_back(leftovers(*inventory));
    } else {
        checks.push_back({findingOf(QStringLiteral("tables"), tr("Tables"), inventory.error()), {}});
    }
    checks.push_back(keptCopies());
    checks.push_back(leases(world));
    if (inventory)
        checks.push_back(spilled(*inventory));
    checks.push_back(keychain(world));
    checks.push_back(disk(world));
    if (inventory)
        checks.push_back(memory(*inventory));
    checks.push_back(sources(world));
    return checks;
}

} // namespace leat
