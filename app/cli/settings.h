// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"
#include "engine/api/sourceinfo.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace leat {

/// The source type with this id, or a failure that names the known ones.
Try<SourceTypeInfo> findType(const std::vector<SourceTypeInfo>& types, const QString& id);

/// "key=value" words as settings of the type. Refuses unknown keys with the nearest one, and
/// secrets without repeating their value.
Try<QMap<QString, QString>> readSettings(const QStringList& pairs, const SourceTypeInfo& type);

/// Refuses pairs that look like secrets, before the type is known.
std::optional<Failure> refuseSecrets(const QStringList& pairs);

} // namespace leat
