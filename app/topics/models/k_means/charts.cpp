// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/chart_parts.h"
#include "app/topics/models/k_means/figures.h"
#include "app/topics/models/k_means/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::kmeans {

namespace {

/// The chord of the elbow rule and how far the curve lies below it.
void addElbow(const Curve& curve, Plot* plot)
{
    const int most = int(curve.inertia.size());
    Line chord;
    chord.x = {1, double(most)};
    chord.y = {curve.inertia(0), curve.inertia(most - 1)};
    chord.role = Role::Muted;
    chord.style = Line::Style::Dashed;
    chord.width = 1.2;
    plot->layers.emplace_back(chord);
    if (!curve.elbow)
        return;
    const int at = curve.elbow->clusters;
    const double along = double(at - 1) / (most - 1);
    Segments drop;
    drop.from = {QPointF(at, chord.y[0] + along * (chord.y[1] - chord.y[0]))};
    drop.to = {QPointF(at, curve.inertia(at - 1))};
    drop.roles = {Role::Good};
    drop.width = 2;
    plot->layers.emplace_back(drop);
}

/// Whether a line passes through a box in its own units.
bool crosses(const QRectF& box, QPointF from, QPointF to)
{
    double enters = 0;
    double leaves = 1;
    const auto cut = [&](double start, double way, double low, double high) {
        if (way == 0)
            return start >= low && start <= high;
        enters = std::max(enters, (way > 0 ? low - start : high - start) / way);
        leaves = std::min(leaves, (way > 0 ? high - start : low - start) / way);
        return enters <= leaves;
    };
    const QPointF way = to - from;
    return cut(from.x(), way.x(), box.left(), box.right()) && cut(from.y(), way.y(), box.top(), box.bottom());
}

/// The name of the drop, as near to it as it lies on no line, also where the plot is narrow. It is in shares
/// of the plot, from the bottom left.
void nameElbow(const Curve& curve, int chosen, Plot* plot)
{
    constexpr QSizeF words(0.34, 0.1); // with some air, in a plot of 150 by 230 pixels
    const auto shareOf = [&](double k, double value, const Axis& axis) {
        return QPointF((k - plot->x.minimum) / (plot->x.maximum - plot->x.minimum),
            (value - axis.minimum) / (axis.maximum - axis.minimum));
    };
    const int most = int(curve.inertia.size());
    const int at = curve.elbow->clusters;
    const double first = curve.inertia(0);
    const double chord = first + double(at - 1) / (most - 1) * (curve.inertia(most - 1) - first);
    std::vector<std::pair<QPointF, QPointF>> lines{
        {shareOf(1, first, plot->y), shareOf(most, curve.inertia(most - 1), plot->y)},
        {shareOf(at, chord, plot->y), shareOf(at, curve.inertia(at - 1), plot->y)},
        {shareOf(chosen, plot->y.minimum, plot->y), shareOf(chosen, plot->y.maximum, plot->y)}};
    for (int k = 2; k <= most; ++k) {
        lines.emplace_back(
            shareOf(k - 1, curve.inertia(k - 2), plot->y), shareOf(k, curve.inertia(k - 1), plot->y));
        const bool isMeasured = k > 2 && size_t(k) <= curve.silhouette.size() && plot->secondY
            && std::isfinite(curve.silhouette[size_t(k - 2)])
            && std::isfinite(curve.silhouette[size_t(k - 1)]);
        if (isMeasured)
            lines.emplace_back(shareOf(k - 1, curve.silhouette[size_t(k - 2)], *plot->secondY),
                shareOf(k, curve.silhouette[size_t(k - 1)], *plot->secondY));
    }
    const QPointF wanted = (lines[1].first + lines[1].second) / 2;
    QPointF best = wanted;
    double nearest = INFINITY;
    for (double x = words.width() / 2; x <= 1 - words.width() / 2; x += 0.02) {
        for (double y = words.height() / 2; y <= 1 - words.height() / 2; y += 0.02) {
            const QRectF box(QPointF(x - words.width() / 2, y - words.height() / 2), words);
            const double away = std::hypot(x - wanted.x(), y - wanted.y());
            const bool isFree = away < nearest && std::none_of(lines.begin(), lines.end(), [&](auto& line) {
                return crosses(box, line.first, line.second);
            });
            if (isFree) {
                nearest = away;
                best = {x, y};
            }
        }
    }
    addWords(plot, plot->x.minimum + best.x() * (plot->x.maximum - plot->x.minimum),
        plot->y.minimum + best.y() * (plot->y.maximum - plot->y.minimum), tr("elbow %1").arg(at), Role::Good,
        Qt::AlignCenter);
}

void addSilhouettes(const Curve& curve, Plot* plot)
{
    Line line;
    double lowest = 0;
    for (int k = 2; k <= int(curve.silhouette.size()); ++k) {
        const double value = curve.silhouette[size_t(k - 1)];
        if (!std::isfinite(value))
            continue;
        line.x.push_back(k);
        line.y.push_back(value);
        lowest = std::min(lowest, value);
    }
    if (line.x.empty())
        return;
    plot->secondY = axisOf(tr("mean silhouette"), lowest < 0 ? -1 : 0, 1);
    line.role = Role::Class4;
    line.style = Line::Style::Dotted;
    line.markers = true;
    line.width = 1.4;
    line.secondAxis = true;
    line.label = tr("silhouette");
    plot->layers.emplace_back(line);
}

QString elbowHint(const Curve& curve)
{
    if (!curve.elbow)
        return tr("no bend below the chord");
    const double strength = curve.elbow->strength;
    return tr("elbow %1, strength %2%3; drag k")
        .arg(curve.elbow->clusters)
        .arg(shownNumber(strength, 2), strength < weakElbow ? tr(" (weak)") : QString());
}

/// One cluster's widths from high to low as a surface over the places first … first + rows.
Area widthsArea(const std::vector<double>& widths, double first, int cluster)
{
    constexpr size_t mostCorners = 150;
    Area area;
    const auto add = [&](double x, double width) {
        area.x.push_back(x);
        area.lower.push_back(std::min(width, 0.0));
        area.upper.push_back(std::max(width, 0.0));
    };
    add(first, widths.front());
    const size_t count = widths.size();
    const size_t corners = std::min(count, mostCorners);
    for (size_t i = 0; i < corners; ++i) {
        const size_t at = corners == count ? i : i * (count - 1) / (corners - 1);
        add(first + double(at) + 0.5, widths[at]);
    }
    add(first + double(count), widths.back());
    area.role = classRole(cluster);
    area.opacity = 0.6;
    area.label = tr("%1: %2").arg(cluster + 1).arg(shownCount(count));
    return area;
}

} // namespace

Figure elbowFigure(const Shown& shown)
{
    Plot plot;
    plot.x = axisOf(tr("k"), 0.5, 10.5);
    plot.y = axisOf(tr("final inertia"), 0, 1);
    if (!shown.curve || shown.curve->inertia.size() == 0) {
        addWaiting(&plot, tr("being worked out"));
        return plotFigure("elbow", tr("Elbow"), {}, Figure::Place::Side, std::move(plot));
    }
    const Curve& curve = *shown.curve;
    plot.y.maximum = std::max(1.06 * curve.inertia.maxCoeff(), 1e-300);
    if (plot.y.maximum <= 1e-299)
        plot.y.maximum = 1;
    addElbow(curve, &plot);
    addSilhouettes(curve, &plot);
    Line line;
    for (int k = 1; k <= int(curve.inertia.size()); ++k) {
        line.x.push_back(k);
        line.y.push_back(curve.inertia(k - 1));
    }
    line.markers = true;
    plot.layers.emplace_back(line);
    if (curve.elbow) {
        nameElbow(curve, shown.settings.k, &plot);
        addDot(&plot, curve.elbow->clusters, curve.inertia(curve.elbow->clusters - 1), Role::Good, 11);
    }
    addDot(&plot, shown.settings.k, std::min(shown.finalInertia(), plot.y.maximum), Role::Accent, 9);
    return plotFigure("elbow", tr("Elbow"), elbowHint(curve), Figure::Place::Side, std::move(plot));
}

Figure silhouetteFigure(const Shown& shown)
{
    Plot plot;
    const QString title = tr("Silhouette of each row");
    const bool known = shown.silhouette && shown.silhouette->mean;
    const int count = known ? shown.silhouette->rows : 1;
    plot.x = axisOf(tr("rows by cluster, best first"), 0, count);
    plot.x.hidden = true;
    plot.y = axisOf(tr("silhouette"), -0.25, 1);
    if (!known) {
        addWaiting(&plot, shown.silhouette ? tr("one cluster has no silhouette") : tr("being worked out"));
        return plotFigure("silhouette", title, {}, Figure::Place::Side, std::move(plot));
    }
    const double lowest = shown.silhouette->lowest;
    plot.y.minimum = lowest >= -0.25 ? -0.25 : lowest >= -0.5 ? -0.5 : -1;
    double first = 0;
    for (int c = 0; c < shown.settings.k; ++c) {
        const std::vector<double>& widths = shown.silhouette->widths[size_t(c)];
        if (widths.empty())
            continue;
        plot.layers.emplace_back(widthsArea(widths, first, c));
        first += double(widths.size());
    }
    Rule mean;
    mean.orientation = Qt::Horizontal;
    mean.at = *shown.silhouette->mean;
    mean.role = Role::Ink;
    mean.label = tr("mean %1").arg(shownNumber(mean.at, 3));
    plot.layers.emplace_back(mean);
    const QString hint =
        shown.silhouette->sampled ? tr("a sample of %1 rows").arg(shownCount(count)) : QString();
    return plotFigure("silhouette", title, hint, Figure::Place::Side, std::move(plot));
}

} // namespace tangent::kmeans
