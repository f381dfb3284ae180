// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/optimise/update_rule.h"

#include <complex>
#include <optional>

namespace tangent::optimise {

/// What one step of a method does to the error along one axis of a quadratic of a given curvature: a
/// linear recurrence whose solutions are powers of these two numbers. Plain descent has one factor,
/// 1 - rate * curvature, which may be negative (overshooting); its second is 0. The momentum methods have two
/// real factors or a conjugate pair (ringing).
struct TANGENT_API AxisFactor {
    double curvature = 0;
    std::complex<double> first; // the factor of larger modulus; of a pair, the one above the real axis
    std::complex<double> second;

    /// The modulus of the dominant factor: below 1 the error dies out, above 1 it grows.
    double radius() const { return std::abs(first); }
    /// True when the factors are a conjugate pair, so that the error turns round as it shrinks.
    bool rings() const { return first.imag() != 0; }
};

/// The factors along an axis of the given curvature, or none for RmsProp and Adam, whose steps are not
/// linear in the error. Momentum: roots of z^2 - (1 + b - r c) z + b; Nesterov: of
/// z^2 - (1 + b)(1 - r c) z + b (1 - r c), with b the momentum, r the rate and c the curvature.
/// (O'Donoghue, Candes, Foundations of Computational Mathematics 15, 2015, section 4.)
TANGENT_API std::optional<AxisFactor> axisFactor(
    Method method, double learningRate, double momentum, double curvature);

/// The learning rate at which descent near the minimum nearest to `point` stops shrinking the error, from
/// the largest curvature c there: 2/c for plain descent, 2(1 + b)/c with momentum b, 2(1 + b)/((1 + 2b) c)
/// for Nesterov. None for RmsProp and Adam, and none where the surface is flat. On a quadratic it is exact
/// everywhere, elsewhere it holds near that minimum.
TANGENT_API std::optional<double> criticalRate(
    const Surface& surface, Method method, double momentum, const Eigen::Vector2d& point);

} // namespace tangent::optimise
