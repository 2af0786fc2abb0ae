// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/errortext.h"
#include "engine/api/jsonview.h"

#include <QSet>
#include <QTest>

using namespace leat;

namespace {

constexpr int kLast = int(ErrorCode::FenceLost);

} // namespace

class TestErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasAStableNameOfItsOwn()
    {
        QSet<QString> names;
        for (int i = 0; i <= kLast; ++i) {
            const QString name = toString(ErrorCode(i));
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(i)));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
            QVERIFY(errorCodeFromString(name) == ErrorCode(i));
        }
        QVERIFY(errorCodeFromString(QStringLiteral("no-such-code")) == ErrorCode::Internal);
    }

    void everyCodeSaysCauseAndRemedy()
    {
        QSet<QString> sentences;
        for (int i = 0; i <= kLast; ++i) {
            const ErrorText text = describe(makeError(ErrorCode(i)));
            QVERIFY2(text.sentence.size() > 10, qPrintable(toString(ErrorCode(i))));
            QVERIFY2(text.remedy.size() > 10, qPrintable(toString(ErrorCode(i))));
            QVERIFY2(!text.sentence.contains(QLatin1Char('{')), qPrintable(text.sentence));
            QVERIFY2(!text.remedy.contains(QLatin1Char('{')), qPrintable(text.remedy));
            QVERIFY2(!sentences.contains(text.sentence), qPrintable(text.sentence));
            sentences.insert(text.sentence);
        }
    }

    void argsFillTheSentenceAndAreNotReadAgain()
    {
        const Error error = makeError(ErrorCode::HostUnknown, {}, {{QStringLiteral("host"), QStringLiteral("a{port}b")}});
        QVERIFY(describe(error).sentence.contains(QStringLiteral("a{port}b")));
    }

    void errorsSurviveJson()
    {
        Error error = makeError(ErrorCode::AuthenticationFailed, QStringLiteral("raw"),
            {{QStringLiteral("host"), QStringLiteral("db")}, {QStringLiteral("user"), QStringLiteral("u")}});
        error.owner = Owner::Source;
        error.phase = Phase::Connect;
        error.sqlState = QStringLiteral("28P01");
        QCOMPARE(errorFromJson(toJson(error)), std::optional<Error>(error));
        QVERIFY(!errorFromJson(QJsonObject()));
    }

    void configsSurviveJson()
    {
        SchemaConfig config;
        config.syncType = SyncType::Append;
        config.incrementalField = QStringLiteral("id");
        config.incrementalFieldType = CursorType::Integer;
        config.primaryKeyColumns = {QStringLiteral("a"), QStringLiteral("b,c")};
        config.columns = {QStringLiteral("x")};
        config.shouldSync = true;
        config.lookbackSeconds = qint64(1) << 40;
        config.lateCommits = LateCommits::Xmin;
        QCOMPARE(schemaConfigFromJson(toJson(config)), config);
        QCOMPARE(schemaConfigFromJson(toJson(SchemaConfig())), SchemaConfig());
    }
};

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
