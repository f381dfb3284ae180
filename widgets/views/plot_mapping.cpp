// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_mapping.h"

#include <algorithm>

namespace tangent {

Axis settledAxis(const Axis& axis)
{
    Axis settled = axis;
    if (!std::isfinite(settled.minimum) || !std::isfinite(settled.maximum)) {
        settled.minimum = 0;
        settled.maximum = 1;
    }
    if (settled.minimum > settled.maximum)
        std::swap(settled.minimum, settled.maximum);
    if (axis.scale == Axis::Scale::Category && axis.minimum == 0 && axis.maximum == 1) {
        settled.minimum = -0.5;
        settled.maximum = std::max<double>(double(axis.categories.size()), 1) - 0.5;
    }
    if (axis.scale == Axis::Scale::Log) {
        if (settled.maximum <= 0)
            settled.maximum = 1;
        if (settled.minimum <= 0)
            settled.minimum = settled.maximum / 1000;
        if (settled.minimum == settled.maximum) {
            settled.minimum /= 2;
            settled.maximum *= 2;
        }
    } else if (settled.maximum - settled.minimum <= 1e-12 * std::abs(settled.maximum)
        || settled.minimum == settled.maximum) {
        const double half = settled.minimum == 0 ? 0.5 : 0.05 * std::abs(settled.minimum);
        settled.minimum -= half;
        settled.maximum += half;
    }
    return settled;
}

void equaliseAspect(Axis& x, Axis& y, QSizeF size)
{
    if (x.scale != Axis::Scale::Linear || y.scale != Axis::Scale::Linear || size.isEmpty())
        return;
    const auto widen = [](Axis& axis, double range) {
        const double middle = (axis.minimum + axis.maximum) / 2;
        axis.minimum = middle - range / 2;
        axis.maximum = middle + range / 2;
    };
    const double perPixelX = (x.maximum - x.minimum) / size.width();
    const double perPixelY = (y.maximum - y.minimum) / size.height();
    if (perPixelX < perPixelY)
        widen(x, perPixelY * size.width());
    else
        widen(y, perPixelX * size.height());
}

AxisMapping::AxisMapping(const Axis& axis, double minimumPixel, double maximumPixel)
    : logarithmic_(axis.scale == Axis::Scale::Log)
{
    if (axis.reversed)
        std::swap(minimumPixel, maximumPixel);
    origin_ = logarithmic_ ? std::log10(axis.minimum) : axis.minimum;
    const double end = logarithmic_ ? std::log10(axis.maximum) : axis.maximum;
    pixel_ = minimumPixel;
    scale_ = (maximumPixel - minimumPixel) / (end - origin_);
    if (scale_ == 0 || !std::isfinite(scale_))
        scale_ = 1e-9; // a plot without room: everything lies in one place, and no division fails
}

double AxisMapping::resolution(double value) const
{
    return std::abs(logarithmic_ ? value * std::log(10.0) / scale_ : 1 / scale_);
}

PlotMapping mapPlot(const QRectF& plot, const Axis& x, const Axis& y, const std::optional<Axis>& second)
{
    PlotMapping mapping;
    mapping.plot = plot;
    mapping.xAxis = x;
    mapping.yAxis = y;
    mapping.secondAxis = second;
    mapping.x = AxisMapping(x, plot.left(), plot.right());
    mapping.y = AxisMapping(y, plot.bottom(), plot.top());
    mapping.secondY = second ? AxisMapping(*second, plot.bottom(), plot.top()) : mapping.y;
    return mapping;
}

} // namespace tangent
