// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <QRectF>

#include <cmath>
#include <optional>

namespace tangent {

/// The axis with a range that can be drawn: finite, from low to high, not empty, positive when it is
/// logarithmic; a category axis left at its default range gets half a step around its names.
Axis settledAxis(const Axis& axis);

/// Makes one unit as long on both linear axes by widening the shorter range on both sides; `size` is the
/// plot's in pixels.
void equaliseAspect(Axis& x, Axis& y, QSizeF size);

/// Whether a place lies in a rectangle or on its border. QRectF::contains says yes to a place that is no
/// number.
inline bool holds(const QRectF& room, QPointF at)
{
    return at.x() >= room.left() && at.x() <= room.right() && at.y() >= room.top() && at.y() <= room.bottom();
}

/// One axis ↔ pixels. The origin is subtracted in double before anything is scaled, so that an epoch in
/// milliseconds keeps its seconds.
class AxisMapping {
public:
    AxisMapping() = default;
    /// `axis` must be settled; its minimum stands at `minimumPixel` (the ends change places when it is
    /// reversed).
    AxisMapping(const Axis& axis, double minimumPixel, double maximumPixel);

    /// Not a number where the axis has no place: zero and below on a logarithmic axis.
    double toPixel(double value) const
    {
        return pixel_ + ((logarithmic_ ? std::log10(value) : value) - origin_) * scale_;
    }
    double toAxis(double pixel) const
    {
        const double along = (pixel - pixel_) / scale_ + origin_;
        return logarithmic_ ? std::pow(10.0, along) : along;
    }
    /// Axis units in one pixel, where the axis has `value`.
    double resolution(double value) const;
    bool isLogarithmic() const { return logarithmic_; }

private:
    bool logarithmic_ = false;
    double origin_ = 0; ///< in axis units, or their logarithm
    double pixel_ = 0;  ///< where the origin stands
    double scale_ = 1;
};

/// Where a plot's axes lie in a picture, in logical pixels.
struct PlotMapping {
    QRectF plot;
    Axis xAxis; ///< settled and equalised: what is really shown
    Axis yAxis;
    std::optional<Axis> secondAxis;
    AxisMapping x;
    AxisMapping y;
    AxisMapping secondY; ///< the same as `y` where there is no second axis

    QPointF toPixel(QPointF at) const { return {x.toPixel(at.x()), y.toPixel(at.y())}; }
    QPointF toAxis(QPointF pixel) const { return {x.toAxis(pixel.x()), y.toAxis(pixel.y())}; }
    const AxisMapping& vertical(bool second) const { return second ? secondY : y; }
};

/// The mapping of settled axes onto a rectangle.
PlotMapping mapPlot(const QRectF& plot, const Axis& x, const Axis& y, const std::optional<Axis>& second);

} // namespace tangent
