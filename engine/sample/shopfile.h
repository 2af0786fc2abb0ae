// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace leat::sample {

/// The shop's file, opened for writing. The first failure is kept and ends all later work, so
/// that hundreds of calls need one check at the end.
class ShopFile
{
public:
    /// `create`: the file may not exist yet.
    ShopFile(const QString& path, bool create);
    ~ShopFile();
    ShopFile(const ShopFile&) = delete;
    ShopFile& operator=(const ShopFile&) = delete;

    void run(const char* sql);
    /// The first column of the first row; 0 when there is none.
    std::int64_t number(const char* sql);
    Result<void> result() const;
    bool failed() const noexcept { return m_code != 0; }

private:
    friend class ShopStatement;
    void note(int code);
    QString m_path;
    sqlite3* m_db = nullptr;
    int m_code = 0;
    QString m_said;
};

/// NULL as a value to bind.
struct Null { };

/// A statement that is run again and again with other values.
class ShopStatement
{
public:
    ShopStatement(ShopFile& file, const char* sql);
    ~ShopStatement();
    ShopStatement(const ShopStatement&) = delete;
    ShopStatement& operator=(const ShopStatement&) = delete;

    template <typename... Values>
    void run(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        step();
    }

private:
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int, Null) { }
    void step();
    ShopFile& m_file;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace leat::sample
