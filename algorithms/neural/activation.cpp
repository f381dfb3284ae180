// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/neural/activation.h"

#include "algorithms/neural/lanes.h"

namespace tangent::neural {

namespace {

constexpr double leak = 0.01;

/// `rule(z, value, slope)` over all sums.
template <class Rule>
void each(const double* sums, int count, double* values, double* slopes, const Rule& rule)
{
    for (int i = 0; i < count; i += 4) {
        Lanes value;
        Lanes slope;
        rule(Lanes::at(sums + i), value, slope);
        value.store(values + i);
        if (slopes)
            slope.store(slopes + i);
    }
}

} // namespace

std::string_view name(Activation activation)
{
    switch (activation) {
    case Activation::Linear:
        return "linear";
    case Activation::Step:
        return "step";
    case Activation::Sigmoid:
        return "sigmoid";
    case Activation::Tanh:
        return "tanh";
    case Activation::Relu:
        return "relu";
    case Activation::LeakyRelu:
        return "leaky-relu";
    case Activation::Swish:
        break;
    }
    return "swish";
}

void activate(Activation activation, const double* sums, int count, double* values, double* slopes)
{
    switch (activation) {
    case Activation::Linear:
        return each(sums, count, values, slopes, [](const Lanes& z, Lanes& value, Lanes& slope) {
            value = z;
            slope = 1.0;
        });
    case Activation::Step:
        return each(sums, count, values, slopes, [](const Lanes& z, Lanes& value, Lanes& slope) {
            value = z.whereNegative(0.0, 1.0);
            slope = 0.0;
        });
    case Activation::Sigmoid:
        return each(sums, count, values, slopes, [](const Lanes& z, Lanes& value, Lanes& slope) {
            value = logistic(z);
            slope = value * (1.0 - value);
        });
    case Activation::Tanh:
        return each(sums, count, values, slopes, [](const Lanes& z, Lanes& value, Lanes& slope) {
            value = hyperbolicTangent(z);
            slope = 1.0 - value * value;
        });
    case Activation::Relu:
        return each(sums, count, values, slopes, [](const Lanes& z, Lanes& value, Lanes& slope) {
            value = z.wherePositive(z, 0.0);
            slope = z.wherePositive(1.0, 0.0);
        });
    case Activation::LeakyRelu:
        return each(sums, count, values, slopes, [](const Lanes& z, Lanes& value, Lanes& slope) {
            slope = z.wherePositive(1.0, leak);
            value = z * slope;
        });
    case Activation::Swish:
        return each(sums, count, values, slopes, [](const Lanes& z, Lanes& value, Lanes& slope) {
            const Lanes gate = logistic(z);
            value = z * gate;
            slope = gate + value * (1.0 - gate);
        });
    }
}

double activated(Activation activation, double sum)
{
    const double sums[4] = {sum, sum, sum, sum};
    double values[4] = {};
    activate(activation, sums, 4, values, nullptr);
    return values[0];
}

double slope(Activation activation, double sum)
{
    const double sums[4] = {sum, sum, sum, sum};
    double values[4] = {};
    double slopes[4] = {};
    activate(activation, sums, 4, values, slopes);
    return slopes[0];
}

} // namespace tangent::neural
