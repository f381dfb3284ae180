// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/shown.h"
#include "app/topics/performance/confusion_matrix/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tangent::confusion {

namespace {

constexpr Eigen::Index mostDots = 20000;
constexpr double laneHalf = 0.34;

/// An even scatter within a lane that is the same every time: multiples of the golden ratio.
double scatter(Eigen::Index row)
{
    constexpr double golden = 0.6180339887498949;
    const double turns = golden * double(row + 1);
    return laneHalf * (2 * (turns - std::floor(turns)) - 1);
}

} // namespace

Figure certaintyFigure(const Shown& shown)
{
    const Judgement& judgement = shown.first();
    const JudgedRows& rows = *shown.judged.rows;
    const int positive = shown.judged.positive;
    Plot plot;
    plot.zoomable = false;
    plot.x.label = tr("probability of %1").arg(shortName(shown.positiveName()));
    plot.x.minimum = -0.03;
    plot.x.maximum = 1.03;
    plot.y.minimum = -0.5;
    plot.y.maximum = 1.5;
    plot.y.scale = Axis::Scale::Category;
    plot.y.categories = {shortName(shown.className(1 - positive)), shortName(shown.positiveName())};
    std::array<Points, 2> dots; // right, wrong
    const Eigen::Index stride = 1 + (rows.actual.size() - 1) / mostDots;
    for (Eigen::Index i = 0; i < rows.actual.size(); i += stride) {
        Points& points = dots[rows.actual(i) == judgement.predicted(i) ? 0 : 1];
        points.x.push_back(judgement.positiveShare(i));
        points.y.push_back((rows.actual(i) == positive ? 1 : 0) + scatter(i));
        points.rowIds.push_back(rows.rowIds[size_t(i)]);
    }
    dots[0].role = Role::Good;
    dots[0].size = 4.5;
    dots[0].opacity = 0.55;
    dots[1].role = Role::Bad;
    dots[1].size = 6;
    for (Points& points : dots)
        plot.layers.emplace_back(std::move(points));

    return figureOf("certainty", shown.hasTwo() ? tr("How sure A is") : tr("How sure the model is"),
        tr("drag the threshold"), Figure::Place::Strip, std::move(plot), 96);
}

std::vector<Handle> handles(const Shown& shown)
{
    if (!shown.hasThreshold())
        return {};
    Handle threshold;
    threshold.id = QStringLiteral("threshold");
    threshold.figure = QStringLiteral("certainty");
    threshold.label = tr("Threshold");
    threshold.geometry = Handle::Geometry::XRule;
    threshold.x.key = threshold.id;
    threshold.at = {shown.threshold(), 0};
    threshold.maximum = 1;
    threshold.role = Role::Ink;
    return {threshold};
}

} // namespace tangent::confusion
