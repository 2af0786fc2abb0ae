// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fixer.h"

#include "engine/api/recipe.h"
#include "ui/requests.h"

#include <QHash>

#include <functional>

namespace leat {

Fixer::Fixer(Requests* requests, QObject* parent)
    : QObject(parent)
    , m_requests(requests)
{
}

QString Fixer::troubleOf(SchemaId id) const
{
    const SchemaInfo* schema = m_requests->control()->snapshot()->schema(id);
    return schema && schema->latestError ? fieldInTrouble(schema->config, *schema->latestError) : QString();
}

void Fixer::fix(const Incident& incident)
{
    run(incident.action, incident.sourceId, incident.schemaId, incident.schemas);
}

void Fixer::run(const DiagnosisAction& action, SourceId source, SchemaId schema, const std::vector<SchemaId>& affected, bool confirmed)
{
    std::vector<SchemaId> schemas = affected;
    if (schemas.empty() && schema.isValid())
        schemas = {schema};
    if (schemas.empty())
        for (const SchemaInfo& s : m_requests->control()->snapshot()->schemas)
            if (s.sourceId == source && s.config.shouldSync)
                schemas.push_back(s.id);
    const SchemaId one = schema.isValid() ? schema : schemas.empty() ? SchemaId() : schemas.front();
    const auto key = [](const char* id) { return QString::fromLatin1(id); };
    const QHash<QString, std::function<void()>> ways{
        {key("sync"), [&] { m_requests->sync(schemas); }},
        {key("test"), [&] { Q_EMIT connectionWanted(source); }},
        {key("rotate"), [&] { Q_EMIT rotateWanted(source); }},
        {key("edit-source"), [&] { Q_EMIT connectionWanted(source); }},
        {key("pause"), [&] { m_requests->setPaused(schemas, true); }},
        {key("resume"), [&] { m_requests->setPaused(schemas, false); }},
        {key("refresh"), [&] { m_requests->refresh(source); }},
        {key("choose-fields"), [&] { Q_EMIT editorWanted(one, troubleOf(one)); }},
        {key("full-refresh"), [&] { Q_EMIT editorWanted(one, QStringLiteral("sync_type")); }},
        {key("verify"), [&] { m_requests->verify(one); }},
        {key("cancel"), [&] { m_requests->cancel(schemas); }},
        {key("cancel-sync"), [&] { m_requests->cancelAndSync(schemas); }},
        {key("open-keychain"), [&] { Q_EMIT doctorWanted(); }},
        {key("close-holder"), [&] { Q_EMIT doctorWanted(); }},
        {key("free-disk"), [&] { Q_EMIT doctorWanted(); }},
        {key("report"), [&] { Q_EMIT schemaWanted(one); }},
        {key("rewind"), [&] { Q_EMIT rewindWanted(one); }},
        {key("accept-changes"), [&] { m_requests->acceptChanges(schemas); }},
        {key("accept-empty"), [&] { m_requests->replaceByEmpty(one); }},
        {key("resync"), [&] {
             if (confirmed)
                 m_requests->sync(schemas, true);
             else
                 Q_EMIT resyncWanted(schemas);
         }},
        {key("review-deletes"), [&] { Q_EMIT reviewDeletesWanted(one); }},
        {key("delete-data"), [&] { Q_EMIT deleteDataWanted(schemas); }},
    };
    if (const auto way = ways.constFind(action.id); way != ways.constEnd())
        return (*way)();
    // What is done outside the program: the diagnosis says how.
    Q_EMIT diagnosisWanted(source, schema);
}

} // namespace leat
