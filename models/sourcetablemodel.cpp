// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sourcetablemodel.h"

#include "engine/api/errortext.h"
#include "engine/api/protection.h"
#include "models/formatting.h"
#include "models/healthsummary.h"
#include "models/wording.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace leat {

struct SourceTableModel::Node
{
    SourceInfo info;
    std::vector<SchemaInfo> schemas;
    int row = 0;

    SchemaStatus worst() const
    {
        SchemaStatus worst = schemas.empty() ? SchemaStatus::NeverSynced : SchemaStatus::Ok;
        bool any = false;
        for (const SchemaInfo& s : schemas) {
            if (s.status == SchemaStatus::Off)
                continue;
            worst = !any || severityOf(s.status) < severityOf(worst) ? s.status : worst;
            any = true;
        }
        return any ? worst : SchemaStatus::Off;
    }
    int count(SchemaStatus status) const
    {
        return int(std::count_if(schemas.begin(), schemas.end(), [&](const SchemaInfo& s) { return s.status == status; }));
    }
    int selected() const { return int(schemas.size()) - count(SchemaStatus::Off); }
    qint64 rows() const
    {
        qint64 sum = -1;
        for (const SchemaInfo& s : schemas)
            if (s.rows >= 0)
                sum = std::max<qint64>(sum, 0) + s.rows;
        return sum;
    }
    QDateTime synced() const
    {
        QDateTime latest;
        for (const SchemaInfo& s : schemas)
            if (s.lastSyncedAt.isValid() && (!latest.isValid() || s.lastSyncedAt > latest))
                latest = s.lastSyncedAt;
        return latest;
    }
    QDateTime next() const
    {
        QDateTime soonest;
        for (const SchemaInfo& s : schemas)
            if (s.nextRunAt.isValid() && (!soonest.isValid() || s.nextRunAt < soonest))
                soonest = s.nextRunAt;
        return soonest;
    }
};

SourceTableModel::SourceTableModel(Control* control, QObject* parent, Now now)
    : QAbstractItemModel(parent)
    , m_control(control)
    , m_now(now ? std::move(now) : Now([] { return QDateTime::currentDateTimeUtc(); }))
{
    connect(control, &Control::changed, this, &SourceTableModel::apply);
    applyIncidents(*control->snapshot());
    applyStructure(*control->snapshot());
}

SourceTableModel::~SourceTableModel() = default;

const SourceInfo* SourceTableModel::source(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalPointer() != nullptr)
        return nullptr;
    return &m_nodes[size_t(index.row())]->info;
}

const SchemaInfo* SourceTableModel::schema(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalPointer() == nullptr)
        return nullptr;
    return &static_cast<const Node*>(index.internalPointer())->schemas[size_t(index.row())];
}

QModelIndex SourceTableModel::indexOf(SourceId id) const
{
    for (const auto& node : m_nodes)
        if (node->info.id == id)
            return index(node->row, 0);
    return {};
}

QModelIndex SourceTableModel::indexOf(SchemaId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? QModelIndex() : createIndex(place->second, 0, place->first);
}

std::vector<SchemaId> SourceTableModel::schemasUnder(const QModelIndex& index) const
{
    if (const SchemaInfo* one = schema(index))
        return {one->id};
    std::vector<SchemaId> ids;
    if (source(index))
        for (const SchemaInfo& s : m_nodes[size_t(index.row())]->schemas)
            ids.push_back(s.id);
    return ids;
}

void SourceTableModel::refreshTimes()
{
    for (const auto& node : m_nodes) {
        Q_EMIT dataChanged(index(node->row, Synced), index(node->row, Next), {Qt::DisplayRole});
        if (!node->schemas.empty())
            Q_EMIT dataChanged(createIndex(0, Synced, node.get()), createIndex(int(node->schemas.size()) - 1, Next, node.get()), {Qt::DisplayRole});
    }
}

QModelIndex SourceTableModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return parent.isValid() ? createIndex(row, column, m_nodes[size_t(parent.row())].get()) : createIndex(row, column, nullptr);
}

QModelIndex SourceTableModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalPointer() == nullptr)
        return {};
    return createIndex(static_cast<const Node*>(child.internalPointer())->row, 0, nullptr);
}

int SourceTableModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    if (parent.internalPointer() != nullptr || parent.column() != 0)
        return 0;
    return int(m_nodes[size_t(parent.row())]->schemas.size());
}

int SourceTableModel::columnCount(const QModelIndex&) const { return ColumnCount; }

// ---- following the engine ----

void SourceTableModel::apply(const ChangeSet& changes)
{
    const WorldPtr world = m_control->snapshot();
    if (changes.incidents)
        applyIncidents(*world);
    if (changes.structure)
        applyStructure(*world);
    updateValues(*world, changes);
}

Health SourceTableModel::health(const SchemaInfo& schema) const
{
    return m_health.value(schema.id, healthAt(schema, m_now()));
}

/// The worst incident that a table is part of; those whose word changed are told to the views.
void SourceTableModel::applyIncidents(const World& world)
{
    QHash<SchemaId, Health> fresh;
    const auto take = [&](SchemaId id, Health health) {
        if (id.isValid() && (!fresh.contains(id) || health < fresh.value(id)))
            fresh.insert(id, health);
    };
    for (const Incident& incident : world.incidents) {
        take(incident.schemaId, incident.health);
        for (const SchemaId id : incident.schemas)
            take(id, incident.health);
    }
    std::swap(fresh, m_health);
    std::map<int, std::vector<int>> touched;
    const auto compare = [&](const QHash<SchemaId, Health>& mine, const QHash<SchemaId, Health>& other) {
        for (auto at = mine.begin(); at != mine.end(); ++at)
            if (const auto place = m_places.constFind(at.key()); place != m_places.constEnd() && (!other.contains(at.key()) || other.value(at.key()) != at.value()))
                touched[place->first->row].push_back(place->second);
    };
    compare(m_health, fresh);
    compare(fresh, m_health);
    for (auto& [row, rows] : touched) {
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        emitRows(*m_nodes[size_t(row)], rows);
    }
}

void SourceTableModel::applyStructure(const World& world)
{
    if (!mergeSources(world))
        return reload(world);
    std::unordered_map<qint64, std::vector<const SchemaInfo*>> bySource;
    for (const SchemaInfo& s : world.schemas)
        bySource[s.sourceId.value].push_back(&s);
    for (const auto& node : m_nodes)
        if (!mergeSchemas(*node, bySource[node->info.id.value]))
            return reload(world);
    renumber();
}

/// False when rows that stay changed their order: then only a reset is honest.
bool SourceTableModel::mergeSources(const World& world)
{
    QHash<SourceId, int> wanted;
    for (const SourceInfo& s : world.sources)
        wanted.insert(s.id, int(wanted.size()));
    for (int row = int(m_nodes.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_nodes[size_t(row)]->info.id))
            continue;
        beginRemoveRows({}, row, row);
        m_nodes.erase(m_nodes.begin() + row);
        renumber();
        endRemoveRows();
    }
    for (size_t i = 1; i < m_nodes.size(); ++i)
        if (wanted[m_nodes[i - 1]->info.id] > wanted[m_nodes[i]->info.id])
            return false;
    for (int row = 0; row < int(world.sources.size()); ++row) {
        const SourceInfo& info = world.sources[size_t(row)];
        if (row < int(m_nodes.size()) && m_nodes[size_t(row)]->info.id == info.id)
            continue;
        beginInsertRows({}, row, row);
        auto node = std::make_unique<Node>();
        node->info = info;
        m_nodes.insert(m_nodes.begin() + row, std::move(node));
        renumber();
        endInsertRows();
    }
    return true;
}

bool SourceTableModel::mergeSchemas(Node& node, const std::vector<const SchemaInfo*>& wanted)
{
    const QModelIndex parentIndex = index(node.row, 0);
    QHash<SchemaId, int> order;
    for (const SchemaInfo* s : wanted)
        order.insert(s->id, int(order.size()));
    for (int last = int(node.schemas.size()) - 1; last >= 0;) {
        if (order.contains(node.schemas[size_t(last)].id)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !order.contains(node.schemas[size_t(first - 1)].id))
            --first;
        beginRemoveRows(parentIndex, first, last);
        node.schemas.erase(node.schemas.begin() + first, node.schemas.begin() + last + 1);
        renumber();
        endRemoveRows();
        last = first - 1;
    }
    for (size_t i = 1; i < node.schemas.size(); ++i)
        if (order[node.schemas[i - 1].id] > order[node.schemas[i].id])
            return false;
    for (size_t row = 0; row < wanted.size();) {
        if (row < node.schemas.size() && node.schemas[row].id == wanted[row]->id) {
            ++row;
            continue;
        }
        size_t end = row + 1;
        while (end < wanted.size() && !(row < node.schemas.size() && node.schemas[row].id == wanted[end]->id))
            ++end;
        beginInsertRows(parentIndex, int(row), int(end) - 1);
        std::vector<SchemaInfo> fresh;
        for (size_t i = row; i < end; ++i)
            fresh.push_back(*wanted[i]);
        node.schemas.insert(node.schemas.begin() + qsizetype(row), fresh.begin(), fresh.end());
        renumber();
        endInsertRows();
        row = end;
    }
    return true;
}

void SourceTableModel::reload(const World& world)
{
    beginResetModel();
    m_nodes.clear();
    std::unordered_map<qint64, Node*> bySource;
    for (const SourceInfo& info : world.sources) {
        m_nodes.push_back(std::make_unique<Node>());
        m_nodes.back()->info = info;
        bySource[info.id.value] = m_nodes.back().get();
    }
    for (const SchemaInfo& s : world.schemas)
        if (const auto node = bySource.find(s.sourceId.value); node != bySource.end())
            node->second->schemas.push_back(s);
    renumber();
    endResetModel();
}

void SourceTableModel::renumber()
{
    m_places.clear();
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        Node& node = *m_nodes[i];
        node.row = int(i);
        for (size_t j = 0; j < node.schemas.size(); ++j)
            m_places.insert(node.schemas[j].id, {&node, int(j)});
    }
}

void SourceTableModel::updateValues(const World& world, const ChangeSet& changes)
{
    std::unordered_map<qint64, const SchemaInfo*> fresh;
    for (const SchemaId id : changes.schemas)
        fresh[id.value] = nullptr;
    for (const SchemaInfo& s : world.schemas)
        if (const auto wanted = fresh.find(s.id.value); wanted != fresh.end())
            wanted->second = &s;

    std::map<int, std::vector<int>> touched;
    for (const auto& [id, info] : fresh) {
        const auto place = m_places.constFind(SchemaId{id});
        if (info == nullptr || place == m_places.constEnd())
            continue;
        SchemaInfo& mine = place->first->schemas[size_t(place->second)];
        if (mine == *info && !changes.structure)
            continue;
        mine = *info;
        touched[place->first->row].push_back(place->second);
    }
    for (const SourceId id : changes.sources)
        if (const SourceInfo* info = world.source(id))
            for (const auto& node : m_nodes)
                if (node->info.id == id && node->info != *info) {
                    node->info = *info;
                    touched[node->row];
                }
    for (auto& [row, rows] : touched)
        emitRows(*m_nodes[size_t(row)], rows);
}

/// Neighbouring rows in one signal; when more than half changed, one range for all.
void SourceTableModel::emitRows(Node& node, std::vector<int>& rows)
{
    std::sort(rows.begin(), rows.end());
    const auto tell = [&](int first, int last) {
        Q_EMIT dataChanged(createIndex(first, 0, &node), createIndex(last, ColumnCount - 1, &node));
    };
    if (rows.size() * 2 > node.schemas.size()) {
        tell(0, int(node.schemas.size()) - 1);
    } else {
        for (size_t i = 0; i < rows.size();) {
            size_t end = i + 1;
            while (end < rows.size() && rows[end] == rows[end - 1] + 1)
                ++end;
            tell(rows[i], rows[end - 1]);
            i = end;
        }
    }
    Q_EMIT dataChanged(index(node.row, 0), index(node.row, ColumnCount - 1));
}

// ---- what a cell says ----

QVariant SourceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Rows ? kFigures : kWords;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Source and table");
    case Status: return tr("Status");
    case Method: return tr("Method");
    case Rows: return tr("Rows");
    case Synced: return tr("Last synced");
    case Next: return tr("Next");
    case Guarantee_: return tr("Guarantee");
    case Progress: return tr("Progress");
    default: return {};
    }
}

QVariant SourceTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == Rows ? kFigures : kWords;
    if (const SchemaInfo* info = schema(index))
        return schemaData(*info, index.column(), role);
    return sourceData(*m_nodes[size_t(index.row())], index.column(), role);
}

/// The worst health among the tables that are selected.
Health SourceTableModel::worst(const Node& node) const
{
    Health worst = node.selected() == 0 ? Health::Off : Health::Ok;
    for (const SchemaInfo& s : node.schemas)
        if (s.status != SchemaStatus::Off)
            worst = std::min(worst, health(s));
    return worst;
}

QString SourceTableModel::sourceText(const Node& node, int column) const
{
    switch (column) {
    case Name: return node.info.name;
    case Status:
        if (node.info.status == SourceStatus::Error && node.count(SchemaStatus::Failed) == 0)
            return tr("Unreachable");
        if (const auto held = std::count_if(node.schemas.begin(), node.schemas.end(), [this](const SchemaInfo& one) { return health(one) < Health::Running; }); held > 0)
            return tr("%n problem(s)", nullptr, int(held));
        if (const int running = node.count(SchemaStatus::Running); running > 0)
            return tr("%1 running").arg(running);
        return node.selected() == 0 ? tr("No tables selected") : statusWord(node.worst());
    case Method: return tr("%1 of %n table(s)", nullptr, int(node.schemas.size())).arg(node.selected());
    case Rows: return formatCount(node.rows());
    case Synced: return node.selected() == 0 ? QString() : formatRelative(node.synced(), m_now());
    case Next: return formatNext(node.next(), m_now());
    default: return {};
    }
}

QVariant SourceTableModel::sourceData(const Node& node, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return sourceText(node, column);
    case Qt::ToolTipRole:
        if (column == Status && node.info.latestError)
            return describe(*node.info.latestError).sentence;
        if (const QString mark = protectionMark(node.info); column == Name && !mark.isEmpty())
            return tr("%1. %2. %3").arg(node.info.summary, mark, protectionExplained(protectionOf(node.info)));
        return column == Synced ? formatAbsolute(node.synced()) : column == Name ? node.info.summary : QVariant();
    case Qt::AccessibleTextRole:
        if (const QString mark = protectionMark(node.info); column == Name && !mark.isEmpty())
            return tr("Source %1, %2").arg(node.info.name, mark);
        return column == Name ? tr("Source %1").arg(node.info.name) : sourceText(node, column);
    case Qt::AccessibleDescriptionRole: return column == Name ? node.info.summary : QVariant();
    case MarkRole: return protectionMark(node.info);
    case IdRole: return node.info.id.value;
    case NodeRole: return int(NodeKind::Source);
    case StatusRole: return int(node.info.status == SourceStatus::Error ? SchemaStatus::Failed : node.worst());
    case HealthRole: return int(node.info.status == SourceStatus::Error ? Health::Failed : worst(node));
    case SeverityRole: return int(worst(node));
    case SortRole:
        switch (column) {
        case Status: return int(worst(node));
        case Rows: return node.rows();
        case Synced: return node.synced();
        case Next: return node.next();
        default: return sourceText(node, column);
        }
    case ExportRole:
        return column == Rows ? QVariant(node.rows() < 0 ? QString() : QString::number(node.rows()))
            : column == Synced ? QVariant(node.synced().toUTC().toString(Qt::ISODate))
            : column == Next   ? QVariant(node.next().toUTC().toString(Qt::ISODate))
                               : QVariant(sourceText(node, column));
    case SearchRole: return QString(node.info.name + QLatin1Char(' ') + node.info.summary);
    default: return {};
    }
}

QString SourceTableModel::schemaText(const SchemaInfo& schema, int column) const
{
    const bool off = schema.status == SchemaStatus::Off;
    switch (column) {
    case Name: return schema.label;
    case Status:
        if (m_health.contains(schema.id))
            return healthTitle(m_health.value(schema.id));
        if (const Health at = healthAt(schema, m_now()); at == Health::Late || at == Health::Quiet)
            return healthTitle(at);
        return schema.presentAtSource ? statusWord(schema.status) : tr("Gone at source");
    case Method: return off ? QString() : syncTypeWord(schema.config.syncType);
    case Rows: return schema.rows < 0 && off ? QString() : formatCount(schema.rows);
    case Synced: return off && !schema.lastSyncedAt.isValid() ? QString() : formatRelative(schema.lastSyncedAt, m_now());
    case Next: return formatNext(schema.nextRunAt, m_now());
    case Guarantee_: return off || schema.guarantee == Guarantee::Unknown ? QString() : guaranteeWord(schema.guarantee);
    case Progress: return schema.progress ? progressBrief(*schema.progress) : QString();
    default: return {};
    }
}

QVariant SourceTableModel::schemaSort(const SchemaInfo& schema, int column) const
{
    switch (column) {
    case Status: return int(health(schema));
    case Rows: return schema.rows;
    case Synced: return schema.lastSyncedAt;
    case Next: return schema.nextRunAt;
    case Progress: return schema.progress ? schema.progress->fraction : -2.0;
    default: return schemaText(schema, column);
    }
}

QVariant SourceTableModel::schemaData(const SchemaInfo& schema, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return schemaText(schema, column);
    case Qt::ToolTipRole:
        switch (column) {
        case Name: return schema.warehouseTable;
        case Status: return schema.pause ? pauseText(*schema.pause) : schema.latestError ? describe(*schema.latestError).sentence : statusExplained(schema.status);
        case Method: return syncTypeExplained(schema.config.syncType);
        case Synced: return formatAbsolute(schema.lastSyncedAt);
        case Next: return formatAbsolute(schema.nextRunAt);
        case Guarantee_: return guaranteeExplained(schema.guarantee);
        case Progress: return schema.progress ? progressText(*schema.progress) : QString();
        default: return schemaText(schema, column);
        }
    case Qt::AccessibleTextRole:
        return column == Name ? tr("Table %1, %2").arg(schema.label, schemaText(schema, Status)) : schemaText(schema, column);
    case Qt::AccessibleDescriptionRole:
        if (column == Name && schema.pause)
            return pauseText(*schema.pause);
        return column == Name && schema.latestError ? describe(*schema.latestError).sentence : QVariant();
    case MarkRole: {
        const auto place = m_places.constFind(schema.id);
        return place == m_places.constEnd() ? QString() : protectionMark(place->first->info);
    }
    case IdRole: return schema.id.value;
    case NodeRole: return int(NodeKind::Schema);
    case StatusRole: return int(schema.status);
    case HealthRole: return int(health(schema));
    case SeverityRole: return int(health(schema));
    case SortRole: return schemaSort(schema, column);
    case FractionRole: return schema.progress ? QVariant(schema.progress->fraction) : QVariant();
    case ExportRole:
        switch (column) {
        case Name: return QString(schema.sourceName + QLatin1Char('.') + schema.label);
        case Rows: return schema.rows < 0 ? QString() : QString::number(schema.rows);
        case Synced: return schema.lastSyncedAt.toUTC().toString(Qt::ISODate);
        case Next: return schema.nextRunAt.toUTC().toString(Qt::ISODate);
        case Guarantee_: return guaranteeWord(schema.guarantee);
        default: return schemaText(schema, column);
        }
    case SearchRole: return QString(schema.sourceName + QLatin1Char('.') + schema.label);
    default: return {};
    }
}

} // namespace leat
