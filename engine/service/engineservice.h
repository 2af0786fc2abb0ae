// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "engine/service/engineparts.h"

#include <memory>

namespace leat {

/// The engine behind Control: hands each command to the desk that knows it, and tells what
/// changed: about five times a second while something runs. Main thread.
class EngineService final : public Control
{
    Q_OBJECT
public:
    /// Reads the state, repairs what a killed process left, mirrors the warehouse's cursors.
    static Result<std::unique_ptr<EngineService>> start(EngineParts parts);
    ~EngineService() override;

    WorldPtr snapshot() const override;
    QFuture<ReplyPtr> send(Command command) override;

private:
    struct Desks;
    explicit EngineService(EngineParts parts);
    Result<void> load();
    void scheduleChanged();
    void tellChanged();

    template <typename T>
    QFuture<ReplyPtr> handle(T& command);

    std::unique_ptr<Desks> m_desks;
};

} // namespace leat
