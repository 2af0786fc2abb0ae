// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/classifier.h"
#include "engine/diagnose/logexcerpt.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace leat;

namespace {

QString branchOf(const char* text, const char* type = "", const char* code = "")
{
    FailureEvidence evidence;
    evidence.text = QString::fromUtf8(text);
    evidence.sourceType = QLatin1String(type);
    evidence.code = QLatin1String(code);
    static const Classifier classifier;
    return toString(classifier.classify(evidence).branch);
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
    void seedPatterns_data();
    void seedPatterns();
    void bothSpellingsOfStatus_D25_D31_D32();
    void ownErrorsAreJudgedByCode();
    void ownerDecides();
    void namesAreNotRead();
    void namesNeverChangeTheAnswer();
    void serverTextsNeverProposeToCopyAgain_D61();
    void rootCauseWins_data();
    void rootCauseWins();
    void firstAnsweredAttemptCounts();
    void otherLanguagesAreUnderstood_data();
    void otherLanguagesAreUnderstood();
    void unknownNumberOfMysqlIsNoPassingState();
    void logsAreReadLineByLine();
    void coloursAreIgnored();
    void longMessagesAreNoLogs();
    void oddTextsAreSurvived();
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
    row("D38", "Integration matching query does not exist", "other");
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
    QCOMPARE(branchOf("FEHLER:  Relation »billing limits« existiert nicht in »connection refused«"), QStringLiteral("C2"));
    QCOMPARE(branchOf("ERREUR:  la relation « billing limits » n'existe pas"), QStringLiteral("C2"));
    QCOMPARE(branchOf("502 Server Error: Bad Gateway for url: https://x.test/v1/webhooks/401/billing"), QStringLiteral("A"));
}

// The texts of real servers with one hole for a name: what stands in it must not matter.
void tst_diagnosis::namesNeverChangeTheAnswer()
{
    struct Template
    {
        const char* type;
        const char* code;
        const char* text;
    };
    static constexpr Template kTemplates[] = {
        {"postgres", "42P01", "ERROR:  relation \"%1\" does not exist\nLINE 1: select * from \"%1\""},
        {"postgres", "", "ERROR:  column \"%1\" does not exist"},
        {"postgres", "", "ERROR:  column t.%1 does not exist"},
        {"postgres", "", "permission denied for table %1"},
        {"postgres", "", "ERROR:  must be owner of table %1"},
        {"postgres", "", "invalid input syntax for type integer: \"%1\""},
        {"postgres", "", "invalid input value for enum mood: \"%1\""},
        {"postgres", "23505", "ERROR:  duplicate key value violates unique constraint \"%1_pkey\"\nDETAIL:  Key (%1)=(1) already exists."},
        {"postgres", "", "materialized view \"%1\" has not been populated"},
        {"postgres", "", "FATAL:  database \"%1\" does not exist"},
        {"postgres", "", "FATAL:  password authentication failed for user \"%1\""},
        {"postgres", "", "FATAL:  too many connections for role \"%1\""},
        {"postgres", "42704", "ERROR:  replication slot \"%1\" does not exist"},
        {"postgres", "42883", "ERROR:  function %1(integer) does not exist"},
        {"postgres", "", "ERROR:  syntax error at or near \"%1\""},
        {"postgres", "", "ERROR:  value too long for type character varying(5)\nCONTEXT:  COPY t, line 1, column %1: \"x\""},
        {"postgres", "", "ERROR:  could not obtain lock on relation \"%1\""},
        {"mysql", "", "Table 'app.%1' doesn't exist"},
        {"mysql", "", "Unknown column '%1' in 'field list'"},
        {"mysql", "", "SELECT command denied to user 'u'@'h' for table `app`.`%1`"},
        {"mysql", "1062", "ERROR 1062 (23000): Duplicate entry '%1' for key 'PRIMARY'"},
        {"sqlite", "", "no such table: %1"},
        {"sqlite", "", "NOT NULL constraint failed: t.%1"},
        {"duckdb", "", "Catalog Error: Table with name %1 does not exist!\nDid you mean \"pg_%1\"?"},
        {"duckdb", "", "Binder Error: Referenced column \"%1\" not found in FROM clause!"},
        {"duckdb", "", "Conversion Error: Could not convert string '%1' to INT32"},
        {"clickhouse", "47", "Missing columns: '%1' while processing: 'x'"},
        {"rest", "", "404 Client Error: Not Found for url: https://api.example.com/v1/%1"},
    };
    static constexpr const char* kNames[] = {"authentication_failed", "billing_limits", "replication_slot_audit",
        "ssl_error_log", "connection_refused", "timeout", "statement_timeout", "401", "rate_limit", "webhook_signature",
        "permission_denied", "deadlock_detected", "invalid_grant", "api_key", "token_revoked", "primary_key",
        "wal_level", "publication", "disk_full", "out_of_memory", "stuck", "corrupt", "keychain", "unauthorized"};
    for (const Template& each : kTemplates) {
        const QString text = QString::fromLatin1(each.text);
        const QString plain = branchOf(qPrintable(QString(text).arg(QLatin1String("orders"))), each.type, each.code);
        for (const char* name : kNames) {
            const QString named = QString(text).arg(QLatin1String(name));
            QVERIFY2(branchOf(qPrintable(named), each.type, each.code) == plain, qPrintable(named + QLatin1String(" wants ") + plain));
        }
    }
}

void tst_diagnosis::serverTextsNeverProposeToCopyAgain_D61()
{
    for (const char* text : {"ERROR:  compressed pglz data is corrupt", "Exception: rows were dropped from the queue",
             "FATAL: data missing in page 4", "ERROR: records deleted while reading", "no data received from the server",
             "stale data in the response cache", "wrong values for a parameter", "zero rows affected"}) {
        const QString branch = branchOf(text, "postgres");
        QVERIFY2(branch != QLatin1String("D") && branch != QLatin1String("G"), text);
    }
    QCOMPARE(branchOf("Rows are missing in the warehouse although the sync completed"), QStringLiteral("D"));
    QCOMPARE(branchOf("Catalog Error: Table with name \"t\" already exists!", "duckdb"), QStringLiteral("other"));
}

void tst_diagnosis::rootCauseWins_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("branch");
    QTest::newRow("java") << QByteArray("org.apache.kafka.connect.errors.ConnectException: Task threw an uncaught exception, sync failed\n"
                                       "\tat io.debezium.Runner.run(Runner.java:12)\n"
                                       "Caused by: org.postgresql.util.PSQLException: FATAL: password authentication failed for user \"x\"\n"
                                       "\tat org.postgresql.core.v3.Connection.open(Connection.java:9)\n\t... 7 more")
                          << QStringLiteral("B");
    QTest::newRow("java, network below decoding") << QByteArray("EventDataDeserializationException: Failed to deserialize data of EventHeaderV4\n"
                                                               "Caused by: java.net.SocketException: Connection reset")
                                                  << QStringLiteral("A");
    QTest::newRow("python") << QByteArray("Traceback (most recent call last):\n  File \"db.py\", line 5, in get\n    connect(timeout=5)\n"
                                         "psycopg2.errors.UndefinedColumn: column \"updated_at\" does not exist\n\n"
                                         "The above exception was the direct cause of the following exception:\n\n"
                                         "Traceback (most recent call last):\n  File \"run.py\", line 9, in main\n    raise\n"
                                         "RuntimeError: the sync failed, connection closed")
                            << QStringLiteral("C");
    QTest::newRow("python, two failures") << QByteArray("Traceback (most recent call last):\n  File \"a.py\", line 1\nConnectionRefusedError: [Errno 111] Connection refused\n"
                                                       "retrying\nTraceback (most recent call last):\n  File \"a.py\", line 1\n"
                                                       "stripe.error.AuthenticationError: Invalid API Key provided: sk_live_***")
                                          << QStringLiteral("B");
    QTest::newRow("dotnet") << QByteArray("Npgsql.NpgsqlException (0x80004005): Exception while connecting ---> "
                                         "System.Net.Sockets.SocketException: Connection refused")
                            << QStringLiteral("A");
    QTest::newRow("rust") << QByteArray("error: could not load table\n\nCaused by:\n    0: query failed\nCaused by:\n"
                                       "    permission denied for table orders")
                          << QStringLiteral("other");
    QTest::newRow("root says nothing") << QByteArray("FATAL: password authentication failed for user \"x\"\nCaused by: java.lang.RuntimeException")
                                       << QStringLiteral("B");
}

void tst_diagnosis::rootCauseWins()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, branch);
    FailureEvidence evidence;
    evidence.text = QString::fromUtf8(text);
    QCOMPARE(toString(judgeText(Classifier(), evidence).diagnosis.branch), branch);
}

void tst_diagnosis::firstAnsweredAttemptCounts()
{
    QCOMPARE(branchOf("connection to server at \"::1\", port 5432 failed: Connection refused\n"
                      "connection to server at \"127.0.0.1\", port 5432 failed: FATAL:  password authentication failed for user \"x\"", "postgres"),
        QStringLiteral("B"));
    QCOMPARE(branchOf("connection to server at \"h\" failed: FATAL:  password authentication failed for user \"x\" "
                      "connection to server at \"h\" failed: FATAL:  SSL/TLS connection required", "postgres"),
        QStringLiteral("B"));
}

// Pasted without their code, as servers say it whose lc_messages is not English.
void tst_diagnosis::otherLanguagesAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("branch");
    const auto row = [](const char* text, const char* branch) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(branch);
    };
    row("FATAL:  Passwort-Authentifizierung für Benutzer »etl« fehlgeschlagen", "B");
    row("FATAL:  authentification par mot de passe échouée pour l'utilisateur « etl »", "B");
    row("FATAL:  la autentificación password falló para el usuario «etl»", "B");
    row("FEHLER:  keine Berechtigung für Tabelle gehaelter", "other");
    row("ERROR:  permiso denegado a la tabla nominas", "other");
    row("FEHLER:  Spalte »geaendert« existiert nicht", "C");
    row("ERREUR:  la colonne « maj_le » n'existe pas", "C");
    row("ERROR:  no existe la relación «pedidos»", "C2");
    row("ОШИБКА:  отношение \"заказы\" не существует", "C2");
    row("Verbindung zum Server auf »10.0.0.7«, Port 5432 fehlgeschlagen: Verbindungsaufbau abgelehnt", "A");
    row("connexion au serveur sur « 10.0.0.7 », port 5432 a échoué : Connexion refusée", "A");
    row("FATAL:  завершение подключения по команде администратора", "A");
    row("FEHLER:  Verklemmung entdeckt", "A");
    row("FEHLER:  konnte Datei »base/1/2« nicht erweitern: Auf dem Gerät ist kein Speicherplatz mehr verfügbar", "other");
}

void tst_diagnosis::otherLanguagesAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, branch);
    QCOMPARE(branchOf(text.toUtf8().constData(), "postgres"), branch);
}

// A number that no rule knows is a refusal, except the two that mean "something".
void tst_diagnosis::unknownNumberOfMysqlIsNoPassingState()
{
    QCOMPARE(branchOf("ERROR 1235 (42000): xyzzy", "mysql"), QStringLiteral("other"));
    FailureEvidence evidence;
    evidence.sourceType = QStringLiteral("mysql");
    evidence.text = QStringLiteral("(1105, 'xyzzy')");
    const Diagnosis vague = Classifier().classify(evidence);
    QVERIFY(vague.isUnknown());
    QVERIFY(vague.retryable);
    for (int passing : {1020, 1040, 1053, 1077, 1079, 1080, 1152, 1154, 1156, 1158, 1161, 1180, 1184, 1189, 1203, 1205, 1206, 1213,
             1218, 1297, 1317, 1412, 1637, 1815, 1927, 3058, 3101, 3132, 3169, 3572, 4031}) {
        evidence.text = QStringLiteral("(%1, 'xyzzy')").arg(passing);
        QVERIFY2(Classifier().classify(evidence).retryable, qPrintable(evidence.text));
    }
}

void tst_diagnosis::logsAreReadLineByLine()
{
    const auto judged = [](const QString& text) {
        FailureEvidence evidence;
        evidence.text = text;
        return judgeText(Classifier(), evidence);
    };
    const ExcerptJudgement plain = judged(QStringLiteral(
        "2026-01-02 03:04:05 INFO starting the sync of authentication_failed\n2026-01-02 03:04:06 INFO connected\n"
        "2026-01-02 03:04:07 INFO read 10 rows\n2026-01-02 03:04:08 ERROR column \"x\" does not exist (SQLSTATE 42703)\n"
        "2026-01-02 03:04:09 INFO run ended\n2026-01-02 03:04:09 INFO waiting\n2026-01-02 03:04:10 INFO waiting\n"));
    QCOMPARE(toString(plain.diagnosis.branch), QStringLiteral("C"));
    QVERIFY(plain.excerpt.startsWith(QLatin1String("column")));
    const ExcerptJudgement json = judged(QStringLiteral(
        "{\"level\":\"info\",\"msg\":\"start\"}\n{\"level\":\"info\",\"msg\":\"connected\"}\n{\"level\":\"info\",\"msg\":\"page 1\"}\n"
        "{\"level\":\"error\",\"msg\":\"401 Client Error: Unauthorized for url: https://api.stripe.com/v1/charges\"}\n"
        "{\"level\":\"info\",\"msg\":\"stop\"}\n{\"level\":\"info\",\"msg\":\"bye\"}\n{\"level\":\"info\",\"msg\":\"bye\"}\n"));
    QCOMPARE(toString(json.diagnosis.branch), QStringLiteral("B"));
}

void tst_diagnosis::coloursAreIgnored()
{
    QCOMPARE(branchOf("\x1b[31mFATAL:\x1b[0m  pass\x1b[1mword authentication failed\x1b[0m for user \"x\"", "postgres"), QStringLiteral("B"));
}

// DuckDB lists every option of its CSV reader below the message; one of them is called ignore_errors.
void tst_diagnosis::longMessagesAreNoLogs()
{
    FailureEvidence evidence;
    evidence.sourceType = QStringLiteral("csv");
    evidence.text = QStringLiteral(
        "Invalid Input Error: CSV Error on Line: 3\nOriginal Line: 3,4,5\nExpected Number of Columns: 2 Found: 3\n"
        "Possible fixes:\n* Enable null padding (null_padding=true)\n* Enable ignore errors (ignore_errors=true)\n"
        "  file = bad.csv\n  delimiter = , (Auto-Detected)\n  ignore_errors = false\n  timeout = 5\n  all_varchar = 0\n");
    QCOMPARE(judgeText(Classifier(), evidence).diagnosis.category, QStringLiteral("file_format"));
}

void tst_diagnosis::oddTextsAreSurvived()
{
    const Classifier classifier;
    FailureEvidence evidence;
    evidence.text = QString::fromUtf8(QByteArray("FATAL: password authentication failed for user \"\xff\xfe\xe9\"\0tail", 50));
    QCOMPARE(toString(judgeText(classifier, evidence).diagnosis.branch), QStringLiteral("B"));
    evidence.text = QStringLiteral("Caused by: ").repeated(2000);
    QVERIFY(!judgeText(classifier, evidence).diagnosis.cause.isEmpty());
    evidence.text = QStringLiteral("2026-01-02T03:04:05Z ERROR something odd happened here\n").repeated(19'000)
        + QStringLiteral("2026-01-02T03:04:05Z FATAL password authentication failed for user \"x\"\n");
    QVERIFY(evidence.text.size() > 1'000'000);
    QCOMPARE(toString(judgeText(classifier, evidence).diagnosis.branch), QStringLiteral("B"));
    evidence.text.clear();
    evidence.status = QStringLiteral("Failed");
    QVERIFY(judgeText(classifier, evidence).diagnosis.retryable);
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
             secureRules(), networkRules(), localRules(), symptomRules(), generalRules(), statusRules()}) {
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
