// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/table_view.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/number_target.h"
#include "widgets/views/text.h"

#include <algorithm>

namespace tangent {

namespace {

constexpr QMarginsF rim(1, 0, 2, 2);

bool isRight(const TableFigure& table, int column)
{
    return column >= 0 && column < int(table.rightAligned.size()) && table.rightAligned[size_t(column)];
}

QRectF textBox(const QRectF& cell, const TableGeometry& geometry)
{
    return cell.adjusted(geometry.inset, 0, -geometry.inset, 0);
}

void paintHeader(
    QPainter& painter, const TableGeometry& geometry, const TableFigure& table, const Theme& theme)
{
    if (table.columns.isEmpty())
        return;
    painter.setFont(geometry.headerFont);
    painter.setPen(theme.muted);
    for (int column = 0; column < table.columns.size(); ++column)
        drawText(painter, textBox(geometry.headerBox(column), geometry),
            Qt::AlignVCenter | (isRight(table, column) ? Qt::AlignRight : Qt::AlignLeft),
            table.columns[column]);
    painter.setPen(QPen(theme.hairline, 1));
    const double y = geometry.window.top() - 0.5;
    painter.drawLine(QPointF(geometry.window.left(), y), QPointF(geometry.window.right(), y));
}

void paintItem(QPainter& painter, const QRectF& cell, const TableFigure::Item& item, bool right,
    const TableGeometry& geometry, const Theme& theme)
{
    if (item.bar >= 0) {
        QColor fill = theme.colour(item.role == Role::Ink ? Role::Accent : item.role);
        fill.setAlphaF(theme.dark ? 0.35f : 0.2f);
        QRectF bar = cell.adjusted(3, 3, -3, -3);
        bar.setWidth(bar.width() * std::clamp(item.bar, 0.0, 1.0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, 2, 2);
    }
    QFont font = geometry.font;
    if (item.strong)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QColor ink = item.bar >= 0 || item.role == Role::Ink ? theme.ink : theme.strong(item.role);
    painter.setPen(ink);
    const QRectF written = drawText(painter, textBox(cell, geometry),
        Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft), item.text);
    if (isNumberTarget(item.target) && !item.text.isEmpty())
        drawEditableSign(painter, written.adjusted(-2, 0, 2, 1), ink);
}

void paintLine(QPainter& painter, int index, const TableGeometry& geometry, const TableFigure& table,
    const Theme& theme, const QSet<int>& marked)
{
    const TableFigure::Line& line = table.lines[size_t(index)];
    const QRectF box = geometry.lineBox(index);
    if (line.current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accentSoft);
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 4, 4);
    }
    for (int column = 0; column < int(line.items.size()); ++column)
        paintItem(painter, geometry.cellBox(index, column), line.items[size_t(column)],
            isRight(table, column), geometry, theme);
    const bool isMarked = !marked.isEmpty()
        && std::any_of(line.rowIds.begin(), line.rowIds.end(), [&](int id) { return marked.contains(id); });
    if (isMarked)
        drawFrame(painter, box.adjusted(0, 1, 0, -1), theme.ink, 1.2, 4);
}

void paintTableAt(QPainter& painter, const TableGeometry& geometry, const TableFigure& table,
    const Theme& theme, const QSet<int>& marked, const QRectF& hovered, const QRectF& focused)
{
    painter.save();
    painter.setClipRect(QRectF(geometry.window.left() - 1, geometry.window.top() - geometry.headerHeight,
                            geometry.window.width() + 2, geometry.headerHeight),
        Qt::IntersectClip);
    paintHeader(painter, geometry, table, theme);
    painter.restore();
    painter.save();
    painter.setClipRect(geometry.window.adjusted(-1, 0, 1, 1), Qt::IntersectClip);
    if (!hovered.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(theme.surface, theme.muted, 0.12));
        painter.drawRoundedRect(hovered.adjusted(0, 1, 0, -1), 4, 4);
    }
    const auto [first, last] = geometry.shownLines(int(table.lines.size()));
    for (int line = first; line <= last; ++line)
        paintLine(painter, line, geometry, table, theme, marked);
    if (!focused.isEmpty())
        drawFocusRing(painter, focused.adjusted(1.5, 1.5, -1.5, -1.5), theme);
    painter.restore();
}

} // namespace

const TableFigure& TableView::table() const
{
    static const TableFigure none;
    const TableFigure* held = std::get_if<TableFigure>(&figure().content);
    return held ? *held : none;
}

int TableView::itemCount() const
{
    return int(items_.size());
}

QRectF TableView::itemBox(int item) const
{
    const TablePlace place = items_[size_t(item)];
    return geometry_.cellBox(place.line, place.column);
}

QString TableView::itemName(int item) const
{
    const TablePlace place = items_[size_t(item)];
    const TableFigure::Line& line = table().lines[size_t(place.line)];
    const QString first = line.items.empty() ? QString() : line.items.front().text;
    if (place.column <= 0)
        return first;
    const QString heading = table().columns.value(place.column);
    return heading.isEmpty() ? first : tr("%1, %2").arg(first, heading);
}

QString TableView::itemText(int item) const
{
    const TablePlace place = items_[size_t(item)];
    const TableFigure::Line& line = table().lines[size_t(place.line)];
    if (place.column >= 0)
        return line.items[size_t(place.column)].text;
    QStringList said;
    for (size_t column = 1; column < line.items.size(); ++column) {
        const QString heading = table().columns.value(qsizetype(column));
        said << (heading.isEmpty() ? line.items[column].text
                                   : tr("%1 %2").arg(heading, line.items[column].text));
    }
    return said.join(QStringLiteral(", "));
}

Target TableView::itemTarget(int item) const
{
    const TablePlace place = items_[size_t(item)];
    const TableFigure::Line& line = table().lines[size_t(place.line)];
    return place.column < 0 ? line.target : line.items[size_t(place.column)].target;
}

std::vector<Drop> TableView::itemDrops(int item) const
{
    return table().lines[size_t(items_[size_t(item)].line)].drops;
}

QRectF TableView::dropBox(const QString& id) const
{
    const auto& lines = table().lines;
    for (size_t line = 0; line < lines.size() && !id.isEmpty(); ++line)
        if (lines[line].id == id)
            return geometry_.lineBox(int(line)).intersected(geometry_.window);
    return {};
}

std::vector<int> TableView::itemRows(int item) const
{
    return table().lines[size_t(items_[size_t(item)].line)].rowIds;
}

int TableView::firstItem() const
{
    for (int item = 0; item < itemCount(); ++item)
        if (table().lines[size_t(items_[size_t(item)].line)].current)
            return item;
    return 0;
}

ItemView::Extent TableView::layOut(const QRectF& box)
{
    const QPointF kept = geometry_.offset;
    geometry_ = TableGeometry::of(box.marginsRemoved(rim), table());
    geometry_.offset = kept;
    items_.clear();
    for (int line = 0; line < int(table().lines.size()); ++line) {
        items_.push_back({line, -1});
        const auto& cells = table().lines[size_t(line)].items;
        for (int column = 0; column < int(cells.size()); ++column)
            if (!cells[size_t(column)].target.key.isEmpty())
                items_.push_back({line, column});
    }
    return {geometry_.window, geometry_.content};
}

void TableView::scrolled(QPointF offset)
{
    geometry_.offset = offset;
}

void TableView::paintItems(QPainter& painter, const ItemEmphasis& emphasis)
{
    const auto boxOf = [this](
                           int item) { return item >= 0 && item < itemCount() ? itemBox(item) : QRectF(); };
    paintTableAt(
        painter, geometry_, table(), theme(), markedRows(), boxOf(emphasis.hovered), boxOf(emphasis.focused));
}

int TableView::neighbour(int item, int right, int down) const
{
    const TablePlace place = items_[size_t(item)];
    if (right != 0) {
        const int beside = std::clamp(item + right, 0, itemCount() - 1);
        return items_[size_t(beside)].line == place.line ? beside : item;
    }
    int best = item;
    for (int other = 0; other < itemCount(); ++other) {
        const TablePlace there = items_[size_t(other)];
        if (there.line == place.line + down && there.column <= place.column)
            best = other;
    }
    return best;
}

void paintTable(QPainter& painter, const QRectF& box, const TableFigure& table, const Theme& theme,
    const QSet<int>& marked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const TableGeometry geometry = TableGeometry::of(box.marginsRemoved(rim), table);
    paintTableAt(painter, geometry, table, theme, marked, {}, {});
    const auto [first, last] = geometry.shownLines(int(table.lines.size()));
    for (size_t line = size_t(last + 1); line < table.lines.size(); ++line)
        TextFitRecord::note(
            table.lines[line].items.empty() ? QString() : table.lines[line].items.front().text);
    painter.restore();
}

} // namespace tangent
