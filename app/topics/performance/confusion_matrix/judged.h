// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/evaluate/class_scores.h"
#include "app/lab/lab.h"
#include "widgets/scene/figure_parts.h"

#include <Eigen/Core>

namespace tangent::confusion {

enum class Source { Classifier, TwoClassifiers, Counts, Table };

Source sourceOf(const Settled& state);
inline bool usesModel(Source source)
{
    return source == Source::Classifier || source == Source::TwoClassifiers;
}

/// The rows that are judged, with their true classes.
struct JudgedRows {
    Eigen::VectorXi actual;
    std::vector<int> rowIds;
    std::shared_ptr<const Eigen::MatrixXd>
        values;          ///< what they are drawn by; may hold NaN, may have no column
    QStringList columns; ///< of `values`
    int leftOut = 0;
};

/// What one model, or one column, made of the rows.
struct Judgement {
    QString name;
    Eigen::VectorXd positiveShare; ///< two classes: the probability of the positive class; else empty
    Eigen::VectorXi predicted;     ///< empty for counts by hand
    evaluate::CountMatrix counts;
    std::vector<std::vector<int>>
        cellRows;         ///< ids of the rows of each cell, cells row by row; empty for counts
    int notConverged = 0; ///< folds whose logistic regression stopped early

    const std::vector<int>& rowsOf(int actual, int predicted) const
    {
        static const std::vector<int> none;
        return cellRows.empty() ? none : cellRows[size_t(actual * counts.cols() + predicted)];
    }
};

struct Judged {
    QStringList classes;
    int positive = 0;
    bool positiveIsMissing = false; ///< no row used has the class that was asked for
    bool columnWasGuessed = false;
    std::shared_ptr<const JudgedRows> rows;                   ///< null for counts by hand
    std::vector<std::shared_ptr<const Judgement>> judgements; ///< one or two; empty while they are awaited
    std::optional<Unusable> unusable;                         ///< then nothing else is filled

    int classCount() const { return int(classes.size()); }
};

/// Asked before long work, with all that is known without it.
using BeforeWork = std::function<void(const Judged&)>;

/// The matrices of a state. Throws WorkStopped when progress says that nobody waits.
Judged judgedOf(const Settled& state, Stages& stages, const Progress& progress, const BeforeWork& beforeWork);

} // namespace tangent::confusion
