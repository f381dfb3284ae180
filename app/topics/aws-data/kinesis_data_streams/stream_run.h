// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/simulate/stream.h"
#include "app/lab/progress.h"
#include "app/lab/stages.h"
#include "app/lab/state.h"
#include "widgets/scene/scene.h"

#include <QCoreApplication>

namespace tangent::kinesis {

/// Interface text of this lab, through the translator.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("KinesisDataStreams", text);
}

inline constexpr int longestRate = 3600; ///< seconds: where corners of the curve and resharding end
inline constexpr int shortestRun = 60;
inline constexpr int shortestRunOnDemand = 1200; ///< shards on demand take a quarter of an hour to follow
inline constexpr int afterLastEvent = 30;        ///< seconds that a run goes on after its last corner

/// Thrown when nobody waits for the run any more.
struct Stopped { };

/// Everything a scene shows, computed once.
struct Shown {
    const Settled& state;
    simulate::StreamOptions options;
    simulate::KeyOptions keyOptions;
    std::shared_ptr<const simulate::PartitionKeys> keys;
    std::shared_ptr<const simulate::StreamTrace> trace;
    int second = 0; ///< where the shown state stands
    std::vector<Diagnostic> diagnostics;

    int last() const { return int(trace->seconds.size()) - 1; }
    const simulate::StreamSecond& now() const { return trace->seconds[size_t(second)]; }
    /// Records sent for the first time in the second that ends at the shown one.
    double rate() const;
    /// Offered load over the nearer of the two limits of writing.
    double load(double recordsPerSecond) const;
    /// The limit that is nearer is the one of bytes.
    bool bytesBind() const;
    /// Share of all records that the busiest name (key or salted key) is sent.
    double busiestShare() const;
    bool hasBusiestKey() const;
    QString busiestName() const;
    /// Index into now().shards of the busiest open one.
    size_t worstShard() const;
    double worstLoad() const;
    const simulate::HashRange& rangeOf(const simulate::ShardSecond& shard) const
    {
        return trace->shards[size_t(shard.shard)].range;
    }
};

/// Simulates the run of a state. Throws Stopped when it is no longer wanted.
Shown shownOf(const Settled& state, Stages& stages, const Progress& progress);

/// The shards of a second as bars over the hashes they answer for, with keys and records on their way.
Figure loadFigure(const Shown& shown);
/// The rate curve, and what became of the records.
Figure rateFigure(const Shown& shown);
/// Load of every hash over time.
Figure historyFigure(const Shown& shown);
Figure waitingStrip(const Shown& shown);
Figure ageStrip(const Shown& shown);
/// One line for each shard, with what can be done to it.
Figure shardFigure(const Shown& shown);

std::vector<Handle> handles(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
QString narration(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);

} // namespace tangent::kinesis
