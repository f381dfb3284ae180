// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <algorithm>

namespace tangent::linear {

/// The mean of a column of at least one value. Exact for a constant column, whose rounded sum divided
/// by n may miss its value: once centred it is to be 0. Not finite when a value is not.
inline double columnMean(const Eigen::Ref<const Eigen::VectorXd>& column)
{
    const double first = column(0);
    const double* end = column.data() + column.size();
    if (std::all_of(column.data(), end, [first](double value) { return value == first; }))
        return first;
    return column.mean();
}

} // namespace tangent::linear
