// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/plot_mapping.h"

#include <optional>
#include <utility>

namespace tangent {

/// The stretch of both axes that a reader looks at more closely. It never leaves the plot's own ranges.
class PlotZoom {
public:
    using Range = std::pair<double, double>;

    bool isActive() const { return x_ || y_; }
    void reset()
    {
        x_.reset();
        y_.reset();
    }
    /// Replaces the ranges of axes by the zoomed ones.
    void applyTo(Axis& x, Axis& y) const;

    /// Zooms around a pixel: a factor below 1 comes closer.
    void scale(const PlotMapping& mapping, QPointF pixel, double factor);
    /// Moves the zoomed stretch by so many pixels, as a hand moves paper.
    void pan(const PlotMapping& mapping, QPointF by);

    const std::optional<Range>& x() const { return x_; }
    /// What another plot with the same x axis looks at; `mapping` is this plot's own.
    void followX(const PlotMapping& mapping, const std::optional<Range>& range);

private:
    void rememberWhole(const PlotMapping& mapping);

    std::optional<Range> x_;
    std::optional<Range> y_;
    Range wholeX_;
    Range wholeY_;
};

} // namespace tangent
