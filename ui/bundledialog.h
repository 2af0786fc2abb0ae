// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace leat {

class ErrorCard;

/// A diagnostics bundle for a person who helps: every file to look at, what was taken out, then
/// saved as it was shown. Nothing is sent anywhere.
class BundleDialog : public QDialog
{
    Q_OBJECT
public:
    /// `folder`: where it is saved unless another place is typed or chosen.
    BundleDialog(Control* control, const QString& folder, QWidget* parent = nullptr);

Q_SIGNALS:
    void saved(const QString& path);

private:
    QWidget* makeFiles();
    QWidget* makePlace(const QString& folder);
    void collect();
    void show(const Bundle& bundle);
    void showFile(int row);
    void choose();
    void save();
    void enable();

    Control* m_control;
    Bundle m_bundle;
    quint64 m_asked = 0;
    bool m_ready = false;
    QLabel* m_summary;
    QListWidget* m_list;
    QPlainTextEdit* m_text;
    QCheckBox* m_hash;
    QLineEdit* m_path;
    ErrorCard* m_error;
    QPushButton* m_save;
};

} // namespace leat
