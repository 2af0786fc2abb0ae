// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/storageplace.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace leat {

namespace {

constexpr std::array kNetworks{"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "lustre", "ncpfs", "davfs", "afpfs", "webdav",
    "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.s3fs"};
// "OneDrive - Contoso" and "Dropbox (Personal)" too.
constexpr std::array kClouds{"OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "My Drive", "iCloud Drive", "iCloudDrive", "Mobile Documents",
    "CloudStorage", "Nextcloud", "ownCloud", "pCloudDrive", "MEGAsync", "Box Sync"};

bool isCloud(const QString& folder)
{
    return std::any_of(kClouds.begin(), kClouds.end(), [&folder](const char* cloud) {
        const QLatin1String name(cloud);
        if (!folder.startsWith(name, Qt::CaseInsensitive))
            return false;
        return folder.size() == name.size() || folder.at(name.size()) == QLatin1Char(' ') || folder.at(name.size()) == QLatin1Char('-');
    });
}

} // namespace

StoragePlace storagePlaceOf(const QString& path, const QByteArray& fileSystem)
{
    const QByteArray type = fileSystem.toLower();
    if (std::any_of(kNetworks.begin(), kNetworks.end(), [&type](const char* network) { return type == network; }))
        return StoragePlace::Network;
    QStringList folders = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    folders.removeLast();
    return std::any_of(folders.begin(), folders.end(), isCloud) ? StoragePlace::CloudFolder : StoragePlace::Local;
}

StoragePlace storagePlaceOf(const QString& path)
{
    const QFileInfo file(path);
    return storagePlaceOf(file.absoluteFilePath(), QStorageInfo(file.absolutePath()).fileSystemType());
}

} // namespace leat
