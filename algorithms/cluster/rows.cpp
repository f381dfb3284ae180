// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/rows.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace tangent::cluster {

Rows::Rows(const Eigen::Ref<const Eigen::MatrixXd>& table)
    : count_(table.rows())
    , columns_(table.cols())
{
    if (columns_ < 1)
        throw std::invalid_argument("Rows: the table needs at least 1 column");
    if (!table.allFinite())
        throw std::invalid_argument("Rows: every value must be finite");
    values_ = Eigen::VectorXd::Zero(blocks() * columns_ * blockRows);
    for (Eigen::Index column = 0; column < columns_; ++column) {
        const double* from = table.col(column).data();
        double* to = values_.data() + column * blockRows;
        for (Eigen::Index first = 0; first < count_; first += blockRows, to += columns_ * blockRows)
            std::copy(from + first, from + std::min(first + blockRows, count_), to);
    }
}

Eigen::VectorXd Rows::row(Eigen::Index row) const
{
    Eigen::VectorXd values(columns_);
    for (Eigen::Index column = 0; column < columns_; ++column)
        values(column) = (*this)(row, column);
    return values;
}

Eigen::Index distinctRows(const Rows& rows, Eigen::Index atMost)
{
    const auto same = [&](Eigen::Index a, Eigen::Index b) {
        for (Eigen::Index column = 0; column < rows.columns(); ++column)
            if (rows(a, column) != rows(b, column))
                return false;
        return true;
    };
    std::vector<Eigen::Index> found;
    for (Eigen::Index row = 0; row < rows.count() && std::ssize(found) < atMost; ++row)
        if (std::none_of(found.begin(), found.end(), [&](Eigen::Index other) { return same(row, other); }))
            found.push_back(row);
    return std::ssize(found);
}

} // namespace tangent::cluster
