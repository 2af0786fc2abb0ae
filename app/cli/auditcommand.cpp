// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "engine/api/jsonview.h"

#include <algorithm>

namespace leat {

namespace {

void audit(Session& session, qint64 limit)
{
    session.ask<AuditPage>(LoadAudit{int(std::clamp<qint64>(limit, 1, 1'000'000))}, [&session](const AuditPage& page) {
        Output& out = session.out();
        if (out.json()) {
            QJsonArray array;
            for (const AuditEntry& entry : page.entries)
                array.append(toJson(entry));
            out.document(array);
            return session.finish();
        }
        TextTable table({{Cli::tr("WHEN")}, {Cli::tr("WHO")}, {Cli::tr("ACTION")}, {Cli::tr("SUBJECT")}, {Cli::tr("DETAIL")}});
        for (const AuditEntry& entry : page.entries)
            table.add({out.time(entry.at), entry.actor, entry.action, entry.subject, entry.detail});
        if (table.isEmpty())
            out.note(Cli::tr("Nothing was changed yet."));
        else
            out.table(table);
        session.finish();
    });
}

} // namespace

void addAuditCommand(CLI::App* root, Invocation& invocation)
{
    CLI::App* command = addCommand(root, "audit", Cli::tr("who changed what, newest first"));
    const auto limit = std::make_shared<qint64>(100);
    addNumber(command, "--limit", *limit, Cli::tr("at most this many entries"))->type_name("N");
    onCommand(command, invocation, EngineNeed::Required, [limit](Session& s) { audit(s, *limit); });
}

} // namespace leat
