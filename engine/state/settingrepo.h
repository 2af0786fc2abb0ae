// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/state/database.h"

namespace leat {

/// Small settings of the profile by key; an empty value is the same as none.
class SettingRepo
{
public:
    explicit SettingRepo(Database& database) : m_database(database) {}
    Result<QString> value(const QString& key);
    Result<void> set(const QString& key, const QString& value);

private:
    Database& m_database;
};

} // namespace leat
