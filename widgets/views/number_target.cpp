// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/number_target.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

bool isPatch(const Target& target)
{
    return target.key == QLatin1String("patch");
}

} // namespace

bool isNumberTarget(const Target& target)
{
    return !target.key.isEmpty() && std::holds_alternative<std::monostate>(target.value);
}

bool isButtonTarget(const Target& target)
{
    return !target.key.isEmpty() && !std::holds_alternative<std::monostate>(target.value);
}

std::optional<double> heldNumber(const Target& target, const Values& values)
{
    const auto found = values.find(target.key);
    if (isPatch(target) || found == values.end())
        return std::nullopt;
    if (const double* value = std::get_if<double>(&*found))
        return *value;
    const Rows& held = rows(*found);
    if (target.row < 0 || target.column < 0 || target.row >= int(held.size()))
        return std::nullopt;
    const Row& row = held[size_t(target.row)];
    if (target.column >= int(row.size()))
        return std::nullopt;
    const double value = cellNumber(row[size_t(target.column)]);
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

std::optional<double> standingNumber(const Target& target, const Values& values)
{
    const std::optional<double> held = heldNumber(target, values);
    return held ? held : target.number;
}

NumberLimits limitsOf(const Target& target, const Parameters& parameters)
{
    NumberLimits unbounded{-1e12, 1e12, 1, false, false};
    const Parameter* parameter = isPatch(target) ? nullptr : findParameter(parameters, target.key);
    if (!parameter)
        return unbounded;
    if (parameter->kind != Parameter::Kind::Rows)
        return NumberLimits::of(*parameter);
    if (parameter->columns.empty())
        return unbounded;
    const size_t last = parameter->columns.size() - 1;
    const size_t index = parameter->square || parameter->mostColumns > 0
        ? 0
        : std::min(last, size_t(std::max(0, target.column)));
    const RowColumn& column = parameter->columns[index];
    const double step = column.step > 0                          ? column.step
        : column.whole || column.maximum - column.minimum >= 100 ? 1
                                                                 : 0.01;
    return {column.minimum, column.maximum, step, column.whole, false};
}

Intent writeNumber(const Target& target, double value, Intent::Phase phase)
{
    Intent made;
    made.phase = phase;
    if (phase == Intent::Phase::Begin || phase == Intent::Phase::Whole)
        made.values = target.also;
    if (isPatch(target) || target.row >= 0)
        made.cells.push_back({target.key, target.row, target.column, target.columnName, value});
    else
        made.values.insert(target.key, value);
    return made;
}

Intent writeButton(const Target& target, bool release)
{
    Intent made;
    if (release) {
        made.values.insert(target.key, Value());
        return made;
    }
    made.values = target.also;
    const double* number = std::get_if<double>(&target.value);
    const QString* word = std::get_if<QString>(&target.value);
    if (target.row >= 0 && (number || word))
        made.cells.push_back(
            {target.key, target.row, target.column, target.columnName, number ? Cell(*number) : Cell(*word)});
    else
        made.values.insert(target.key, target.value);
    return made;
}

} // namespace tangent
