// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drills/drillfixture.h"
#include "tests/support/smalldisk.h"

#include <QLabel>

using namespace leat;
using namespace leat::test;

namespace {

bool s_ownMounts = false;

} // namespace

/// The drill of branch H that this program has a quota for: the disk.
class TestDrillDisk : public DrillFixture
{
    Q_OBJECT
private Q_SLOTS:
    void diskFull_H()
    {
        if (!s_ownMounts)
            QSKIP("a mount of one's own needs the right to make it");
        const SmallDisk disk("24m");
        QVERIFY(disk.isMounted());
        STEP(openShop(PgShop::Login::Trusted, [&disk](EngineOptions& options) { options.profileDir = disk.path() + QStringLiteral("/profile"); }));
        const SchemaId orders = m_shop->ordersId();
        // More than is left: random text that no compression makes fit.
        m_shop->sql(QStringLiteral("INSERT INTO orders SELECT i, '2026-02-01', (SELECT string_agg(md5(random()::text || i || j), '') FROM generate_series(1, 60) j) FROM generate_series(1001, 4000) i"));
        disk.fill();
        STEP(syncInWindow(orders));
        QTRY_COMPARE(world()->incidents.size(), std::size_t(1));
        QVERIFY2(incident().diagnosis.category == QLatin1String("warehouse_full"), qPrintable(incident().diagnosis.ruleId));
        QCOMPARE(m_shop->engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("1000")); // nothing half-written
        STEP(openWays());
        STEP(takeRecommended("free-disk")); // shows how full it is
        QTRY_VERIFY(part<QWidget>("doctor.findings"));
        STEP(click("report.close"));
        QVERIFY(disk.empty());
        STEP(click("diagnosis.next")); // Check and sync
        STEP(seeSolved());
        QVERIFY(m_shop->equal(orders));
    }
};

int main(int argc, char** argv)
{
    s_ownMounts = SmallDisk::enterNamespace();
    QApplication app(argc, argv);
    TestDrillDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_drilldisk.moc"
