// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/impurity.h"

#include "algorithms/tree/scaled_impurity.h"

#include <stdexcept>

namespace tangent::tree {

double impurity(Criterion criterion, const Eigen::Ref<const Eigen::VectorXd>& counts)
{
    const double rows = counts.sum();
    return rows > 0 ? scaledImpurity(criterion, counts.data(), counts.size(), rows) / rows : 0;
}

double weightedImpurity(Criterion criterion, const Eigen::Ref<const Eigen::VectorXd>& left,
    const Eigen::Ref<const Eigen::VectorXd>& right)
{
    const double leftRows = left.sum();
    const double rightRows = right.sum();
    if (!(leftRows + rightRows > 0))
        return 0;
    return (scaledImpurity(criterion, left.data(), left.size(), leftRows)
               + scaledImpurity(criterion, right.data(), right.size(), rightRows))
        / (leftRows + rightRows);
}

Eigen::VectorXd classCounts(const Eigen::Ref<const Eigen::VectorXi>& labels, int classes)
{
    if (classes < 1)
        throw std::invalid_argument("classes: at least 1");
    Eigen::VectorXd counts = Eigen::VectorXd::Zero(classes);
    for (const int label : labels) {
        if (label < 0 || label >= classes)
            throw std::invalid_argument("labels: 0 to classes - 1");
        counts(label) += 1;
    }
    return counts;
}

} // namespace tangent::tree
