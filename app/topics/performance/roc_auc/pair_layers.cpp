// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/score_layers.h"
#include "app/topics/performance/roc_auc/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

#include <algorithm>

namespace tangent::roc {

namespace {

using evaluate::PairOutcome;

QString pairsText(const Shown& shown)
{
    int right = 0;
    int ties = 0;
    for (const evaluate::ScoredPair& pair : shown.pairs) {
        right += pair.outcome == PairOutcome::Right ? 1 : 0;
        ties += pair.outcome == PairOutcome::Tie ? 1 : 0;
    }
    const QString text = tr("%1 of %2 ranked right")
                             .arg(right)
                             .arg(counted(qint64(shown.pairs.size()), tr("1 pair"), tr("%1 pairs")));
    return ties == 0 ? text : tr("%1, %2 tied (a half each)").arg(text).arg(ties);
}

Role roleOf(PairOutcome outcome)
{
    return outcome == PairOutcome::Right ? Role::Good
        : outcome == PairOutcome::Wrong  ? Role::Bad
                                         : Role::Warning;
}

} // namespace

void addPairs(const Shown& shown, double depth, Plot* plot)
{
    constexpr size_t manyPairs = 30;
    const ScoredRows& rows = shown.first();
    const bool isCrowded = shown.pairs.size() > manyPairs;
    const auto inside = [&](double score) { return std::clamp(score, rows.low, rows.high); };
    Segments lines;
    Points negatives;
    Points positives;
    for (size_t i = 0; i < shown.pairs.size(); ++i) {
        const evaluate::ScoredPair& pair = shown.pairs[i];
        const double y = -depth * (0.14 + 0.68 * (double(i) + 0.5) / double(shown.pairs.size()));
        negatives.x.push_back(inside(rows.scores(pair.negativeRow)));
        positives.x.push_back(inside(rows.scores(pair.positiveRow)));
        negatives.y.push_back(y);
        positives.y.push_back(y);
        lines.from.emplace_back(negatives.x.back(), y);
        lines.to.emplace_back(positives.x.back(), y);
        lines.roles.push_back(roleOf(pair.outcome));
    }
    lines.width = isCrowded ? 1 : 1.6;
    lines.opacity = isCrowded ? 0.5 : 1;
    plot->layers.emplace_back(std::move(lines));
    negatives.classes.assign(negatives.x.size(), 0);
    positives.classes.assign(positives.x.size(), 1);
    for (Points* ends : {&negatives, &positives}) {
        ends->size = isCrowded ? 3.5 : 5.5;
        plot->layers.emplace_back(std::move(*ends));
    }
    addWords(plot, rows.high, -depth, pairsText(shown), Role::Muted, Qt::AlignLeft | Qt::AlignTop);
}

} // namespace tangent::roc
