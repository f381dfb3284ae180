// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_handles.h"

#include "widgets/views/handle_boxes.h"
#include "widgets/views/text.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

using Geometry = Handle::Geometry;

// At the desk; in a room they grow as marks and lines do.
constexpr double catchDistance = 11;
constexpr double badgeRadius = 10;
constexpr double pointRadius = 7;
constexpr double vertexRadius = 5;
constexpr QSizeF deskGrip{10, 18};

QSizeF gripSize()
{
    return deskGrip * markScale();
}

bool isRule(const Handle& handle)
{
    return handle.geometry == Geometry::XRule || handle.geometry == Geometry::YRule;
}

bool isSmall(const Handle& handle)
{
    return handle.geometry == Geometry::Vertex || handle.geometry == Geometry::Connect;
}

double ringRadius(const Handle& handle)
{
    if (isSmall(handle))
        return vertexRadius * markScale();
    // A badge grows with its letters.
    return handle.badge.isEmpty() ? pointRadius * markScale() : badgeRadius * std::max(1.0, textScale());
}

QPointF pixelOf(const Handle& handle, const Values& values, const PlotMapping& mapping)
{
    return mapping.toPixel(handlePosition(handle, values));
}

/// The grip of a rule lies at the end where data is rare.
QPointF gripCentre(const Handle& handle, QPointF at, const QRectF& plot)
{
    if (handle.geometry == Geometry::XRule)
        return {at.x(), plot.top() + gripSize().height() / 2 + 2};
    return {plot.left() + gripSize().height() / 2 + 2, at.y()};
}

/// The other end of the line through the pivot of an angle.
QPointF opposite(const Handle& handle, QPointF at, const PlotMapping& mapping)
{
    return 2 * mapping.toPixel(handle.centre) - at;
}

bool isShown(const Handle& handle, QPointF at, const QRectF& plot)
{
    const QRectF room = plot.adjusted(-1, -1, 1, 1);
    if (handle.geometry == Geometry::XRule)
        return at.x() >= room.left() && at.x() <= room.right();
    if (handle.geometry == Geometry::YRule)
        return at.y() >= room.top() && at.y() <= room.bottom();
    return handle.geometry == Geometry::Angle || holds(room, at);
}

QRectF pixelRectangle(const Handle& box, const Values& values, const PlotMapping& mapping)
{
    const QRectF places = boxRectangle(box, values);
    return QRectF(mapping.toPixel(places.topLeft()), mapping.toPixel(places.bottomRight())).normalized();
}

/// A box is caught by its middle, and closer by its border.
double distanceToBox(const QRectF& box, QPointF pixel)
{
    const QPointF away = pixel - box.center();
    const double outside =
        std::max(std::abs(away.x()) - box.width() / 2, std::abs(away.y()) - box.height() / 2);
    return std::min(std::hypot(away.x(), away.y()), std::abs(outside) * 2);
}

double distanceTo(
    const Handle& handle, QPointF at, const Values& values, const PlotMapping& mapping, QPointF pixel)
{
    const auto away = [&](QPointF place) { return std::hypot(pixel.x() - place.x(), pixel.y() - place.y()); };
    switch (handle.geometry) {
    case Geometry::XRule:
        return std::abs(pixel.x() - at.x());
    case Geometry::YRule:
        return std::abs(pixel.y() - at.y());
    case Geometry::Angle:
        return std::min(away(at), away(opposite(handle, at, mapping)));
    case Geometry::Box:
        return distanceToBox(pixelRectangle(handle, values, mapping), pixel);
    case Geometry::Connect:
        return std::min(away(at), away(mapping.toPixel(handle.at)));
    default:
        return away(at);
    }
}

void paintGlow(QPainter& painter, QPointF at, double radius, const QColor& colour, bool focused)
{
    QColor glow = colour;
    glow.setAlphaF(0.22F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(glow);
    const double reach = radius + 5 * markScale();
    painter.drawEllipse(at, reach, reach);
    if (focused) {
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, reach, reach);
    }
}

void paintRing(
    QPainter& painter, const Handle& handle, QPointF at, const Theme& theme, bool glowing, bool focused)
{
    const QColor colour = theme.colour(handle.role);
    const double radius = ringRadius(handle);
    const double scale = markScale();
    const bool small = isSmall(handle);
    if (glowing || focused)
        paintGlow(painter, at, radius, focused ? theme.accent : colour, focused);
    // A rim in the surface colour lifts the ring off the marks under it.
    painter.setBrush(theme.surface);
    painter.setPen(QPen(theme.surface, (small ? 4 : 5.5) * scale));
    painter.drawEllipse(at, radius - scale, radius - scale);
    painter.setPen(QPen(colour, (small ? 2 : 3) * scale));
    painter.drawEllipse(at, radius - scale, radius - scale);
    if (!handle.badge.isEmpty()) {
        painter.setFont(uiFont(11, QFont::Bold));
        painter.setPen(theme.ink);
        drawText(painter, QRectF(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)),
            Qt::AlignCenter, handle.badge);
    } else if (!small) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(at, 2 * scale, 2 * scale);
    }
}

void paintRule(QPainter& painter, const Handle& handle, QPointF at, const QRectF& plot, const Theme& theme,
    bool glowing, bool focused)
{
    const bool upright = handle.geometry == Geometry::XRule;
    const QColor colour = theme.colour(handle.role);
    const QPointF from = upright ? QPointF(at.x(), plot.top()) : QPointF(plot.left(), at.y());
    const QPointF to = upright ? QPointF(at.x(), plot.bottom()) : QPointF(plot.right(), at.y());
    const double scale = markScale();
    if (glowing || focused) {
        QColor glow = focused ? theme.accent : colour;
        glow.setAlphaF(0.18F);
        painter.setPen(QPen(glow, 9 * scale, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(from, to);
    }
    painter.setPen(QPen(colour, 2 * scale, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from, to);

    const QPointF centre = gripCentre(handle, at, plot);
    const QSizeF size = upright ? gripSize() : gripSize().transposed();
    const QRectF grip(centre - QPointF(size.width() / 2, size.height() / 2), size);
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(colour);
    painter.drawRoundedRect(grip, 5 * scale, 5 * scale);
    painter.setPen(QPen(theme.surface, scale));
    for (const double offset : {-1.5 * scale, 1.5 * scale}) {
        const QPointF shift = upright ? QPointF(offset, 0) : QPointF(0, offset);
        const QPointF half = upright ? QPointF(0, 4 * scale) : QPointF(4 * scale, 0);
        painter.drawLine(centre + shift - half, centre + shift + half);
    }
    if (focused) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(grip.adjusted(-3, -3, 3, 3), 7 * scale, 7 * scale);
    }
}

void paintAngle(QPainter& painter, const Handle& handle, QPointF at, const PlotMapping& mapping,
    const Theme& theme, bool glowing, bool focused)
{
    const QPointF other = opposite(handle, at, mapping);
    painter.save();
    painter.setClipRect(mapping.plot.adjusted(-8, -8, 8, 8), Qt::IntersectClip);
    painter.setPen(QPen(theme.colour(handle.role), 2 * markScale()));
    painter.drawLine(other, at);
    painter.restore();
    paintRing(painter, handle, other, theme, false, false);
    paintRing(painter, handle, at, theme, glowing, focused);
}

void paintBoxFrame(QPainter& painter, const Handle& handle, const QRectF& box, const QRectF& plot,
    const Theme& theme, bool lit)
{
    QColor inside = theme.colour(handle.role);
    inside.setAlphaF(lit ? 0.16F : 0.08F);
    painter.save();
    painter.setClipRect(plot, Qt::IntersectClip);
    painter.setPen(QPen(theme.colour(handle.role), (lit ? 3 : 2) * markScale()));
    painter.setBrush(inside);
    painter.drawRect(box);
    painter.restore();
}

/// The arrow from the mark to its end; a mark without one shows where an arrow can be drawn from.
void paintConnection(QPainter& painter, const Handle& handle, QPointF tip, const PlotMapping& mapping,
    const Theme& theme, bool lit)
{
    const QPointF start = mapping.toPixel(handle.at);
    const QColor colour = theme.colour(handle.role);
    const QPointF way = tip - start;
    const double length = std::hypot(way.x(), way.y());
    const double scale = markScale();
    const double head = 12 * scale;
    if (length > head) {
        const QPointF along = way / length;
        const QPointF aside = QPointF(-along.y(), along.x()) * 5 * scale;
        const QPointF back = tip - along * head;
        painter.setPen(QPen(colour, (lit ? 3 : 2) * scale));
        painter.drawLine(start, back);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF{tip, back + aside, back - aside});
    }
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(colour);
    painter.drawEllipse(start, 4 * scale, 4 * scale);
}

} // namespace

void paintHandles(QPainter& painter, const std::vector<Handle>& handles, const Values& values,
    const PlotMapping& mapping, const Theme& theme, const HandleEmphasis& emphasis)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Rules lie under small rings, these under numbered ones, and what is in the hand lies on top.
    for (const int pass : {0, 1, 2, 3}) {
        for (int i = 0; i < int(handles.size()); ++i) {
            const Handle& handle = handles[size_t(i)];
            const bool lifted = i == emphasis.held || i == emphasis.hovered || i == emphasis.focused;
            const bool isLine = isRule(handle) || handle.geometry == Geometry::Angle;
            const int layer = isLine ? 0 : lifted ? 3 : handle.badge.isEmpty() ? 1 : 2;
            const QPointF at = pixelOf(handle, values, mapping);
            if (pass == 0 && handle.geometry == Geometry::Box)
                paintBoxFrame(
                    painter, handle, pixelRectangle(handle, values, mapping), mapping.plot, theme, lifted);
            if (pass == 0 && handle.geometry == Geometry::Connect)
                paintConnection(painter, handle, at, mapping, theme, lifted);
            if (layer != pass || !isShown(handle, at, mapping.plot))
                continue;
            const bool glowing = i == emphasis.hovered || i == emphasis.held;
            const bool focused = i == emphasis.focused;
            if (isRule(handle))
                paintRule(painter, handle, at, mapping.plot, theme, glowing, focused);
            else if (handle.geometry == Geometry::Angle)
                paintAngle(painter, handle, at, mapping, theme, glowing, focused);
            else if (handle.geometry != Geometry::Connect || glowing || focused)
                paintRing(painter, handle, at, theme, glowing, focused);
        }
    }
    painter.restore();
}

int handleAt(
    const std::vector<Handle>& handles, const Values& values, const PlotMapping& mapping, QPointF pixel)
{
    int best = -1;
    double nearest = 1e9;
    for (const bool rules : {false, true}) {
        for (int i = 0; i < int(handles.size()); ++i) {
            const Handle& handle = handles[size_t(i)];
            const QPointF at = pixelOf(handle, values, mapping);
            const bool behind = isRule(handle) || handle.geometry == Geometry::Box;
            if (behind != rules || !isShown(handle, at, mapping.plot))
                continue;
            if (rules && !mapping.plot.adjusted(-4, -4, 4, 4).contains(pixel))
                continue;
            const double away = distanceTo(handle, at, values, mapping, pixel);
            if (away <= std::max(catchDistance * markScale(), rules ? 0 : ringRadius(handle) + 3)
                && away < nearest) {
                nearest = away;
                best = i;
            }
        }
        if (best >= 0)
            return best;
    }
    return best;
}

QRectF handleBox(const Handle& handle, const Values& values, const PlotMapping& mapping)
{
    const QPointF at = pixelOf(handle, values, mapping);
    if (isRule(handle)) {
        const QSizeF size = handle.geometry == Geometry::XRule ? gripSize() : gripSize().transposed();
        return {gripCentre(handle, at, mapping.plot) - QPointF(size.width() / 2, size.height() / 2), size};
    }
    const double radius = ringRadius(handle) + markScale();
    return {at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)};
}

std::vector<QRectF> handleBoxes(
    const std::vector<Handle>& handles, const Values& values, const PlotMapping& mapping)
{
    std::vector<QRectF> boxes;
    for (const Handle& handle : handles) {
        const QRectF box = handleBox(handle, values, mapping);
        if (std::isfinite(box.x()) && std::isfinite(box.y()) && box.intersects(mapping.plot))
            boxes.push_back(box);
    }
    return boxes;
}

std::vector<QRectF> handleGround(
    const std::vector<Handle>& handles, const Values& values, const PlotMapping& mapping)
{
    std::vector<QRectF> ground = handleBoxes(handles, values, mapping);
    const QRectF& plot = mapping.plot;
    const double half = 1.5 * markScale();
    for (const Handle& handle : handles) {
        const QPointF at = pixelOf(handle, values, mapping);
        if (!isRule(handle) || !isShown(handle, at, plot))
            continue;
        ground.push_back(handle.geometry == Geometry::XRule
                ? QRectF(at.x() - half, plot.top(), 2 * half, plot.height())
                : QRectF(plot.left(), at.y() - half, plot.width(), 2 * half));
    }
    return ground;
}

Qt::CursorShape handleCursor(const Handle& handle, bool held)
{
    switch (handle.geometry) {
    case Geometry::XRule:
        return Qt::SizeHorCursor;
    case Geometry::YRule:
        return Qt::SizeVerCursor;
    case Geometry::Box:
        return Qt::SizeAllCursor;
    default:
        return held ? Qt::ClosedHandCursor : Qt::OpenHandCursor;
    }
}

} // namespace tangent
