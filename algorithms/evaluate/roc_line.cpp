// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/roc_line.h"

#include <algorithm>
#include <stdexcept>

namespace tangent::evaluate {

RocLine rocLine(const RocCurve& curve, double tolerance, Eigen::Index mostExact)
{
    if (!(tolerance > 0 && tolerance <= 1))
        throw std::invalid_argument("rocLine: tolerance must lie in (0, 1]");
    if (mostExact < 2)
        throw std::invalid_argument("rocLine: mostExact must be at least 2");
    if (!(curve.positives() > 0 && curve.negatives() > 0))
        throw std::invalid_argument("rocLine: both classes must have rows");
    RocLine line;
    const Eigen::Index points = curve.size();
    const bool exact = points <= mostExact;
    const auto expected =
        exact ? static_cast<double>(points) : std::min(2 / tolerance + 2, static_cast<double>(points));
    for (auto* column : {&line.falsePositiveRate, &line.truePositiveRate, &line.threshold})
        column->reserve(static_cast<std::size_t>(expected));
    for (Eigen::Index i = 0; i < points; ++i) {
        const RocPoint point = curve.point(i);
        const bool keeps = exact || i == 0 || i + 1 == points
            || point.falsePositiveRate - line.falsePositiveRate.back() >= tolerance
            || point.truePositiveRate - line.truePositiveRate.back() >= tolerance;
        if (!keeps)
            continue;
        line.falsePositiveRate.push_back(point.falsePositiveRate);
        line.truePositiveRate.push_back(point.truePositiveRate);
        line.threshold.push_back(point.threshold);
    }
    return line;
}

std::optional<double> meanTruePositiveRate(const RocCurve& curve, double limit)
{
    if (!(limit > 0 && limit <= 1))
        throw std::invalid_argument("meanTruePositiveRate: limit must lie in (0, 1]");
    if (!(curve.positives() > 0 && curve.negatives() > 0))
        return std::nullopt;
    double area = 0;
    RocPoint before = curve.point(0);
    for (Eigen::Index i = 1; i < curve.size() && before.falsePositiveRate < limit; ++i) {
        const RocPoint point = curve.point(i);
        const double width = point.falsePositiveRate - before.falsePositiveRate;
        if (width > 0) {
            const double used = std::min(limit - before.falsePositiveRate, width);
            const double rise = (point.truePositiveRate - before.truePositiveRate) * used / width;
            area += used * (before.truePositiveRate + rise / 2);
        }
        before = point;
    }
    return area / limit;
}

} // namespace tangent::evaluate
