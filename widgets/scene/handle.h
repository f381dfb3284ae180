// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

namespace tangent {

/// Something in a plot that a hand, a key or a screen reader can move. What it writes are ordinary
/// parameters; where it stands follows the current state, without waiting for a scene.
struct Handle {
    enum class Geometry : quint8 {
        Point,  ///< moves in the plane
        XRule,  ///< a vertical line, moves sideways
        YRule,  ///< a horizontal line, moves up and down
        Vertex, ///< a small point of a larger shape
        Angle,  ///< on a circle around `centre`, in degrees anticlockwise from the x axis
        /// A rectangle. `x` and `y` are written by one corner, `x2` and `y2` by the opposite one, all as
        /// numbers. It is moved as a whole by its middle or its border and resized by any of its four
        /// corners, which may pass each other: the lab puts them in order.
        Box,
        /// An arrow from the mark at `at` to one of `ends`. A hand draws it from there, or from its tip, to
        /// another end, keys walk through the ends: `x` (or `y`) is written with the value of that end.
        Connect
    };

    /// Where a Connect handle can lead.
    struct End {
        QPointF at;    ///< in axis units
        QString label; ///< spoken: "Reader 2"
        Value value;   ///< what is written; a number or a word where the target is a cell
        bool operator==(const End&) const = default;
    };

    /// How an axis value becomes a parameter value: parameter = (axis - offset) / scale.
    struct Map {
        double scale = 1;
        double offset = 0;
        bool operator==(const Map&) const = default;
    };

    QString id;     ///< stable from scene to scene
    QString figure; ///< key of its plot
    QString label;  ///< spoken name: "Centre 2"
    Geometry geometry = Geometry::Point;
    Target x;  ///< written by sideways motion; a Point parameter is written whole through `x`
    Target y;  ///< written by up-and-down motion
    Target x2; ///< Box: the opposite corner
    Target y2;
    Map mapX;
    Map mapY;
    QPointF at;                ///< where it stands in this scene, in axis units
    QPointF at2;               ///< Box: the opposite corner in this scene
    std::vector<End> ends;     ///< Connect
    QPointF centre;            ///< Angle: the pivot
    double radius = 0;         ///< Angle: distance of the grip from the pivot, in x-axis units
    std::vector<double> snaps; ///< Angle and rules: values that catch the hand when it is near
    double snapDistance = 0;   ///< in parameter units
    Role role = Role::Accent;
    QString badge; ///< one or two characters written in it: the number of a centre
    /// The whole rows parameter as it should become when the hand first touches this handle
    /// (a centre moved mid-run appends an edit). Empty: the target is written as it stands.
    Values onGrab;
    bool removable = false; ///< Delete takes the row of its targets away
    double minimum = 0; ///< bounds of the value for keys and screen readers (the parameter's own if equal)
    double maximum = 0;
    bool operator==(const Handle&) const = default;
};

} // namespace tangent
