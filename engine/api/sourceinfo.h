// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"
#include "engine/api/ids.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace leat {

/// One field of a source's settings, for the dialog, the command line and validation.
struct SettingSpec
{
    enum class Kind { Text, Integer, Choice, Secret, File, Boolean };
    QString key;                   ///< "host"
    QString label;                 ///< translated
    QString help;                  ///< translated, one sentence
    Kind kind = Kind::Text;
    QString defaultValue;
    QStringList choices;
    bool required = false;
    bool advanced = false;
    QStringList choiceWords = {};  ///< translated, one for each choice; empty: the choices themselves
    bool operator==(const SettingSpec&) const = default;
};

/// A kind of source that this build knows.
struct SourceTypeInfo
{
    QString id;                    ///< "postgres", "sqlite"
    QString title;                 ///< "PostgreSQL"
    QString urlExample;
    QStringList urlSchemes;
    std::vector<SettingSpec> settings;
    bool operator==(const SourceTypeInfo&) const = default;
};

/// Where a secret is kept: the credential store's state as the doors show it.
enum class SecretState { NotNeeded, Stored, Locked, Reset, Missing };

enum class SourceStatus { Unknown, Ok, Error };

struct SourceInfo
{
    SourceId id;
    QString name;                  ///< unique, also the warehouse schema
    QString type;
    QMap<QString, QString> settings;   ///< never a secret
    QStringList secretKeys;        ///< which secrets this source has: "password"
    SecretState secretState = SecretState::NotNeeded;
    SourceStatus status = SourceStatus::Unknown;
    std::optional<Error> latestError;
    QDateTime nextProbeAt;         ///< UTC, when it is asked again whether it answers; invalid: not planned
    bool triesHeld = false;        ///< no login by itself before a person did something (T153)
    QString defaultNamespace;      ///< "public"; tables of it need no prefix in the warehouse
    QDateTime tablesListedAt;
    qint64 revision = 1;
    QString summary;               ///< "shop@db.example.com:5432/shop", never a secret
    bool operator==(const SourceInfo&) const = default;
};

QString toString(SecretState state);
QString toString(SourceStatus status);

} // namespace leat
