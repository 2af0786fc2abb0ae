// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bundle/ziparchive.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace leat {

namespace {

struct FreeArchive { void operator()(archive* a) const { archive_write_free(a); } };
struct FreeEntry { void operator()(archive_entry* e) const { archive_entry_free(e); } };

la_ssize_t append(archive*, void* to, const void* bytes, size_t size)
{
    static_cast<QByteArray*>(to)->append(static_cast<const char*>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

Error failure(archive* zip)
{
    return makeError(ErrorCode::Internal, QString::fromUtf8(archive_error_string(zip)));
}

} // namespace

Result<QByteArray> zipOf(const std::vector<BundleFile>& files, const QDateTime& at)
{
    QByteArray bytes;
    const std::unique_ptr<archive, FreeArchive> zip(archive_write_new());
    if (archive_write_set_format_zip(zip.get()) != ARCHIVE_OK
        || archive_write_set_bytes_in_last_block(zip.get(), 1) != ARCHIVE_OK
        || archive_write_open(zip.get(), &bytes, nullptr, append, nullptr) != ARCHIVE_OK)
        return failure(zip.get());
    for (const BundleFile& file : files) {
        const QByteArray text = file.text.toUtf8();
        const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
        archive_entry_set_pathname_utf8(entry.get(), file.name.toUtf8().constData());
        archive_entry_set_size(entry.get(), text.size());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_mtime(entry.get(), at.toSecsSinceEpoch(), 0);
        if (archive_write_header(zip.get(), entry.get()) != ARCHIVE_OK
            || archive_write_data(zip.get(), text.constData(), size_t(text.size())) != la_ssize_t(text.size()))
            return failure(zip.get());
    }
    if (archive_write_close(zip.get()) != ARCHIVE_OK)
        return failure(zip.get());
    return bytes;
}

} // namespace leat
