// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/vaultbody.h"

#include <QtEndian>

namespace leat {

namespace {

void putNumber(QByteArray& out, std::size_t number)
{
    char bytes[4];
    qToLittleEndian(quint32(number), bytes);
    out.append(bytes, sizeof bytes);
}

void put(QByteArray& out, std::string_view text)
{
    putNumber(out, text.size());
    out.append(text.data(), qsizetype(text.size()));
}

std::optional<quint32> getNumber(std::string_view& rest)
{
    if (rest.size() < 4)
        return std::nullopt;
    const quint32 number = qFromLittleEndian<quint32>(rest.data());
    rest.remove_prefix(4);
    return number;
}

std::optional<std::string_view> get(std::string_view& rest)
{
    const std::optional<quint32> size = getNumber(rest);
    if (!size || *size > rest.size())
        return std::nullopt;
    const std::string_view text = rest.substr(0, *size);
    rest.remove_prefix(*size);
    return text;
}

} // namespace

Secret writeVaultBody(const std::map<QString, Secret>& secrets)
{
    std::size_t size = 4;
    for (const auto& [name, secret] : secrets)
        size += 8 + std::size_t(name.size()) * 4 + secret.view().size();
    QByteArray body;
    body.reserve(qsizetype(size));   // never moved, so that no unwiped copy is left behind
    putNumber(body, secrets.size());
    for (const auto& [name, secret] : secrets) {
        const QByteArray key = name.toUtf8();
        put(body, {key.constData(), std::size_t(key.size())});
        put(body, secret.view());
    }
    return Secret::take(body);
}

std::optional<std::map<QString, Secret>> readVaultBody(std::string_view body)
{
    std::map<QString, Secret> secrets;
    const std::optional<quint32> count = getNumber(body);
    if (!count)
        return std::nullopt;
    for (quint32 i = 0; i < *count; ++i) {
        const std::optional<std::string_view> name = get(body);
        const std::optional<std::string_view> value = name ? get(body) : std::nullopt;
        if (!value)
            return std::nullopt;
        QByteArray bytes(value->data(), qsizetype(value->size()));
        secrets.insert_or_assign(QString::fromUtf8(name->data(), qsizetype(name->size())), Secret::take(bytes));
    }
    if (!body.empty())
        return std::nullopt;
    return secrets;
}

} // namespace leat
