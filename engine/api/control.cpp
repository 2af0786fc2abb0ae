// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/control.h"

namespace leat {

Control::Control(QObject* parent) : QObject(parent) {}
Control::~Control() = default;

} // namespace leat
