// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecontrol.h"

#include <QCoreApplication>

namespace leat::test::worlds {

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }
/// The product's own texts, in the language of the window.
QString told(const char* context, const char* text) { return QCoreApplication::translate(context, text); }
QString cause(const char* text) { return told("Diagnosis", text); }

SettingSpec spec(const char* key, const char* label, SettingSpec::Kind kind, const char* fallback = "", bool required = false, bool advanced = false, const char* help = "")
{
    SettingSpec out;
    out.key = s(key);
    out.label = s(label);
    out.help = s(help);
    out.kind = kind;
    out.defaultValue = s(fallback);
    out.required = required;
    out.advanced = advanced;
    return out;
}

SchemaInfo schema(qint64 id, const SourceInfo& source, const char* name, SyncType type, SchemaStatus status, qint64 rows, int minutesAgo, Guarantee guarantee)
{
    SchemaInfo out;
    out.id = SchemaId{id};
    out.sourceId = source.id;
    out.sourceName = source.name;
    out.label = s(name);
    out.table = {source.defaultNamespace, out.label};
    out.warehouseTable = source.name + QLatin1Char('.') + out.label;
    out.config.syncType = type;
    out.config.shouldSync = status != SchemaStatus::Off && status != SchemaStatus::Paused;
    if (type != SyncType::FullRefresh) {
        out.config.incrementalField = type == SyncType::Append ? s("id") : s("updated_at");
        out.config.incrementalFieldType = type == SyncType::Append ? CursorType::Integer : CursorType::Timestamp;
        out.cursorText = type == SyncType::Append ? s("88012400") : s("2026-11-20 13:02:11.482+00");
    }
    out.config.primaryKeyColumns = {s("id")};
    out.status = status;
    out.rows = rows;
    out.estimatedRows = rows;
    out.guarantee = guarantee;
    if (minutesAgo >= 0)
        out.lastSyncedAt = QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo);
    out.lastRun = RunId{id * 10};
    return out;
}

RunInfo run(qint64 id, const SchemaInfo& schema, RunStatus status, int minutesAgo, qint64 ms, qint64 read, qint64 inserted, qint64 updated, const char* mode)
{
    RunInfo out;
    out.id = RunId{id};
    out.schemaId = schema.id;
    out.sourceId = schema.sourceId;
    out.sourceName = schema.sourceName;
    out.label = schema.label;
    out.status = status;
    out.trigger = id % 3 == 0 ? Trigger::Command : Trigger::Manual;
    out.syncType = schema.config.syncType;
    out.mode = s(mode);
    out.queuedAt = QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo - 1);
    out.startedAt = out.queuedAt.addSecs(1);
    out.finishedAt = out.startedAt.addMSecs(ms);
    out.attempts = 1;
    out.rowsRead = read;
    out.rowsInserted = inserted;
    out.rowsUpdated = updated;
    out.rowsSkipped = read - inserted - updated;
    out.bytesRead = read * 143;
    return out;
}

Error passwordError()
{
    Error error = makeError(ErrorCode::AuthenticationFailed,
        s("FATAL:  password authentication failed for user \"reporting\"\nconnection to server at \"db.example.com\" (10.0.4.17), port 5432 failed"),
        {{s("host"), s("db.example.com")}, {s("port"), s("5432")}, {s("user"), s("reporting")}, {s("database"), s("billing")}});
    error.owner = Owner::Source;
    error.phase = Phase::Connect;
    error.sqlState = s("28P01");
    return error;
}

DiagnosisAction action(const char* id, const char* words, ActionEffect effect, const char* text, const char* command)
{
    return {s(id), told("DiagnosisAction", words), effect, told("DiagnosisAction", text), s(command)};
}

Incident passwordIncident(const SourceInfo& source, const std::vector<SchemaId>& schemas)
{
    Incident out;
    out.id = s("source-2-credentials");
    out.health = Health::Credentials;
    out.sourceId = source.id;
    out.subject = source.name;
    out.headline = cause("The source does not accept the user name or the password.").chopped(1);
    out.schemas = schemas;
    out.since = QDateTime::currentDateTimeUtc().addSecs(-90'600);
    Diagnosis& d = out.diagnosis;
    d.ruleId = s("PG-28P01");
    d.branch = Branch::B;
    d.category = s("credentials");
    d.retryable = false;
    d.scope = FaultScope::Source;
    d.cause = cause("The source does not accept the user name or the password.");
    d.advice = cause("Enter the current password. It may have been changed or have expired; some servers also answer like this when TLS is required.");
    d.notSuggested = s("Resync: it would read 491,123 rows again and not mend the login.");
    d.confidence = Confidence::High;
    d.actions = {action("rotate", "Enter the password or key again", ActionEffect::KeepsData, "Keeps all data; goes on where it stopped.", "leatctl source rotate billing"),
        action("pause", "Pause", ActionEffect::KeepsData, "Keeps all data; nothing runs until you resume.", "leatctl schema set billing should_sync=false")};
    out.action = d.actions.front();
    return out;
}

Incident emptyIncident(const SchemaInfo& schema)
{
    Incident out;
    out.id = s("schema-104-empty");
    out.health = Health::HeldBack;
    out.sourceId = schema.sourceId;
    out.schemaId = schema.id;
    out.subject = schema.sourceName + QLatin1Char('.') + schema.label;
    out.headline = cause("The table is suddenly empty at the source, so the warehouse rows were kept.").chopped(1);
    out.schemas = {schema.id};
    out.since = QDateTime::currentDateTimeUtc().addSecs(-240);
    Diagnosis& d = out.diagnosis;
    d.ruleId = s("LEAT-held-back-empty");
    d.branch = Branch::Other;
    d.category = s("data");
    d.retryable = false;
    d.scope = FaultScope::Schema;
    d.cause = cause("The table is suddenly empty at the source, so the warehouse rows were kept.");
    d.advice = cause("If the source is rightly empty, sync once more and accept the empty table.");
    d.confidence = Confidence::High;
    d.actions = {action("sync", "Sync now", ActionEffect::KeepsData, "Keeps all data; goes on where it stopped.", "leatctl sync shop.inventory"),
        action("accept-empty", "Sync and accept the empty table", ActionEffect::Replaces, "Replaces the rows by none.", "leatctl sync shop.inventory --accept-empty")};
    out.action = d.actions.front();
    return out;
}

ColumnShape column(const char* name, const char* type, ColumnType::Kind kind, bool nullable = true, const char* loss = "", const char* comment = "")
{
    ColumnShape out;
    out.name = s(name);
    out.sourceType = s(type);
    out.type.kind = kind;
    if (kind == ColumnType::Kind::Decimal) {
        out.type.precision = 12;
        out.type.scale = 2;
    }
    out.nullable = nullable;
    out.lossNote = s(loss);
    out.comment = s(comment);
    return out;
}

SyncOptions ordersOptions()
{
    using Kind = ColumnType::Kind;
    SyncOptions out;
    out.shape.table = {s("public"), s("orders")};
    out.shape.primaryKey = {s("id")};
    out.shape.columns = {column("id", "bigint", Kind::Int64, false), column("customer_id", "bigint", Kind::Int64, false),
        column("status", "order_status", Kind::Text, false, "", "Enum of the shop's order life cycle"), column("total", "numeric(12,2)", Kind::Decimal, false),
        column("currency", "character(3)", Kind::Text, false), column("shipping_address", "jsonb", Kind::Json),
        column("tags", "text[]", Kind::Json, true, "as JSON text"), column("note", "text", Kind::Text),
        column("created_at", "timestamp with time zone", Kind::TimestampTz, false),
        column("updated_at", "timestamp with time zone", Kind::TimestampTz, false)};
    out.incrementalFields = {{s("updated_at"), CursorType::Timestamp, s("timestamptz"), true, 0, true, s("indexed, never null, changes with each update")},
        {s("created_at"), CursorType::Timestamp, s("timestamptz"), true, 0, false, s("indexed, but updates do not move it")},
        {s("id"), CursorType::Integer, s("bigint"), true, 0, false, s("key; updates do not move it")}};
    out.detectedPrimaryKeys = {s("id")};
    out.incrementalAvailable = out.appendAvailable = true;
    out.suggested = SyncType::Incremental;
    out.suggestedField = s("updated_at");
    out.suggestionReason = s("updated_at is indexed and never null");
    return out;
}

TableListing listing(const char* name, qint64 rows, SyncType type, const char* cursor, const char* reason, bool readable = true, const char* key = "id")
{
    TableListing out;
    out.table = {s("public"), s(name)};
    out.estimatedRows = rows;
    out.sizeBytes = rows * 160;
    out.readable = readable;
    if (*key != 0)
        out.primaryKey = {s(key)};
    out.suggestedCursor = s(cursor);
    out.suggested = type;
    out.reason = s(reason);
    return out;
}

} // namespace

std::vector<SourceTypeInfo> sourceTypes()
{
    using Kind = SettingSpec::Kind;
    SettingSpec tls = spec("sslmode", "Encryption", Kind::Choice, "verify-full", false, false, "verify-full checks the server's certificate and name.");
    tls.choices = {s("disable"), s("require"), s("verify-ca"), s("verify-full")};
    SourceTypeInfo postgres;
    postgres.id = s("postgres");
    postgres.title = s("PostgreSQL");
    postgres.urlExample = s("postgresql://user@host:5432/database");
    postgres.urlSchemes = {s("postgres"), s("postgresql")};
    postgres.settings = {spec("host", "Host", Kind::Text, "", true, false, "A name, an address, or the folder of a Unix socket."),
        spec("port", "Port", Kind::Integer, "5432"), spec("database", "Database", Kind::Text, "", true), spec("user", "User", Kind::Text, "", true),
        spec("password", "Password", Kind::Secret, "", false, false, "Kept in the keychain of your system."), tls,
        spec("sslrootcert", "CA certificate", Kind::File, "", false, true, "Needed when the server's certificate is signed by your own authority."),
        spec("connect_timeout", "Connect time-out", Kind::Integer, "10", false, true),
        spec("readers", "Readers", Kind::Integer, "2", false, true, "How many connections one table may use.")};
    for (SettingSpec& setting : postgres.settings)
        setting.label = told("PostgresSettings", setting.label.toUtf8().constData());
    SourceTypeInfo sqlite;
    sqlite.id = s("sqlite");
    sqlite.title = s("SQLite file");
    sqlite.urlExample = s("sqlite:///home/me/shop.db");
    sqlite.urlSchemes = {s("sqlite")};
    sqlite.settings = {spec("path", "File", Kind::File, "", true, false, "Opened read-only; a file in use is fine.")};
    return {postgres, sqlite};
}

World empty()
{
    World world;
    world.version = 1;
    world.sourceTypes = sourceTypes();
    world.engine.profilePath = s("/home/anna/.local/share/leat");
    world.engine.warehousePath = s("/home/anna/.local/share/leat/warehouse.duckdb");
    world.engine.warehouseBytes = 274'432;
    world.engine.keychain = KeychainState::Available;
    return world;
}

World shop()
{
    World world = empty();
    SourceInfo shopSource;
    shopSource.id = SourceId{1};
    shopSource.name = s("shop");
    shopSource.type = s("postgres");
    shopSource.settings = {{s("host"), s("db.example.com")}, {s("port"), s("5432")}, {s("database"), s("shop")}, {s("user"), s("leat")}, {s("sslmode"), s("verify-full")}};
    shopSource.secretKeys = QStringList{s("password")};
    shopSource.secretState = SecretState::Stored;
    shopSource.status = SourceStatus::Ok;
    shopSource.defaultNamespace = s("public");
    shopSource.summary = s("leat@db.example.com:5432/shop");
    shopSource.tablesListedAt = QDateTime::currentDateTimeUtc().addSecs(-3000);
    SourceInfo billing = shopSource;
    billing.id = SourceId{2};
    billing.name = s("billing");
    billing.settings.insert(s("user"), s("reporting"));
    billing.settings.insert(s("database"), s("billing"));
    billing.status = SourceStatus::Error;
    billing.latestError = passwordError();
    billing.summary = s("reporting@db.example.com:5432/billing");
    SourceInfo archive = shopSource;
    archive.id = SourceId{3};
    archive.name = s("archive");
    archive.type = s("sqlite");
    archive.settings = {{s("path"), s("/srv/archive/2025.db")}};
    archive.secretKeys.clear();
    archive.secretState = SecretState::NotNeeded;
    archive.defaultNamespace.clear();
    archive.summary = s("/srv/archive/2025.db");
    world.sources = {archive, billing, shopSource};
    std::swap(world.sources[0], world.sources[2]);
    std::swap(world.sources[1], world.sources[2]);

    using T = SyncType;
    using St = SchemaStatus;
    using G = Guarantee;
    auto& out = world.schemas;
    out.push_back(schema(101, shopSource, "categories", T::FullRefresh, St::Ok, 214, 4, G::CompleteCopy));
    out.push_back(schema(102, shopSource, "customers", T::Incremental, St::Ok, 210'482, 4, G::ExactWindow));
    out.push_back(schema(103, shopSource, "events", T::Append, St::Running, 88'012'400, 64, G::CursorOnly));
    out.push_back(schema(104, shopSource, "inventory", T::FullRefresh, St::HeldBack, 18'240, 1'500, G::CompleteCopy));
    out.push_back(schema(105, shopSource, "order_items", T::Incremental, St::Queued, 31'904'117, 64, G::CursorChecked));
    out.push_back(schema(106, shopSource, "orders", T::Incremental, St::Ok, 12'140'331, 4, G::CursorChecked));
    out.push_back(schema(107, shopSource, "payments", T::Incremental, St::Ok, 11'870'245, 4, G::ExactWindow));
    out.push_back(schema(108, shopSource, "products", T::FullRefresh, St::Ok, 18'655, 4, G::CompleteCopy));
    out.push_back(schema(109, shopSource, "sessions", T::Append, St::Paused, 402'118'093, 12'960, G::CursorOnly));
    out.push_back(schema(110, shopSource, "shipments", T::Incremental, St::NeverSynced, -1, -1, G::Unknown));
    out.push_back(schema(201, billing, "invoices", T::Incremental, St::Failed, 482'003, 1'510, G::CursorChecked));
    out.push_back(schema(202, billing, "subscriptions", T::FullRefresh, St::Failed, 9'120, 1'510, G::CompleteCopy));
    out.push_back(schema(301, archive, "orders_2024", T::FullRefresh, St::Ok, 6'203'118, 2'900, G::CompleteCopy));
    out.push_back(schema(302, archive, "orders_2025", T::FullRefresh, St::Ok, 8'450'902, 2'900, G::CompleteCopy));
    RunProgress progress;
    progress.phase = RunPhase::Reading;
    progress.rows = 402'000;
    progress.bytes = 57'000'000;
    progress.expectedRows = 960'000;
    progress.fraction = 0.42;
    progress.rowsPerSecond = 118'000;
    progress.etaSeconds = 5;
    out[2].progress = progress;
    out[2].currentRun = RunId{9'001};
    out[3].latestError = makeError(ErrorCode::HeldBackEmpty, {}, {{s("table"), s("inventory")}, {s("rows"), s("18240")}});
    out[9].lastRun = {};
    out[10].latestError = out[11].latestError = passwordError();
    world.incidents = {passwordIncident(billing, {SchemaId{201}, SchemaId{202}}), emptyIncident(out[3])};
    world.engine.diskFreeBytes = 41'200'000'000;
    world.engine.warehouseBytes = 3'218'000'000;
    world.engine.running = 1;
    world.engine.queued = 1;
    return world;
}

World large(int count)
{
    World world = empty();
    SourceInfo source;
    source.id = SourceId{1};
    source.name = s("big");
    source.type = s("postgres");
    source.status = SourceStatus::Ok;
    world.sources = {source};
    for (int i = 0; i < count; ++i) {
        SchemaInfo one = schema(1000 + i, source, "t", SyncType::FullRefresh, SchemaStatus::Ok, i * 10, 5, Guarantee::CompleteCopy);
        one.label = QStringLiteral("table_%1").arg(i, 5, 10, QLatin1Char('0'));
        one.table.name = one.label;
        world.schemas.push_back(one);
    }
    return world;
}

void fillShop(FakeControl& control)
{
    const World& world = *control.snapshot();
    qint64 id = 9'000;
    int minutes = 4;
    for (int round = 0; round < 6; ++round) {
        for (const SchemaInfo& one : world.schemas) {
            if (one.status == SchemaStatus::NeverSynced || one.status == SchemaStatus::Paused)
                continue;
            const bool full = one.config.syncType == SyncType::FullRefresh;
            const qint64 read = full ? one.rows : 1'204 + (one.id.value * 37 + round * 911) % 9'000;
            const bool failed = one.status == SchemaStatus::Failed && round < 2;
            const bool held = one.status == SchemaStatus::HeldBack && round == 0;
            RunInfo entry = run(id, one, failed ? RunStatus::Failed : held ? RunStatus::HeldBack : RunStatus::Completed, minutes, failed ? 240 : 400 + read / 400,
                failed || held ? 0 : read, failed || held ? 0 : full ? read : read / 5, failed || held || full ? 0 : read - read / 5 - 3,
                full ? "full" : one.config.syncType == SyncType::Append ? "append" : one.guarantee == Guarantee::ExactWindow ? "window" : "cursor");
            if (one.config.syncType == SyncType::Append)
                entry.rowsInserted = read, entry.rowsUpdated = 0, entry.rowsSkipped = 0;
            if (failed)
                entry.error = passwordError();
            if (held)
                entry.error = one.latestError;
            if (round == 1 && one.label == s("order_items")) {
                entry.status = RunStatus::Cancelled;
            }
            control.runs.push_back(entry);
            const QDateTime at = entry.startedAt;
            auto& log = control.logs[id];
            log.push_back({1, at, LogLevel::Info, s("Connected to db.example.com:5432, PostgreSQL 15.8, TLS 1.3")});
            log.push_back({2, at.addMSecs(12), LogLevel::Info, s("Read the table's shape: 10 columns, key id")});
            log.push_back({3, at.addMSecs(19), LogLevel::Info, s("Plan: rows with updated_at from 2026-11-20 12:58:02 on, 2 readers")});
            if (failed)
                log.push_back({4, at.addMSecs(31), LogLevel::Error, s("FATAL:  password authentication failed for user \"reporting\"")});
            else {
                log.push_back({4, at.addMSecs(240), LogLevel::Info, QStringLiteral("Read %1 rows into the staging table").arg(read)});
                log.push_back({5, at.addMSecs(390), LogLevel::Info, s("Committed rows and cursor in one transaction")});
            }
            if (round == 0)
                control.logs[one.lastRun.value] = log;
            --id;
            minutes += 1;
        }
        minutes += 55;
    }
    control.options[106] = ordersOptions();
    for (const SchemaInfo& one : world.schemas)
        if (one.id.value != 106) {
            SyncOptions options = ordersOptions();
            options.shape.table = one.table;
            control.options[one.id.value] = options;
        }
    control.tables.defaultNamespace = s("public");
    using T = SyncType;
    control.tables.tables = {listing("categories", 214, T::FullRefresh, "", "small"), listing("customers", 210'482, T::Incremental, "updated_at", "updated_at is indexed and never null"),
        listing("events", 88'012'400, T::Append, "id", "rows are only added"), listing("inventory", 18'240, T::FullRefresh, "", "small, no cursor column", true, "sku"),
        listing("order_items", 31'904'117, T::Incremental, "updated_at", "updated_at is indexed and never null"), listing("orders", 12'140'331, T::Incremental, "updated_at", "updated_at is indexed and never null"),
        listing("payments", 11'870'245, T::Incremental, "updated_at", "updated_at is indexed and never null"), listing("products", 18'655, T::FullRefresh, "", "small"),
        listing("salaries", 1'204, T::FullRefresh, "", "", false), listing("sessions", 402'118'093, T::Append, "id", "very large: not ticked by itself"),
        listing("shipments", 4'118'720, T::Incremental, "updated_at", "updated_at is indexed and never null")};
    using K = CheckStep::Kind;
    using State = CheckStep::State;
    control.report.serverVersion = s("15.8");
    control.report.steps = {{K::Dns, State::Ok, s("10.0.4.17"), 3, {}}, {K::Tcp, State::Ok, s("port 5432"), 1, {}}, {K::Tls, State::Ok, s("TLS 1.3, certificate valid"), 14, {}},
        {K::Login, State::Ok, s("PostgreSQL 15.8"), 9, {}}, {K::Permissions, State::Warning, s("10 of 11 tables readable"), 22, {}}};
    control.parsed.type = s("postgres");
    control.parsed.settings = {{s("host"), s("db.example.com")}, {s("port"), s("5432")}, {s("database"), s("shop")}, {s("user"), s("leat")}};
    control.parsed.suggestedName = s("webshop");
    control.verify.schemaId = SchemaId{106};
    control.verify.label = s("shop.orders");
    control.verify.at = QDateTime::currentDateTimeUtc();
    control.verify.sourceRows = 12'140'334;
    control.verify.warehouseRows = 12'140'331;
    control.verify.missing = 3;
    control.verify.differing = 1;
    control.verify.buckets = 4'096;
    control.verify.differingBuckets = 4;
    control.verify.missingKeys = {s("12140332"), s("12140333"), s("12140334")};
    control.verify.differingKeys = QStringList{s("11982004")};
    control.verify.values = {{s("11982004"), s("status"), s("paid"), s("new")}};
    control.verify.pendingKnown = true;
    control.verify.pending = 12;
    control.verify.method = VerifyMethod::Digests;
    control.verify.rowsTransferred = 4'096;
    control.credentials.before.steps = {{K::Dns, State::Ok, s("10.0.4.17"), 2, {}}, {K::Tcp, State::Ok, s("port 5432"), 1, {}}, {K::Login, State::Failed, s("password refused"), 9, passwordError()}};
    control.credentials.after = control.report;
    control.credentials.tables = {{s("billing.invoices"), false, true}, {s("billing.subscriptions"), false, true}};
    control.rewind = {s("updated_at"), s("2026-11-20 13:02:11.482+00"), {}, 310'000};
    control.destructive.action = DestructiveAction::DeleteData;
    control.destructive.subject = s("shop.orders");
    control.destructive.sentence = s("Delete the data of shop.orders from the warehouse?");
    control.destructive.items = {{SchemaId{106}, s("shop.orders"), 12'140'331, 2'310'000'000, QDateTime::currentDateTimeUtc().addSecs(-240), s("2026-11-20 13:02:11.482+00"), s("rows deleted at the source since the first sync")}};
    control.destructive.rows = 12'140'331;
    control.destructive.bytes = 2'310'000'000;
    control.destructive.protection = Protection::TypeName;
    control.destructive.keptUntil = QDateTime::currentDateTimeUtc().addDays(7);
    control.destructive.token = s("token");
    TrashItem old;
    old.id = 7;
    old.name = s("shop.customers");
    old.sourceName = s("shop");
    old.action = s("delete-data");
    old.actor = s("window");
    old.rows = 209'001;
    old.bytes = 41'000'000;
    old.trashedAt = QDateTime::currentDateTimeUtc().addDays(-2);
    old.expiresAt = old.trashedAt.addDays(7);
    control.trash.items = {old};
    using D = DoctorFinding::State;
    control.doctor.findings = {
        {s("Profile"), D::Ok, s("/home/ada/.local/share/leat"), {}, s("profile"), {s("Put right at the start, runs of a program that had died: 1.")}},
        {s("Warehouse"), D::Ok, s("/home/ada/.local/share/leat/warehouse.duckdb, 6.2 GiB, DuckDB v1.4.4"), {}, s("warehouse")},
        {s("State and warehouse"), D::Problem, s("Tables not as the profile says: 1."), s("Leat is the only program that should write to the warehouse. Copy rows to a file of your own to change them."), s("agreement"),
            {s("shop.orders: 12,140,331 rows were synced, 12,140,299 are there: another program changed them.")},
            {{s("repair:shop.orders"), s("Compare shop.orders with its source and repair"), s("Replaces the ranges that differ by the source's rows and removes rows that only the warehouse has. The position stays."), true, s("token-repair")}}},
        {s("Unknown tables"), D::Warning, s("Tables of removed sources or of other programs: 2."), s("They are kept and can be queried. Move those to the trash that nobody needs."), s("unknown-tables"),
            {s("legacy.invoices, rows: 88,120"), s("main.scratch, rows: 14")},
            {{s("trash:legacy.invoices"), s("Move legacy.invoices to the trash"), s("The trash keeps it for a while and can bring it back."), true, s("token-legacy")},
                {s("trash:main.scratch"), s("Move main.scratch to the trash"), s("The trash keeps it for a while and can bring it back."), true, s("token-scratch")}}},
        {s("Half-filled tables"), D::Ok, s("none"), {}, s("leftovers")},
        {s("Interrupted copies"), D::Ok, s("none"), {}, s("interrupted-copies")},
        {s("Leases"), D::Warning, s("Runs that nobody works on: 1."), s("Their tables are shown as running. A sync takes such a lease over by itself."), s("leases"),
            {s("billing.invoices: run 41 of process 4711 on ada")},
            {{s("free-leases"), s("Free the tables"), s("Marks the runs as interrupted. Should one still be alive, it can no longer write."), false, {}}}},
        {s("Temporary files"), D::Ok, s("none left behind"), {}, s("temp")},
        {s("Keychain"), D::Ok, s("Available: a test entry was written, read and deleted."), {}, s("keychain")},
        {s("Free disk space"), D::Warning, s("1.2 GB left"), s("Free some space before the next large sync."), s("disk")},
        {s("Memory"), D::Ok, s("The warehouse holds 120 MiB of at most 400 MiB; 3.1 GiB are free on this machine."), {}, s("memory")},
        {s("Sources"), D::Ok, s("Sources: 2, none with a known problem."), {}, s("sources")}};
}

} // namespace leat::test::worlds
