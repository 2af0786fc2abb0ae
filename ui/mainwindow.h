// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "engine/api/recipe.h"
#include "models/palettemodel.h"
#include "ui/preferences.h"
#include "ui/savedfilters.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>

class QDockWidget;
class QLineEdit;
class QMenu;
class QSettings;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace leat {

class Appearance;
class BulkBar;
class DetailsPanel;
class Fixer;
class HistoryView;
class HomePage;
class NoticeBar;
class PauseMenu;
class Notifier;
class Requests;
class Sidebar;
class SourcesPage;
class Tray;
struct WindowActions;

/// What the program lends the window, because windows touch no files themselves.
struct WindowServices
{
    QSettings* settings = nullptr;     ///< of the profile; may be null
    Appearance* appearance = nullptr;  ///< may be null
    /// Writes a file whole or not at all; gives a sentence when it could not, else nothing.
    std::function<QString(const QString& path, const QByteArray& bytes)> writeFile = {};
    QString saveFolder = {};           ///< where files are saved unless another place is chosen
    bool desktop = false;              ///< shows a tray icon and messages of the desktop, and the first steps
};

/// The window. Everything it does goes through `control`, which must outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Control* control, const WindowServices& services, QWidget* parent = nullptr);
    ~MainWindow() override;
    const WindowActions& actions() const { return *m_actions; }
    SourcesPage* sourcesPage() const { return m_sources; }
    HistoryView* historyPage() const { return m_history; }
    HomePage* homePage() const { return m_home; }

public Q_SLOTS:
    void openAddSource();
    void openSchemaDialog(leat::SchemaId id);
    void openSourceDialog(leat::SourceId id);
    void openRotate(leat::SourceId id);
    void openRewind(leat::SchemaId id);
    void openRecipe(leat::SchemaId id, leat::RecipeId recipe);
    void openDiagnosis(leat::SourceId source, leat::SchemaId schema);
    void openPalette();
    void openSettings(const QString& page);
    void openTrash();
    void openDoctor();
    void openQuarantine(SchemaId id);
    void openWelcome();
    void openBundle();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildToolBar();
    void buildStatusBar();
    void connectActions();
    void connectPages();
    void connectFixes();
    void connectTools();
    void openEntry(const PaletteEntry& entry, const QString& query);
    void openEditor(SchemaId id, const QString& field);
    void fillRecipes();
    bool askAboutEdits();
    void applyPreferences();
    void comeForward();
    void fixIncident(const QString& id);
    void saveFilter();
    void showFilterMenu(const QPoint& at);
    void destroy(const PreviewDestructive& request);
    void resync(const std::vector<SchemaId>& ids);
    void restorePlace();
    void showQuery(const QString& query);
    void showSchema(SchemaId id);
    void refreshView();
    void go(QAction* place);
    void applyEngine();
    void followSelection();
    void updateActions();
    void togglePause();
    void removeSource();
    void copyCells();
    void exportCsv();
    void nextPane();
    void setLook(QAction* action);
    void resetColumns();
    void showHeaderMenu(const QPoint& at);
    void showTreeMenu(const QPoint& at);
    struct SaveRequest { QString title; QString name; QString kinds; QString suffix; };
    void saveText(const QString& name, const QString& text);
    void saveFile(const SaveRequest& request, const QByteArray& bytes);
    void saveState();
    void restoreState();

    Control* m_control;
    WindowServices m_services;
    std::unique_ptr<WindowActions> m_actions;
    Requests* m_requests;
    SourcesPage* m_sources = nullptr;
    HistoryView* m_history = nullptr;
    HomePage* m_home = nullptr;
    Fixer* m_fixer;
    DetailsPanel* m_details = nullptr;
    QDockWidget* m_dock = nullptr;
    QStackedWidget* m_pages = nullptr;
    NoticeBar* m_notice = nullptr;
    QLineEdit* m_search = nullptr;
    QToolBar* m_bar = nullptr;
    Sidebar* m_sidebar = nullptr;
    QToolButton* m_owner = nullptr;
    QToolButton* m_keychain = nullptr;
    QToolButton* m_work = nullptr;
    QToolButton* m_size = nullptr;
    BulkBar* m_bulk = nullptr;
    PauseMenu* m_pauseMenu = nullptr;
    Notifier* m_notifier = nullptr;
    Tray* m_tray = nullptr;
    Preferences m_preferences;
    SavedFilters m_filters;
    bool m_quitting = false;
    QByteArray m_firstHeader;
    QTimer m_clock;
};

} // namespace leat
