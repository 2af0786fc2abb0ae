// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

#include <functional>
#include <vector>

namespace leat::fuzz {

/// Something that reads what others wrote. `run` returns what is wrong with the answer, if anything;
/// reading outside of the input and undefined behaviour are the sanitizers' to see.
struct Parser
{
    const char* name;
    QByteArrayList seeds;
    QByteArrayList words;
    std::function<QString(const QByteArray&)> run;
};

/// `folder`: where a parser that needs a file may have one.
std::vector<Parser> allParsers(const QString& folder);

} // namespace leat::fuzz
