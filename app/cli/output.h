// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"

#include <QJsonArray>
#include <QJsonObject>

namespace leat {

struct OutputOptions
{
    bool json = false;
    bool plain = false;
    bool noHeaders = false;
    bool verbose = false;          ///< show the raw, redacted text of errors
};

/// One place that writes: data to stdout, everything else to stderr. With --json stdout gets
/// exactly one document: the data, or {"error": …} when there are none.
class Output
{
public:
    Output(Terminal& terminal, const OutputOptions& options);

    bool json() const { return m_options.json; }
    bool plain() const { return m_options.plain; }
    bool verbose() const { return m_options.verbose; }
    TextStyle outStyle() const { return m_outStyle; }
    TextStyle errStyle() const { return m_errStyle; }
    Terminal& terminal() { return m_terminal; }
    /// Whether lines on stderr can be drawn over.
    bool canAnimate() const { return m_canAnimate; }

    void data(const QString& text);
    void table(const TextTable& table) { data(table.render(m_outStyle)); }
    void list(const KeyValueList& list) { data(list.render(m_outStyle)); }
    void document(const QJsonObject& json);
    void document(const QJsonArray& json);
    /// A document already spelled out, for results whose key order matters.
    void document(QByteArray json);

    /// One line on stderr.
    void note(const QString& text);
    void raw(const QString& text);
    /// Sentence and remedy with the stable code in brackets; raw text with --verbose.
    void failure(const Failure& failure);
    /// The same for one of several things, always on stderr.
    void failureOf(const QString& subject, const Error& error);
    /// "a sentence [code]" for a table cell.
    static QString brief(const Error& error);

    /// Raw numbers and UTC times with --plain, else as the locale writes them.
    QString count(qint64 value) const;
    QString size(qint64 bytes) const;
    QString time(const QDateTime& at) const;
    QString duration(const QDateTime& from, const QDateTime& to) const;

private:
    void failureText(const QString& prefix, const Error& error, const ErrorText& text);

    Terminal& m_terminal;
    OutputOptions m_options;
    TextStyle m_outStyle;
    TextStyle m_errStyle;
    bool m_canAnimate = false;
    bool m_documentWritten = false;
};

/// toJson(error) inside {"error": …}, with the texts and exit code of this failure.
QJsonObject failureDocument(const Failure& failure);

/// One JSON value as text.
QByteArray jsonText(const QJsonValue& value);

} // namespace leat
