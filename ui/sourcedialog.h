// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>

#include <set>

class QPushButton;

namespace leat {

class CheckView;
class SettingsForm;

/// Connection of a saved source: settings and password. "Test, save and sync" tests the new
/// values before they replace the old ones, then syncs what had failed.
class SourceDialog : public QDialog
{
    Q_OBJECT
public:
    SourceDialog(Control* control, const SourceInfo& source, QWidget* parent = nullptr);

private:
    QMap<QString, QString> values() const;
    SecretMap secrets() const;
    void test(bool thenSave);
    void save();
    void syncFailed();
    void showState();
    bool canTestDraft() const;

    Control* m_control;
    SourceInfo m_source;
    SourceTypeInfo m_type;
    QMap<QString, QString> m_edits;
    std::set<QString> m_secretEdits;
    bool m_busy = false;
    SettingsForm* m_form;
    CheckView* m_check;
    QPushButton* m_test;
    QPushButton* m_save;
};

} // namespace leat
