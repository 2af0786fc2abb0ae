// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/clitext.h"
#include "app/cli/format.h"
#include "engine/api/jsonview.h"

#include <QJsonDocument>

namespace leat {

namespace {

bool wantsColour(const Terminal& terminal, bool tty, bool plain)
{
    if (plain || !terminal.environment("NO_COLOR").isEmpty() || terminal.environment("TERM") == "dumb")
        return false;
    const QByteArray force = terminal.environment("CLICOLOR_FORCE");
    return tty || (!force.isEmpty() && force != "0");
}

// QJsonDocument escapes C0 controls only; these drive terminals too and occur in strings alone.
QByteArray escapedControls(const QByteArray& json)
{
    QByteArray safe;
    safe.reserve(json.size());
    for (qsizetype i = 0; i < json.size(); ++i) {
        const auto byte = static_cast<unsigned char>(json[i]);
        const auto next = i + 1 < json.size() ? static_cast<unsigned char>(json[i + 1]) : 0U;
        if (byte == 0x7f) {
            safe += "\\u007f";
        } else if (byte == 0xc2 && next >= 0x80 && next <= 0x9f) {
            safe += "\\u00" + QByteArray::number(next, 16);
            ++i;
        } else {
            safe += json[i];
        }
    }
    return safe;
}

} // namespace

Output::Output(Terminal& terminal, const OutputOptions& options) : m_terminal(terminal), m_options(options)
{
    m_outStyle.plain = options.plain;
    m_outStyle.headers = !options.noHeaders;
    m_outStyle.colour = wantsColour(terminal, terminal.outIsTty(), options.plain);
    m_outStyle.width = terminal.outIsTty() ? terminal.width() : 0;
    m_errStyle = m_outStyle;
    m_errStyle.colour = wantsColour(terminal, terminal.errIsTty(), options.plain);
    m_errStyle.width = terminal.errIsTty() ? terminal.width() : 0;
    m_canAnimate = terminal.errIsTty() && terminal.environment("TERM") != "dumb" && !options.plain;
}

void Output::data(const QString& text)
{
    m_terminal.writeOut(text.toUtf8());
}

void Output::document(const QJsonObject& json)
{
    document(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

void Output::document(const QJsonArray& json)
{
    document(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

void Output::document(QByteArray json)
{
    if (!json.endsWith('\n'))
        json += '\n';
    m_documentWritten = true;
    m_terminal.writeOut(escapedControls(json));
}

void Output::note(const QString& text)
{
    raw(printable(text) + QLatin1Char('\n'));
}

void Output::raw(const QString& text)
{
    m_terminal.writeErr(text.toUtf8());
}

QString Output::brief(const Error& error)
{
    return QStringLiteral("%1 [%2]").arg(describe(error).sentence, toString(error.code));
}

void Output::failureText(const QString& prefix, const Error& error, const ErrorText& text)
{
    const QString code = painted(QStringLiteral("[%1]").arg(toString(error.code)), Tone::Faint, m_errStyle.colour);
    raw(painted(printable(prefix), Tone::Bad, m_errStyle.colour) + QLatin1Char(' ') + printable(text.sentence)
        + QLatin1Char(' ') + code + QLatin1Char('\n'));
    if (!text.remedy.isEmpty())
        note(QStringLiteral("  → ") + text.remedy);
    if (!m_options.verbose) {
        if (!error.detail.isEmpty())
            note(Cli::tr("    (--verbose shows the raw text)"));
        return;
    }
    if (!error.sqlState.isEmpty())
        note(Cli::tr("  SQLSTATE: %1").arg(error.sqlState));
    if (error.detail.isEmpty())
        return;
    note(Cli::tr("  Details:"));
    for (const QString& line : error.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        note(QStringLiteral("    ") + line);
}

void Output::failure(const Failure& failure)
{
    if (m_options.json && !m_documentWritten) {
        document(failureDocument(failure));
        return;
    }
    failureText(Cli::tr("Error:"), failure.error, failure.text);
}

void Output::failureOf(const QString& subject, const Error& error)
{
    failureText(subject + QLatin1Char(':'), error, describe(error));
}

QString Output::count(qint64 value) const
{
    return m_options.plain && value >= 0 ? QString::number(value) : countText(value);
}

QString Output::size(qint64 bytes) const
{
    return m_options.plain && bytes >= 0 ? QString::number(bytes) : sizeText(bytes);
}

QString Output::time(const QDateTime& at) const
{
    return m_options.plain && at.isValid() ? at.toUTC().toString(Qt::ISODate) : timeText(at);
}

QString Output::duration(const QDateTime& from, const QDateTime& to) const
{
    if (!from.isValid() || !to.isValid())
        return {};
    const qint64 milliseconds = from.msecsTo(to);
    return m_options.plain ? QString::number(double(milliseconds) / 1000.0, 'f', 3) : durationText(milliseconds);
}

QJsonObject failureDocument(const Failure& failure)
{
    QJsonObject error = toJson(failure.error);
    error[QLatin1String("sentence")] = failure.text.sentence;
    error[QLatin1String("remedy")] = failure.text.remedy;
    error[QLatin1String("exit_code")] = failure.exitCode();
    return {{QStringLiteral("error"), error}};
}

QByteArray jsonText(const QJsonValue& value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace leat
