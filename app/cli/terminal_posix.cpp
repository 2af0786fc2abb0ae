// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QString>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace leat {

namespace {

// Longer lines are no passwords; the reserve keeps a secret from being copied while it grows.
constexpr qsizetype kMaxLine = 64 * 1024;

/// Hides typing while it lives.
class EchoOff
{
public:
    EchoOff()
    {
        if (tcgetattr(STDIN_FILENO, &m_saved) != 0)
            return;
        termios quiet = m_saved;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~EchoOff()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_saved);
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

private:
    termios m_saved{};
    bool m_changed = false;
};

class SystemTerminal final : public Terminal
{
public:
    void writeOut(const QByteArray& bytes) override
    {
        if (m_outError == 0)
            m_outError = writeFully(STDOUT_FILENO, bytes);
    }

    void writeErr(const QByteArray& bytes) override { writeFully(STDERR_FILENO, bytes); }
    bool outIsTty() const override { return isatty(STDOUT_FILENO) == 1; }
    bool errIsTty() const override { return isatty(STDERR_FILENO) == 1; }
    bool inIsTty() const override { return isatty(STDIN_FILENO) == 1; }

    int width() const override
    {
        for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
            winsize size{};
            if (isatty(fd) == 1 && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
                return size.ws_col;
        }
        return outIsTty() || errIsTty() ? 80 : 0;
    }

    QByteArray environment(const char* name) const override { return qgetenv(name); }
    void forgetEnvironment(const char* name) override { qunsetenv(name); }

    std::optional<QByteArray> readLine(bool echo) override
    {
        if (echo || !inIsTty())
            return readOneLine();
        const EchoOff quiet;
        const std::optional<QByteArray> line = readOneLine();
        writeErr("\n");
        return line;
    }

    QByteArray readAll() override
    {
        QByteArray all;
        char buffer[4096];
        ssize_t got = 0;
        while ((got = ::read(STDIN_FILENO, buffer, sizeof buffer)) > 0)
            all.append(buffer, got);
        return all;
    }

    QString outError() const override
    {
        return m_outError == 0 || m_outError == EPIPE ? QString() : QString::fromLocal8Bit(std::strerror(m_outError));
    }

private:
    // Byte by byte: a buffered reader would keep copies of secrets and swallow later lines.
    static std::optional<QByteArray> readOneLine()
    {
        QByteArray line;
        line.reserve(kMaxLine);
        char c = 0;
        ssize_t got = 0;
        while (line.size() < kMaxLine && (got = ::read(STDIN_FILENO, &c, 1)) == 1) {
            if (c == '\n')
                break;
            line.append(c);
        }
        if (got < 0 || (got == 0 && line.isEmpty()))
            return std::nullopt;
        if (line.endsWith('\r'))
            line.chop(1);
        return line;
    }

    static int writeFully(int fd, const QByteArray& bytes)
    {
        const char* at = bytes.constData();
        auto left = static_cast<std::size_t>(bytes.size());
        while (left > 0) {
            const ssize_t written = ::write(fd, at, left);
            if (written < 0 && errno != EINTR && errno != EAGAIN)
                return errno;
            if (written > 0) {
                at += written;
                left -= static_cast<std::size_t>(written);
            }
        }
        return 0;
    }

    int m_outError = 0;
};

} // namespace

std::unique_ptr<Terminal> systemTerminal()
{
    return std::make_unique<SystemTerminal>();
}

} // namespace leat
