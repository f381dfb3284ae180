// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"
#include "widgets/scene/parameter.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace tangent {

/// What a generator was asked for: given values inside their ranges, defaults for the rest.
class GeneratorSettings {
public:
    GeneratorSettings(const Parameters& parameters, const Values& given);

    double real(const char* key) const { return number(values_.value(QLatin1String(key))); }
    int integer(const char* key) const { return int(real(key)); }
    std::uint64_t seed() const { return std::uint64_t(real("seed")); }
    /// `key=value;…` of all values: equal for equal tables.
    QString fingerprint() const;

private:
    Values values_;
};

/// A made table. Same settings, same table, on every machine; chance comes from tangent::Random alone.
struct Generator {
    QString name;  ///< as in links
    QString title; ///< for the screen
    Parameters parameters;
    std::function<Table(const GeneratorSettings&)> make; ///< columns, label and row ids; not name and title
};

/// All generators, in the order in which they are offered.
const std::vector<Generator>& generators();

std::vector<Generator> cloudGenerators();
std::vector<Generator> shapeGenerators();
std::vector<Generator> recipeGenerators();

} // namespace tangent
