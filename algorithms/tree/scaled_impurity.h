// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/tree/impurity.h"

#include <algorithm>
#include <cmath>

namespace tangent::tree {

/// Impurity times the number of rows, the form in which two sides simply add. `rows` is the sum of
/// the counts; 0 when that is 0.
inline double scaledImpurity(Criterion criterion, const double* counts, Eigen::Index classes, double rows)
{
    if (!(rows > 0))
        return 0;
    double sum = 0;
    switch (criterion) {
    case Criterion::Gini:
        for (Eigen::Index c = 0; c < classes; ++c)
            sum += counts[c] * counts[c];
        return rows - sum / rows;
    case Criterion::Entropy:
        for (Eigen::Index c = 0; c < classes; ++c) {
            // rows / rows is exactly 1, so a pure side has entropy 0 without rounding.
            if (counts[c] > 0)
                sum += counts[c] * std::log2(rows / counts[c]);
        }
        return sum;
    case Criterion::Error:
        return rows - *std::max_element(counts, counts + classes);
    }
    return 0;
}

} // namespace tangent::tree
