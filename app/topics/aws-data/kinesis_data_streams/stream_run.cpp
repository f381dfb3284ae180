// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/stream_run.h"

#include <algorithm>
#include <cmath>

namespace tangent::kinesis {

namespace {

using simulate::Mode;
using simulate::Retry;
using simulate::Spread;

std::vector<simulate::RatePoint> curveOf(const Rows& rows)
{
    std::vector<simulate::RatePoint> curve;
    for (const Row& row : rows)
        curve.push_back({cellNumber(row[0]), cellNumber(row[1])});
    std::stable_sort(curve.begin(), curve.end(),
        [](const simulate::RatePoint& a, const simulate::RatePoint& b) { return a.second < b.second; });
    return curve;
}

Diagnostic about(int row, const QString& sentence, const QString& cure)
{
    Diagnostic made;
    made.key = QStringLiteral("reshards");
    made.row = row;
    made.sentence = sentence;
    made.cure = cure;
    return made;
}

std::vector<simulate::Reshard> reshardsOf(const Rows& rows, std::vector<Diagnostic>* diagnostics)
{
    std::vector<simulate::Reshard> all;
    for (size_t i = 0; i < rows.size(); ++i) {
        const QString change = cellText(rows[i][2]);
        const bool merge = change == QLatin1String("merge");
        if (!merge && change != QLatin1String("split"))
            diagnostics->push_back(
                about(int(i), tr("“%1” is no way to reshard.").arg(change), tr("Write split or merge.")));
        else
            all.push_back({int(cellNumber(rows[i][0])), int(cellNumber(rows[i][1])), merge});
    }
    return all;
}

void reportRefused(const Shown& shown, std::vector<Diagnostic>* diagnostics)
{
    if (shown.options.mode == Mode::OnDemand && !shown.trace->refused.empty()) {
        diagnostics->push_back(
            about(-1, tr("A stream on demand reshards itself: splits and merges are left out."),
                tr("Choose provisioned mode to reshard by hand.")));
        return;
    }
    for (const simulate::Reshard& refused : shown.trace->refused) {
        const QString sentence = refused.merge
            ? tr("Shard %1 cannot be merged at second %2: it is not open then, or nothing lies above it.")
            : tr("Shard %1 cannot be split at second %2: it is not open then.");
        diagnostics->push_back(about(-1, sentence.arg(refused.shard).arg(refused.second),
            tr("The table of shards shows the numbers of those that are open.")));
    }
}

int lengthOf(const simulate::StreamOptions& options)
{
    double last = options.rate.back().second;
    for (const simulate::Reshard& reshard : options.reshards)
        last = std::max<double>(last, reshard.second);
    const int least = options.mode == Mode::OnDemand ? shortestRunOnDemand : shortestRun;
    return std::max(least, last > 0 ? int(std::ceil(last)) + afterLastEvent : 0);
}

simulate::KeyOptions keyOptionsOf(const Settled& state)
{
    simulate::KeyOptions options;
    options.keys = state.integer("keys");
    const QString spread = state.choice("distribution");
    options.spread = spread == QLatin1String("hot") ? Spread::Hot
        : spread == QLatin1String("skewed")         ? Spread::Skewed
                                                    : Spread::Even;
    options.hotShare = state.real("hot-share");
    options.salt = state.integer("salt");
    options.seed = std::uint64_t(state.integer("seed"));
    return options;
}

simulate::StreamOptions streamOptionsOf(const Settled& state, std::vector<Diagnostic>* diagnostics)
{
    simulate::StreamOptions options;
    options.rate = curveOf(state.rowsOf("rate"));
    options.recordKilobytes = state.real("record-size");
    options.shards = state.integer("shards");
    const bool onDemand = state.choice("mode") == QLatin1String("on-demand");
    options.mode = onDemand ? Mode::OnDemand : Mode::Provisioned;
    options.reshards = reshardsOf(state.rowsOf("reshards"), diagnostics);
    options.readers = state.integer("readers");
    options.fanOut = state.toggle("fan-out");
    const QString retry = state.choice("retry");
    options.retry = retry == QLatin1String("fixed") ? Retry::Fixed
        : retry == QLatin1String("exponential")     ? Retry::Exponential
                                                    : Retry::None;
    return options;
}

/// What the run depends on: every parameter but the shown second.
std::vector<Value> runInputs(const Settled& state)
{
    std::vector<Value> inputs;
    for (const Parameter& parameter : state.parameters) {
        if (parameter.kind != Parameter::Kind::Step)
            inputs.push_back(state.values.value(parameter.key));
    }
    return inputs;
}

} // namespace

Shown shownOf(const Settled& state, Stages& stages, const Progress& progress)
{
    using simulate::PartitionKeys;
    Shown shown{state, {}, keyOptionsOf(state), {}, {}, 0, {}};
    shown.options = streamOptionsOf(state, &shown.diagnostics);
    const int count = shown.keyOptions.keys;
    const auto hashes = stages.get<std::vector<simulate::Hash>>(
        QStringLiteral("hashes"), {double(count)}, nullptr, [&] { return simulate::hashesOfKeys(count); },
        size_t(count) * sizeof(simulate::Hash));
    shown.keys = std::make_shared<const PartitionKeys>(shown.keyOptions, *hashes);
    const int length = lengthOf(shown.options);
    const auto run = [&] {
        auto trace = simulate::runStream(shown.options, shown.keys, length, [&](double share) {
            progress.report(share);
            return !progress.cancelled();
        });
        if (trace.cancelled)
            throw Stopped(); // half a run must not be kept as the whole
        return trace;
    };
    const size_t each = size_t(shown.options.shards) * sizeof(simulate::ShardSecond)
        + size_t(shown.options.readers) * sizeof(simulate::ReaderSecond) + sizeof(simulate::StreamSecond);
    shown.trace = stages.get<simulate::StreamTrace>(
        QStringLiteral("run"), runInputs(state), nullptr, run, size_t(length) * each);
    const double wanted = state.real("step");
    shown.second = wanted == endStep ? shown.last() : std::clamp(int(wanted), 0, shown.last());
    reportRefused(shown, &shown.diagnostics);
    return shown;
}

double Shown::rate() const
{
    return second == 0 ? simulate::rateAt(options.rate, 0)
                       : simulate::sentBetween(options.rate, second - 1, second);
}

double Shown::load(double recordsPerSecond) const
{
    return std::max(recordsPerSecond / simulate::limits::recordsIn,
        recordsPerSecond * options.recordBytes() / simulate::limits::bytesIn);
}

bool Shown::bytesBind() const
{
    return options.recordsIn() < simulate::limits::recordsIn;
}

double Shown::busiestShare() const
{
    double most = 0;
    for (const simulate::PlacedKey& key : keys->placed())
        most = std::max(most, key.share);
    return most;
}

bool Shown::hasBusiestKey() const
{
    return keyOptions.spread == Spread::Skewed
        || (keyOptions.spread == Spread::Hot && keyOptions.hotShare > 0);
}

QString Shown::busiestName() const
{
    return QString::fromStdString(simulate::PartitionKeys::name(keys->busiest()));
}

size_t Shown::worstShard() const
{
    const auto& shards = now().shards;
    size_t worst = 0;
    for (size_t i = 0; i < shards.size(); ++i) {
        if (shards[i].open && (!shards[worst].open || shards[i].offered > shards[worst].offered))
            worst = i;
    }
    return worst;
}

double Shown::worstLoad() const
{
    return load(now().shards[worstShard()].offered);
}

} // namespace tangent::kinesis
