// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/simulate/hash_range.h"

#include <openssl/evp.h>

#include <array>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace tangent::simulate {

namespace {

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Digest = std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)>;

} // namespace

Hash md5(std::string_view text)
{
    // Fetched once: looking an algorithm up costs more than hashing a short key.
    static const Digest digest(EVP_MD_fetch(nullptr, "MD5", nullptr), &EVP_MD_free);
    const thread_local Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    constexpr unsigned int expected = 16;
    if (!digest || !context || EVP_DigestInit_ex2(context.get(), digest.get(), nullptr) != 1
        || EVP_DigestUpdate(context.get(), text.data(), text.size()) != 1
        || EVP_DigestFinal_ex(context.get(), bytes.data(), &length) != 1 || length != expected)
        throw std::runtime_error("md5: the cryptography library of this system does not offer it");
    Hash hash = 0;
    for (unsigned int i = 0; i < expected; ++i)
        hash = hash << 8 | bytes[i];
    return hash;
}

double position(Hash hash)
{
    return std::ldexp(double(hash), -128);
}

double HashRange::from() const
{
    return position(first);
}

double HashRange::to() const
{
    return position(last) + std::ldexp(1.0, -128);
}

std::vector<HashRange> equalRanges(int count)
{
    if (count < 1)
        throw std::invalid_argument("equalRanges: count must be at least 1");
    // 2^128 does not fit: one less is divided, and what is over is made up for.
    const Hash most = ~Hash(0);
    const auto parts = Hash(count);
    const Hash length = most / parts;
    const Hash over = most % parts + 1;
    std::vector<HashRange> ranges;
    Hash first = 0;
    for (Hash i = 1; i <= parts; ++i) {
        // The i-th border is the whole part of i 2^128 / count.
        const Hash last = length * i + over * i / parts - 1;
        ranges.push_back({first, last});
        first = last + 1;
    }
    return ranges;
}

std::pair<HashRange, HashRange> halves(const HashRange& range)
{
    const Hash middle = range.first + (range.last - range.first) / 2;
    return {{range.first, middle}, {middle + 1, range.last}};
}

} // namespace tangent::simulate
