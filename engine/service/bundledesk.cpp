// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/bundledesk.h"

#include "engine/bundle/bundlewriter.h"
#include "engine/bundle/ziparchive.h"
#include "engine/service/doctordesk.h"
#include "engine/service/sourcepool.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace leat {

namespace {

constexpr int kRuns = 200;
constexpr int kLogs = 20;
constexpr int kLinesOfALog = 500;
constexpr int kAuditEntries = 100;

} // namespace

// Texts were redacted when they were stored; by then the secret may not have been known.
void BundleDesk::learnSecrets(const World& world)
{
    for (const SourceInfo& source : world.sources)
        for (const QString& key : source.secretKeys)
            if (Result<Secret> secret = m_parts.secrets->read(secretReference(source.id, key), true); secret)
                m_parts.redactor.add(*secret);
}

QFuture<ReplyPtr> BundleDesk::preview(const PreviewBundle& command)
{
    return m_ask.ask(
        [this, command, world = m_world.snapshot()](const CancelToken& cancel) -> Result<Reply> {
            learnSecrets(*world);
            BundleInput input;
            input.world = world;
            input.doctor = m_doctor.report(*world, cancel);
            input.now = m_parts.clock->nowUtc();
            input.home = QDir::homePath();
            HistoryFilter filter;
            filter.limit = kRuns;
            Result<HistoryPage> page = m_parts.state->history(filter);
            if (!page)
                return page.error();
            input.runs = std::move(page->runs);
            // The failed ones tell more than the others.
            for (const bool failed : {true, false})
                for (const RunInfo& run : input.runs)
                    if (run.error.has_value() == failed && input.logs.size() < kLogs)
                        if (Result<LogPage> lines = m_parts.state->log(run.id, 0, kLinesOfALog); lines && !lines->lines.empty())
                            input.logs.emplace_back(run, std::move(lines->lines));
            Result<std::vector<AuditEntry>> audit = m_parts.state->auditTrail(kAuditEntries);
            if (!audit)
                return audit.error();
            input.audit = std::move(*audit);
            if (cancel.isCancelled())
                return makeError(ErrorCode::Cancelled);
            return Reply(makeBundle(input, m_parts.redactor, command.hashNames));
        },
        {});
}

QFuture<ReplyPtr> BundleDesk::save(const SaveBundle& command)
{
    return m_ask.ask(
        [this, command](const CancelToken&) -> Result<Reply> {
            const QString path = QDir::cleanPath(QFileInfo(command.path).absoluteFilePath());
            if (QFileInfo::exists(path))
                return makeError(ErrorCode::AlreadyExists, {},
                    {{QStringLiteral("what"), QCoreApplication::translate("BundleDesk", "file")}, {QStringLiteral("name"), path}});
            Result<QByteArray> zip = zipOf(command.bundle.files, command.bundle.madeAt);
            if (!zip)
                return zip.error();
            QString reason;
            if (!m_parts.writePrivateFile || !m_parts.writePrivateFile(path, *zip, reason))
                return makeError(ErrorCode::ProfileNotWritable, reason, {{QStringLiteral("path"), path}});
            return Reply(Done());
        },
        {});
}

} // namespace leat
