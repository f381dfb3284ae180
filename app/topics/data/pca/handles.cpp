// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/pca/shown.h"
#include "app/topics/data/pca/words.h"

#include <algorithm>
#include <cmath>

namespace tangent::components {

namespace {

const QString angleKey = QStringLiteral("angle");
/// Degrees around the first component in which the hand is caught.
constexpr double catches = 2.5;
constexpr double gripShare = 0.92; ///< of the window's half: the grips stay inside

/// Where the hand is caught: both ends of the best direction.
void addSnaps(const Shown& shown, Handle* handle)
{
    const Plane& plane = *shown.plane;
    if (!shown.state.toggle("snap") || plane.isUndecided())
        return;
    const double best = plane.spread.bestAngle();
    handle->snaps = {best, best - 180};
    handle->snapDistance = catches;
}

Handle directionHandle(const Shown& shown)
{
    Handle handle;
    handle.id = QStringLiteral("direction");
    handle.figure = QStringLiteral("plane");
    handle.label = tr("Direction");
    handle.geometry = Handle::Geometry::Angle;
    handle.x.key = angleKey;
    handle.centre = shown.plane->mean();
    handle.radius = gripShare * shown.plane->halfSpan;
    const double radians = shown.state.real("angle") * std::acos(-1.0) / 180;
    handle.at = handle.centre + handle.radius * QPointF(std::cos(radians), std::sin(radians));
    addSnaps(shown, &handle);
    return handle;
}

Handle rule(const char* id, const char* figure, const QString& label, const QString& key, double at)
{
    Handle handle;
    handle.id = QLatin1String(id);
    handle.figure = QLatin1String(figure);
    handle.label = label;
    handle.geometry = Handle::Geometry::XRule;
    handle.x.key = key;
    handle.at = QPointF(at, 0);
    return handle;
}

void addLoosePoints(const Shown& shown, std::vector<Handle>* all)
{
    const Plane& plane = *shown.plane;
    for (const int row : plane.loose) {
        const int id = shown.sample->matrix.rowIds[size_t(row)];
        Handle handle;
        handle.id = QStringLiteral("point-%1").arg(id);
        handle.figure = QStringLiteral("plane");
        handle.label = tr("Point %1").arg(id);
        handle.geometry = Handle::Geometry::Vertex;
        for (Target* target : {&handle.x, &handle.y}) {
            target->key = QStringLiteral("patch");
            target->row = id;
        }
        handle.x.columnName = shown.sample->features[plane.first];
        handle.y.columnName = shown.sample->features[plane.second];
        handle.at = QPointF(plane.x[size_t(row)], plane.y[size_t(row)]);
        all->push_back(std::move(handle));
    }
}

Handle turningHandle(const Shown& shown)
{
    Handle handle;
    handle.id = QStringLiteral("turn");
    handle.figure = QStringLiteral("space");
    handle.label = tr("Turn and tilt");
    handle.x.key = QStringLiteral("turn");
    handle.y.key = QStringLiteral("tilt");
    handle.at = QPointF(shown.state.real("turn"), shown.state.real("tilt"));
    return handle;
}

} // namespace

std::vector<Handle> handles(const Shown& shown)
{
    std::vector<Handle> all;
    if (shown.view == View::Plane) {
        all.push_back(directionHandle(shown));
        addLoosePoints(shown, &all);
        Handle curve = rule("direction-curve", "directions", tr("Direction on the curve"), angleKey,
            shown.state.real("angle"));
        addSnaps(shown, &curve);
        all.push_back(std::move(curve));
    }
    if (shown.view == View::Space)
        all.push_back(turningHandle(shown));
    const int most = screeBars(shown);
    if (most < 2)
        return all;
    // The rule stands behind the last bar that is kept.
    Handle components = rule("components", "scree", tr("Components kept"), QStringLiteral("components"),
        screePlace(shown, shown.kept + 0.5));
    components.mapX.offset = screePlace(shown, 0.5);
    components.minimum = 1;
    components.maximum = most;
    all.push_back(std::move(components));
    return all;
}

} // namespace tangent::components
