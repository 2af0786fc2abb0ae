// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

#include <QDirIterator>

namespace leat {

namespace {

struct ProfileFacts
{
    QString path;
    qint64 bytes = 0;
    std::optional<EngineInfo> engine;
    std::optional<Error> error;
    QString duckdb;
};

qint64 sizeOf(const QString& dir)
{
    qint64 bytes = 0;
    QDirIterator files(dir, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

void print(Session& session, const ProfileFacts& facts)
{
    Output& out = session.out();
    const QString version = QStringLiteral(LEAT_VERSION);
    if (out.json()) {
        QJsonObject json = facts.engine ? toJson(*facts.engine) : QJsonObject();
        json[QLatin1String("profile")] = facts.path;
        json[QLatin1String("bytes")] = facts.bytes;
        json[QLatin1String("versions")] = QJsonObject{{QStringLiteral("leat"), version},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("duckdb"), facts.duckdb.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(facts.duckdb)}};
        json[QLatin1String("error")] = facts.error ? QJsonValue(toJson(*facts.error)) : QJsonValue(QJsonValue::Null);
        out.document(json);
        return session.finish(facts.error ? exitCodeFor(facts.error->code) : exitcode::Ok);
    }
    KeyValueList list;
    list.add(Cli::tr("Profile"), facts.path);
    list.add(Cli::tr("Size"), out.size(facts.bytes));
    if (facts.engine) {
        list.add(Cli::tr("Warehouse"), facts.engine->warehousePath);
        list.add(Cli::tr("Warehouse size"), out.size(facts.engine->warehouseBytes));
        list.add(Cli::tr("Keychain"), toString(facts.engine->keychain));
    }
    if (facts.engine)
        list.add(Cli::tr("Time zone"), zoneText(*facts.engine));
    list.add(Cli::tr("Leat"), version);
    list.add(Cli::tr("Qt"), QString::fromLatin1(qVersion()));
    if (!facts.duckdb.isEmpty())
        list.add(Cli::tr("DuckDB"), facts.duckdb);
    out.list(list);
    if (facts.error)
        return session.fail(*facts.error);
    session.finish();
}

void showProfile(Session& session)
{
    ProfileFacts facts;
    facts.path = session.profileDir();
    facts.bytes = sizeOf(facts.path);
    facts.error = session.engineError();
    if (!session.hasControl())
        return print(session, facts);
    facts.engine = session.world()->engine;
    session.tryAsk<QueryResult>(RunQuery{QStringLiteral("SELECT version()"), 1},
        [&session, facts](const Result<QueryResult>& result) mutable {
            if (result && !result->rows.empty())
                facts.duckdb = result->rows.front().value(0);
            else if (!result)
                facts.error = result.error();
            print(session, facts);
        });
}

void setProfile(Session& session, const QString& setting)
{
    const QString key = setting.section(QLatin1Char('='), 0, 0);
    if (key != QLatin1String("timezone") || !setting.contains(QLatin1Char('=')))
        return session.fail(usageFailure(ErrorCode::UnknownOption, Cli::tr("A profile has no setting “%1”.").arg(key),
            Cli::tr("Write timezone=NAME, for example timezone=Europe/Berlin, or timezone=system.")));
    QString zone = setting.section(QLatin1Char('='), 1);
    if (zone == QLatin1String("system"))
        zone.clear();
    session.ask<Done>(SetTimeZone{zone}, [&session, zone](const Done&) {
        const auto arrived = [zone](const World& world) {
            return world.engine.timeZoneIsSystem == zone.isEmpty() && (zone.isEmpty() || world.engine.timeZone == zone);
        };
        session.whenWorld(arrived, [&session](const WorldPtr&) { showProfile(session); });
    });
}

} // namespace

void addProfileCommand(CLI::App* root, Invocation& invocation)
{
    CLI::App* noun = addCommand(root, "profile", Cli::tr("where everything is, how big, which versions"));
    CLI::App* set = addCommand(noun, "set", Cli::tr("change a setting of the profile"),
        {QStringLiteral("leatctl profile set timezone=Europe/Berlin")});
    const auto setting = std::make_shared<QString>();
    addText(set, "SETTING", *setting, Cli::tr("timezone=NAME: the zone in which times of day are meant"))->required();
    onCommand(set, invocation, EngineNeed::Required, [setting](Session& s) { setProfile(s, *setting); });
    // The callback of a parent comes after its child's.
    noun->callback([noun, &invocation] {
        if (!noun->get_subcommands().empty())
            return;
        invocation.need = EngineNeed::Optional;
        invocation.action = showProfile;
    });
}

} // namespace leat
