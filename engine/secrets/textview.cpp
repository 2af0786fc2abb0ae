// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/textview.h"

namespace leat {

namespace {

class Builder
{
public:
    explicit Builder(const TextView& source) : m_source(source)
    {
        m_view.text.reserve(source.text.size());
        m_view.from.reserve(source.from.size());
    }
    void add(char16_t unit, std::size_t at)
    {
        m_view.text.push_back(unit);
        m_view.from.push_back(m_source.from[at]);
    }
    void addCodePoint(char32_t code, std::size_t at)
    {
        if (QChar::requiresSurrogates(code)) {
            add(QChar::highSurrogate(code), at);
            add(QChar::lowSurrogate(code), at);
        } else {
            add(char16_t(code), at);
        }
    }
    TextView take()
    {
        m_view.from.push_back(m_source.from.back());
        return std::move(m_view);
    }

private:
    const TextView& m_source;
    TextView m_view;
};

int hexDigit(char16_t unit)
{
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    if (unit >= u'a' && unit <= u'f')
        return unit - u'a' + 10;
    if (unit >= u'A' && unit <= u'F')
        return unit - u'A' + 10;
    return -1;
}

// The number that `digits` hexadecimal digits at `at` make; -1 when they are not.
int hexNumber(const std::u16string& text, std::size_t at, int digits)
{
    if (at + std::size_t(digits) > text.size())
        return -1;
    int number = 0;
    for (int i = 0; i < digits; ++i) {
        const int digit = hexDigit(text[at + std::size_t(i)]);
        if (digit < 0)
            return -1;
        number = number * 16 + digit;
    }
    return number;
}

int percentByte(const std::u16string& text, std::size_t at)
{
    return at < text.size() && text[at] == u'%' ? hexNumber(text, at + 1, 2) : -1;
}

// Reads one UTF-8 character of percent-encoded bytes; bytes that are none are read as Latin-1.
std::size_t readEncoded(const std::u16string& text, std::size_t at, char32_t& code)
{
    const int lead = percentByte(text, at);
    const int more = lead >= 0xf0 && lead < 0xf8 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    char32_t value = more == 0 ? char32_t(lead) : char32_t(lead & (0x3f >> more));
    for (int i = 1; i <= more; ++i) {
        const int next = percentByte(text, at + std::size_t(i) * 3);
        if (next < 0 || (next & 0xc0) != 0x80) {
            code = char32_t(lead);
            return 3;
        }
        value = (value << 6) | char32_t(next & 0x3f);
    }
    code = value > 0x10ffff ? char32_t(lead) : value;
    return value > 0x10ffff ? 3 : std::size_t(more + 1) * 3;
}

// How many units an escape takes after its backslash, and what it stands for.
std::size_t readEscape(const std::u16string& text, std::size_t at, char16_t& unit)
{
    const char16_t kind = text[at];
    const int digits = kind == u'u' ? 4 : kind == u'x' ? 2 : 0;
    const int number = digits > 0 ? hexNumber(text, at + 1, digits) : -1;
    if (number >= 0) {
        unit = char16_t(number);
        return std::size_t(digits) + 1;
    }
    switch (kind) {
    case u'n': unit = u'\n'; break;
    case u't': unit = u'\t'; break;
    case u'r': unit = u'\r'; break;
    case u'b': unit = u'\b'; break;
    case u'f': unit = u'\f'; break;
    default: unit = kind; break;
    }
    return 1;
}

} // namespace

TextView TextView::of(const QString& original)
{
    TextView view;
    view.text = original.toStdU16String();
    view.from.resize(view.text.size() + 1);
    for (std::size_t i = 0; i < view.from.size(); ++i)
        view.from[i] = qint32(i);
    return view;
}

TextView withoutPercent(const TextView& view, bool plusIsSpace)
{
    Builder builder(view);
    const std::u16string& text = view.text;
    for (std::size_t i = 0; i < text.size();) {
        if (percentByte(text, i) >= 0) {
            char32_t code = 0;
            const std::size_t used = readEncoded(text, i, code);
            builder.addCodePoint(code, i);
            i += used;
            continue;
        }
        builder.add(plusIsSpace && text[i] == u'+' ? u' ' : text[i], i);
        ++i;
    }
    return builder.take();
}

TextView withoutBackslashes(const TextView& view)
{
    Builder builder(view);
    const std::u16string& text = view.text;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == u'\\' && i + 1 < text.size()) {
            char16_t unit = 0;
            const std::size_t used = readEscape(text, i + 1, unit);
            builder.add(unit, i);
            i += 1 + used;
            continue;
        }
        builder.add(text[i], i);
        ++i;
    }
    return builder.take();
}

TextView withoutDoubling(const TextView& view)
{
    Builder builder(view);
    const std::u16string& text = view.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
        builder.add(text[i], i);
        if ((text[i] == u'\'' || text[i] == u'"') && i + 1 < text.size() && text[i + 1] == text[i])
            ++i;
    }
    return builder.take();
}

std::vector<TextView> viewsOf(const QString& original)
{
    std::vector<TextView> views{TextView::of(original)};
    const auto add = [&views](TextView view) {
        for (const TextView& known : views)
            if (known == view)
                return;
        views.push_back(std::move(view));
    };
    // Two rounds: a URL inside JSON is percent-encoded and then escaped.
    for (int round = 0; round < 2; ++round) {
        const std::size_t count = views.size();
        for (std::size_t i = 0; i < count; ++i) {
            const bool percent = views[i].text.find(u'%') != std::u16string::npos;
            const bool plus = views[i].text.find(u'+') != std::u16string::npos;
            if (percent)
                add(withoutPercent(views[i], false));
            if (plus)
                add(withoutPercent(views[i], true));
            if (views[i].text.find(u'\\') != std::u16string::npos)
                add(withoutBackslashes(views[i]));
            if (views[i].text.find(u"''") != std::u16string::npos || views[i].text.find(u"\"\"") != std::u16string::npos)
                add(withoutDoubling(views[i]));
        }
    }
    return views;
}

} // namespace leat
