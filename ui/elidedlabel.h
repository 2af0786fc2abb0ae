// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace leat {

/// One line of text that never asks for more room than there is: what does not fit is left out with
/// "…", in the middle, since the ends of a path or of a long name tell it from others. The whole
/// text is in the tool tip and the accessible name.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    /// `role` is what the style sheet knows, as in makeLabel().
    explicit ElidedLabel(const char* role, QWidget* parent = nullptr);
    void setWhole(const QString& text);
    /// A sentence instead of a name: it wraps and is never cut.
    void setSentence(const QString& text);
    const QString& whole() const { return m_whole; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void take(const QString& text, bool wraps);
    void fit();
    QString m_whole;
};

} // namespace leat
