// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/formscanner.h"

#include <openssl/crypto.h>

namespace leat {

namespace {

// A rolling polynomial hash: odd base, arithmetic modulo 2^64.
constexpr quint64 base = 0x9e3779b97f4a7c15ULL;

quint64 hashOf(const char16_t* text, std::size_t length)
{
    quint64 hash = 0;
    for (std::size_t i = 0; i < length; ++i)
        hash = hash * base + text[i] + 1;
    return hash;
}

std::size_t slot(quint64 hash)
{
    return std::size_t((hash ^ (hash >> 29)) >> 16) & 0xffff;
}

} // namespace

FormScanner::FormScanner(std::vector<SecretForm> forms) : m_forms(std::move(forms))
{
    for (std::size_t i = 0; i < m_forms.size(); ++i) {
        const SecretForm& form = m_forms[i];
        Group& mine = group(form.anchor);
        add(mine, 0, {i, false});
        if (form.partly)
            add(mine, form.text.size() - form.anchor, {i, true});
    }
}

FormScanner::~FormScanner()
{
    for (SecretForm& form : m_forms)
        OPENSSL_cleanse(form.text.data(), form.text.size() * sizeof(char16_t));
}

FormScanner::Group& FormScanner::group(std::size_t length)
{
    for (const std::unique_ptr<Group>& known : m_groups)
        if (known->length == length)
            return *known;
    m_groups.push_back(std::make_unique<Group>());
    m_groups.back()->length = length;
    return *m_groups.back();
}

void FormScanner::add(Group& group, std::size_t offset, Anchor anchor)
{
    const quint64 hash = hashOf(m_forms[anchor.form].text.data() + offset, group.length);
    group.anchors.emplace(hash, anchor);
    group.maybe.set(slot(hash));
}

void FormScanner::scan(const std::u16string& text, std::vector<Span>& spans) const
{
    for (const std::unique_ptr<Group>& group : m_groups)
        scanGroup(*group, text, spans);
}

void FormScanner::scanGroup(const Group& group, const std::u16string& text, std::vector<Span>& spans) const
{
    const std::size_t length = group.length;
    if (text.size() < length)
        return;
    quint64 leaving = 1;
    for (std::size_t i = 1; i < length; ++i)
        leaving *= base;
    quint64 hash = hashOf(text.data(), length);
    for (std::size_t at = 0;; ++at) {
        if (group.maybe.test(slot(hash))) {
            const auto [begin, end] = group.anchors.equal_range(hash);
            for (auto it = begin; it != end; ++it)
                look(it->second, length, text, at, spans);
        }
        if (at + length >= text.size())
            return;
        hash = (hash - (text[at] + quint64(1)) * leaving) * base + text[at + length] + 1;
    }
}

void FormScanner::look(
    const Anchor& anchor, std::size_t length, const std::u16string& text, std::size_t at, std::vector<Span>& spans) const
{
    const SecretForm& form = m_forms[anchor.form];
    std::size_t same = 0;
    if (anchor.atEnd) {
        const std::size_t end = at + length;
        while (same < form.text.size() && same < end && text[end - 1 - same] == form.text[form.text.size() - 1 - same])
            ++same;
        if (same >= length)
            spans.emplace_back(end - same, end);
        return;
    }
    while (same < form.text.size() && at + same < text.size() && text[at + same] == form.text[same])
        ++same;
    if (same == form.text.size() || (form.partly && same >= length))
        spans.emplace_back(at, at + same);
}

} // namespace leat
