// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/score_layers.h"
#include "app/topics/performance/roc_auc/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent::roc {

namespace {

constexpr double bellHeadroom = 1.16; ///< above the highest point, for names
constexpr double barHeadroom = 1.42;  ///< the same with the rates above them
constexpr double lanesDepth = 0.4;    ///< below the scores, for pairs, as a share of their height

/// What the tails beyond the threshold are, beside the rule; `height` is the top of the picture.
void addRates(const Shown& shown, double height, Plot* plot)
{
    const ScoredRows& rows = shown.first();
    const double at = std::clamp(shown.threshold, rows.low, rows.high);
    const bool toTheRight = at < rows.low + 0.65 * (rows.high - rows.low);
    const double gap = 0.012 * (rows.high - rows.low);
    const bool isFilled = !rows.histogram; // then the words stand in the tails, else above the bars
    for (const bool isPositive : {true, false}) {
        const QString text = isPositive ? tr("true positives %1").arg(shownRate(shown.truePositiveRate()))
                                        : tr("false positives %1").arg(shownRate(shown.falsePositiveRate()));
        addWords(plot, at + (toTheRight ? gap : -gap),
            height * (isFilled ? (isPositive ? 0.3 : 0.07) : (isPositive ? 0.95 : 0.86)), text,
            isPositive ? positiveRole : negativeRole,
            (toTheRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
}

QString scoreLabel(const Shown& shown)
{
    if (shown.scoring.bells)
        return tr("score");
    if (usesModel(shown.source))
        return tr("P(%1) by %2, rows held out").arg(shown.scoring.positiveName, shown.scoring.firstName);
    return shown.scoring.firstName;
}

} // namespace

Figure scoresFigure(const Shown& shown)
{
    const ScoredRows& rows = shown.first();
    Plot plot;
    plot.x.label = scoreLabel(shown);
    plot.x.minimum = rows.low;
    plot.x.maximum = rows.high;
    if (shown.source == Source::Table)
        plot.x.unit = shown.state.table->find(shown.scoring.firstName)->unit;
    plot.y.hidden = true;
    double height = 0;
    if (rows.histogram)
        height = addHistograms(shown, &plot);
    if (shown.scoring.bells)
        height = std::max(height, addBells(shown, &plot));
    height = height > 0 ? (rows.histogram ? barHeadroom : bellHeadroom) * height : 1;
    addRates(shown, height, &plot);
    plot.y.maximum = height;
    if (!shown.pairs.empty()) {
        plot.y.minimum = -lanesDepth * height;
        addPairs(shown, lanesDepth * height, &plot);
    }
    Line floor;
    floor.x = {rows.low, rows.high};
    floor.y = {0, 0};
    floor.role = Role::Muted;
    floor.width = 1;
    plot.layers.emplace_back(floor);

    return figureOf("scores", tr("Scores of both classes"),
        shown.scoring.bells ? tr("drag the threshold or a bell") : tr("drag the threshold"),
        Figure::Place::Main, std::move(plot), 150);
}

std::vector<Handle> handles(const Shown& shown)
{
    const ScoredRows& rows = shown.first();
    Handle threshold;
    threshold.id = QStringLiteral("threshold");
    threshold.figure = QStringLiteral("scores");
    threshold.label = tr("Threshold");
    threshold.geometry = Handle::Geometry::XRule;
    threshold.x.key = threshold.id;
    threshold.at = {std::clamp(shown.threshold, rows.low, rows.high), 0};
    threshold.minimum = rows.low;
    threshold.maximum = rows.high;
    threshold.role = Role::Ink;
    for (const double caught : {shown.youden, shown.cheapest}) {
        if (caught > rows.low && caught < rows.high)
            threshold.snaps.push_back(caught);
    }
    threshold.snapDistance = 0.004 * (rows.high - rows.low);
    std::vector<Handle> all{threshold};
    if (!shown.scoring.bells)
        return all;

    const Bell bell = positiveBell(shown);
    Handle mean;
    mean.id = QStringLiteral("separation");
    mean.figure = threshold.figure;
    mean.label = tr("Mean of the positives");
    mean.geometry = Handle::Geometry::Point;
    mean.x.key = mean.id;
    mean.at = {bell.mean, 0.72 * bell.peak()};
    mean.role = positiveRole;
    Handle spread = mean;
    spread.id = QStringLiteral("spread-ratio");
    spread.label = tr("Spread of the positives");
    spread.geometry = Handle::Geometry::Vertex;
    spread.x.key = spread.id;
    spread.mapX.offset = bell.mean;
    spread.at = {bell.mean + bell.spread, bell.height(bell.mean + bell.spread)};
    all.push_back(mean);
    all.push_back(spread);
    return all;
}

} // namespace tangent::roc
