// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <string_view>
#include <vector>

namespace tangent::optimise {

/// A known local minimum of a surface.
struct Minimum {
    Eigen::Vector2d position;
    double value = 0;
};

/// The principal curvatures of a 2 x 2 Hessian: its eigenvalues in ascending order and, column by
/// column, the unit directions they belong to.
struct Curvatures {
    Eigen::Vector2d values;
    Eigen::Matrix2d directions;
};

/// A smooth function of two variables with its first two derivatives and its known minima.
class TANGENT_API Surface {
public:
    virtual ~Surface();

    /// The lower-case token of the surface, for example "ravine".
    virtual std::string_view name() const = 0;

    virtual double value(const Eigen::Vector2d& at) const = 0;
    virtual Eigen::Vector2d gradient(const Eigen::Vector2d& at) const = 0;
    virtual Eigen::Matrix2d hessian(const Eigen::Vector2d& at) const = 0;

    /// Every local minimum; at least one.
    virtual const std::vector<Minimum>& minima() const = 0;

    /// True when the Hessian is the same everywhere, so that a limit found from it holds everywhere.
    virtual bool quadratic() const { return false; }
};

/// The minimum at the least Euclidean distance from a point; the first of equals.
TANGENT_API const Minimum& nearestMinimum(const Surface& surface, const Eigen::Vector2d& point);

/// Eigenvalues and eigenvectors of a symmetric 2 x 2 matrix.
TANGENT_API Curvatures curvatures(const Eigen::Matrix2d& hessian);

} // namespace tangent::optimise
