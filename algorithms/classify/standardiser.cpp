// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/standardiser.h"

#include "algorithms/classify/classifier.h"

#include <cmath>
#include <stdexcept>

namespace tangent::classify {

Standardiser::Standardiser(const Eigen::Ref<const Eigen::MatrixXd>& x)
    : means_(x.cols())
    , deviations_(x.cols())
    , factors_(x.cols())
{
    if (x.rows() < 1)
        throw std::invalid_argument("Standardiser: x must have at least one row");
    for (Eigen::Index c = 0; c < x.cols(); ++c) {
        const auto column = x.col(c).array();
        // The mean of equal numbers may round to another number, which would leave a deviation of dust.
        const bool constant = column.minCoeff() == column.maxCoeff();
        means_(c) = column.mean();
        deviations_(c) = constant ? 0 : std::sqrt((column - means_(c)).square().mean());
        factors_(c) = deviations_(c) > 0 ? 1 / deviations_(c) : 0;
    }
}

Eigen::MatrixXd Standardiser::apply(const Eigen::Ref<const Eigen::MatrixXd>& x) const
{
    checkColumns(x, means_.size());
    return ((x.rowwise() - means_).array().rowwise() * factors_.array()).matrix();
}

} // namespace tangent::classify
