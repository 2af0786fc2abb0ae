// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/pauserules.h"

#include <QTest>

using namespace leat;

namespace {

Error errorOf(ErrorCode code, Owner owner, Phase phase)
{
    Error error = makeError(code, {}, {{QStringLiteral("table"), QStringLiteral("orders")}, {QStringLiteral("column"), QStringLiteral("updated_at")}});
    error.owner = owner;
    error.phase = phase;
    return error;
}

} // namespace

class TestPauseRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every code, owner and phase there is: only two codes of the source itself may lead to a pause.
    void onlyWhatCanBeProvenPauses_T223()
    {
        const Classifier classifier;
        int paused = 0;
        for (int code = 0; code <= int(ErrorCode::FenceLost); ++code) {
            for (const Owner owner : {Owner::App, Owner::Source, Owner::Warehouse, Owner::State, Owner::Keychain}) {
                for (int phase = 0; phase <= int(Phase::Verify); ++phase) {
                    const auto rule = pauseRuleOf(errorOf(ErrorCode(code), owner, Phase(phase)), QStringLiteral("postgres"), classifier);
                    const bool may = owner == Owner::Source && Phase(phase) != Phase::Connect
                        && (ErrorCode(code) == ErrorCode::TableMissing || ErrorCode(code) == ErrorCode::ColumnMissing);
                    QVERIFY2(rule.has_value() == may, qPrintable(toString(ErrorCode(code)) + QLatin1Char(' ') + toString(owner)));
                    paused += rule ? 1 : 0;
                }
            }
        }
        QVERIFY(paused > 0);
    }

    void whatMayPassNeverPauses_T223()
    {
        const Classifier classifier;
        Error error = errorOf(ErrorCode::TableMissing, Owner::Source, Phase::Read);
        error.retry = RetryClass::Transient;
        QVERIFY(!pauseRuleOf(error, QStringLiteral("postgres"), classifier));
    }

    void aColumnWithoutANameProvesNothing()
    {
        const Classifier classifier;
        Error error = errorOf(ErrorCode::ColumnMissing, Owner::Source, Phase::Plan);
        QCOMPARE(pauseRuleOf(error, QStringLiteral("postgres"), classifier)->subject, QStringLiteral("updated_at"));
        QCOMPARE(pauseRuleOf(error, QStringLiteral("postgres"), classifier)->ruleId, QStringLiteral("PROVEN-COLUMN-GONE"));
        error.args.remove(QStringLiteral("column"));
        QVERIFY(!pauseRuleOf(error, QStringLiteral("postgres"), classifier));
    }
};

QTEST_GUILESS_MAIN(TestPauseRules)
#include "tst_pauserules.moc"
