// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/liveblock.h"

#include "app/cli/format.h"

namespace leat {

namespace {

// Up over the old lines, each erased.
QString erase(int lines)
{
    QString text = QStringLiteral("\r");
    for (int i = 0; i < lines; ++i)
        text += QStringLiteral("\x1b[1A\x1b[2K");
    return text;
}

} // namespace

void LiveBlock::show(const QStringList& lines)
{
    if (!m_output.canAnimate())
        return;
    // One write, so that a slow terminal does not flicker.
    QString text = m_shown > 0 ? erase(m_shown) : QString();
    const int width = m_output.errStyle().width;
    for (const QString& line : lines)
        text += clipped(printable(line), width > 0 ? width : 80) + QLatin1Char('\n');
    m_output.raw(text);
    m_shown = static_cast<int>(lines.size());
}

void LiveBlock::clear()
{
    if (m_shown > 0)
        m_output.raw(erase(m_shown));
    m_shown = 0;
}

} // namespace leat
