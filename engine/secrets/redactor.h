// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/secret.h"

#include <QString>

#include <memory>

namespace leat {

/// Takes secrets out of text that is kept or shown: every registered secret in every encoding
/// it may appear in (plain, percent, base64 and base64url at any offset, hex, JSON- and
/// SQL-escaped, backslash-escaped, long prefixes and suffixes as libpq echoes them), and
/// patterns (password=…, user:…@host, Bearer …, sk_live_…, PEM blocks). What is taken out
/// becomes "••••". Redacting twice changes nothing more. Secrets of fewer than four characters
/// are taken out by the patterns only. Thread-safe; copies share one list.
class Redactor
{
public:
    Redactor();
    /// Remembers a secret for the life of the process.
    void add(const Secret& secret) const;
    QString redact(QString text) const;
    /// As above, and counts what was taken out.
    struct Counts { qint64 secrets = 0; qint64 patterns = 0; };
    QString redact(QString text, Counts& counts) const;
    /// Patterns alone, for text whose secrets are not known.
    static QString redactPatterns(QString text);

private:
    struct Known;
    std::shared_ptr<Known> m_known;
};

} // namespace leat
