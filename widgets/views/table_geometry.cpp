// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/table_geometry.h"

#include "widgets/views/item_paint.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double tallLine = 27;
constexpr double shortLine = 20;
constexpr double extraPerColumn = 60; ///< a column becomes that much wider than its text, to fill the box
constexpr double extraPerBar = 220;

struct Columns {
    std::vector<double> widths;
    double total = 0;
};

Columns naturalColumns(const TableFigure& table, const QFont& font, const QFont& headerFont, double inset)
{
    size_t count = size_t(table.columns.size());
    for (const TableFigure::Line& line : table.lines)
        count = std::max(count, line.items.size());
    Columns found;
    found.widths.assign(count, 0);
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    for (size_t column = 0; column < count; ++column) {
        double widest = textWidth(headerFont, table.columns.value(qsizetype(column)));
        for (const TableFigure::Line& line : table.lines)
            if (column < line.items.size())
                widest = std::max(
                    widest, textWidth(line.items[column].strong ? strong : font, line.items[column].text));
        found.widths[column] = std::ceil(widest) + 2 * inset;
        found.total += found.widths[column];
    }
    return found;
}

bool hasBars(const TableFigure& table, size_t column)
{
    return std::any_of(table.lines.begin(), table.lines.end(), [&](const TableFigure::Line& line) {
        return column < line.items.size() && line.items[column].bar >= 0;
    });
}

/// Shares out what is left of the width: to bars if there are any, else to all alike.
void fill(Columns& columns, const TableFigure& table, double width)
{
    std::vector<size_t> growing;
    for (size_t column = 0; column < columns.widths.size(); ++column)
        if (hasBars(table, column))
            growing.push_back(column);
    double most = extraPerBar;
    if (growing.empty()) {
        most = extraPerColumn;
        for (size_t column = 0; column < columns.widths.size(); ++column)
            growing.push_back(column);
    }
    if (growing.empty() || columns.total >= width)
        return;
    const double extra = std::min(most, std::floor((width - columns.total) / double(growing.size())));
    for (const size_t column : growing)
        columns.widths[column] += extra;
    columns.total += extra * double(growing.size());
}

} // namespace

TableGeometry TableGeometry::of(const QRectF& box, const TableFigure& table)
{
    TableGeometry made;
    Columns columns;
    const std::pair<double, double> looseToTight[] = {
        {12.5, 9}, {12, 8}, {11.5, 7}, {11, 5}, {10.5, 4}, {10, 3}};
    for (const auto& [pixels, inset] : looseToTight) {
        made.font = uiFont(pixels);
        made.headerFont = uiFont(std::max(10.0, pixels - 1));
        made.inset = inset;
        columns = naturalColumns(table, made.font, made.headerFont, inset);
        if (columns.total <= box.width())
            break;
    }
    fill(columns, table, box.width());
    double left = 0;
    for (const double width : columns.widths) {
        made.lefts.push_back(left);
        left += width;
    }
    made.widths = columns.widths;
    made.headerHeight = table.columns.isEmpty() ? 0 : tangent::lineHeight(made.headerFont) + 8;
    const double room = box.height() - made.headerHeight;
    const double least = std::max(shortLine * textScale(), tangent::lineHeight(made.font) + 3);
    made.lineHeight = table.lines.empty() ? tallLine : std::floor(room / double(table.lines.size()));
    made.lineHeight = std::clamp(made.lineHeight, least, std::max(least, tallLine * textScale()));
    made.content = QSizeF(columns.total, made.lineHeight * double(table.lines.size()));
    made.window = QRectF(box.left(), box.top() + made.headerHeight, std::min(box.width(), columns.total),
        std::clamp(room, 0.0, made.content.height()));
    return made;
}

QRectF TableGeometry::lineBox(int line) const
{
    return {window.left() - offset.x(), window.top() - offset.y() + line * lineHeight, content.width(),
        lineHeight};
}

QRectF TableGeometry::cellBox(int line, int column) const
{
    QRectF box = lineBox(line);
    if (column < 0 || column >= int(lefts.size()))
        return box;
    box.setLeft(box.left() + lefts[size_t(column)]);
    box.setWidth(widths[size_t(column)]);
    return box;
}

QRectF TableGeometry::headerBox(int column) const
{
    QRectF box = cellBox(0, column);
    box.moveTop(window.top() - headerHeight);
    box.setHeight(headerHeight);
    return box;
}

std::pair<int, int> TableGeometry::shownLines(int count) const
{
    if (!(lineHeight > 0))
        return {0, -1};
    const int first = std::max(0, int(offset.y() / lineHeight));
    return {first, std::min(count - 1, int((offset.y() + window.height() - 0.01) / lineHeight))};
}

} // namespace tangent
