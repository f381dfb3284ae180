// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/tree/division.h"
#include "algorithms/tree/partition.h"
#include "algorithms/tree/split.h"
#include "algorithms/tree/threshold_curve.h"
#include "app/lab/lab.h"
#include "app/topics/models/gini_split/sample.h"

#include <array>

namespace tangent::gini {

/// Thrown inside a stage when nobody waits for its result any more: half a search must not be kept.
struct Stopped { };

/// The labels as they count here, shuffled or not, and the tree of the splits taken.
struct Grown {
    Eigen::VectorXi labels;
    tree::Partition partition;
};

/// The rows of the node that is open.
struct NodeRows {
    Eigen::MatrixXd x; ///< rows × features
    Eigen::VectorXi labels;
    std::vector<int> rowIds;
};

/// The open node along one feature: everything that a threshold does not change.
struct FeatureView {
    std::vector<double> values;                 ///< distinct, rising
    std::array<tree::ThresholdCurve, 3> curves; ///< by criterion, in the order of allCriteria
    std::array<Line, 3> lines;    ///< the same to be drawn, each over the largest impurity of so many classes
    double middle = 0;            ///< the lower median of the thresholds
    std::vector<Layer> rowLayers; ///< dots or bars, stacked by class, 0 … 1 upwards
    bool isDots = true;
    double low = 0; ///< ends of the axis
    double high = 1;
};

/// Everything a scene of the source `rows` shows, computed once.
struct Shown {
    explicit Shown(const Settled& settled)
        : state(settled)
    {
    }

    const Settled& state;
    std::shared_ptr<const Sample> sample;
    std::shared_ptr<const Grown> grown;
    const tree::Node* node = nullptr;
    QString nodeName;
    std::shared_ptr<const NodeRows> rows;
    int feature = 0;
    tree::Criterion criterion = tree::Criterion::Gini;
    double threshold = 0;
    bool isShuffled = false;
    std::shared_ptr<const tree::BestSplits> best;
    std::shared_ptr<const FeatureView> view;
    tree::Division division;
    std::vector<tree::TakenSplit> splits; ///< those of the state

    const QString& featureName() const { return sample->features[feature]; }
    QString featureUnit() const;
    const std::optional<tree::Split>& bestOfFeature() const { return best->ofFeature[size_t(feature)]; }
    const tree::Split* bestOfAll() const;
    /// The split taken in the open node; null in a leaf.
    const tree::TakenSplit* taken() const;
    double scale() const; ///< the largest impurity of these classes, by the criterion
    double parent() const { return division.parentImpurity(criterion); }
    double weighted() const { return division.weighted(criterion); }
    double gain() const { return division.gain(criterion); }
    bool isSplit() const { return division.rowsLeft() > 0 && division.rowsRight() > 0; }
    /// Whether rows of the node could be told apart by some feature at all.
    bool isPure() const { return division.parentImpurity(tree::Criterion::Gini) == 0; }
};

/// The rows of a settled state that can be used. Never null; may hold none.
std::shared_ptr<const Sample> usedSample(const Settled& state, Stages& stages);

/// Works a state out; `usedSample` must hold a row.
Shown shownOf(const Settled& state, Stages& stages, const Progress& progress);

/// Dots or bars of the rows along a feature, stacked by class: see FeatureView.
void stackRows(
    const Eigen::Ref<const Eigen::VectorXd>& values, const NodeRows& rows, int classes, FeatureView* view);

/// A curve as a line of steps from `view.low` to `view.high`: the impurity is constant between two values
/// and jumps at them. Curves of very many steps keep the least and the greatest of every short stretch.
Line stepsOf(const FeatureView& view, const tree::ThresholdCurve& curve, double scale);

} // namespace tangent::gini
