// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/figure_parts.h"
#include "app/topics/aws-data/kinesis_data_streams/load_axis.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::kinesis {

namespace {

using simulate::StreamSecond;

Axis timeAxis(const Shown& shown)
{
    return axisOf(tr("second"), 0, shown.last());
}

/// Mean per second of a count that runs from the start, between two seconds.
template <class Count>
double perSecond(const Shown& shown, int from, int to, Count count)
{
    const auto& seconds = shown.trace->seconds;
    return to > from ? double(count(seconds[size_t(to)]) - count(seconds[size_t(from)])) / (to - from) : 0;
}

void addNow(const Shown& shown, Plot* plot)
{
    Rule now;
    now.at = shown.second;
    now.role = Role::Muted;
    plot->layers.emplace_back(now);
}

} // namespace

double rateAxisEnd(const Shown& shown)
{
    double most = 1000;
    for (const simulate::RatePoint& corner : shown.options.rate)
        most = std::max(most, corner.rate);
    return roundedUp(1.8 * most); // room to drag a corner upwards
}

Figure rateFigure(const Shown& shown)
{
    Plot plot;
    plot.x = timeAxis(shown);
    plot.y = axisOf(tr("records a second"), 0, rateAxisEnd(shown));
    Area accepted;
    Area refused;
    Line capacity;
    const double each = shown.options.recordsIn();
    int before = 0;
    for (const int second : drawnSeconds(shown.last())) {
        if (second > 0) {
            const double taken =
                perSecond(shown, before, second, [](const StreamSecond& now) { return now.accepted; });
            const double offered =
                perSecond(shown, before, second, [](const StreamSecond& now) { return now.attempts; });
            // Steps: what happened within a second has no slope.
            for (const int end : {before, second}) {
                accepted.x.push_back(end);
                accepted.lower.push_back(0);
                accepted.upper.push_back(taken);
                refused.x.push_back(end);
                refused.lower.push_back(taken);
                refused.upper.push_back(std::min(offered, plot.y.maximum));
                capacity.x.push_back(end);
                capacity.y.push_back(each * shown.trace->seconds[size_t(second)].openShards());
            }
        }
        before = second;
    }
    accepted.role = Role::Class0;
    accepted.opacity = 0.3;
    accepted.label = tr("accepted");
    refused.role = Role::Bad;
    refused.opacity = 0.45;
    refused.label = shown.trace->seconds.back().rejected() > 0 ? tr("refused") : QString();
    capacity.role = Role::Warning;
    capacity.style = Line::Style::Dashed;
    Line curve;
    curve.x = {0};
    curve.y = {simulate::rateAt(shown.options.rate, 0)};
    for (const simulate::RatePoint& corner : shown.options.rate) {
        curve.x.push_back(corner.second);
        curve.y.push_back(corner.rate);
    }
    curve.x.push_back(shown.last());
    curve.y.push_back(shown.options.rate.back().rate);
    plot.layers.emplace_back(accepted);
    plot.layers.emplace_back(refused);
    plot.layers.emplace_back(capacity);
    plot.layers.emplace_back(curve);
    if (capacity.y.back() < 0.97 * plot.y.maximum)
        addWords(&plot, 0.98 * shown.last(), capacity.y.back(),
            counted(shown.now().openShards(), tr("limit of 1 shard"), tr("limit of %1 shards")),
            Role::Warning, Qt::AlignLeft | Qt::AlignTop);
    Adding corner;
    corner.key = QStringLiteral("rate");
    corner.label = tr("Add a corner to the rate curve");
    corner.row = {0.0, 0.0};
    corner.x = 0;
    corner.y = 1;
    corner.sorted = true;
    plot.adding = corner;
    return plotFigure("rate", tr("Records sent"), tr("drag the corners; double click adds one"),
        Figure::Place::Side, std::move(plot));
}

Figure historyFigure(const Shown& shown)
{
    constexpr int mostColumns = 240;
    constexpr int rows = 64;
    Field field;
    const int last = std::max(1, shown.last());
    field.columns = std::min(mostColumns, last);
    field.rows = rows;
    field.left = 0;
    field.right = last;
    field.bottom = 0;
    field.top = 1;
    field.values.resize(size_t(field.columns) * size_t(rows));
    for (int column = 0; column < field.columns; ++column) {
        // The second that ends the column's stretch of time.
        const int second = std::min(shown.last(), (column + 1) * last / field.columns);
        for (const simulate::ShardSecond& shard : shown.trace->seconds[size_t(second)].shards) {
            if (!shard.open)
                continue;
            const simulate::HashRange& range = shown.rangeOf(shard);
            const auto load = float(shown.load(shard.offered));
            const int from = int(std::ceil(range.from() * rows - 0.5));
            const int to = int(std::ceil(range.to() * rows - 0.5));
            for (int row = std::max(0, from); row < std::min(rows, to); ++row)
                field.values[size_t(row) * size_t(field.columns) + size_t(column)] = load;
        }
    }
    field.low = 0;
    field.high = 2;
    field.map = ColourMap::Diverging;
    field.smooth = false;
    Plot plot;
    plot.x = timeAxis(shown);
    plot.y = axisOf(tr("hash"), 0, 1);
    plot.layers.emplace_back(field);
    addNow(shown, &plot);
    return plotFigure("history", tr("By hash"), tr("load over time; pale: just at the limit; red: over it"),
        Figure::Place::Side, std::move(plot));
}

Figure waitingStrip(const Shown& shown)
{
    Line waiting;
    Line refused;
    double most = 0;
    int before = 0;
    for (const int second : drawnSeconds(shown.last())) {
        const StreamSecond& now = shown.trace->seconds[size_t(second)];
        waiting.x.push_back(second);
        waiting.y.push_back(double(now.waiting));
        refused.x.push_back(second);
        refused.y.push_back(
            perSecond(shown, before, second, [](const StreamSecond& at) { return at.rejected(); }));
        most = std::max({most, waiting.y.back(), refused.y.back()});
        before = second;
    }
    refused.role = Role::Bad;
    refused.label = most > 0 ? tr("refused a second") : QString();
    waiting.role = Role::Warning;
    waiting.label =
        shown.options.retry == simulate::Retry::None || most == 0 ? QString() : tr("waiting to try again");
    Plot plot;
    plot.x = timeAxis(shown);
    plot.x.label = {};
    plot.y = axisOf({}, 0, roundedUp(std::max(1.15 * most, 100.0)));
    plot.layers.emplace_back(refused);
    if (shown.options.retry != simulate::Retry::None)
        plot.layers.emplace_back(waiting);
    addNow(shown, &plot);
    const QString hint = most == 0 ? tr("nothing is refused")
        : shown.options.retry == simulate::Retry::None
        ? tr("given up so far: %1").arg(shownNumber(double(shown.now().givenUp)))
        : tr("now %1 waiting").arg(shownNumber(double(shown.now().waiting)));
    return plotFigure("waiting", tr("Refused and waiting"), hint, Figure::Place::Strip, std::move(plot));
}

Figure ageStrip(const Shown& shown)
{
    const size_t readers = size_t(shown.options.readers);
    std::vector<Line> lines(readers);
    double most = 0;
    for (const int second : drawnSeconds(shown.last())) {
        const StreamSecond& now = shown.trace->seconds[size_t(second)];
        for (size_t r = 0; r < readers; ++r) {
            lines[r].x.push_back(second);
            lines[r].y.push_back(now.readers[r].age);
            most = std::max(most, now.readers[r].age);
        }
    }
    Plot plot;
    plot.x = timeAxis(shown);
    plot.x.label = {};
    plot.y = axisOf({}, 0, roundedUp(std::max(1.15 * most, 5.0)));
    for (size_t r = 0; r < readers; ++r) {
        lines[r].role = classRole(int(r));
        lines[r].label = r == 0 && readers > 1 ? tr("%1 readers").arg(readers) : QString();
        plot.layers.emplace_back(lines[r]);
    }
    addNow(shown, &plot);
    return plotFigure("age", tr("Iterator age in seconds"),
        shown.options.fanOut ? tr("2 MB/s each") : tr("2 MB/s and five calls shared"), Figure::Place::Strip,
        std::move(plot));
}

} // namespace tangent::kinesis
