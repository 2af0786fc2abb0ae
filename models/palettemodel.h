// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/world.h"
#include "models/intents.h"

#include <QAbstractListModel>

#include <vector>

namespace leat {

/// One thing that the palette can open or do.
struct PaletteEntry
{
    enum class Kind { Action, Table, Source, Filter, Setting, Intent };
    Kind kind = Kind::Action;
    QString id;                    ///< object name, row id, query, page id or intent id
    QString title;
    QString hint;                  ///< where it is, or what it does
    QString keys;                  ///< its shortcut
    bool enabled = true;
    Intent intent;                 ///< kind Intent only
};

/// Everything the palette knows, narrowed and ordered by what is typed. Main thread.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { HintRole = Qt::UserRole + 40, KeysRole, KindRole };

    explicit PaletteModel(QObject* parent = nullptr);
    void setEntries(std::vector<PaletteEntry> entries);
    void setQuery(const QString& query);
    QString query() const { return m_query; }
    const PaletteEntry* entry(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void narrow();
    int score(const PaletteEntry& entry) const;
    std::vector<PaletteEntry> m_entries;
    std::vector<int> m_shown;
    QString m_query;
};

/// Sources and tables of the world as entries.
std::vector<PaletteEntry> worldEntries(const World& world);
std::vector<PaletteEntry> intentEntries();
QString paletteKindWord(PaletteEntry::Kind kind);

/// The table that a sentence names ("switch my orders table to incremental"); the longest name
/// wins; invalid: none.
SchemaId tableNamedIn(const World& world, const QString& sentence);

} // namespace leat
