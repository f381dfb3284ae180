// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/random/random.h"

#include <Eigen/Core>

#include <cstdint>

namespace tangent::tests {

/// The generated tables that other programs were measured on. A value is the sum of twelve uniform
/// halves of six 64-bit words, minus 6 (Irwin and Hall: mean 0, variance 1), so that every language
/// gets the same bits; the words are those of tangent::Random.
class RecipeNormal {
public:
    explicit RecipeNormal(std::uint64_t seed)
        : words_(seed)
    {
    }

    double next()
    {
        std::uint64_t sum = 0;
        for (int i = 0; i < 6; ++i) {
            const std::uint64_t word = words_.next();
            sum += (word >> 32) + (word & 0xFFFFFFFFu);
        }
        return static_cast<double>(sum) * 0x1p-32 - 6.0;
    }

private:
    Random words_;
};

/// rows x columns, filled row by row.
inline Eigen::MatrixXd recipeNormals(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    RecipeNormal normal(seed);
    Eigen::MatrixXd x(rows, columns);
    for (Eigen::Index i = 0; i < rows; ++i) {
        for (Eigen::Index j = 0; j < columns; ++j)
            x(i, j) = normal.next();
    }
    return x;
}

/// Four shared factors behind every column: x_f = 0.5 g_f + sum_k L_fk z_k,
/// L_fk = ((5 f + 3 k) mod 9 - 4) / 4.
inline Eigen::MatrixXd recipeFactors(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    const Eigen::MatrixXd factors = recipeNormals(rows, 4, seed);
    Eigen::MatrixXd x = 0.5 * recipeNormals(rows, columns, seed + 1);
    for (Eigen::Index k = 0; k < 4; ++k) {
        for (Eigen::Index f = 0; f < columns; ++f)
            x.col(f) += factors.col(k) * (static_cast<double>((5 * f + 3 * k) % 9 - 4) / 4.0);
    }
    return x;
}

} // namespace tangent::tests
