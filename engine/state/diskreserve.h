// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace leat {

/// A megabyte kept beside the state store's file for the day the disk is full: how a run ended must not be lost with the
/// room to write it down. Takes up space while it is there, and may be missing. The store's thread.
class DiskReserve
{
public:
    explicit DiskReserve(QString file) : m_file(std::move(file)) {}

    /// Takes up the space where it is not taken up yet; does without where there is none.
    void keep() const;
    /// Gives the space back. False: there was none.
    bool release() const;

private:
    QString m_file;
};

} // namespace leat
