// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/auditrepo.h"

#include "engine/state/rowtext.h"

namespace leat {

using rowtext::text;

Result<void> AuditRepo::add(const AuditEntry& entry)
{
    return m_database.run(QStringLiteral("INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)"),
        {rowtext::time(entry.at), text(entry.actor), text(entry.action), text(entry.subject), text(entry.detail)});
}

Result<std::vector<AuditEntry>> AuditRepo::newest(int limit)
{
    std::vector<AuditEntry> entries;
    Result<void> read = m_database.each(
        QStringLiteral("SELECT at, actor, action, subject, detail FROM audit ORDER BY id DESC LIMIT ?"), {limit},
        [&](const QSqlQuery& row) {
            entries.push_back({rowtext::time(row.value(0)), row.value(1).toString(), row.value(2).toString(),
                row.value(3).toString(), row.value(4).toString()});
        });
    if (!read)
        return read.error();
    return entries;
}

} // namespace leat
