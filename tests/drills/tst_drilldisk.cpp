// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drills/drillfixture.h"

#include <QFile>
#include <QLabel>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace leat;
using namespace leat::test;

namespace {

constexpr char kSize[] = "size=24m";

// Asked for before there is a thread: a namespace of mounts is a thread's own.
bool enterNamespace()
{
    return unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A small disk of its own.
class SmallDisk
{
public:
    SmallDisk() { m_mounted = mount("none", m_dir.path().toUtf8().constData(), "tmpfs", 0, kSize) == 0; }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(m_dir.path().toUtf8().constData(), MNT_DETACH);
    }
    bool isMounted() const { return m_mounted; }
    QString path() const { return m_dir.path(); }
    /// Takes what is free but for a megabyte, in which runs can be written down.
    void fill() const
    {
        QFile ballast(path() + QStringLiteral("/ballast"));
        if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        for (const int size : {1 << 20, 4096, 1})
            while (ballast.write(QByteArray(size, 'x')) == size) { }
        ballast.resize(ballast.size() - (1 << 20));
    }
    bool empty() const { return QFile::remove(path() + QStringLiteral("/ballast")); }

private:
    QTemporaryDir m_dir{QStringLiteral("/tmp/leat-disk-XXXXXX")};
    bool m_mounted = false;
};

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
        const SmallDisk disk;
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
    s_ownMounts = enterNamespace();
    QApplication app(argc, argv);
    TestDrillDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_drilldisk.moc"
