// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/worldkeeper.h"

namespace leat {

class DoctorDesk;

/// Collects and saves diagnostics bundles on the question pool. Main thread.
class BundleDesk
{
public:
    BundleDesk(EngineParts& parts, WorldKeeper& world, AskDesk& ask, DoctorDesk& doctor)
        : m_parts(parts), m_world(world), m_ask(ask), m_doctor(doctor) {}
    QFuture<ReplyPtr> preview(const PreviewBundle& command);
    QFuture<ReplyPtr> save(const SaveBundle& command);

private:
    void learnSecrets(const World& world);

    EngineParts& m_parts;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    DoctorDesk& m_doctor;
};

} // namespace leat
