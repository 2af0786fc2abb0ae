// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakecontrol.h"
#include "tests/support/windowhand.h"
#include "ui/appearance.h"
#include "ui/windowactions.h"

namespace leat::test {

/// A window over a scripted engine, and a hand that uses it.
class WindowFixture : public QObject, protected WindowHand
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Appearance>(*qApp); }
    void cleanup()
    {
        m_window.reset();
        m_control.reset();
    }

protected:
    void open(World world, WindowServices services = {})
    {
        m_window.reset();
        m_control = std::make_unique<FakeControl>(std::move(world));
        worlds::fillShop(*m_control);
        services.appearance = m_look.get();
        take(std::make_unique<MainWindow>(m_control.get(), std::move(services)));
    }
    std::unique_ptr<Appearance> m_look;
    std::unique_ptr<FakeControl> m_control;
};

} // namespace leat::test
