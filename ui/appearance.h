// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

class QApplication;
class QDBusVariant;

namespace leat {

/// Keeps the application's palette, style sheet and font in the chosen appearance; in Auto it
/// follows the desktop's colour scheme through the XDG settings portal, live. Never waits for
/// the bus.
class Appearance : public QObject
{
    Q_OBJECT
public:
    enum class Mode { Auto, Light, Dark, Contrast };
    Q_ENUM(Mode)

    explicit Appearance(QApplication& app, QObject* parent = nullptr);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    bool isDark() const;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askPortal();
    void takeScheme(const QVariant& value);
    void apply();

    QApplication& m_app;
    Mode m_mode = Mode::Auto;
    bool m_systemDark = false;
    bool m_applied = false;
    Mode m_appliedMode = Mode::Auto;
};

QString toString(Appearance::Mode mode);
Appearance::Mode appearanceFromString(const QString& text);

} // namespace leat
