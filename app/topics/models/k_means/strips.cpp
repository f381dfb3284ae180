// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/chart_parts.h"
#include "app/topics/models/k_means/figures.h"
#include "app/topics/models/k_means/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

#include <algorithm>

namespace tangent::kmeans {

Figure inertiaStrip(const Shown& shown)
{
    const cluster::KMeansRun& run = *shown.run;
    Line before;
    Line after;
    Segments rises;
    double highest = 0; // but for the peaks that a hand made: they would hide the rest
    for (int half = 0; half <= shown.lastHalf(); ++half) {
        const double value = run.inertia[size_t(half)];
        Line& line = half <= shown.half ? before : after;
        if (half == shown.half + 1) {
            after.x.push_back(before.x.back());
            after.y.push_back(before.y.back());
        }
        line.x.push_back(half / 2.0);
        line.y.push_back(value);
        if (half == 0 || !run.editedAt(half))
            highest = std::max(highest, value);
        if (half > 0 && run.editedAt(half)) {
            rises.from.emplace_back((half - 1) / 2.0, run.inertia[size_t(half - 1)]);
            rises.to.emplace_back(half / 2.0, value);
        }
    }
    Plot plot;
    plot.x = axisOf({}, -0.2, std::max(4.0, chartEnd(1.14 * run.iterations())) + 0.2);
    plot.y = axisOf({}, 0, chartEnd(highest));
    if (shown.least) {
        Rule best;
        best.orientation = Qt::Horizontal;
        best.at = *shown.least;
        best.role = Role::Good;
        best.label = tr("best %1").arg(shownNumber(*shown.least));
        plot.layers.emplace_back(best);
    }
    for (const int step : run.editedSteps) {
        Rule hand;
        hand.at = step;
        hand.role = Role::Accent;
        hand.label = tr("hand: %1").arg(shownNumber(run.inertia[size_t(2 * step)]));
        plot.layers.emplace_back(hand);
    }
    constexpr int mostMarkers = 60;
    after.role = Role::Muted;
    before.markers = after.markers = shown.lastHalf() <= mostMarkers;
    if (!after.x.empty())
        plot.layers.emplace_back(after);
    plot.layers.emplace_back(before);
    rises.roles = {Role::Warning};
    rises.width = 2.4;
    plot.layers.emplace_back(rises);
    addDot(&plot, shown.half / 2.0, shown.inertia(), Role::Ink, 9);
    return plotFigure(
        "inertia", tr("Inertia by step"), tr("drag the step"), Figure::Place::Strip, std::move(plot));
}

namespace {

constexpr double plainlyTaller = 1.15; ///< a bar this many times as tall is seen to be taller

/// What the narration calls stopped short is bad; what lies between that and the best is neither.
Role roleOf(const Shown& shown, double inertia)
{
    return shown.isBest(inertia)                ? Role::Good
        : inertia >= shortOfBest * *shown.least ? Role::Bad
                                                : Role::Muted;
}

} // namespace

Figure outcomeStrip(const Shown& shown)
{
    Plot plot;
    plot.x = axisOf({}, 0.5, comparedSeeds + 0.5);
    plot.y = axisOf({}, 0, 1);
    if (!shown.outcomes || !shown.least) {
        addWaiting(&plot, tr("being worked out"));
        return plotFigure("outcomes", tr("Other seeds"), {}, Figure::Place::Strip, std::move(plot));
    }
    const Outcomes& outcomes = *shown.outcomes;
    const int count = int(outcomes.inertia.size());
    plot.x = axisOf({}, outcomes.firstSeed - 0.5, outcomes.firstSeed + count - 0.5);
    Bars bars;
    bars.gap = 2;
    int best = 0;
    for (int i = 0; i < count; ++i) {
        const double seed = outcomes.firstSeed + i;
        const double inertia = outcomes.inertia[size_t(i)];
        bars.from.push_back(seed - 0.45);
        bars.to.push_back(seed + 0.45);
        bars.value.push_back(inertia);
        bars.roles.push_back(roleOf(shown, inertia));
        best += shown.isBest(inertia) ? 1 : 0;
    }
    // In bars from zero a few per cent cannot be seen: they are written over the worst.
    const auto worst = std::max_element(bars.value.begin(), bars.value.end());
    const bool isSaid = !shown.isBest(*worst) && *worst < plainlyTaller * *shown.least;
    if (isSaid)
        addWords(&plot, outcomes.firstSeed + double(worst - bars.value.begin()), 1.2 * *worst,
            QStringLiteral("+") + shownPercent(*worst / *shown.least - 1), roleOf(shown, *worst),
            Qt::AlignHCenter | Qt::AlignVCenter);
    bars.opacity = 0.75;
    plot.y.maximum = chartEnd((isSaid ? 1.4 : 1) * *worst);
    plot.layers.emplace_back(bars);
    const bool byHand = shown.settings.rule == cluster::StartRule::ByHand;
    const QString title =
        byHand ? tr("k-means++: %1 of %2 seeds reach the best") : tr("%1 of %2 seeds reach the best");
    return plotFigure("outcomes", title.arg(best).arg(count),
        tr("grey: within %1; drag the seed").arg(shownPercent(shortOfBest - 1)), Figure::Place::Strip,
        std::move(plot));
}

} // namespace tangent::kmeans
