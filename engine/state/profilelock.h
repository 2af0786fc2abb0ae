// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"

#include <memory>

namespace leat {

/// The right to own a profile folder. An advisory lock of the operating system on
/// "<profileDir>/profile.lock", never the file's existence: it ends with the process however
/// that ends, and a reused process number means nothing (T140, T141). The file says in JSON who
/// holds it.
class ProfileLock
{
public:
    /// `program` is how people know this one: "leat", "leatctl". Errors: ProfileLocked (args
    /// holder, pid, since, path), ProfileNotWritable.
    static Result<std::unique_ptr<ProfileLock>> acquire(const QString& profileDir, const QString& program);
    ~ProfileLock();
    ProfileLock(const ProfileLock&) = delete;
    ProfileLock& operator=(const ProfileLock&) = delete;

private:
    struct Handle;
    explicit ProfileLock(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace leat
