// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/optimise/surface.h"

#include <memory>
#include <string_view>

namespace tangent::optimise {

/// The descent methods. With g the gradient, v the velocity, b the momentum and r the learning rate:
///   Plain     x <- x - r g
///   Momentum  v <- b v + g, x <- x - r v (Polyak, USSR Comput. Math. Math. Phys. 4, 1964, p. 1)
///   Nesterov  v <- b v - r g(x + b v), x <- x + v (Sutskever et al., ICML 2013, eqs. 3 and 4)
///   RmsProp   s <- 0.9 s + 0.1 g^2, x <- x - r g / (sqrt(s) + 1e-8) (Tieleman, Hinton, lecture 6.5, 2012)
///   Adam      with decays 0.9 and 0.999, 1e-8 and bias correction (Kingma, Ba, ICLR 2015, algorithm 1)
enum class Method { Plain, Momentum, Nesterov, RmsProp, Adam };

/// The lower-case token of a method, for example "rmsprop".
TANGENT_API std::string_view name(Method method);

/// One method at work: it remembers its velocities from step to step.
class TANGENT_API UpdateRule {
public:
    virtual ~UpdateRule();

    /// The displacement of the next step from the point `at`, whose gradient is given.
    virtual Eigen::Vector2d update(
        const Surface& surface, const Eigen::Vector2d& at, const Eigen::Vector2d& gradient) = 0;
};

/// A rule at rest. Momentum is used by Momentum and Nesterov alone.
TANGENT_API std::unique_ptr<UpdateRule> updateRule(Method method, double learningRate, double momentum);

} // namespace tangent::optimise
