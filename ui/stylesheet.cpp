// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QHash>

namespace leat {

namespace {

// @name stands for a colour of the theme. Sizes keep an 8 px grid with 4 px halves.
constexpr const char* kSheet = R"(
* { outline: none; }
QMainWindow, QDialog { background: @window; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 8px; }

QMenuBar { background: @surface; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @surface; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @dim; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QToolBar { background: @surface; border: none; border-bottom: 1px solid @border; padding: 2px 16px; spacing: 4px; }
QToolBar QToolButton { padding: 6px 12px; border: 1px solid transparent; border-radius: 6px; color: @text; }
QToolBar QToolButton:hover { background: @raised; }
QToolBar QToolButton:pressed { background: @selection; }
QToolBar QToolButton:focus { border-color: @accent; }
QToolBar QToolButton:disabled { color: @dim; }
QToolBar QToolButton[popupMode="1"] { padding-@end: 28px; }
QToolButton::menu-button { border: none; border-radius: 6px; width: 22px; }
QToolButton::menu-button:hover { background: @selection; }
QToolButton::menu-arrow { image: url(:/icons/chevron-down-@mode.svg); width: 12px; height: 12px; }
QToolBar::separator { width: 1px; background: @border; margin: 6px 8px; }

QStatusBar { background: @surface; border-top: 1px solid @border; color: @muted; }
QStatusBar::item { border: none; }
QStatusBar QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 2px 8px; color: @muted; }
QStatusBar QToolButton:hover { background: @raised; color: @text; }
QStatusBar QToolButton:focus { border-color: @accent; }

QPushButton { background: @surface; border: 1px solid @field; border-radius: 6px; padding: 6px 14px; min-height: 18px; color: @text; }
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @selection; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { color: @dim; border-color: @border; }
QPushButton[tone="primary"] { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: 600; }
QPushButton[tone="primary"]:hover { background: @accentHover; }
QPushButton[tone="primary"]:focus { border: 2px solid @text; padding: 5px 13px; }
QPushButton[tone="primary"]:disabled { background: @raised; color: @dim; border-color: @border; }
QPushButton[tone="danger"] { color: @failed; border-color: @failed; font-weight: 600; }
QPushButton[tone="danger"]:disabled { color: @dim; border-color: @border; }
QPushButton[tone="link"], QToolButton[tone="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px; color: @accent; padding: 2px 6px; min-height: 16px; text-align: left; }
QPushButton[tone="link"]:hover, QToolButton[tone="link"]:hover { background: @raised; }
QPushButton[tone="link"]:focus, QToolButton[tone="link"]:focus { border: 1px solid @accent; padding: 2px 6px; }
QPushButton[tone="link"][flush="true"], QPushButton[tone="link"][flush="true"]:focus { padding: 2px 0; }
QPushButton[tone="link"]:disabled, QToolButton[tone="link"]:disabled { color: @dim; }
QToolButton[tone="quiet"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px; }
QToolButton[tone="quiet"]:hover { background: @raised; }
QToolButton[tone="quiet"]:focus { border-color: @accent; }
QToolButton[tone="quiet"]:disabled { color: @dim; }
QToolButton[popupMode="2"][tone="quiet"] { padding-@end: 20px; }
QToolButton::menu-indicator { image: url(:/icons/chevron-down-@mode.svg); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QPushButton::menu-indicator { image: url(:/icons/chevron-down-@mode.svg); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: center right; right: 2px; }
QToolButton[role="more"]::menu-indicator { image: none; width: 0; }

QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QComboBox { background: @surface; border: 1px solid @field; border-radius: 6px; padding: 5px 8px; min-height: 18px; color: @text; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 4px 7px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @dim; border-color: @border; background: @window; }
QLineEdit[invalid="true"] { border: 1px solid @failed; }
QLineEdit[invalid="true"]:focus { border: 2px solid @failed; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-@mode.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; padding: 4px; selection-background-color: @selection; selection-color: @text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QTreeView::indicator, QTableView::indicator { width: 14px; height: 14px; border: 1px solid @field; border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QTableView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/tick-@mode.svg); }
QCheckBox::indicator:disabled, QTreeView::indicator:disabled, QTableView::indicator:disabled { border-color: @border; background: @window; }
QCheckBox::indicator:checked:disabled, QTableView::indicator:checked:disabled { background: @field; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @field; border-radius: 8px; background: @surface; }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; }
QRadioButton::indicator:disabled { border-color: @border; background: @window; }

QTreeView, QTableView, QListView { background: @surface; border: 1px solid @border; border-radius: 8px; gridline-color: @border; alternate-background-color: @surface; }
QTreeView:focus, QTableView:focus, QListView:focus { border: 1px solid @accent; }
QTreeView::item, QTableView::item { padding: 0 8px; border: none; border-bottom: 1px solid @line; }
QTreeView::item { height: 32px; }
QTreeView::item:hover, QTableView::item:hover { background: @raised; }
QTreeView::item:selected, QTableView::item:selected { background: @selection; color: @text; border-bottom-color: @rowEdge; }
QListWidget::item { padding: 4px 6px; border-radius: 4px; }
QListWidget::item:selected { background: @selection; color: @text; }
QTreeView::branch { background: transparent; border-bottom: 1px solid @line; }
QTreeView::branch:hover { background: transparent; }
QTreeView::branch:selected { background: @selection; border-bottom-color: @rowEdge; }
QTreeView::branch:has-children:closed { image: url(:/icons/@forward-@mode.svg); padding: 9px 2px; }
QTreeView::branch:has-children:open { image: url(:/icons/chevron-down-@mode.svg); padding: 9px 2px; }
QHeaderView { background: transparent; border: none; border-top-left-radius: 8px; border-top-right-radius: 8px; }
QHeaderView::section { background: transparent; color: @muted; border: none; border-bottom: 1px solid @border; padding: 7px 3px 7px 11px; font-weight: 500; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 10px; height: 10px; subcontrol-position: center right; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: @surface; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid @border; top: -1px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 4px; margin-@end: 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QTabBar QToolButton { background: @surface; border: 1px solid @border; border-radius: 4px; }
QTabBar QToolButton::left-arrow { image: url(:/icons/chevron-left-@mode.svg); width: 12px; height: 12px; }
QTabBar QToolButton::right-arrow { image: url(:/icons/chevron-right-@mode.svg); width: 12px; height: 12px; }

QDockWidget { border: none; }
QDockWidget::title { padding: 0; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: transparent; border-radius: 2px; }
QSplitter::handle:vertical { margin: 4px 0; }
QSplitter::handle:hover { background: @border; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @scroll; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @raised; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }

QFrame[role="sidebar"] { background: @window; border: none; border-right: 1px solid @border; }
QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[role="panel"], QWidget[role="panel"] { background: @surface; }
QFrame[role="footer"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[role="line"] { background: @border; border: none; max-height: 1px; }
QFrame[tone="failed"] { background: @failedSoft; border: 1px solid @failedEdge; border-radius: 8px; }
QFrame[tone="warning"] { background: @warningSoft; border: 1px solid @warningEdge; border-radius: 8px; }
QFrame[tone="info"] { background: @runningSoft; border: 1px solid @runningEdge; border-radius: 8px; }
QFrame[tone="good"] { background: @goodSoft; border: 1px solid @goodEdge; border-radius: 8px; }
QFrame[role="production"] { background: @productionSoft; border: none; border-bottom: 1px solid @production; }
QFrame[role="guarded"] { background: @surface; border: 1px solid @production; border-radius: 8px; }
QFrame[role="badge"] { background: @productionSoft; border: 1px solid @production; border-radius: 4px; }
QLabel[role="production"] { background: transparent; border: none; color: @production; font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="caption"] { color: @muted; font-size: 12px; }
QLabel[role="section"] { color: @text; font-weight: 600; }
QLabel[role="title"] { color: @text; font-size: 20px; font-weight: 600; }
QLabel[role="heading"] { color: @text; font-size: 16px; font-weight: 600; }
QLabel[role="was"] { color: @warning; font-size: 12px; }
QLabel[role="problem"] { color: @failed; font-size: 12px; }
QLabel[role="figure"] { color: @text; font-size: 16px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="step"] { color: @muted; }
QLabel[role="step"][current="true"] { color: @text; font-weight: 600; }
QPushButton[role="chip"] { border: 1px solid @border; border-radius: 14px; padding: 4px 12px; background: @surface; font-weight: 500; }
QPushButton[role="chip"]:hover { background: @raised; border-color: @field; }
QPushButton[role="chip"]:focus { border: 2px solid @accent; padding: 3px 11px; }
QTableView[role="bare"], QListView[role="bare"] { border: none; border-radius: 0; }
QListView[role="bare"]::item { padding: 7px 8px; border-radius: 6px; }
QListView[role="bare"]::item:hover { background: @raised; }
QListView[role="bare"]::item:selected { background: @selection; color: @text; }
QToolButton[role="nav"] { border: 1px solid transparent; border-radius: 6px; padding: 6px 8px; text-align: left; color: @text; }
QToolButton[role="nav"]:hover { background: @raised; }
QToolButton[role="nav"]:checked { background: @selection; border-color: @selectionEdge; font-weight: 600; }
QToolButton[role="nav"]:focus { border-color: @accent; }
QPushButton[role="type"] { text-align: left; padding: 16px; border-radius: 8px; border: 1px solid @border; font-weight: 600; }
QPushButton[role="type"]:hover { border-color: @accent; background: @surface; }
QPushButton[role="type"]:focus { border: 2px solid @accent; padding: 15px; }
)";

QColor mix(const QColor& a, const QColor& b, double share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share), float(a.greenF() * (1 - share) + b.greenF() * share),
        float(a.blueF() * (1 - share) + b.blueF() * share));
}

} // namespace

QString styleSheetFor(const Theme& t)
{
    const bool strong = t.window == QColor(Qt::black); // high contrast: edges are to be seen, too
    const double edge = strong ? 0.8 : 0.22;
    const QHash<QString, QColor> colors{
        {QStringLiteral("window"), t.window}, {QStringLiteral("surface"), t.surface}, {QStringLiteral("raised"), t.raised},
        {QStringLiteral("border"), t.border}, {QStringLiteral("field"), t.field}, {QStringLiteral("text"), t.text},
        {QStringLiteral("muted"), t.muted}, {QStringLiteral("accent"), t.accent}, {QStringLiteral("onAccent"), t.onAccent},
        {QStringLiteral("accentHover"), mix(t.accent, t.text, 0.12)}, {QStringLiteral("selection"), t.selection}, {QStringLiteral("selectionEdge"), strong ? t.accent : t.selection},
        {QStringLiteral("rowEdge"), strong ? t.accent : mix(t.border, t.surface, 0.5)},
        {QStringLiteral("production"), t.production}, {QStringLiteral("productionSoft"), t.productionSoft},
        {QStringLiteral("failed"), t.failed}, {QStringLiteral("warning"), t.warning}, {QStringLiteral("dim"), mix(t.muted, t.surface, 0.38)},
        {QStringLiteral("line"), mix(t.border, t.surface, 0.5)}, {QStringLiteral("scroll"), mix(t.field, t.surface, 0.5)},
        {QStringLiteral("failedSoft"), t.failedSoft}, {QStringLiteral("warningSoft"), t.warningSoft},
        {QStringLiteral("runningSoft"), t.runningSoft}, {QStringLiteral("goodSoft"), t.goodSoft},
        {QStringLiteral("failedEdge"), mix(t.failedSoft, t.failed, edge)}, {QStringLiteral("warningEdge"), mix(t.warningSoft, t.warning, edge)},
        {QStringLiteral("runningEdge"), mix(t.runningSoft, t.running, edge)}, {QStringLiteral("goodEdge"), mix(t.goodSoft, t.good, edge)},
    };
    const QString sheet = QString::fromLatin1(kSheet);
    QString out;
    out.reserve(sheet.size());
    for (qsizetype i = 0; i < sheet.size();) {
        if (sheet[i] != QLatin1Char('@')) {
            out += sheet[i++];
            continue;
        }
        qsizetype end = i + 1;
        while (end < sheet.size() && sheet[end].isLetter())
            ++end;
        const QString name = sheet.mid(i + 1, end - i - 1);
        out += name == QLatin1String("mode") ? (t.dark ? QStringLiteral("dark") : QStringLiteral("light")) : name == QLatin1String("forward") ? forwardChevron() : name == QLatin1String("end") ? (QGuiApplication::isRightToLeft() ? QStringLiteral("left") : QStringLiteral("right")) : colors.value(name).name();
        i = end;
    }
    return out;
}

} // namespace leat
