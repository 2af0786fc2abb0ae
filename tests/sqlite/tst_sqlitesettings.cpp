// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitefactory.h"

#include <QDir>
#include <QTest>

using namespace leat;

namespace {

Result<ParsedUrl> parsed(const QString& text)
{
    QString copy = text;
    return SqliteFactory().parseUrl(Secret::take(copy));
}

} // namespace

class TestSqliteSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsUrls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("path");
        const QString here = QDir::currentPath();
        QTest::newRow("three slashes") << QStringLiteral("sqlite:///data/Shop 1.db") << QStringLiteral("/data/Shop 1.db");
        QTest::newRow("four slashes") << QStringLiteral("sqlite:////data/shop.db") << QStringLiteral("/data/shop.db");
        QTest::newRow("one slash") << QStringLiteral("sqlite:/data/shop.db") << QStringLiteral("/data/shop.db");
        QTest::newRow("relative") << QStringLiteral("sqlite:shop.db") << here + QStringLiteral("/shop.db");
        QTest::newRow("encoded") << QStringLiteral("sqlite:///data/a%20b%25c.db") << QStringLiteral("/data/a b%c.db");
        QTest::newRow("file") << QStringLiteral("file:///data/shop.db?mode=ro") << QStringLiteral("/data/shop.db");
        QTest::newRow("file localhost") << QStringLiteral("file://localhost/data/shop.db") << QStringLiteral("/data/shop.db");
        QTest::newRow("plain") << QStringLiteral("/data/100%.sqlite3") << QStringLiteral("/data/100%.sqlite3");
        QTest::newRow("plain relative") << QStringLiteral("x/../shop.SQLITE") << here + QStringLiteral("/shop.SQLITE");
        QTest::newRow("home") << QStringLiteral("~/shop.db") << QDir::homePath() + QStringLiteral("/shop.db");
    }
    void readsUrls()
    {
        QFETCH(QString, url);
        QFETCH(QString, path);
        const Result<ParsedUrl> result = parsed(url);
        QVERIFY(result.has_value());
        QCOMPARE(result->type, QStringLiteral("sqlite"));
        QCOMPARE(result->settings.value(QStringLiteral("path")), path);
        QVERIFY(result->secrets.empty());
        QVERIFY(SqliteFactory().validate(result->settings).has_value());
    }

    void readsOptionsAndName()
    {
        const Result<ParsedUrl> result = parsed(QStringLiteral("sqlite:///data/My Shop.v2.db?readers=3&busy_timeout=250"));
        QVERIFY(result.has_value());
        QCOMPARE(result->settings.value(QStringLiteral("readers")), QStringLiteral("3"));
        QCOMPARE(result->settings.value(QStringLiteral("busy_timeout")), QStringLiteral("250"));
        QCOMPARE(result->suggestedName, QStringLiteral("my_shop_v2"));
    }

    void refusesOtherUrls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("code");
        QTest::newRow("host") << QStringLiteral("sqlite://host/shop.db") << int(ErrorCode::MalformedUrl);
        QTest::newRow("empty") << QStringLiteral("sqlite:") << int(ErrorCode::MalformedUrl);
        QTest::newRow("memory") << QStringLiteral("sqlite::memory:") << int(ErrorCode::MalformedUrl);
        QTest::newRow("folder") << QStringLiteral("sqlite:///data/") << int(ErrorCode::MalformedUrl);
        QTest::newRow("percent") << QStringLiteral("sqlite:///a%2.db") << int(ErrorCode::MalformedUrl);
        QTest::newRow("nul") << QStringLiteral("sqlite:///a%00.db") << int(ErrorCode::MalformedUrl);
        QTest::newRow("no database") << QStringLiteral("/etc/passwd") << int(ErrorCode::MalformedUrl);
        QTest::newRow("option") << QStringLiteral("sqlite:///a.db?reader=2") << int(ErrorCode::UnknownOption);
        QTest::newRow("value") << QStringLiteral("sqlite:///a.db?readers=none") << int(ErrorCode::InvalidOption);
    }
    void refusesOtherUrls()
    {
        QFETCH(QString, url);
        QFETCH(int, code);
        const Result<ParsedUrl> result = parsed(url);
        QVERIFY(!result);
        QCOMPARE(int(result.error().code), code);
    }

    void validatesSettings()
    {
        const SqliteFactory factory;
        const auto codeOf = [&](const QMap<QString, QString>& settings) {
            const Result<void> result = factory.validate(settings);
            return result ? ErrorCode::Internal : result.error().code;
        };
        QCOMPARE(toString(codeOf({})), toString(ErrorCode::MissingOption));
        QCOMPARE(toString(codeOf({{QStringLiteral("path"), QStringLiteral("  ")}})), toString(ErrorCode::MissingOption));
        QMap<QString, QString> settings{{QStringLiteral("path"), QStringLiteral("/a.db")}};
        QVERIFY(factory.validate(settings).has_value());
        settings[QStringLiteral("readers")] = QStringLiteral("0");
        QCOMPARE(toString(codeOf(settings)), toString(ErrorCode::InvalidOption));
        settings[QStringLiteral("readers")] = QStringLiteral("4");
        settings[QStringLiteral("busy_timeout")] = QStringLiteral("-1");
        QCOMPARE(toString(codeOf(settings)), toString(ErrorCode::InvalidOption));
        settings.remove(QStringLiteral("busy_timeout"));
        settings[QStringLiteral("pathh")] = QStringLiteral("/b.db");
        const Result<void> unknown = factory.validate(settings);
        QCOMPARE(toString(unknown.error().code), toString(ErrorCode::UnknownOption));
        QCOMPARE(unknown.error().args.value(QStringLiteral("nearest")), QStringLiteral("path"));
        // A secret given as a setting is not known either.
        QCOMPARE(toString(codeOf({{QStringLiteral("path"), QStringLiteral("/a.db")}, {QStringLiteral("password"), QStringLiteral("x")}})), toString(ErrorCode::UnknownOption));
    }

    void describesItself()
    {
        const SqliteFactory factory;
        QCOMPARE(factory.info().id, QStringLiteral("sqlite"));
        QVERIFY(factory.info().settings.front().required);
        QVERIFY(factory.info().settings.front().kind == SettingSpec::Kind::File);
        QCOMPARE(factory.summary({{QStringLiteral("path"), QDir::homePath() + QStringLiteral("/shop.db")}}), QStringLiteral("~/shop.db"));
        QVERIFY(factory.parseUrl(Secret()).error().args.contains(QStringLiteral("example")));
    }
};

QTEST_GUILESS_MAIN(TestSqliteSettings)
#include "tst_sqlitesettings.moc"
