// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <string_view>
#include <vector>

namespace leat {

/// A secret in memory: move-only, wiped when it dies, never convertible to QVariant, never
/// streamed. Not thread-safe; owned by whoever holds it.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes and wipes `bytes`.
    static Secret take(QByteArray& bytes);
    /// Takes the text as UTF-8 and wipes `text`.
    static Secret take(QString& text);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    bool isEmpty() const noexcept { return m_bytes.empty(); }
    std::string_view view() const noexcept { return {m_bytes.data(), m_bytes.size()}; }
    /// An explicit second copy, for handing to a worker.
    Secret clone() const;

private:
    void wipe() noexcept;
    std::vector<char> m_bytes;
};

/// Secrets of one source by setting key ("password").
using SecretMap = std::map<QString, Secret>;
SecretMap clone(const SecretMap& secrets);

} // namespace leat
