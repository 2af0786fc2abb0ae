// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace leat {

/// The chevron that points the way that is read.
QString forwardChevron();

/// A line icon in the colour of the text around it. Follows the palette by itself, at any scale.
QIcon lineIcon(const QString& name);
/// The same on a filled button.
QIcon lineIconOnAccent(const QString& name);
/// One icon in one colour.
QPixmap tintedIcon(const QString& name, const QColor& color, int size, qreal ratio);
QIcon applicationIcon();

} // namespace leat
