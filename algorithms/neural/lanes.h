// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace tangent::neural {

/// What one vector register of the instruction set holds.
#ifdef __AVX__
inline constexpr int registerBytes = 32;
#else
inline constexpr int registerBytes = 16;
#endif

/// Four rows side by side, in one or two registers. The bits of a result are the same either way: nothing is
/// reordered or fused.
struct Lanes {
    using Register = double __attribute__((vector_size(registerBytes)));
    using Unaligned = double __attribute__((vector_size(registerBytes), aligned(8), may_alias));
    using Bits = std::int64_t __attribute__((vector_size(registerBytes)));
    static constexpr int registers = 32 / registerBytes;
    static constexpr int width = 4 / registers;

    Register part[registers];

    Lanes() = default;
    Lanes(double value)
    {
        for (Register& lanes : part)
            lanes = Register{} + value;
    }

    static Lanes at(const double* from)
    {
        Lanes made;
        for (int i = 0; i < registers; ++i)
            made.part[i] = *reinterpret_cast<const Unaligned*>(from + i * width);
        return made;
    }
    void store(double* to) const
    {
        for (int i = 0; i < registers; ++i)
            *reinterpret_cast<Unaligned*>(to + i * width) = part[i];
    }
    double operator[](int lane) const { return part[lane / width][lane % width]; }
    double sum() const { return ((*this)[0] + (*this)[1]) + ((*this)[2] + (*this)[3]); }

    /// `make(register of a, register of b)` for each register.
    template <class Make>
    static Lanes of(const Lanes& a, const Lanes& b, const Make& make)
    {
        Lanes made;
        for (int i = 0; i < registers; ++i)
            made.part[i] = make(a.part[i], b.part[i]);
        return made;
    }
    friend Lanes operator+(const Lanes& a, const Lanes& b)
    {
        return of(a, b, [](const Register& p, const Register& q) { return p + q; });
    }
    friend Lanes operator-(const Lanes& a, const Lanes& b)
    {
        return of(a, b, [](const Register& p, const Register& q) { return p - q; });
    }
    friend Lanes operator*(const Lanes& a, const Lanes& b)
    {
        return of(a, b, [](const Register& p, const Register& q) { return p * q; });
    }
    friend Lanes operator/(const Lanes& a, const Lanes& b)
    {
        return of(a, b, [](const Register& p, const Register& q) { return p / q; });
    }
    Lanes operator-() const
    {
        return of(*this, *this, [](const Register& p, const Register&) { return -p; });
    }
    friend Lanes least(const Lanes& a, const Lanes& b)
    {
        return of(a, b, [](const Register& p, const Register& q) { return q < p ? q : p; });
    }
    friend Lanes greatest(const Lanes& a, const Lanes& b)
    {
        return of(a, b, [](const Register& p, const Register& q) { return q > p ? q : p; });
    }

    /// `chosen` in the lanes where this is above 0, `otherwise` in the others.
    Lanes wherePositive(const Lanes& chosen, const Lanes& otherwise) const
    {
        Lanes made;
        for (int i = 0; i < registers; ++i)
            made.part[i] = part[i] > Register{} ? chosen.part[i] : otherwise.part[i];
        return made;
    }
    Lanes whereNegative(const Lanes& chosen, const Lanes& otherwise) const
    {
        Lanes made;
        for (int i = 0; i < registers; ++i)
            made.part[i] = part[i] < Register{} ? chosen.part[i] : otherwise.part[i];
        return made;
    }
};

/// Rows that pass through the network together: four groups of lanes keep the adders busy.
inline constexpr int blockRows = 16;
inline constexpr int lanesPerBlock = blockRows / 4;

/// e^x = 2^k (1 + rest): with x = k ln 2 + r, |r| ≤ ½ ln 2, rest = e^r − 1 by its Taylor series to r¹³, whose
/// error is below 5e-18.
struct SplitExponential {
    Lanes power;
    Lanes rest;

    /// x must lie in [−708, 708].
    explicit SplitExponential(const Lanes& x)
    {
        constexpr double log2e = 1.4426950408889634;
        constexpr double ln2High = 6.93147180369123816490e-01; // 33 bits: k times it is exact
        constexpr double ln2Low = 1.90821492927058770002e-10;
        constexpr double rounder = 0x1.8p52; // what is added to it becomes a whole number, in its low bits
        const Lanes shifted = x * log2e + rounder;
        const Lanes k = shifted - rounder;
        const Lanes r = (x - k * ln2High) - k * ln2Low;
        const Lanes square = r * r;
        // Even and odd powers as two shorter chains.
        Lanes even = square * (1.0 / 479001600) + 1.0 / 3628800;
        Lanes odd = square * (1.0 / 6227020800.0) + 1.0 / 39916800;
        even = even * square + 1.0 / 40320;
        odd = odd * square + 1.0 / 362880;
        even = even * square + 1.0 / 720;
        odd = odd * square + 1.0 / 5040;
        even = even * square + 1.0 / 24;
        odd = odd * square + 1.0 / 120;
        even = even * square + 0.5;
        odd = odd * square + 1.0 / 6;
        rest = r + square * (even + odd * r);
        for (int i = 0; i < Lanes::registers; ++i) {
            const auto bits = (std::bit_cast<Lanes::Bits>(shifted.part[i]) + 1023) << 52;
            power.part[i] = std::bit_cast<Lanes::Register>(bits);
        }
    }
};

inline Lanes exponential(const Lanes& x)
{
    const SplitExponential split(greatest(least(x, 708.0), -708.0));
    return split.power * split.rest + split.power;
}

/// 1 ÷ (1 + e^−x), to 1e-16.
inline Lanes logistic(const Lanes& x)
{
    return Lanes(1.0) / (1.0 + exponential(-x));
}

/// tanh x = (e^2x − 1) ÷ (e^2x + 1), without losing the digits of a small x.
inline Lanes hyperbolicTangent(const Lanes& x)
{
    const SplitExponential split(
        greatest(least(2.0 * x, 44.0), -44.0)); // beyond it tanh is 1 to the last bit
    const Lanes lessOne = split.power * split.rest + (split.power - 1.0);
    return lessOne / (lessOne + 2.0);
}

} // namespace tangent::neural
