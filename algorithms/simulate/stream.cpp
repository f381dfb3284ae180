// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/simulate/stream.h"

#include <algorithm>
#include <stdexcept>

namespace tangent::simulate {

namespace {

constexpr int secondsPerMinute = 60;
constexpr size_t mostShardsOnDemand = 1024;

} // namespace

int StreamSecond::openShards() const
{
    return int(
        std::count_if(shards.begin(), shards.end(), [](const ShardSecond& shard) { return shard.open; }));
}

double StreamSecond::iteratorAge() const
{
    double age = 0;
    for (const ReaderSecond& reader : readers)
        age = std::max(age, reader.age);
    return age;
}

Stream::Stream(StreamOptions options, std::shared_ptr<const PartitionKeys> keys)
    : options_(std::move(options))
    , keys_(std::move(keys))
{
    options_.check();
    if (!keys_)
        throw std::invalid_argument("Stream: keys are needed");
    recordsIn_ = options_.recordsIn();
    recordsOut_ = options_.recordsOut();
    recordsPerCall_ = options_.recordsPerCall();
    for (const HashRange& range : equalRanges(options_.shards)) {
        open_.push_back(int(shards_.size()));
        add(range, {});
    }
    std::stable_sort(options_.reshards.begin(), options_.reshards.end(),
        [](const Reshard& a, const Reshard& b) { return a.second < b.second; });
}

Shard& Stream::add(const HashRange& range, std::vector<int> parents)
{
    Shard shard;
    shard.range = range;
    shard.share = keys_->shareOf(range);
    shard.opened = second_;
    shard.parents = std::move(parents);
    shard.retries = RetryQueue(options_.retry);
    shard.readers.resize(size_t(options_.readers));
    shards_.push_back(std::move(shard));
    return shards_.back();
}

void Stream::split(int index)
{
    const auto [lower, upper] = halves(shards_[size_t(index)].range);
    const int first = int(shards_.size());
    add(lower, {index});
    add(upper, {index});
    Shard& parent = shards_[size_t(index)];
    Shard& low = shards_[size_t(first)];
    Shard& high = shards_[size_t(first + 1)];
    const double sum = low.share + high.share;
    const double lowShare = sum > 0 ? low.share / sum : 0.5;
    low.retries = parent.retries.split(lowShare);
    high.retries = parent.retries;
    low.carried = parent.carried * lowShare;
    high.carried = parent.carried - low.carried;
    parent.retries = RetryQueue(Retry::None);
    parent.closed = second_;
    closed_.push_back(index);
    const auto place = std::find(open_.begin(), open_.end(), index);
    *place = first;
    open_.insert(place + 1, first + 1);
}

void Stream::merge(int index)
{
    const auto place = std::find(open_.begin(), open_.end(), index);
    const int above = *(place + 1);
    const HashRange range{shards_[size_t(index)].range.first, shards_[size_t(above)].range.last};
    const int joined = int(shards_.size());
    Shard& child = add(range, {index, above});
    for (const int parentIndex : {index, above}) {
        Shard& parent = shards_[size_t(parentIndex)];
        child.retries.join(parent.retries);
        child.carried += parent.carried;
        parent.retries = RetryQueue(Retry::None);
        parent.closed = second_;
        closed_.push_back(parentIndex);
    }
    *place = joined;
    open_.erase(place + 1);
}

bool Stream::reshard(const Reshard& wanted)
{
    const auto place = std::find(open_.begin(), open_.end(), wanted.shard - 1);
    if (options_.mode == Mode::OnDemand || place == open_.end())
        return false;
    if (wanted.merge) {
        if (place + 1 == open_.end())
            return false;
        merge(wanted.shard - 1);
        return true;
    }
    if (!shards_[size_t(*place)].range.divisible())
        return false;
    split(wanted.shard - 1);
    return true;
}

/// On demand: a shard that has been over half of a limit in each of the last fifteen minutes is cut in
/// halves.
void Stream::grow()
{
    const std::vector<int> before = open_;
    for (const int index : before) {
        Shard& shard = shards_[size_t(index)];
        const std::int64_t records = shard.acceptedThisMinute;
        const bool busy = records > std::int64_t(limits::splitRecords) * secondsPerMinute
            || records * options_.recordBytes() > std::int64_t(limits::splitBytes) * secondsPerMinute;
        shard.acceptedThisMinute = 0;
        shard.busyMinutes = busy ? shard.busyMinutes + 1 : 0;
        if (shard.busyMinutes >= limits::splitMinutes && shard.range.divisible()
            && open_.size() < mostShardsOnDemand)
            split(index);
    }
}

void Stream::write(Shard& shard, double sent, int slice, StreamSecond& now)
{
    shard.carried += sent * shard.share;
    const auto fresh = std::int64_t(shard.carried);
    shard.carried -= double(fresh);
    ByAttempts offered = shard.retries.take(slice);
    offered[0] = std::int32_t(fresh);
    std::int64_t total = 0;
    for (const std::int32_t count : offered)
        total += count;
    const std::int64_t accepted = std::min(total, shard.inflow.room(slice, recordsIn_));
    shard.inflow.pass(slice, accepted);
    if (accepted < total) {
        ByAttempts refused{};
        std::int64_t sum = 0;
        std::int64_t taken = 0;
        for (size_t attempts = 0; attempts < refused.size(); ++attempts) {
            sum += offered[attempts];
            const std::int64_t takenSoFar = portion(sum, accepted, total);
            refused[attempts] = offered[attempts] - std::int32_t(takenSoFar - taken);
            taken = takenSoFar;
        }
        now.givenUp += shard.retries.refuse(slice, refused);
    }
    shard.accepted += accepted;
    shard.acceptedUntil.push_back(shard.accepted);
    shard.offeredThisSecond += int(total);
    shard.acceptedThisSecond += int(accepted);
    shard.acceptedThisMinute += accepted;
    now.produced += fresh;
    now.attempts += total;
    now.accepted += accepted;
}

bool Stream::mayRead(const Shard& shard, int reader) const
{
    return std::all_of(shard.parents.begin(), shard.parents.end(), [&](int parent) {
        const Shard& read = shards_[size_t(parent)];
        return read.unread(read.readers[size_t(reader)]) == 0;
    });
}

void Stream::read(Shard& shard, int slice)
{
    const auto give = [&](ReaderPosition& reader, std::int64_t most) {
        const std::int64_t count = std::min(shard.unread(reader), most);
        reader.read += count;
        return count;
    };
    if (options_.fanOut) {
        for (int r = 0; r < options_.readers; ++r) {
            ReaderPosition& reader = shard.readers[size_t(r)];
            const std::int64_t room = mayRead(shard, r) ? reader.outflow.room(slice, recordsOut_) : 0;
            reader.outflow.pass(slice, give(reader, room));
        }
        return;
    }
    ReaderPosition& reader = shard.readers[size_t(shard.turn)];
    const std::int64_t wanted =
        mayRead(shard, shard.turn) ? std::min(shard.unread(reader), std::int64_t(recordsPerCall_)) : 0;
    const std::int64_t given = give(reader, std::min(wanted, shard.outflow.room(slice, recordsOut_)));
    shard.outflow.pass(slice, given);
    // A reader whose call was refused for bytes tries again in the next slice.
    if (given > 0 || wanted == 0)
        shard.turn = (shard.turn + 1) % options_.readers;
}

void Stream::measure(StreamSecond& now)
{
    const int end = second_ * slicesPerSecond;
    now.readers.assign(size_t(options_.readers), {});
    const auto measureShard = [&](int index) {
        Shard& shard = shards_[size_t(index)];
        ShardSecond measured;
        measured.shard = index;
        measured.open = !shard.closed;
        measured.offered = std::exchange(shard.offeredThisSecond, 0);
        measured.accepted = std::exchange(shard.acceptedThisSecond, 0);
        measured.waiting = int(shard.retries.waiting());
        now.waiting += measured.waiting;
        const int firstSlice = shard.opened * slicesPerSecond;
        const int lived = int(shard.acceptedUntil.size());
        const int expiring = std::min(end - options_.retention * slicesPerSecond - firstSlice, lived);
        for (size_t r = 0; r < shard.readers.size(); ++r) {
            ReaderPosition& reader = shard.readers[r];
            if (expiring > 0) {
                const std::int64_t gone = shard.acceptedUntil[size_t(expiring - 1)] - reader.position();
                reader.expired += std::max(gone, std::int64_t(0));
            }
            while (reader.slice < lived && shard.acceptedUntil[size_t(reader.slice)] <= reader.position())
                ++reader.slice;
            const std::int64_t unread = shard.unread(reader);
            const double age = unread > 0 ? double(end - firstSlice - reader.slice - 1) / slicesPerSecond : 0;
            measured.unread = std::max(measured.unread, int(unread));
            measured.age = std::max(measured.age, float(age));
            now.readers[r].unread += unread;
            now.readers[r].age = std::max(now.readers[r].age, age);
        }
        now.shards.push_back(measured);
    };
    for (const int index : open_)
        measureShard(index);
    for (const int index : closed_)
        measureShard(index);
    closed_.erase(std::remove_if(closed_.begin(), closed_.end(),
                      [&](int index) {
                          const Shard& shard = shards_[size_t(index)];
                          return std::all_of(shard.readers.begin(), shard.readers.end(),
                              [&](const ReaderPosition& reader) { return shard.unread(reader) == 0; });
                      }),
        closed_.end());
    for (const Shard& shard : shards_) {
        for (size_t r = 0; r < shard.readers.size(); ++r) {
            now.readers[r].read += shard.readers[r].read;
            now.readers[r].expired += shard.readers[r].expired;
        }
    }
}

StreamSecond Stream::advance()
{
    for (const Reshard& wanted : options_.reshards) {
        if (wanted.second == second_ && !reshard(wanted))
            refused_.push_back(wanted);
    }
    if (options_.mode == Mode::OnDemand && second_ > 0 && second_ % secondsPerMinute == 0)
        grow();
    StreamSecond now = totals_;
    for (int i = 0; i < slicesPerSecond; ++i) {
        const int slice = second_ * slicesPerSecond + i;
        const double sent =
            sentBetween(options_.rate, double(slice) / slicesPerSecond, double(slice + 1) / slicesPerSecond);
        for (const int index : open_)
            write(shards_[size_t(index)], sent, slice, now);
        for (const int index : closed_)
            read(shards_[size_t(index)], slice);
        for (const int index : open_)
            read(shards_[size_t(index)], slice);
    }
    totals_ = now;
    ++second_;
    measure(now);
    return now;
}

StreamTrace runStream(const StreamOptions& options, std::shared_ptr<const PartitionKeys> keys, int seconds,
    const std::function<bool(double)>& goOn)
{
    Stream stream(options, std::move(keys));
    StreamTrace trace;
    trace.seconds.reserve(size_t(std::max(seconds, 0)) + 1);
    StreamSecond start;
    for (const int index : stream.open())
        start.shards.push_back({index, 0, 0, 0, 0, 0, true});
    start.readers.resize(size_t(options.readers));
    trace.seconds.push_back(std::move(start));
    while (stream.second() < seconds && !trace.cancelled) {
        trace.seconds.push_back(stream.advance());
        trace.cancelled = goOn && !goOn(double(stream.second()) / seconds);
    }
    for (const Shard& shard : stream.shards())
        trace.shards.push_back({shard.range, shard.opened, shard.closed, shard.share});
    trace.refused = stream.refusedReshards();
    return trace;
}

} // namespace tangent::simulate
