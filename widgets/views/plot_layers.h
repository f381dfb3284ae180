// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/label_placer.h"
#include "widgets/views/pixel_buffer.h"
#include "widgets/views/plot_mapping.h"

#include <QSet>

namespace tangent {

/// What the layers of a plot are drawn with and onto.
struct PlotCanvas {
    QPainter& painter; ///< logical pixels; its clip is the plot's rectangle
    const PlotMapping& mapping;
    const Theme& theme;
    const QSet<int>& marked;
    LabelPlacer& labels;
    PixelBuffer* pixels = nullptr; ///< the painter's picture, for fast marks; null: vectors only

    /// The plot's rectangle in device pixels, `margin` logical pixels wider on each side.
    QRectF devicePlot(double margin) const;
};

/// Draws one layer; its words are left with the label placer.
void paintLayer(PlotCanvas& canvas, const Layer& layer);

/// A placer for the words of a plot.
LabelPlacer labelsIn(const PlotMapping& mapping);
/// Draws the words that the layers left, off the given rectangles.
void drawLabels(PlotCanvas& canvas, const std::vector<QRectF>& keepFree);

/// Draws all layers in their order and then their words.
void paintLayers(QPainter& painter, const Plot& plot, const PlotMapping& mapping, const Theme& theme,
    const QSet<int>& marked, const std::vector<QRectF>& keepFree, PixelBuffer* pixels);

void paintPoints(PlotCanvas& canvas, const Points& points);
void paintLine(PlotCanvas& canvas, const Line& line);
void paintArea(PlotCanvas& canvas, const Area& area);
void paintBars(PlotCanvas& canvas, const Bars& bars);
void paintSegments(PlotCanvas& canvas, const Segments& segments);
void paintPolygons(PlotCanvas& canvas, const Polygons& polygons);
void paintRule(PlotCanvas& canvas, const Rule& rule);
void paintWords(PlotCanvas& canvas, const Words& words);
void paintField(PlotCanvas& canvas, const Field& field);
void paintContours(PlotCanvas& canvas, const Contours& contours);
void paintCloud(PlotCanvas& canvas, const Cloud& cloud);

/// A mark that is placed and coloured already: what points, markers of lines and clouds come down to.
struct PlacedMark {
    QPointF at; ///< logical pixels
    int shape = 0;
    QRgb colour = 0;
    double size = 6;
    double opacity = 1;
    bool hollow = false;
};

/// Draws many marks; those whose centre lies outside the plot are left out, those on its border are whole.
void paintMarks(PlotCanvas& canvas, const std::vector<PlacedMark>& marks);
/// Draws a mark that is pointed at: larger, with a ring.
void paintMarkedMark(PlotCanvas& canvas, PlacedMark mark);

/// A line through logical pixels, the fast way where the canvas has pixels.
void paintStroke(PlotCanvas& canvas, const std::vector<QPointF>& points, const QColor& colour, double width,
    double opacity, Line::Style style = Line::Style::Solid, bool fading = false);

/// A filled outline in logical pixels, the fast way where the canvas has pixels.
void paintFill(PlotCanvas& canvas, const std::vector<QPointF>& outline, const QColor& colour, double opacity);

/// Where the points of a cloud stand in the plot's rectangle, in logical pixels, and how near they are
/// (−1 far … 1 near).
struct CloudPlace {
    QPointF at;
    double near = 0;
};
std::vector<CloudPlace> placeCloud(const Cloud& cloud, const QRectF& plot);

/// The role of item `index` where a layer has one for each, or one for all.
inline Role roleAt(const std::vector<Role>& roles, size_t index, Role otherwise = Role::Accent)
{
    return roles.empty() ? otherwise : index < roles.size() ? roles[index] : roles.front();
}

} // namespace tangent
