// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/storageplace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace leat;

class TestStoragePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNetworksAndClouds_T139_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("fileSystem");
        QTest::addColumn<StoragePlace>("place");
        const auto row = [](const char* path, const char* fileSystem, StoragePlace place) {
            QTest::newRow(path) << QString::fromUtf8(path) << QByteArray(fileSystem) << place;
        };
        row("/home/ann/.local/share/leat/warehouse.duckdb", "ext4", StoragePlace::Local);
        row("/mnt/share/leat/warehouse.duckdb", "nfs4", StoragePlace::Network);
        row("/mnt/windows/leat/warehouse.duckdb", "cifs", StoragePlace::Network);
        row("/mnt/ssh/leat/warehouse.duckdb", "fuse.sshfs", StoragePlace::Network);
        row("/mnt/disk/leat/warehouse.duckdb", "fuseblk", StoragePlace::Local);
        row("/home/ann/Dropbox/leat/warehouse.duckdb", "ext4", StoragePlace::CloudFolder);
        row("/home/ann/Dropbox (Personal)/leat/warehouse.duckdb", "btrfs", StoragePlace::CloudFolder);
        row("C:/Users/ann/OneDrive - Contoso/leat/warehouse.duckdb", "NTFS", StoragePlace::CloudFolder);
        row("/Users/ann/Library/Mobile Documents/leat/warehouse.duckdb", "apfs", StoragePlace::CloudFolder);
        row("/Users/ann/Library/CloudStorage/Box/leat/warehouse.duckdb", "apfs", StoragePlace::CloudFolder);
        row("/home/ann/nextcloud/warehouse.duckdb", "ext4", StoragePlace::CloudFolder);
        row("/home/ann/Dropboxes/warehouse.duckdb", "ext4", StoragePlace::Local);
        row("/home/ann/data/Dropbox", "ext4", StoragePlace::Local);
    }
    void knowsNetworksAndClouds_T139()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, fileSystem);
        QFETCH(StoragePlace, place);
        QVERIFY(storagePlaceOf(path, fileSystem) == place);
    }

    void looksAtTheFolderItself_T139()
    {
        QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("OneDrive/leat")));
        QVERIFY(storagePlaceOf(dir.filePath(QStringLiteral("OneDrive/leat/warehouse.duckdb"))) == StoragePlace::CloudFolder);
    }
};

QTEST_GUILESS_MAIN(TestStoragePlace)
#include "tst_storageplace.moc"
