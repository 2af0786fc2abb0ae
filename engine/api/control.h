// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/changeset.h"
#include "engine/api/command.h"
#include "engine/api/result.h"
#include "engine/api/world.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace leat {

/// A reply that several watchers may read. Shared because Reply can hold move-only secrets.
using ReplyPtr = std::shared_ptr<Result<Reply>>;

/// The one door into the engine. Lives on the main thread; every member is called there.
class Control : public QObject
{
    Q_OBJECT
public:
    explicit Control(QObject* parent = nullptr);
    ~Control() override;

    /// Everything as of now. Never null, cheap.
    virtual WorldPtr snapshot() const = 0;
    /// Never blocks. The future always finishes, with exactly one reply; use whenDone().
    virtual QFuture<ReplyPtr> send(Command command) = 0;

Q_SIGNALS:
    /// At most about five times a second; snapshot() already holds the new values.
    void changed(const leat::ChangeSet& changes);
};

} // namespace leat
