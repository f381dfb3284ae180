// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/division.h"

#include <cmath>
#include <stdexcept>

namespace tangent::tree {

Division divide(const Eigen::Ref<const Eigen::VectorXd>& values,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, double threshold)
{
    if (values.size() != labels.size())
        throw std::invalid_argument("labels: one for each value");
    if (std::isnan(threshold))
        throw std::invalid_argument("threshold: must be a number");
    if (values.hasNaN())
        throw std::invalid_argument("values: every value must be a number");
    Division division{classCounts(labels, classes), Eigen::VectorXd::Zero(classes)};
    for (Eigen::Index i = 0; i < values.size(); ++i) {
        if (values(i) > threshold)
            division.right(labels(i)) += 1;
    }
    division.left -= division.right;
    return division;
}

} // namespace tangent::tree
