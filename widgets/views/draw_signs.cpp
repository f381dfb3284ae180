// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/draw_signs.h"

#include <QPainter>

#include <initializer_list>

namespace tangent {

namespace {

constexpr double line = 1.4;

QPen penOf(const QColor& colour)
{
    return {colour, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void paintDotsAt(
    QPainter& painter, std::initializer_list<QPointF> places, double radius, const QColor& colour)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF& at : places)
        painter.drawEllipse(at, radius, radius);
    painter.restore();
}

void paintArrows(QPainter& painter, QPointF middle, const QColor& colour)
{
    painter.save();
    painter.translate(middle);
    painter.setPen(penOf(colour));
    for (int side = 0; side < 4; ++side) {
        painter.drawLine(QPointF(0, 0), QPointF(0, -6.5));
        painter.drawPolyline(QPolygonF{{-2.2, -4.3}, {0, -6.5}, {2.2, -4.3}});
        painter.rotate(90);
    }
    painter.restore();
}

void paintBrush(QPainter& painter, QPointF middle, const QColor& colour)
{
    painter.save();
    painter.setPen(QPen(colour, 1.1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(middle, 7, 7);
    painter.restore();
    paintDotsAt(painter,
        {middle + QPointF(-2.6, -2), middle + QPointF(2.4, -2.6), middle + QPointF(0.2, 0.6),
            middle + QPointF(-2.4, 3), middle + QPointF(3, 2.4)},
        1.4, colour);
}

void paintPoint(QPainter& painter, QPointF middle, const QColor& colour)
{
    paintDotsAt(painter, {middle}, 3, colour);
}

void paintEraser(QPainter& painter, QPointF middle, const QColor& colour)
{
    painter.save();
    painter.translate(middle + QPointF(0, -1));
    painter.setPen(penOf(colour));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF{{-6, 2}, {1.5, -5.5}, {6, -1}, {-1.5, 6.5}});
    painter.drawLine(QPointF(-2.2, -1.8), QPointF(2.3, 2.7));
    painter.restore();
}

void paintTag(QPainter& painter, QPointF middle, const QColor& colour)
{
    painter.save();
    painter.translate(middle);
    painter.setPen(penOf(colour));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF{{-6.5, 0}, {-2.5, -4.5}, {6.5, -4.5}, {6.5, 4.5}, {-2.5, 4.5}});
    painter.restore();
    paintDotsAt(painter, {middle + QPointF(-2, 0)}, 1.2, colour);
}

} // namespace

std::vector<PlainButton::Sign> penSigns()
{
    return {paintArrows, paintBrush, paintPoint, paintEraser, paintTag};
}

void paintRing(QPainter& painter, QPointF middle, const QColor& colour)
{
    painter.save();
    painter.setPen(QPen(colour, line));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(middle, 6, 6);
    painter.restore();
}

void paintDots(QPainter& painter, QPointF middle, const QColor& colour)
{
    paintDotsAt(painter,
        {middle + QPointF(-4, -3), middle + QPointF(1, -5), middle + QPointF(5, 0), middle + QPointF(-1, 1),
            middle + QPointF(-5, 4), middle + QPointF(3, 5)},
        1.4, colour);
}

void paintMore(QPainter& painter, QPointF middle, const QColor& colour)
{
    paintDotsAt(painter, {middle - QPointF(5, 0), middle, middle + QPointF(5, 0)}, 1.5, colour);
}

PenSign::PenSign(PlainButton::Sign sign, QWidget* parent)
    : QWidget(parent)
    , sign_(sign)
{
}

void PenSign::setTheme(const Theme& theme)
{
    colour_ = theme.muted;
    update();
}

void PenSign::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    sign_(painter, QRectF(rect()).center(), colour_);
}

} // namespace tangent
