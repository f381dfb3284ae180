// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/class_separation.h"

#include <limits>
#include <stdexcept>

namespace tangent::evaluate {

namespace {

/// Sums of squares of one column around its class means, and of the class means around the mean of all.
struct Spread {
    double within = 0;
    double between = 0;
};

Spread spreadOf(const Eigen::Ref<const Eigen::VectorXd>& column, const Eigen::Ref<const Eigen::VectorXi>& y,
    const Eigen::VectorXd& rows)
{
    const double mean = column.mean();
    Eigen::VectorXd offsets =
        Eigen::VectorXd::Zero(rows.size()); // class means, measured from the mean of all
    for (Eigen::Index i = 0; i < column.size(); ++i)
        offsets(y(i)) += column(i) - mean;
    offsets = offsets.cwiseQuotient(rows.cwiseMax(1));
    Spread spread;
    for (Eigen::Index i = 0; i < column.size(); ++i) {
        const double distance = column(i) - mean - offsets(y(i));
        spread.within += distance * distance;
    }
    spread.between = rows.dot(offsets.cwiseAbs2());
    return spread;
}

} // namespace

Eigen::VectorXd classSeparation(
    const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y, int classes)
{
    if (x.rows() != y.size())
        throw std::invalid_argument("classSeparation: y must have a code for each row of x");
    if (!x.allFinite())
        throw std::invalid_argument("classSeparation: x must be finite");
    if (classes < 1 || (y.size() > 0 && (y.minCoeff() < 0 || y.maxCoeff() >= classes)))
        throw std::invalid_argument("classSeparation: codes must lie in 0…classes - 1");
    Eigen::VectorXd rows = Eigen::VectorXd::Zero(classes);
    for (Eigen::Index i = 0; i < y.size(); ++i)
        rows(y(i)) += 1;
    const double occupied = static_cast<double>((rows.array() > 0).count());
    const double left = static_cast<double>(y.size()) - occupied;
    Eigen::VectorXd separation = Eigen::VectorXd::Zero(x.cols());
    if (occupied < 2 || left < 1)
        return separation;
    for (Eigen::Index c = 0; c < x.cols(); ++c) {
        if (x.col(c).minCoeff() == x.col(c).maxCoeff())
            continue;
        const Spread spread = spreadOf(x.col(c), y, rows);
        separation(c) = spread.within > 0 ? spread.between / (occupied - 1) / (spread.within / left)
                                          : std::numeric_limits<double>::infinity();
    }
    return separation;
}

} // namespace tangent::evaluate
