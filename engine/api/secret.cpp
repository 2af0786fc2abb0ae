// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/secret.h"

#include <cstring>
#include <utility>

namespace leat {

namespace {

// Volatile writes: an optimiser may not drop them although the memory is freed next.
void wipeBytes(char* bytes, std::size_t size) noexcept
{
    volatile char* p = bytes;
    while (size-- > 0)
        *p++ = 0;
}

} // namespace

Secret Secret::take(QByteArray& bytes)
{
    Secret secret;
    secret.m_bytes.assign(bytes.cbegin(), bytes.cend());
    wipeBytes(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
    return secret;
}

Secret Secret::take(QString& text)
{
    QByteArray bytes = text.toUtf8();
    wipeBytes(reinterpret_cast<char*>(text.data()), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
    return take(bytes);
}

Secret::~Secret()
{
    wipe();
}

Secret::Secret(Secret&& other) noexcept : m_bytes(std::move(other.m_bytes))
{
    other.m_bytes.clear();
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

Secret Secret::clone() const
{
    Secret copy;
    copy.m_bytes = m_bytes;
    return copy;
}

void Secret::wipe() noexcept
{
    wipeBytes(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

SecretMap clone(const SecretMap& secrets)
{
    SecretMap copy;
    for (const auto& [key, secret] : secrets)
        copy.emplace(key, secret.clone());
    return copy;
}

} // namespace leat
