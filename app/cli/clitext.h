// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace leat {

/// The translation context of the command line.
class Cli
{
    Q_DECLARE_TR_FUNCTIONS(leat::Cli)
};

} // namespace leat
