// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace leat::test {

inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace leat::test
