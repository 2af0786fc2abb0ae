// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace leat {

/// The first steps: where the data will be, whether passwords can be kept, and the first source or
/// the sample. Every page can be skipped; the sample is at most three presses away.
class WelcomeDialog : public QDialog
{
    Q_OBJECT
public:
    explicit WelcomeDialog(Control* control, QWidget* parent = nullptr);

Q_SIGNALS:
    void addSourceWanted();
    void sampleWanted();

private:
    QWidget* makePage(const QString& title, const QString& text, const char* name);
    QWidget* makeWarehouse();
    QWidget* makeKeychain();
    QWidget* makeStart();
    void go(int step);
    void checkKeychain();

    Control* m_control;
    QStackedWidget* m_pages;
    QLabel* m_step;
    QLabel* m_keychain = nullptr;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace leat
