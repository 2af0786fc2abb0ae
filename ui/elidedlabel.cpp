// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/elidedlabel.h"

#include <QEvent>
#include <QGuiApplication>
#include <QStyle>

namespace leat {

ElidedLabel::ElidedLabel(const char* role, QWidget* parent)
    : QLabel(parent)
{
    setProperty("role", QString::fromLatin1(role));
    setTextFormat(Qt::PlainText);
    // A label would follow its own text, as in makeLabel().
    setAlignment(QStyle::visualAlignment(QGuiApplication::layoutDirection(), Qt::AlignLeading) | Qt::AlignVCenter);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setWhole(const QString& text) { take(text, false); }

void ElidedLabel::setSentence(const QString& text) { take(text, true); }

void ElidedLabel::take(const QString& text, bool wraps)
{
    m_whole = text;
    setAccessibleName(text);
    setWordWrap(wraps);
    fit();
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    fit();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void ElidedLabel::fit()
{
    const QString shown = wordWrap() ? m_whole : fontMetrics().elidedText(m_whole, Qt::ElideMiddle, contentsRect().width());
    if (shown == text())
        return;
    setText(shown);
    setToolTip(shown == m_whole ? QString() : m_whole);
}

} // namespace leat
