// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text_target.h"

#include "widgets/views/number_target.h"

#include <algorithm>

namespace tangent {

bool isTextTarget(const Target& target, const Parameters& parameters)
{
    const Parameter* parameter = isNumberTarget(target) ? findParameter(parameters, target.key) : nullptr;
    if (!parameter)
        return false;
    if (parameter->kind != Parameter::Kind::Rows || parameter->columns.empty())
        return parameter->kind == Parameter::Kind::Text;
    const bool alike = parameter->square || parameter->mostColumns > 0;
    const size_t last = parameter->columns.size() - 1;
    return parameter->columns[alike ? 0 : std::min(last, size_t(std::max(0, target.column)))].isText;
}

std::optional<QString> heldText(const Target& target, const Values& values)
{
    const auto found = values.find(target.key);
    if (found == values.end())
        return std::nullopt;
    if (const QString* held = std::get_if<QString>(&*found))
        return *held;
    const Rows& held = rows(*found);
    if (target.row < 0 || target.row >= int(held.size()) || target.column < 0
        || target.column >= int(held[size_t(target.row)].size()))
        return std::nullopt;
    const QString* word = std::get_if<QString>(&held[size_t(target.row)][size_t(target.column)]);
    return word ? std::optional<QString>(*word) : std::nullopt;
}

Intent writeText(const Target& target, const QString& text, Intent::Phase phase)
{
    Intent made;
    made.phase = phase;
    made.values = target.also;
    if (target.row >= 0)
        made.cells.push_back({target.key, target.row, target.column, target.columnName, text});
    else
        made.values.insert(target.key, text);
    return made;
}

std::optional<Intent> writeAdded(const Adding& adding, const Values& values, const Parameters& parameters)
{
    const Parameter* parameter = findParameter(parameters, adding.key);
    if (!parameter || parameter->kind != Parameter::Kind::Rows)
        return std::nullopt;
    Rows held = rows(values.value(adding.key));
    if (int(held.size()) >= parameter->maximumRows)
        return std::nullopt;
    held.push_back(adding.row);
    Intent made;
    made.values.insert(adding.key, held);
    return made;
}

std::optional<Intent> writeRemoved(const Target& target, const Values& values, const Parameters& parameters)
{
    const Parameter* parameter = findParameter(parameters, target.key);
    Rows held = rows(values.value(target.key));
    if (!parameter || target.row < 0 || target.row >= int(held.size())
        || int(held.size()) <= parameter->minimumRows)
        return std::nullopt;
    held.erase(held.begin() + target.row);
    Intent made;
    made.values.insert(target.key, held);
    return made;
}

Intent writeDrop(const Drop& drop)
{
    Intent made;
    made.values = drop.values;
    made.cells = drop.cells;
    return made;
}

} // namespace tangent
