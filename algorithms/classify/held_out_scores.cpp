// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/held_out_scores.h"

#include "algorithms/classify/nearest_neighbours.h"
#include "algorithms/classify/standardiser.h"
#include "algorithms/classify/stratified_folds.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace tangent::classify {

namespace {

/// Scores the rows of one fold; false when cancelled.
bool scoreFold(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y,
    int classes, Model model, const HeldOutOptions& options, const std::vector<Eigen::Index>& training,
    const std::vector<Eigen::Index>& held, const Cancelled& cancelled, HeldOutScores& result)
{
    Eigen::MatrixXd seen = x(training, Eigen::all);
    Eigen::MatrixXd unseen = x(held, Eigen::all);
    if (options.standardise) {
        const Standardiser standardiser(seen);
        seen = standardiser.apply(seen);
        unseen = standardiser.apply(unseen);
    }
    const Eigen::VectorXi labels = y(training);
    const ModelOptions modelOptions{options.neighbours, options.logistic, options.tree};
    const auto fitted = fitModel(model, seen, labels, classes, modelOptions, cancelled);
    if (cancelled && cancelled())
        return false;
    if (const auto* logistic = dynamic_cast<const LogisticRegression*>(fitted.get()))
        result.notConverged += logistic->report().converged ? 0 : 1;
    result.probabilities(held, Eigen::all) = fitted->probabilities(unseen);
    return true;
}

bool scoreFolds(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y,
    int classes, Model model, const HeldOutOptions& options, const Cancelled& cancelled,
    HeldOutScores& result)
{
    const int folds = static_cast<int>(std::min<Eigen::Index>(options.folds, x.rows()));
    const Eigen::VectorXi fold = stratifiedFolds(y, folds, options.seed);
    result.probabilities.resize(x.rows(), classes);
    for (int f = 0; f < folds; ++f) {
        std::vector<Eigen::Index> training;
        std::vector<Eigen::Index> held;
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            (fold(i) == f ? held : training).push_back(i);
        if (!scoreFold(x, y, classes, model, options, training, held, cancelled, result))
            return false;
    }
    return true;
}

} // namespace

void HeldOutOptions::check() const
{
    if (neighbours < 1)
        throw std::invalid_argument("HeldOutOptions: neighbours must be at least 1");
    if (folds < 2)
        throw std::invalid_argument("HeldOutOptions: folds must be at least 2");
    logistic.check();
    tree.check();
}

HeldOutScores heldOutScores(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, Model model, const HeldOutOptions& options,
    const Cancelled& cancelled)
{
    options.check();
    checkTrainingRows(x, y, classes);
    if (x.rows() < 2)
        throw std::invalid_argument("heldOutScores: x must have at least two rows");
    HeldOutScores result;
    if (model == Model::NearestNeighbours) {
        result.probabilities =
            leaveOneOutVotes(x, y, classes, options.neighbours, options.standardise, cancelled);
        result.cancelled = result.probabilities.rows() == 0;
    } else {
        result.cancelled = !scoreFolds(x, y, classes, model, options, cancelled, result);
    }
    if (result.cancelled)
        result.probabilities.resize(0, classes);
    else
        result.predicted = likeliestClasses(result.probabilities);
    return result;
}

} // namespace tangent::classify
