// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/item_view.h"
#include "widgets/views/matrix_geometry.h"

namespace tangent {

/// Draws the visible part of a matrix where its geometry says.
void paintMatrixAt(QPainter& painter, const MatrixGeometry& geometry, const Matrix& matrix,
    const Theme& theme, const QSet<int>& marked, const ItemEmphasis& emphasis);

/// The colour behind one cell.
QColor cellColour(const Matrix& matrix, int row, int column, const Matrix::Item& item, const Theme& theme);

} // namespace tangent
