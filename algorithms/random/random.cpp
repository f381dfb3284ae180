// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"

#include <cmath>
#include <stdexcept>

namespace tangent {

namespace {

// Here the compiler may put them where they are called; what a shared library shows it may not.

inline std::uint64_t nextOf(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

inline double uniformOf(std::uint64_t& state)
{
    return static_cast<double>(nextOf(state) >> 11) * 0x1.0p-53;
}

} // namespace

std::uint64_t Random::next()
{
    return nextOf(state_);
}

double Random::uniform()
{
    return uniformOf(state_);
}

std::uint64_t Random::below(std::uint64_t bound)
{
    if (bound == 0)
        throw std::invalid_argument("Random::below: the bound must be at least 1");
    const std::uint64_t tooFew = (0 - bound) % bound; // 2^64 mod bound: these low values would be favoured
    std::uint64_t bits = next();
    while (bits < tooFew)
        bits = next();
    return bits % bound;
}

double Random::normal()
{
    if (hasSpare_) {
        hasSpare_ = false;
        return spare_;
    }
    double u = 0;
    double v = 0;
    double square = 0;
    do {
        u = 2 * uniformOf(state_) - 1;
        v = 2 * uniformOf(state_) - 1;
        square = u * u + v * v;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    spare_ = v * factor;
    hasSpare_ = true;
    return u * factor;
}

} // namespace tangent
