// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/normal_law.h"
#include "app/topics/performance/roc_auc/score_layers.h"

#include <algorithm>

namespace tangent::roc {

namespace {

Area surface(const Bell& bell, double from, double to, Role role, double opacity)
{
    // Even places, and closer ones under the bell itself, so that a narrow one is round, too.
    constexpr int coarse = 120;
    constexpr int fine = 120;
    constexpr double reach = 4; // spreads
    std::vector<double> places;
    for (int i = 0; i <= coarse; ++i)
        places.push_back(from + (to - from) * i / coarse);
    for (int i = 0; i <= fine; ++i) {
        const double x = bell.mean + bell.spread * reach * (2.0 * i / fine - 1);
        if (x > from && x < to)
            places.push_back(x);
    }
    std::sort(places.begin(), places.end());
    Area area;
    area.role = role;
    area.opacity = opacity;
    area.lower.assign(places.size(), 0);
    for (const double x : places)
        area.upper.push_back(bell.height(x));
    area.x = std::move(places);
    return area;
}

} // namespace

double Bell::height(double x) const
{
    return evaluate::normalDensity((x - mean) / spread) / spread;
}

Bell positiveBell(const Shown& shown)
{
    return {shown.scoring.bells->separation, shown.scoring.bells->spreadRatio};
}

Words className(QPointF top, const QString& text, Role role)
{
    Words words;
    words.x = top.x();
    words.y = top.y();
    words.text = text;
    words.role = role;
    words.anchor = Qt::AlignHCenter | Qt::AlignTop;
    words.strong = true;
    return words;
}

double addBells(const Shown& shown, Plot* plot)
{
    const Bell negatives;
    const Bell positives = positiveBell(shown);
    const double cut = std::max(shown.threshold, bellsLow);
    const bool filled = !shown.first().histogram;
    std::vector<Layer> outlines;
    std::vector<Layer> tails;
    // The smaller tail lies on top of the larger one, and the outlines on both.
    for (const bool isPositive : {true, false}) {
        const Bell& bell = isPositive ? positives : negatives;
        const Role role = isPositive ? positiveRole : negativeRole;
        const Area whole = surface(bell, bellsLow, bellsHigh, role, paleOpacity);
        if (filled) {
            plot->layers.emplace_back(whole);
            if (cut < bellsHigh)
                tails.emplace_back(surface(bell, cut, bellsHigh, role, isPositive ? 0.4 : 0.62));
        }
        Line outline;
        outline.x = whole.x;
        outline.y = whole.upper;
        outline.role = role;
        outline.width = 1.8;
        outlines.emplace_back(std::move(outline));
    }
    plot->layers.insert(plot->layers.end(), tails.begin(), tails.end());
    plot->layers.insert(plot->layers.end(), outlines.begin(), outlines.end());
    // The negatives are named on their free side: the other one is where the positives come from.
    Words negativeName = className({-0.75, negatives.height(0.75)}, shown.scoring.negativeName, negativeRole);
    negativeName.anchor = Qt::AlignLeft | Qt::AlignTop;
    plot->layers.emplace_back(negativeName);
    plot->layers.emplace_back(
        className({positives.mean, positives.peak()}, shown.scoring.positiveName, positiveRole));
    return std::max(negatives.peak(), positives.peak());
}

} // namespace tangent::roc
