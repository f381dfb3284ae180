// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent::gini {

namespace {

bool isTied(const tree::BestSplits& best, Eigen::Index feature)
{
    const auto& tied = best.tiedFeatures;
    return tied.size() > 1 && std::find(tied.begin(), tied.end(), feature) != tied.end();
}

/// A click on the best cut of the feature in view puts the threshold there.
TableFigure::Item cutItem(const Shown& shown, const tree::Split& split, bool isShown)
{
    TableFigure::Item item;
    item.text = shownThreshold(split.threshold);
    if (isShown) {
        item.target.key = QStringLiteral("threshold");
        item.target.value = split.threshold;
    }
    item.strong = isShown && split.threshold == shown.threshold;
    return item;
}

TableFigure::Line featureLine(const Shown& shown, int feature)
{
    const auto& split = shown.best->ofFeature[size_t(feature)];
    const bool isShown = feature == shown.feature;
    const bool isBest = shown.best->best == Eigen::Index(feature);
    TableFigure::Line line;
    line.current = isShown;
    line.target.key = QStringLiteral("feature");
    line.target.value = shown.sample->features[feature];
    TableFigure::Item name;
    name.text = shown.sample->features[feature];
    name.strong = isBest;
    line.items.push_back(name);
    if (!split) {
        for (const QString& text : {tr("constant"), QStringLiteral("–"), QStringLiteral("–")})
            line.items.push_back({text, -1, Role::Muted, false, {}});
        return line;
    }
    line.items.push_back(cutItem(shown, *split, isShown));
    line.items.push_back({shownImpurity(split->weighted), -1, Role::Ink, isBest, {}});
    TableFigure::Item gain;
    gain.text = shownImpurity(split->gain);
    if (isTied(*shown.best, feature))
        gain.text = tr("tie %1").arg(gain.text);
    gain.bar = std::clamp(split->gain / shown.scale(), 0.0, 1.0);
    gain.role = isBest || isTied(*shown.best, feature) ? Role::Good : Role::Accent;
    gain.strong = isBest;
    line.items.push_back(gain);
    return line;
}

} // namespace

Figure featuresFigure(const Shown& shown)
{
    TableFigure table;
    table.columns = {tr("Feature"), tr("best cut"), criterionName(shown.criterion), tr("gain")};
    table.rightAligned = {false, true, true, true};
    for (int feature = 0; feature < int(shown.sample->features.size()); ++feature)
        table.lines.push_back(featureLine(shown, feature));
    Figure figure = figureOf(
        "features", tr("Best splits"), tr("click a feature"), Figure::Place::Side, std::move(table), 108);
    figure.weight = 0.8;
    return figure;
}

} // namespace tangent::gini
