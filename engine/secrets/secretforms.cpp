// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/secretforms.h"

#include <QByteArray>
#include <QList>
#include <QStringDecoder>

#include <algorithm>

namespace leat {

namespace {

constexpr qsizetype shortest = 4;
constexpr qsizetype shortestPart = 6;
constexpr qsizetype structured = 256;   ///< longer secrets are keys and documents, not passwords

QString decoded(std::string_view secret)
{
    const QByteArrayView bytes(secret.data(), qsizetype(secret.size()));
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

void add(std::vector<SecretForm>& forms, const QString& text, qsizetype anchor, bool partly)
{
    if (text.size() < shortest)
        return;
    SecretForm form;
    form.text = text.toStdU16String();
    form.anchor = std::size_t(std::min(anchor, text.size()));
    form.partly = partly && text.size() > anchor;
    forms.push_back(std::move(form));
}

bool isDelimiter(QChar c)
{
    return c.isSpace() || QStringView(u"@:/?#&=;,\"'[]()<>").contains(c);
}

// Parts that may stand alone in an error text, such as what a server took for a host name.
void addParts(std::vector<SecretForm>& forms, const QString& text)
{
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isDelimiter(text[i]))
            continue;
        const QString part = text.mid(begin, i - begin);
        begin = i + 1;
        if (part.size() >= shortestPart && part.size() < text.size())
            add(forms, part, shortestPart, false);
    }
}

void addLines(std::vector<SecretForm>& forms, const QString& text)
{
    const QList<QStringView> lines = QStringView(text).split(u'\n');
    for (const QStringView line : lines)
        if (line.trimmed().size() >= 16 && !line.contains(u"-----"))
            add(forms, line.trimmed().toString(), 16, false);
}

void addText(std::vector<SecretForm>& forms, const QString& text)
{
    // Of a whole address only the whole is secret: its ends are names of hosts and programs.
    if (text.contains(QStringLiteral("://"))) {
        add(forms, text, shortestPart, false);
    } else if (text.size() > structured) {
        add(forms, text, 16, true);
        addLines(forms, text);
    } else {
        add(forms, text, shortestPart, true);
        addParts(forms, text);
    }
}

// The characters of the base64 text that depend on the secret alone, when `before` unknown
// bytes (0–2, more repeat) stand before it.
QString base64At(const QByteArray& secret, int before, QByteArray::Base64Option alphabet)
{
    const QByteArray whole = (QByteArray(before, '\0') + secret).toBase64(alphabet | QByteArray::OmitTrailingEquals);
    const qsizetype first = (before * 8 + 5) / 6;
    const qsizetype end = (before + secret.size()) * 8 / 6;
    return QString::fromLatin1(whole.mid(first, end - first));
}

} // namespace

std::vector<SecretForm> formsOf(std::string_view secret)
{
    std::vector<SecretForm> forms;
    const QString text = decoded(secret);
    if (text.size() < shortest)
        return forms;
    addText(forms, text);
    if (const QString trimmed = text.trimmed(); trimmed != text)
        addText(forms, trimmed);
    const QByteArray bytes(secret.data(), qsizetype(secret.size()));
    const QByteArray hex = bytes.toHex();
    add(forms, QString::fromLatin1(hex), 12, true);
    if (hex.toUpper() != hex)
        add(forms, QString::fromLatin1(hex.toUpper()), 12, true);
    for (int before = 0; before < 3; ++before) {
        const QString plain = base64At(bytes, before, QByteArray::Base64Encoding);
        const QString url = base64At(bytes, before, QByteArray::Base64UrlEncoding);
        add(forms, plain, 8, true);
        if (url != plain)
            add(forms, url, 8, true);
    }
    return forms;
}

} // namespace leat
