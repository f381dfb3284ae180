// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/cut.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent::gini {

namespace {

/// As many stacks fit side by side before their dots run into each other.
constexpr int mostStacks = 76;
/// Beyond these, dots become bars: nobody sees single ones.
constexpr Eigen::Index mostDots = 700;
constexpr int tallestStack = 34;
/// A stack of fewer rows leaves room above it, or three rows would look like a crowd.
constexpr int leastHeight = 10;
constexpr int barCount = 48;

/// Which stack each row stands in.
struct Stacking {
    std::vector<int> stackOf;
    int count = 1;
    double low = 0;
    double width = 1; ///< of a stack, where stacks are stretches of the axis
};

Stacking intoStretches(const Eigen::Ref<const Eigen::VectorXd>& values, const FeatureView& view, int count)
{
    Stacking made;
    const double range = view.values.back() - view.values.front();
    made.count = range > 0 ? count : 1;
    made.width = range > 0 ? range / count : 0.2 * (view.high - view.low);
    made.low = range > 0 ? view.values.front() : view.values.front() - made.width / 2;
    for (Eigen::Index i = 0; i < values.size(); ++i)
        made.stackOf.push_back(std::clamp(int((values(i) - made.low) / made.width), 0, made.count - 1));
    return made;
}

Stacking byValue(const Eigen::Ref<const Eigen::VectorXd>& values, const FeatureView& view)
{
    Stacking made;
    made.count = int(view.values.size());
    for (Eigen::Index i = 0; i < values.size(); ++i) {
        const auto found = std::lower_bound(view.values.begin(), view.values.end(), values(i));
        made.stackOf.push_back(int(found - view.values.begin()));
    }
    return made;
}

/// Rows of each class in each stack, class by class within a stack.
std::vector<int> counted(const Stacking& stacking, const Eigen::VectorXi& labels, int classes)
{
    std::vector<int> counts(size_t(stacking.count) * size_t(classes), 0);
    for (size_t i = 0; i < stacking.stackOf.size(); ++i)
        ++counts[size_t(stacking.stackOf[i]) * size_t(classes) + size_t(labels(Eigen::Index(i)))];
    return counts;
}

int highest(const std::vector<int>& counts, int stacks, int classes)
{
    int found = 0;
    for (int stack = 0; stack < stacks; ++stack) {
        const auto first = counts.begin() + std::ptrdiff_t(stack) * classes;
        found = std::max(found, std::accumulate(first, first + classes, 0));
    }
    return found;
}

Points dots(const Eigen::Ref<const Eigen::VectorXd>& values, const NodeRows& rows, const Stacking& stacking,
    int height)
{
    std::vector<int> order(stacking.stackOf.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return std::pair(stacking.stackOf[size_t(a)], rows.labels(a))
            < std::pair(stacking.stackOf[size_t(b)], rows.labels(b));
    });
    Points points;
    points.size = height > 26 ? 5 : 6;
    int stack = -1;
    int level = 0;
    for (const int row : order) {
        level = stacking.stackOf[size_t(row)] == stack ? level + 1 : 0;
        stack = stacking.stackOf[size_t(row)];
        points.x.push_back(values(row));
        points.y.push_back((level + 0.5) / height);
        points.classes.push_back(quint8(rows.labels(row)));
        points.rowIds.push_back(rows.rowIds[size_t(row)]);
    }
    return points;
}

Bars bars(const Stacking& stacking, const std::vector<int>& counts, int classes, int height)
{
    Bars made;
    for (int stack = 0; stack < stacking.count; ++stack) {
        double base = 0;
        for (int c = 0; c < classes; ++c) {
            const int count = counts[size_t(stack) * size_t(classes) + size_t(c)];
            if (count == 0)
                continue;
            made.from.push_back(stacking.low + stack * stacking.width);
            made.to.push_back(stacking.low + (stack + 1) * stacking.width);
            made.base.push_back(base / height);
            base += count;
            made.value.push_back(base / height);
            made.roles.push_back(classRole(c));
        }
    }
    return made;
}

} // namespace

void stackRows(
    const Eigen::Ref<const Eigen::VectorXd>& values, const NodeRows& rows, int classes, FeatureView* view)
{
    Stacking stacking =
        view->values.size() <= mostStacks ? byValue(values, *view) : intoStretches(values, *view, mostStacks);
    std::vector<int> counts = counted(stacking, rows.labels, classes);
    int tallest = highest(counts, stacking.count, classes);
    view->isDots = values.size() <= mostDots && tallest <= tallestStack;
    if (view->isDots) {
        view->rowLayers.emplace_back(dots(values, rows, stacking, std::max(tallest, leastHeight)));
        return;
    }
    stacking = intoStretches(values, *view, barCount);
    counts = counted(stacking, rows.labels, classes);
    tallest = highest(counts, stacking.count, classes);
    view->rowLayers.emplace_back(bars(stacking, counts, classes, std::max(tallest, 1)));
}

} // namespace tangent::gini
