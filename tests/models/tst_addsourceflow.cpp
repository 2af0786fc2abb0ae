// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/addsourceflow.h"
#include "tests/support/fakecontrol.h"

#include <QSignalSpy>
#include <QTest>

using namespace leat;
using namespace leat::test;
using Step = AddSourceFlow::Step;
using Busy = AddSourceFlow::Busy;

class AddSourceFlowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_control = std::make_unique<FakeControl>(worlds::shop());
        worlds::fillShop(*m_control);
        m_flow = std::make_unique<AddSourceFlow>(m_control.get());
    }
    void cleanup() { m_flow.reset(); }
    void walksFromTypeToFinished();
    void urlFillsTheDraft();
    void badUrlKeepsTheDraft();
    void validates();
    void editsDropStaleAnswers();
    void failedTestStays();
    void failedCreateCanBeRepeated();
    void diesWhileWaiting();

private:
    void fill()
    {
        m_flow->chooseType(QStringLiteral("postgres"));
        m_flow->setName(QStringLiteral("web"));
        m_flow->setSetting(QStringLiteral("host"), QStringLiteral("h"));
        m_flow->setSetting(QStringLiteral("database"), QStringLiteral("d"));
        m_flow->setSetting(QStringLiteral("user"), QStringLiteral("u"));
    }
    std::unique_ptr<FakeControl> m_control;
    std::unique_ptr<AddSourceFlow> m_flow;
};

void AddSourceFlowTest::walksFromTypeToFinished()
{
    QCOMPARE(m_flow->step(), Step::Type);
    QVERIFY(!m_flow->canGoNext());
    fill();
    QString password = QStringLiteral("pw");
    m_flow->setSecret(QStringLiteral("password"), Secret::take(password));
    QCOMPARE(m_flow->step(), Step::Connection);
    m_flow->next(); // tests, then lists
    QTRY_COMPARE(m_flow->step(), Step::Tables);
    QVERIFY(m_flow->report().ok());
    const TestDraft* tested = m_control->last<TestDraft>();
    QCOMPARE(tested->draft.settings.value(QStringLiteral("port")), QStringLiteral("5432"));
    QVERIFY(tested->draft.secrets.at(QStringLiteral("password")).view() == "pw");
    m_flow->next();
    QCOMPARE(m_flow->step(), Step::Review);
    QSignalSpy finished(m_flow.get(), &AddSourceFlow::finished);
    SchemaConfig on;
    on.shouldSync = true;
    m_flow->create({{m_control->tables.tables[0].table, on}}, true);
    QVERIFY(finished.wait());
    QCOMPARE(m_flow->step(), Step::Finished);
    const SyncSchemas* sync = m_control->last<SyncSchemas>();
    QVERIFY(sync != nullptr);
    QCOMPARE(sync->ids.size(), size_t(1)); // only what is selected
    QVERIFY(!m_flow->hasSecret(QStringLiteral("password"))); // wiped once saved
}

void AddSourceFlowTest::urlFillsTheDraft()
{
    QString url = QStringLiteral("postgresql://leat@db.example.com/shop");
    m_flow->parseUrl(Secret::take(url));
    QTRY_COMPARE(m_flow->step(), Step::Connection);
    QCOMPARE(m_flow->setting(QStringLiteral("host")), QStringLiteral("db.example.com"));
    QCOMPARE(m_flow->name(), QStringLiteral("webshop"));
    QCOMPARE(m_flow->connectionText(), QStringLiteral("leat@db.example.com:5432/shop"));
    QVERIFY(m_flow->problems().isEmpty());
}

void AddSourceFlowTest::badUrlKeepsTheDraft()
{
    fill();
    m_control->failNext<ParseSourceUrl>(makeError(ErrorCode::MalformedUrl));
    QString url = QStringLiteral("nonsense");
    m_flow->parseUrl(Secret::take(url));
    QTRY_VERIFY(m_flow->error().has_value());
    QCOMPARE(m_flow->setting(QStringLiteral("host")), QStringLiteral("h"));
    QCOMPARE(m_flow->busy(), Busy::Nothing);
}

void AddSourceFlowTest::validates()
{
    m_flow->chooseType(QStringLiteral("postgres"));
    QVERIFY(m_flow->problems().contains(QStringLiteral("host")));
    QVERIFY(!m_flow->canGoNext());
    fill();
    QVERIFY(m_flow->problems().isEmpty());
    for (const char* bad : {"70000", "0", "abc", "-1"}) {
        m_flow->setSetting(QStringLiteral("port"), QString::fromLatin1(bad));
        QVERIFY2(m_flow->problems().contains(QStringLiteral("port")), bad);
    }
    m_flow->setSetting(QStringLiteral("port"), QStringLiteral("6543"));
    for (const char* bad : {"", "shop", "SHOP", "1st", "a b", "a.b"}) {
        m_flow->setName(QString::fromLatin1(bad));
        QVERIFY2(m_flow->problems().contains(QStringLiteral("name")), bad);
    }
    m_flow->setName(QStringLiteral("größe_2"));
    QVERIFY(m_flow->problems().isEmpty());
    m_flow->setSetting(QStringLiteral("sslmode"), QStringLiteral("maybe"));
    QVERIFY(m_flow->problems().contains(QStringLiteral("sslmode")));
}

void AddSourceFlowTest::editsDropStaleAnswers()
{
    fill();
    m_control->hold();
    m_flow->test();
    QCOMPARE(m_flow->busy(), Busy::Testing);
    m_flow->setSetting(QStringLiteral("host"), QStringLiteral("elsewhere"));
    QCOMPARE(m_flow->busy(), Busy::Nothing);
    m_control->release();
    QTRY_COMPARE(m_control->waiting(), 0);
    QVERIFY(m_flow->report().steps.empty());
    QCOMPARE(m_flow->step(), Step::Connection);
}

void AddSourceFlowTest::failedTestStays()
{
    fill();
    m_control->report.steps[3].state = CheckStep::State::Failed;
    m_control->report.steps[3].error = makeError(ErrorCode::AuthenticationFailed);
    m_flow->next();
    QTRY_COMPARE(m_flow->busy(), Busy::Nothing);
    QTRY_VERIFY(!m_flow->report().steps.empty());
    QVERIFY(!m_flow->report().ok());
    QCOMPARE(m_flow->step(), Step::Connection);
    QCOMPARE(m_control->count<ListDraftTables>(), 0);
}

void AddSourceFlowTest::failedCreateCanBeRepeated()
{
    fill();
    m_flow->next();
    QTRY_COMPARE(m_flow->step(), Step::Tables);
    m_flow->next();
    m_control->failNext<AddSource>(makeError(ErrorCode::KeychainLocked));
    m_flow->create({}, false);
    QTRY_VERIFY(m_flow->error().has_value());
    QCOMPARE(m_flow->step(), Step::Review);
    m_flow->create({}, false);
    QTRY_COMPARE(m_flow->step(), Step::Finished);
    QCOMPARE(m_control->count<SyncSchemas>(), 0);
}

void AddSourceFlowTest::diesWhileWaiting()
{
    fill();
    m_control->hold();
    m_flow->test();
    m_flow.reset();
    m_control->release();
    QTRY_COMPARE(m_control->waiting(), 0);
}

QTEST_GUILESS_MAIN(AddSourceFlowTest)
#include "tst_addsourceflow.moc"
