// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/evaluate/confusion_matrix.h"

#include <optional>
#include <vector>

namespace tangent::evaluate {

/// One class against all others: the four counts and what follows from them. A ratio 0 ÷ 0 is null.
struct ClassScores {
    std::int64_t truePositives = 0;
    std::int64_t falsePositives = 0;
    std::int64_t falseNegatives = 0;
    std::int64_t trueNegatives = 0;
    std::optional<double> precision;   ///< TP ÷ (TP + FP)
    std::optional<double> recall;      ///< TP ÷ (TP + FN)
    std::optional<double> specificity; ///< TN ÷ (TN + FP)
    std::optional<double> f1;          ///< 2TP ÷ (2TP + FP + FN)
};

/// A mean over the classes. A class whose value is undefined enters as 0.
struct ClassMean {
    std::optional<double> value; ///< null for a micro or weighted mean without rows
    int undefinedClasses = 0; ///< how many entered as 0 (always 0 for micro, which has no classes to enter)
};

struct ClassMeans {
    ClassMean precision;
    ClassMean recall;
    ClassMean f1;
};

/// Everything a confusion matrix says. Source of the definitions: Sokolova, Lapalme: A systematic analysis
/// of performance measures for classification tasks, Information Processing and Management 45 (2009)
/// 427-437, tables 2 and 3; macro-F1 is the mean of the classes' F1.
struct ConfusionScores {
    std::vector<ClassScores> classes;
    std::optional<double> accuracy; ///< null without rows
    ClassMeans micro;               ///< from the summed counts of all classes
    ClassMeans macro;               ///< every class counts the same
    ClassMeans weighted;            ///< every class counts as its actual rows do
    int smallestClass = 0;          ///< the class with the fewest actual rows, the first on ties
    std::int64_t smallestClassRows = 0;
    std::int64_t rows = 0;
};

/// `counts`: square, at least one class, no negative number. Throws std::invalid_argument otherwise.
TANGENT_API ConfusionScores confusionScores(const CountMatrix& counts);

} // namespace tangent::evaluate
