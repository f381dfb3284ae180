// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/matrix_paint.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

bool holdsMarked(const std::vector<int>& rowIds, const QSet<int>& marked)
{
    return !marked.isEmpty()
        && std::any_of(rowIds.begin(), rowIds.end(), [&](int id) { return marked.contains(id); });
}

void paintCell(QPainter& painter, const QRectF& box, const QColor& fill, const Matrix::Item& item,
    const MatrixGeometry& geometry, const Theme& theme)
{
    const double radius = std::min(4.0, geometry.cell.height() / 6);
    if (item.undefined) {
        drawHatched(painter, box, theme, radius);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(box, radius, radius);
    }
    if (item.text.isEmpty())
        return;
    if (!geometry.textFits) {
        TextFitRecord::note(item.text);
        return;
    }
    const QColor ink = item.undefined ? theme.muted : inkOn(fill, theme);
    painter.setFont(geometry.cellFont);
    painter.setPen(ink);
    const QRectF written = drawText(painter, box.adjusted(1, 0, -1, 0), Qt::AlignCenter, item.text);
    if (!item.target.key.isEmpty() && std::holds_alternative<std::monostate>(item.target.value))
        drawEditableSign(painter, written.adjusted(-2, 0, 2, 1), ink);
}

void paintFrames(QPainter& painter, const MatrixGeometry& geometry, const Matrix& matrix, const Theme& theme,
    const QSet<int>& marked, const ItemEmphasis& emphasis)
{
    const auto [firstRow, lastRow] = geometry.shownRows();
    const auto [firstColumn, lastColumn] = geometry.shownColumns();
    for (int row = firstRow; row <= lastRow; ++row) {
        for (int column = firstColumn; column <= lastColumn; ++column) {
            const int index = geometry.index(row, column);
            if (index >= int(matrix.items.size()))
                continue;
            const Matrix::Item& item = matrix.items[size_t(index)];
            const QRectF box = geometry.cellBox(row, column).adjusted(1, 1, -1, -1);
            const double radius = std::min(4.0, geometry.cell.height() / 6);
            if (item.glowing) {
                QColor halo = theme.warning;
                halo.setAlphaF(0.3f);
                drawFrame(painter, box.adjusted(-2.5, -2.5, 2.5, 2.5), halo, 3.5, radius + 2);
                drawFrame(painter, box, theme.warning, 2, radius);
            }
            if (item.pinned)
                drawFrame(painter, box.adjusted(2, 2, -2, -2), theme.ink, 2, radius);
            else if (index == emphasis.hovered || holdsMarked(item.rowIds, marked))
                drawFrame(painter, box, theme.ink, 1.2, radius);
        }
    }
    if (emphasis.focused >= 0 && geometry.columns > 0)
        drawFocusRing(painter,
            geometry.cellBox(emphasis.focused / geometry.columns, emphasis.focused % geometry.columns)
                .adjusted(0.5, 0.5, -0.5, -0.5),
            theme, 5);
}

void paintNames(QPainter& painter, const MatrixGeometry& geometry, const Matrix& matrix, const Theme& theme)
{
    const QRectF& window = geometry.window;
    painter.setFont(geometry.titleFont);
    painter.setPen(theme.muted);
    const double namesTop = window.top() - geometry.namesHeight;
    if (!matrix.columnTitle.isEmpty())
        drawText(painter,
            QRectF(window.left(), namesTop - geometry.titleHeight, window.width(), geometry.titleHeight),
            Qt::AlignHCenter | Qt::AlignTop, matrix.columnTitle);
    if (!matrix.rowTitle.isEmpty())
        drawText(painter,
            QRectF(window.left() - geometry.namesWidth, namesTop, geometry.namesWidth - 8,
                geometry.namesHeight - 2),
            Qt::AlignRight | Qt::AlignBottom, matrix.rowTitle);

    painter.setFont(geometry.nameFont);
    painter.setPen(theme.ink);
    painter.save();
    painter.setClipRect(
        QRectF(window.left() - geometry.namesWidth, window.top(), geometry.namesWidth, window.height()),
        Qt::IntersectClip);
    const auto [firstRow, lastRow] = geometry.shownRows();
    for (int row = firstRow; row <= lastRow && row < matrix.rowNames.size(); ++row) {
        QRectF box = geometry.cellBox(row, 0);
        box.setLeft(window.left() - geometry.namesWidth);
        box.setRight(window.left() - 8);
        drawText(painter, box, Qt::AlignRight | Qt::AlignVCenter, matrix.rowNames[row]);
    }
    painter.restore();
    painter.save();
    painter.setClipRect(
        QRectF(window.left(), namesTop, window.width(), geometry.namesHeight), Qt::IntersectClip);
    const auto [firstColumn, lastColumn] = geometry.shownColumns();
    // A picture shows all columns however narrow: then some names stand for their neighbours.
    const double closest = 0.85 * lineHeight(geometry.nameFont);
    const int every = geometry.turnedNames
        ? std::max(1, int(std::ceil(closest / std::max(1.0, geometry.cell.width()))))
        : 1;
    for (int column = firstColumn; column <= lastColumn && column < matrix.columnNames.size(); ++column) {
        QRectF box = geometry.cellBox(0, column);
        box.setTop(namesTop);
        box.setBottom(window.top() - 3);
        if (column % every != 0) {
            TextFitRecord::note(matrix.columnNames[column]);
            continue;
        }
        box.adjust(-box.width() * (every - 1) / 2, 0, box.width() * (every - 1) / 2, 0);
        if (!geometry.turnedNames) {
            drawText(painter, box, Qt::AlignHCenter | Qt::AlignBottom, matrix.columnNames[column]);
            continue;
        }
        painter.save();
        painter.translate(box.center().x(), box.bottom());
        painter.rotate(-90);
        drawText(painter, QRectF(0, -box.width() / 2, box.height(), box.width()),
            Qt::AlignLeft | Qt::AlignVCenter, matrix.columnNames[column]);
        painter.restore();
    }
    painter.restore();
}

} // namespace

QColor cellColour(const Matrix& matrix, int row, int column, const Matrix::Item& item, const Theme& theme)
{
    if (matrix.map == ColourMap::Classes && !matrix.diagonalIsGood)
        return theme.mapped(matrix.map, item.value);
    const double span = matrix.high - matrix.low;
    const double share = span > 0 ? std::clamp((item.value - matrix.low) / span, 0.0, 1.0) : 0;
    if (!matrix.diagonalIsGood)
        return theme.mapped(matrix.map, share);
    const QColor nothing = mixed(theme.surface, theme.muted, 0.07);
    return mixed(nothing, row == column ? theme.good : theme.bad, share);
}

void paintMatrixAt(QPainter& painter, const MatrixGeometry& geometry, const Matrix& matrix,
    const Theme& theme, const QSet<int>& marked, const ItemEmphasis& emphasis)
{
    if (geometry.rows == 0 || geometry.columns == 0)
        return;
    paintNames(painter, geometry, matrix, theme);
    painter.save();
    painter.setClipRect(geometry.window.adjusted(-4, -4, 4, 4), Qt::IntersectClip);
    const auto [firstRow, lastRow] = geometry.shownRows();
    const auto [firstColumn, lastColumn] = geometry.shownColumns();
    const double gap = geometry.cell.width() < 12 || geometry.cell.height() < 12 ? 0.5 : 1;
    for (int row = firstRow; row <= lastRow; ++row) {
        for (int column = firstColumn; column <= lastColumn; ++column) {
            const int index = geometry.index(row, column);
            if (index >= int(matrix.items.size()))
                continue;
            const Matrix::Item& item = matrix.items[size_t(index)];
            paintCell(painter, geometry.cellBox(row, column).adjusted(gap, gap, -gap, -gap),
                cellColour(matrix, row, column, item, theme), item, geometry, theme);
        }
    }
    paintFrames(painter, geometry, matrix, theme, marked, emphasis);
    painter.restore();
}

} // namespace tangent
