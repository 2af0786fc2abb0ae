// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
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

} // namespace

void addProfileCommand(CLI::App* root, Invocation& invocation)
{
    onCommand(addCommand(root, "profile", Cli::tr("where everything is, how big, which versions")), invocation,
        EngineNeed::Optional, showProfile);
}

} // namespace leat
