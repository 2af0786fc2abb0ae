// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace leat {

/// Replaces a file as a whole (temporary file, sync, rename, sync of the folder), readable and
/// writable by its user only from the first byte on (T135, S39). On failure the old one stays.
bool replacePrivateFile(const QString& path, const QByteArray& bytes, QString& reason);

} // namespace leat
