// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/class_scores.h"

#include <stdexcept>

namespace tangent::evaluate {

namespace {

using Measure = std::optional<double> ClassScores::*;

std::optional<double> ratio(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
}

void fillRatios(ClassScores& scores)
{
    scores.precision = ratio(scores.truePositives, scores.truePositives + scores.falsePositives);
    scores.recall = ratio(scores.truePositives, scores.truePositives + scores.falseNegatives);
    scores.specificity = ratio(scores.trueNegatives, scores.trueNegatives + scores.falsePositives);
    const std::int64_t twice = 2 * scores.truePositives;
    scores.f1 = ratio(twice, twice + scores.falsePositives + scores.falseNegatives);
}

ClassScores classScores(const CountMatrix& counts, Eigen::Index label)
{
    ClassScores scores;
    scores.truePositives = counts(label, label);
    scores.falsePositives = counts.col(label).sum() - scores.truePositives;
    scores.falseNegatives = counts.row(label).sum() - scores.truePositives;
    scores.trueNegatives =
        counts.sum() - scores.truePositives - scores.falsePositives - scores.falseNegatives;
    fillRatios(scores);
    return scores;
}

/// The mean with one weight for each class; null when the weights are all 0.
ClassMean mean(const std::vector<ClassScores>& classes, const std::vector<double>& weights, Measure measure)
{
    ClassMean result;
    double sum = 0;
    double total = 0;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const std::optional<double>& value = classes[i].*measure;
        result.undefinedClasses += value ? 0 : 1;
        sum += weights[i] * value.value_or(0);
        total += weights[i];
    }
    if (total > 0)
        result.value = sum / total;
    return result;
}

ClassMeans means(const std::vector<ClassScores>& classes, const std::vector<double>& weights)
{
    return {mean(classes, weights, &ClassScores::precision), mean(classes, weights, &ClassScores::recall),
        mean(classes, weights, &ClassScores::f1)};
}

} // namespace

ConfusionScores confusionScores(const CountMatrix& counts)
{
    if (counts.rows() < 1 || counts.rows() != counts.cols())
        throw std::invalid_argument("confusionScores: counts must be square with at least one class");
    if (counts.minCoeff() < 0)
        throw std::invalid_argument("confusionScores: counts must be at least 0");
    ConfusionScores result;
    result.rows = counts.sum();
    result.accuracy = ratio(counts.trace(), result.rows);

    ClassScores together;
    std::vector<double> actualRows;
    for (Eigen::Index label = 0; label < counts.rows(); ++label) {
        const ClassScores& scores = result.classes.emplace_back(classScores(counts, label));
        together.truePositives += scores.truePositives;
        together.falsePositives += scores.falsePositives;
        together.falseNegatives += scores.falseNegatives;
        actualRows.push_back(static_cast<double>(scores.truePositives + scores.falseNegatives));
    }
    fillRatios(together);
    result.micro = {{together.precision, 0}, {together.recall, 0}, {together.f1, 0}};
    result.macro = means(result.classes, std::vector<double>(actualRows.size(), 1));
    result.weighted = means(result.classes, actualRows);

    Eigen::Index smallest = 0;
    result.smallestClassRows = counts.rowwise().sum().minCoeff(&smallest);
    result.smallestClass = static_cast<int>(smallest);
    return result;
}

} // namespace tangent::evaluate
