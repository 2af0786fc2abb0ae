// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/credentialdesk.h"

#include "engine/base/failpoint.h"
#include "engine/service/schemadesk.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace leat {

namespace {

constexpr qint64 kKeepHours = 24;
// The record of a previous secret; setting keys have no slash.
const QString kPrevious = QStringLiteral("/previous");

QString tr(const char* text)
{
    return QCoreApplication::translate("CredentialDesk", text);
}

bool isPrevious(const QString& key)
{
    return key.endsWith(kPrevious);
}

Error named(Error error, const SourceInfo& source)
{
    error.args.insert(QStringLiteral("source"), source.name);
    return error;
}

/// What one set of secrets can do: the test of the connection, and which tables it may read.
struct Reach
{
    CheckReport check;
    std::set<TableName> readable;
    std::optional<Error> error;
};

Reach reachOf(Source& source, const CancelToken& cancel)
{
    Reach reach;
    Result<CheckReport> check = source.check({}, cancel);
    if (!check) {
        reach.error = check.error();
        return reach;
    }
    reach.check = std::move(*check);
    for (const CheckStep& step : reach.check.steps)
        if (step.state == CheckStep::State::Failed && !reach.error)
            reach.error = step.error ? *step.error : makeError(ErrorCode::SourceQueryFailed);
    if (reach.error)
        return reach;
    Result<std::vector<TableListing>> tables = source.listTables(cancel);
    if (!tables) {
        reach.error = tables.error();
        return reach;
    }
    for (const TableListing& table : *tables)
        if (table.readable)
            reach.readable.insert(table.table);
    return reach;
}

} // namespace

CredentialDesk::CredentialDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
                               std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_runs(runs), m_changed(std::move(changed))
{
}

Result<CredentialDesk::Case> CredentialDesk::caseOf(SourceId id, const SecretMap& secrets, bool needsSecrets) const
{
    const SourceInfo* source = m_world.world().source(id);
    if (!source)
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), tr("source")}, {QStringLiteral("name"), QString::number(id.value)}});
    if (needsSecrets && secrets.empty())
        return makeError(ErrorCode::MissingOption, {}, {{QStringLiteral("option"), QStringLiteral("password")}});
    const SourceFactory* factory = m_sources.factory(source->type);
    for (const auto& [key, secret] : secrets) {
        const std::vector<SettingSpec> settings = factory ? factory->info().settings : std::vector<SettingSpec>();
        const bool known = std::any_of(settings.begin(), settings.end(),
            [&key = key](const SettingSpec& spec) { return spec.key == key && spec.kind == SettingSpec::Kind::Secret; });
        if (!known)
            return makeError(ErrorCode::InvalidArgument, {},
                {{QStringLiteral("value"), key}, {QStringLiteral("what"), tr("a secret of this source")},
                    {QStringLiteral("allowed"), source->secretKeys.isEmpty() ? tr("none") : source->secretKeys.join(QStringLiteral(", "))}});
    }
    Case about{*source, {}, {}};
    for (const SchemaInfo& schema : m_world.world().schemas)
        if (schema.sourceId == id && schema.config.shouldSync)
            about.schemas.push_back(schema);
    for (const SourceInfo& other : m_world.world().sources)
        if (other.id != id)
            about.others.push_back(other);
    return about;
}

Result<SecretMap> CredentialDesk::storedSecrets(const SourceInfo& source) const
{
    SecretMap secrets;
    for (const QString& key : source.secretKeys) {
        Result<Secret> secret = m_parts.secrets->read(secretReference(source.id, key), true);
        if (!secret)
            return named(secret.error(), source);
        m_parts.redactor.add(*secret);
        secrets.emplace(key, std::move(*secret));
    }
    return secrets;
}

// The same secret has the same fingerprint; the secrets themselves are not compared.
QStringList CredentialDesk::sharedWith(const Case& about)
{
    Result<std::map<QString, SecretRecord>> own = m_parts.state->secretRecords(about.source.id);
    QStringList names;
    if (!own)
        return names;
    for (const SourceInfo& other : about.others) {
        Result<std::map<QString, SecretRecord>> records = m_parts.state->secretRecords(other.id);
        if (!records)
            continue;
        for (const auto& [key, record] : *records)
            for (const auto& [ownKey, ownRecord] : *own)
                if (!isPrevious(key) && !isPrevious(ownKey) && !record.fingerprint.isEmpty()
                    && (record.fingerprint == ownRecord.fingerprint || record.reference == ownRecord.reference)
                    && !names.contains(other.name))
                    names.append(other.name);
    }
    return names;
}

CredentialReport CredentialDesk::compare(const Case& about, const SecretMap& fresh, const CancelToken& cancel)
{
    CredentialReport report;
    report.sharedWith = sharedWith(about);
    const auto reach = [&](SecretMap secrets) {
        SourceDraft draft{about.source.name, about.source.type, about.source.settings, std::move(secrets)};
        Result<std::shared_ptr<Source>> source = m_sources.open(draft);
        if (source)
            return reachOf(**source, cancel);
        Reach none;
        none.error = source.error();
        return none;
    };
    Reach before;
    Result<SecretMap> stored = storedSecrets(about.source);
    SecretMap merged;
    if (stored) {
        merged = clone(*stored);
        before = reach(std::move(*stored));
    } else {
        before.error = stored.error();
    }
    for (const auto& [key, secret] : fresh)
        merged.insert_or_assign(key, secret.clone());
    Reach after = reach(std::move(merged));
    report.before = before.check;
    report.after = after.check;
    report.problem = after.error;
    for (const SchemaInfo& schema : about.schemas) {
        const PrivilegeCheck check{fullLabel(schema), before.readable.contains(schema.table), after.readable.contains(schema.table)};
        // A table that is gone for both is not the secret's fault.
        if (!check.after && (check.before || before.error) && schema.presentAtSource && !report.problem) {
            report.problem = makeError(ErrorCode::PermissionDenied, {}, {{QStringLiteral("table"), check.name},
                {QStringLiteral("user"), about.source.settings.value(QStringLiteral("user"))}});
            report.problem->owner = Owner::Source;
        }
        report.tables.push_back(check);
    }
    if (report.problem)
        report.problem = named(*report.problem, about.source);
    return report;
}

QFuture<ReplyPtr> CredentialDesk::test(TestCredentials command)
{
    Result<Case> about = caseOf(command.id, command.secrets, true);
    if (!about)
        return AskDesk::answer(about.error());
    const auto shared = std::make_shared<TestCredentials>(std::move(command));
    return m_ask.ask(
        [this, shared, about = *about](const CancelToken& cancel) -> Result<Reply> {
            return Reply(compare(about, shared->secrets, cancel));
        },
        {});
}

Result<void> CredentialDesk::keep(const SourceInfo& source, const QString& key, const QString& reference, const Secret& secret)
{
    LEAT_FAILPOINT("rotate.write");
    if (Result<void> ok = m_parts.secrets->write(reference, secret); !ok)
        return named(ok.error(), source);
    Result<QString> fingerprint = m_parts.secrets->fingerprint(secret);
    if (!fingerprint)
        return named(fingerprint.error(), source);
    LEAT_FAILPOINT("rotate.record");
    return m_parts.state->setSecretRecord(source.id, key, {reference, m_parts.clock->nowUtc(), 1, *fingerprint});
}

// The previous one is put away before the new one is written: killed in between, both are there.
Result<void> CredentialDesk::replace(const SourceInfo& source, const SecretMap& before, const SecretMap& fresh)
{
    for (const auto& [key, secret] : fresh)
        if (const auto old = before.find(key); old != before.end())
            if (Result<void> ok = keep(source, key + kPrevious, secretReference(source.id, key) + kPrevious, old->second); !ok)
                return ok;
    for (const auto& [key, secret] : fresh) {
        m_parts.redactor.add(secret);
        if (Result<void> ok = keep(source, key, secretReference(source.id, key), secret); !ok)
            return ok;
    }
    LEAT_FAILPOINT("rotate.switch");
    SourceInfo now = source;
    for (const auto& [key, secret] : fresh)
        if (!now.secretKeys.contains(key))
            now.secretKeys.append(key);
    now.secretState = SecretState::Stored;
    now.status = SourceStatus::Ok;
    now.latestError.reset();
    if (Result<void> ok = m_parts.state->updateSource(now, m_parts.actor); !ok)
        return ok;
    LEAT_FAILPOINT("rotate.switched");
    m_sources.forget(source.id);
    return m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("source.rotate"), source.name, QStringLiteral("{}")});
}

Result<SecretMap> CredentialDesk::previousSecrets(const SourceInfo& source)
{
    Result<std::map<QString, SecretRecord>> records = m_parts.state->secretRecords(source.id);
    if (!records)
        return records.error();
    SecretMap secrets;
    for (const auto& [key, record] : *records) {
        if (!isPrevious(key) || record.storedAt.addSecs(kKeepHours * 3600) < m_parts.clock->nowUtc())
            continue;
        Result<Secret> secret = m_parts.secrets->read(record.reference, true);
        if (!secret)
            return named(secret.error(), source);
        m_parts.redactor.add(*secret);
        secrets.emplace(key.chopped(kPrevious.size()), std::move(*secret));
    }
    if (secrets.empty())
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), tr("previous password")}, {QStringLiteral("name"), source.name}});
    return secrets;
}

QFuture<ReplyPtr> CredentialDesk::rotate(RotateCredentials command)
{
    Result<Case> about = caseOf(command.id, command.secrets, !command.rollback);
    if (!about)
        return AskDesk::answer(about.error());
    if (protectionOf(about->source) == Protection::ReadOnly)
        return AskDesk::answer(makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), about->source.name}}));
    const auto shared = std::make_shared<RotateCredentials>(std::move(command));
    return m_ask.ask(
        [this, shared, about = *about](const CancelToken& cancel) -> Result<Reply> {
            if (shared->rollback) {
                Result<SecretMap> previous = previousSecrets(about.source);
                if (!previous)
                    return previous.error();
                shared->secrets = std::move(*previous);
            }
            RotationResult result;
            result.report = compare(about, shared->secrets, cancel);
            if (result.report.problem)
                return *result.report.problem;
            Result<SecretMap> stored = storedSecrets(about.source);
            const SecretMap before = stored ? std::move(*stored) : SecretMap();
            if (Result<void> ok = replace(about.source, before, shared->secrets); !ok)
                return ok.error();
            if (!before.empty())
                result.rollbackUntil = m_parts.clock->nowUtc().addSecs(kKeepHours * 3600);
            return Reply(std::move(result));
        },
        [this, shared](Result<Reply>& reply) {
            if (!reply)
                return;
            if (Result<void> ok = m_world.reload(*m_parts.state); !ok) {
                reply = ok.error();
                return;
            }
            if (SourceInfo* source = m_world.source(shared->id)) {
                source->secretState = SecretState::Stored;
                m_world.touched(source->id);
            }
            if (shared->sync)
                std::get<RotationResult>(*reply).runs = syncWaiting(shared->id);
            m_changed();
        });
}

// What the old secret had stopped goes on at once; tables that were fine wait for their time.
std::vector<RunId> CredentialDesk::syncWaiting(SourceId id)
{
    SyncSchemas sync;
    for (const SchemaInfo* schema : m_world.schemasOf(id))
        if (schema->config.shouldSync && (schema->latestError || schema->nextRetryAt.isValid()
                || schema->status == SchemaStatus::Failed))
            sync.ids.push_back(schema->id);
    if (sync.ids.empty())
        return {};
    Result<Reply> queued = m_runs.sync(sync);
    const SyncAccepted* accepted = queued ? std::get_if<SyncAccepted>(&*queued) : nullptr;
    return accepted ? accepted->runs : std::vector<RunId>();
}

void CredentialDesk::forgetOld()
{
    for (const SourceInfo& source : m_world.world().sources) {
        Result<std::map<QString, SecretRecord>> records = m_parts.state->secretRecords(source.id);
        if (!records)
            continue;
        for (const auto& [key, record] : *records) {
            if (!isPrevious(key) || record.storedAt.addSecs(kKeepHours * 3600) >= m_parts.clock->nowUtc())
                continue;
            if (Result<void> gone = m_parts.secrets->remove(record.reference); !gone)
                continue;
            if (Result<void> ok = m_parts.state->setSecretRecord(source.id, key, {}); !ok)
                qWarning("An old secret's record of source %s could not be removed", qUtf8Printable(source.name));
        }
    }
}

} // namespace leat
