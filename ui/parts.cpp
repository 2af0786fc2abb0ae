// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts.h"

#include "ui/icons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QMessageBox>
#include <QStyle>
#include <QVariant>

namespace leat {

void setLook(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QLabel* makeLabel(const QString& text, const char* role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    if (role != nullptr)
        label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QLabel* makeParagraph(const QString& text, const char* role, QWidget* parent)
{
    QLabel* label = makeLabel(text, role, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

QPushButton* makeButton(const QString& text, const char* objectName, const char* tone, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setAutoDefault(false);
    button->setIconSize(QSize(22, 16));
    if (tone != nullptr)
        button->setProperty("tone", QString::fromLatin1(tone));
    return button;
}

QToolButton* makeIconButton(const QString& icon, const QString& name, const char* objectName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setIcon(lineIcon(icon));
    button->setIconSize(QSize(16, 16));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("tone", QStringLiteral("quiet"));
    return button;
}

QFrame* makeFrame(const char* role, QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("role", QString::fromLatin1(role));
    return frame;
}

QFrame* makeLine(QWidget* parent)
{
    QFrame* line = makeFrame("line", parent);
    line->setFixedHeight(1);
    return line;
}

void setMargins(QBoxLayout* layout, int horizontal, int vertical, int spacing)
{
    layout->setContentsMargins(horizontal, vertical, horizontal, vertical);
    layout->setSpacing(spacing);
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(12);
    return font;
}

void ask(QWidget* parent, const char* objectName, const Question& question, std::function<void(bool)> yes, std::function<void()> no)
{
    auto* box = new QMessageBox(parent);
    box->setObjectName(QString::fromLatin1(objectName));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(question.title);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.text);
    box->setInformativeText(question.detail);
    box->setIconPixmap(QPixmap());
    auto* action = makeButton(question.action, "question.action", question.destructive ? "danger" : "primary");
    auto* keep = makeButton(question.keep.isEmpty() ? QCoreApplication::translate("leat::Question", "Cancel") : question.keep, "question.keep");
    action->setEnabled(question.canAct);
    box->addButton(action, QMessageBox::AcceptRole);
    if (!question.second.isEmpty()) {
        auto* second = makeButton(question.second, "question.second");
        box->addButton(second, QMessageBox::DestructiveRole);
        QObject::connect(second, &QPushButton::clicked, box, question.pressSecond);
    }
    box->addButton(keep, QMessageBox::RejectRole);
    box->setEscapeButton(keep);
    box->setDefaultButton(question.destructive || question.keepFirst ? keep : action);
    QCheckBox* tick = nullptr;
    if (!question.option.isEmpty()) {
        tick = new QCheckBox(question.option);
        tick->setObjectName(QStringLiteral("question.option"));
        box->setCheckBox(tick);
    }
    QObject::connect(action, &QPushButton::clicked, box, [yes = std::move(yes), tick] { yes(tick != nullptr && tick->isChecked()); });
    if (no)
        QObject::connect(keep, &QPushButton::clicked, box, [no = std::move(no)] { no(); });
    box->open();
}

} // namespace leat
