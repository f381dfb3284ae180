// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace tangent::language {

/// A matrix whose entries are mostly zero, row by row: the entries of row r stand at starts[r] up to
/// starts[r + 1], their columns ascending.
struct SparseRows {
    std::vector<std::size_t> starts{0};
    std::vector<int> columns;
    std::vector<double> values;

    int rows() const { return static_cast<int>(starts.size()) - 1; }
    std::size_t entries() const { return columns.size(); }
};

} // namespace tangent::language
