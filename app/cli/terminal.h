// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace leat {

/// The process's streams and environment, injected so that tests can capture them. Main thread.
class Terminal
{
public:
    virtual ~Terminal();
    virtual void writeOut(const QByteArray& bytes) = 0;
    virtual void writeErr(const QByteArray& bytes) = 0;
    virtual bool outIsTty() const = 0;
    virtual bool errIsTty() const = 0;
    virtual bool inIsTty() const = 0;
    /// Columns of the terminal; 0 when there is none.
    virtual int width() const = 0;
    virtual QByteArray environment(const char* name) const = 0;
    /// Takes a variable away, so that no child process inherits it.
    virtual void forgetEnvironment(const char* name) = 0;
    /// One line of standard input without its end; nullopt at the end of input or when a signal
    /// interrupted the wait. Blocks. With `echo` false a terminal does not show what is typed.
    virtual std::optional<QByteArray> readLine(bool echo) = 0;
    /// All that is left of standard input.
    virtual QByteArray readAll() = 0;
    /// Why standard output could not be written ("No space left on device"); empty: it could, or
    /// the reader went away, which is no failure of ours.
    virtual QString outError() const = 0;
};

/// The real streams.
std::unique_ptr<Terminal> systemTerminal();

} // namespace leat
