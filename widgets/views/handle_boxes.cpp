// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/handle_boxes.h"

#include "widgets/views/handle_values.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

Handle corner(const Handle& box, bool right, bool upper, int number)
{
    Handle made = box;
    made.geometry = Handle::Geometry::Vertex;
    made.id = box.id + QStringLiteral("/%1").arg(number);
    made.label = QCoreApplication::translate("tangent::PlotView", "%1, corner %2").arg(box.label).arg(number);
    made.x = right ? box.x2 : box.x;
    made.y = upper ? box.y2 : box.y;
    made.x2 = made.y2 = Target();
    made.at = QPointF(right ? box.at2.x() : box.at.x(), upper ? box.at2.y() : box.at.y());
    made.badge.clear();
    return made;
}

/// A whole step for both corners, inside both their ranges.
double allowedShift(const Handle& one, const Handle& other, Coordinate coordinate, double shift,
    const Values& values, const Parameters& parameters)
{
    const HandleBounds bounds = boundsOf(one, coordinate, parameters);
    const HandleBounds others = boundsOf(other, coordinate, parameters);
    if (std::max(bounds.grid, others.grid) > 0)
        shift = std::round(shift);
    const double from = handleValue(one, coordinate, values);
    const double to = handleValue(other, coordinate, values);
    const double least = std::max(bounds.minimum - from, others.minimum - to);
    const double most = std::min(bounds.maximum - from, others.maximum - to);
    return least <= most ? std::clamp(shift, least, most) : 0;
}

/// Without the dust of adding and taking away.
double dusted(double value)
{
    return QString::number(value, 'g', 10).toDouble();
}

} // namespace

std::pair<Handle, Handle> cornersOf(const Handle& box)
{
    return {corner(box, false, false, 1), corner(box, true, true, 3)};
}

std::vector<Handle> withCorners(const std::vector<Handle>& handles)
{
    std::vector<Handle> made;
    for (const Handle& handle : handles) {
        made.push_back(handle);
        if (handle.geometry != Handle::Geometry::Box)
            continue;
        int number = 0;
        for (const auto& [right, upper] :
            {std::pair(false, false), std::pair(true, false), std::pair(true, true), std::pair(false, true)})
            made.push_back(corner(handle, right, upper, ++number));
    }
    return made;
}

QRectF boxRectangle(const Handle& box, const Values& values)
{
    const auto [one, other] = cornersOf(box);
    return {handlePosition(one, values), handlePosition(other, values)};
}

Intent moveBox(
    const Handle& box, QPointF place, const Values& values, const Parameters& parameters, Intent::Phase phase)
{
    const auto [one, other] = cornersOf(box);
    const QPointF by = place - boxRectangle(box, values).center();
    QPointF first = handlePosition(one, values);
    QPointF second = handlePosition(other, values);
    for (const Coordinate coordinate : {Coordinate::X, Coordinate::Y}) {
        const bool sideways = coordinate == Coordinate::X;
        const double scale = mapOf(box, coordinate).scale;
        const double wanted = (sideways ? by.x() : by.y()) / scale;
        const double shift = allowedShift(one, other, coordinate, wanted, values, parameters) * scale;
        for (QPointF* moved : {&first, &second})
            sideways ? moved->setX(dusted(moved->x() + shift)) : moved->setY(dusted(moved->y() + shift));
    }
    Intent intent = moveHandle(one, first, values, parameters, phase);
    const Intent rest = moveHandle(other, second, values, parameters, phase);
    intent.values.insert(rest.values);
    intent.cells.insert(intent.cells.end(), rest.cells.begin(), rest.cells.end());
    return intent;
}

} // namespace tangent
