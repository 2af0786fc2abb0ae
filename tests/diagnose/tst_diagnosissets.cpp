// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/classifier.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

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

enum class Codes { Given, LeftOut };

/// The score of a set; each message stands where the frame says %1.
Score scoreOf(const QString& file, Codes codes = Codes::Given, const QString& frame = QStringLiteral("%1"))
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
        evidence.text = QString(frame).replace(QLatin1String("%1"), entry.value(QStringLiteral("message")).toString());
        evidence.sourceType = entry.value(QStringLiteral("source_type")).toString();
        if (codes == Codes::Given)
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
    std::printf("%s%s: %d entries, strict %.1f %%, lenient %.1f %%, destructive outside the label %d, transient called permanent %d\n",
        qUtf8Printable(file), codes == Codes::Given ? "" : " without codes", score.entries, score.strictPercent(),
        score.lenientPercent(), score.destructive, score.wronglyPermanent);
    return score;
}

} // namespace

class tst_diagnosissets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpusIsJudgedWell_D22_to_D55();
    void furtherMessagesAreJudgedWell();
    void collectedMessagesAreJudgedWell_data();
    void collectedMessagesAreJudgedWell();
    void textsAreUnderstoodWithoutTheirCodes_data();
    void textsAreUnderstoodWithoutTheirCodes();
    void whatStandsAroundATextChangesLittle_data();
    void whatStandsAroundATextChangesLittle();
};

void tst_diagnosissets::corpusIsJudgedWell_D22_to_D55()
{
    const Score score = scoreOf(QStringLiteral("errors.jsonl"));
    QCOMPARE(score.entries, 166);
    QVERIFY(score.strictPercent() >= 97);
    QVERIFY(score.lenientPercent() >= 99);
    QCOMPARE(score.destructive, 0);
    QCOMPARE(score.wronglyPermanent, 0);
}

void tst_diagnosissets::furtherMessagesAreJudgedWell()
{
    const Score score = scoreOf(QStringLiteral("more_errors.jsonl"));
    QVERIFY(score.entries >= 240);
    QVERIFY(score.strictPercent() >= 97);
    QVERIFY(score.lenientPercent() >= 99);
    QCOMPARE(score.destructive, 0);
    QCOMPARE(score.wronglyPermanent, 0);
}

// Collected from public documentation and issues and reproduced with real servers; the numbers of the first
// sight, before a rule was touched, stand in docs/diagnosis.md.
void tst_diagnosissets::collectedMessagesAreJudgedWell_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("atLeast");
    const auto set = [](const char* nth, int atLeast) {
        QTest::addRow("%s collection", nth) << QStringLiteral("collected_%1.jsonl").arg(QLatin1String(nth)) << atLeast;
    };
    set("first", 360);
    set("second", 140);
    set("third", 120);
    set("fourth", 75);
    set("fifth", 70);
    set("sixth", 35);
    set("seventh", 70);
    set("eighth", 70);
    set("ninth", 270);
    set("tenth", 160);
    set("eleventh", 120);
    set("twelfth", 120);
    set("thirteenth", 105);
    set("fourteenth", 50);
    set("fifteenth", 155);
    set("sixteenth", 160);
}

void tst_diagnosissets::collectedMessagesAreJudgedWell()
{
    QFETCH(QString, file);
    QFETCH(int, atLeast);
    const Score score = scoreOf(file);
    QVERIFY(score.entries >= atLeast);
    QVERIFY(score.strictPercent() >= 93);
    QVERIFY(score.lenientPercent() >= 98);
    QCOMPARE(score.destructive, 0);
    QCOMPARE(score.wronglyPermanent, 0);
}

// A log or a screenshot shows the words alone; the SQLSTATE or error number stayed with the driver.
void tst_diagnosissets::textsAreUnderstoodWithoutTheirCodes_data()
{
    QTest::addColumn<QString>("file");
    for (const QString& file : QDir(QStringLiteral(LEAT_DIAGNOSE_DATA)).entryList({QStringLiteral("*.jsonl")}))
        QTest::newRow(qUtf8Printable(file)) << file;
}

void tst_diagnosissets::textsAreUnderstoodWithoutTheirCodes()
{
    QFETCH(QString, file);
    const Score score = scoreOf(file, Codes::LeftOut);
    QVERIFY(score.entries > 0);
    QVERIFY(score.strictPercent() >= 90);
    QVERIFY(score.lenientPercent() >= 98);
    QCOMPARE(score.destructive, 0);
    QCOMPARE(score.wronglyPermanent, 0);
}

// Drivers name their class before a message, programs what they were doing.
void tst_diagnosissets::whatStandsAroundATextChangesLittle_data()
{
    QTest::addColumn<QString>("frame");
    for (const char* frame : {"OperationalError: %1", "Sync of table orders failed: %1", "failed to pull records: %1",
             "java.lang.RuntimeException: %1", "%1 (attempt 3 of 5)"})
        QTest::newRow(frame) << QString::fromLatin1(frame);
}

void tst_diagnosissets::whatStandsAroundATextChangesLittle()
{
    QFETCH(QString, frame);
    for (const char* file : {"errors.jsonl", "more_errors.jsonl"}) {
        const Score score = scoreOf(QLatin1String(file), Codes::Given, frame);
        QVERIFY(score.strictPercent() >= 95);
        QVERIFY(score.lenientPercent() >= 97);
        QCOMPARE(score.destructive, 0);
        QCOMPARE(score.wronglyPermanent, 0);
    }
}

QTEST_GUILESS_MAIN(tst_diagnosissets)
#include "tst_diagnosissets.moc"
