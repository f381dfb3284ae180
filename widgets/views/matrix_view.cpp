// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/matrix_view.h"

#include "widgets/views/matrix_paint.h"

#include <algorithm>

namespace tangent {

namespace {

const QSizeF smallestCell(27, 18);
/// Room for the ring and the glow of the outermost cells.
constexpr QMarginsF rim(0, 0, 3, 3);

} // namespace

const Matrix& MatrixView::matrix() const
{
    static const Matrix none;
    const Matrix* held = std::get_if<Matrix>(&figure().content);
    return held ? *held : none;
}

int MatrixView::itemCount() const
{
    return std::min(int(matrix().items.size()), geometry_.rows * geometry_.columns);
}

QRectF MatrixView::itemBox(int item) const
{
    if (geometry_.columns == 0)
        return {};
    return geometry_.cellBox(item / geometry_.columns, item % geometry_.columns);
}

QString MatrixView::itemName(int item) const
{
    if (geometry_.columns == 0)
        return {};
    const auto named = [](const QString& title, const QString& name) {
        return title.isEmpty() || name.isEmpty() ? title + name : tr("%1 %2").arg(title, name);
    };
    const Matrix& shown = matrix();
    return tr("%1, %2").arg(named(shown.rowTitle, shown.rowNames.value(item / geometry_.columns)),
        named(shown.columnTitle, shown.columnNames.value(item % geometry_.columns)));
}

QString MatrixView::itemText(int item) const
{
    const Matrix::Item& cell = matrix().items[size_t(item)];
    return cell.undefined && cell.text.isEmpty() ? tr("undefined") : cell.text;
}

Target MatrixView::itemTarget(int item) const
{
    return matrix().items[size_t(item)].target;
}

Target MatrixView::itemHover(int item) const
{
    return matrix().items[size_t(item)].hover;
}

std::vector<int> MatrixView::itemRows(int item) const
{
    return matrix().items[size_t(item)].rowIds;
}

bool MatrixView::itemPinned(int item) const
{
    return matrix().items[size_t(item)].pinned;
}

ItemView::Extent MatrixView::layOut(const QRectF& box)
{
    const QPointF kept = geometry_.offset;
    geometry_ = MatrixGeometry::of(box.marginsRemoved(rim), matrix(), smallestCell * textScale());
    geometry_.offset = kept;
    return {geometry_.window, geometry_.content};
}

void MatrixView::scrolled(QPointF offset)
{
    geometry_.offset = offset;
}

void MatrixView::paintItems(QPainter& painter, const ItemEmphasis& emphasis)
{
    paintMatrixAt(painter, geometry_, matrix(), theme(), markedRows(), emphasis);
}

int MatrixView::neighbour(int item, int right, int down) const
{
    const int row = std::clamp(item / geometry_.columns + down, 0, geometry_.rows - 1);
    const int column = std::clamp(item % geometry_.columns + right, 0, geometry_.columns - 1);
    return std::min(geometry_.index(row, column), itemCount() - 1);
}

void paintMatrix(
    QPainter& painter, const QRectF& box, const Matrix& matrix, const Theme& theme, const QSet<int>& marked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintMatrixAt(
        painter, MatrixGeometry::of(box.marginsRemoved(rim), matrix, QSizeF()), matrix, theme, marked, {});
    painter.restore();
}

} // namespace tangent
