// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/label_placer.h"

#include "widgets/views/halo_text.h"
#include "widgets/views/shaped_line.h"
#include "widgets/views/text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

/// `side` says which way the text lies from the place: left of it, above it, …
QRectF boxAt(const LabelPlacer::Place& place, QSizeF size)
{
    double x = place.at.x() - size.width() / 2;
    double y = place.at.y() - size.height() / 2;
    if (place.side & Qt::AlignLeft)
        x = place.at.x() - size.width() - place.gap;
    else if (place.side & Qt::AlignRight)
        x = place.at.x() + place.gap;
    if (place.side & Qt::AlignTop)
        y = place.at.y() - size.height() - place.gap / 2;
    else if (place.side & Qt::AlignBottom)
        y = place.at.y() + place.gap / 2;
    return {QPointF(x, y), size};
}

QRectF movedInto(const QRectF& room, QRectF box)
{
    box.moveLeft(std::max(room.left(), std::min(box.left(), room.right() - box.width())));
    box.moveTop(std::max(room.top(), std::min(box.top(), room.bottom() - box.height())));
    return box;
}

} // namespace

std::vector<LabelPlacer::Place> placesAround(QPointF at, Qt::Alignment preferred, double gap)
{
    std::vector<LabelPlacer::Place> places = {{at, preferred, gap}};
    for (const Qt::Alignment side :
        {Qt::AlignRight | Qt::AlignVCenter, Qt::AlignLeft | Qt::AlignVCenter, Qt::AlignHCenter | Qt::AlignTop,
            Qt::AlignHCenter | Qt::AlignBottom, Qt::AlignRight | Qt::AlignTop, Qt::AlignLeft | Qt::AlignTop,
            Qt::AlignRight | Qt::AlignBottom, Qt::AlignLeft | Qt::AlignBottom}) {
        if (side != preferred)
            places.push_back({at, side, gap});
    }
    return places;
}

void LabelPlacer::add(const QString& text, const QFont& font, const QColor& colour, std::vector<Place> places)
{
    std::erase_if(places, [](const Place& place) { return !std::isfinite(place.at.x() + place.at.y()); });
    if (!text.isEmpty() && !places.empty())
        wanted_.push_back({text, font, colour, std::move(places)});
}

bool LabelPlacer::isFree(const QRectF& box) const
{
    return std::none_of(
        taken_.begin(), taken_.end(), [&](const QRectF& other) { return other.intersects(box); });
}

std::optional<QRectF> LabelPlacer::findRoom(const Wanted& wanted, QSizeF size) const
{
    if (size.width() > room_.width() || size.height() > room_.height())
        return std::nullopt;
    for (const Place& place : wanted.places) {
        const QRectF box = boxAt(place, size);
        if (room_.contains(box) && isFree(box))
            return box;
    }
    for (const Place& place : wanted.places) {
        const QRectF box = movedInto(room_, boxAt(place, size));
        if (isFree(box))
            return box;
    }
    // The nearest place that is free, wherever that is.
    const QRectF first = movedInto(room_, boxAt(wanted.places.front(), size));
    std::optional<QRectF> best;
    double nearest = 1e9;
    for (double y = room_.top(); y + size.height() <= room_.bottom(); y += size.height() / 2) {
        for (double x = room_.left(); x + size.width() <= room_.right(); x += 10) {
            const QRectF box(QPointF(x, y), size);
            const double away = std::hypot(x - first.x(), y - first.y());
            if (away < nearest && isFree(box)) {
                nearest = away;
                best = box;
            }
        }
    }
    return best;
}

void LabelPlacer::draw(QPainter& painter, const QColor& surface)
{
    painter.save();
    for (const Wanted& wanted : wanted_) {
        const QFontMetricsF metrics(wanted.font);
        const QSizeF size(lineAdvance(wanted.font, wanted.text) + 2, metrics.height());
        const std::optional<QRectF> box = findRoom(wanted, size);
        if (!box) {
            TextFitRecord::note(wanted.text);
            continue;
        }
        taken_.push_back(*box);
        painter.setFont(wanted.font);
        drawHaloText(painter, box->topLeft() + QPointF(1, 0), wanted.text, wanted.colour, surface);
    }
    wanted_.clear();
    painter.restore();
}

} // namespace tangent
