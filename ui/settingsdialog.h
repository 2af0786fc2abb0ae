// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "ui/preferences.h"

#include <QDialog>

#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace leat {

/// Settings in pages, with a search over all of them. What concerns the window applies at once;
/// the engine's limits are saved by "Save limits".
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(Control* control, const Preferences& preferences, QWidget* parent = nullptr);
    /// "general", "appearance", "engine", "notifications", "paths".
    void showPage(const QString& id);
    static QStringList pageIds();
    static QString pageTitle(const QString& id);

Q_SIGNALS:
    void changed(const leat::Preferences& preferences);

private:
    struct Row
    {
        int page = 0;
        QString text;              ///< what the search looks at
        QWidget* label = nullptr;
        QWidget* editor = nullptr;
        QWidget* help = nullptr;
    };
    QFormLayout* addPage(const QString& id);
    void addRow(QFormLayout* form, const QString& label, const QString& help, QWidget* editor, const char* name);
    void makeGeneral();
    void makeAppearance();
    void makeEngine();
    void makeNotifications();
    void makePaths();
    QSpinBox* addLimit(QFormLayout* form, const QString& label, const QString& help, const QString& unit, int most, const char* name);
    void loadTuning();
    void saveTuning();
    void search(const QString& text);
    void tell();

    Control* m_control;
    Preferences m_preferences;
    QLineEdit* m_search;
    QListWidget* m_list;
    QStackedWidget* m_pages;
    std::vector<Row> m_rows;
    QSpinBox* m_memory = nullptr;
    QSpinBox* m_threads = nullptr;
    QSpinBox* m_runs = nullptr;
    QSpinBox* m_readers = nullptr;
    QPushButton* m_saveLimits = nullptr;
    QLabel* m_limitsNote = nullptr;
};

} // namespace leat
