// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/settings.h"

#include "app/cli/clitext.h"
#include "app/cli/nearest.h"
#include "app/cli/secretinput.h"

namespace leat {

namespace {

const SettingSpec* specOf(const SourceTypeInfo& type, const QString& key)
{
    for (const SettingSpec& spec : type.settings)
        if (spec.key == key)
            return &spec;
    return nullptr;
}

Failure unknownSetting(const SourceTypeInfo& type, const QString& key)
{
    QStringList known;
    for (const SettingSpec& spec : type.settings)
        if (spec.kind != SettingSpec::Kind::Secret)
            known.append(spec.key);
    const QString all = Cli::tr("Known settings: %1.").arg(known.join(QStringLiteral(", ")));
    const QString near = didYouMean(nearest(key, known));
    return usageFailure(ErrorCode::UnknownOption, Cli::tr("A %1 source has no setting “%2”.").arg(type.title, key),
        near.isEmpty() ? all : near + QLatin1Char(' ') + all);
}

} // namespace

Try<SourceTypeInfo> findType(const std::vector<SourceTypeInfo>& types, const QString& id)
{
    QStringList ids;
    for (const SourceTypeInfo& type : types) {
        if (type.id == id)
            return type;
        ids.append(type.id);
    }
    const QString all = Cli::tr("Known types: %1.").arg(ids.join(QStringLiteral(", ")));
    if (id.isEmpty())
        return usageFailure(ErrorCode::MissingOption, Cli::tr("The type of the source is not given."),
            Cli::tr("Give a URL, or --type. %1").arg(all));
    const QString near = didYouMean(nearest(id, ids));
    return usageFailure(ErrorCode::InvalidOption, Cli::tr("There is no source type “%1”.").arg(id),
        near.isEmpty() ? all : near + QLatin1Char(' ') + all);
}

std::optional<Failure> refuseSecrets(const QStringList& pairs)
{
    for (const QString& pair : pairs) {
        const QString key = pair.section(QLatin1Char('='), 0, 0);
        if (looksSecret(key))
            return secretOnCommandLine(Cli::tr("“%1=…”").arg(key));
    }
    return std::nullopt;
}

Try<QMap<QString, QString>> readSettings(const QStringList& pairs, const SourceTypeInfo& type)
{
    QMap<QString, QString> settings;
    for (const QString& pair : pairs) {
        const qsizetype equals = pair.indexOf(QLatin1Char('='));
        if (equals <= 0)
            return usageFailure(ErrorCode::InvalidArgument, Cli::tr("A setting is written as key=value."),
                Cli::tr("For example host=db.example.com."));
        const QString key = pair.left(equals);
        const SettingSpec* spec = specOf(type, key);
        if (spec != nullptr && spec->kind == SettingSpec::Kind::Secret)
            return secretOnCommandLine(Cli::tr("“%1=…”").arg(key));
        if (spec == nullptr)
            return unknownSetting(type, key);
        if (holdsSecret(pair.mid(equals + 1)))
            return secretOnCommandLine(Cli::tr("The value of “%1”").arg(key));
        settings[key] = pair.mid(equals + 1);
    }
    return settings;
}

} // namespace leat
