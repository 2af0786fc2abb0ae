// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <utility>
#include <vector>

class QSettings;
class QWidget;

namespace leat {

/// Searches under names, kept in the profile's window.ini.
class SavedFilters
{
public:
    struct Filter
    {
        QString name;
        QString query;
        bool operator==(const Filter&) const = default;
    };
    /// `settings` may be null: then nothing is kept.
    explicit SavedFilters(QSettings* settings);
    const std::vector<Filter>& all() const { return m_filters; }
    /// A name that is there already gets the new query.
    void save(const QString& name, const QString& query);
    void remove(const QString& name);

private:
    void write();
    QSettings* m_settings;
    std::vector<Filter> m_filters;
};

/// Asks for the name of a search; opens without blocking.
void askFilterName(QWidget* parent, const QString& query, std::function<void(const QString& name)> save);

} // namespace leat
