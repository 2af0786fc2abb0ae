// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/commandwords.h"
#include "engine/service/commandtext.h"
#include "engine/service/impacttoken.h"

#include <QTest>

using namespace leat;

class TestImpactToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bindsFactsTimeAndEngine_D56()
    {
        using Verdict = ImpactToken::Verdict;
        const ImpactToken token;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
        const QString facts = QStringLiteral("delete 7 1 100");
        const QString given = token.issue(facts, now);
        QVERIFY(token.check(given, facts, now.addSecs(599)) == Verdict::Good);
        QVERIFY(token.check(given, facts, now.addSecs(601)) == Verdict::Expired);
        QVERIFY(token.check(given, facts, now.addSecs(-1)) == Verdict::Expired);
        QVERIFY(token.check(given, QStringLiteral("delete 7 1 101"), now) == Verdict::Different);
        QVERIFY(token.check({}, facts, now) == Verdict::Missing);
        QVERIFY(token.check(QStringLiteral("x"), facts, now) == Verdict::Different);
        QString later = given;
        later.replace(QStringLiteral("1700000000000."), QStringLiteral("1700000100000."));
        QVERIFY(token.check(later, facts, now.addSecs(100)) == Verdict::Different);
        QVERIFY(ImpactToken().check(given, facts, now) == Verdict::Different);
    }

    void commandsAreQuotedForTheShell()
    {
        QCOMPARE(shellWord(QStringLiteral("shop.orders")), QStringLiteral("shop.orders"));
        QCOMPARE(shellWord(QStringLiteral("it's")), QStringLiteral("'it'\\''s'"));
        QCOMPARE(shellWord(QString()), QStringLiteral("''"));
        QCOMPARE(shellWord(QStringLiteral("a\n")), QStringLiteral("'a\n'"));
        SchemaPatch paused;
        paused.shouldSync = false;
        QCOMPARE(setCommandText({QStringLiteral("-shop.a b")}, paused, AfterChange::Resync),
            QStringLiteral("leatctl schema set --then resync -- '-shop.a b' should_sync=false"));
        SchemaPatch patch;
        patch.columns = QStringList();
        patch.primaryKeyColumns = QStringList{QStringLiteral("a b")};
        QCOMPARE(setCommandText({QStringLiteral("shop.*")}, patch, AfterChange::Resync),
            QStringLiteral("leatctl schema set 'shop.*' 'primary_key_columns=a b' 'columns=*' --then resync"));
    }
};

QTEST_GUILESS_MAIN(TestImpactToken)
#include "tst_impacttoken.moc"
