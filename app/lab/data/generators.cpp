// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/generators.h"

#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tangent {

GeneratorSettings::GeneratorSettings(const Parameters& parameters, const Values& given)
{
    for (const Parameter& parameter : parameters) {
        const double otherwise = number(parameter.defaultValue);
        const double asked = number(given.value(parameter.key), otherwise);
        const double inside =
            std::clamp(std::isfinite(asked) ? asked : otherwise, parameter.minimum, parameter.maximum);
        values_[parameter.key] = parameter.kind == Parameter::Kind::Real ? inside : std::round(inside);
    }
}

QString GeneratorSettings::fingerprint() const
{
    QString text;
    for (auto value = values_.constBegin(); value != values_.constEnd(); ++value)
        text += value.key() + QLatin1Char('=') + exactNumber(number(*value)) + QLatin1Char(';');
    return text;
}

const std::vector<Generator>& generators()
{
    static const std::vector<Generator> all = [] {
        std::vector<Generator> list;
        for (auto* family : {&cloudGenerators, &shapeGenerators, &recipeGenerators}) {
            std::vector<Generator> members = family();
            std::move(members.begin(), members.end(), std::back_inserter(list));
        }
        return list;
    }();
    return all;
}

} // namespace tangent
