// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitefactory.h"
#include "engine/sample/shop.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace leat;

namespace {

QString scalar(const QString& file, const QByteArray& sql)
{
    sqlite3* db = nullptr;
    sqlite3_open_v2(file.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt* statement = nullptr;
    QString text = QStringLiteral("(error)");
    if (sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) == SQLITE_OK)
        text = sqlite3_step(statement) == SQLITE_ROW
            ? QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0))) : QStringLiteral("(none)");
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return text;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Source> sourceOf(const QString& file)
{
    Result<std::unique_ptr<Source>> source = SqliteFactory().create({{QStringLiteral("path"), file}}, {});
    return source ? std::move(*source) : nullptr;
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_shop = m_dir.filePath(QStringLiteral("shop.db"));
        QElapsedTimer timer;
        timer.start();
        const Result<void> made = makeShop(m_shop);
        QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().detail));
        qInfo("the shop was made in %lld ms", timer.elapsed());
        m_pristine = m_dir.filePath(QStringLiteral("pristine.db"));
        QVERIFY(QFile::copy(m_shop, m_pristine));
    }

    void holdsABelievableShop()
    {
        QCOMPARE(scalar(m_pristine, "PRAGMA integrity_check"), QStringLiteral("ok"));
        QCOMPARE(scalar(m_pristine, "SELECT count(*) FROM pragma_foreign_key_check"), QStringLiteral("0"));
        QCOMPARE(scalar(m_pristine, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"), QStringLiteral("10"));
        qint64 rows = 0;
        for (const TableChoice& table : shopTables())
            rows += scalar(m_pristine, "SELECT count(*) FROM " + table.table.name.toUtf8()).toLongLong();
        QVERIFY2(rows > 90'000 && rows < 120'000, qPrintable(QString::number(rows)));
        // Totals are what the items say.
        QCOMPARE(scalar(m_pristine, "SELECT count(*) FROM orders o WHERE abs(total - (SELECT sum(quantity * unit_price * (1 - coalesce(discount, 0)))"
                                    " FROM order_items i WHERE i.order_id = o.id)) > 0.05"), QStringLiteral("0"));
        QCOMPARE(scalar(m_pristine, "SELECT count(*) FROM order_items i JOIN products p ON p.id = i.product_id WHERE i.unit_price <> p.price"), QStringLiteral("0"));
        QVERIFY(scalar(m_pristine, "SELECT count(DISTINCT status) FROM orders").toInt() >= 6);
    }

    void isTheSameEveryTime()
    {
        const QString other = m_dir.filePath(QStringLiteral("folder/made/anew.db"));
        QVERIFY(makeShop(other).has_value());
        QVERIFY(contents(other) == contents(m_pristine));
        QVERIFY(editShop(other).has_value());
        const QString third = m_dir.filePath(QStringLiteral("third.db"));
        QVERIFY(QFile::copy(m_pristine, third));
        QVERIFY(editShop(third).has_value());
        QVERIFY(contents(other) == contents(third));
        // Made anew: the days that were played are forgotten.
        QVERIFY(makeShop(other).has_value());
        QVERIFY(contents(other) == contents(m_pristine));
    }

    void aDayAddsAndChanges()
    {
        const QString file = m_dir.filePath(QStringLiteral("days.db"));
        QVERIFY(QFile::copy(m_pristine, file));
        QString before = scalar(file, "SELECT max(updated_at) FROM orders");
        for (int day = 1; day <= 3; ++day) {
            QVERIFY(editShop(file).has_value());
            QCOMPARE(scalar(file, "PRAGMA user_version"), QString::number(day));
            const QString after = scalar(file, "SELECT max(updated_at) FROM orders");
            QVERIFY2(after > before, qPrintable(after));
            const QByteArray old = before.toUtf8();
            QCOMPARE(scalar(file, "SELECT count(*) FROM orders WHERE ordered_at > '" + old + "'"), QStringLiteral("60"));
            QVERIFY(scalar(file, "SELECT count(*) FROM orders WHERE updated_at > '" + old + "'").toInt() > 100);
            QVERIFY(scalar(file, "SELECT count(*) FROM customers WHERE updated_at > '" + old + "'").toInt() > 40);
            QVERIFY(scalar(file, "SELECT count(*) FROM products WHERE updated_at > '" + old + "'").toInt() > 5);
            before = after;
        }
        QCOMPARE(scalar(file, "PRAGMA integrity_check"), QStringLiteral("ok"));
        QCOMPARE(scalar(file, "SELECT count(*) FROM pragma_foreign_key_check"), QStringLiteral("0"));
    }

    // What append and incremental rely on: old items and events stay, and every other change of a
    // table that is synced by updated_at moves that column forward.
    void changesAreVisibleToTheirSyncType()
    {
        const QString file = m_dir.filePath(QStringLiteral("visible.db"));
        QVERIFY(QFile::copy(m_pristine, file));
        const QByteArray mark = scalar(file, "SELECT max(updated_at) FROM (SELECT updated_at FROM orders UNION ALL SELECT updated_at FROM customers"
                                             " UNION ALL SELECT updated_at FROM products UNION ALL SELECT updated_at FROM payments)").toUtf8();
        QVERIFY(editShop(file).has_value());
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(file.toUtf8().constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, ("ATTACH '" + m_pristine.toUtf8() + "' AS old").constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        const auto count = [db](const QByteArray& sql) {
            sqlite3_stmt* statement = nullptr;
            int value = -1;
            if (sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
                value = sqlite3_column_int(statement, 0);
            sqlite3_finalize(statement);
            return value;
        };
        for (const QByteArray table : {"order_items", "events"}) {
            QCOMPARE(count("SELECT count(*) FROM (SELECT * FROM old." + table + " EXCEPT SELECT * FROM main." + table + ")"), 0);
            QVERIFY(count("SELECT (SELECT count(*) FROM main." + table + ") - (SELECT count(*) FROM old." + table + ")") > 50);
        }
        for (const QByteArray table : {"orders", "customers", "products", "payments", "reviews"}) {
            QVERIFY(count("SELECT count(*) FROM (SELECT * FROM main." + table + " EXCEPT SELECT * FROM old." + table + ")") > 0);
            QCOMPARE(count("SELECT count(*) FROM (SELECT * FROM main." + table + " EXCEPT SELECT * FROM old." + table
                         + ") WHERE updated_at <= '" + mark + "'"), 0);
        }
        QVERIFY(count("SELECT count(*) FROM (SELECT store_id, product_id FROM old.inventory EXCEPT SELECT store_id, product_id FROM main.inventory)") > 0);
        sqlite3_close(db);
    }

    void choicesFitTheSource()
    {
        const std::unique_ptr<Source> source = sourceOf(m_pristine);
        QVERIFY(source != nullptr);
        const std::vector<TableChoice> choices = shopTables();
        QCOMPARE(choices.size(), std::size_t{10});
        QSet<SyncType> types;
        for (const TableChoice& choice : choices) {
            types.insert(choice.config.syncType);
            QVERIFY(choice.config.shouldSync);
            Result<SyncOptions> options = source->options(choice.table, {});
            QVERIFY(options.has_value());
            for (const ColumnShape& column : options->shape.columns)
                QVERIFY2(column.type.kind != ColumnType::Kind::Text || column.sourceType == QLatin1String("TEXT"), qPrintable(column.name));
            if (choice.config.syncType == SyncType::FullRefresh)
                continue;
            QCOMPARE(choice.config.primaryKeyColumns, options->detectedPrimaryKeys);
            const auto& fields = options->incrementalFields;
            const auto found = std::find_if(fields.begin(), fields.end(),
                [&](const CursorCandidate& field) { return field.field == choice.config.incrementalField; });
            QVERIFY2(found != fields.end(), qPrintable(choice.table.name));
            QVERIFY(found->indexed);
            QVERIFY(found->type == choice.config.incrementalFieldType);
        }
        QCOMPARE(types.size(), 3);
    }

    void refusesWhatIsNoShop()
    {
        QCOMPARE(int(editShop(m_dir.filePath(QStringLiteral("none.db"))).error().code), int(ErrorCode::FileMissing));
        const QString text = m_dir.filePath(QStringLiteral("text.db"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("not a database ").repeated(500));
        file.close();
        QCOMPARE(int(editShop(text).error().code), int(ErrorCode::FileNotDatabase));
        const Result<void> blocked = makeShop(text + QStringLiteral("/shop.db"));
        QVERIFY(!blocked);
        QCOMPARE(int(blocked.error().code), int(ErrorCode::ProfileNotWritable));
    }

private:
    QTemporaryDir m_dir;
    QString m_shop;
    QString m_pristine;
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
