// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <functional>

class QBoxLayout;
class QCheckBox;
class QDialog;
class QFormLayout;
class QTimeEdit;

namespace leat {

// Small pieces that every page is made of. Roles and tones are what the style sheet knows.

constexpr int kGrid = 8;

QLabel* makeLabel(const QString& text, const char* role = nullptr, QWidget* parent = nullptr);
/// A wrapping label whose text can be selected with mouse and keyboard.
QLabel* makeParagraph(const QString& text, const char* role = nullptr, QWidget* parent = nullptr);
/// `tone`: nullptr, "primary", "danger" or "link".
QPushButton* makeButton(const QString& text, const char* objectName, const char* tone = nullptr, QWidget* parent = nullptr);
QToolButton* makeIconButton(const QString& icon, const QString& name, const char* objectName, QWidget* parent = nullptr);
QFrame* makeFrame(const char* role, QWidget* parent = nullptr);
QFrame* makeLine(QWidget* parent = nullptr);
/// Sets a property that the style sheet looks at and restyles the widget.
void setLook(QWidget* widget, const char* property, const QVariant& value);
/// Room before what stands below the words of a box or radio button, on the side where lines begin.
QMargins leadingMargin(int width);
constexpr int kBelowWords = 24;
void setMargins(QBoxLayout* layout, int horizontal, int vertical, int spacing);
/// That size, or as much of it as the screen has room for.
void resizeWithin(QDialog* dialog, const QSize& size);
QFont fixedFont();

/// "at 02:00": a tick box and a time of day, which the caller names.
struct TimeOfDay { QCheckBox* on; QTimeEdit* time; };
TimeOfDay addTimeOfDay(QBoxLayout* row);

/// A question that waits without blocking: window-modal, answered through `yes`. The safe button
/// is the default.
struct Question
{
    QString title;
    QString text;
    QString detail;
    QString action;                ///< verb and object: "Remove source"
    QString keep;                  ///< the safe way; empty: "Cancel"
    QString option;                ///< text of a tick box; empty: none
    bool destructive = false;
    QString second = {};           ///< another way than `action`; empty: none
    std::function<void()> pressSecond = {};
    bool keepFirst = false;        ///< the safe button is the default, though nothing is destroyed
    bool canAct = true;
};
void ask(QWidget* parent, const char* objectName, const Question& question, std::function<void(bool option)> yes, std::function<void()> no = {});

} // namespace leat
