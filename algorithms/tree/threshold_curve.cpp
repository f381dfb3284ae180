// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/threshold_curve.h"

#include "algorithms/tree/sorted_column.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace tangent::tree {

namespace {

Eigen::Index countDistinct(const std::vector<double>& sorted)
{
    Eigen::Index count = sorted.empty() ? 0 : 1;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        count += sorted[i] != sorted[i - 1];
    return count;
}

} // namespace

ThresholdCurve thresholdCurve(const Eigen::Ref<const Eigen::VectorXd>& values,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, Criterion criterion)
{
    ThresholdCurve curve;
    curve.total = classCounts(labels, classes);
    curve.parent = impurity(criterion, curve.total);
    const SortedColumn sorted = sortColumn(values, labels);
    const Eigen::Index count = std::max<Eigen::Index>(0, countDistinct(sorted.values) - 1);
    curve.thresholds.resize(count);
    curve.weighted.resize(count);
    curve.left.resize(count, classes);

    Eigen::VectorXd left = Eigen::VectorXd::Zero(classes);
    Eigen::VectorXd right = curve.total;
    Eigen::Index cut = 0;
    for (std::size_t i = 0; cut < count; ++i) {
        left(sorted.labels[i]) += 1;
        right(sorted.labels[i]) -= 1;
        if (sorted.values[i] == sorted.values[i + 1])
            continue;
        curve.thresholds(cut) = thresholdBetween(sorted.values[i], sorted.values[i + 1]);
        curve.weighted(cut) = weightedImpurity(criterion, left, right);
        curve.left.row(cut) = left.transpose();
        ++cut;
    }
    return curve;
}

std::optional<double> lowerMedianThreshold(const Eigen::Ref<const Eigen::VectorXd>& values)
{
    if (!values.allFinite())
        throw std::invalid_argument("values: every value must be finite");
    std::vector<double> distinct(values.begin(), values.end());
    if (!std::is_sorted(distinct.begin(), distinct.end()))
        std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() < 2)
        return std::nullopt;
    const std::size_t middle = (distinct.size() - 2) / 2;
    return thresholdBetween(distinct[middle], distinct[middle + 1]);
}

} // namespace tangent::tree
