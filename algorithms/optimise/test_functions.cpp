// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/test_functions.h"

namespace tangent::optimise {

namespace {

class Rosenbrock final : public Surface {
public:
    std::string_view name() const override { return "rosenbrock"; }

    double value(const Eigen::Vector2d& at) const override
    {
        const double along = 1 - at.x();
        const double across = at.y() - at.x() * at.x();
        return along * along + 100 * across * across;
    }

    Eigen::Vector2d gradient(const Eigen::Vector2d& at) const override
    {
        const double across = at.y() - at.x() * at.x();
        return {-2 * (1 - at.x()) - 400 * at.x() * across, 200 * across};
    }

    Eigen::Matrix2d hessian(const Eigen::Vector2d& at) const override
    {
        const double mixed = -400 * at.x();
        Eigen::Matrix2d h;
        h << 2 - 400 * (at.y() - 3 * at.x() * at.x()), mixed, mixed, 200;
        return h;
    }

    const std::vector<Minimum>& minima() const override { return minima_; }

private:
    std::vector<Minimum> minima_{{{1, 1}, 0}};
};

class Himmelblau final : public Surface {
public:
    std::string_view name() const override { return "himmelblau"; }

    double value(const Eigen::Vector2d& at) const override
    {
        const double first = at.x() * at.x() + at.y() - 11;
        const double second = at.x() + at.y() * at.y() - 7;
        return first * first + second * second;
    }

    Eigen::Vector2d gradient(const Eigen::Vector2d& at) const override
    {
        const double first = at.x() * at.x() + at.y() - 11;
        const double second = at.x() + at.y() * at.y() - 7;
        return {4 * at.x() * first + 2 * second, 2 * first + 4 * at.y() * second};
    }

    Eigen::Matrix2d hessian(const Eigen::Vector2d& at) const override
    {
        const double mixed = 4 * (at.x() + at.y());
        Eigen::Matrix2d h;
        h << 12 * at.x() * at.x() + 4 * at.y() - 42, mixed, mixed, 12 * at.y() * at.y() + 4 * at.x() - 26;
        return h;
    }

    const std::vector<Minimum>& minima() const override { return minima_; }

private:
    // The roots of x^2 + y = 11, x + y^2 = 7, rounded to double.
    std::vector<Minimum> minima_{{{3, 2}, 0}, {{-2.8051180869527449, 3.1313125182505730}, 0},
        {{-3.7793102533777469, -3.2831859912861694}, 0}, {{3.5844283403304917, -1.8481265269644036}, 0}};
};

class Saddle final : public Surface {
public:
    std::string_view name() const override { return "saddle"; }

    double value(const Eigen::Vector2d& at) const override
    {
        const double square = at.y() * at.y();
        return at.x() * at.x() / 2 + square * square / 4 - square / 2;
    }

    Eigen::Vector2d gradient(const Eigen::Vector2d& at) const override
    {
        return {at.x(), at.y() * at.y() * at.y() - at.y()};
    }

    Eigen::Matrix2d hessian(const Eigen::Vector2d& at) const override
    {
        return Eigen::Vector2d(1, 3 * at.y() * at.y() - 1).asDiagonal();
    }

    const std::vector<Minimum>& minima() const override { return minima_; }

private:
    std::vector<Minimum> minima_{{{0, -1}, -0.25}, {{0, 1}, -0.25}};
};

} // namespace

std::unique_ptr<Surface> rosenbrock()
{
    return std::make_unique<Rosenbrock>();
}

std::unique_ptr<Surface> himmelblau()
{
    return std::make_unique<Himmelblau>();
}

std::unique_ptr<Surface> saddle()
{
    return std::make_unique<Saddle>();
}

} // namespace tangent::optimise
