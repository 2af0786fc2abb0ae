// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"

#include "models/fuzzy.h"
#include "models/healthsummary.h"

#include <QRegularExpression>

#include <algorithm>

namespace leat {

namespace {

constexpr size_t kMost = 60;
constexpr int kIntentBase = 20;        // an intent that fits in full stands among whole-word hits
constexpr int kLeastIntent = 60;       // percent of the words that must be known
constexpr int kDisabled = 30;

} // namespace

PaletteModel::PaletteModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    narrow();
    endResetModel();
}

void PaletteModel::setQuery(const QString& query)
{
    if (query.trimmed() == m_query)
        return;
    beginResetModel();
    m_query = query.trimmed();
    narrow();
    endResetModel();
}

int PaletteModel::score(const PaletteEntry& entry) const
{
    int best = fuzzyScoreAll(m_query, entry.title);
    if (best < 0 && entry.kind != PaletteEntry::Kind::Intent)
        if (const int inHint = fuzzyScoreAll(m_query, entry.title + QLatin1Char(' ') + entry.hint); inHint >= 0)
            best = inHint / 2;
    if (entry.kind == PaletteEntry::Kind::Intent)
        if (const int share = intentScore(m_query, entry.intent.keywords); share >= kLeastIntent)
            best = std::max(best, kIntentBase + share);
    return best < 0 ? best : std::max(0, best - (entry.enabled ? 0 : kDisabled));
}

void PaletteModel::narrow()
{
    std::vector<std::pair<int, int>> scored;
    for (size_t i = 0; i < m_entries.size(); ++i)
        if (const int points = m_query.isEmpty() ? 0 : score(m_entries[i]); points >= 0)
            scored.emplace_back(points, int(i));
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    m_shown.clear();
    for (const auto& [points, at] : scored)
        if (m_shown.size() < kMost)
            m_shown.push_back(at);
}

const PaletteEntry* PaletteModel::entry(int row) const
{
    return row >= 0 && row < int(m_shown.size()) ? &m_entries[size_t(m_shown[size_t(row)])] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const PaletteEntry* one = index.isValid() ? entry(index.row()) : nullptr;
    if (one == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return one->title;
    case HintRole: return one->hint;
    case KeysRole: return one->keys;
    case KindRole: return int(one->kind);
    case Qt::ToolTipRole: return one->hint;
    case Qt::AccessibleTextRole: {
        QStringList parts{one->title, paletteKindWord(one->kind)};
        if (!one->keys.isEmpty())
            parts << one->keys;
        return parts.join(QStringLiteral(", "));
    }
    case Qt::AccessibleDescriptionRole: return one->hint;
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    // A disabled entry stays selectable, so that its reason can be read.
    return QAbstractListModel::flags(index);
}

std::vector<PaletteEntry> worldEntries(const World& world)
{
    std::vector<PaletteEntry> out;
    for (const SourceInfo& source : world.sources)
        out.push_back({PaletteEntry::Kind::Source, QString::number(source.id.value), source.name, source.summary, {}, true, {}});
    for (const SchemaInfo& s : world.schemas)
        out.push_back({PaletteEntry::Kind::Table, QString::number(s.id.value), s.sourceName + QLatin1Char('.') + s.label, healthTitle(healthAt(s, QDateTime::currentDateTimeUtc())), {}, true, {}});
    return out;
}

std::vector<PaletteEntry> intentEntries()
{
    std::vector<PaletteEntry> out;
    for (const Intent& intent : allIntents())
        out.push_back({PaletteEntry::Kind::Intent, intent.id, intent.title, intent.hint, {}, intent.opens != Intent::Opens::Nothing, intent});
    return out;
}

QString paletteKindWord(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Action: return PaletteModel::tr("Action");
    case PaletteEntry::Kind::Table: return PaletteModel::tr("Table");
    case PaletteEntry::Kind::Source: return PaletteModel::tr("Source");
    case PaletteEntry::Kind::Filter: return PaletteModel::tr("Saved filter");
    case PaletteEntry::Kind::Setting: return PaletteModel::tr("Setting");
    case PaletteEntry::Kind::Intent: return PaletteModel::tr("How to");
    }
    return {};
}

SchemaId tableNamedIn(const World& world, const QString& sentence)
{
    SchemaId found;
    qsizetype longest = 0;
    for (const SchemaInfo& s : world.schemas) {
        const QString name = s.label;
        if (name.size() <= longest)
            continue;
        const QRegularExpression word(QStringLiteral("(?<![\\w])%1(?![\\w])").arg(QRegularExpression::escape(name)),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        if (sentence.contains(word)) {
            found = s.id;
            longest = name.size();
        }
    }
    return found;
}

} // namespace leat
