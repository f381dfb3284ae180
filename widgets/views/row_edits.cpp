// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/row_edits.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/handle_targets.h"
#include "widgets/views/patch_items.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

const QString patchKey = QStringLiteral("patch");

const RowColumn* columnOf(const Parameter* parameter, size_t column)
{
    if (!parameter || parameter->columns.empty())
        return nullptr;
    const bool alike = parameter->square || parameter->mostColumns > 0;
    if (alike || column < parameter->columns.size())
        return &parameter->columns[alike ? 0 : column];
    return nullptr;
}

double settled(double value, const RowColumn* column)
{
    if (!column)
        return value;
    const double whole = column->whole ? std::round(value) : value;
    return std::clamp(whole, column->minimum, std::max(column->minimum, column->maximum));
}

/// The row with the place in it; cells that nothing names are the least that their column allows.
Row rowAt(const Adding& adding, QPointF place, const Parameter* parameter)
{
    Row row = adding.row;
    size_t wanted = size_t(std::max({-1, adding.x, adding.y}) + 1);
    if (parameter && !parameter->square && parameter->mostColumns == 0)
        wanted = std::max(wanted, parameter->columns.size());
    while (row.size() < wanted) {
        const RowColumn* column = columnOf(parameter, row.size());
        row.push_back(!column || column->isText ? Cell(QString()) : Cell(settled(0, column)));
    }
    for (const auto& [column, value] : {std::pair(adding.x, place.x()), std::pair(adding.y, place.y())})
        if (column >= 0)
            row[size_t(column)] = settled(value, columnOf(parameter, size_t(column)));
    return row;
}

Rows heldRows(const QString& key, const Values& values, const Parameter* parameter)
{
    const auto found = values.constFind(key);
    const bool held = found != values.constEnd() && std::holds_alternative<Rows>(*found);
    return held ? rows(*found) : parameter ? rows(parameter->defaultValue) : Rows();
}

} // namespace

std::optional<Intent> addedRow(
    const Adding& adding, QPointF place, const Values& values, const Parameters& parameters)
{
    if (adding.key.isEmpty())
        return std::nullopt;
    const Parameter* parameter = findParameter(parameters, adding.key);
    const Row row = rowAt(adding, place, adding.key == patchKey ? nullptr : parameter);
    if (adding.key == patchKey) {
        QStringList cells;
        for (const Cell& cell : row) {
            const double* value = std::get_if<double>(&cell);
            cells << (value ? exactNumber(*value) : cellText(cell));
        }
        return patched(values, {addedItem(cells)});
    }
    Rows held = heldRows(adding.key, values, parameter);
    if (parameter && int(held.size()) >= parameter->maximumRows)
        return std::nullopt;
    auto before = held.end();
    if (adding.sorted && adding.x >= 0) {
        const size_t column = size_t(adding.x);
        before = std::find_if(held.begin(), held.end(), [&](const Row& other) {
            return column < other.size() && cellNumber(other[column]) > cellNumber(row[column]);
        });
    }
    held.insert(before, row);
    Intent intent;
    intent.values.insert(adding.key, held);
    return intent;
}

std::optional<Intent> removedRow(const Handle& handle, const Values& values, const Parameters& parameters)
{
    const Target& target = handle.x.key.isEmpty() ? handle.y : handle.x;
    if (!handle.removable || target.key.isEmpty() || target.row < 0)
        return std::nullopt;
    if (isPatch(target))
        return patched(values, {removedItem(target.row)});
    Values first = handle.onGrab; // the rows as they stand when a hand touches them
    first.insert(alsoOf(completed(handle, values, parameters)));
    const Parameter* parameter = findParameter(parameters, target.key);
    Rows held =
        first.contains(target.key) ? rows(first.value(target.key)) : heldRows(target.key, values, parameter);
    const bool fewest = parameter && int(held.size()) <= parameter->minimumRows;
    if (fewest || target.row >= int(held.size()))
        return std::nullopt;
    held.erase(held.begin() + target.row);
    Intent intent;
    intent.values = first;
    intent.values.insert(target.key, held);
    return intent;
}

} // namespace tangent
