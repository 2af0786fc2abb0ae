// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace leat {

/// Where a file lies, as far as a database cares: over a network locks may do nothing, and a program that
/// keeps a folder in step with a cloud replaces files under their owner (trap T139).
enum class StoragePlace { Local, Network, CloudFolder };

/// Pure. `fileSystem` as QStorageInfo names it; a folder of a cloud is known by its name.
StoragePlace storagePlaceOf(const QString& path, const QByteArray& fileSystem);
/// The same for a file of this machine.
StoragePlace storagePlaceOf(const QString& path);

} // namespace leat
