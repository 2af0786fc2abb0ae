// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/seriesmodel.h"

#include <QChartView>

class QAbstractAxis;
class QScatterSeries;
class QValueAxis;

namespace leat {

/// A SeriesModel as bars or as a line. Every point can be reached with the arrow keys, is spoken,
/// and opened with Enter or a click; failures are crosses, so colour is never the only sign.
class RunChart : public QChartView
{
    Q_OBJECT
public:
    enum class Shape { Bars, Line };
    RunChart(const char* objectName, const QString& name, SeriesModel* model, Shape shape, QWidget* parent = nullptr);
    int currentPoint() const { return m_current; }
    void setCurrentPoint(int point);

Q_SIGNALS:
    void pointActivated(int point);
    void currentPointChanged(int point);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    QSize sizeHint() const override { return {320, 176}; }

private:
    void rebuild();
    void addBars(QValueAxis* x, QValueAxis* y);
    void addLine(QValueAxis* x, QValueAxis* y);
    void addFailures(QValueAxis* x, QValueAxis* y);
    void showCurrent();
    int pointAt(const QPoint& at) const;

    QString m_name;
    SeriesModel* m_model;
    Shape m_shape;
    QScatterSeries* m_ring = nullptr;
    int m_current = -1;
};

} // namespace leat
