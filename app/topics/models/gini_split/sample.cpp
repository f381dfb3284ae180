// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/sample.h"

#include "algorithms/tree/threshold_curve.h"

#include <algorithm>
#include <cmath>

namespace tangent::gini {

namespace {

/// The next smaller of 1, 2 and 5 times a power of ten.
double handy(double size)
{
    if (!(size > 0) || !std::isfinite(size))
        return 0.5;
    const double power = std::pow(10.0, std::floor(std::log10(size)));
    const double lead = size / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/// Half the least distance between neighbours reaches every value and every midpoint. Where the values
/// lie closer than a hand can tell apart, a handy part of their range. `sorted`: rising.
double stepOf(const Eigen::VectorXd& sorted, bool isLong)
{
    const Eigen::Index count = sorted.size();
    if (count == 0)
        return 0.5;
    const double range = sorted(count - 1) - sorted(0);
    if (isLong)
        return handy(range / 200);
    double gap = range;
    for (Eigen::Index i = 1; i < count; ++i) {
        if (sorted(i) > sorted(i - 1))
            gap = std::min(gap, sorted(i) - sorted(i - 1));
    }
    if (!(gap > range / 500))
        return handy(range / 200);
    const double power = std::pow(10.0, std::floor(std::log10(gap)) - 3);
    return std::round(gap / power) * power / 2; // without the dust of a subtraction
}

} // namespace

Sample sampleOf(const Table& table, const QStringList& features, const QString& label)
{
    Sample sample;
    sample.features = features;
    sample.matrix = numericMatrix(table, features, {label});
    const ClassLabels labels = classLabels(table, label, sample.matrix.rows);
    sample.classes = labels.levels;
    sample.labels = Eigen::Map<const Eigen::VectorXi>(labels.codes.data(), Eigen::Index(labels.codes.size()));
    return sample;
}

ThresholdDeclaration declareThreshold(
    const Eigen::Ref<const Eigen::VectorXd>& values, bool isFirst, bool isLong)
{
    Eigen::VectorXd sorted = values;
    std::sort(sorted.begin(), sorted.end());
    ThresholdDeclaration made;
    made.step = stepOf(sorted, isLong);
    if (sorted.size() > 0) {
        made.least = sorted(0);
        made.greatest = sorted(sorted.size() - 1);
    }
    if (isFirst)
        made.threshold = firstThreshold;
    else if (!isLong)
        made.threshold = tree::lowerMedianThreshold(sorted);
    return made;
}

} // namespace tangent::gini
