// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/shop.h"

#include "engine/sample/shopdata.h"
#include "engine/sample/shopday.h"
#include "engine/sample/shopfile.h"

#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace leat {

namespace {

Error notWritable(const QString& file, const QString& detail)
{
    return makeError(ErrorCode::ProfileNotWritable, detail, {{QStringLiteral("path"), QFileInfo(file).absolutePath()}});
}

// A journal of an earlier shop must not be played into a new one.
void removeSideFiles(const QString& file)
{
    for (const char* end : {"-journal", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(end));
}

Result<void> replaceFile(const QString& from, const QString& to)
{
    removeSideFiles(to);
    std::error_code failed;
    std::filesystem::rename(std::filesystem::path(from.toStdU16String()), std::filesystem::path(to.toStdU16String()), failed);
    if (!failed)
        return {};
    QFile::remove(from);
    return notWritable(to, QString::fromStdString(failed.message()));
}

Result<void> writeShop(const QString& path)
{
    sample::ShopFile file(path, true);
    file.run("PRAGMA journal_mode = OFF");
    file.run("PRAGMA synchronous = OFF");
    file.run("BEGIN");
    sample::createTables(file);
    sample::fillTables(file);
    file.run("COMMIT");
    file.run("ANALYZE");
    return file.result();
}

TableChoice choice(const char* name, SyncType type, const char* field, CursorType fieldType)
{
    TableChoice choice;
    choice.table.name = QLatin1String(name);
    choice.config.shouldSync = true;
    choice.config.syncType = type;
    if (type == SyncType::FullRefresh)
        return choice;
    choice.config.incrementalField = QLatin1String(field);
    choice.config.incrementalFieldType = fieldType;
    choice.config.primaryKeyColumns = {QStringLiteral("id")};
    return choice;
}

} // namespace

Result<void> makeShop(const QString& file)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return notWritable(file, QStringLiteral("the folder cannot be made"));
    const QString fresh = file + QStringLiteral(".new");
    QFile::remove(fresh);
    removeSideFiles(fresh);
    Result<void> written = writeShop(fresh);
    if (!written) {
        QFile::remove(fresh);
        return written;
    }
    return replaceFile(fresh, file);
}

Result<void> editShop(const QString& path)
{
    if (!QFileInfo::exists(path))
        return makeError(ErrorCode::FileMissing, {}, {{QStringLiteral("path"), path}});
    sample::ShopFile file(path, false);
    file.run("BEGIN IMMEDIATE");
    const std::int64_t day = file.number("PRAGMA user_version") + 1;
    sample::playDay(file, day);
    file.run(QByteArray("PRAGMA user_version = " + QByteArray::number(static_cast<qint64>(day))).constData());
    file.run("COMMIT");
    return file.result();
}

std::vector<TableChoice> shopTables()
{
    const auto full = [](const char* name) { return choice(name, SyncType::FullRefresh, "", CursorType::Integer); };
    const auto byTime = [](const char* name) { return choice(name, SyncType::Incremental, "updated_at", CursorType::DateTime); };
    const auto appended = [](const char* name) { return choice(name, SyncType::Append, "id", CursorType::Integer); };
    return {full("categories"), full("stores"), full("inventory"), byTime("products"), byTime("customers"),
        byTime("orders"), byTime("payments"), byTime("reviews"), appended("order_items"), appended("events")};
}

} // namespace leat
