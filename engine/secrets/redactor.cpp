// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/redactor.h"

#include "engine/secrets/formscanner.h"
#include "engine/secrets/redactpatterns.h"
#include "engine/secrets/textview.h"

#include <algorithm>
#include <mutex>
#include <shared_mutex>

namespace leat {

namespace {

// In places of the original text, sorted, overlaps and neighbours joined.
std::vector<FormScanner::Span> secretSpans(const FormScanner& scanner, const QString& text)
{
    std::vector<FormScanner::Span> found;
    for (const TextView& view : viewsOf(text)) {
        const std::size_t before = found.size();
        scanner.scan(view.text, found);
        for (std::size_t i = before; i < found.size(); ++i)
            found[i] = {std::size_t(view.from[found[i].first]), std::size_t(view.from[found[i].second])};
    }
    std::sort(found.begin(), found.end());
    std::vector<FormScanner::Span> joined;
    for (const FormScanner::Span& span : found) {
        if (!joined.empty() && span.first <= joined.back().second)
            joined.back().second = std::max(joined.back().second, span.second);
        else
            joined.push_back(span);
    }
    return joined;
}

QString withoutSpans(const QString& text, const std::vector<FormScanner::Span>& spans)
{
    QString result;
    result.reserve(text.size());
    qsizetype at = 0;
    for (const auto& [begin, end] : spans) {
        result += QStringView(text).mid(at, qsizetype(begin) - at);
        result += redactionMark();
        at = qsizetype(end);
    }
    result += QStringView(text).mid(at);
    return result;
}

} // namespace

struct Redactor::Known
{
    mutable std::shared_mutex mutex;
    std::shared_ptr<const FormScanner> scanner = std::make_shared<FormScanner>(std::vector<SecretForm>());
};

Redactor::Redactor() : m_known(std::make_shared<Known>()) {}

void Redactor::add(const Secret& secret) const
{
    std::vector<SecretForm> forms = formsOf(secret.view());
    const std::unique_lock lock(m_known->mutex);
    const std::vector<SecretForm>& known = m_known->scanner->forms();
    const auto isKnown = [&known](const SecretForm& form) {
        return std::any_of(known.begin(), known.end(), [&](const SecretForm& other) {
            return other.text == form.text && other.anchor == form.anchor && other.partly == form.partly;
        });
    };
    forms.erase(std::remove_if(forms.begin(), forms.end(), isKnown), forms.end());
    if (forms.empty())
        return;
    forms.insert(forms.end(), known.begin(), known.end());
    m_known->scanner = std::make_shared<FormScanner>(std::move(forms));
}

QString Redactor::redact(QString text) const
{
    Counts counts;
    return redact(std::move(text), counts);
}

QString Redactor::redact(QString text, Counts& counts) const
{
    std::shared_ptr<const FormScanner> scanner;
    {
        const std::shared_lock lock(m_known->mutex);
        scanner = m_known->scanner;
    }
    // What stood on both sides of a removed secret can make another one with the mark between.
    for (int round = 0; round < 4; ++round) {
        const std::vector<FormScanner::Span> spans = secretSpans(*scanner, text);
        if (spans.empty())
            break;
        const QString next = withoutSpans(text, spans);
        if (next == text)
            break;
        counts.secrets += qint64(spans.size());
        text = next;
    }
    const auto marks = [](const QString& in) { return qint64(in.count(redactionMark())); };
    const qint64 before = marks(text);
    text = redactPatterns(std::move(text));
    counts.patterns += std::max<qint64>(0, marks(text) - before);
    return text;
}

QString Redactor::redactPatterns(QString text)
{
    return withoutPatterns(std::move(text));
}

} // namespace leat
