// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "models/roles.h"

#include <QAbstractItemModel>
#include <QHash>

#include <functional>
#include <memory>
#include <vector>

namespace leat {

/// Sources and their schemas as a two-level tree that follows Control's ChangeSets: a change of
/// values is one ranged dataChanged a source, a change of structure inserts and removes rows and
/// keeps every other index. Main thread; `control` must outlive the model.
class SourceTableModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Status, Method, Rows, Synced, Next, Guarantee_, Progress, ColumnCount };
    using Now = std::function<QDateTime()>;

    explicit SourceTableModel(Control* control, QObject* parent = nullptr, Now now = {});
    ~SourceTableModel() override;

    /// Null when the index shows the other kind. Valid until the next change.
    const SourceInfo* source(const QModelIndex& index) const;
    const SchemaInfo* schema(const QModelIndex& index) const;
    QModelIndex indexOf(SourceId id) const;
    QModelIndex indexOf(SchemaId id) const;
    /// The schemas under an index: itself, or all of its source.
    std::vector<SchemaId> schemasUnder(const QModelIndex& index) const;
    /// The status, or what an incident says of it.
    Health health(const SchemaInfo& schema) const;
    /// Tells views that relative times moved on; call it every half minute or so.
    void refreshTimes();

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    void apply(const ChangeSet& changes);
    void applyStructure(const World& world);
    bool mergeSources(const World& world);
    bool mergeSchemas(Node& node, const std::vector<const SchemaInfo*>& wanted);
    void reload(const World& world);
    void updateValues(const World& world, const ChangeSet& changes);
    void renumber();
    void applyIncidents(const World& world);
    void emitRows(Node& node, std::vector<int>& rows);
    Health worst(const Node& node) const;
    QVariant sourceData(const Node& node, int column, int role) const;
    QVariant schemaData(const SchemaInfo& schema, int column, int role) const;
    QString sourceText(const Node& node, int column) const;
    QString schemaText(const SchemaInfo& schema, int column) const;
    QVariant schemaSort(const SchemaInfo& schema, int column) const;

    Control* m_control;
    Now m_now;
    std::vector<std::unique_ptr<Node>> m_nodes;
    QHash<SchemaId, std::pair<Node*, int>> m_places;
    QHash<SchemaId, Health> m_health;  ///< of tables that an incident stops
};

} // namespace leat
