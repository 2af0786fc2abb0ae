// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/crypto.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <cstdint>
#include <memory>

namespace leat::crypto {

namespace {

template <auto Free>
struct Freer
{
    template <typename T> void operator()(T* object) const { Free(object); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Freer<EVP_CIPHER_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, Freer<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Freer<EVP_KDF_CTX_free>>;

constexpr std::uint64_t maxScryptBytes = std::uint64_t(1100) << 20;

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

const unsigned char* bytes(const QByteArray& data)
{
    return reinterpret_cast<const unsigned char*>(data.constData());
}

unsigned char* writable(QByteArray& data)
{
    return reinterpret_cast<unsigned char*>(data.data());
}

void wipe(QByteArray& data)
{
    OPENSSL_cleanse(data.data(), std::size_t(data.size()));
}

} // namespace

QByteArray randomBytes(int count)
{
    QByteArray random(count, '\0');
    return RAND_bytes(writable(random), count) == 1 ? random : QByteArray();
}

QByteArray sha256(const QByteArray& data)
{
    QByteArray digest(32, '\0');
    unsigned int size = 0;
    const int ok = EVP_Digest(data.constData(), std::size_t(data.size()), writable(digest), &size, EVP_sha256(), nullptr);
    return ok == 1 && size == 32 ? digest : QByteArray();
}

QByteArray hmacSha256(std::string_view key, std::string_view data)
{
    QByteArray mac(32, '\0');
    unsigned int size = 0;
    const unsigned char* done = HMAC(EVP_sha256(), key.data(), int(key.size()), bytes(data), data.size(), writable(mac), &size);
    return done && size == 32 ? mac : QByteArray();
}

bool equalInConstantTime(const QByteArray& a, const QByteArray& b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), std::size_t(a.size())) == 0;
}

std::optional<Secret> scrypt(const Secret& passphrase, const QByteArray& salt, ScryptCost cost, int count)
{
    const Kdf kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context)
        return std::nullopt;
    std::uint64_t n = std::uint64_t(1) << cost.logN;
    std::uint32_t r = cost.r;
    std::uint32_t p = cost.p;
    std::uint64_t memory = maxScryptBytes;
    std::string_view pass = passphrase.view();
    // OpenSSL's parameters are not const, but are only read.
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, const_cast<char*>(pass.empty() ? "" : pass.data()), pass.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<char*>(salt.constData()), std::size_t(salt.size())),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end(),
    };
    QByteArray key(count, '\0');
    if (EVP_KDF_derive(context.get(), writable(key), std::size_t(count), params) != 1) {
        wipe(key);
        return std::nullopt;
    }
    return Secret::take(key);
}

QByteArray seal(std::string_view key, const QByteArray& nonce, const QByteArray& header, std::string_view plain)
{
    if (key.size() != keyBytes || nonce.size() != nonceBytes)
        return {};
    const Cipher cipher(EVP_CIPHER_CTX_new());
    QByteArray sealed(qsizetype(plain.size()) + tagBytes, '\0');
    unsigned char* out = writable(sealed);
    int size = 0;
    const bool ok = cipher
        && EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), bytes(key), bytes(nonce), nullptr) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytes(header), int(header.size())) == 1
        && EVP_EncryptUpdate(cipher.get(), out, &size, bytes(plain), int(plain.size())) == 1
        && EVP_EncryptFinal_ex(cipher.get(), out + plain.size(), &size) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, out + plain.size()) == 1;
    return ok ? sealed : QByteArray();
}

std::optional<Secret> unseal(std::string_view key, const QByteArray& nonce, const QByteArray& header, const QByteArray& sealed)
{
    if (key.size() != keyBytes || nonce.size() != nonceBytes || sealed.size() < tagBytes)
        return std::nullopt;
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const int length = int(sealed.size()) - tagBytes;
    QByteArray tag = sealed.right(tagBytes);
    QByteArray plain(length, '\0');
    int size = 0;
    const bool ok = cipher
        && EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), bytes(key), bytes(nonce), nullptr) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytes(header), int(header.size())) == 1
        && EVP_DecryptUpdate(cipher.get(), writable(plain), &size, bytes(sealed), length) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()) == 1
        && EVP_DecryptFinal_ex(cipher.get(), writable(plain) + length, &size) == 1;
    if (!ok) {
        wipe(plain);
        return std::nullopt;
    }
    return Secret::take(plain);
}

} // namespace leat::crypto
