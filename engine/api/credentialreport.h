// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/checkreport.h"
#include "engine/api/ids.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace leat {

/// Whether one table that syncs can be read with the stored and with the new secret.
struct PrivilegeCheck
{
    QString name;                  ///< "shop.orders"
    bool before = false;           ///< with the stored secret; false also when it no longer logs in
    bool after = false;            ///< with the new one
    bool operator==(const PrivilegeCheck&) const = default;
};

/// The stored and the new secret, side by side.
struct CredentialReport
{
    CheckReport before;            ///< empty steps: the stored secret cannot be read
    CheckReport after;
    std::vector<PrivilegeCheck> tables;    ///< the enabled ones
    QStringList sharedWith;        ///< other sources that keep the same secret
    std::optional<Error> problem;  ///< why the new secret would be refused
    bool ok() const { return !problem; }
};

struct RotationResult
{
    CredentialReport report;
    std::vector<RunId> runs;       ///< syncs of tables that had been waiting for it
    QDateTime rollbackUntil;       ///< UTC; invalid: there is no previous secret
};

} // namespace leat
