// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_zoom.h"

#include <algorithm>

namespace tangent {

namespace {

using Range = PlotZoom::Range;

constexpr double closest = 1e-6; ///< share of the whole range

double along(bool logarithmic, double value)
{
    return logarithmic ? std::log10(value) : value;
}

double back(bool logarithmic, double value)
{
    return logarithmic ? std::pow(10.0, value) : value;
}

/// The range with its ends moved, kept inside the whole; nothing when that is all of it.
std::optional<Range> fitted(Range range, const Range& whole, bool logarithmic)
{
    const double low = along(logarithmic, whole.first);
    const double high = along(logarithmic, whole.second);
    const double length = std::max(range.second - range.first, closest * (high - low));
    if (length >= (high - low) * (1 - 1e-6))
        return std::nullopt;
    const double start = std::clamp(range.first, low, high - length);
    return Range(back(logarithmic, start), back(logarithmic, start + length));
}

Range scaled(const AxisMapping& axis, const Axis& shown, double around, double factor)
{
    const bool logarithmic = axis.isLogarithmic();
    const double low = along(logarithmic, shown.minimum);
    const double high = along(logarithmic, shown.maximum);
    const double fixed = along(logarithmic, axis.toAxis(around));
    return {fixed + (low - fixed) * factor, fixed + (high - fixed) * factor};
}

Range moved(const AxisMapping& axis, const Axis& shown, double by)
{
    const bool logarithmic = axis.isLogarithmic();
    const auto end = [&](double value) { return along(logarithmic, axis.toAxis(axis.toPixel(value) - by)); };
    return {end(shown.minimum), end(shown.maximum)};
}

} // namespace

void PlotZoom::applyTo(Axis& x, Axis& y) const
{
    if (x_) {
        x.minimum = x_->first;
        x.maximum = x_->second;
    }
    if (y_) {
        y.minimum = y_->first;
        y.maximum = y_->second;
    }
}

void PlotZoom::rememberWhole(const PlotMapping& mapping)
{
    if (isActive())
        return;
    wholeX_ = {mapping.xAxis.minimum, mapping.xAxis.maximum};
    wholeY_ = {mapping.yAxis.minimum, mapping.yAxis.maximum};
}

void PlotZoom::scale(const PlotMapping& mapping, QPointF pixel, double factor)
{
    rememberWhole(mapping);
    x_ = fitted(scaled(mapping.x, mapping.xAxis, pixel.x(), factor), wholeX_, mapping.x.isLogarithmic());
    y_ = fitted(scaled(mapping.y, mapping.yAxis, pixel.y(), factor), wholeY_, mapping.y.isLogarithmic());
}

void PlotZoom::pan(const PlotMapping& mapping, QPointF by)
{
    if (x_)
        x_ = fitted(moved(mapping.x, mapping.xAxis, by.x()), wholeX_, mapping.x.isLogarithmic());
    if (y_)
        y_ = fitted(moved(mapping.y, mapping.yAxis, by.y()), wholeY_, mapping.y.isLogarithmic());
}

void PlotZoom::followX(const PlotMapping& mapping, const std::optional<Range>& range)
{
    rememberWhole(mapping);
    x_ = range;
}

} // namespace tangent
