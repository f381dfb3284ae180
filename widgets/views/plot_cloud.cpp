// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_layers.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace tangent {

namespace {

/// Turns space about its upright axis and towards the eye, and fits it into a rectangle; the scale does
/// not depend on the angles, so that nothing breathes while it turns.
class Eye {
public:
    Eye(const Cloud& cloud, const QRectF& plot)
        : middle_(plot.center())
    {
        const double turn = cloud.turn * std::numbers::pi / 180;
        const double tilt = cloud.tilt * std::numbers::pi / 180;
        cosTurn_ = std::cos(turn);
        sinTurn_ = std::sin(turn);
        cosTilt_ = std::cos(tilt);
        sinTilt_ = std::sin(tilt);
        const size_t count = std::min({cloud.x.size(), cloud.y.size(), cloud.z.size()});
        for (size_t i = 0; i < count; ++i)
            reach_ = std::max(reach_, std::hypot(cloud.x[i], cloud.y[i], cloud.z[i]));
        for (const auto& arrow : cloud.arrows)
            reach_ = std::max(reach_, std::hypot(arrow[0], arrow[1], arrow[2]));
        if (!(reach_ > 0) || !std::isfinite(reach_))
            reach_ = 1;
        scale_ = 0.46 * std::min(plot.width(), plot.height()) / reach_;
    }

    CloudPlace place(double x, double y, double z) const
    {
        const double right = cosTurn_ * x - sinTurn_ * y;
        const double away = sinTurn_ * x + cosTurn_ * y;
        const double up = cosTilt_ * z + sinTilt_ * away;
        const double near = sinTilt_ * z - cosTilt_ * away;
        return {middle_ + scale_ * QPointF(right, -up), near / reach_};
    }
    double reach() const { return reach_; }

private:
    QPointF middle_;
    double cosTurn_ = 1, sinTurn_ = 0, cosTilt_ = 1, sinTilt_ = 0;
    double reach_ = 0;
    double scale_ = 1;
};

void paintSpaceAxes(PlotCanvas& canvas, const Cloud& cloud, const Eye& eye)
{
    const QColor colour = canvas.theme.colour(Role::Muted);
    const double length = 0.9 * eye.reach();
    for (int axis = 0; axis < 3; ++axis) {
        const double x = axis == 0 ? length : 0;
        const double y = axis == 1 ? length : 0;
        const double z = axis == 2 ? length : 0;
        const QPointF end = eye.place(x, y, z).at;
        paintStroke(canvas, {eye.place(-x, -y, -z).at, end}, colour, 1, 0.55);
        if (axis < int(cloud.axisNames.size())) {
            const QPointF way = end - canvas.mapping.plot.center();
            const Qt::Alignment side = std::abs(way.y()) > std::abs(way.x())
                ? (way.y() < 0 ? Qt::AlignHCenter | Qt::AlignTop : Qt::AlignHCenter | Qt::AlignBottom)
                : (way.x() < 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
            canvas.labels.add(
                cloud.axisNames[size_t(axis)], uiFont(11), canvas.theme.muted, placesAround(end, side, 4));
        }
    }
}

void paintDirections(PlotCanvas& canvas, const Cloud& cloud, const Eye& eye)
{
    const QColor colour = canvas.theme.ink;
    for (size_t i = 0; i < cloud.arrows.size(); ++i) {
        const auto& arrow = cloud.arrows[i];
        const QPointF from = eye.place(0, 0, 0).at;
        const QPointF to = eye.place(arrow[0], arrow[1], arrow[2]).at;
        const QPointF way = to - from;
        const double length = std::hypot(way.x(), way.y());
        paintStroke(canvas, {from, to}, colour, 2, 1);
        if (length > 6) {
            const QPointF along = way / length;
            const QPointF across(-along.y(), along.x());
            paintStroke(canvas, {to - 8 * along + 4 * across, to, to - 8 * along - 4 * across}, colour, 2, 1);
        }
        if (i < cloud.arrowNames.size()) {
            const Qt::Alignment side =
                way.x() < 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter;
            canvas.labels.add(cloud.arrowNames[i], uiFont(11.5, QFont::DemiBold), canvas.theme.ink,
                placesAround(to, side, 6));
        }
    }
}

} // namespace

std::vector<CloudPlace> placeCloud(const Cloud& cloud, const QRectF& plot)
{
    const Eye eye(cloud, plot);
    const size_t count = std::min({cloud.x.size(), cloud.y.size(), cloud.z.size()});
    std::vector<CloudPlace> places(count);
    for (size_t i = 0; i < count; ++i)
        places[i] = eye.place(cloud.x[i], cloud.y[i], cloud.z[i]);
    return places;
}

void paintCloud(PlotCanvas& canvas, const Cloud& cloud)
{
    const Eye eye(cloud, canvas.mapping.plot);
    paintSpaceAxes(canvas, cloud, eye);
    const std::vector<CloudPlace> places = placeCloud(cloud, canvas.mapping.plot);
    std::vector<size_t> order(places.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t one, size_t other) {
        return std::pair(places[one].near, one) < std::pair(places[other].near, other);
    });
    const bool hasRows = cloud.rowIds.size() >= places.size();
    const auto isMarked = [&](size_t i) { return hasRows && canvas.marked.contains(cloud.rowIds[i]); };
    const bool anyMarked = std::any_of(order.begin(), order.end(), isMarked);
    std::vector<PlacedMark> marks;
    std::vector<PlacedMark> pointedAt;
    for (const size_t i : order) {
        // Nearer marks are larger and stronger; few sizes keep the number of sprites small.
        const double near = std::round((places[i].near + 1) / 2 * 6) / 6;
        PlacedMark mark;
        mark.at = places[i].at;
        mark.shape = i < cloud.classes.size() ? cloud.classes[i] % 10 : 0;
        const Role role = i < cloud.classes.size() ? classRole(cloud.classes[i]) : Role::Ink;
        mark.colour = canvas.theme.colour(role).rgb();
        mark.size = 4.5 + 3 * near;
        mark.opacity = (0.4 + 0.6 * near) * (anyMarked ? 0.4 : 1);
        (isMarked(i) ? pointedAt : marks).push_back(mark);
    }
    paintMarks(canvas, marks);
    for (const PlacedMark& mark : pointedAt)
        paintMarkedMark(canvas, mark);
    paintDirections(canvas, cloud, eye);
}

} // namespace tangent
