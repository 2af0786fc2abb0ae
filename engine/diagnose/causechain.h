// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace leat {

/// The links of a chained failure, the root cause first: tracebacks of Python, "Caused by:" of the JVM and
/// Rust, inner exceptions of .NET and Node. Empty when the text is no chain.
QStringList causeChain(const QString& text);

/// Of the attempts that libpq reports in one text (each address, with and without TLS) the one that says
/// most: what a server answered, else the first. The text itself when there was one attempt.
QString tellingAttempt(const QString& text);

/// The text without colours and other control characters of terminals.
QString withoutTerminalCodes(QString text);

} // namespace leat
