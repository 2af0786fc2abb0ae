// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/verifyrun.h"

#include "engine/base/failpoint.h"
#include "engine/sync/reconcile.h"
#include "engine/sync/subject.h"
#include "engine/verify/fold.h"

#include <QCoreApplication>
#include <QLocale>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("VerifyRun", text);
}

/// Fewer rows than this are read at once, rather than digested more finely.
constexpr qint64 kFewRows = 20'000;
constexpr int kReaders = 2;
/// Who has a table repaired is not asked about so few rows, though they are a large share of a small table.
constexpr qint64 kFewDeletes = 20;

/// One verification: digests of both sides, descending only where they differ, then rows.
class Verification
{
public:
    Verification(TableSnapshot& snapshot, TableView& view, const SchemaConfig& config, const CursorState& stored,
                 QStringList columns, QStringList key, const CancelToken& cancel)
        : m_snapshot(snapshot), m_view(view), m_config(config), m_stored(stored), m_columns(std::move(columns)),
          m_key(std::move(key)), m_cancel(cancel)
    {
    }

    Result<VerifyReport> run(std::optional<KeyPart>& differing);

private:
    struct Sides { Digest source; Digest warehouse; };
    Result<std::optional<Sides>> digests(const KeyBuckets& buckets, const KeyPart* within);
    Result<std::optional<Digest>> sourceDigest(const DigestSpec& spec);
    Result<std::unique_ptr<TableRead>> read(QStringList columns, const KeyPart* part);
    Result<std::unique_ptr<TableRead>> pendingRead(const KeyPart* part);
    Result<VerifyReport> compareRows(const KeyPart* part);

    TableSnapshot& m_snapshot;
    TableView& m_view;
    const SchemaConfig& m_config;
    const CursorState& m_stored;
    const QStringList m_columns;
    const QStringList m_key;
    const CancelToken& m_cancel;
    VerifyMethod m_method = VerifyMethod::Digests;
    qint64 m_folded = 0;                   ///< rows read to be digested
};

Result<std::unique_ptr<TableRead>> Verification::read(QStringList columns, const KeyPart* part)
{
    ReadSpec spec;
    spec.columns = std::move(columns);
    spec.readers = kReaders;
    if (part)
        spec.part = *part;
    return m_snapshot.read(spec);
}

Result<std::unique_ptr<TableRead>> Verification::pendingRead(const KeyPart* part)
{
    std::optional<ReadSpec> spec = pendingSpec(m_snapshot.facts(), m_stored, m_config);
    if (!spec)
        return std::unique_ptr<TableRead>();
    spec->columns = m_key.isEmpty() ? m_columns : m_key;
    if (part)
        spec->part = *part;
    return m_snapshot.read(*spec);
}

Result<std::optional<Digest>> Verification::sourceDigest(const DigestSpec& spec)
{
    if (m_method == VerifyMethod::Digests) {
        Result<std::optional<Digest>> pushed = m_snapshot.digest(spec);
        if (!pushed || *pushed)
            return pushed;
    }
    // Reading all rows once more for a finer digest costs more than looking at the rows at once.
    if (spec.within)
        return std::optional<Digest>();
    m_method = VerifyMethod::ReadDigests;
    Result<std::unique_ptr<TableRead>> all = read(m_columns, nullptr);
    if (!all)
        return all.error();
    Result<Digest> folded = foldDigest(**all, spec, m_cancel);
    if (!folded)
        return folded.error();
    m_folded += (*all)->counters().rows;
    return std::optional<Digest>(std::move(*folded));
}

Result<std::optional<Verification::Sides>> Verification::digests(const KeyBuckets& buckets, const KeyPart* within)
{
    const DigestSpec spec{m_columns, buckets, m_key.isEmpty(), within};
    Result<std::optional<Digest>> warehouse = m_view.digest(spec, m_cancel);
    if (!warehouse)
        return warehouse.error();
    if (!*warehouse)
        return std::optional<Sides>();
    Result<std::optional<Digest>> source = sourceDigest(spec);
    if (!source)
        return source.error();
    if (!*source)
        return std::optional<Sides>();
    return std::optional<Sides>(Sides{std::move(**source), std::move(**warehouse)});
}

Result<VerifyReport> Verification::compareRows(const KeyPart* part)
{
    // One after the other: the snapshot's own connection serves one read at a time.
    Result<std::unique_ptr<TableRead>> pending = pendingRead(part);
    if (!pending)
        return pending.error();
    Result<std::unique_ptr<TableRead>> rows = read(m_columns, part);
    if (!rows)
        return rows.error();
    LEAT_FAILPOINT("verify.read-opened");
    Result<VerifyReport> report = m_view.compare(**rows, {part, pending->get()}, m_cancel);
    if (report && *pending)
        report->rowsTransferred += (*pending)->counters().rows;
    return report;
}

Result<VerifyReport> Verification::run(std::optional<KeyPart>& differing)
{
    const QStringList keyOrRow = m_key.isEmpty() ? m_columns : m_key;
    const bool integer = isIntegerKey(m_key, m_snapshot.shape());
    const Result<KeyExtent> extent = keyExtent(m_snapshot, m_view, integer ? m_key : QStringList(), m_cancel);
    if (!extent)
        return extent.error();
    KeyPart part{chooseBuckets(keyOrRow, integer, *extent), {}};
    Result<std::optional<Sides>> sides = digests(part.buckets, nullptr);
    if (!sides)
        return sides.error();
    if (!*sides) {
        m_method = VerifyMethod::Rows;
        return compareRows(nullptr);
    }
    VerifyReport totals;
    totals.sourceRows = rowsOf((*sides)->source);
    totals.warehouseRows = rowsOf((*sides)->warehouse);
    totals.byKey = !m_key.isEmpty();
    totals.buckets = static_cast<int>(std::max((*sides)->source.size(), (*sides)->warehouse.size()));
    part.wanted = differingBuckets((*sides)->source, (*sides)->warehouse);
    totals.differingBuckets = static_cast<int>(part.wanted.size());
    totals.rowsTransferred = m_folded;
    totals.method = m_method;
    if (part.wanted.empty()) {
        totals.pendingKnown = true;
        return totals;
    }
    for (qint64 within = rowsWithin((*sides)->source, (*sides)->warehouse, part.wanted); within > kFewRows;) {
        const std::optional<KeyBuckets> next = finer(part.buckets);
        if (!next || m_method != VerifyMethod::Digests)
            break;
        Result<std::optional<Sides>> closer = digests(*next, &part);
        if (!closer)
            return closer.error();
        if (!*closer)
            break;
        part = {*next, differingBuckets((*closer)->source, (*closer)->warehouse)};
        const qint64 left = rowsWithin((*closer)->source, (*closer)->warehouse, part.wanted);
        // Differences all over: a closer look would only repeat the scan.
        if (left * 2 > within)
            break;
        within = left;
    }
    Result<VerifyReport> report = compareRows(&part);
    if (!report)
        return report;
    report->sourceRows = totals.sourceRows;
    report->warehouseRows = totals.warehouseRows;
    report->buckets = totals.buckets;
    report->differingBuckets = totals.differingBuckets;
    report->rowsTransferred += totals.rowsTransferred;
    report->method = m_method;
    differing = std::move(part);
    return report;
}

} // namespace

namespace {

Result<VerifyReport> compareSubject(Subject& subject, Warehouse& warehouse, const SchemaConfig& config,
                                    const WarehouseTable& target, const CancelToken& cancel, std::optional<KeyPart>& differing)
{
    std::vector<ReadColumn> given;
    for (const QString& name : subject.columns)
        given.push_back({name, subject.snapshot->shape().column(name)->type});
    Result<std::unique_ptr<TableView>> view = warehouse.view(target, given, subject.key);
    if (!view)
        return view.error();
    if (Result<void> same = unchangedSince(warehouse, target, subject.stored); !same)
        return same.error();
    Result<VerifyReport> report = Verification(*subject.snapshot, **view, config, subject.stored.last.cursor, subject.columns,
        subject.key, cancel).run(differing);
    if (report) {
        report->at = QDateTime::currentDateTimeUtc();
        report->keepsVersions = config.syncType == SyncType::Append;
    }
    return report;
}

// Rows go for good: more than the table's own limit only when someone has said so. Extra rows of an append table
// are its history and stay.
Result<void> checkDeletes(const VerifyReport& found, const RunOrder& order)
{
    if (order.config.syncType == SyncType::Append)
        return {};
    // Without a key a row that changed is one extra and one missing.
    const qint64 gone = found.byKey ? found.extra : std::max<qint64>(0, found.extra - found.missing);
    const bool few = found.sourceRows > 0 && gone <= kFewDeletes;
    if (few || admitsDeletes(order.config.deleteLimit, gone, found.warehouseRows, found.sourceRows, order.confirmedDeletes))
        return {};
    return makeError(ErrorCode::ConfirmationNeeded, {}, {{QStringLiteral("subject"), labelOf(order.table)},
        {QStringLiteral("rows"), QString::number(gone)},
        {QStringLiteral("reason"), tr("%1 of %2 rows are no longer at the source and would be deleted")
            .arg(QLocale().toString(gone), QLocale().toString(found.warehouseRows))}});
}

Result<void> repair(Subject& subject, Warehouse& warehouse, RunMonitor& monitor, const RunOrder& order,
                    const CancelToken& cancel, RunReport& out)
{
    if (const std::optional<Error> refused = snapshotRefused(subject.snapshot->facts(), subject.stored.last.cursor, labelOf(order.table)))
        return *refused;
    std::optional<KeyPart> differing;
    Result<VerifyReport> found = compareSubject(subject, warehouse, order.config, order.target, cancel, differing);
    if (!found)
        return found.error();
    out.tableRows = subject.stored.tableRows;
    out.after = subject.stored.last.cursor;
    monitor.log(found->equal() ? LogLevel::Info : LogLevel::Warning,
        tr("Compared: %1 rows missing, %2 extra, %3 different, %4 pending.")
            .arg(QLocale().toString(found->missing), QLocale().toString(found->extra), QLocale().toString(found->differing),
                QLocale().toString(found->pending)));
    if (found->equal()) {
        out.verify = std::move(*found);
        return {};
    }
    if (Result<void> may = checkDeletes(*found, order); !may) {
        out.verify = std::move(*found);
        return may;
    }
    monitor.setPhase(RunPhase::Reading);
    ReadSpec spec;
    spec.columns = subject.columns;
    spec.readers = order.readers;
    spec.part = differing;
    // An append table must not get rows now that its next window brings again; one that goes by its cursor alone has
    // a horizon, too, and no sync that would bring what is above it.
    if (order.config.syncType == SyncType::Append)
        if (const std::optional<ReadSpec> pending = pendingSpec(subject.snapshot->facts(), subject.stored.last.cursor, order.config))
            spec.windowBefore = pending->windowFrom;
    Result<std::unique_ptr<TableRead>> read = subject.snapshot->read(spec);
    if (!read)
        return read.error();
    CommitRecord record = subject.stored.last;
    // The rows that come now are of a younger snapshot than the last sync's.
    noteSeen(record.cursor, subject.snapshot->facts());
    record.runId = order.runId.value;
    record.fence = order.fence;
    monitor.setPhase(RunPhase::Merging);
    const AlignSpec align{subject.key, differing ? &*differing : nullptr, order.config.syncType == SyncType::Append,
        {subject.stored.last.runId, subject.stored.last.fence}};
    Result<CommitOutcome> outcome = warehouse.align(order.target, align, **read, record, cancel);
    out.rowsRead = (*read)->counters().rows;
    out.bytesRead = (*read)->counters().bytes;
    if (!outcome)
        return outcome.error();
    out.rowsInserted = outcome->rowsInserted;
    out.rowsUpdated = outcome->rowsUpdated;
    out.tableRows = outcome->tableRows;
    found->repaired = true;
    monitor.log(LogLevel::Info, tr("Repaired: %1 rows of the ranges that differed were replaced by %2 of the source.")
        .arg(QLocale().toString(outcome->rowsUpdated), QLocale().toString(outcome->rowsInserted)));
    out.verify = std::move(*found);
    return {};
}

} // namespace

Result<VerifyReport> verifySchema(Source& source, Warehouse& warehouse, const SchemaInfo& schema,
                                  const WarehouseTable& target, const CancelToken& cancel)
{
    LEAT_FAILPOINT("verify.start");
    constexpr int kTries = 5;
    for (int attempt = 1;; ++attempt) {
        Result<Subject> subject = subjectOf(source, warehouse, schema.table, schema.config, target, SubjectPart::Columns, cancel);
        if (!subject)
            return subject.error();
        std::optional<KeyPart> differing;
        Result<VerifyReport> report = compareSubject(*subject, warehouse, schema.config, target, cancel, differing);
        if (!report && report.error().code == ErrorCode::Busy && attempt < kTries)
            continue;
        LEAT_FAILPOINT("verify.compared");
        if (report) {
            report->schemaId = schema.id;
            report->label = schema.sourceName + QLatin1Char('.') + schema.label;
        }
        return report;
    }
}

RunReport repairSchema(Source& source, Warehouse& warehouse, RunMonitor& monitor, const RunOrder& order,
                       const CancelToken& cancel)
{
    RunReport out;
    out.mode = QStringLiteral("repair");
    monitor.setPhase(RunPhase::Connecting);
    Result<Subject> subject = subjectOf(source, warehouse, order.table, order.config, order.target, SubjectPart::Columns, cancel);
    if (!subject) {
        out.error = subject.error();
    } else {
        out.before = subject->stored.last.cursor;
        monitor.setPhase(RunPhase::Planning);
        if (Result<void> ok = repair(*subject, warehouse, monitor, order, cancel, out); !ok)
            out.error = ok.error();
    }
    if (out.error && cancel.isCancelled() && out.error->code != ErrorCode::FenceLost)
        out.error = makeError(ErrorCode::Cancelled);
    monitor.setPhase(RunPhase::Done);
    return out;
}

} // namespace leat
