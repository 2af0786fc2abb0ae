// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"

#include <QVariant>

// How values are written into columns and read back. Integers are SQLite integers, times are
// UTC ISO text with milliseconds (they sort as text), errors and configurations are JSON.
namespace leat::rowtext {

/// Never NULL: Qt binds a null QString as NULL.
QVariant text(const QString& value);
/// NULL for an invalid time.
QVariant time(const QDateTime& at);
QDateTime time(const QVariant& value);
/// NULL for no error. Sentences are left out: they are made anew from the code.
QVariant error(const std::optional<Error>& error);
std::optional<Error> error(const QVariant& value);
/// NULL for none.
QVariant pause(const std::optional<PauseNote>& note);
std::optional<PauseNote> pause(const QVariant& value);
QVariant config(const SchemaConfig& config);
SchemaConfig config(const QVariant& value);
QVariant proof(const Proof& proof);
Proof proof(const QVariant& value);
QVariant reconcile(const ReconcileNote& note);
ReconcileNote reconcile(const QVariant& value);
QVariant map(const QMap<QString, QString>& map);
QMap<QString, QString> map(const QVariant& value);
QVariant list(const QStringList& list);
QStringList list(const QVariant& value);

SecretState secretState(const QString& text);
SourceStatus sourceStatus(const QString& text);

} // namespace leat::rowtext
