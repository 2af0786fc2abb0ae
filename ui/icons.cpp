// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include "ui/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// Outside the namespace by Qt's rule: the resources live in a static library.
static void initResources() { Q_INIT_RESOURCE(leat); }

namespace leat {

namespace {

class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(QString name, bool onAccent)
        : m_name(std::move(name))
        , m_onAccent(onAccent)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, tintedIcon(m_name, color(mode), std::min(rect.width(), rect.height()), ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return leftAligned(size, mode);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return leftAligned(size, mode);
    }
    QIconEngine* clone() const override { return new LineIconEngine(m_name, m_onAccent); }
    QString key() const override { return QStringLiteral("leat-line"); }

private:
    /// A wider size asks for room between glyph and text.
    QPixmap leftAligned(const QSize& size, QIcon::Mode mode) const
    {
        const QPixmap glyph = tintedIcon(m_name, color(mode), std::min(size.width(), size.height()), 1);
        if (size.width() <= size.height())
            return glyph;
        QPixmap canvas(size);
        canvas.fill(Qt::transparent);
        const int left = QGuiApplication::isRightToLeft() ? size.width() - glyph.width() : 0;
        QPainter(&canvas).drawPixmap(left, (size.height() - glyph.height()) / 2, glyph);
        return canvas;
    }
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        return m_onAccent ? themeOf(palette).onAccent : palette.color(QPalette::Text);
    }
    QString m_name;
    bool m_onAccent;
};

} // namespace

QPixmap tintedIcon(const QString& name, const QColor& color, int size, qreal ratio)
{
    const QString key = QStringLiteral("leat:%1:%2:%3:%4").arg(name, color.name(QColor::HexArgb)).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    initResources();
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        QSvgRenderer(QStringLiteral(":/icons/%1.svg").arg(name)).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QString forwardChevron() { return QGuiApplication::isRightToLeft() ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right"); }
QIcon lineIcon(const QString& name) { return QIcon(new LineIconEngine(name, false)); }
QIcon lineIconOnAccent(const QString& name) { return QIcon(new LineIconEngine(name, true)); }

QIcon applicationIcon()
{
    initResources();
    return QIcon(QStringLiteral(":/leat.svg"));
}

} // namespace leat
