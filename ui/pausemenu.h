// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMenu>

#include <functional>

namespace leat {

/// For how long everything is paused: it resumes by itself at the end, or when told to.
class PauseMenu : public QMenu
{
    Q_OBJECT
public:
    explicit PauseMenu(const QString& objectName, QWidget* parent = nullptr);
    /// What one click pauses for.
    static QDateTime usual(const QDateTime& now) { return now.addSecs(3600); }

Q_SIGNALS:
    /// Invalid: until resumed.
    void chosen(const QDateTime& until);

private:
    void add(const char* name, const QString& text, std::function<QDateTime()> until);
};

} // namespace leat
