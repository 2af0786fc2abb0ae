// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/mailbox.h"

#include <utility>

namespace leat {

Mailbox::Mailbox(QObject* parent) : QObject(parent) {}

void Mailbox::post(std::function<void()> letter)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_letters.empty();
        m_letters.push_back(std::move(letter));
    }
    if (first)
        QMetaObject::invokeMethod(this, &Mailbox::drain, Qt::QueuedConnection);
}

void Mailbox::drain()
{
    std::vector<std::function<void()>> letters;
    {
        const std::lock_guard lock(m_mutex);
        letters = std::exchange(m_letters, {});
    }
    for (const std::function<void()>& letter : letters)
        letter();
}

} // namespace leat
