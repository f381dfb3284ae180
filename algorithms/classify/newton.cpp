// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/newton.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace tangent::classify {

namespace {

/// From this many parameters on, conjugate gradients beat building and factorising the whole matrix.
constexpr Eigen::Index manyParameters = 150;

double norm(const Eigen::VectorXd& gradient)
{
    return gradient.cwiseAbs().maxCoeff();
}

/// The inverse of the Hessian without the coupling between the outputs of a softmax.
class OutputByOutput {
public:
    explicit OutputByOutput(const LogisticLoss& loss)
    {
        for (const Eigen::MatrixXd& block : loss.hessianBlocks())
            factors_.emplace_back(block);
    }

    Eigen::VectorXd solve(const Eigen::VectorXd& right) const
    {
        Eigen::VectorXd result(right.size());
        const Eigen::Index size = right.size() / static_cast<Eigen::Index>(factors_.size());
        for (std::size_t k = 0; k < factors_.size(); ++k) {
            const Eigen::Index first = static_cast<Eigen::Index>(k) * size;
            result.segment(first, size) = factors_[k].solve(right.segment(first, size));
        }
        return result;
    }

private:
    std::vector<Eigen::LDLT<Eigen::MatrixXd>> factors_;
};

/// Solves hessian · step = -gradient to a relative residual of `accuracy` (Nocedal, Wright 2006, algorithm
/// 5.3, preconditioned output by output).
Eigen::VectorXd conjugateGradients(
    const LogisticLoss& loss, const Eigen::VectorXd& gradient, double accuracy, const Cancelled& cancelled)
{
    const OutputByOutput preconditioner(loss);
    Eigen::VectorXd step = Eigen::VectorXd::Zero(gradient.size());
    Eigen::VectorXd residual = gradient;
    Eigen::VectorXd scaled = preconditioner.solve(residual);
    Eigen::VectorXd direction = -scaled;
    double product = residual.dot(scaled);
    const double enough = accuracy * accuracy * product;
    for (Eigen::Index i = 0; i < 2 * gradient.size() && product > enough; ++i) {
        if (cancelled && cancelled())
            break;
        const Eigen::VectorXd curved = loss.hessianTimes(direction);
        const double length = product / direction.dot(curved);
        step += length * direction;
        residual += length * curved;
        scaled = preconditioner.solve(residual);
        const double next = residual.dot(scaled);
        direction = next / product * direction - scaled;
        product = next;
    }
    return step;
}

/// Newton steps, by a factorisation that is kept while the steps it gives shrink the gradient fast.
class StepSolver {
public:
    explicit StepSolver(const LogisticLoss& loss)
        : loss_(loss)
    {
    }

    Eigen::VectorXd step(const Eigen::VectorXd& gradient, const Cancelled& cancelled)
    {
        const double size = norm(gradient);
        const double shrunk = size / lastSize_;
        lastSize_ = size;
        if (gradient.size() >= manyParameters) {
            // Eisenstat and Walker: as exact as the gradient is small gives convergence faster than linear.
            const double accuracy = std::clamp(std::sqrt(size) * 0.1, 1e-4, 0.1);
            return conjugateGradients(loss_, gradient, accuracy, cancelled);
        }
        constexpr double fast = 0.01;
        if (!factors_ || shrunk > fast)
            factors_.emplace(loss_.hessian());
        return -factors_->solve(gradient);
    }

private:
    const LogisticLoss& loss_;
    std::optional<Eigen::LDLT<Eigen::MatrixXd>> factors_;
    double lastSize_ = std::numeric_limits<double>::infinity();
};

} // namespace

LogisticReport minimise(LogisticLoss& loss, Eigen::VectorXd& point, double tolerance, int maxIterations,
    const Cancelled& cancelled)
{
    constexpr double sufficientDecrease = 1e-4;
    constexpr int mostHalvings = 40;
    LogisticReport report;
    Eigen::VectorXd gradient;
    double value = loss.evaluate(point, gradient);
    StepSolver solver(loss);
    while (norm(gradient) > tolerance && report.iterations < maxIterations) {
        report.cancelled = cancelled && cancelled();
        if (report.cancelled)
            break;
        const Eigen::VectorXd step = solver.step(gradient, cancelled);
        const double slope = step.dot(gradient);
        // Near the end the value moves by less than its own rounding.
        const double rounding = 1e-13 * std::abs(value);
        double length = 1;
        Eigen::VectorXd next;
        Eigen::VectorXd nextGradient;
        double nextValue = 0;
        bool accepted = false;
        for (int halvings = 0; halvings < mostHalvings && !accepted; ++halvings, length /= 2) {
            next = point + length * step;
            nextValue = loss.evaluate(next, nextGradient);
            accepted = nextValue <= value + sufficientDecrease * length * slope + rounding;
        }
        if (!accepted)
            break;
        point = next;
        gradient = nextGradient;
        value = nextValue;
        ++report.iterations;
    }
    report.objective = value;
    report.gradientNorm = norm(gradient);
    report.converged = report.gradientNorm <= tolerance;
    return report;
}

} // namespace tangent::classify
