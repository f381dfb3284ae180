// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

/// The generated tables that other programs are measured on, the same to the bit in every language:
/// whole-number arithmetic and dyadic constants only.
namespace tangent::benchmarks {

/// Word `i` of SplitMix64 from a seed.
inline std::uint64_t word(std::uint64_t seed, std::uint64_t i)
{
    std::uint64_t z = seed + (i + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// A multiple of 2^-26 in [0, 1).
inline double uniform(std::uint64_t seed, std::uint64_t i)
{
    return double(word(seed, i) >> 38) * 0x1p-26;
}

/// Nearly normal: twelve uniform values added up, less six.
inline double normal(std::uint64_t seed, std::uint64_t i)
{
    std::uint64_t sum = 0;
    for (std::uint64_t j = 0; j < 6; ++j) {
        const std::uint64_t bits = word(seed, 6 * i + j);
        sum += (bits >> 32) + (bits & 0xFFFFFFFFu);
    }
    return double(sum) * 0x1p-32 - 6;
}

struct Labelled {
    Eigen::MatrixXd x;
    Eigen::VectorXi y;
};

inline Eigen::MatrixXd normals(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    Eigen::MatrixXd x(rows, columns);
    for (Eigen::Index i = 0; i < rows; ++i) {
        for (Eigen::Index f = 0; f < columns; ++f)
            x(i, f) = normal(seed, std::uint64_t(i * columns + f));
    }
    return x;
}

/// Row i belongs to cloud i mod k; the clouds overlap on purpose. `shift` draws other rows round the same
/// centres.
inline Labelled blobs(
    Eigen::Index rows, Eigen::Index columns, int clouds, std::uint64_t seed, std::uint64_t shift = 0)
{
    Labelled made{normals(rows, columns, seed + shift), Eigen::VectorXi(rows)};
    for (Eigen::Index i = 0; i < rows; ++i) {
        made.y(i) = int(i % clouds);
        for (Eigen::Index f = 0; f < columns; ++f)
            made.x(i, f) += std::floor(uniform(seed + 1, std::uint64_t(made.y(i) * columns + f)) * 1024) / 256
                * (columns > 2 ? 0.375 : 2);
    }
    return made;
}

inline Eigen::MatrixXd factors(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    const Eigen::MatrixXd shared = normals(rows, 4, seed);
    Eigen::MatrixXd x = 0.5 * normals(rows, columns, seed + 1);
    for (Eigen::Index k = 0; k < 4; ++k) {
        for (Eigen::Index f = 0; f < columns; ++f)
            x.col(f) += shared.col(k) * (double((5 * f + 3 * k) % 9 - 4) / 4);
    }
    return x;
}

inline Eigen::VectorXd linearScore(const Eigen::MatrixXd& x)
{
    Eigen::VectorXd score = Eigen::VectorXd::Zero(x.rows());
    for (Eigen::Index f = 0; f < x.cols(); ++f)
        score += x.col(f) * (double(f * 5 % 7 - 3) / 4);
    return score;
}

inline Labelled logisticRows(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    Labelled made{normals(rows, columns, seed), Eigen::VectorXi(rows)};
    const Eigen::VectorXd score = linearScore(made.x);
    for (Eigen::Index i = 0; i < rows; ++i)
        made.y(i) = 0.5 + score(i) + 2 * normal(seed + 1, std::uint64_t(i)) > 0 ? 1 : 0;
    return made;
}

/// y = (x0 > 0) xor (x1 + x2 > 0.5), one row in eight flipped.
inline Labelled rules(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    Labelled made{normals(rows, columns, seed), Eigen::VectorXi(rows)};
    for (Eigen::Index i = 0; i < rows; ++i) {
        const bool truth = (made.x(i, 0) > 0) != (made.x(i, 1) + made.x(i, 2) > 0.5);
        made.y(i) = truth != (uniform(seed + 1, std::uint64_t(i)) < 0.125) ? 1 : 0;
    }
    return made;
}

/// Texts of made-up words "w0000" ..., low numbers more often: floor(vocabulary * u^3).
inline std::vector<std::string> corpus(int documents, int tokens, int vocabulary, std::uint64_t seed)
{
    std::vector<std::string> made(static_cast<std::size_t>(documents));
    for (int i = 0; i < documents * tokens; ++i) {
        const double u = double(word(seed, std::uint64_t(i)) >> 47) * 0x1p-17;
        std::string digits = std::to_string(int(std::floor(vocabulary * (u * u * u))));
        digits.insert(0, 4 - std::min<std::size_t>(4, digits.size()), '0');
        std::string& text = made[std::size_t(i / tokens)];
        text += (text.empty() ? "w" : " w") + digits;
    }
    return made;
}

} // namespace tangent::benchmarks
