// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace leat {

/// What stands in place of a secret.
QString redactionMark();

/// Takes out what looks like a secret: values of password-like keys, the password of a URL,
/// authorization headers, well-known token formats, password hashes, private key blocks.
QString withoutPatterns(QString text);

} // namespace leat
