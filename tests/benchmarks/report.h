// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

namespace tangent::benchmarks {

/// Milliseconds since some moment.
inline double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Whose processor time is measured: that of all threads together, or of the one that measures. What a thread
/// does before it goes on is its own; what another one still works on at the same time is not.
enum class Whose { Process, Thread };

/// Milliseconds of processor time. On a machine that others use as well it tells more than the clock does.
inline double processorNow(Whose whose)
{
    timespec time{};
    clock_gettime(whose == Whose::Process ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) * 1e-6;
}

/// The runs of one item: elapsed and processor time of each, in milliseconds.
struct Runs {
    std::vector<double> elapsed;
    std::vector<double> processor;
};

/// Adds the time from its making to its end to a list of runs.
class Stopwatch {
public:
    explicit Stopwatch(Runs& runs, Whose whose = Whose::Process)
        : runs_(runs)
        , whose_(whose)
    {
    }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    ~Stopwatch()
    {
        runs_.processor.push_back(processorNow(whose_) - processor_);
        runs_.elapsed.push_back(now() - elapsed_);
    }

private:
    Runs& runs_;
    Whose whose_;
    double elapsed_ = now();
    double processor_ = processorNow(whose_);
};

/// The value below which a share of them lies (nearest rank); the least one for 0.
inline double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const double rank = std::ceil(share * double(values.size())) - 1;
    return values[std::min(values.size() - 1, size_t(std::max(0.0, rank)))];
}

/// Prints one JSON line: name, least, median and 99th percentile in milliseconds, by the clock and of
/// processor time, and the answer that shows the work was done.
inline void report(
    const std::string& name, const Runs& runs, const std::string& answer, const std::string& peer = "")
{
    if (runs.elapsed.empty())
        return;
    const auto times = [](const std::string& prefix, const std::vector<double>& values) {
        char text[160];
        std::snprintf(text, sizeof text, "\"%sleast_ms\": %.4g, \"%smedian_ms\": %.4g, \"%sp99_ms\": %.4g",
            prefix.c_str(), quantile(values, 0), prefix.c_str(), quantile(values, 0.5), prefix.c_str(),
            quantile(values, 0.99));
        return std::string(text);
    };
    const std::string by = peer.empty() ? "" : "\"peer\": \"" + peer + "\", ";
    std::printf("{%s\"name\": \"%s\", \"runs\": %zu, %s, %s, \"answer\": \"%s\"}\n", by.c_str(), name.c_str(),
        runs.elapsed.size(), times("", runs.elapsed).c_str(), times("processor_", runs.processor).c_str(),
        answer.c_str());
    std::fflush(stdout);
}

} // namespace tangent::benchmarks
