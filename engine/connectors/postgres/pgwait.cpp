// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgwait.h"

#include <cerrno>

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace leat::pg {

int waitSocket(int socket, bool forWrite, int milliseconds)
{
    if (socket < 0)
        return 1;
#ifdef _WIN32
    WSAPOLLFD entry{};
    entry.fd = static_cast<SOCKET>(socket);
    entry.events = forWrite ? POLLOUT : POLLIN;
    return WSAPoll(&entry, 1, milliseconds);
#else
    pollfd entry{};
    entry.fd = socket;
    entry.events = forWrite ? POLLOUT : POLLIN;
    const int ready = poll(&entry, 1, milliseconds);
    return ready < 0 && errno == EINTR ? 0 : ready;
#endif
}

} // namespace leat::pg
