// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/cut.h"

#include <algorithm>

namespace tangent::gini {

namespace {

/// More steps than this are thinned: no screen has so many columns.
constexpr size_t mostSteps = 6000;
constexpr size_t stretches = 2000;

} // namespace

Line stepsOf(const FeatureView& view, const tree::ThresholdCurve& curve, double scale)
{
    Line line;
    const auto add = [&](double x, double impurity) {
        line.x.push_back(x);
        line.y.push_back(impurity / scale);
    };
    add(view.low, curve.parent);
    const size_t cuts = size_t(curve.weighted.size());
    if (cuts <= mostSteps) {
        double before = curve.parent;
        for (size_t i = 0; i < view.values.size(); ++i) {
            const double after = i < cuts ? curve.weighted(Eigen::Index(i)) : curve.parent;
            add(view.values[i], before);
            add(view.values[i], after);
            before = after;
        }
    } else {
        for (size_t stretch = 0; stretch < stretches; ++stretch) {
            const auto first = Eigen::Index(stretch * cuts / stretches);
            const auto count = Eigen::Index((stretch + 1) * cuts / stretches) - first;
            const auto part = curve.weighted.segment(first, count);
            add(curve.thresholds(first), part.minCoeff());
            add(curve.thresholds(first + count - 1), part.maxCoeff());
        }
    }
    add(view.high, curve.parent);
    return line;
}

} // namespace tangent::gini
