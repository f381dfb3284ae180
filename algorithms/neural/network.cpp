// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/neural/network.h"

#include "algorithms/random/random.h"

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

namespace tangent::neural {

namespace {

constexpr int widest = 64;
constexpr size_t deepest = 8;

} // namespace

void Architecture::check() const
{
    if (inputs < 0 || inputs > widest)
        throw std::invalid_argument("Architecture::inputs must lie between 0 and " + std::to_string(widest));
    if (hidden.size() > deepest)
        throw std::invalid_argument(
            "Architecture::hidden must have at most " + std::to_string(deepest) + " layers");
    for (const int units : hidden) {
        if (units < 1 || units > widest)
            throw std::invalid_argument(
                "Architecture::hidden must lie between 1 and " + std::to_string(widest));
    }
}

int Architecture::hiddenUnits() const
{
    return std::accumulate(hidden.begin(), hidden.end(), 0);
}

int Architecture::parameters() const
{
    int count = 0;
    for (int layer = 1; layer <= layers(); ++layer)
        count += units(layer) * (inputsOf(layer) + 1);
    return count;
}

int Architecture::index(int layer, int unit, int input) const
{
    int before = 0;
    for (int l = 1; l < layer; ++l)
        before += units(l) * (inputsOf(l) + 1);
    return before + (unit - 1) * (inputsOf(layer) + 1) + input;
}

bool Architecture::has(int layer, int unit, int input) const
{
    return layer >= 1 && layer <= layers() && unit >= 1 && unit <= units(layer) && input >= 0
        && input <= inputsOf(layer);
}

Network randomNetwork(const Architecture& shape, std::uint64_t seed)
{
    shape.check();
    Random random(seed);
    Network network{shape, Eigen::VectorXd::Zero(shape.parameters())};
    for (int layer = 1; layer <= shape.layers(); ++layer) {
        const double reach = std::sqrt(6.0 / (shape.inputsOf(layer) + shape.units(layer)));
        for (int unit = 1; unit <= shape.units(layer); ++unit) {
            for (int input = 1; input <= shape.inputsOf(layer); ++input)
                network.at(layer, unit, input) = reach * (2 * random.uniform() - 1);
        }
    }
    return network;
}

Network referenceNetwork(const Architecture& shape)
{
    shape.check();
    Network network{shape, Eigen::VectorXd::Zero(shape.parameters())};
    for (int layer = 1; layer <= shape.layers(); ++layer) {
        Random random(std::uint64_t(140 + layer));
        const double scale = layer == 1 ? 1 : 0.5;
        for (int input = 1; input <= shape.inputsOf(layer); ++input) {
            for (int unit = 1; unit <= shape.units(layer); ++unit)
                network.at(layer, unit, input) = scale * (double(random.next() >> 38) * 0x1p-26 * 2 - 1);
        }
    }
    return network;
}

} // namespace tangent::neural
