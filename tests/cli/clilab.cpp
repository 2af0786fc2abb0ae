// SPDX-License-Identifier: GPL-3.0-or-later
#include "clilab.h"

#include <QEventLoop>
#include <QFutureInterface>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace leat::lab {

std::optional<QByteArray> CapturedTerminal::readLine(bool echo)
{
    echoed = echoed || echo;
    if (input.isEmpty())
        return std::nullopt;
    const qsizetype end = input.indexOf('\n');
    QByteArray line = end < 0 ? input : input.left(end);
    input = end < 0 ? QByteArray() : input.mid(end + 1);
    return line;
}

SchemaInfo& FakeEngine::schema(const QString& label)
{
    for (SchemaInfo& s : world.schemas)
        if (s.label == label)
            return s;
    qFatal("no such schema in the fake world");
}

std::optional<Result<Reply>> FakeControl::administration(Command& command)
{
    const QDateTime day(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    if (auto* preview = std::get_if<PreviewDestructive>(&command)) {
        DestructivePreview seen;
        seen.action = preview->action;
        seen.subject = preview->action == DestructiveAction::PurgeTrash ? QStringLiteral("trash") : QStringLiteral("shop");
        if (!preview->schemas.empty())
            seen.subject = QStringLiteral("shop.orders");
        seen.sentence = QStringLiteral("Deletes the rows.");
        seen.items.push_back({SchemaId{2}, seen.subject, 10, 4096, day, {}, {}});
        seen.rows = 10;
        seen.protection = m_engine.protection;
        seen.production = m_engine.production;
        seen.token = QStringLiteral("token");
        return Reply(seen);
    }
    if (std::holds_alternative<DestroyData>(command) || std::holds_alternative<RestoreTrash>(command))
        return Reply(BulkResult{{{SchemaId{2}, QStringLiteral("shop.orders"), {}, {}}}});
    if (std::holds_alternative<LoadQuarantine>(command))
        return Reply(QuarantinePage{{{4, RunId{1}, day, QStringLiteral("key-null"), QStringLiteral("id"), QStringLiteral("{}")}}, 1});
    if (std::holds_alternative<ReplayQuarantine>(command) || std::holds_alternative<DropQuarantine>(command))
        return Reply(QuarantineReport{1, 0, 0, 0});
    if (std::holds_alternative<LoadTrash>(command) || std::holds_alternative<SetTrashLimits>(command)) {
        TrashPage page;
        for (qint64 id : {9, 8})
            page.items.push_back({id, QStringLiteral("shop.orders"), QStringLiteral("shop"), QStringLiteral("delete-data"),
                QStringLiteral("leatctl"), 10, 4096, {}, day, day.addDays(7)});
        return Reply(page);
    }
    if (auto* change = std::get_if<PreviewChange>(&command)) {
        ChangePreview preview;
        SchemaChange one;
        one.name = QStringLiteral("shop.orders");
        one.after = applied(one.before, change->patch);
        one.impact.fields.push_back({QStringLiteral("incremental_field"), {}, QStringLiteral("id"),
            ImpactVerdict::ResyncRequired, QStringLiteral("another column"), false});
        one.impact.options.push_back({AfterChange::Resync, true, QStringLiteral("copies"), 1000, 90});
        preview.changes.push_back(one);
        preview.cli = QStringLiteral("leatctl schema set shop.orders incremental_field=id");
        return Reply(preview);
    }
    if (auto* key = std::get_if<CheckKey>(&command))
        return Reply(KeyReport{key->columns, false, false, {QStringLiteral("7")}});
    if (auto* rewind = std::get_if<RewindSchema>(&command))
        return Reply(RewindReport{QStringLiteral("updated_at"), QStringLiteral("9"), rewind->value, 50});
    if (std::holds_alternative<TestCredentials>(command) || std::holds_alternative<RotateCredentials>(command)) {
        CredentialReport report;
        report.tables.push_back({QStringLiteral("shop.orders"), true, true});
        report.sharedWith = {QStringLiteral("other")};
        if (std::holds_alternative<TestCredentials>(command))
            return Reply(report);
        return Reply(RotationResult{report, {}, day});
    }
    if (std::holds_alternative<PreviewBundle>(command))
        return Reply(Bundle{day, std::get<PreviewBundle>(command).hashNames, {{QStringLiteral("runs.json"), QStringLiteral("[]\n")}},
            {{Redaction::Layer::Secret, QStringLiteral("known secrets"), 2}}});
    if (std::holds_alternative<SaveBundle>(command))
        return Reply(Done());
    if (std::holds_alternative<LoadAudit>(command))
        return Reply(AuditPage{{{day, QStringLiteral("leatctl"), QStringLiteral("schema.set"), QStringLiteral("shop.orders"),
            QStringLiteral("{\"a\":1}")}}});
    return std::nullopt;
}

Result<Reply> FakeControl::defaultAnswer(Command& command)
{
    if (auto* url = std::get_if<ParseSourceUrl>(&command)) {
        const QString text = QString::fromUtf8(url->url.view().data(), qsizetype(url->url.view().size()));
        ParsedUrl parsed;
        parsed.type = QStringLiteral("postgres");
        parsed.settings[QStringLiteral("host")] = QStringLiteral("db.example.com");
        const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
        const qsizetype colon = text.indexOf(QLatin1Char(':'), 13);
        if (at > 0 && colon > 0 && colon < at) {
            QByteArray password = text.mid(colon + 1, at - colon - 1).toUtf8();
            parsed.secrets.emplace(QStringLiteral("password"), Secret::take(password));
        }
        return Reply(std::move(parsed));
    }
    if (std::holds_alternative<TestDraft>(command) || std::holds_alternative<TestSource>(command)) {
        CheckStep dns{CheckStep::Kind::Dns, CheckStep::State::Ok, QStringLiteral("10.0.0.5"), 3, {}};
        CheckReport report{{dns}, QStringLiteral("15.4")};
        if (auto* test = std::get_if<TestSource>(&command); test != nullptr && test->onStep)
            test->onStep(report);
        return Reply(report);
    }
    if (std::holds_alternative<ListDraftTables>(command)) {
        TableListing orders;
        orders.table = {QStringLiteral("public"), QStringLiteral("orders")};
        orders.suggested = SyncType::Incremental;
        orders.suggestedCursor = QStringLiteral("updated_at");
        orders.primaryKey = {QStringLiteral("id")};
        TableListing audit;
        audit.table = {QStringLiteral("audit"), QStringLiteral("log")};
        return Reply(TableList{{orders, audit}, QStringLiteral("public")});
    }
    if (auto* add = std::get_if<AddSource>(&command)) {
        SourceInfo source;
        source.id = SourceId{9};
        source.name = add->draft.name;
        source.type = add->draft.type;
        source.settings = add->draft.settings;
        m_engine.world.sources.push_back(source);
        return Reply(SourceAdded{source.id, 0});
    }
    if (auto* set = std::get_if<SetSchemas>(&command)) {
        for (SchemaInfo& s : m_engine.world.schemas)
            if (std::find(set->ids.begin(), set->ids.end(), s.id) != set->ids.end()) {
                s.config = applied(s.config, set->patch);
                ++s.revision;
            }
        if (!set->perItem && set->after == AfterChange::Keep)
            return Reply(Done{});
        BulkResult result;
        for (const SchemaInfo& s : m_engine.world.schemas)
            if (std::find(set->ids.begin(), set->ids.end(), s.id) != set->ids.end())
                result.items.push_back({s.id, s.sourceName + QLatin1Char('.') + s.label, {}, {}});
        return Reply(result);
    }
    if (std::optional<Result<Reply>> reply = administration(command))
        return std::move(*reply);
    if (auto* update = std::get_if<UpdateSource>(&command)) {
        for (SourceInfo& s : m_engine.world.sources)
            if (s.id == update->id) {
                s.settings.insert(update->settings);
                ++s.revision;
            }
        return Reply(Done{});
    }
    if (std::holds_alternative<RefreshSource>(command))
        return Reply(RefreshResult{{QStringLiteral("invoices")}, {QStringLiteral("old")}});
    if (std::holds_alternative<LoadOptions>(command)) {
        SyncOptions options;
        options.incrementalFields.push_back({QStringLiteral("updated_at"), CursorType::Timestamp,
            QStringLiteral("timestamptz"), true, 0.015, true, QStringLiteral("indexed and never NULL")});
        options.detectedPrimaryKeys = {QStringLiteral("id")};
        options.incrementalAvailable = true;
        options.suggested = SyncType::Incremental;
        options.suggestedField = QStringLiteral("updated_at");
        return Reply(options);
    }
    if (auto* verify = std::get_if<VerifySchema>(&command)) {
        VerifyReport report;
        report.schemaId = verify->id;
        report.sourceRows = report.warehouseRows = 10;
        return Reply(report);
    }
    if (auto* reconcile = std::get_if<ReconcileSchema>(&command)) {
        ReconcileReport report;
        report.schemaId = reconcile->id;
        report.sourceRows = 10;
        report.warehouseRows = 12;
        report.gone = report.deleted = 2;
        return Reply(report);
    }
    if (std::holds_alternative<LoadHistory>(command)) {
        HistoryPage page;
        page.runs.push_back(runOf(m_engine.world.schemas.front(), RunId{41}, RunStatus::Completed));
        return Reply(page);
    }
    if (std::holds_alternative<LoadRunLog>(command))
        return Reply(LogPage{{{1, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC), LogLevel::Info, QStringLiteral("read 3 rows")}}});
    if (std::holds_alternative<RunQuery>(command)) {
        QueryResult result;
        result.columns = {QStringLiteral("z"), QStringLiteral("a"), QStringLiteral("a")};
        result.types = {QStringLiteral("BIGINT"), QStringLiteral("VARCHAR"), QStringLiteral("VARCHAR")};
        result.rows = {{QStringLiteral("7"), QStringLiteral("x,\"y\""), QString()}, {QStringLiteral("1234"), QStringLiteral("b"), QString()}};
        result.nulls = {{false, false, true}, {false, false, false}};
        result.json = {{QJsonValue(7), QJsonValue(QStringLiteral("x,\"y\"")), QJsonValue(QJsonValue::Null)},
            {QJsonValue(1234), QJsonValue(QStringLiteral("b")), QJsonValue(QString())}};
        return Reply(result);
    }
    if (std::holds_alternative<CreateSample>(command))
        return Reply(SourceAdded{SourceId{1}, 4});
    if (std::holds_alternative<RunDoctor>(command))
        return Reply(DoctorReport{{{QStringLiteral("Disk"), DoctorFinding::State::Ok, QStringLiteral("10 GB free"), {}, QStringLiteral("disk"), {},
            {{QStringLiteral("free-leases"), QStringLiteral("Free the tables"), QStringLiteral("Marks the runs as interrupted."), false, {}}}}}});
    if (std::holds_alternative<FixFinding>(command))
        return Reply(DoctorReport{{}, QStringLiteral("Freed 1 table.")});
    if (auto* sync = std::get_if<SyncSchemas>(&command)) {
        std::vector<RunId> runs;
        for (const SchemaId id : sync->ids) {
            runs.push_back(RunId{m_engine.nextRun++});
            for (SchemaInfo& s : m_engine.world.schemas)
                if (s.id == id)
                    s.currentRun = runs.back();
        }
        if (m_engine.onSync)
            m_engine.onSync(*this, *sync, runs);
        return Reply(SyncAccepted{runs});
    }
    if (auto* cancel = std::get_if<CancelSchemas>(&command); cancel != nullptr && m_engine.onCancel)
        m_engine.onCancel(*this, *cancel);
    return Reply(Done{});
}

QFuture<ReplyPtr> FakeControl::send(Command command)
{
    m_engine.sent.push_back(command.index());
    std::optional<Result<Reply>> answered;
    if (m_engine.answer)
        answered = m_engine.answer(command);
    auto reply = std::make_shared<Result<Reply>>(answered ? std::move(*answered) : defaultAnswer(command));
    m_engine.commands.push_back(std::move(command));
    auto promise = std::make_shared<QPromise<ReplyPtr>>();
    promise->start();
    QTimer::singleShot(0, this, [promise, reply] {
        promise->addResult(reply);
        promise->finish();
    });
    return promise->future();
}

void FakeControl::end(const std::vector<RunInfo>& runs)
{
    ChangeSet changes;
    for (const RunInfo& run : runs) {
        for (SchemaInfo& s : m_engine.world.schemas)
            if (s.id == run.schemaId) {
                s.currentRun = {};
                s.progress.reset();
            }
        changes.finishedRuns.push_back(run);
    }
    Q_EMIT changed(changes);
}

QJsonDocument Ran::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("not JSON: %s: %s", qPrintable(error.errorString()), qPrintable(out));
    return document;
}

CliLab::CliLab()
{
    engine.world = shopWorld();
}

Ran CliLab::run(const QStringList& arguments)
{
    terminal.out.clear();
    terminal.err.clear();
    EngineDoor door;
    door.defaultProfileDir = QStringLiteral("/nowhere/leat");
    door.open = [this](const EngineDoor::Request& request) -> Result<std::unique_ptr<Control>> {
        engine.opened = request;
        if (request.vaultPassphrase)
            engine.vaultPassphrase = std::string(request.vaultPassphrase->view());
        if (engine.openError)
            return *engine.openError;
        return std::unique_ptr<Control>(std::make_unique<FakeControl>(engine));
    };
    CliRunner runner(terminal, std::move(door));
    QSignalSpy spy(&runner, &CliRunner::done);
    runner.start(arguments);
    if (meanwhile)
        meanwhile(runner);
    if (spy.isEmpty() && !spy.wait(15000))
        qWarning("the command did not end");
    Ran ran;
    ran.code = spy.isEmpty() ? -1 : spy.front().front().toInt();
    ran.out = QString::fromUtf8(terminal.out);
    ran.err = QString::fromUtf8(terminal.err);
    return ran;
}

World shopWorld()
{
    World world;
    SourceTypeInfo postgres;
    postgres.id = QStringLiteral("postgres");
    postgres.title = QStringLiteral("PostgreSQL");
    for (const char* key : {"host", "port", "database", "user", "sslmode"}) {
        SettingSpec spec;
        spec.key = QLatin1String(key);
        postgres.settings.push_back(spec);
    }
    SettingSpec password;
    password.key = QStringLiteral("password");
    password.kind = SettingSpec::Kind::Secret;
    postgres.settings.push_back(password);
    SourceTypeInfo sqlite;
    sqlite.id = QStringLiteral("sqlite");
    sqlite.title = QStringLiteral("SQLite");
    world.sourceTypes = {postgres, sqlite};
    world.engine.profilePath = QStringLiteral("/nowhere/leat");
    world.engine.warehousePath = QStringLiteral("/nowhere/leat/warehouse.duckdb");
    world.engine.warehouseBytes = 2500000;

    SourceInfo shop;
    shop.id = SourceId{1};
    shop.name = QStringLiteral("shop");
    shop.type = QStringLiteral("postgres");
    shop.defaultNamespace = QStringLiteral("public");
    shop.status = SourceStatus::Ok;
    shop.summary = QStringLiteral("reader@db.example.com:5432/shop");
    shop.settings[QStringLiteral("host")] = QStringLiteral("db.example.com");
    shop.secretKeys = {QStringLiteral("password")};
    world.sources = {shop};

    qint64 id = 0;
    const auto add = [&](const char* space, const char* name, const char* label, const char* warehouse, bool enabled) {
        SchemaInfo s;
        s.id = SchemaId{++id};
        s.sourceId = shop.id;
        s.sourceName = shop.name;
        s.table = {QLatin1String(space), QLatin1String(name)};
        s.label = QLatin1String(label);
        s.warehouseTable = QLatin1String(warehouse);
        s.config.shouldSync = enabled;
        s.status = enabled ? SchemaStatus::Ok : SchemaStatus::Off;
        s.rows = enabled ? 1200 * id : -1;
        world.schemas.push_back(s);
    };
    add("public", "customers", "customers", "shop.customers", true);
    add("public", "orders", "orders", "shop.orders", true);
    add("audit", "orders", "audit.orders", "shop.audit__orders", false);
    add("public", "odd.name", "odd.name", "shop.\"odd.name\"", false);
    return world;
}

RunInfo runOf(const SchemaInfo& schema, RunId id, RunStatus status, std::optional<Error> error)
{
    RunInfo run;
    run.id = id;
    run.schemaId = schema.id;
    run.sourceId = schema.sourceId;
    run.sourceName = schema.sourceName;
    run.label = schema.label;
    run.status = status;
    run.mode = QStringLiteral("full");
    run.startedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    run.finishedAt = run.startedAt.addMSecs(1500);
    run.rowsRead = 1234;
    run.rowsInserted = 1200;
    run.rowsUpdated = 34;
    run.error = std::move(error);
    return run;
}

} // namespace leat::lab
