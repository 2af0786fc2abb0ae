// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace leat {

/// A few lines at the bottom of stderr that are drawn over. Silent where that is impossible. What
/// else is written must be preceded by clear().
class LiveBlock
{
public:
    explicit LiveBlock(Output& output) : m_output(output) {}
    ~LiveBlock() { clear(); }
    LiveBlock(const LiveBlock&) = delete;
    LiveBlock& operator=(const LiveBlock&) = delete;

    void show(const QStringList& lines);
    void clear();

private:
    Output& m_output;
    int m_shown = 0;
};

} // namespace leat
