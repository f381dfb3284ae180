// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/shown.h"
#include "app/topics/performance/roc_auc/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>
#include <cmath>

namespace tangent::roc {

namespace {

constexpr Role secondRole = Role::Class3;

Line lineOf(const evaluate::RocLine& points, Role role)
{
    Line line;
    line.x = points.falsePositiveRate;
    line.y = points.truePositiveRate;
    line.role = role;
    line.width = 2;
    return line;
}

/// The part of the curve that the point has run along, from everybody (upper right) to this threshold;
/// a line fades from its beginning.
Line trail(const Shown& shown)
{
    const evaluate::RocLine& points = shown.first().trail;
    Line line;
    for (size_t i = points.size(); i-- > 0 && points.threshold[i] < shown.threshold;) {
        line.x.push_back(points.falsePositiveRate[i]);
        line.y.push_back(points.truePositiveRate[i]);
    }
    line.x.push_back(shown.falsePositiveRate());
    line.y.push_back(shown.truePositiveRate());
    line.role = Role::Accent;
    line.width = 7;
    line.fading = true;
    return line;
}

/// The line of this slope through a point, cut to the unit square.
Line through(QPointF at, double slope)
{
    const double up = (1 - at.y()) / slope;
    const double down = at.y() / slope;
    const QPointF from = down <= at.x() ? QPointF(at.x() - down, 0) : QPointF(0, at.y() - slope * at.x());
    const QPointF to = at.x() + up <= 1 ? QPointF(at.x() + up, 1) : QPointF(1, at.y() + slope * (1 - at.x()));
    Line line;
    line.x = {from.x(), to.x()};
    line.y = {from.y(), to.y()};
    line.width = 1.4;
    line.style = Line::Style::Dashed;
    return line;
}

Points mark(QPointF at, Role role, double size, bool hollow)
{
    Points points;
    points.x = {at.x()};
    points.y = {at.y()};
    points.role = role;
    points.size = size;
    points.hollow = hollow;
    return points;
}

Words words(QPointF at, const QString& text, Role role, bool strong)
{
    Words made;
    made.x = at.x();
    made.y = at.y();
    made.text = text;
    made.role = role;
    made.anchor = Qt::AlignLeft | Qt::AlignVCenter;
    made.strong = strong;
    return made;
}

QPointF pointOf(const evaluate::ThresholdCounts& counts)
{
    return {counts.falsePositiveRate().value_or(0), counts.truePositiveRate().value_or(0)};
}

/// Lines of equal cost: through the point, and where such a line just touches the curve from above.
void addCosts(const Shown& shown, Plot* plot)
{
    const QPointF best = pointOf(shown.countsAt(shown.cheapest));
    if (!shown.isCheapest()) {
        Line here = through(pointOf(shown.counts), shown.slope);
        here.role = Role::Muted;
        plot->layers.emplace_back(here);
    }
    Line least = through(best, shown.slope);
    least.role = Role::Good;
    plot->layers.emplace_back(least);
    plot->layers.emplace_back(mark(best, Role::Good, 9, true));
}

/// Areas and the slope in the lower right corner, where only curves below the diagonal come.
void addTexts(const Shown& shown, Plot* plot)
{
    constexpr double right = 0.98;
    constexpr double between = 0.085;
    double y = 0.05;
    const auto add = [&](const QString& text, Role role, bool strong) {
        plot->layers.emplace_back(words({right, y}, text, role, strong));
        y += between;
    };
    const auto named = [](const QString& name, double auc) {
        return tr("%1: AUC %2").arg(name, shownRate(auc));
    };
    if (const ScoredRows* second = shown.second()) {
        add(named(shown.scoring.secondName, second->auc), secondRole, true);
        add(named(shown.scoring.firstName, shown.first().auc), Role::Ink, true);
    } else {
        add(tr("AUC %1").arg(shownRate(shown.first().auc)), Role::Ink, true);
    }
    add(tr("equal cost: slope %1").arg(shownScore(shown.slope)), Role::Good, false);
}

/// Where false alarms are few: the part of two curves that is compared besides their areas.
Area lowBand()
{
    Area band;
    band.x = {0, lowRate};
    band.lower = {0, 0};
    band.upper = {1, 1};
    band.role = Role::Warning;
    band.opacity = 0.14;
    return band;
}

} // namespace

Figure rocFigure(const Shown& shown)
{
    Plot plot;
    plot.x.label = tr("false-positive rate");
    plot.y.label = tr("true-positive rate");
    plot.equalAspect = true;
    plot.x.bounded = plot.y.bounded = true;
    const ScoredRows& first = shown.first();
    const ScoredRows* second = shown.second();

    Line chance;
    chance.x = {0, 1};
    chance.y = {0, 1};
    chance.role = Role::Muted;
    chance.width = 1;
    chance.style = Line::Style::Dotted;
    plot.layers.emplace_back(chance);
    if (second) {
        plot.layers.emplace_back(lowBand());
        plot.layers.emplace_back(lineOf(second->line, secondRole));
    } else {
        Area area;
        area.x = first.line.falsePositiveRate;
        area.upper = first.line.truePositiveRate;
        area.lower.assign(area.x.size(), 0);
        area.role = Role::Accent;
        area.opacity = 0.1;
        plot.layers.emplace_back(std::move(area));
    }
    plot.layers.emplace_back(trail(shown));
    plot.layers.emplace_back(lineOf(first.line, Role::Ink));
    addCosts(shown, &plot);
    if (second && usesModel(shown.source)) // both scores are probabilities: one threshold serves both
        plot.layers.emplace_back(
            mark(pointOf(second->curve.countsAt(shown.threshold)), secondRole, 9, false));
    plot.layers.emplace_back(mark(pointOf(shown.counts), Role::Accent, 11, false));
    addTexts(shown, &plot);

    return figureOf("roc", tr("ROC curve"),
        second ? tr("shaded: few false alarms") : tr("a point for each threshold"), Figure::Place::Side,
        std::move(plot), 150);
}

} // namespace tangent::roc
