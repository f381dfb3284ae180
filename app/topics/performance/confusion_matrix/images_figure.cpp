// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/shown.h"
#include "app/topics/performance/confusion_matrix/words.h"

#include <algorithm>
#include <cmath>

namespace tangent::confusion {

namespace {

constexpr Eigen::Index side = 8;
constexpr size_t mostImages = 24;

/// Columns named pixel-1-1 … pixel-8-8, row by row from the top left.
bool arePixels(const QStringList& columns)
{
    return columns.size() == side * side && columns.front() == QLatin1String("pixel-1-1")
        && columns.back() == QStringLiteral("pixel-%1-%1").arg(side);
}

Field imageOf(const Eigen::MatrixXd& values, Eigen::Index row, float ink)
{
    Field image;
    image.columns = int(side);
    image.rows = int(side);
    image.low = 0;
    image.high = ink;
    image.map = ColourMap::Grey;
    image.smooth = false;
    for (Eigen::Index y = side - 1; y >= 0; --y) {
        for (Eigen::Index x = 0; x < side; ++x)
            image.values.push_back(float(values(row, y * side + x)));
    }
    return image;
}

} // namespace

std::optional<Figure> imagesFigure(const Shown& shown)
{
    if (!usesModel(shown.source) || !arePixels(shown.judged.rows->columns))
        return std::nullopt;
    const JudgedRows& rows = *shown.judged.rows;
    std::optional<CellAt> cell = shown.pinned;
    if (!cell && !shown.isAwaited())
        cell = largestWrongCell(shown.first().counts);
    const std::vector<int> ids =
        cell && !shown.isAwaited() ? shown.first().rowsOf(cell->actual, cell->predicted) : std::vector<int>();
    Gallery gallery;
    gallery.empty = shown.isAwaited() ? tr("not judged yet") : tr("no row is in this cell");
    const float ink = std::max(1.0F, float(rows.values->maxCoeff()));
    for (size_t i = 0; i < std::min(ids.size(), mostImages); ++i) {
        const auto found = std::lower_bound(rows.rowIds.begin(), rows.rowIds.end(), ids[i]);
        Gallery::Item item;
        item.picture = imageOf(*rows.values, found - rows.rowIds.begin(), ink);
        item.caption = tr("row %1").arg(ids[i]);
        item.rowId = ids[i];
        gallery.items.push_back(std::move(item));
    }
    Figure figure;
    figure.key = QStringLiteral("images");
    figure.title = cell && !shown.isAwaited()
        ? QStringLiteral("%1: %2").arg(rowsText(std::int64_t(ids.size())), shown.cellName(*cell))
        : tr("The images of a cell");
    if (ids.size() > mostImages)
        figure.hint = tr("the first %1").arg(mostImages);
    figure.place = shown.hasTwo() ? Figure::Place::Strip : Figure::Place::Side;
    figure.minimumHeight = shown.rowsHeight();
    figure.content = std::move(gallery);
    return figure;
}

} // namespace tangent::confusion
