// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/handle_drag.h"

#include "widgets/views/handle_connects.h"
#include "widgets/views/handle_values.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

double roundedTo(double value, double resolution)
{
    if (!std::isfinite(value) || !(resolution > 0))
        return value;
    const int decimals = -int(std::floor(std::log10(resolution)));
    // Through text, so that the result is the double nearest to the short number.
    return decimals > 0 ? QString::number(value, 'f', std::min(decimals, 15)).toDouble()
                        : std::round(value / std::pow(10.0, -decimals)) * std::pow(10.0, -decimals);
}

/// A hand finds no more than a hundred places in a degree.
void roundAngle(Intent& intent, const Target& target)
{
    const auto written = intent.values.find(target.key);
    if (double* angle = written == intent.values.end() ? nullptr : std::get_if<double>(&*written))
        *angle = roundedTo(*angle, 0.01);
    for (CellWrite& cell : intent.cells) {
        if (double* angle = std::get_if<double>(&cell.value))
            *angle = roundedTo(*angle, 0.01);
    }
}

bool sameWrites(const Intent& one, const Intent& other)
{
    const auto sameCell = [](const CellWrite& left, const CellWrite& right) {
        return left.key == right.key && left.row == right.row && left.column == right.column
            && left.columnName == right.columnName && left.value == right.value;
    };
    return one.values == other.values
        && std::equal(one.cells.begin(), one.cells.end(), other.cells.begin(), other.cells.end(), sameCell);
}

} // namespace

QPointF roundedToPixels(QPointF place, const PlotMapping& mapping)
{
    return {roundedTo(place.x(), mapping.x.resolution(place.x())),
        roundedTo(place.y(), mapping.y.resolution(place.y()))};
}

void HandleDrag::press(const Handle& handle, QPointF pixel, const Values& values,
    const Parameters& parameters, const PlotMapping& mapping)
{
    handle_ = handle;
    active_ = true;
    begun_ = false;
    mirrored_ = false;
    pressed_ = pixel;
    place_ = handlePosition(handle, values);
    QPointF middle = mapping.toPixel(place_);
    if (handle.geometry == Handle::Geometry::Angle) {
        const QPointF far = 2 * mapping.toPixel(handle.centre) - middle;
        const auto away = [&](QPointF at) { return std::hypot(at.x() - pixel.x(), at.y() - pixel.y()); };
        mirrored_ = away(far) < away(middle);
        if (mirrored_)
            middle = far;
    }
    if (handle.geometry == Handle::Geometry::Connect)
        middle = pixel; // the arrow is drawn to the pointer, wherever it was caught
    offset_ = middle - pixel;
    original_ = restoringIntent(handle, values, parameters, Intent::Phase::Move);
    last_ = Intent();
    also_.clear();
}

void HandleDrag::refresh(const std::vector<Handle>& handles)
{
    const auto same = std::find_if(
        handles.begin(), handles.end(), [&](const Handle& handle) { return handle.id == handle_.id; });
    if (active_ && same != handles.end())
        handle_ = *same;
}

std::optional<Intent> HandleDrag::move(
    QPointF pixel, const Values& values, const Parameters& parameters, const PlotMapping& mapping)
{
    if (!active_ || (!begun_ && pixel == pressed_))
        return std::nullopt;
    QPointF wanted = pixel + offset_;
    if (handle_.geometry == Handle::Geometry::Angle) {
        if (mirrored_)
            wanted = 2 * mapping.toPixel(handle_.centre) - wanted;
        place_ = mapping.toAxis(wanted);
    } else {
        wanted.setX(std::clamp(wanted.x(), mapping.plot.left(), mapping.plot.right()));
        wanted.setY(std::clamp(wanted.y(), mapping.plot.top(), mapping.plot.bottom()));
        place_ = roundedToPixels(mapping.toAxis(wanted), mapping);
    }
    if (handle_.geometry == Handle::Geometry::Connect) {
        const int end = endUnder(handle_, mapping, wanted);
        if (end < 0)
            return std::nullopt;
        place_ = handle_.ends[size_t(end)].at;
    }
    const Intent::Phase phase = begun_ ? Intent::Phase::Move : Intent::Phase::Begin;
    // Written once, and again only when a newer scene asks for something else.
    const Values also = alsoOf(completed(handle_, values, parameters));
    const bool again = begun_ && !also.isEmpty() && also != also_;
    Handle moved = handle_;
    if (again)
        moved.onGrab.clear();
    if (!begun_ || again)
        also_ = also;
    Intent intent = moveHandle(moved, place_, values, parameters, again ? Intent::Phase::Begin : phase);
    intent.phase = phase;
    if (handle_.geometry == Handle::Geometry::Angle)
        roundAngle(intent, targetOf(handle_, Coordinate::X));
    if (begun_ && sameWrites(intent, last_))
        return std::nullopt;
    last_ = intent;
    Values once; // what the first touch writes is not written again
    if (!begun_ || again)
        once = also;
    if (!begun_)
        once.insert(handle_.onGrab);
    for (auto grabbed = once.begin(); grabbed != once.end(); ++grabbed) {
        if (intent.values.value(grabbed.key()) == grabbed.value())
            last_.values.remove(grabbed.key());
    }
    begun_ = true;
    return intent;
}

std::optional<Intent> HandleDrag::release()
{
    active_ = false;
    if (!begun_)
        return std::nullopt;
    Intent intent = last_;
    intent.phase = Intent::Phase::End;
    return intent;
}

std::vector<Intent> HandleDrag::cancel()
{
    active_ = false;
    if (!begun_)
        return {};
    Intent end = original_;
    end.phase = Intent::Phase::End;
    return {original_, end};
}

} // namespace tangent
