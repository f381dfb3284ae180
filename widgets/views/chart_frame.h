// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/axis_ticks.h"
#include "widgets/views/plot_mapping.h"
#include "widgets/views/theme.h"

#include <QImage>
#include <QPainter>

#include <memory>

namespace tangent {

/// What a chart without data depends on. The axes are as the figure states them.
struct FrameRequest {
    Axis x;
    Axis y;
    std::optional<Axis> secondY;
    bool equalAspect = false;
    QSizeF size; ///< logical pixels
    double devicePixelRatio = 1;
    bool operator==(const FrameRequest&) const = default;
};

/// The axes, grid and titles of a plot, drawn by Qt Charts with ticks of our own: its logarithmic and
/// category axes leave ticks out or cut their names. The margins follow from the labels of the axis
/// ranges alone, so that nothing moves while data changes. This is the only class that knows Qt Charts.
class ChartFrame {
public:
    /// Lays the axes out. True if anything differs from the last time.
    bool prepare(const FrameRequest& request, const Theme& theme);

    const PlotMapping& mapping() const { return mapping_; }
    const std::vector<Tick>& xTicks() const { return xTicks_; }
    const std::vector<Tick>& yTicks() const { return yTicks_; }

    /// Words that found no room, as TextFitRecord collects them.
    const QStringList& unfitting() const { return unfitting_; }

    /// The chart on the surface colour, of the requested size and pixel ratio; drawn once.
    const QImage& picture();
    /// The same with the painter's own means, from its origin: vectors where it has them.
    void paint(QPainter& painter) const;

private:
    void layOut(const FrameRequest& request);
    void drawLabels(QPainter& painter) const;
    void drawTitles(QPainter& painter) const;

    FrameRequest request_;
    const Theme* theme_ = nullptr;
    double textScale_ = 0;
    PlotMapping mapping_;
    std::vector<Tick> xTicks_;
    std::vector<Tick> yTicks_;
    std::vector<Tick> secondTicks_;
    double xTitleTop_ = 0;
    QStringList unfitting_;
    QImage picture_;
};

} // namespace tangent
