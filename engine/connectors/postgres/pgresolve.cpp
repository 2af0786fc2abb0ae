// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgresolve.h"


#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <sys/socket.h>
#endif

namespace leat::pg {

namespace {

struct Lookup
{
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    QStringList addresses;
    QString problem;
};

void lookUp(const std::shared_ptr<Lookup>& lookup, const std::string& host)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    const int code = getaddrinfo(host.c_str(), nullptr, &hints, &list);
    QStringList addresses;
    for (const addrinfo* a = list; code == 0 && a; a = a->ai_next) {
        char text[NI_MAXHOST] = {};
        if (getnameinfo(a->ai_addr, static_cast<socklen_t>(a->ai_addrlen), text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0)
            addresses << QString::fromLatin1(text);
    }
    if (list)
        freeaddrinfo(list);
    const std::lock_guard lock(lookup->mutex);
    lookup->addresses = addresses;
    lookup->problem = code == 0 ? QString() : QString::fromLocal8Bit(gai_strerror(code));
    lookup->done = true;
    lookup->changed.notify_all();
}

} // namespace

Result<QStringList> resolveHost(const QString& host, int timeoutSeconds, const CancelToken& cancel)
{
    auto lookup = std::make_shared<Lookup>();
    std::thread(lookUp, lookup, host.toStdString()).detach();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(timeoutSeconds);
    std::unique_lock lock(lookup->mutex);
    while (!lookup->done) {
        lookup->changed.wait_for(lock, std::chrono::milliseconds(50));
        if (cancel.isCancelled())
            return makeError(ErrorCode::Cancelled);
        if (!lookup->done && std::chrono::steady_clock::now() > deadline)
            return makeError(ErrorCode::ConnectionTimeout, QStringLiteral("the name lookup did not answer"));
    }
    if (lookup->addresses.isEmpty())
        return makeError(ErrorCode::HostUnknown, lookup->problem);
    return lookup->addresses;
}

} // namespace leat::pg
