// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/secrets/secretforms.h"

#include <QtGlobal>

#include <bitset>
#include <memory>
#include <unordered_map>
#include <utility>

namespace leat {

/// Finds many spellings of secrets in one pass over a text for each anchor length. Immutable
/// once built, so that many threads may scan with it. Wiped when it dies.
class FormScanner
{
public:
    explicit FormScanner(std::vector<SecretForm> forms);
    ~FormScanner();
    FormScanner(const FormScanner&) = delete;
    FormScanner& operator=(const FormScanner&) = delete;

    using Span = std::pair<std::size_t, std::size_t>;
    /// Adds [begin, end) of everything found; spans may overlap.
    void scan(const std::u16string& text, std::vector<Span>& spans) const;
    const std::vector<SecretForm>& forms() const { return m_forms; }

private:
    struct Anchor { std::size_t form = 0; bool atEnd = false; };
    struct Group
    {
        std::size_t length = 0;
        std::unordered_multimap<quint64, Anchor> anchors;
        std::bitset<1 << 16> maybe;    ///< spares the map for nearly all positions
    };
    Group& group(std::size_t length);
    void add(Group& group, std::size_t offset, Anchor anchor);
    void scanGroup(const Group& group, const std::u16string& text, std::vector<Span>& spans) const;
    void look(const Anchor& anchor, std::size_t length, const std::u16string& text, std::size_t at, std::vector<Span>& spans) const;

    std::vector<SecretForm> m_forms;
    std::vector<std::unique_ptr<Group>> m_groups;
};

} // namespace leat
