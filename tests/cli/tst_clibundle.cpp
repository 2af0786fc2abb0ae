// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clilab.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace leat;

class TestCliBundle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewSavesNothing_S10()
    {
        lab::CliLab lab;
        const lab::Ran ran = lab.run("bundle create --preview");
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.contains(QStringLiteral("==> runs.json <==")));
        QVERIFY(ran.out.contains(QStringLiteral("known secrets")));
        QVERIFY(ran.err.contains(QStringLiteral("Nothing was saved.")));
        QVERIFY(lab.engine.last<SaveBundle>() == nullptr);
    }
    void savesAndTellsWhatWasTakenOut()
    {
        lab::CliLab lab;
        const lab::Ran ran = lab.run("--json bundle create x.zip --hash-names");
        QCOMPARE(ran.code, 0);
        QCOMPARE(lab.engine.last<SaveBundle>()->bundle.files.size(), std::size_t(1));
        const QJsonObject json = ran.json().object();
        QCOMPARE(json.value(QStringLiteral("saved")).toString(), QStringLiteral("x.zip"));
        QVERIFY(json.value(QStringLiteral("names_hashed")).toBool());
        QCOMPARE(json.value(QStringLiteral("redactions")).toArray().first().toObject().value(QStringLiteral("layer")).toString(), QStringLiteral("secret"));
    }
    void needsAName()
    {
        lab::CliLab lab;
        QCOMPARE(lab.run("bundle create").code, 64);
        QCOMPARE(lab.run("bundle").code, 64);
    }
};

QTEST_GUILESS_MAIN(TestCliBundle)
#include "tst_clibundle.moc"
