// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/settingrepo.h"

#include "engine/state/rowtext.h"

namespace leat {

Result<QString> SettingRepo::value(const QString& key)
{
    Result<QVariant> value = m_database.scalar(QStringLiteral("SELECT value FROM settings WHERE key = ?"), {rowtext::text(key)});
    if (!value)
        return value.error();
    return value->toString();
}

Result<void> SettingRepo::set(const QString& key, const QString& value)
{
    if (value.isEmpty())
        return m_database.run(QStringLiteral("DELETE FROM settings WHERE key = ?"), {rowtext::text(key)});
    return m_database.run(
        QStringLiteral("INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
        {rowtext::text(key), value});
}

} // namespace leat
