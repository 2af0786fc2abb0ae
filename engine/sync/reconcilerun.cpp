// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/reconcilerun.h"

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
    return QCoreApplication::translate("Reconcile", text);
}

/// Fewer keys than this are read at once, rather than digested more finely.
constexpr qint64 kFewKeys = 100'000;

/// Where the keys of both sides may differ.
struct KeyDifferences
{
    bool none = false;                     ///< both sides have the same keys
    std::optional<KeyPart> part;           ///< within these buckets only
    qint64 sourceRows = -1;                ///< of the source there, by its own digest
};

/// One comparison of keys.
class KeyComparison
{
public:
    KeyComparison(Subject& subject, TableView& view, int readers, ReconcileReport& report, const CancelToken& cancel)
        : m_subject(subject), m_view(view), m_readers(readers), m_report(report), m_cancel(cancel)
    {
    }

    Result<KeyDifferences> run();
    Result<std::unique_ptr<TableRead>> keys(const std::optional<KeyPart>& part);

private:
    struct Sides { Digest source; Digest warehouse; };
    Result<std::optional<Sides>> digests(const KeyBuckets& buckets, const KeyPart* within);
    Result<std::optional<Digest>> sourceDigest(const DigestSpec& spec);
    Result<KeyDifferences> descend(KeyPart part, const Sides& sides);
    Result<KeyDifferences> everything();

    Subject& m_subject;
    TableView& m_view;
    const int m_readers;
    ReconcileReport& m_report;
    const CancelToken& m_cancel;
};

Result<std::unique_ptr<TableRead>> KeyComparison::keys(const std::optional<KeyPart>& part)
{
    ReadSpec spec;
    spec.columns = m_subject.key;
    spec.readers = m_readers;
    spec.part = part;
    return m_subject.snapshot->read(spec);
}

Result<std::optional<Digest>> KeyComparison::sourceDigest(const DigestSpec& spec)
{
    if (m_report.method == VerifyMethod::Digests) {
        Result<std::optional<Digest>> pushed = m_subject.snapshot->digest(spec);
        if (!pushed || *pushed)
            return pushed;
    }
    // Reading all keys once more costs more than looking at those that are left.
    if (spec.within)
        return std::optional<Digest>();
    m_report.method = VerifyMethod::ReadDigests;
    ReadSpec all;
    all.columns = m_subject.key;
    all.readers = m_readers;
    Result<std::unique_ptr<TableRead>> read = m_subject.snapshot->read(all);
    if (!read)
        return read.error();
    Result<Digest> folded = foldDigest(**read, spec, m_cancel);
    if (!folded)
        return folded.error();
    m_report.keysTransferred += (*read)->counters().rows;
    return std::optional<Digest>(std::move(*folded));
}

Result<std::optional<KeyComparison::Sides>> KeyComparison::digests(const KeyBuckets& buckets, const KeyPart* within)
{
    DigestSpec spec{m_subject.key, buckets};
    spec.keyOnly = foldsKey(buckets);
    spec.within = within;
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

// The source's own count of the buckets is what the keys that are read are held against (T041).
Result<KeyDifferences> KeyComparison::descend(KeyPart part, const Sides& sides)
{
    const auto found = [](const KeyPart& where, const Digest& source) {
        return KeyDifferences{false, where, rowsWithin(source, {}, where.wanted)};
    };
    KeyDifferences differences = found(part, sides.source);
    qint64 within = rowsWithin(sides.source, sides.warehouse, part.wanted);
    // Differences all over: the keys of all buckets, without a filter that every row passes anyway.
    if (within * 2 > rowsOf(sides.source) + rowsOf(sides.warehouse))
        return KeyDifferences{false, std::nullopt, rowsOf(sides.source)};
    while (within > kFewKeys) {
        const std::optional<KeyBuckets> next = finer(part.buckets);
        if (!next || m_report.method != VerifyMethod::Digests)
            break;
        const Result<std::optional<Sides>> closer = digests(*next, &part);
        if (!closer)
            return closer.error();
        if (!*closer)
            break;
        const KeyPart finest{*next, differingBuckets((*closer)->source, (*closer)->warehouse)};
        const qint64 left = rowsWithin((*closer)->source, (*closer)->warehouse, finest.wanted);
        if (left * 2 > within)
            break; // a closer look would only repeat the scan
        part = finest;
        within = left;
        differences = found(part, (*closer)->source);
    }
    return differences;
}

// The warehouse holds a key in a wider type than the source has: their hashes are not the same.
Result<KeyDifferences> KeyComparison::everything()
{
    const Result<std::optional<Digest>> count = sourceDigest({m_subject.key, {KeyBuckets::By::Hash, m_subject.key, 0, 0}});
    if (!count)
        return count.error();
    m_report.method = VerifyMethod::Rows;
    KeyDifferences differences;
    if (*count)
        m_report.sourceRows = differences.sourceRows = rowsOf(**count);
    return differences;
}

Result<KeyDifferences> KeyComparison::run()
{
    const bool integer = isIntegerKey(m_subject.key, m_subject.snapshot->shape());
    const Result<KeyExtent> extent = keyExtent(*m_subject.snapshot, m_view, integer ? m_subject.key : QStringList(), m_cancel);
    if (!extent)
        return extent.error();
    KeyPart part{chooseBuckets(m_subject.key, integer, *extent), {}};
    const Result<std::optional<Sides>> sides = digests(part.buckets, nullptr);
    if (!sides)
        return sides.error();
    if (!*sides)
        return everything();
    m_report.sourceRows = rowsOf((*sides)->source);
    m_report.warehouseRows = rowsOf((*sides)->warehouse);
    m_report.buckets = static_cast<int>(std::max((*sides)->source.size(), (*sides)->warehouse.size()));
    part.wanted = differingBuckets((*sides)->source, (*sides)->warehouse);
    m_report.differingBuckets = static_cast<int>(part.wanted.size());
    if (part.wanted.empty())
        return KeyDifferences{true, {}, m_report.sourceRows};
    return descend(std::move(part), **sides);
}

/// One reconcile: compare, then write.
class Reconcile
{
public:
    Reconcile(Subject& subject, Warehouse& warehouse, RunMonitor& monitor, const RunOrder& order, const CancelToken& cancel,
              RunReport& out)
        : m_subject(subject), m_warehouse(warehouse), m_monitor(monitor), m_order(order), m_cancel(cancel), m_out(out)
    {
    }
    Result<void> run();

private:
    Result<KeyDifferences> compare(std::unique_ptr<TableRead>& keys);
    ReconcileSpec spec(const KeyDifferences& differences);
    void tell(const ReconcileOutcome& outcome);

    Subject& m_subject;
    Warehouse& m_warehouse;
    RunMonitor& m_monitor;
    const RunOrder& m_order;
    const CancelToken& m_cancel;
    RunReport& m_out;
    ReconcileReport m_report;
};

Result<KeyDifferences> Reconcile::compare(std::unique_ptr<TableRead>& keys)
{
    std::vector<ReadColumn> given;
    for (const QString& name : m_subject.key)
        given.push_back({name, m_subject.snapshot->shape().column(name)->type});
    Result<std::unique_ptr<TableView>> view = m_warehouse.view(m_order.target, given, m_subject.key);
    if (!view)
        return view.error();
    if (Result<void> same = unchangedSince(m_warehouse, m_order.target, m_subject.stored); !same)
        return same.error();
    KeyComparison comparison(m_subject, **view, m_order.readers, m_report, m_cancel);
    Result<KeyDifferences> differences = comparison.run();
    if (!differences || differences->none)
        return differences;
    Result<std::unique_ptr<TableRead>> read = comparison.keys(differences->part);
    if (!read)
        return read.error();
    keys = std::move(*read);
    return differences;
}

ReconcileSpec Reconcile::spec(const KeyDifferences& differences)
{
    ReconcileSpec spec;
    spec.keyColumns = m_subject.key;
    spec.part = differences.part ? &*differences.part : nullptr;
    spec.expectedKeys = differences.sourceRows;
    spec.policy = m_order.config.deletes;
    spec.now = m_report.at;
    spec.basis = {m_subject.stored.last.runId, m_subject.stored.last.fence};
    if (std::optional<ReadSpec> pending = pendingSpec(m_subject.snapshot->facts(), m_subject.stored.last.cursor, m_order.config)) {
        pending->columns = m_subject.key;
        pending->part = differences.part;
        spec.pending = [this, pending = *pending] { return m_subject.snapshot->read(pending); };
    }
    spec.admits = [this](qint64 gone, qint64 live) {
        return admitsDeletes(m_order.config.deleteLimit, gone, live, m_report.sourceRows, m_order.confirmedDeletes);
    };
    return spec;
}

Result<void> Reconcile::run()
{
    m_report.at = m_monitor.now();
    m_report.mode = m_order.config.deletes.mode;
    std::unique_ptr<TableRead> keys;
    const Result<KeyDifferences> differences = compare(keys);
    if (!differences)
        return differences.error();
    LEAT_FAILPOINT("reconcile.compared");
    m_monitor.setPhase(RunPhase::Merging);
    CommitRecord record = m_subject.stored.last;
    record.runId = m_order.runId.value;
    record.fence = m_order.fence;
    const Result<ReconcileOutcome> outcome = m_warehouse.reconcile(m_order.target, spec(*differences), keys.get(), record, m_cancel);
    if (!outcome)
        return outcome.error();
    LEAT_KILLPOINT("reconcile.committed");
    if (keys)
        m_report.keysTransferred += keys->counters().rows;
    tell(*outcome);
    return {};
}

void Reconcile::tell(const ReconcileOutcome& outcome)
{
    m_report.warehouseRows = outcome.live;
    m_report.gone = outcome.gone;
    m_report.deleted = outcome.held ? 0 : outcome.gone;
    m_report.purged = outcome.purged;
    m_report.missing = outcome.missing;
    m_report.pending = outcome.pending;
    m_report.pendingKnown = outcome.pendingKnown || outcome.missing == 0;
    m_report.nullKeys = outcome.nullKeys;
    m_report.held = outcome.held;
    m_report.goneKeys = outcome.goneKeys;
    m_report.missingKeys = outcome.missingKeys;
    m_out.rowsRead = m_report.keysTransferred;
    m_out.rowsUpdated = m_report.deleted + m_report.purged;
    m_out.tableRows = outcome.tableRows;
    const auto number = [](qint64 count) { return QLocale().toString(count); };
    m_monitor.log(LogLevel::Info, tr("Keys compared: %1 at the source, %2 here; %3 gone, %4 missing, %5 not synced yet.")
        .arg(number(m_report.sourceRows), number(outcome.live), number(outcome.gone), number(outcome.missing), number(outcome.pending)));
    if (outcome.held)
        m_monitor.log(LogLevel::Warning, tr("Nothing was deleted: more rows would go than may without being asked (%1).")
            .arg(toString(m_order.config.deleteLimit)));
    else if (m_report.deleted > 0)
        m_monitor.log(LogLevel::Info, (m_order.config.deletes.marks() ? tr("%1 rows were marked as deleted.") : tr("%1 rows were deleted."))
            .arg(number(m_report.deleted)));
    if (outcome.purged > 0)
        m_monitor.log(LogLevel::Info, tr("%1 rows that had been marked long enough were purged.").arg(number(outcome.purged)));
    if (outcome.nullKeys > 0)
        m_monitor.log(LogLevel::Warning, tr("%1 rows have no whole key; they are never taken for deleted.").arg(number(outcome.nullKeys)));
    m_out.reconcile = m_report;
}

Result<void> reconcileSubject(Subject& subject, Warehouse& warehouse, RunMonitor& monitor, const RunOrder& order,
                              const CancelToken& cancel, RunReport& out)
{
    LEAT_FAILPOINT("reconcile.start");
    const QString label = labelOf(order.table);
    if (const std::optional<Error> refused = reconcileRefused(order.config, subject.key, subject.columns, label))
        return *refused;
    if (const std::optional<Error> refused = snapshotRefused(subject.snapshot->facts(), subject.stored.last.cursor, label))
        return *refused;
    out.before = out.after = subject.stored.last.cursor;
    out.tableRows = subject.stored.tableRows;
    monitor.setPhase(RunPhase::Reading);
    if (Result<void> done = Reconcile(subject, warehouse, monitor, order, cancel, out).run(); !done)
        return done;
    if (out.reconcile->held)
        return deletesHeld(noteOf(*out.reconcile, out.reconcile->at), label);
    return {};
}

} // namespace

RunReport reconcileSchema(Source& source, Warehouse& warehouse, RunMonitor& monitor, const RunOrder& order,
                          const CancelToken& cancel)
{
    RunReport out;
    out.mode = QStringLiteral("reconcile");
    monitor.setPhase(RunPhase::Connecting);
    Result<Subject> subject = subjectOf(source, warehouse, order.table, order.config, order.target, SubjectPart::Keys, cancel);
    if (!subject)
        out.error = subject.error();
    else if (Result<void> done = reconcileSubject(*subject, warehouse, monitor, order, cancel, out); !done)
        out.error = done.error();
    if (out.error && cancel.isCancelled() && out.error->code != ErrorCode::FenceLost)
        out.error = makeError(ErrorCode::Cancelled);
    monitor.setPhase(RunPhase::Done);
    return out;
}

} // namespace leat
