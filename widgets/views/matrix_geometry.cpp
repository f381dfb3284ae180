// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/matrix_geometry.h"

#include "widgets/views/item_paint.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace tangent {

namespace {

constexpr double gapBesideNames = 8;
constexpr double cellPadding = 5;
const QSizeF largestCell(360, 200); ///< a table of four cells fills its room, one of one cell does not

/// The width of a text in a font of one pixel. Cells change with every frame and there may be thousands,
/// so that the letters of numbers are looked up instead of being set.
double unitWidth(const QString& text)
{
    static const QFontMetricsF metrics = [] {
        QFont font = uiFont(100, QFont::Medium);
        font.setPixelSize(100);
        return QFontMetricsF(font);
    }();
    static const std::array<double, 128> letters = [] {
        std::array<double, 128> made{};
        for (size_t code = 32; code < made.size(); ++code)
            made[code] = metrics.horizontalAdvance(QChar(char16_t(code)));
        return made;
    }();
    double width = 0;
    for (const QChar letter : text)
        width +=
            letter.unicode() < letters.size() ? letters[letter.unicode()] : metrics.horizontalAdvance(letter);
    return width / 100;
}

double widestCell(const Matrix& matrix)
{
    double widest = 0;
    for (const Matrix::Item& item : matrix.items)
        widest = std::max(widest, unitWidth(item.text));
    return widest;
}

/// The largest font, 10 to 20 pixels (more in very tall cells), in which every text fits a cell; nothing
/// fits: 10.
QFont cellFontFor(double widest, QSizeF cell, bool& fits)
{
    const double largest = std::max(20.0 * textScale(), 0.2 * cell.height());
    const double room = std::max(1.0, cell.width() - cellPadding);
    const double byWidth = widest > 0 ? room / widest : largest;
    // Large cells keep air around their text; small ones use what they have.
    const double byHeight =
        std::max(cell.height() * 0.42, std::min(12 * textScale(), (cell.height() - 3) / 1.25));
    const double pixels = std::floor(std::min({largest, byWidth, byHeight}));
    fits = pixels >= 9;
    QFont font = uiFont(20, QFont::Medium);
    font.setPixelSize(fits ? int(pixels) : 10);
    return font;
}

} // namespace

MatrixGeometry MatrixGeometry::of(const QRectF& box, const Matrix& matrix, QSizeF smallest)
{
    MatrixGeometry made;
    made.columns = int(matrix.columnNames.size());
    made.rows = int(matrix.rowNames.size());
    if (made.columns == 0 && made.rows > 0)
        made.columns = int(matrix.items.size()) / made.rows;
    if (made.rows == 0 && made.columns > 0)
        made.rows = int(matrix.items.size()) / made.columns;
    made.nameFont = uiFont(12);
    made.titleFont = uiFont(11.5);
    if (made.rows == 0 || made.columns == 0)
        return made;

    made.titleHeight = matrix.columnTitle.isEmpty() ? 0 : lineHeight(made.titleFont) + 3;
    // Widths of names for letters of one pixel: they are measured once for all the sizes that are tried.
    const QFont large = uiFont(48);
    const double rowNames = widestText(large, matrix.rowNames) / large.pixelSize();
    const double columnNames = widestText(large, matrix.columnNames) / large.pixelSize();
    const double rowTitle = textWidth(made.titleFont, matrix.rowTitle);
    double across = 0;
    double cellWidth = 0;
    const auto tryNames = [&](double pixels) {
        made.nameFont = uiFont(pixels);
        const double size = made.nameFont.pixelSize();
        made.namesWidth = std::max(std::ceil(rowNames * size), rowTitle) + gapBesideNames;
        across = box.width() - made.namesWidth;
        cellWidth = std::max(std::min(across / made.columns, largestCell.width()), smallest.width());
        return columnNames * size + 3 <= cellWidth;
    };
    const double widest = widestCell(matrix);
    const double leastWidth =
        smallest.isEmpty() ? 0 : std::max(smallest.width(), widest * 10 * textScale() + cellPadding);
    // Names are set smaller before cells have to scroll sideways; they read upwards only when they find no
    // room in smaller letters.
    const auto allShown = [&](double pixels) {
        return tryNames(pixels) && across >= leastWidth * made.columns;
    };
    if (!allShown(12) && !allShown(11) && !allShown(10)) {
        made.turnedNames = !tryNames(12) && !tryNames(11) && !tryNames(10);
        if (made.turnedNames)
            tryNames(11.5);
    }
    cellWidth = std::max(cellWidth, leastWidth);
    const double nameLine = lineHeight(made.nameFont);
    made.namesHeight = made.turnedNames ? columnNames * made.nameFont.pixelSize() + 8 : nameLine + 4;
    if (matrix.columnNames.isEmpty())
        made.namesHeight = matrix.rowTitle.isEmpty() ? 0 : nameLine;
    const double top = made.titleHeight + made.namesHeight;
    double cellHeight = std::min((box.height() - top) / made.rows, largestCell.height());
    cellHeight = std::max({cellHeight, smallest.height(), 1.0});
    if (made.rows > 1)
        cellHeight = std::min(cellHeight, std::max(cellWidth, 40.0));

    made.cell = QSizeF(cellWidth, cellHeight);
    made.content = QSizeF(cellWidth * made.columns, cellHeight * made.rows);
    made.window = QRectF(box.left() + made.namesWidth, box.top() + top, std::max(0.0, across),
        std::max(0.0, box.height() - top));
    made.window.setWidth(std::min(made.window.width(), made.content.width()));
    made.window.setHeight(std::min(made.window.height(), made.content.height()));
    made.cellFont = cellFontFor(widest, made.cell, made.textFits);
    return made;
}

QRectF MatrixGeometry::cellBox(int row, int column) const
{
    return {window.left() + column * cell.width() - offset.x(),
        window.top() + row * cell.height() - offset.y(), cell.width(), cell.height()};
}

std::pair<int, int> MatrixGeometry::shownRows() const
{
    if (!(cell.height() > 0))
        return {0, -1};
    const int first = std::max(0, int(offset.y() / cell.height()));
    return {first, std::min(rows - 1, int((offset.y() + window.height() - 0.01) / cell.height()))};
}

std::pair<int, int> MatrixGeometry::shownColumns() const
{
    if (!(cell.width() > 0))
        return {0, -1};
    const int first = std::max(0, int(offset.x() / cell.width()));
    return {first, std::min(columns - 1, int((offset.x() + window.width() - 0.01) / cell.width()))};
}

} // namespace tangent
