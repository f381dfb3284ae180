// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/scene.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

template <class Item>
const Item* byKey(const std::vector<Item>& items, const QString& key)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.key == key; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

bool Readout::operator==(const Readout& other) const
{
    const bool same = key == other.key && label == other.label && unit == other.unit
        && unitOfOne == other.unitOfOne && better == other.better && note == other.note
        && formula == other.formula && prominent == other.prominent && measured == other.measured
        && decimals == other.decimals;
    return same && (measured || (value == other.value && line == other.line));
}

bool DataTable::operator==(const DataTable& other) const
{
    const auto sameCell = [](const Cell& one, const Cell& two) {
        const double* a = std::get_if<double>(&one);
        const double* b = std::get_if<double>(&two);
        return one == two || (a && b && std::isnan(*a) && std::isnan(*b));
    };
    const auto sameRow = [&](const std::vector<Cell>& one, const std::vector<Cell>& two) {
        return std::equal(one.begin(), one.end(), two.begin(), two.end(), sameCell);
    };
    return key == other.key && columns == other.columns
        && std::equal(rows.begin(), rows.end(), other.rows.begin(), other.rows.end(), sameRow);
}

std::optional<double> Readout::number() const
{
    const double* found = std::get_if<double>(&value);
    return found ? std::optional<double>(*found) : std::nullopt;
}

const QString& Readout::shownUnit() const
{
    return number() == 1 && !unitOfOne.isEmpty() ? unitOfOne : unit;
}

Values Scene::decided(Values values) const
{
    for (auto one = resolved.constBegin(); one != resolved.constEnd(); ++one) {
        const Value& value = values.value(one.key());
        const bool leftToLab = std::holds_alternative<std::monostate>(value);
        const bool atEnd = std::holds_alternative<double>(value) && number(value) == endStep;
        if (leftToLab || atEnd)
            values[one.key()] = one.value();
    }
    return values;
}

const Figure* Scene::figure(const QString& key) const
{
    return byKey(figures, key);
}

const Readout* Scene::readout(const QString& key) const
{
    return byKey(readouts, key);
}

const DataTable* Scene::table(const QString& key) const
{
    return byKey(tables, key);
}

} // namespace tangent
