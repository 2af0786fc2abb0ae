// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/diagnose/incidents.h"
#include "engine/service/engineparts.h"
#include "engine/service/trashkeeper.h"

#include <functional>

namespace leat {

/// What can be done about a finding, and what to do when somebody wants it.
struct DoctorWay
{
    DoctorFix fix;                 ///< without its token
    QString facts;                 ///< exactly what is to go; the token is of this
    std::function<Result<QString>()> act;      ///< pool thread; says what was done. Empty: `repair`
    SchemaId repair;               ///< a comparison with the source that puts right what differs
    qint64 repairDeletes = 0;      ///< rows that it may take away, as `facts` told
};

struct DoctorCheck
{
    DoctorFinding finding;         ///< without its fixes
    std::vector<DoctorWay> ways;
};

/// What the start has put right already: it is the first fix.
struct MendedAtStart
{
    int runs = 0;                  ///< runs of a process that died
    int tables = 0;                ///< staging tables of such runs
    int mirrored = 0;              ///< tables that the profile showed otherwise than the warehouse
};

/// Looks at profile, state, keychain, warehouse, disk and sources. Pool threads; may wait for the
/// keychain's deadline, and counts every table.
class Doctor
{
public:
    Doctor(EngineParts& parts, TrashKeeper& trash) : m_parts(parts), m_trash(trash) {}
    void noteStart(const MendedAtStart& mended) { m_mended = mended; }
    /// `world`: as the doors saw it when this was asked for.
    std::vector<DoctorCheck> look(const World& world, const CancelToken& cancel);

private:
    DoctorCheck profile() const;
    DoctorCheck warehouse() const;
    DoctorCheck keychain(const World& world) const;
    DoctorCheck disk(const World& world);
    DoctorCheck memory(const WarehouseInventory& inventory) const;
    DoctorCheck sources(const World& world) const;
    /// Notes the fix in the audit trail and gives `done`, what it has done, back.
    QString audited(const QString& fix, const QString& subject, const QString& done) const;

    // doctortables.cpp: what state store, warehouse and disk say of each other
    DoctorCheck agreement(const World& world, const WarehouseInventory& inventory);
    void addDoubt(DoctorCheck& check, const SchemaInfo& schema, const CopyDoubt& doubt);
    DoctorCheck unknownTables(const World& world, const WarehouseInventory& inventory);
    DoctorCheck leftovers(const WarehouseInventory& inventory);
    DoctorCheck keptCopies();
    DoctorCheck leases(const World& world);
    DoctorCheck spilled(const WarehouseInventory& inventory);

    EngineParts& m_parts;
    TrashKeeper& m_trash;
    MendedAtStart m_mended;
};

/// A finding that tells how looking failed.
DoctorFinding findingOf(const QString& id, const QString& name, const Error& error);

/// What the disk that holds `path` has left for this user; -1: unknown.
qint64 diskFreeBytes(const QString& path);

} // namespace leat
