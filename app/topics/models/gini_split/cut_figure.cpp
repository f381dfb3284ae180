// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent::gini {

namespace {

// One plot, two storeys: the rows stand in 0 … 1, the curves above them share the axis of the feature, so
// that the threshold cuts both.
constexpr double curveFloor = 1.24;
constexpr double curveHeight = 0.84;
constexpr double storeyTop = 1.12; ///< of the rows, with their labels
constexpr double lowestY = -0.02;
constexpr double highestY = 2.16;
constexpr double roomForLabels = 0.21; ///< of the axis, to the right of the last row

/// So many midpoints can catch the hand; beyond them it stands between two values almost everywhere.
constexpr Eigen::Index mostSnaps = 500;

double onCurveStorey(double share)
{
    return curveFloor + curveHeight * share;
}

Line curveLine(const Shown& shown, tree::Criterion criterion)
{
    Line line = shown.view->lines[size_t(criterion)];
    for (double& y : line.y)
        y = onCurveStorey(y);
    const bool chosen = criterion == shown.criterion;
    line.role = chosen ? Role::Ink : Role::Muted;
    line.width = chosen ? 2 : 1.1;
    line.opacity = chosen ? 1 : 0.75;
    return line;
}

/// The names of the curves stand in a column right of the last row, in the order of their ends.
void nameCurves(const Shown& shown, double x, std::vector<Layer>* layers)
{
    struct Name {
        double y;
        tree::Criterion criterion;
    };
    std::vector<Name> names;
    for (const tree::Criterion criterion : allCriteria) {
        const double scale = mostImpure(criterion, shown.sample->classCount());
        names.push_back({onCurveStorey(shown.division.parentImpurity(criterion) / scale), criterion});
    }
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y > b.y; });
    constexpr double least = 0.2; // between two lines of text
    names[0].y = std::min(names[0].y + 0.02, highestY - 0.14);
    for (size_t i = 1; i < names.size(); ++i)
        names[i].y = std::min(names[i].y, names[i - 1].y - least);
    for (const Name& name : names) {
        const bool chosen = name.criterion == shown.criterion;
        layers->emplace_back(Words{x, name.y, criterionName(name.criterion), chosen ? Role::Ink : Role::Muted,
            Qt::AlignRight | Qt::AlignVCenter, chosen});
    }
}

/// Each side in the colour of the class that has the vote there.
void shadeSides(const Shown& shown, const Axis& x, std::vector<Layer>* layers)
{
    const double cut = std::clamp(shown.threshold, x.minimum, x.maximum);
    Bars shades;
    const auto shade = [&](const Eigen::VectorXd& counts, double from, double to) {
        if (!(counts.sum() > 0) || !(to > from))
            return;
        Eigen::Index majority = 0;
        counts.maxCoeff(&majority);
        shades.from.push_back(from);
        shades.to.push_back(to);
        shades.base.push_back(lowestY);
        shades.value.push_back(storeyTop);
        shades.roles.push_back(classRole(int(majority)));
    };
    shade(shown.division.left, x.minimum, cut);
    shade(shown.division.right, cut, std::max(cut, shown.view->high));
    shades.opacity = 0.1;
    shades.gap = 0;
    layers->emplace_back(shades);
}

Line level(double y, const FeatureView& view, Role role, Line::Style style)
{
    Line line;
    line.x = {view.low, view.high};
    line.y = {y, y};
    line.role = role;
    line.width = 1;
    line.style = style;
    return line;
}

/// The valleys of the chosen curve: every cut of this feature that does best.
void markBest(const Shown& shown, std::vector<Layer>* layers)
{
    const auto& best = shown.bestOfFeature();
    if (!best)
        return;
    Points points;
    constexpr size_t mostMarks = 20; // a feature that tells nothing ties everywhere
    for (size_t i = 0; i < std::min(mostMarks, best->tiedThresholds.size()); ++i) {
        points.x.push_back(best->tiedThresholds[i]);
        points.y.push_back(onCurveStorey(best->weighted / shown.scale()));
    }
    points.role = Role::Good;
    points.hollow = true;
    points.size = 11;
    layers->emplace_back(points);
}

/// The drop from the parent's rule to the point is the gain.
void markGain(const Shown& shown, const Axis& x, std::vector<Layer>* layers)
{
    if (shown.threshold < x.minimum || shown.threshold > x.maximum)
        return;
    const double top = onCurveStorey(shown.parent() / shown.scale());
    const double bottom = onCurveStorey(shown.weighted() / shown.scale());
    Line drop;
    drop.x = {shown.threshold, shown.threshold};
    drop.y = {top, bottom};
    drop.role = Role::Good;
    drop.width = 8;
    drop.opacity = 0.55;
    layers->emplace_back(drop);
    Points here;
    here.x = {shown.threshold};
    here.y = {bottom};
    here.role = Role::Accent;
    here.size = 11;
    layers->emplace_back(here);
    // Towards the valley the curve falls: there is room above it, and room below it on the other side.
    const auto& best = shown.bestOfFeature();
    const bool valleyIsRight = !best || best->threshold >= shown.threshold;
    layers->emplace_back(Words{shown.threshold, bottom, shownImpurity(shown.weighted()), Role::Accent,
        (valleyIsRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom, true});
    layers->emplace_back(
        Words{shown.threshold, (top + bottom) / 2, tr("gain %1").arg(shownImpurity(shown.gain())), Role::Good,
            (valleyIsRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, true});
}

/// What the rule asks of a row, on either side of it.
void nameSides(const Shown& shown, const Axis& x, std::vector<Layer>* layers)
{
    if (shown.threshold < x.minimum || shown.threshold > x.maximum)
        return;
    const QString value = shownThreshold(shown.threshold);
    layers->emplace_back(Words{shown.threshold, storeyTop, QStringLiteral("≤ ") + value, Role::Ink,
        Qt::AlignLeft | Qt::AlignBottom, false});
    layers->emplace_back(Words{shown.threshold, storeyTop, QStringLiteral("> ") + value, Role::Ink,
        Qt::AlignRight | Qt::AlignBottom, false});
}

/// A split taken before stands where it was taken.
void markTaken(const Shown& shown, std::vector<Layer>* layers)
{
    const tree::TakenSplit* taken = shown.taken();
    if (!taken || taken->feature != shown.feature)
        return;
    Rule rule;
    rule.at = taken->threshold;
    rule.label = tr("taken: %1").arg(shownThreshold(taken->threshold));
    layers->emplace_back(rule);
}

} // namespace

Figure cutFigure(const Shown& shown)
{
    const FeatureView& view = *shown.view;
    Plot plot;
    plot.x.label = shown.featureName();
    plot.x.unit = shown.featureUnit();
    plot.x.minimum = view.low;
    plot.x.maximum = view.high + roomForLabels * (view.high - view.low);
    plot.y.minimum = lowestY;
    plot.y.maximum = highestY;
    plot.y.hidden = true;
    shadeSides(shown, plot.x, &plot.layers);
    plot.layers.insert(plot.layers.end(), view.rowLayers.begin(), view.rowLayers.end());

    plot.layers.emplace_back(level(onCurveStorey(0), view, Role::Faint, Line::Style::Solid));
    for (const tree::Criterion criterion : allCriteria) {
        if (criterion != shown.criterion)
            plot.layers.emplace_back(curveLine(shown, criterion));
    }
    plot.layers.emplace_back(curveLine(shown, shown.criterion));
    const double parent = onCurveStorey(shown.parent() / shown.scale());
    plot.layers.emplace_back(level(parent, view, Role::Muted, Line::Style::Dashed));
    markTaken(shown, &plot.layers);
    markBest(shown, &plot.layers);
    markGain(shown, plot.x, &plot.layers);
    nameSides(shown, plot.x, &plot.layers);
    nameCurves(shown, view.high, &plot.layers);
    addWords(&plot, plot.x.minimum, parent, tr("parent %1").arg(shownImpurity(shown.parent())), Role::Muted,
        Qt::AlignRight | Qt::AlignTop);
    addWords(&plot, view.high, onCurveStorey(0), tr("pure"), Role::Muted, Qt::AlignRight | Qt::AlignVCenter);

    const QString title = shown.nodeName == QLatin1String("root")
        ? tr("Every cut of %1").arg(shown.featureName())
        : tr("Node %1, every cut of %2").arg(shown.nodeName, shown.featureName());
    return figureOf("cut", title, tr("drag the threshold"), Figure::Place::Main, std::move(plot), 190);
}

std::vector<Handle> handles(const Shown& shown)
{
    Handle threshold;
    threshold.id = QStringLiteral("threshold");
    threshold.figure = QStringLiteral("cut");
    threshold.label = tr("Threshold");
    threshold.geometry = Handle::Geometry::XRule;
    threshold.x.key = QStringLiteral("threshold");
    threshold.at = QPointF(shown.threshold, 0);
    threshold.minimum = shown.view->low;
    threshold.maximum = shown.view->high;
    const Eigen::VectorXd& midpoints = shown.view->curves.front().thresholds;
    if (midpoints.size() <= mostSnaps)
        threshold.snaps.assign(midpoints.begin(), midpoints.end());
    threshold.snapDistance = 0.006 * (shown.view->high - shown.view->low);
    if (hasPlane(shown.sample->features))
        return {threshold, planeHandle(shown, threshold)};
    return {threshold};
}

} // namespace tangent::gini
