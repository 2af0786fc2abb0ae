// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runchart.h"

#include "models/formatting.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QScatterSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace leat {

namespace {

constexpr double kBarShare = 0.36;     // half a bar's width, of the distance between two points
constexpr int kMark = 11;
constexpr double kMarkHeight = 0.06;   // how far above its value a failure is marked, of the height

/// 1, 2 or 5 times a power of ten, not below `value`.
double niceTop(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0, 10.0})
        if (value <= step * power)
            return step * power;
    return value;
}

} // namespace

RunChart::RunChart(const char* objectName, const QString& name, SeriesModel* model, Shape shape, QWidget* parent)
    : QChartView(parent)
    , m_name(name)
    , m_model(model)
    , m_shape(shape)
{
    setObjectName(QString::fromLatin1(objectName));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(128);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins(QMargins(0, 8, 0, 0)); // half a label above the plot
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    connect(model, &QAbstractItemModel::modelReset, this, &RunChart::rebuild);
    rebuild();
}

void RunChart::rebuild()
{
    const Theme theme = themeOf(palette());
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    setBackgroundBrush(theme.surface);
    const int count = int(m_model->points().size());
    auto* x = new QCategoryAxis;
    x->setRange(-0.5, std::max(count, 1) - 0.5);
    x->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const int every = std::max(1, count / 6);
    QStringList used;
    for (int i = 0; i < count; i += every) {
        const QDateTime local = m_model->points()[size_t(i)].at.toLocalTime();
        const bool days = m_model->points().front().at.daysTo(m_model->points().back().at) > 1;
        QString label = local.toString(days ? QStringLiteral("dd MMM") : QStringLiteral("HH:mm"));
        while (used.contains(label))
            label += QChar(0x200B); // equal labels would be merged
        used << label;
        x->append(label, i);
    }
    x->setReverse(isRightToLeft());
    auto* y = new QCategoryAxis;
    const double top = niceTop(m_model->greatest());
    y->setRange(0, top);
    y->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    for (const double value : m_model->greatest() > 0 ? std::vector<double>{top / 2, top} : std::vector<double>())
        y->append(m_model->unit() == SeriesModel::Unit::Rows ? formatShortCount(qint64(value)) : formatDuration(qint64(value)), value);
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(x), static_cast<QAbstractAxis*>(y)}) {
        QFont font = this->font();
        font.setPixelSize(11);
        axis->setLabelsFont(font);
        axis->setLabelsColor(theme.muted);
        axis->setLinePen(QPen(theme.border));
        axis->setGridLinePen(QPen(theme.border, 1, Qt::DotLine));
    }
    x->setGridLineVisible(false);
    y->setLineVisible(false);
    chart()->addAxis(x, Qt::AlignBottom);
    chart()->addAxis(y, isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    if (m_shape == Shape::Bars)
        addBars(x, y);
    else
        addLine(x, y);
    addFailures(x, y);
    m_ring = new QScatterSeries;
    m_ring->setMarkerSize(15);
    m_ring->setBrush(Qt::NoBrush);
    m_ring->setColor(Qt::transparent);
    m_ring->setPen(QPen(theme.accent, 2));
    m_ring->setBorderColor(theme.accent);
    chart()->addSeries(m_ring);
    m_ring->attachAxis(x);
    m_ring->attachAxis(y);
    m_current = std::min(m_current, count - 1);
    showCurrent();
}

/// Bars as one area: a thousand QGraphicsItems would be slow, and both shapes share one axis.
void RunChart::addBars(QValueAxis* x, QValueAxis* y)
{
    const Theme theme = themeOf(palette());
    auto* upper = new QLineSeries(chart());
    auto* lower = new QLineSeries(chart());
    const auto corner = [&](double at, double height) {
        upper->append(at, height);
        lower->append(at, 0);
    };
    for (size_t i = 0; i < m_model->points().size(); ++i) {
        const double at = double(i);
        const double value = m_model->points()[i].value;
        corner(at - kBarShare, 0);
        corner(at - kBarShare, value);
        corner(at + kBarShare, value);
        corner(at + kBarShare, 0);
    }
    auto* bars = new QAreaSeries(upper, lower);
    bars->setBrush(theme.accent);
    bars->setPen(Qt::NoPen);
    chart()->addSeries(bars);
    bars->attachAxis(x);
    bars->attachAxis(y);
}

void RunChart::addLine(QValueAxis* x, QValueAxis* y)
{
    const Theme theme = themeOf(palette());
    auto* line = new QLineSeries;
    auto* dots = new QScatterSeries;
    for (size_t i = 0; i < m_model->points().size(); ++i) {
        line->append(double(i), m_model->points()[i].value);
        dots->append(double(i), m_model->points()[i].value);
    }
    line->setPen(QPen(theme.accent, 2));
    dots->setMarkerSize(m_model->points().size() > 60 ? 3 : 6);
    dots->setPen(Qt::NoPen);
    dots->setColor(theme.accent);
    dots->setBorderColor(theme.accent);
    for (QXYSeries* series : {static_cast<QXYSeries*>(line), static_cast<QXYSeries*>(dots)}) {
        chart()->addSeries(series);
        series->attachAxis(x);
        series->attachAxis(y);
    }
}

void RunChart::addFailures(QValueAxis* x, QValueAxis* y)
{
    const Theme theme = themeOf(palette());
    auto* marks = new QScatterSeries;
    marks->setMarkerShape(QScatterSeries::MarkerShapeRectangle);
    marks->setMarkerSize(kMark);
    marks->setPen(Qt::NoPen);
    marks->setBrush(QBrush(tintedIcon(QStringLiteral("close"), theme.failed, kMark, 1).toImage()));
    for (size_t i = 0; i < m_model->points().size(); ++i)
        if (m_model->points()[i].failures > 0)
            marks->append(double(i), std::min(m_model->points()[i].value + y->max() * kMarkHeight, y->max() * (1 - kMarkHeight / 2)));
    chart()->addSeries(marks);
    marks->attachAxis(x);
    marks->attachAxis(y);
}

void RunChart::showCurrent()
{
    m_ring->clear();
    const bool valid = m_current >= 0 && m_current < int(m_model->points().size());
    if (valid && hasFocus())
        m_ring->append(m_current, m_model->points()[size_t(m_current)].value);
    setAccessibleName(valid ? m_name + QStringLiteral(". ") + m_model->spoken(m_current) : m_name);
    setAccessibleDescription(m_model->summary());
}

void RunChart::setCurrentPoint(int point)
{
    const int count = int(m_model->points().size());
    point = count == 0 ? -1 : std::clamp(point, 0, count - 1);
    if (point == m_current)
        return showCurrent();
    m_current = point;
    showCurrent();
    QAccessibleEvent renamed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
    Q_EMIT currentPointChanged(m_current);
}

int RunChart::pointAt(const QPoint& at) const
{
    const QRectF plot = chart()->plotArea();
    const QPointF inChart = chart()->mapFromScene(mapToScene(at));
    const int count = int(m_model->points().size());
    if (count == 0 || !plot.contains(inChart))
        return -1;
    const double along = (inChart.x() - plot.left()) / plot.width();
    return std::clamp(int((isRightToLeft() ? 1 - along : along) * count), 0, count - 1);
}

void RunChart::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_model->points().size()) - 1;
    const int step = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right: return setCurrentPoint(m_current + step);
    case Qt::Key_Left: return setCurrentPoint(std::max(m_current, 0) - step);
    case Qt::Key_Home: return setCurrentPoint(0);
    case Qt::Key_End: return setCurrentPoint(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            Q_EMIT pointActivated(m_current);
        return;
    default: QChartView::keyPressEvent(event);
    }
}

void RunChart::mousePressEvent(QMouseEvent* event)
{
    QChartView::mousePressEvent(event);
    if (const int point = pointAt(event->pos()); point >= 0 && event->button() == Qt::LeftButton) {
        setCurrentPoint(point);
        Q_EMIT pointActivated(point);
    }
}

void RunChart::mouseMoveEvent(QMouseEvent* event)
{
    QChartView::mouseMoveEvent(event);
    const int point = pointAt(event->pos());
    if (point >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), m_model->spoken(point), this);
    else
        QToolTip::hideText();
}

void RunChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    if (m_current < 0)
        setCurrentPoint(int(m_model->points().size()) - 1);
    else
        showCurrent();
}

void RunChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    showCurrent();
}

void RunChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_ring != nullptr)
        rebuild();
}

} // namespace leat
