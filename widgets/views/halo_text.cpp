// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/halo_text.h"

#include "widgets/views/shaped_line.h"

#include <QCache>
#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>

#include <cmath>

namespace tangent {

namespace {

constexpr double rimWidth = 2;

QImage makeSprite(
    const QFont& font, const QString& text, const QColor& colour, const QColor& rim, double ratio)
{
    const QFontMetricsF metrics(font);
    const QSizeF size(lineAdvance(font, text) + 2 * rimWidth + 2, metrics.height() + 2 * rimWidth);
    QImage image((size * ratio).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(font);
    const QPointF baseline(rimWidth, rimWidth + metrics.ascent());
    painter.setPen(rim);
    for (int i = 0; i < 12; ++i) {
        const double angle = i * M_PI / 6;
        drawLine(painter, baseline + rimWidth * QPointF(std::cos(angle), std::sin(angle)), text);
    }
    drawLine(painter, baseline + QPointF(0.8, 0.8), text);
    drawLine(painter, baseline - QPointF(0.8, 0.8), text);
    painter.setPen(colour);
    drawLine(painter, baseline, text);
    return image;
}

void drawOutlined(
    QPainter& painter, QPointF baseline, const QString& text, const QColor& colour, const QColor& rim)
{
    QPainterPath letters;
    letters.addText(baseline, painter.font(), text);
    painter.strokePath(letters, QPen(rim, 2 * rimWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(colour);
    painter.drawText(baseline, text);
}

} // namespace

void drawHaloText(
    QPainter& painter, QPointF topLeft, const QString& text, const QColor& colour, const QColor& rim)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        drawOutlined(
            painter, topLeft + QPointF(0, QFontMetricsF(painter.font()).ascent()), text, colour, rim);
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    static thread_local QCache<QString, QImage> sprites(200);
    const QString key = text + QLatin1Char('\n') + painter.font().key() + QLatin1Char('\n') + colour.name()
        + rim.name() + QString::number(ratio);
    const QImage* sprite = sprites.object(key);
    if (!sprite) {
        sprites.insert(key, new QImage(makeSprite(painter.font(), text, colour, rim, ratio)));
        sprite = sprites.object(key);
    }
    // On whole pixels the letters stay sharp.
    const QPointF corner = topLeft - QPointF(rimWidth, rimWidth);
    painter.drawImage(
        QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio), *sprite);
}

} // namespace tangent
