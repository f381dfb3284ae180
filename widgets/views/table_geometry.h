// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <QFont>
#include <QRectF>

namespace tangent {

/// A line of a table, or with `column` ≥ 0 one of its cells.
struct TablePlace {
    int line = 0;
    int column = -1;
    bool operator==(const TablePlace&) const = default;
};

/// Where the columns and lines of a table lie in a box; the lines scroll under the header.
struct TableGeometry {
    QRectF window;  ///< in which the lines are seen
    QSizeF content; ///< all lines
    QPointF offset;
    QFont font;
    QFont headerFont;
    double inset = 9; ///< beside the text of a cell
    double headerHeight = 0;
    double lineHeight = 0;
    std::vector<double> lefts; ///< of the columns, from the left of the content
    std::vector<double> widths;

    static TableGeometry of(const QRectF& box, const TableFigure& table);

    QRectF lineBox(int line) const;
    QRectF cellBox(int line, int column) const;
    QRectF headerBox(int column) const;
    /// Lines that can be seen, first and last.
    std::pair<int, int> shownLines(int count) const;
};

} // namespace tangent
