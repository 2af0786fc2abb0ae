// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/classifier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace leat;

namespace {

struct Score
{
    int entries = 0;
    int strict = 0;
    int lenient = 0;
    int destructive = 0;           ///< D or G outside label and also_ok
    int wronglyPermanent = 0;
    double strictPercent() const { return 100.0 * strict / entries; }
    double lenientPercent() const { return 100.0 * lenient / entries; }
};

Score scoreOf(const QString& file)
{
    Score score;
    QFile data(QStringLiteral(LEAT_DIAGNOSE_DATA "/") + file);
    if (!data.open(QIODevice::ReadOnly))
        return score;
    const Classifier classifier;
    while (!data.atEnd()) {
        const QJsonObject entry = QJsonDocument::fromJson(data.readLine()).object();
        if (entry.isEmpty())
            continue;
        FailureEvidence evidence;
        evidence.text = entry.value(QStringLiteral("message")).toString();
        evidence.sourceType = entry.value(QStringLiteral("source_type")).toString();
        evidence.code = entry.value(QStringLiteral("code")).toString();
        const Diagnosis found = classifier.classify(evidence);
        const QString branch = toString(found.branch);
        const QString wanted = entry.value(QStringLiteral("branch")).toString();
        const bool strict = branch == wanted;
        const bool lenient = strict || entry.value(QStringLiteral("also_ok")).toArray().contains(branch);
        const bool permanent = entry.value(QStringLiteral("retryable")).toBool() && !found.retryable;
        ++score.entries;
        score.strict += strict;
        score.lenient += lenient;
        score.destructive += (found.branch == Branch::D || found.branch == Branch::G) && !lenient;
        score.wronglyPermanent += permanent;
        if (!strict || permanent)
            std::printf("  %s wants %s, got %s by %s%s: %s\n", qUtf8Printable(entry.value(QStringLiteral("id")).toString()),
                qUtf8Printable(wanted), qUtf8Printable(branch), qUtf8Printable(found.ruleId),
                permanent ? " PERMANENT" : "", qUtf8Printable(evidence.text.left(120).simplified()));
    }
    std::printf("%s: %d entries, strict %.1f %%, lenient %.1f %%, destructive outside the label %d, transient called permanent %d\n",
        qUtf8Printable(file), score.entries, score.strictPercent(), score.lenientPercent(), score.destructive,
        score.wronglyPermanent);
    return score;
}

QString branchOf(const char* text, const char* type = "", const char* code = "")
{
    FailureEvidence evidence;
    evidence.text = QString::fromUtf8(text);
    evidence.sourceType = QLatin1String(type);
    evidence.code = QLatin1String(code);
    return toString(Classifier().classify(evidence).branch);
}

int rank(ActionEffect effect)
{
    return static_cast<int>(effect);
}

} // namespace

class tst_diagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpusIsJudgedWell_D22_to_D55();
    void furtherMessagesAreJudgedWell();
    void seedPatterns_data();
    void seedPatterns();
    void bothSpellingsOfStatus_D25_D31_D32();
    void ownErrorsAreJudgedByCode();
    void ownerDecides();
    void namesAreNotRead();
    void unknownIsRetriedAndSaidSo();
    void emptyTextIsExplained_D44();
    void everyCauseIsComplete();
    void actionsStartWithTheLeastDestructive_D2();
    void destructiveOnlyWhereDataAreWrong_D61();
    void billingOffersNoRetry_D63();
    void stuckIsCancelledNotResynced_D60();
    void patternsAreValidAndIdsUnique();
    void hugeTextIsFast();
};

void tst_diagnosis::corpusIsJudgedWell_D22_to_D55()
{
    const Score score = scoreOf(QStringLiteral("errors.jsonl"));
    QCOMPARE(score.entries, 166);
    QVERIFY(score.strictPercent() >= 97);
    QVERIFY(score.lenientPercent() >= 99);
    QCOMPARE(score.destructive, 0);
    QCOMPARE(score.wronglyPermanent, 0);
}

void tst_diagnosis::furtherMessagesAreJudgedWell()
{
    const Score score = scoreOf(QStringLiteral("more_errors.jsonl"));
    QVERIFY(score.entries >= 240);
    QVERIFY(score.strictPercent() >= 97);
    QVERIFY(score.lenientPercent() >= 99);
    QCOMPARE(score.destructive, 0);
    QCOMPARE(score.wronglyPermanent, 0);
}

void tst_diagnosis::seedPatterns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("branch");
    const auto row = [](const char* name, const char* text, const char* branch) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(branch);
    };
    row("D34 authentication failed", "authentication failed", "B");
    row("D34 401", "HTTP 401", "B");
    row("D34 403", "403 Client Error: Forbidden for url: https://api.example.com/v1/x", "B");
    row("D34 invalid credentials", "invalid credentials", "B");
    row("D35", "Could not establish session to SSH gateway", "other");
    row("D36", "Primary key required for incremental syncs", "C");
    row("D37", "The primary keys for this table are not unique", "C");
    row("D38", "Integration matching query does not exist", "B");
    row("D39", "column \"updated_at\" does not exist", "C");
    row("D39 does not have", "table does not have a column named updated_at", "C");
    row("D40", "relation \"public.orders\" does not exist", "C2");
    row("D41 refused", "connection refused", "A");
    row("D41 timeout", "connection timeout", "A");
    row("D41 unreachable", "host unreachable", "A");
    row("D41 SSL", "SSL error: certificate verify failed", "other");
    row("D42 slot", "replication slot \"s\" does not exist", "E");
    row("D42 publication", "publication \"p\" does not exist", "E");
    row("D42 wal_level", "wal_level is not logical", "E");
    row("D43 rows", "Schema exceeds row limit", "H");
    row("D43 billing", "Billing limits", "H");
    row("D50", "requested WAL segment 0001 has already been removed", "E");
    row("D51", "Running for 9 hours, no progress", "F");
    row("D54 create", "webhook not found at the source", "I");
    row("D54 signature", "webhook signature verification failed", "I");
}

void tst_diagnosis::seedPatterns()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, branch);
    QCOMPARE(branchOf(text.constData()), branch);
}

void tst_diagnosis::bothSpellingsOfStatus_D25_D31_D32()
{
    for (const char* status : {"Billing limits", "BillingLimitReached", "Billing limits too low", "BillingLimitTooLow"}) {
        FailureEvidence evidence;
        evidence.status = QLatin1String(status);
        QCOMPARE(toString(Classifier().classify(evidence).branch), QStringLiteral("H"));
    }
}

void tst_diagnosis::ownErrorsAreJudgedByCode()
{
    const Classifier classifier;
    const auto branch = [&classifier](ErrorCode code) {
        // The text says something else on purpose: our own code is surer.
        return toString(classifier.classify(makeError(code, QStringLiteral("billing limits")), QStringLiteral("postgres")).branch);
    };
    QCOMPARE(branch(ErrorCode::AuthenticationFailed), QStringLiteral("B"));
    QCOMPARE(branch(ErrorCode::KeychainLocked), QStringLiteral("B"));
    QCOMPARE(branch(ErrorCode::HostUnknown), QStringLiteral("A"));
    QCOMPARE(branch(ErrorCode::ColumnMissing), QStringLiteral("C"));
    QCOMPARE(branch(ErrorCode::TableMissing), QStringLiteral("C2"));
    QCOMPARE(branch(ErrorCode::CursorWentBackwards), QStringLiteral("D"));
    QCOMPARE(branch(ErrorCode::WarehouseCorrupt), QStringLiteral("G"));
    QCOMPARE(branch(ErrorCode::TlsUntrusted), QStringLiteral("other"));
}

// The same words mean another thing when our own warehouse says them.
void tst_diagnosis::ownerDecides()
{
    const Classifier classifier;
    Error error = makeError(ErrorCode::DiskFull);
    error.owner = Owner::Source;
    QVERIFY(classifier.classify(error, {}).scope == FaultScope::Source);
    error.owner = Owner::Warehouse;
    QVERIFY(classifier.classify(error, {}).scope == FaultScope::Warehouse);
    error = makeError(ErrorCode::TableMissing);
    error.owner = Owner::Warehouse;
    QVERIFY(classifier.classify(error, {}).branch == Branch::G);
}

void tst_diagnosis::namesAreNotRead()
{
    QCOMPARE(branchOf("relation \"billing limits\" does not exist"), QStringLiteral("C2"));
    QCOMPARE(branchOf("Unknown column 'connection refused' in 'field list'", "mysql", "1054"), QStringLiteral("C"));
    QCOMPARE(branchOf("permission denied for table authentication failed", "postgres", "42501"), QStringLiteral("other"));
    QCOMPARE(branchOf("permission denied for table authentication failed"), QStringLiteral("other"));
    QCOMPARE(branchOf("no such table: ssl_timeouts", "sqlite"), QStringLiteral("C2"));
    QCOMPARE(branchOf("502 Server Error: Bad Gateway for url: https://x.test/v1/webhooks/401/billing"), QStringLiteral("A"));
}

void tst_diagnosis::unknownIsRetriedAndSaidSo()
{
    FailureEvidence evidence;
    evidence.text = QStringLiteral("Flux capacitor misaligned in quadrant seven");
    const Diagnosis found = Classifier().classify(evidence);
    QVERIFY(found.isUnknown());
    QVERIFY(found.retryable);
    QVERIFY(found.branch == Branch::A);
    QVERIFY(found.confidence == Confidence::Low);
}

void tst_diagnosis::emptyTextIsExplained_D44()
{
    const Diagnosis found = Classifier().classify(FailureEvidence{});
    QVERIFY(found.branch == Branch::A);
    QVERIFY(found.retryable);
    QVERIFY(!found.cause.isEmpty());
}

void tst_diagnosis::everyCauseIsComplete()
{
    QSet<int> seen;
    for (const CauseInfo& info : allCauses()) {
        QVERIFY2(!seen.contains(int(info.cause)), info.sentence);
        seen.insert(int(info.cause));
        const Diagnosis made = diagnosisOf(info.cause, QStringLiteral("X"), Confidence::High);
        QVERIFY2(!made.cause.isEmpty() && !made.advice.isEmpty() && !made.actions.empty(), info.sentence);
        for (const DiagnosisAction& action : made.actions)
            QVERIFY2(!action.words.isEmpty() && !action.effectText.isEmpty(), qPrintable(action.id));
    }
    QCOMPARE(seen.size(), int(Cause::Unknown) + 1);
}

void tst_diagnosis::actionsStartWithTheLeastDestructive_D2()
{
    for (const CauseInfo& info : allCauses()) {
        const Diagnosis made = diagnosisOf(info.cause, QStringLiteral("X"), Confidence::High);
        QVERIFY2(std::is_sorted(made.actions.begin(), made.actions.end(),
                     [](const DiagnosisAction& a, const DiagnosisAction& b) { return rank(a.effect) < rank(b.effect); }),
            info.sentence);
        QVERIFY2(made.actions.front().effect == ActionEffect::KeepsData, info.sentence);
    }
}

void tst_diagnosis::destructiveOnlyWhereDataAreWrong_D61()
{
    for (const CauseInfo& info : allCauses()) {
        const Diagnosis made = diagnosisOf(info.cause, QStringLiteral("X"), Confidence::High);
        for (const DiagnosisAction& action : made.actions)
            if (action.id == QLatin1String("delete-data"))
                QVERIFY2(info.branch == Branch::G, info.sentence);
    }
}

void tst_diagnosis::billingOffersNoRetry_D63()
{
    const Diagnosis made = diagnosisOf(Cause::QuotaReached, QStringLiteral("X"), Confidence::High);
    QVERIFY(!made.retryable);
    for (const DiagnosisAction& action : made.actions)
        QVERIFY(action.id != QLatin1String("sync") && action.id != QLatin1String("resync"));
}

void tst_diagnosis::stuckIsCancelledNotResynced_D60()
{
    const Diagnosis made = diagnosisOf(Cause::RunStuck, QStringLiteral("X"), Confidence::High);
    QCOMPARE(made.actions.front().id, QStringLiteral("cancel-sync"));
    QVERIFY(made.notSuggested.contains(QStringLiteral("Resync")));
}

void tst_diagnosis::patternsAreValidAndIdsUnique()
{
    QSet<QString> ids;
    for (std::span<const Rule> family : {collisionRules(), objectRules(), cdcRules(), webhookRules(), warehouseRules(),
             postgresRules(), mysqlRules(), mssqlRules(), mongoRules(), cloudRules(), streamRules(), saasRules(),
             secureRules(), networkRules(), symptomRules(), generalRules(), statusRules()}) {
        for (const Rule& rule : family) {
            const QRegularExpression pattern(QString::fromUtf8(rule.pattern));
            QVERIFY2(pattern.isValid(), qPrintable(QLatin1String(rule.id) + QLatin1Char(' ') + pattern.errorString()));
            QVERIFY2(!ids.contains(QLatin1String(rule.id)), rule.id);
            QVERIFY2(*rule.pattern || *rule.codes, rule.id);
            ids.insert(QLatin1String(rule.id));
        }
    }
    QVERIFY(ids.size() > 150);
}

void tst_diagnosis::hugeTextIsFast()
{
    FailureEvidence evidence;
    evidence.text = QStringLiteral("column \"a' connection (not {is: \"replication ").repeated(40'000);
    const Classifier classifier;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!classifier.classify(evidence).cause.isEmpty());
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(tst_diagnosis)
#include "tst_diagnosis.moc"
