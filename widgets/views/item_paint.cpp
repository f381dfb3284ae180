// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/item_paint.h"

#include "widgets/views/colour_ramps.h"
#include "widgets/views/shaped_line.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace tangent {

double textWidth(const QFont& font, const QString& text)
{
    return lineAdvance(font, text);
}

double widestText(const QFont& font, const QStringList& texts)
{
    double widest = 0;
    for (const QString& text : texts)
        widest = std::max(widest, textWidth(font, text));
    return widest;
}

double numberWidth(const QFont& font, const QString& number)
{
    double cell = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        cell = std::max(cell, textWidth(font, QString(QLatin1Char(digit))));
    double width = 0;
    for (const QChar letter : number)
        width += letter.isDigit() ? cell : textWidth(font, QString(letter));
    return width;
}

double lineHeight(const QFont& font)
{
    return QFontMetricsF(font).height();
}

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto between = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(between(from.redF(), to.redF()), between(from.greenF(), to.greenF()),
        between(from.blueF(), to.blueF()), between(from.alphaF(), to.alphaF()));
}

QColor inkOn(const QColor& background, const Theme& theme)
{
    for (const QColor& ink : {theme.ink, theme.surface})
        if (contrast(ink, background) >= 4.5)
            return ink;
    const QColor white(Qt::white);
    const QColor black(Qt::black);
    return contrast(white, background) > contrast(black, background) ? white : black;
}

void drawFocusRing(QPainter& painter, const QRectF& box, const Theme& theme, double radius)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.surface, 4));
    painter.drawRoundedRect(box, radius, radius);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawRoundedRect(box, radius, radius);
}

void drawFrame(QPainter& painter, const QRectF& box, const QColor& colour, double width, double radius)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, width));
    const double inset = width / 2;
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius);
}

void drawHatched(QPainter& painter, const QRectF& box, const Theme& theme, double radius)
{
    painter.save();
    QPainterPath outline;
    outline.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.setPen(QPen(theme.hairline, 1));
    constexpr double distance = 6;
    for (double x = box.left() - box.height(); x < box.right(); x += distance)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawPath(outline);
}

void drawEditableSign(QPainter& painter, const QRectF& text, const QColor& colour)
{
    QPen pen(colour, 1);
    pen.setDashPattern({2, 2});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    const double y = std::floor(text.bottom()) + 0.5;
    painter.drawLine(QPointF(text.left(), y), QPointF(text.right(), y));
}

} // namespace tangent
