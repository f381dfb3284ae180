// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <QFont>
#include <QRectF>

namespace tangent {

/// Where the parts of a matrix lie in a box: titles, names, and cells that scroll when they would
/// become too small to read.
struct MatrixGeometry {
    QRectF window;  ///< in which the cells are seen
    QSizeF cell;    ///< one cell with its gap
    QSizeF content; ///< all cells
    QPointF offset; ///< how far they are scrolled
    int rows = 0;
    int columns = 0;
    QFont nameFont;
    QFont titleFont;
    QFont cellFont;
    bool turnedNames = false; ///< column names read upwards
    bool textFits = true;     ///< the cells have room for what is written in them
    double titleHeight = 0;   ///< of the line with the column title
    double namesHeight = 0;
    double namesWidth = 0;

    /// `smallest` is the least size of a cell; an empty one shows all cells however small.
    static MatrixGeometry of(const QRectF& box, const Matrix& matrix, QSizeF smallest);

    int index(int row, int column) const { return row * columns + column; }
    QRectF cellBox(int row, int column) const;
    /// The rows and columns that can be seen, first and last.
    std::pair<int, int> shownRows() const;
    std::pair<int, int> shownColumns() const;
};

} // namespace tangent
