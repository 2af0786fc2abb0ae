// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakecontrol.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QTreeView>

namespace leat::test {

/// A window over a scripted engine, parts by object name, and a count of clicks.
class WindowFixture : public QObject
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
        m_window = std::make_unique<MainWindow>(m_control.get(), std::move(services));
        m_window->resize(1440, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_clicks = 0;
    }
    /// The visible one of that name, else null.
    template <typename T = QAbstractButton>
    T* part(const char* name)
    {
        for (T* found : m_window->findChildren<T*>(QString::fromLatin1(name)))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    void click(const char* name)
    {
        QTRY_VERIFY2(part(name) != nullptr, name);
        QAbstractButton* button = part(name);
        QVERIFY2(button->isEnabled(), name);
        ++m_clicks;
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void clickRow(SchemaId id, Qt::KeyboardModifiers keys = {})
    {
        QTreeView* tree = m_window->sourcesPage()->tree();
        const QModelIndex index = m_window->sourcesPage()->proxy().mapFromSource(m_window->sourcesPage()->model().indexOf(id));
        tree->scrollTo(index);
        ++m_clicks;
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, keys, tree->visualRect(index).center());
    }
    std::unique_ptr<Appearance> m_look;
    std::unique_ptr<FakeControl> m_control;
    std::unique_ptr<MainWindow> m_window;
    int m_clicks = 0;
};

} // namespace leat::test
