// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow.h"
#include "ui/sourcespage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QTreeView>

namespace leat::test {

/// The hand of a person: finds the parts of a window by object name, presses them, and counts.
class WindowHand
{
public:
    /// Shows the window and begins to count.
    void take(std::unique_ptr<MainWindow> window)
    {
        m_window = std::move(window);
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
        QTRY_VERIFY2_WITH_TIMEOUT(part(name) != nullptr && part(name)->isEnabled(), name, 30'000);
        ++m_clicks;
        QTest::mouseClick(part(name), Qt::LeftButton);
    }
    void clickRow(SchemaId id, Qt::KeyboardModifiers keys = {})
    {
        QTreeView* tree = m_window->sourcesPage()->tree();
        const QModelIndex index = m_window->sourcesPage()->proxy().mapFromSource(m_window->sourcesPage()->model().indexOf(id));
        tree->scrollTo(index);
        ++m_clicks;
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, keys, tree->visualRect(index).center());
    }

protected:
    std::unique_ptr<MainWindow> m_window;
    int m_clicks = 0;
};

} // namespace leat::test
