// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice.h"

#include "engine/api/errortext.h"
#include "ui/flowlayout.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QAction>
#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace leat {

namespace {

constexpr int kLeaveMs = 6000;

QPlainTextEdit* makeDetails(const QString& objectName, const QString& name, QWidget* parent)
{
    auto* details = new QPlainTextEdit(parent);
    details->setObjectName(objectName);
    details->setAccessibleName(name);
    details->setReadOnly(true);
    details->setFont(fixedFont());
    details->setTabChangesFocus(true);
    details->setMaximumHeight(136);
    details->hide();
    return details;
}

} // namespace

Notice noticeOf(const Error& error)
{
    const ErrorText text = describe(error);
    return {Notice::Tone::Failed, text.sentence, text.remedy, errorDetails(error), {}, {}};
}

QString errorDetails(const Error& error)
{
    QStringList lines{QStringLiteral("code: ") + toString(error.code)};
    if (!error.sqlState.isEmpty())
        lines << QStringLiteral("sqlstate: ") + error.sqlState;
    if (error.phase != Phase::None)
        lines << QStringLiteral("phase: ") + toString(error.phase);
    if (!error.detail.isEmpty())
        lines << QString() << error.detail;
    return lines.join(QLatin1Char('\n'));
}

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_glyph(new QLabel(this))
    , m_text(makeParagraph({}, nullptr, this))
    , m_details(makeDetails(QStringLiteral("notice.details"), tr("Details of the notice"), this))
    , m_action(makeButton({}, "notice.action", nullptr, this))
    , m_more(makeButton(tr("Details"), "notice.more", "link", this))
{
    setObjectName(QStringLiteral("notice.bar"));
    auto* close = makeIconButton(QStringLiteral("close"), tr("Close the notice"), "notice.close", this);
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, kGrid);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignTop);
    row->addWidget(m_more, 0, Qt::AlignTop);
    row->addWidget(close, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 12, 8, kGrid);
    column->addLayout(row);
    column->addWidget(m_details);
    m_leave.setSingleShot(true);
    m_leave.setInterval(kLeaveMs);
    connect(&m_leave, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> press = m_press; // the press may show the next notice
        hide();
        if (press)
            press();
    });
    connect(m_more, &QPushButton::clicked, this, [this] { m_details->setVisible(!m_details->isVisible()); });
    hide();
}

void NoticeBar::show(const Notice& notice)
{
    static constexpr const char* kTones[] = {"info", "good", "warning", "failed"};
    static constexpr const char* kIcons[] = {"info", "ok", "heldback", "failed"};
    const Theme theme = themeOf(palette());
    const QColor colors[] = {theme.running, theme.good, theme.warning, theme.failed};
    const int tone = int(notice.tone);
    setLook(this, "tone", QString::fromLatin1(kTones[tone]));
    m_glyph->setPixmap(tintedIcon(QString::fromLatin1(kIcons[tone]), colors[tone], 18, devicePixelRatioF()));
    m_text->setText(notice.remedy.isEmpty() ? notice.text : notice.text + QLatin1Char(' ') + notice.remedy);
    m_details->setPlainText(notice.details);
    m_details->hide();
    m_more->setVisible(!notice.details.isEmpty());
    m_press = notice.press;
    m_action->setText(notice.button);
    m_action->setVisible(!notice.button.isEmpty());
    setAccessibleName(m_text->text());
    QWidget::show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    if (notice.tone <= Notice::Tone::Good && notice.button.isEmpty())
        m_leave.start();
    else
        m_leave.stop();
}

QString NoticeBar::text() const { return m_text->text(); }

namespace {

// The card knows no window: the action is looked for from the card outwards.
QAction* bundleAction(const QWidget* from)
{
    for (const QWidget* at = from; at != nullptr; at = at->parentWidget())
        for (QAction* action : at->actions())
            if (action->objectName() == QLatin1String("action.help.bundle"))
                return action;
    return nullptr;
}

} // namespace

ErrorCard::ErrorCard(const char* prefix, QWidget* parent)
    : QFrame(parent)
    , m_glyph(new QLabel(this))
    , m_sentence(makeParagraph({}, "strong", this))
    , m_remedy(makeParagraph({}, nullptr, this))
{
    const QString base = QString::fromLatin1(prefix);
    const auto named = [&](const char* part) { return QString(base + QLatin1Char('.') + QLatin1String(part)).toLatin1(); };
    setObjectName(base + QStringLiteral(".errorCard"));
    setProperty("tone", QStringLiteral("failed"));
    m_action = makeButton({}, named("errorAction").constData(), nullptr, this);
    m_more = makeButton(tr("Details"), named("errorDetails").constData(), "link", this);
    m_copy = makeButton(tr("Copy"), named("errorCopy").constData(), "link", this);
    m_bundle = makeButton(tr("Diagnostics bundle…"), named("errorBundle").constData(), "link", this);
    m_details = makeDetails(base + QStringLiteral(".errorText"), tr("Raw text of the error"), this);
    m_action->hide();
    auto* buttons = new FlowLayout(kGrid);
    for (QWidget* button : {m_action, m_more, m_copy, m_bundle})
        buttons->addWidget(button);
    auto* texts = new QVBoxLayout;
    setMargins(texts, 0, 0, 4);
    texts->addWidget(m_sentence);
    texts->addWidget(m_remedy);
    texts->addSpacing(4);
    texts->addLayout(buttons);
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, 10);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 12, 12, kGrid);
    column->addLayout(row);
    column->addWidget(m_details);
    connect(m_action, &QPushButton::clicked, this, &ErrorCard::actionClicked);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_details->setVisible(!m_details->isVisible());
        m_more->setText(m_details->isVisible() ? tr("Hide details") : tr("Details"));
    });
    connect(m_bundle, &QPushButton::clicked, this, [this] {
        if (QAction* action = bundleAction(this))
            action->trigger();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const ErrorText text = describe(m_error);
        QGuiApplication::clipboard()->setText(text.sentence + QLatin1Char('\n') + text.remedy + QStringLiteral("\n\n") + errorDetails(m_error));
    });
}

void ErrorCard::setError(const Error& error)
{
    const bool held = isHeldBack(error.code);
    const Theme theme = themeOf(palette());
    setLook(this, "tone", held ? QStringLiteral("warning") : QStringLiteral("failed"));
    m_glyph->setPixmap(tintedIcon(held ? QStringLiteral("heldback") : QStringLiteral("failed"), held ? theme.warning : theme.failed, 18, devicePixelRatioF()));
    m_error = error;
    const ErrorText text = describe(error);
    m_sentence->setText(text.sentence);
    m_remedy->setText(text.remedy);
    m_remedy->setVisible(!text.remedy.isEmpty());
    m_details->setPlainText(errorDetails(error));
    setAccessibleName(text.sentence);
}

void ErrorCard::offerBundle(bool offer)
{
    m_bundle->setVisible(offer);
}

void ErrorCard::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

} // namespace leat
