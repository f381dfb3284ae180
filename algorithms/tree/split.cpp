// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/split.h"

#include "algorithms/tree/scaled_impurity.h"

#include <limits>

namespace tangent::tree {

namespace {

/// The sum of squared class counts on both sides, kept up to date row by row: a count that grows
/// from c to c + 1 adds 2c + 1. Whole numbers below 2^53, so nothing is rounded.
class GiniScan {
public:
    explicit GiniScan(const Eigen::Ref<const Eigen::VectorXd>& total)
        : left_(static_cast<std::size_t>(total.size()), 0.0)
        , right_(total.begin(), total.end())
        , rows_(total.sum())
        , rightSquares_(total.squaredNorm())
    {
    }

    void moveLeft(int label)
    {
        const auto c = static_cast<std::size_t>(label);
        leftSquares_ += 2 * left_[c] + 1;
        left_[c] += 1;
        rightSquares_ -= 2 * right_[c] - 1;
        right_[c] -= 1;
        rowsLeft_ += 1;
    }

    double scaled() const { return rows_ - leftSquares_ / rowsLeft_ - rightSquares_ / (rows_ - rowsLeft_); }

private:
    std::vector<double> left_, right_;
    double rows_, rightSquares_;
    double leftSquares_ = 0, rowsLeft_ = 0;
};

/// The other criteria look at all classes for every cut.
class CountScan {
public:
    CountScan(const Eigen::Ref<const Eigen::VectorXd>& total, Criterion criterion)
        : criterion_(criterion)
        , left_(static_cast<std::size_t>(total.size()), 0.0)
        , right_(total.begin(), total.end())
        , rows_(total.sum())
    {
    }

    void moveLeft(int label)
    {
        left_[static_cast<std::size_t>(label)] += 1;
        right_[static_cast<std::size_t>(label)] -= 1;
        rowsLeft_ += 1;
    }

    double scaled() const
    {
        const auto classes = static_cast<Eigen::Index>(left_.size());
        return scaledImpurity(criterion_, left_.data(), classes, rowsLeft_)
            + scaledImpurity(criterion_, right_.data(), classes, rows_ - rowsLeft_);
    }

private:
    Criterion criterion_;
    std::vector<double> left_, right_;
    double rows_, rowsLeft_ = 0;
};

template <class Scan>
std::vector<std::size_t> scanCuts(const SortedColumn& sorted, double rows, Scan scan)
{
    const double tie = impurityTie * rows;
    double least = std::numeric_limits<double>::infinity();
    std::vector<std::size_t> cuts;
    for (std::size_t i = 0; i + 1 < sorted.values.size(); ++i) {
        scan.moveLeft(sorted.labels[i]);
        if (sorted.values[i] == sorted.values[i + 1])
            continue;
        const double scaled = scan.scaled();
        if (scaled > least + tie)
            continue;
        if (scaled < least - tie) {
            least = scaled;
            cuts.clear();
        }
        cuts.push_back(i + 1);
    }
    return cuts;
}

} // namespace

std::vector<std::size_t> bestCuts(
    const SortedColumn& sorted, const Eigen::Ref<const Eigen::VectorXd>& total, Criterion criterion)
{
    if (criterion == Criterion::Gini)
        return scanCuts(sorted, total.sum(), GiniScan(total));
    return scanCuts(sorted, total.sum(), CountScan(total, criterion));
}

std::optional<Split> bestSplit(const Eigen::Ref<const Eigen::VectorXd>& values,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, Criterion criterion)
{
    const Eigen::VectorXd total = classCounts(labels, classes);
    const SortedColumn sorted = sortColumn(values, labels);
    const std::vector<std::size_t> cuts = bestCuts(sorted, total, criterion);
    if (cuts.empty())
        return std::nullopt;
    Split split;
    for (const std::size_t cut : cuts)
        split.tiedThresholds.push_back(thresholdBetween(sorted.values[cut - 1], sorted.values[cut]));
    split.threshold = split.tiedThresholds.front();
    const auto rowsLeft = static_cast<Eigen::Index>(cuts.front());
    split.division.left =
        classCounts(Eigen::Map<const Eigen::VectorXi>(sorted.labels.data(), rowsLeft), classes);
    split.division.right = total - split.division.left;
    split.weighted = split.division.weighted(criterion);
    split.gain = split.division.gain(criterion);
    return split;
}

BestSplits bestSplits(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, Criterion criterion,
    const std::function<bool()>& cancelled)
{
    BestSplits result;
    double least = std::numeric_limits<double>::infinity();
    for (Eigen::Index feature = 0; feature < x.cols(); ++feature) {
        if (cancelled && cancelled()) {
            BestSplits stopped;
            stopped.cancelled = true;
            return stopped;
        }
        result.ofFeature.push_back(bestSplit(x.col(feature), labels, classes, criterion));
        const auto& split = result.ofFeature.back();
        if (!split || split->weighted > least + impurityTie)
            continue;
        if (split->weighted < least - impurityTie) {
            least = split->weighted;
            result.best = feature;
            result.tiedFeatures.clear();
        }
        result.tiedFeatures.push_back(feature);
    }
    return result;
}

} // namespace tangent::tree
