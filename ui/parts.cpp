// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts.h"

#include "ui/icons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QScreen>
#include <QStyle>
#include <QTimeEdit>
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
    // A label would follow its own text: names, figures and paths stood at the wrong edge of a right-to-left window.
    label->setAlignment(QStyle::visualAlignment(QGuiApplication::layoutDirection(), Qt::AlignLeading) | Qt::AlignVCenter);
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

QMargins leadingMargin(int width) { return QGuiApplication::isRightToLeft() ? QMargins(0, 0, width, 0) : QMargins(width, 0, 0, 0); }

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

void resizeWithin(QDialog* dialog, const QSize& size)
{
    constexpr QSize kFrame(16, 40); // what window managers put around
    const QWidget* window = dialog->parentWidget() != nullptr ? dialog->parentWidget()->window() : dialog;
    dialog->resize(size.boundedTo(window->screen()->availableSize() - kFrame));
}

TimeOfDay addTimeOfDay(QBoxLayout* row)
{
    auto* on = new QCheckBox(QCoreApplication::translate("leat::TimeOfDay", "at"));
    on->setAccessibleName(QCoreApplication::translate("leat::TimeOfDay", "At a time of day"));
    auto* time = new QTimeEdit(QTime(2, 0));
    time->setAccessibleName(QCoreApplication::translate("leat::TimeOfDay", "Time of day"));
    time->setLayoutDirection(Qt::LeftToRight); // else Qt takes the format for one with minutes before hours, where lines run right to left
    time->setDisplayFormat(QStringLiteral("HH:mm"));
    row->addWidget(on);
    row->addWidget(time);
    return {on, time};
}

void ask(QWidget* parent, const char* objectName, const Question& question, std::function<void(bool)> yes, std::function<void()> no)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QString::fromLatin1(objectName));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(question.title);
    dialog->setAccessibleDescription(question.text + QLatin1Char(' ') + question.detail);
    auto* action = makeButton(question.action, "question.action", question.destructive ? "danger" : "primary");
    auto* keep = makeButton(question.keep.isEmpty() ? QCoreApplication::translate("leat::Question", "Cancel") : question.keep, "question.keep");
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addWidget(makeParagraph(question.text, "heading"));
    if (!question.detail.isEmpty())
        content->addWidget(makeParagraph(question.detail, "muted"));
    QCheckBox* tick = nullptr;
    if (!question.option.isEmpty()) {
        tick = new QCheckBox(question.option);
        tick->setObjectName(QStringLiteral("question.option"));
        content->addWidget(tick);
    }
    action->setEnabled(question.canAct);
    QPushButton* second = question.second.isEmpty() ? nullptr : makeButton(question.second, "question.second");
    content->addStretch();
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    // What takes something away stands apart from the way out.
    if (question.destructive)
        row->addWidget(action);
    row->addStretch();
    if (second != nullptr) {
        row->addWidget(second);
        QObject::connect(second, &QPushButton::clicked, dialog, [dialog, press = question.pressSecond] {
            dialog->accept();
            press();
        });
    }
    row->addWidget(keep);
    if (!question.destructive)
        row->addWidget(action);
    auto* column = new QVBoxLayout(dialog);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    QPushButton* first = question.destructive || question.keepFirst ? keep : action;
    first->setDefault(true);
    first->setFocus();
    resizeWithin(dialog, {480, 200});
    QObject::connect(action, &QPushButton::clicked, dialog, [dialog, yes = std::move(yes), tick] {
        const bool option = tick != nullptr && tick->isChecked();
        dialog->accept();
        yes(option);
    });
    QObject::connect(keep, &QPushButton::clicked, dialog, &QDialog::reject);
    if (no)
        QObject::connect(dialog, &QDialog::rejected, dialog, [no = std::move(no)] { no(); });
    dialog->open();
}

} // namespace leat
