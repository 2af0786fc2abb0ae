// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"

#include <QStringList>

namespace leat {

/// An edit of one schema's configuration: what changed, what is wrong with it, and what applying
/// it would do. A plain value; every rule is pure.
class SchemaDraft
{
public:
    SchemaDraft() = default;
    explicit SchemaDraft(const SchemaInfo& base, const QString& sourceType = {});

    void setOptions(const SyncOptions& options);
    const SyncOptions& options() const { return m_options; }
    bool hasOptions() const { return m_hasOptions; }
    const SchemaInfo& base() const { return m_base; }

    SchemaConfig config;   ///< edited in place

    /// Picks a method and, where it has none yet, the suggested cursor and detected key.
    void setSyncType(SyncType type);
    void setCursor(const QString& field);
    /// Why a method cannot be chosen; empty when it can.
    QString whyNot(SyncType type) const;
    /// Only changed fields.
    SchemaPatch patch() const;
    bool isChanged() const;
    /// Sentences that must be solved before applying.
    QStringList problems() const;
    /// Sentences that say what applying will do.
    QStringList effects() const;
    /// Columns that must stay selected.
    QStringList requiredColumns() const;

private:
    SchemaInfo m_base;
    QString m_sourceType;
    SyncOptions m_options;
    bool m_hasOptions = false;
};

} // namespace leat
