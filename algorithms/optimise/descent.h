// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/optimise/update_rule.h"

#include <optional>
#include <string_view>
#include <vector>

namespace tangent::optimise {

/// The longest run: a step is always within 0...maximumSteps.
inline constexpr int maximumSteps = 5000;

/// How to descend.
struct TANGENT_API DescentOptions {
    Method method = Method::Plain;
    double learningRate = 0.18;   // above 0, finite
    double momentum = 0.9;        // 0 <= momentum < 1; Momentum and Nesterov use it
    Eigen::Vector2d start{-4, 1}; // finite
    double tolerance = 1e-4;      // at least 0, finite: the run stops at the first gradient norm <= tolerance
    int steps = maximumSteps;     // 0...maximumSteps

    /// Throws std::invalid_argument with the field and its bound.
    void check() const;
};

/// Why a run ended.
enum class Stop { Tolerance, Steps, NotFinite };

/// The whole path of a run. Entry n of x, y, loss, gradientX, gradientY and gradientNorm belongs to the
/// point after n steps; entry n of updateX and updateY leads from point n to point n + 1. All entries
/// are finite, save those of the start itself when the surface overflows there.
struct TANGENT_API Run {
    std::vector<double> x, y;
    std::vector<double> loss;
    std::vector<double> gradientX, gradientY, gradientNorm;
    std::vector<double> updateX, updateY;
    Stop stop = Stop::Steps;
    std::optional<int>
        firstOvershoot; // the first point whose gradient has a negative product with the one before

    /// Steps taken; the last point has this index.
    int steps() const { return static_cast<int>(x.size()) - 1; }
    Eigen::Vector2d point(int step) const { return {x[step], y[step]}; }
    /// The step at which the run stopped by its tolerance, if it did.
    std::optional<int> convergedAt() const;
};

/// Descends from the start until the gradient norm falls to the tolerance, the next point would not be
/// finite, or the steps are used up. About 0.1 ms for 5,000 steps.
TANGENT_API Run run(const Surface& surface, const DescentOptions& options);

/// What can be said of a run at one of its steps.
enum class Status { Converged, StoppedAtSaddle, Diverging, Bouncing, Overshooting, Converging };

/// The lower-case token of a status, for example "stopped-at-saddle".
TANGENT_API std::string_view name(Status status);

/// The status at a step; steps beyond the run mean its last point. At the point where the run stopped by
/// tolerance: Converged, or StoppedAtSaddle when the Hessian has a negative eigenvalue there. Elsewhere the
/// rest of the run decides: it left the finite numbers, or the largest gradient norm of its last 100 steps is
/// over 0.1 % above that of the 100 before: Diverging; within 0.1 % of it: Bouncing. A run that
/// does better is Overshooting when a gradient up to the step had a negative product with the one
/// before, otherwise Converging. A run shorter than 200 steps is compared half with half.
TANGENT_API Status status(const Surface& surface, const Run& run, int step);

} // namespace tangent::optimise
