// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/figures.h"
#include "app/topics/models/k_means/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::kmeans {

namespace {

/// A finished run this much above the best one sits in a trap.
constexpr double clearlyWorse = 1.2;
/// An agreement with the label below this is called low.
constexpr double lowAgreement = 0.5;

/// One column that spreads this many times as far as every other decides nearly alone.
constexpr double overwhelming = 8;

QString startWords(cluster::StartRule rule)
{
    switch (rule) {
    case cluster::StartRule::KMeansPlusPlus:
        return tr("k-means++ drew them from the rows, far apart");
    case cluster::StartRule::RandomRows:
        return tr("they stand on rows drawn at random");
    case cluster::StartRule::FirstRows:
        return tr("they stand on the first rows of the table");
    case cluster::StartRule::ByHand:
        break;
    }
    return tr("a hand placed them");
}

QString fallWords(double from, double to)
{
    if (to < from * (1 - 1e-12))
        return tr("inertia falls from %1 to %2").arg(shownNumber(from), shownNumber(to));
    return tr("inertia stays at %1").arg(shownNumber(to));
}

QString atStart(const Shown& shown)
{
    return tr("**Before the first step**: %1, %2. No row belongs to anyone yet.")
        .arg(counted(shown.settings.k, tr("one centre waits"), tr("%1 centres wait")),
            startWords(shown.settings.rule));
}

QString midway(const Shown& shown)
{
    const auto& inertia = shown.run->inertia;
    const double now = shown.inertia();
    const double was = inertia[size_t(shown.half - 1)];
    if (shown.half == 1)
        return tr("**Assign**: every row joins its nearest centre, and inertia is %1. Next, every centre "
                  "moves to the mean of its rows.")
            .arg(shownNumber(now));
    if (shown.isAssigning()) {
        const int changed = shown.changedRows();
        const QString rows = counted(changed, tr("1 row changes side"), tr("%1 rows change side"));
        return tr("**Assign**: every row joins its nearest centre. %1, %2.").arg(rows, fallWords(was, now));
    }
    if (shown.run->editedAt(shown.half))
        return tr("**A hand moved a centre** at this step: inertia goes from %1 to %2. Only a hand can make "
                  "it rise.")
            .arg(shownNumber(was), shownNumber(now));
    return tr("**Move**: every centre goes to the mean of its rows, %1. Some rows may now be nearer to "
              "another centre.")
        .arg(fallWords(was, now));
}

/// " with groups of 172 and 100": of more than two the sentence would be all numbers.
QString sizesWords(const Shown& shown)
{
    if (shown.settings.k != 2)
        return {};
    const auto first = (shown.assignment.array() == 0).count();
    const auto second = (shown.assignment.array() == 1).count();
    return tr(" with groups of %1 and %2").arg(std::max(first, second)).arg(std::min(first, second));
}

/// How the run ended, and what that is worth.
QString verdict(const Shown& shown)
{
    const int moves = shown.run->iterations();
    const QString after = counted(moves, tr("1 move"), tr("%1 moves")) + sizesWords(shown);
    if (shown.settings.k == 1)
        return tr("**Finished**: one cluster, its centre is the mean of all rows.");
    if (!shown.least)
        return tr("**Finished** after %1: no row changes side any more.").arg(after);
    const auto ratio = shown.overBest();
    if (ratio && *ratio >= clearlyWorse)
        return tr("**It has stopped, and it is wrong**: no row changes side, yet inertia %1 is %2 times the "
                  "best of %3 runs.")
            .arg(shownNumber(shown.inertia()), shownNumber(*ratio, 2))
            .arg(bestOfRuns);
    if (ratio && *ratio >= shortOfBest)
        return tr("**It has stopped short of the best**: inertia %1 is %2 times the least of %3 runs.")
            .arg(shownNumber(shown.inertia()), shownNumber(*ratio, 2))
            .arg(bestOfRuns);
    if (!shown.run->editedSteps.empty()) {
        const int step = shown.run->editedSteps.back();
        const double then = shown.run->inertia[size_t(std::max(0, 2 * step - 1))];
        if (step > 0 && shown.inertia() < then * (1 - 1e-9))
            return tr("**It had stopped, and it was wrong**: from where the hand left the centre, inertia "
                      "went from %1 to %2, the best known.")
                .arg(shownNumber(then), shownNumber(shown.inertia()));
    }
    if (ratio && !shown.isBest(shown.inertia()))
        return tr("**Finished** after %1, within %2 of the best of %3 runs.")
            .arg(after, shownPercent(*ratio - 1))
            .arg(bestOfRuns);
    return tr("**Finished** after %1, as good as the best of %2 runs.").arg(after).arg(bestOfRuns);
}

/// The raw column that outweighs all others; empty when there is none.
QString scaleWords(const Shown& shown)
{
    const Sample& sample = *shown.sample;
    if (sample.standardised || sample.dimension() < 2)
        return {};
    Eigen::Index largest = 0;
    const double most = sample.spread.maxCoeff(&largest);
    double next = 0;
    for (Eigen::Index f = 0; f < sample.dimension(); ++f) {
        if (f != largest)
            next = std::max(next, sample.spread(f));
    }
    if (!(next > 0) || most < overwhelming * next)
        return {};
    return tr(" Raw, **%1** spreads %2 times as far as the rest and decides almost alone.")
        .arg(sample.features[largest], shownNumber(std::round(most / next)));
}

QString curveWords(const Shown& shown)
{
    if (!shown.curve || !shown.curve->elbow)
        return {};
    const cluster::Elbow& elbow = *shown.curve->elbow;
    const int best = shown.curve->silhouetteBest();
    if (elbow.strength < weakElbow)
        return tr("the rule offers an elbow at %1, a weak one").arg(elbow.clusters);
    if (best > 0 && best != elbow.clusters)
        return tr("the elbow rule says %1, the silhouette %2").arg(elbow.clusters).arg(best);
    if (best > 0 && best != shown.settings.k)
        return tr("elbow and silhouette both say %1").arg(best);
    return {};
}

QString labelWords(const Shown& shown)
{
    const bool isDefaultData = shown.state.choice("data") == QLatin1String("blobs");
    const auto agreement =
        isDefaultData && !shown.state.toggle("show-label") ? std::nullopt : shown.adjustedRand();
    if (!agreement)
        return {};
    const QString column = shown.state.column("label");
    const QString label = column == QLatin1String("label") ? tr("the label") : column;
    if (*agreement < lowAgreement && shown.plane->wholeSpace)
        return tr("borders are straight, and agreement with %1 is only %2")
            .arg(label, shownNumber(*agreement, 2));
    return tr("agreement with %1 is %2").arg(label, shownNumber(*agreement, 2));
}

/// What elbow, silhouette and label say of this clustering.
QString secondOpinion(const Shown& shown)
{
    QStringList parts{curveWords(shown), labelWords(shown)};
    parts.removeAll(QString());
    if (parts.isEmpty())
        return {};
    QString sentence = parts.join(QStringLiteral("; "));
    sentence[0] = sentence[0].toUpper();
    return QLatin1Char(' ') + sentence + QLatin1Char('.');
}

} // namespace

QString narration(const Shown& shown)
{
    if (!shown.isFinished())
        return shown.half == 0 ? atStart(shown) : midway(shown);
    const QString first = verdict(shown);
    if (const QString scale = scaleWords(shown); !scale.isEmpty())
        return first + scale;
    const auto ratio = shown.overBest();
    const bool trapped = ratio && *ratio >= clearlyWorse && shown.settings.k > 1;
    if (trapped && shown.plane->wholeSpace)
        return first + tr(" Pull a crowded centre to where one is missing.");
    return first + secondOpinion(shown);
}

std::vector<Diagnostic> diagnostics(const Shown& shown)
{
    std::vector<Diagnostic> all;
    const auto note = [&](const QString& key, const QString& sentence, const QString& cure,
                          Diagnostic::Severity severity = Diagnostic::Severity::Note) {
        all.push_back(diagnosticOf(severity, key, sentence, cure));
    };
    const RunSettings& settings = shown.settings;
    if (settings.k < shown.state.integer("k"))
        note(QStringLiteral("k"),
            counted(settings.k, tr("Only 1 row is complete, so there is 1 cluster."),
                tr("Only %1 rows are complete, so there are %1 clusters.")),
            tr("Take a smaller k or other columns."), Diagnostic::Severity::Warning);
    if (settings.ignoredEdits > 0)
        note(QStringLiteral("edits"),
            tr("Some edits move centres beyond k = %1 and are left out.").arg(settings.k),
            tr("Raise k or undo."));
    const int given = int(shown.state.rowsOf("centres").size());
    if (settings.rule == cluster::StartRule::ByHand && given > 0 && given < settings.k)
        note(QStringLiteral("centres"),
            tr("%1 of %2 centres are given; the others begin on an ellipse round the mean.")
                .arg(given)
                .arg(settings.k),
            tr("Drag them to where you want them."));
    if (!shown.run->takeovers.empty()) {
        const cluster::Takeover& first = shown.run->takeovers.front();
        note(QString(),
            tr("At step %1 centre %2 had no rows and took the one farthest from its own centre.")
                .arg(first.step)
                .arg(first.cluster + 1),
            {});
    }
    if (shown.run->ending == cluster::Ending::Steps)
        note(QString(), tr("After %1 steps rows still change side.").arg(shownCount(maximumSteps)),
            tr("Take fewer clusters."), Diagnostic::Severity::Warning);
    return all;
}

} // namespace tangent::kmeans
