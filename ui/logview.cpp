// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview.h"

#include "models/runlogmodel.h"
#include "ui/clearbutton.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

namespace leat {

namespace {
constexpr int kLeastLines = 1;         // below the titles, where the screen is low
constexpr int kLeastField = 104;       // of search and choice, where the panel is narrow
}

LogView::LogView(const QString& prefix, RunLogModel* model, QWidget* parent)
    : QWidget(parent), m_prefix(prefix), m_model(model), m_search(new QLineEdit), m_level(new QComboBox),
      m_follow(makeIconButton(QStringLiteral("play"), tr("Follow the end of the log"), (prefix + QStringLiteral(".follow")).toLatin1().constData()))
{
    m_shown.setSourceModel(model);
    m_table = makeLogTable(prefix.toLatin1().constData(), &m_shown);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() + kLeastLines * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
    m_search->setObjectName(prefix + QStringLiteral(".search"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setPlaceholderText(tr("Search"));
    showClearButton(m_search);
    m_level->setObjectName(prefix + QStringLiteral(".level"));
    m_level->setAccessibleName(tr("Lines to show"));
    m_level->addItem(tr("All lines"), int(LogLevel::Info));
    m_level->addItem(tr("Warnings, errors"), int(LogLevel::Warning));
    m_level->addItem(tr("Errors"), int(LogLevel::Error));
    for (QWidget* field : {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_level)})
        field->setMinimumWidth(kLeastField);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    auto* copy = makeIconButton(QStringLiteral("copy"), tr("Copy the lines that are shown"), (prefix + QStringLiteral(".copy")).toLatin1().constData());
    auto* save = makeIconButton(QStringLiteral("export"), tr("Save the lines that are shown…"), (prefix + QStringLiteral(".save")).toLatin1().constData());
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, 4);
    row->addWidget(m_search, 1);
    row->addWidget(m_level);
    for (QToolButton* button : {m_follow, copy, save})
        row->addWidget(button);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, kGrid);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, &m_shown, &LogFilterProxy::setWords);
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] { m_shown.setLeast(LogLevel(m_level->currentData().toInt())); });
    connect(m_follow, &QToolButton::toggled, this, &LogView::follow);
    connect(copy, &QToolButton::clicked, this, &LogView::copy);
    connect(save, &QToolButton::clicked, this, [this] {
        Q_EMIT saveWanted(QStringLiteral("run-%1.log").arg(m_model->run().value), m_shown.asText());
    });
    connect(&m_shown, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_follow->isChecked())
            m_table->scrollToBottom();
    });
    // Who scrolls up to read is not dragged back down.
    connect(m_table->verticalScrollBar(), &QScrollBar::sliderMoved, this, [this](int value) { m_follow->setChecked(value >= m_table->verticalScrollBar()->maximum()); });
}

void LogView::follow(bool on)
{
    if (on)
        m_table->scrollToBottom();
}

void LogView::copy()
{
    QGuiApplication::clipboard()->setText(m_shown.asText());
}

} // namespace leat
