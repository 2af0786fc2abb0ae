// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QString>

#include <cstdio>

#include <io.h>
#include <windows.h>

namespace leat {

namespace {

constexpr qsizetype kMaxLine = 64 * 1024;

/// Hides typing while it lives.
class EchoOff
{
public:
    EchoOff() : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_changed = GetConsoleMode(m_input, &m_saved) && SetConsoleMode(m_input, m_saved & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~EchoOff()
    {
        if (m_changed)
            SetConsoleMode(m_input, m_saved);
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

private:
    HANDLE m_input;
    DWORD m_saved = 0;
    bool m_changed = false;
};

class SystemTerminal final : public Terminal
{
public:
    SystemTerminal()
    {
        SetConsoleOutputCP(CP_UTF8);
        const HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
        DWORD mode = 0;
        if (GetConsoleMode(err, &mode))
            SetConsoleMode(err, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }

    void writeOut(const QByteArray& bytes) override
    {
        if (m_outError.isEmpty() && !write(STD_OUTPUT_HANDLE, bytes))
            noteOutError();
    }
    void writeErr(const QByteArray& bytes) override { write(STD_ERROR_HANDLE, bytes); }
    bool outIsTty() const override { return _isatty(_fileno(stdout)) != 0; }
    bool errIsTty() const override { return _isatty(_fileno(stderr)) != 0; }
    bool inIsTty() const override { return _isatty(_fileno(stdin)) != 0; }

    int width() const override
    {
        CONSOLE_SCREEN_BUFFER_INFO info;
        for (const DWORD which : {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE})
            if (GetConsoleScreenBufferInfo(GetStdHandle(which), &info))
                return info.srWindow.Right - info.srWindow.Left + 1;
        return 0;
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
        DWORD got = 0;
        while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), buffer, sizeof buffer, &got, nullptr) && got > 0)
            all.append(buffer, qsizetype(got));
        return all;
    }

    QString outError() const override { return m_outClosed ? QString() : m_outError; }

private:
    static std::optional<QByteArray> readOneLine()
    {
        QByteArray line;
        line.reserve(kMaxLine);
        char c = 0;
        DWORD got = 0;
        bool ended = false;
        while (line.size() < kMaxLine) {
            if (!ReadFile(GetStdHandle(STD_INPUT_HANDLE), &c, 1, &got, nullptr) || got == 0) {
                ended = true;
                break;
            }
            if (c == '\n')
                break;
            line.append(c);
        }
        if (ended && line.isEmpty())
            return std::nullopt;
        if (line.endsWith('\r'))
            line.chop(1);
        return line;
    }

    void noteOutError()
    {
        const DWORD reason = GetLastError();
        m_outClosed = reason == ERROR_BROKEN_PIPE || reason == ERROR_NO_DATA;
        m_outError = qt_error_string(int(reason));
    }

    static bool write(DWORD which, const QByteArray& bytes)
    {
        const char* at = bytes.constData();
        qsizetype left = bytes.size();
        while (left > 0) {
            DWORD written = 0;
            if (!WriteFile(GetStdHandle(which), at, DWORD(qMin<qsizetype>(left, 1 << 20)), &written, nullptr))
                return false;
            at += written;
            left -= written;
        }
        return true;
    }

    QString m_outError;
    bool m_outClosed = false;
};

} // namespace

std::unique_ptr<Terminal> systemTerminal()
{
    return std::make_unique<SystemTerminal>();
}

} // namespace leat
