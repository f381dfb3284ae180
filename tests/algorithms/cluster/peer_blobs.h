// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/random/random.h"

#include <Eigen/Core>

#include <cmath>
#include <cstdint>
#include <vector>

namespace tangent::tests {

/// The overlapping round clouds that other programs are measured on, the same bits in every language: every
/// value is exact in double. Row i belongs to cloud i mod k; its place is the cloud's centre plus a sum of
/// twelve uniform numbers less 6.
inline Eigen::MatrixXd peerBlobs(int rows, int columns, int clouds, std::uint64_t seed)
{
    Random centreBits(seed + 1);
    std::vector<double> centres(static_cast<std::size_t>(clouds) * columns);
    for (double& value : centres) {
        const double uniform = static_cast<double>(centreBits.next() >> 38) * 0x1p-26;
        value = std::floor(uniform * 1024) / 256 * (columns > 2 ? 0.375 : 2);
    }
    Random bits(seed);
    Eigen::MatrixXd table(rows, columns);
    for (int i = 0; i < rows; ++i)
        for (int f = 0; f < columns; ++f) {
            std::uint64_t sum = 0;
            for (int j = 0; j < 6; ++j) {
                const std::uint64_t word = bits.next();
                sum += (word >> 32) + (word & 0xFFFFFFFF);
            }
            table(i, f) = centres[(i % clouds) * columns + f] + static_cast<double>(sum) * 0x1p-32 - 6;
        }
    return table;
}

/// Four round blobs at (6, 1), (6, -1), (-6, 1), (-6, -1), 50 rows each, in that order, spread 0.45.
inline Eigen::MatrixXd fourBlobs(std::uint64_t seed)
{
    Random random(seed);
    Eigen::MatrixXd table(200, 2);
    for (int i = 0; i < 200; ++i) {
        table(i, 0) = (i < 100 ? 6 : -6) + 0.45 * random.normal();
        table(i, 1) = (i / 50 % 2 == 0 ? 1 : -1) + 0.45 * random.normal();
    }
    return table;
}

} // namespace tangent::tests
