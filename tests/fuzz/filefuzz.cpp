// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/filefuzz.h"

#include "engine/connectors/postgres/pgdecoder.h"
#include "engine/state/migrations.h"
#include "engine/state/statestore.h"
#include "tests/postgres/testbatch.h"

#include <QFile>

namespace leat::fuzz {

namespace {

using Kind = ColumnType::Kind;

const std::vector<pg::DecodeColumn>& everyDecoder()
{
    static const std::vector<pg::DecodeColumn> all{
        {pg::Decode::Bool, {Kind::Boolean, 0, 0}, false}, {pg::Decode::Int2, {Kind::Int16, 0, 0}, false},
        {pg::Decode::Int4, {Kind::Int32, 0, 0}, false}, {pg::Decode::Int8, {Kind::Int64, 0, 0}, false},
        {pg::Decode::UInt4, {Kind::UInt32, 0, 0}, false}, {pg::Decode::Float4, {Kind::Float, 0, 0}, false},
        {pg::Decode::Float8, {Kind::Double, 0, 0}, false}, {pg::Decode::Numeric, {Kind::Decimal, 12, 2}, false},
        {pg::Decode::Numeric, {Kind::Decimal, 38, 10}, false}, {pg::Decode::Numeric, {Kind::Text, 0, 0}, false},
        {pg::Decode::Date, {Kind::Date, 0, 0}, false}, {pg::Decode::Time, {Kind::Time, 0, 0}, false},
        {pg::Decode::TimeTz, {Kind::TimeTz, 0, 0}, false}, {pg::Decode::Timestamp, {Kind::TimestampTz, 0, 0}, false},
        {pg::Decode::Interval, {Kind::Interval, 0, 0}, false}, {pg::Decode::Uuid, {Kind::Uuid, 0, 0}, false},
        {pg::Decode::Text, {Kind::Text, 0, 0}, true}, {pg::Decode::JsonB, {Kind::Json, 0, 0}, true},
        {pg::Decode::Blob, {Kind::Blob, 0, 0}, false}};
    return all;
}

QString decode(const std::vector<pg::DecodeColumn>& columns, const char* bytes, std::size_t size)
{
    std::vector<ReadColumn> read;
    for (const pg::DecodeColumn& column : columns)
        read.push_back({QStringLiteral("c"), column.type});
    pg::Decoder decoder(columns);
    test::TestBatch batch(read);
    if (!decoder.addRow(bytes, size) || decoder.rows() == 0)
        return {};
    qint64 lost = 0;
    (void)decoder.emit(batch.batch(), lost);
    return lost >= 0 ? QString() : QStringLiteral("a negative number of lost values");
}

// The first byte chooses the column, the rest is the message, in memory of just its size.
QString copyRow(const QByteArray& input)
{
    if (input.isEmpty())
        return {};
    const std::size_t size = std::size_t(input.size()) - 1;
    const std::unique_ptr<char[]> exact(new char[size]);
    std::memcpy(exact.get(), input.constData() + 1, size);
    (void)pg::copyHeaderSize(exact.get(), size);
    const auto& all = everyDecoder();
    const std::size_t first = quint8(input[0]) % all.size();
    return decode({all.begin() + qsizetype(first), all.end()}, exact.get(), size);
}

// Arrays, composites, ranges: they travel as the server's text, of whatever bytes (T081, T084).
QString fieldText(const QByteArray& input)
{
    QByteArray message("\0\2", 2);
    for (int i = 0; i < 2; ++i) {
        const quint32 size = quint32(input.size());
        message += char(size >> 24);
        message += char(size >> 16);
        message += char(size >> 8);
        message += char(size);
        message += input;
    }
    const std::vector<pg::DecodeColumn> columns{{pg::Decode::Text, {Kind::Text, 0, 0}, true}, {pg::Decode::JsonB, {Kind::Json, 0, 0}, true}};
    return decode(columns, message.constData(), std::size_t(message.size()));
}

// A state file of whatever bytes is a profile, or an error that says so.
QString stateFile(const QString& path, const QByteArray& input)
{
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(input) != input.size())
        return QStringLiteral("the file cannot be written");
    file.close();
    const Result<std::unique_ptr<StateStore>> store = StateStore::open(path);
    if (!store)
        return {};
    (void)(*store)->sources();
    (void)(*store)->schemas();
    (void)(*store)->recoverRuns();
    return {};
}

QByteArray freshState(const QString& path)
{
    {
        const Result<std::unique_ptr<StateStore>> store = StateStore::open(path);
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("SQLite format 3");
}

} // namespace

std::vector<Parser> fileParsers(const QString& folder)
{
    std::vector<Parser> all;
    QByteArrayList rows{QByteArray("\x00\x00\x13\xff\xff\xff\xff", 7), QByteArray("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", 19)};
    for (int i = 0; i < int(everyDecoder().size()); ++i) {
        QByteArray row(1, char(i));
        const int fields = int(everyDecoder().size()) - i;
        row += char(0);
        row += char(fields);
        for (int field = 0; field < fields; ++field)
            row += QByteArray("\0\0\0\x08\0\1\0\0\0\0\0\2", 12);
        rows.append(row);
    }
    all.push_back({"copy", rows, {QByteArray("\xff\xff\xff\xff", 4), QByteArray("\x7f\xff\xff\xff", 4), QByteArray("\0\0\0\0", 4),
        QByteArray("\0\0\0\x10", 4), QByteArray("\xc0\x00", 2), QByteArray("\0\0\0\x04\x7f\xff\xff\xff", 8)}, copyRow});
    all.push_back({"text", {"{1,2,NULL,\"a,b\"}", "(1,\"x\"\"y\",)", "[2026-01-01,infinity)", "{\"a\":[1,2,{\"b\":null}]}", "1 year 2 mons"},
        {"{", "}", "\"", "\\", QByteArray("\0", 1), "\xff", "\xed\xa0\x80", "\xc3", "NULL", ","}, fieldText});
    const QString path = folder + QStringLiteral("/state.db");
    all.push_back({"state", {freshState(path)}, {QByteArray("\0\0\0\0", 4), "CREATE", "TEXT", QByteArray("\x10\x00\x01\x01", 4)},
        [path](const QByteArray& input) { return stateFile(path, input); }});
    return all;
}

} // namespace leat::fuzz
