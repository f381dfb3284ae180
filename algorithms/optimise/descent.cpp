// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/descent.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tangent::optimise {

void DescentOptions::check() const
{
    if (!std::isfinite(learningRate) || learningRate <= 0)
        throw std::invalid_argument("DescentOptions: learningRate must be finite and above 0");
    if (!(momentum >= 0 && momentum < 1))
        throw std::invalid_argument("DescentOptions: momentum must be at least 0 and below 1");
    if (!start.allFinite())
        throw std::invalid_argument("DescentOptions: start must be finite");
    if (!std::isfinite(tolerance) || tolerance < 0)
        throw std::invalid_argument("DescentOptions: tolerance must be finite and at least 0");
    if (steps < 0 || steps > maximumSteps)
        throw std::invalid_argument("DescentOptions: steps must be within 0 and 5000");
}

std::optional<int> Run::convergedAt() const
{
    return stop == Stop::Tolerance ? std::optional(steps()) : std::nullopt;
}

namespace {

void record(Run& run, const Eigen::Vector2d& at, double loss, const Eigen::Vector2d& gradient, double norm)
{
    if (!run.x.empty() && !run.firstOvershoot
        && gradient.x() * run.gradientX.back() + gradient.y() * run.gradientY.back() < 0)
        run.firstOvershoot = static_cast<int>(run.x.size());
    run.x.push_back(at.x());
    run.y.push_back(at.y());
    run.loss.push_back(loss);
    run.gradientX.push_back(gradient.x());
    run.gradientY.push_back(gradient.y());
    run.gradientNorm.push_back(norm);
}

} // namespace

Run run(const Surface& surface, const DescentOptions& options)
{
    options.check();
    const std::unique_ptr<UpdateRule> rule =
        updateRule(options.method, options.learningRate, options.momentum);

    Run run;
    Eigen::Vector2d at = options.start;
    for (int step = 0;; ++step) {
        const double loss = surface.value(at);
        const Eigen::Vector2d gradient = surface.gradient(at);
        const double norm = gradient.norm();
        const bool finite = std::isfinite(loss) && std::isfinite(norm);
        if (!finite && step > 0) {
            run.updateX.pop_back(); // it led nowhere that can be shown
            run.updateY.pop_back();
        } else {
            record(run, at, loss, gradient, norm);
        }
        if (!finite) {
            run.stop = Stop::NotFinite;
            return run;
        }
        if (norm <= options.tolerance) {
            run.stop = Stop::Tolerance;
            return run;
        }
        if (step == options.steps)
            return run;
        const Eigen::Vector2d update = rule->update(surface, at, gradient);
        run.updateX.push_back(update.x());
        run.updateY.push_back(update.y());
        at += update;
    }
}

std::string_view name(Status status)
{
    switch (status) {
    case Status::Converged:
        return "converged";
    case Status::StoppedAtSaddle:
        return "stopped-at-saddle";
    case Status::Diverging:
        return "diverging";
    case Status::Bouncing:
        return "bouncing";
    case Status::Overshooting:
        return "overshooting";
    case Status::Converging:
        return "converging";
    }
    throw std::invalid_argument("Status: not one of the declared values");
}

Status status(const Surface& surface, const Run& run, int step)
{
    constexpr int longestWindow = 100;
    constexpr double margin = 0.001;

    const int last = run.steps();
    const int shown = std::clamp(step, 0, last);
    if (run.stop == Stop::NotFinite)
        return Status::Diverging;
    if (run.stop == Stop::Tolerance && shown == last) {
        const double leastCurvature = curvatures(surface.hessian(run.point(last))).values(0);
        return leastCurvature < 0 ? Status::StoppedAtSaddle : Status::Converged;
    }
    const int window = std::min(longestWindow, last / 2);
    if (run.stop == Stop::Steps && window > 0) {
        const auto end = run.gradientNorm.end();
        const double late = *std::max_element(end - window, end);
        const double early = *std::max_element(end - 2 * window, end - window);
        if (late > early * (1 + margin))
            return Status::Diverging;
        if (late >= early * (1 - margin))
            return Status::Bouncing;
    }
    const bool overshot = run.firstOvershoot && *run.firstOvershoot <= shown;
    return overshot ? Status::Overshooting : Status::Converging;
}

} // namespace tangent::optimise
