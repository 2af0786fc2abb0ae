// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgtls.h"

#include <QFileInfo>

#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>

namespace leat::pg {

QString peerFingerprint(PGconn* connection)
{
    auto* ssl = static_cast<SSL*>(PQsslStruct(connection, "OpenSSL"));
    if (!ssl)
        return {};
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(ssl), &X509_free);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest, &size) != 1)
        return {};
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(digest), static_cast<qsizetype>(size)).toHex());
}

QString tlsSummary(PGconn* connection)
{
    const char* protocol = PQsslAttribute(connection, "protocol");
    const char* cipher = PQsslAttribute(connection, "cipher");
    return QString::fromLatin1(protocol ? protocol : "TLS") + QStringLiteral(", ") + QString::fromLatin1(cipher ? cipher : "?");
}

QByteArray systemAuthorities()
{
    if (PQlibVersion() >= 160000)
        return "system";
    const QByteArray fromEnvironment = qgetenv("SSL_CERT_FILE");
    const QByteArray candidates[] = {fromEnvironment, "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem", QByteArray(X509_get_default_cert_file())};
    for (const QByteArray& file : candidates)
        if (!file.isEmpty() && QFileInfo(QString::fromLocal8Bit(file)).isFile())
            return file;
    return candidates[1];
}

} // namespace leat::pg
