// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/figure_parts.h"
#include "app/topics/aws-data/kinesis_data_streams/load_axis.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::kinesis {

namespace {

using simulate::PlacedKey;

constexpr double barsTo = 0.84;   ///< longer bars are cut
constexpr double keysFrom = 0.86; ///< the lane of the keys, in shares of the height
constexpr double keysTo = 0.97;
constexpr int fewShards = 9; ///< so many can carry their numbers
// A rate over a bar of such a load would stand in the words of the limit: it goes into the bar.
constexpr double nearLimitFrom = 0.5;
constexpr double nearLimitTo = 1.25;
constexpr double inTheBar = 0.62; ///< of its height
constexpr int tokensShown = 72;

double fraction(double value)
{
    return value - std::floor(value);
}

/// A key's height in its lane: the low bits of its hash, so that crowded keys are seen apart.
double laneHeight(const PlacedKey& key, double top)
{
    const double low = double(std::uint32_t(key.hash)) / 4294967296.0;
    return top * (keysFrom + (keysTo - keysFrom) * low);
}

bool standsOut(const PlacedKey& key, const Shown& shown)
{
    constexpr double times = 8;
    return key.share * double(shown.keys->placed().size()) > times;
}

void addKeys(const Shown& shown, double top, Plot* plot)
{
    Points ordinary;
    Points busy;
    for (const PlacedKey& key : shown.keys->placed()) {
        Points& points = standsOut(key, shown) ? busy : ordinary;
        points.x.push_back(simulate::position(key.hash));
        points.y.push_back(laneHeight(key, top));
    }
    ordinary.role = Role::Muted;
    ordinary.size = 3;
    ordinary.opacity = 0.7;
    busy.role = Role::Accent;
    busy.size = 10;
    plot->layers.emplace_back(ordinary);
    plot->layers.emplace_back(busy);
    if (!shown.hasBusiestKey())
        return;
    constexpr int mostNamed = 4;
    if (shown.keyOptions.salt > mostNamed)
        return;
    for (const PlacedKey& key : shown.keys->placed()) {
        if (key.key != shown.keys->busiest() || !standsOut(key, shown))
            continue;
        const double x = simulate::position(key.hash);
        const QString name = QString::fromStdString(simulate::PartitionKeys::name(key.key, key.suffix));
        const bool onTheRight = x > 0.8;
        addWords(plot, onTheRight ? x - 0.008 : x + 0.008, laneHeight(key, top),
            tr("%1: %2").arg(name, shownPercent(key.share)), Role::Accent,
            Qt::AlignVCenter | (onTheRight ? Qt::AlignLeft : Qt::AlignRight));
    }
}

const simulate::ShardSecond* shardOf(const Shown& shown, simulate::Hash hash)
{
    for (const simulate::ShardSecond& shard : shown.now().shards) {
        if (shard.open && shown.rangeOf(shard).contains(hash))
            return &shard;
    }
    return nullptr;
}

/// A sample of the second's records on their way from their key to their shard: every n-th record, each
/// somewhere on its fall. Of those that a shard refuses, the same share as of all records turns back at the
/// limit.
void addRecords(const Shown& shown, double top, Plot* plot)
{
    if (shown.rate() <= 0 || shown.second == 0)
        return;
    constexpr double golden = 0.6180339887498949; // spreads any number of points evenly
    Points falling;
    Points refused;
    for (int i = 0; i < tokensShown; ++i) {
        const double along = (i + 0.5) / tokensShown;
        const PlacedKey& key = shown.keys->at(along);
        const simulate::ShardSecond* shard = shardOf(shown, key.hash);
        if (!shard || shard->offered == 0)
            continue;
        const double fall = fraction(i * golden + shown.second * 0.27);
        const double refusedShare = double(shard->rejected()) / shard->offered;
        const bool back = fraction((i * golden + shown.second * golden) * 7) < refusedShare;
        const double bar = shown.load(shard->offered);
        const double lowest = std::min(bar, keysFrom * top);
        Points& points = back ? refused : falling;
        points.x.push_back(simulate::position(key.hash));
        points.y.push_back(lowest + (keysFrom * top - lowest) * fall);
    }
    falling.role = Role::Class0;
    falling.size = 5;
    refused.role = Role::Bad;
    refused.size = 5;
    refused.hollow = true;
    plot->layers.emplace_back(falling);
    plot->layers.emplace_back(refused);
}

bool standsInTheBar(const Shown& shown, const simulate::ShardSecond& shard)
{
    const double load = shown.load(shard.offered);
    return shown.now().openShards() <= fewShards && shown.second > 0 && load > nearLimitFrom
        && load < nearLimitTo;
}

void addShards(const Shown& shown, double top, Plot* plot)
{
    Bars accepted;
    Bars refused;
    Segments borders;
    const auto& shards = shown.now().shards;
    const bool few = shown.now().openShards() <= fewShards;
    const size_t worst = shown.worstShard();
    for (size_t i = 0; i < shards.size(); ++i) {
        const simulate::ShardSecond& shard = shards[i];
        if (!shard.open)
            continue;
        const simulate::HashRange& range = shown.rangeOf(shard);
        const double taken = shown.load(shard.accepted);
        const double offered = shown.load(shard.offered);
        for (Bars* bars : {&accepted, &refused}) {
            bars->from.push_back(range.from());
            bars->to.push_back(range.to());
        }
        accepted.base.push_back(0);
        accepted.value.push_back(std::min(taken, barsTo * top));
        refused.base.push_back(std::min(taken, barsTo * top));
        refused.value.push_back(std::min(offered, barsTo * top));
        QString label;
        if (!standsInTheBar(shown, shard) && (few || i == worst))
            label = shown.second == 0 ? tr("shard %1").arg(shard.shard + 1)
                                      : tr("%1/s").arg(shownNumber(shard.offered));
        (shard.rejected() > 0 ? refused : accepted).labels.push_back(label);
        (shard.rejected() > 0 ? accepted : refused).labels.emplace_back();
        if (range.from() > 0) {
            borders.from.emplace_back(range.from(), 0);
            borders.to.emplace_back(range.from(), top);
        }
    }
    accepted.roles = {Role::Class0};
    accepted.opacity = 0.75;
    accepted.gap = few ? 4 : 1;
    refused.roles = {Role::Bad};
    refused.opacity = 0.75;
    refused.gap = accepted.gap;
    borders.roles = {Role::Faint};
    borders.dashed = true;
    if (few)
        plot->layers.emplace_back(borders);
    plot->layers.emplace_back(accepted);
    plot->layers.emplace_back(refused);
}

void addNumbers(const Shown& shown, Plot* plot)
{
    if (shown.now().openShards() > fewShards)
        return;
    for (const simulate::ShardSecond& shard : shown.now().shards) {
        const simulate::HashRange& range = shown.rangeOf(shard);
        if (!shard.open)
            continue;
        const double middle = (range.from() + range.to()) / 2;
        addWords(
            plot, middle, 0, tr("shard %1").arg(shard.shard + 1), Role::Ink, Qt::AlignHCenter | Qt::AlignTop);
        if (standsInTheBar(shown, shard))
            addWords(plot, middle, inTheBar * shown.load(shard.accepted),
                tr("%1/s").arg(shownNumber(shard.offered)), Role::Ink, Qt::AlignCenter);
    }
}

} // namespace

double loadAxisEnd(const Shown& shown)
{
    double most = 0;
    for (const simulate::StreamSecond& second : shown.trace->seconds) {
        for (const simulate::ShardSecond& shard : second.shards)
            most = std::max(most, shown.load(shard.offered));
    }
    double peak = 0;
    for (const simulate::RatePoint& corner : shown.options.rate)
        peak = std::max(peak, corner.rate);
    double share = 0;
    for (const simulate::StreamTrace::ShardLife& shard : shown.trace->shards)
        share = std::max(share, shard.share);
    // Records that come back many times would flatten everything else: their bars are cut.
    most = std::min(most, 2 * shown.load(peak * share));
    constexpr double usual = 2.5; // room for a hot key at one half
    return most <= barsTo * usual ? usual : roundedUp(most / barsTo);
}

Figure loadFigure(const Shown& shown)
{
    Plot plot;
    const double top = loadAxisEnd(shown);
    plot.x = axisOf(tr("hash of the key, as a share of all hashes"), 0, 1);
    plot.y = axisOf(tr("load ÷ limit"), 0, top);
    addShards(shown, top, &plot);
    addRecords(shown, top, &plot);
    addKeys(shown, top, &plot);
    addNumbers(shown, &plot);
    Rule limit;
    limit.orientation = Qt::Horizontal;
    limit.at = 1;
    limit.role = Role::Warning;
    limit.width = 2;
    limit.dashed = false;
    limit.label = shown.bytesBind() ? tr("limit: 1 MB a second") : tr("limit: 1,000 records a second");
    plot.layers.emplace_back(limit);
    const QString title = tr("Load of each shard in second %1").arg(shown.second);
    const bool ring = shown.keyOptions.spread == simulate::Spread::Hot && shown.keyOptions.salt == 1;
    return plotFigure("load", title, ring ? tr("drag the hot key’s ring") : tr("keys above, shards below"),
        Figure::Place::Main, std::move(plot));
}

} // namespace tangent::kinesis
