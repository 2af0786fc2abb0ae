// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QActionGroup>

#include <vector>

class QMenu;
class QMenuBar;
class QWidget;

namespace leat {

/// Every action of the window, made once: text, shortcut, status tip, icon, object name.
struct WindowActions
{
    explicit WindowActions(QWidget* window);
    void fill(QMenuBar* bar);
    QList<QAction*> all() const { return m_all; }

    QAction *addSource, *exportCsv, *quit;
    QAction *copy, *selectAll, *search;
    QAction *goHome, *goProblems, *goActive, *goHistory, *goTables, *refreshView, *selectedOnly, *expandAll, *collapseAll, *nextPane, *details, *log;
    QAction *lookAuto, *lookLight, *lookDark, *lookContrast, *columnsMenu, *saveFilter;
    QAction *refreshSource, *testSource, *editSource, *rotate, *syncSource, *removeSource, *createSample, *editSample;
    QAction *sync, *syncScratch, *cancel, *pause, *verify, *reconcile, *editSchema, *rewind, *quarantine, *wipe, *deleteData, *diagnose;
    QAction *palette, *pauseAll, *trash, *settings, *welcome;
    QAction *shortcuts, *searchHelp, *whatsThis, *doctor, *bundle, *about;
    QMenu* recipes = nullptr;          ///< of the Table menu; filled by the window
    QActionGroup* places;
    QActionGroup* looks;

private:
    QAction* make(const char* name, const QString& text, const QString& tip, const QString& icon = {}, const QKeySequence& keys = {});
    void makeFileAndEdit();
    void makeView();
    void makeSource();
    void makeTable();
    void makeTools();
    void makeHelp();
    QWidget* m_window;
    QList<QAction*> m_all;
};

} // namespace leat
