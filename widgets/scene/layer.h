// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/colour.h"

#include <QPointF>
#include <QString>

#include <array>
#include <variant>
#include <vector>

namespace tangent {

/// Layers of a plot, in axis units. They are painted in their order. A layer with `secondAxis` is
/// measured on the right-hand axis.

/// Many small marks. Shapes follow classes, so that colour is never the only sign.
struct Points {
    std::vector<double> x;
    std::vector<double> y;
    std::vector<quint8> classes; ///< one each, or empty: all in `role`
    std::vector<int> rowIds;     ///< one each, or empty: not rows of a table
    Role role = Role::Ink;
    double size = 6; ///< logical pixels across
    double opacity = 1;
    bool hollow = false;
    bool secondAxis = false;
    bool areRows = false; ///< the rows of `rowIds` themselves, where Plot::drawing reaches them
    bool operator==(const Points&) const = default;
};

/// A line through points in their order; a dashed, dotted or plain one.
struct Line {
    enum class Style : quint8 { Solid, Dashed, Dotted };
    std::vector<double> x;
    std::vector<double> y;
    Role role = Role::Ink;
    double width = 1.6;
    Style style = Style::Solid;
    double opacity = 1;
    bool fading = false;  ///< older points paler: a trail
    bool markers = false; ///< a dot on each point
    QString label;        ///< written beside the end of the line
    bool secondAxis = false;
    bool operator==(const Line&) const = default;
};

/// The surface between two curves over x.
struct Area {
    std::vector<double> x;
    std::vector<double> lower;
    std::vector<double> upper;
    Role role = Role::Accent;
    double opacity = 0.25;
    QString label; ///< written in the middle of the surface where it fits
    bool operator==(const Area&) const = default;
};

/// Bars from `base` to `value` over [from, to]; also histograms. Stacked bars give their bases.
struct Bars {
    std::vector<double> from;
    std::vector<double> to;
    std::vector<double> base;    ///< one each, or empty: zero
    std::vector<double> value;   ///< the far end of each bar
    std::vector<Role> roles;     ///< one each, or one for all
    std::vector<QString> labels; ///< one each, or empty: written at the far end
    bool horizontal = false;     ///< from…to lies on the y axis
    double opacity = 1;
    double gap = 1; ///< logical pixels between neighbours
    bool operator==(const Bars&) const = default;
};

/// Separate straight pieces, or arrows.
struct Segments {
    std::vector<QPointF> from;
    std::vector<QPointF> to;
    std::vector<Role> roles; ///< one each, or one for all
    double width = 1;
    double opacity = 1;
    bool arrows = false;
    bool dashed = false;
    bool operator==(const Segments&) const = default;
};

/// Filled cells, for example of a Voronoi diagram.
struct Polygons {
    std::vector<std::vector<QPointF>> rings;
    std::vector<Role> roles; ///< one each, or one for all
    double opacity = 0.1;
    bool outlined = false;
    bool operator==(const Polygons&) const = default;
};

/// A straight line across the whole plot.
struct Rule {
    Qt::Orientation orientation = Qt::Vertical; ///< vertical: at an x
    double at = 0;
    Role role = Role::Muted;
    double width = 1;
    bool dashed = true;
    QString label;
    bool operator==(const Rule&) const = default;
};

/// Words at a place.
struct Words {
    double x = 0;
    double y = 0;
    QString text;
    Role role = Role::Ink;
    Qt::Alignment anchor = Qt::AlignLeft | Qt::AlignBottom; ///< which way the words lie from the place
    bool strong = false;
    bool operator==(const Words&) const = default;
};

/// A grid of values as a picture, sampled at cell centres, row by row from the bottom left.
struct Field {
    int columns = 0;
    int rows = 0;
    double left = 0, right = 1, bottom = 0, top = 1;
    std::vector<float> values;
    float low = 0;  ///< the value at the low end of the colour map
    float high = 1; ///< the value at the high end
    ColourMap map = ColourMap::Sequential;
    double opacity = 1;
    bool smooth = true;
    bool operator==(const Field&) const = default;
};

/// Lines of equal value.
struct Contours {
    struct Level {
        double value = 0;
        std::vector<std::vector<QPointF>> lines;
        bool operator==(const Level&) const = default;
    };
    std::vector<Level> levels; ///< low to high
    Role role = Role::Muted;
    double opacity = 0.5;
    bool operator==(const Contours&) const = default;
};

/// Points in space, already centred; turned by two angles in degrees (about the upright axis, then
/// towards the eye). The axes of space are drawn with their names.
struct Cloud {
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> z;
    std::vector<quint8> classes;
    std::vector<int> rowIds;
    double turn = 30;
    double tilt = 20;
    std::vector<QString> axisNames; ///< three
    /// Directions to draw from the middle, in the cloud's units, with their names.
    std::vector<std::array<double, 3>> arrows;
    std::vector<QString> arrowNames;
    bool operator==(const Cloud&) const = default;
};

using Layer = std::variant<Points, Line, Area, Bars, Segments, Polygons, Rule, Words, Field, Contours, Cloud>;

} // namespace tangent
