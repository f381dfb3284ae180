// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/plot_mapping.h"

#include <QStringList>

namespace tangent {

/// A mark under the pointer.
struct HoveredMark {
    QPointF at;              ///< its middle in logical pixels
    double size = 0;         ///< pixels across; 0: it has no ring (a bar)
    QStringList lines;       ///< its values in words
    std::vector<int> rowIds; ///< the rows of the data that it stands for
    bool operator==(const HoveredMark&) const = default;
};

/// The point, vertex of a line or point of a cloud nearest to a pixel, at most `reach` away; failing
/// that, the bar that it lies in.
std::optional<HoveredMark> markAt(const Plot& plot, const PlotMapping& mapping, QPointF pixel, double reach);

} // namespace tangent
