// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <string_view>

namespace tangent::neural {

/// What a hidden unit does with its weighted sum z.
enum class Activation {
    Linear,    ///< z
    Step,      ///< 1 for z ≥ 0, otherwise 0; its derivative is 0 everywhere it exists
    Sigmoid,   ///< 1 ÷ (1 + e^−z)
    Tanh,      ///< tanh z
    Relu,      ///< max(0, z)
    LeakyRelu, ///< z for z > 0, otherwise 0.01 z
    Swish,     ///< z ÷ (1 + e^−z) (Ramachandran, Zoph, Le 2017)
};

/// The token of links: "leaky-relu".
TANGENT_API std::string_view name(Activation activation);

/// The activation of one weighted sum, and its derivative there. At a kink the derivative from the left.
TANGENT_API double activated(Activation activation, double sum);
TANGENT_API double slope(Activation activation, double sum);

/// The same for `count` sums (a multiple of 4). `slopes` may be null.
void activate(Activation activation, const double* sums, int count, double* values, double* slopes);

} // namespace tangent::neural
