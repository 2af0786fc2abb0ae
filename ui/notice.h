// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace leat {

/// One sentence for a person after something happened.
struct Notice
{
    enum class Tone { Info, Good, Warning, Failed };
    Tone tone = Tone::Info;
    QString text;
    QString remedy;
    QString details;               ///< redacted raw text, shown only when asked for
    QString button = {};           ///< "Undo"; empty: none
    std::function<void()> press = {};  ///< what the button does
};
Notice noticeOf(const Error& error);
/// Code, SQLSTATE, phase and raw text of an error, for the Details box and the clipboard.
QString errorDetails(const Error& error);

/// A strip in the window for the newest notice; good news leave by themselves.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void show(const Notice& notice);
    QString text() const;

private:
    QLabel* m_glyph;
    QLabel* m_text;
    QPlainTextEdit* m_details;
    QPushButton* m_action;
    QPushButton* m_more;
    std::function<void()> m_press;
    QTimer m_leave;
};

/// An error in place: sentence, remedy, and the raw text behind a button.
class ErrorCard : public QFrame
{
    Q_OBJECT
public:
    ErrorCard(const char* prefix, QWidget* parent = nullptr);
    void setError(const Error& error);
    /// Adds a button for the remedy; `text` empty hides it.
    void setAction(const QString& text);
    /// Whether a diagnostics bundle is one click away; it is, where the window has that action.
    void offerBundle(bool offer);

Q_SIGNALS:
    void actionClicked();

private:
    QLabel* m_glyph;
    QLabel* m_sentence;
    QLabel* m_remedy;
    QPushButton* m_action;
    QPushButton* m_more;
    QPushButton* m_copy;
    QPushButton* m_bundle;
    QPlainTextEdit* m_details;
    Error m_error;
};

} // namespace leat
