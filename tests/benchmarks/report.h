// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace tangent::benchmarks {

/// Milliseconds since some moment.
inline double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Prints one JSON line: name, least, median and 99th percentile in milliseconds, and the answer that
/// shows the work was done.
inline void report(const std::string& name, std::vector<double> milliseconds, const std::string& answer)
{
    if (milliseconds.empty())
        return;
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        return milliseconds[std::min(milliseconds.size() - 1,
            size_t(std::ceil(share * double(milliseconds.size()))) - (share > 0 ? 1 : 0))];
    };
    std::printf("{\"name\": \"%s\", \"runs\": %zu, \"least_ms\": %.4g, \"median_ms\": %.4g, \"p99_ms\": "
                "%.4g, \"answer\": \"%s\"}\n",
        name.c_str(), milliseconds.size(), milliseconds.front(), at(0.5), at(0.99), answer.c_str());
    std::fflush(stdout);
}

} // namespace tangent::benchmarks
