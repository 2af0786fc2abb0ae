// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/destructiondesk.h"

#include "engine/base/failpoint.h"
#include "engine/service/quarantinedesk.h"
#include "engine/service/schemadesk.h"

#include <QCoreApplication>

#include <algorithm>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("DestructionDesk", text);
}

Error noSuchSource(SourceId id)
{
    return makeError(ErrorCode::NotFound, {},
        {{QStringLiteral("what"), tr("source")}, {QStringLiteral("name"), QString::number(id.value)}});
}

Error unconfirmed(const QString& subject, const QString& reason)
{
    return makeError(ErrorCode::ConfirmationNeeded, {}, {{QStringLiteral("subject"), subject}, {QStringLiteral("reason"), reason}});
}

QString cannotReread(const SchemaInfo& schema)
{
    if (schema.rows <= 0)
        return {};
    if (!schema.presentAtSource)
        return tr("The source no longer has this table: nothing of it can be read again.");
    switch (schema.config.syncType) {
    case SyncType::FullRefresh: return {};
    case SyncType::Append: return tr("Older versions of rows, and rows deleted at the source, exist only here.");
    default: return tr("Rows that were deleted at the source since they were read exist only here.");
    }
}

QString sentenceOf(DestructiveAction action, bool deleteData)
{
    switch (action) {
    case DestructiveAction::Wipe: return tr("Deletes the rows from the warehouse at once, then copies everything anew.");
    case DestructiveAction::DeleteData: return tr("Deletes the rows and the position from the warehouse; the settings stay.");
    case DestructiveAction::RemoveSource:
        return deleteData ? tr("Forgets the source, its history and its password, and deletes its rows from the warehouse.")
                          : tr("Forgets the source, its history and its password; its rows stay in the warehouse.");
    case DestructiveAction::PurgeTrash: return tr("Deletes for good; this cannot be undone.");
    case DestructiveAction::ReconcileDeletes: break;
    }
    return {};
}

QString reconcileSentence(const std::vector<SchemaInfo>& schemas)
{
    const bool marks = std::all_of(schemas.begin(), schemas.end(), [](const SchemaInfo& schema) { return schema.config.deletes.marks(); });
    return marks ? tr("Compares the keys once more, then marks the rows that the source no longer has as deleted; they stay in the warehouse.")
                 : tr("Compares the keys once more, then deletes the rows that the source no longer has.");
}

// Tables that somebody has set up and that have no rows yet: nothing of them would be in the trash.
std::vector<SchemaInfo> withoutRows(const std::vector<SchemaInfo>& schemas)
{
    std::vector<SchemaInfo> found;
    for (const SchemaInfo& schema : schemas)
        if (!schema.lastSyncedAt.isValid() && (schema.config != SchemaConfig() || schema.pause))
            found.push_back(schema);
    return found;
}

} // namespace

std::vector<SchemaId> DestructionDesk::Scope::ids() const
{
    std::vector<SchemaId> all;
    for (const SchemaInfo& schema : schemas)
        all.push_back(schema.id);
    return all;
}

DestructionDesk::DestructionDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask,
                                 RunDesk& runs, std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_runs(runs), m_changed(std::move(changed)),
      m_trash(parts, sources)
{
}

Result<DestructionDesk::Scope> DestructionDesk::scopeOf(const PreviewDestructive& command) const
{
    Scope scope;
    scope.command = command;
    if (command.action == DestructiveAction::PurgeTrash) {
        scope.subject = QStringLiteral("trash");
        return scope;
    }
    if (command.action == DestructiveAction::RemoveSource) {
        const SourceInfo* source = m_world.world().source(command.source);
        if (!source)
            return noSuchSource(command.source);
        for (const SchemaInfo& schema : m_world.world().schemas)
            if (schema.sourceId == command.source)
                scope.schemas.push_back(schema);
        scope.sources = {*source};
        scope.subject = source->name;
    }
    for (SchemaId id : command.action == DestructiveAction::RemoveSource ? std::vector<SchemaId>() : command.schemas) {
        const SchemaInfo* schema = m_world.world().schema(id);
        const SourceInfo* source = schema ? m_world.world().source(schema->sourceId) : nullptr;
        if (!source)
            return noSuchTable(id);
        scope.schemas.push_back(*schema);
        if (std::none_of(scope.sources.begin(), scope.sources.end(), [source](const SourceInfo& s) { return s.id == source->id; }))
            scope.sources.push_back(*source);
        scope.subject = scope.schemas.size() == 1 ? fullLabel(*schema) : source->name;
    }
    if (scope.sources.empty())
        return makeError(ErrorCode::NothingSelected, {}, {{QStringLiteral("table"), QString()}});
    scope.protection = Protection::Off;
    for (const SourceInfo& source : scope.sources)
        scope.protection = std::max(scope.protection, protectionOf(source));
    return scope;
}

Result<void> DestructionDesk::admit(const Scope& scope) const
{
    for (const SourceInfo& source : scope.sources)
        if (protectionOf(source) == Protection::ReadOnly)
            return makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), source.name}});
    for (const SchemaInfo& schema : scope.schemas)
        if (m_runs.isBusy(schema.id))
            return makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(schema)}});
    return {};
}

Result<DestructionDesk::Scope> DestructionDesk::withTrash(Scope scope, const World& world)
{
    if (scope.command.action != DestructiveAction::PurgeTrash)
        return scope;
    const Result<TrashPage> page = m_trash.page();
    if (!page)
        return page.error();
    const std::vector<qint64>& wanted = scope.command.trash;
    for (const SourceInfo& source : world.sources) {
        const bool has = std::any_of(page->items.begin(), page->items.end(), [&](const TrashItem& item) {
            return item.sourceName == source.name && (wanted.empty() || std::find(wanted.begin(), wanted.end(), item.id) != wanted.end());
        });
        if (!has)
            continue;
        if (protectionOf(source) == Protection::ReadOnly)
            return makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), source.name}});
        scope.sources.push_back(source);
    }
    return scope;
}

// The facts are what the token binds: whatever a run, an edit or another action changes, changes them.
Result<DestructiveItem> DestructionDesk::item(const SchemaInfo& schema, QStringList& facts)
{
    const WarehouseTable table = warehouseTableOf(schema);
    Result<std::optional<StoredState>> stored = m_parts.warehouse->state(table);
    if (!stored)
        return stored.error();
    Result<qint64> bytes = m_parts.warehouse->tableBytes(table);
    if (!bytes)
        return bytes.error();
    DestructiveItem item;
    item.id = schema.id;
    item.name = fullLabel(schema);
    item.bytes = *bytes;
    if (*stored) {
        item.rows = (*stored)->tableRows;
        item.lastSyncedAt = (*stored)->committedAt;
        item.cursor = (*stored)->last.cursor.value.value_or(QString());
    }
    SchemaInfo known = schema;
    known.rows = item.rows;
    item.cannotReread = cannotReread(known);
    facts.append(QStringLiteral("%1 %2 %3 %4 %5").arg(schema.id.value).arg(schema.revision).arg(item.rows)
                     .arg(*stored ? (*stored)->last.fence : 0).arg(item.lastSyncedAt.isValid() ? item.lastSyncedAt.toMSecsSinceEpoch() : 0));
    return item;
}

// The rows that a reconcile held back. Each comparison makes its own question: an answer to an older
// one is none.
Result<DestructiveItem> DestructionDesk::heldItem(const SchemaInfo& schema, QStringList& facts)
{
    const ReconcileNote& note = schema.reconcile;
    if (!note.held)
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), tr("table with deletes that wait for an answer")}, {QStringLiteral("name"), fullLabel(schema)}});
    DestructiveItem item;
    item.id = schema.id;
    item.name = fullLabel(schema);
    item.rows = note.gone;
    item.lastSyncedAt = note.at;
    if (!schema.config.deletes.marks())
        item.cannotReread = tr("The source no longer has these rows.");
    facts.append(QStringLiteral("%1 %2 %3 %4").arg(schema.id.value).arg(schema.revision).arg(note.gone).arg(note.triedAt.toMSecsSinceEpoch()));
    return item;
}

Result<std::vector<DestructiveItem>> DestructionDesk::trashItems(const Scope& scope, QStringList& facts)
{
    Result<TrashPage> page = m_trash.page();
    if (!page)
        return page.error();
    const std::vector<qint64>& wanted = scope.command.trash;
    std::vector<DestructiveItem> items;
    for (const TrashItem& each : page->items) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), each.id) == wanted.end())
            continue;
        items.push_back({SchemaId(), each.name, each.rows, each.bytes, each.trashedAt, each.cursor,
            tr("The trash is the last place that has it.")});
        facts.append(QString::number(each.id));
    }
    if (items.empty() || (!wanted.empty() && items.size() != wanted.size()))
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), tr("item of the trash")},
                {QStringLiteral("name"), wanted.empty() ? QStringLiteral("*") : QString::number(wanted.front())}});
    return items;
}

Result<std::vector<DestructiveItem>> DestructionDesk::collect(const Scope& scope, QString& facts)
{
    const bool removesData = scope.command.action == DestructiveAction::RemoveSource && scope.command.deleteData;
    QStringList lines{toString(scope.command.action), removesData ? QStringLiteral("data") : QString()};
    for (const SourceInfo& source : scope.sources)
        lines.append(QStringLiteral("source %1").arg(source.id.value));
    std::vector<DestructiveItem> items;
    if (scope.command.action == DestructiveAction::PurgeTrash) {
        Result<std::vector<DestructiveItem>> found = trashItems(scope, lines);
        if (!found)
            return found;
        items = std::move(*found);
    }
    for (const SchemaInfo& schema : scope.schemas) {
        Result<DestructiveItem> one = scope.command.action == DestructiveAction::ReconcileDeletes ? heldItem(schema, lines) : item(schema, lines);
        if (!one)
            return one.error();
        items.push_back(std::move(*one));
    }
    facts = lines.join(QLatin1Char('\n'));
    return items;
}

Result<DestructivePreview> DestructionDesk::look(const Scope& scope)
{
    QString facts;
    Result<std::vector<DestructiveItem>> items = collect(scope, facts);
    if (!items)
        return items.error();
    DestructivePreview preview;
    preview.action = scope.command.action;
    preview.subject = scope.subject;
    const bool reconciles = scope.command.action == DestructiveAction::ReconcileDeletes;
    preview.sentence = reconciles ? reconcileSentence(scope.schemas) : sentenceOf(scope.command.action, scope.command.deleteData);
    preview.protection = scope.protection;
    preview.production = std::any_of(scope.sources.begin(), scope.sources.end(), isProduction);
    preview.items = std::move(*items);
    const bool removesOnly = scope.command.action == DestructiveAction::RemoveSource && !scope.command.deleteData;
    if (scope.command.action != DestructiveAction::PurgeTrash && !removesOnly && !reconciles && m_trash.limits().days > 0)
        preview.keptUntil = m_trash.expiry(m_parts.clock->nowUtc());
    for (const DestructiveItem& each : preview.items) {
        preview.rows += std::max<qint64>(0, each.rows);
        preview.bytes += std::max<qint64>(0, each.bytes);
    }
    preview.token = m_token.issue(facts, m_parts.clock->nowUtc());
    return preview;
}

Result<void> DestructionDesk::confirm(const Scope& scope, const Confirmation& confirmation)
{
    QString facts;
    if (Result<std::vector<DestructiveItem>> items = collect(scope, facts); !items)
        return items.error();
    switch (m_token.check(confirmation.token, facts, m_parts.clock->nowUtc())) {
    case ImpactToken::Verdict::Good: break;
    case ImpactToken::Verdict::Missing: return unconfirmed(scope.subject, tr("no confirmation was given"));
    case ImpactToken::Verdict::Expired: return unconfirmed(scope.subject, tr("the confirmation is older than ten minutes"));
    case ImpactToken::Verdict::Different: return unconfirmed(scope.subject, tr("something changed since the preview"));
    }
    if (scope.protection >= Protection::TypeName && confirmation.typedName != scope.subject)
        return unconfirmed(scope.subject, confirmation.typedName.isEmpty() ? tr("its name was not typed") : tr("another name was typed"));
    return {};
}

QFuture<ReplyPtr> DestructionDesk::preview(const PreviewDestructive& command)
{
    Result<Scope> scope = scopeOf(command);
    if (!scope)
        return AskDesk::answer(scope.error());
    if (Result<void> ok = admit(*scope); !ok)
        return AskDesk::answer(ok.error());
    return m_ask.ask(
        [this, given = *scope, world = m_world.snapshot()](const CancelToken&) -> Result<Reply> {
            const Result<Scope> whole = withTrash(given, *world);
            if (!whole)
                return whole.error();
            Result<DestructivePreview> preview = look(*whole);
            if (!preview)
                return preview.error();
            return Reply(std::move(*preview));
        },
        {});
}

Result<Reply> DestructionDesk::purge(const Scope& scope)
{
    Result<TrashPage> page = m_trash.page();
    if (!page)
        return page.error();
    const std::vector<qint64>& wanted = scope.command.trash;
    BulkResult result;
    for (const TrashItem& item : page->items) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), item.id) == wanted.end())
            continue;
        ItemOutcome outcome{SchemaId(), item.name, RunId(), {}};
        if (Result<void> ok = m_trash.purge(item.id); !ok)
            outcome.error = ok.error();
        result.items.push_back(std::move(outcome));
    }
    return Reply(std::move(result));
}

QFuture<ReplyPtr> DestructionDesk::destroy(const DestroyData& command)
{
    if (command.action == DestructiveAction::RemoveSource || command.action == DestructiveAction::ReconcileDeletes)
        return AskDesk::answer(makeError(ErrorCode::InvalidArgument, {},
            {{QStringLiteral("value"), toString(command.action)}, {QStringLiteral("what"), QStringLiteral("DestroyData")},
                {QStringLiteral("allowed"), QStringLiteral("wipe, delete-data, purge-trash")}}));
    Result<Scope> scope = scopeOf({command.action, command.schemas, {}, false, command.trash});
    if (!scope)
        return AskDesk::answer(scope.error());
    if (Result<void> ok = admit(*scope); !ok)
        return AskDesk::answer(ok.error());
    m_runs.hold(scope->ids());
    return m_ask.ask(
        [this, given = *scope, world = m_world.snapshot(), confirmation = command.confirmation](const CancelToken&) -> Result<Reply> {
            const Result<Scope> whole = withTrash(given, *world);
            if (!whole)
                return whole.error();
            if (Result<void> ok = confirm(*whole, confirmation); !ok)
                return ok.error();
            LEAT_FAILPOINT("destroy.confirmed");
            if (whole->command.action == DestructiveAction::PurgeTrash)
                return purge(*whole);
            BulkResult result;
            for (const SchemaInfo& schema : whole->schemas) {
                const auto source = std::find_if(whole->sources.begin(), whole->sources.end(),
                    [&schema](const SourceInfo& s) { return s.id == schema.sourceId; });
                ItemOutcome outcome{schema.id, fullLabel(schema), RunId(), {}};
                if (Result<void> ok = m_trash.put(schema, *source, toString(whole->command.action)); !ok)
                    outcome.error = ok.error();
                result.items.push_back(std::move(outcome));
            }
            if (Result<void> ok = m_trash.keepWithin(); !ok)
                qWarning("The trash could not be tidied: %s", qUtf8Printable(m_parts.redactor.redact(ok.error().detail)));
            return Reply(std::move(result));
        },
        [this, action = command.action, ids = scope->ids()](Result<Reply>& reply) {
            m_runs.release(ids);
            reload(reply);
            BulkResult* result = reply ? std::get_if<BulkResult>(&*reply) : nullptr;
            if (!result || action != DestructiveAction::Wipe)
                return;
            for (ItemOutcome& item : result->items) {
                if (item.error)
                    continue;
                Result<Reply> queued = m_runs.sync(SyncSchemas{{item.id}, Trigger::Manual, true, true});
                if (!queued)
                    item.error = queued.error();
                else if (const SyncAccepted* accepted = std::get_if<SyncAccepted>(&*queued))
                    item.run = accepted->runs.front();
            }
        });
}

// Nothing is read to check the confirmation: the question stands in the world itself.
QFuture<ReplyPtr> DestructionDesk::reconcile(const ReconcileSchema& command)
{
    const Result<Scope> scope = scopeOf({DestructiveAction::ReconcileDeletes, {command.id}, {}, false, {}});
    if (!scope)
        return AskDesk::answer(scope.error());
    SyncSchemas order;
    order.ids = {command.id};
    order.reconcile = true;
    if (!command.confirmation.token.isEmpty()) {
        Result<void> ok = admit(*scope);
        if (ok)
            ok = confirm(*scope, command.confirmation);
        if (!ok)
            return AskDesk::answer(ok.error());
        const ReconcileNote& asked = scope->schemas.front().reconcile;
        order.confirmedDeletes = asked.gone;
        // What a copy has asked about a copy carries out: keys may have changed with it, which nothing else can compare.
        order.reconcile = !asked.fromCopy;
        order.fromScratch = asked.fromCopy;
        const QString detail = QStringLiteral("{\"rows\":%1}").arg(order.confirmedDeletes);
        if (Result<void> noted = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("schema.reconcile"), scope->subject, detail}); !noted)
            return AskDesk::answer(noted.error());
    }
    return runAside(m_runs, std::move(order), [this, id = command.id]() -> Result<Reply> {
        Result<ReconcileReport> report = m_runs.takeReconcile(id);
        return report ? Result<Reply>(Reply(std::move(*report))) : Result<Reply>(report.error());
    });
}

Result<void> DestructionDesk::forget(const Scope& scope)
{
    const SourceInfo& source = scope.sources.front();
    if (scope.command.deleteData) {
        std::vector<SchemaInfo> along = withoutRows(scope.schemas);
        for (const SchemaInfo& schema : scope.schemas) {
            const bool has = schema.lastSyncedAt.isValid();
            if (Result<void> ok = m_trash.put(schema, source, toString(scope.command.action), has ? along : std::vector<SchemaInfo>()); !ok)
                return ok;
            if (has)
                along.clear();
        }
        LEAT_FAILPOINT("remove.trashed");
        // What is left was not named: tables of an earlier source of this name, or of other programs. They stay.
        if (Result<void> ok = m_parts.warehouse->dropSchema(source.name); !ok)
            return ok;
    }
    LEAT_FAILPOINT("remove.before-secrets");
    // A keychain that is away must not keep the source: the entry is only an orphan then.
    Result<std::map<QString, SecretRecord>> records = m_parts.state->secretRecords(source.id);
    QStringList references;
    for (const QString& key : source.secretKeys)
        references.append(secretReference(source.id, key));
    if (records)
        for (const auto& [key, record] : *records)
            references.append(record.reference);
    references.removeDuplicates();
    for (const QString& reference : references)
        if (Result<void> ok = m_parts.secrets->remove(reference); !ok)
            qWarning("A keychain entry of source %s could not be removed", qUtf8Printable(source.name));
    LEAT_FAILPOINT("remove.before-state");
    m_sources.forget(source.id);
    if (Result<void> ok = m_parts.state->removeSource(source.id, m_parts.actor); !ok)
        return ok;
    if (Result<void> ok = m_trash.keepWithin(); !ok)
        qWarning("The trash could not be tidied: %s", qUtf8Printable(m_parts.redactor.redact(ok.error().detail)));
    return {};
}

QFuture<ReplyPtr> DestructionDesk::removeSource(const RemoveSource& command)
{
    Result<Scope> scope = scopeOf({DestructiveAction::RemoveSource, {}, command.id, command.deleteData, {}});
    if (!scope)
        return AskDesk::answer(scope.error());
    if (Result<void> ok = admit(*scope); !ok)
        return AskDesk::answer(ok.error());
    if (m_runs.isBusy(command.id))
        return AskDesk::answer(makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), scope->subject}}));
    m_runs.hold(scope->ids());
    return m_ask.ask(
        [this, scope = *scope, confirmation = command.confirmation](const CancelToken&) -> Result<Reply> {
            if (Result<void> ok = confirm(scope, confirmation); !ok)
                return ok.error();
            LEAT_FAILPOINT("remove.confirmed");
            if (Result<void> ok = forget(scope); !ok)
                return ok.error();
            return Reply(Done());
        },
        [this, ids = scope->ids()](Result<Reply>& reply) {
            m_runs.release(ids);
            reload(reply);
        });
}

QFuture<ReplyPtr> DestructionDesk::loadTrash()
{
    return m_ask.ask(
        [this](const CancelToken&) -> Result<Reply> {
            Result<TrashPage> page = m_trash.page();
            if (!page)
                return page.error();
            return Reply(std::move(*page));
        },
        {});
}

// The read-only source that an item of the trash would go back to; empty: none.
Result<QString> DestructionDesk::readOnlySourceOf(qint64 trashId, const World& world)
{
    Result<TrashPage> page = m_trash.page();
    if (!page)
        return page.error();
    for (const TrashItem& item : page->items)
        for (const SourceInfo& source : world.sources)
            if (item.id == trashId && source.name == item.sourceName && protectionOf(source) == Protection::ReadOnly)
                return source.name;
    return QString();
}

QFuture<ReplyPtr> DestructionDesk::restore(const RestoreTrash& command)
{
    return m_ask.ask(
        [this, command, world = m_world.snapshot()](const CancelToken&) -> Result<Reply> {
            BulkResult result;
            for (qint64 id : command.ids) {
                ItemOutcome outcome{SchemaId(), QString::number(id), RunId(), {}};
                // It puts what is there into the trash: a change like any other.
                Result<QString> name = readOnlySourceOf(id, *world);
                if (name && name->isEmpty())
                    name = m_trash.restore(id, *world);
                else if (name)
                    name = makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), *name}});
                if (name)
                    outcome.name = *name;
                else
                    outcome.error = name.error();
                result.items.push_back(std::move(outcome));
            }
            return Reply(std::move(result));
        },
        [this](Result<Reply>& reply) { reload(reply); });
}

QFuture<ReplyPtr> DestructionDesk::setLimits(const SetTrashLimits& command)
{
    return m_ask.ask(
        [this, command](const CancelToken&) -> Result<Reply> {
            if (Result<void> ok = m_trash.setLimits(command.limits); !ok)
                return ok.error();
            Result<TrashPage> page = m_trash.page();
            if (!page)
                return page.error();
            return Reply(std::move(*page));
        },
        {});
}

// A mere look, perhaps under a wrong clock, takes nothing away.
void DestructionDesk::tidy()
{
    m_trash.judgeClock(m_world.world());
    if (!m_parts.scheduler.enabled)
        return;
    if (Result<void> ok = m_trash.keepWithin(); !ok)
        qWarning("The trash could not be tidied: %s", qUtf8Printable(m_parts.redactor.redact(ok.error().detail)));
}

void DestructionDesk::reload(Result<Reply>& reply)
{
    if (Result<void> ok = m_world.reload(*m_parts.state); !ok && reply)
        reply = ok.error();
    // What is in quarantine goes to the trash with its table, and comes back with it.
    if (Result<void> ok = showQuarantined(*m_parts.warehouse, m_world); !ok)
        qWarning("The rows in quarantine could not be counted: %s", qUtf8Printable(m_parts.redactor.redact(ok.error().detail)));
    m_world.engine().warehouseBytes = m_parts.warehouse->sizeBytes();
    m_world.touchedEngine();
    m_changed();
}

} // namespace leat
