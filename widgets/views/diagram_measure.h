// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/diagram_geometry.h"

namespace tangent {

/// How close things may come while a diagram is fitted into its box.
struct Tightness {
    double pixels;  ///< of the font
    double padding; ///< inside a node
    double across;  ///< least gap between neighbours of a row
    double down;    ///< least gap between rows, beside the edge labels
    double columns; ///< least gap between columns where edges go sideways
};
inline constexpr Tightness looseToTight[] = {
    {12.5, 9, 12, 16, 30},
    {12, 7, 8, 14, 26},
    {11.5, 6, 8, 12, 24},
    {11, 5, 6, 10, 20},
    {10.5, 4, 5, 9, 18},
    {10, 3, 4, 8, 16},
    {10, 2, 2, 6, 14},
    {10, 1, 1, 6, 12},
};

/// Nodes that stand side by side, by index.
using NodeGroup = std::vector<size_t>;

/// Rows from the top, each from the left; sideways: columns from the left, each from the top.
std::vector<NodeGroup> groupsOf(const Diagram& diagram);

/// Moves centres as little as needed until nothing overlaps and all lies between `low` and `high`.
std::vector<double> spread(
    std::vector<double> centres, const std::vector<double>& sizes, double low, double high, double gap);

/// A text broken at spaces, so that no line is wider than `width` where its words allow it.
QStringList brokenAtWords(const QString& text, const QFont& font, double width);

} // namespace tangent
