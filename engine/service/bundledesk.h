// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/worldkeeper.h"

namespace leat {

/// Collects and saves diagnostics bundles on the question pool. Main thread.
class BundleDesk
{
public:
    BundleDesk(EngineParts& parts, WorldKeeper& world, AskDesk& ask) : m_parts(parts), m_world(world), m_ask(ask) {}
    QFuture<ReplyPtr> preview(const PreviewBundle& command);
    QFuture<ReplyPtr> save(const SaveBundle& command);

private:
    void learnSecrets(const World& world);

    EngineParts& m_parts;
    WorldKeeper& m_world;
    AskDesk& m_ask;
};

} // namespace leat
