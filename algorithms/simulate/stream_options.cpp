// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/simulate/stream_options.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tangent::simulate {

namespace {

constexpr int mostShards = 1024;
constexpr int bytesPerKilobyte = 1024;

void require(bool holds, const char* what)
{
    if (!holds)
        throw std::invalid_argument(what);
}

} // namespace

void StreamOptions::check() const
{
    require(!rate.empty(), "StreamOptions: rate needs at least one corner");
    for (size_t i = 0; i < rate.size(); ++i) {
        require(std::isfinite(rate[i].second) && std::isfinite(rate[i].rate) && rate[i].rate >= 0,
            "StreamOptions: rate must be finite and at least 0");
        require(i == 0 || rate[i - 1].second <= rate[i].second, "StreamOptions: rate must ascend by second");
    }
    require(recordKilobytes >= 0.001 && recordKilobytes <= 1024,
        "StreamOptions: recordKilobytes must be 0.001 to 1024");
    require(shards >= 1 && shards <= mostShards, "StreamOptions: shards must be 1 to 1024");
    require(readers >= 1 && readers <= limits::readersWithFanOut, "StreamOptions: readers must be 1 to 20");
    require(retention >= 1, "StreamOptions: retention must be at least 1");
}

int StreamOptions::recordBytes() const
{
    return std::max(1, int(std::lround(recordKilobytes * bytesPerKilobyte)));
}

int StreamOptions::recordsIn() const
{
    return std::min(limits::recordsIn, limits::bytesIn / recordBytes());
}

int StreamOptions::recordsOut() const
{
    return limits::bytesOut / recordBytes();
}

int StreamOptions::recordsPerCall() const
{
    const int share = (recordsOut() + limits::callsOut - 1) / limits::callsOut;
    return std::max(1, std::min({share, limits::recordsPerCall, limits::bytesPerCall / recordBytes()}));
}

double rateAt(const std::vector<RatePoint>& curve, double second)
{
    const auto after = std::upper_bound(curve.begin(), curve.end(), second,
        [](double moment, const RatePoint& point) { return moment < point.second; });
    if (after == curve.begin())
        return curve.empty() ? 0 : curve.front().rate;
    const RatePoint& left = *(after - 1);
    if (after == curve.end())
        return left.rate;
    return left.rate + (after->rate - left.rate) * (second - left.second) / (after->second - left.second);
}

double sentBetween(const std::vector<RatePoint>& curve, double from, double to)
{
    double sent = 0;
    const auto addUntil = [&](double end) {
        // Just before the end: a curve may jump there.
        sent += (end - from) * (rateAt(curve, from) + rateAt(curve, std::nextafter(end, from))) / 2;
        from = end;
    };
    for (const RatePoint& corner : curve) {
        if (corner.second > from && corner.second < to)
            addUntil(corner.second);
    }
    if (to > from)
        addUntil(to);
    return sent;
}

int ShardNeeds::shards() const
{
    constexpr double roundingError = 1e-9;
    const double most = std::max({recordsIn, bytesIn, bytesOut});
    return std::max(1, int(std::ceil(most - roundingError)));
}

ShardNeeds shardNeeds(const StreamOptions& options)
{
    double peak = 0;
    for (const RatePoint& corner : options.rate)
        peak = std::max(peak, corner.rate);
    const double bytes = peak * options.recordKilobytes * bytesPerKilobyte;
    ShardNeeds needs;
    needs.recordsIn = peak / limits::recordsIn;
    needs.bytesIn = bytes / limits::bytesIn;
    needs.bytesOut = options.fanOut ? 0 : bytes * options.readers / limits::bytesOut;
    return needs;
}

} // namespace tangent::simulate
