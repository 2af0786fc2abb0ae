// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/sourcedesk.h"

#include "engine/api/sourcerules.h"
#include "engine/service/listingdesk.h"
#include "engine/service/schemarules.h"
#include "engine/service/sourceprobe.h"
#include "engine/service/trashkeeper.h"

#include <QCoreApplication>

#include <algorithm>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SourceDesk", text);
}

// Also of a source that is read-only these can change: that is how it is opened again.
bool onlyProtects(const QMap<QString, QString>& settings)
{
    return std::all_of(settings.keyBegin(), settings.keyEnd(), [](const QString& key) {
        return key == QLatin1String(kProtectionKey) || key == QLatin1String(kProductionKey);
    });
}

Error notOneOf(const char* option, const QString& value, const QStringList& allowed)
{
    return makeError(ErrorCode::InvalidOption, {},
        {{QStringLiteral("option"), QLatin1String(option)}, {QStringLiteral("value"), value},
            {QStringLiteral("allowed"), allowed.join(QStringLiteral(", "))}});
}

bool isSample(const QMap<QString, QString>& settings, const QMap<QString, QString>& sample)
{
    return std::all_of(sample.constKeyValueBegin(), sample.constKeyValueEnd(),
        [&settings](const auto& entry) { return settings.value(entry.first) == entry.second; });
}

// The factories do not see these two.
Result<void> checkProtection(const QMap<QString, QString>& settings)
{
    const QString level = settings.value(QLatin1String(kProtectionKey));
    if (!level.isEmpty() && !protectionFromString(level))
        return notOneOf(kProtectionKey, level, protectionNames());
    const QString production = settings.value(QLatin1String(kProductionKey));
    const QStringList flags{QStringLiteral("true"), QStringLiteral("false")};
    return production.isEmpty() || flags.contains(production) ? Result<void>() : notOneOf(kProductionKey, production, flags);
}

Error noSuchSource(SourceId id)
{
    return makeError(ErrorCode::NotFound, {},
        {{QStringLiteral("what"), tr("source")}, {QStringLiteral("name"), QString::number(id.value)}});
}

void chooseTables(std::vector<SchemaInfo>& schemas, const std::vector<TableListing>& tables, const AddSource& command)
{
    for (std::size_t i = 0; i < schemas.size(); ++i) {
        if (command.enableAll && tables[i].readable)
            schemas[i].config = fullRefreshConfig();
        schemas[i].config.syncFrequency = command.frequency;
        for (const TableChoice& choice : command.tables)
            if (choice.table == schemas[i].table) {
                schemas[i].config = choice.config;
                schemas[i].config.shouldSync = true;
            }
    }
}

// Settings that say where a secret is sent. A stored secret is never sent to a new place (T-S).
bool movesEndpoint(const QMap<QString, QString>& before, const QMap<QString, QString>& after)
{
    for (const char* key : {"host", "hostaddr", "port", "service", "sslmode", "sslrootcert", "sslcert_fingerprint",
             "ssh_host", "ssh_port", "ssh_user", "proxy"})
        if (before.value(QLatin1String(key)) != after.value(QLatin1String(key)))
            return true;
    return false;
}

QStringList keysOf(const SecretMap& secrets)
{
    QStringList keys;
    for (const auto& [key, secret] : secrets)
        keys.append(key);
    return keys;
}

} // namespace

SourceDesk::SourceDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
                       Mailbox& mailbox, std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_runs(runs), m_mailbox(mailbox),
      m_changed(std::move(changed))
{
}

// The name is also the warehouse schema, so it must not be one that DuckDB or Leat use.
Result<void> SourceDesk::checkName(const QString& name) const
{
    static const QStringList reserved{QStringLiteral("main"), QStringLiteral("temp"), QStringLiteral("system"),
        QStringLiteral("information_schema"), QStringLiteral("pg_catalog"), QStringLiteral("_leat")};
    const bool control = std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (name.trimmed().isEmpty() || name != name.trimmed() || name.toUtf8().size() > 200 || control
        || reserved.contains(name, Qt::CaseInsensitive))
        return makeError(ErrorCode::InvalidArgument, {},
            {{QStringLiteral("value"), name}, {QStringLiteral("what"), tr("the name of a source")},
                {QStringLiteral("allowed"), tr("1 to 200 characters, not starting or ending with a space, and none of %1")
                                                .arg(reserved.join(QStringLiteral(", ")))}});
    for (const SourceInfo& source : m_world.world().sources)
        if (source.name.compare(name, Qt::CaseInsensitive) == 0)
            return makeError(ErrorCode::AlreadyExists, {},
                {{QStringLiteral("what"), tr("source")}, {QStringLiteral("name"), name}});
    return {};
}

SourceInfo SourceDesk::infoOf(const SourceDraft& draft) const
{
    SourceInfo info;
    info.name = draft.name;
    info.type = draft.type;
    info.settings = draft.settings;
    info.secretKeys = keysOf(draft.secrets);
    info.secretState = info.secretKeys.isEmpty() ? SecretState::NotNeeded : SecretState::Stored;
    if (const SourceFactory* factory = m_sources.factory(draft.type))
        info.summary = factory->summary(factorySettings(draft.settings));
    return info;
}

QFuture<ReplyPtr> SourceDesk::parseUrl(const ParseSourceUrl& command)
{
    const std::string_view text = command.url.view();
    for (const std::unique_ptr<SourceFactory>& factory : m_parts.factories) {
        const bool hinted = factory->info().id == command.typeHint;
        const bool schemeFits = std::any_of(factory->info().urlSchemes.begin(), factory->info().urlSchemes.end(),
            [text](const QString& scheme) { return text.starts_with((scheme + QLatin1Char(':')).toStdString()); });
        if (!hinted && !schemeFits)
            continue;
        Result<ParsedUrl> parsed = factory->parseUrl(command.url);
        if (!parsed)
            return AskDesk::answer(parsed.error());
        return AskDesk::answer(Reply(std::move(*parsed)));
    }
    // Without a scheme the rest has to tell: a file's path, or key=value pairs.
    if (command.typeHint.isEmpty() && text.find("://") == std::string_view::npos)
        for (const std::unique_ptr<SourceFactory>& factory : m_parts.factories)
            if (Result<ParsedUrl> parsed = factory->parseUrl(command.url); parsed)
                return AskDesk::answer(Reply(std::move(*parsed)));
    QStringList examples;
    for (const std::unique_ptr<SourceFactory>& factory : m_parts.factories)
        examples.append(factory->info().urlExample);
    return AskDesk::answer(makeError(ErrorCode::MalformedUrl, {},
        {{QStringLiteral("reason"), tr("no source type has addresses of this form")},
            {QStringLiteral("example"), examples.join(tr(" or "))}}));
}

QFuture<ReplyPtr> SourceDesk::testDraft(TestDraft command)
{
    auto shared = std::make_shared<TestDraft>(std::move(command));
    return m_ask.ask(
        [this, shared](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> source = m_sources.open(shared->draft);
            if (!source)
                return source.error();
            Result<CheckReport> report = (*source)->check(
                [this, shared](const CheckReport& step) {
                    if (shared->onStep)
                        m_mailbox.post([shared, step] { shared->onStep(step); });
                },
                cancel);
            if (!report)
                return report.error();
            return Reply(std::move(*report));
        },
        {});
}

QFuture<ReplyPtr> SourceDesk::listDraft(ListDraftTables command)
{
    auto shared = std::make_shared<ListDraftTables>(std::move(command));
    return m_ask.ask(
        [this, shared](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> source = m_sources.open(shared->draft);
            if (!source)
                return source.error();
            Result<std::vector<TableListing>> tables = (*source)->listTables(cancel);
            if (!tables)
                return tables.error();
            return Reply(TableList{std::move(*tables), (*source)->defaultNamespace()});
        },
        {});
}

QFuture<ReplyPtr> SourceDesk::add(AddSource command)
{
    if (Result<void> ok = checkName(command.draft.name); !ok)
        return AskDesk::answer(ok.error());
    if (Result<void> ok = checkProtection(command.draft.settings); !ok)
        return AskDesk::answer(ok.error());
    if (Result<void> ok = checkSourceRules(command.draft.settings); !ok)
        return AskDesk::answer(ok.error());
    const SourceInfo info = infoOf(command.draft);
    auto shared = std::make_shared<AddSource>(std::move(command));
    return m_ask.ask(
        [this, shared, info](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> source = m_sources.open(shared->draft);
            if (!source)
                return source.error();
            SourceInfo saved = info;
            saved.defaultNamespace = (*source)->defaultNamespace();
            Result<std::vector<TableListing>> tables = (*source)->listTables(cancel);
            if (!tables && !shared->saveUnreachable)
                return tables.error();
            saved.status = tables ? SourceStatus::Ok : SourceStatus::Error;
            if (tables)
                saved.tablesListedAt = m_parts.clock->nowUtc();
            else
                saved.latestError = tables.error();
            Result<SourceAdded> added = save(*shared, saved, tables.value_or({}));
            if (!added)
                return added.error();
            return Reply(*added);
        },
        [this](Result<Reply>& reply) { reload(reply); });
}

Result<SourceAdded> SourceDesk::save(const AddSource& command, const SourceInfo& info,
                                     const std::vector<TableListing>& tables)
{
    Result<SourceId> id = m_parts.state->addSource(info, m_parts.actor);
    if (!id)
        return id.error();
    SourceInfo saved = info;
    saved.id = *id;
    std::vector<SchemaInfo> schemas = schemasOf(tables, saved);
    chooseTables(schemas, tables, command);
    Result<void> done = saveSecrets(*id, command.draft.secrets);
    if (done) {
        Result<std::vector<SchemaId>> ids = m_parts.state->addSchemas(schemas, m_parts.actor);
        if (!ids)
            done = ids.error();
    }
    if (!done) {
        if (Result<void> undone = m_parts.state->removeSource(*id, m_parts.actor); !undone)
            return undone.error();
        return done.error();
    }
    return SourceAdded{*id, int(schemas.size())};
}

Result<void> SourceDesk::saveSecrets(SourceId id, const SecretMap& secrets)
{
    for (const auto& [key, secret] : secrets) {
        m_parts.redactor.add(secret);
        const QString reference = secretReference(id, key);
        if (Result<void> ok = m_parts.secrets->write(reference, secret); !ok)
            return ok.error();
        Result<QString> fingerprint = m_parts.secrets->fingerprint(secret);
        if (!fingerprint)
            return fingerprint.error();
        const SecretRecord record{reference, m_parts.clock->nowUtc(), 1, *fingerprint};
        if (Result<void> ok = m_parts.state->setSecretRecord(id, key, record); !ok)
            return ok.error();
    }
    return {};
}

void SourceDesk::reload(Result<Reply>& reply)
{
    if (!reply)
        return;
    if (Result<void> ok = m_world.reload(*m_parts.state); !ok)
        reply = ok.error();
    m_changed();
}

QFuture<ReplyPtr> SourceDesk::update(UpdateSource command)
{
    const SourceInfo* source = m_world.source(command.id);
    if (!source)
        return AskDesk::answer(noSuchSource(command.id));
    if (command.expectedRevision != 0 && command.expectedRevision != source->revision)
        return AskDesk::answer(makeError(ErrorCode::RevisionConflict, {}, {{QStringLiteral("subject"), source->name}}));
    if (m_runs.isBusy(command.id))
        return AskDesk::answer(makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), source->name}}));
    SourceInfo changed = *source;
    for (auto it = command.settings.cbegin(); it != command.settings.cend(); ++it)
        changed.settings.insert(it.key(), it.value());
    const SourceFactory* factory = m_sources.factory(source->type);
    if (!factory)
        return AskDesk::answer(noSuchSource(command.id));
    if (Result<void> ok = factory->validate(factorySettings(changed.settings)); !ok)
        return AskDesk::answer(ok.error());
    if (Result<void> ok = checkProtection(changed.settings); !ok)
        return AskDesk::answer(ok.error());
    if (Result<void> ok = checkSourceRules(changed.settings); !ok)
        return AskDesk::answer(ok.error());
    if (protectionOf(*source) == Protection::ReadOnly && !(command.secrets.empty() && onlyProtects(command.settings)))
        return AskDesk::answer(makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), source->name}}));
    if (movesEndpoint(source->settings, changed.settings))
        for (const QString& key : source->secretKeys)
            if (!command.secrets.contains(key))
                return AskDesk::answer(makeError(ErrorCode::EndpointChanged, {}, {{QStringLiteral("source"), source->name}}));
    for (const QString& key : keysOf(command.secrets))
        if (!changed.secretKeys.contains(key))
            changed.secretKeys.append(key);
    changed.summary = factory->summary(factorySettings(changed.settings));
    changed.status = SourceStatus::Unknown;
    changed.latestError.reset();
    auto shared = std::make_shared<UpdateSource>(std::move(command));
    return m_ask.ask(
        [this, shared, changed](const CancelToken&) -> Result<Reply> {
            if (Result<void> ok = saveSecrets(changed.id, shared->secrets); !ok)
                return ok.error();
            if (Result<void> ok = m_parts.state->updateSource(changed, m_parts.actor); !ok)
                return ok.error();
            m_sources.forget(changed.id);
            return Reply(Done());
        },
        [this](Result<Reply>& reply) { reload(reply); });
}

QFuture<ReplyPtr> SourceDesk::test(const TestSource& command)
{
    const SourceInfo* source = m_world.source(command.id);
    if (!source)
        return AskDesk::answer(noSuchSource(command.id));
    return m_ask.ask(
        [this, command, info = *source](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            if (!opened)
                return opened.error();
            Result<CheckReport> report = (*opened)->check(
                [this, command](const CheckReport& step) {
                    if (command.onStep)
                        m_mailbox.post([command, step] { command.onStep(step); });
                },
                cancel);
            if (!report)
                return report.error();
            return Reply(std::move(*report));
        },
        [this, id = command.id](Result<Reply>& reply) {
            // What waited for the source need not wait any longer.
            const CheckReport* report = reply ? std::get_if<CheckReport>(&*reply) : nullptr;
            if (!report || !report->ok())
                return;
            noteSourceState(m_parts, m_world, id, {});
            m_changed();
        });
}

// Somebody's own source of that name is not the sample, and what is protected stays.
Result<void> SourceDesk::mayReplace(const SourceInfo& old) const
{
    if (old.type != m_parts.sample.sourceType || !isSample(old.settings, m_parts.sample.settings))
        return makeError(ErrorCode::AlreadyExists, {}, {{QStringLiteral("what"), tr("source")}, {QStringLiteral("name"), old.name}});
    if (protectionOf(old) == Protection::ReadOnly)
        return makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), old.name}});
    if (isProduction(old))
        return makeError(ErrorCode::ConfirmationNeeded, {},
            {{QStringLiteral("subject"), old.name}, {QStringLiteral("reason"), tr("it is marked as production; remove it first")}});
    if (m_runs.isBusy(old.id))
        return makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), old.name}});
    return {};
}

// Last of all, when the new shop is there already; it can be brought back like any other source.
Result<void> SourceDesk::putAway(const SourceInfo& old, const std::vector<SchemaInfo>& tables)
{
    TrashKeeper trash(m_parts, m_sources);
    for (const SchemaInfo& schema : tables)
        if (Result<void> put = trash.put(schema, old, toString(DestructiveAction::RemoveSource)); !put)
            return put;
    m_sources.forget(old.id);
    if (Result<void> gone = m_parts.state->removeSource(old.id, m_parts.actor); !gone)
        return gone;
    if (Result<void> dropped = m_parts.warehouse->dropSchema(old.name); !dropped)
        return dropped;
    return trash.keepWithin();
}

QFuture<ReplyPtr> SourceDesk::createSample()
{
    const SourceInfo* found = m_world.sourceNamed(m_parts.sample.sourceName);
    std::vector<SchemaInfo> tables;
    std::vector<SchemaId> held;
    if (found) {
        if (Result<void> may = mayReplace(*found); !may)
            return AskDesk::answer(may.error());
        for (const SchemaInfo* schema : m_world.schemasOf(found->id)) {
            tables.push_back(*schema);
            held.push_back(schema->id);
        }
    }
    AddSource command;
    command.draft.name = m_parts.sample.sourceName;
    command.draft.type = m_parts.sample.sourceType;
    command.draft.settings = m_parts.sample.settings;
    command.tables = m_parts.sample.tables;
    const SourceInfo info = infoOf(command.draft);
    auto shared = std::make_shared<AddSource>(std::move(command));
    m_runs.hold(held);
    return m_ask.ask(
        [this, shared, info, old = found ? std::optional(*found) : std::nullopt, tables](const CancelToken& cancel) -> Result<Reply> {
            if (Result<void> ok = m_parts.sample.make(); !ok)
                return ok.error();
            Result<std::shared_ptr<Source>> source = m_sources.open(shared->draft);
            if (!source)
                return source.error();
            Result<std::vector<TableListing>> listed = (*source)->listTables(cancel);
            if (!listed)
                return listed.error();
            if (old)
                if (Result<void> ok = putAway(*old, tables); !ok)
                    return ok.error();
            SourceInfo saved = info;
            saved.status = SourceStatus::Ok;
            saved.tablesListedAt = m_parts.clock->nowUtc();
            Result<SourceAdded> added = save(*shared, saved, *listed);
            if (!added)
                return added.error();
            return Reply(*added);
        },
        [this, held](Result<Reply>& reply) {
            m_runs.release(held);
            reload(reply);
        });
}

QFuture<ReplyPtr> SourceDesk::editSample()
{
    if (!m_world.sourceNamed(m_parts.sample.sourceName))
        return AskDesk::answer(makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), tr("source")}, {QStringLiteral("name"), m_parts.sample.sourceName}}));
    return m_ask.ask(
        [this](const CancelToken&) -> Result<Reply> {
            if (Result<void> ok = m_parts.sample.edit(); !ok)
                return ok.error();
            return Reply(Done());
        },
        {});
}

} // namespace leat
