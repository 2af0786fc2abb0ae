// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into leatctl: the n-th call of a kind fails, once or from then on (13-threats G03).
//
// LEAT_FAULTS="kind:n[+]:errno", kind one of state, warehouse, file (writes, syncs, truncations, opening for
// writing and renames below LEAT_FAULTS_ROOT, by file name), socket (sends and receives over TCP).
// LEAT_FAULTS_SEEN: a file that gets "kind count" lines at the end.
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

enum Kind { State, Warehouse, File, Socket, Kinds, Other };
constexpr const char* kNames[Kinds] = {"state", "warehouse", "file", "socket"};
std::atomic<int> counts[Kinds];

struct Plan
{
    Kind kind = Other;
    int n = 0;
    bool onwards = false;
    int error = EIO;
    const char* root = std::getenv("LEAT_FAULTS_ROOT");

    Plan()
    {
        const char* text = std::getenv("LEAT_FAULTS");
        char name[16] = {};
        char more[8] = {};
        if (!text || std::sscanf(text, "%15[a-z]:%d%7[+]:%d", name, &n, more, &error) == 4)
            onwards = text != nullptr;
        else
            std::sscanf(text, "%15[a-z]:%d:%d", name, &n, &error);
        for (int i = 0; i < Kinds; ++i)
            if (std::strcmp(name, kNames[i]) == 0)
                kind = Kind(i);
    }
    ~Plan()
    {
        const char* seen = std::getenv("LEAT_FAULTS_SEEN");
        FILE* out = seen ? std::fopen(seen, "w") : nullptr;
        for (int i = 0; out && i < Kinds; ++i)
            std::fprintf(out, "%s %d\n", kNames[i], counts[i].load());
        if (out)
            std::fclose(out);
    }
};

Plan& plan()
{
    static Plan made;
    return made;
}

Kind kindOfPath(const char* path)
{
    if (!plan().root || std::strncmp(path, plan().root, std::strlen(plan().root)) != 0)
        return Other;
    if (std::strstr(path, "/state.db"))
        return State;
    return std::strstr(path, "/warehouse.duckdb") ? Warehouse : File;
}

Kind kindOf(int handle)
{
    char link[32];
    char path[512];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    const ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0)
        return Other;
    path[size] = '\0';
    return kindOfPath(path);
}

Kind kindOfSocket(int handle)
{
    int family = 0;
    socklen_t size = sizeof family;
    return getsockopt(handle, SOL_SOCKET, SO_DOMAIN, &family, &size) == 0 && family == AF_INET ? Socket : Other;
}

/// True: this call fails, errno says how. A call that takes no space does not fail for want of it.
bool fails(Kind kind, bool takesSpace = true)
{
    if (kind == Other || (plan().error == ENOSPC && !takesSpace))
        return false;
    const int call = ++counts[kind];
    const Plan& now = plan();
    if (kind != now.kind || call < now.n || (call > now.n && !now.onwards))
        return false;
    errno = now.error;
    return true;
}

template <typename F>
F real(F, const char* name)
{
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

} // namespace

#define REAL(name) (real(&::name, #name))

extern "C" {

ssize_t write(int fd, const void* data, size_t size) { return fails(kindOf(fd)) ? -1 : REAL(write)(fd, data, size); }
ssize_t pwrite(int fd, const void* data, size_t size, off_t at) { return fails(kindOf(fd)) ? -1 : REAL(pwrite)(fd, data, size, at); }
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) { return fails(kindOf(fd)) ? -1 : REAL(pwrite64)(fd, data, size, at); }
int fsync(int fd) { return fails(kindOf(fd), false) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(kindOf(fd), false) ? -1 : REAL(fdatasync)(fd); }
int ftruncate(int fd, off_t size) noexcept { return fails(kindOf(fd), false) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) noexcept { return fails(kindOf(fd), false) ? -1 : REAL(ftruncate64)(fd, size); }
int rename(const char* from, const char* to) noexcept { return fails(kindOfPath(to)) ? -1 : REAL(rename)(from, to); }

int open(const char* path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return flags & (O_WRONLY | O_RDWR) && fails(kindOfPath(path)) ? -1 : REAL(open)(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return flags & (O_WRONLY | O_RDWR) && fails(kindOfPath(path)) ? -1 : REAL(open64)(path, flags, mode);
}

ssize_t send(int fd, const void* data, size_t size, int flags) { return fails(kindOfSocket(fd)) ? -1 : REAL(send)(fd, data, size, flags); }
ssize_t recv(int fd, void* data, size_t size, int flags) { return fails(kindOfSocket(fd)) ? -1 : REAL(recv)(fd, data, size, flags); }
int connect(int fd, const sockaddr* address, socklen_t size) { return fails(kindOfSocket(fd)) ? -1 : REAL(connect)(fd, address, size); }

} // extern "C"
