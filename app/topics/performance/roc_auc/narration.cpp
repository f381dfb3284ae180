// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/shown.h"
#include "app/topics/performance/roc_auc/words.h"

#include <cmath>

namespace tangent::roc {

namespace {

QString auc(const Shown& shown)
{
    return shownRate(shown.first().auc);
}

/// Which of two curves is ahead, over all and where false alarms are few.
QString comparison(const Shown& shown)
{
    constexpr double level = 0.0005; // no difference in what is shown
    const Scoring& scoring = shown.scoring;
    const double ahead = shown.first().auc - shown.second()->auc;
    const double early = shown.earlyRate(shown.first()) - shown.earlyRate(*shown.second());
    if (std::abs(ahead) < level && std::abs(early) < level)
        return tr("**Level**: both curves enclose %1. Choose two that differ.").arg(auc(shown));
    const bool firstWins = ahead >= 0;
    const QString winner = firstWins ? scoring.firstName : scoring.secondName;
    const QString other = firstWins ? scoring.secondName : scoring.firstName;
    const QString areas = tr("(%1 against %2)")
                              .arg(shownRate(std::max(shown.first().auc, shown.second()->auc)),
                                  shownRate(std::min(shown.first().auc, shown.second()->auc)));
    if (ahead * early < 0)
        return tr("**The curves cross**: %1 has the larger area %2, yet where fewer than 5 % are false "
                  "alarms %3 catches more.")
            .arg(winner, areas, other);
    return tr("**%1** has the larger area %2 and is ahead where fewer than 5 % are false alarms, too.")
        .arg(winner, areas);
}

/// What the curve as a whole tells where that is the surprise; empty otherwise.
QString aboutTheCurve(const Shown& shown)
{
    constexpr double even = 0.005;
    const double area = shown.first().auc;
    const auto& bells = shown.scoring.bells;
    if (bells && bells->separation == 0 && bells->spreadRatio == 1 && !shown.state.toggle("sampled"))
        return tr("**One bell on the other**: the score knows nothing, the curve is the diagonal and AUC is "
                  "one half.");
    if (bells && std::abs(area - 0.5) < even && bells->spreadRatio != 1)
        return tr("**AUC is %1, and yet** the curve leaves the diagonal on both sides: one half is not “no "
                  "information”.")
            .arg(auc(shown));
    if (area < 0.5)
        return tr("**Upside down**: AUC %1, so a random %2 row usually scores lower. Turned round the same "
                  "score has %3.")
            .arg(auc(shown), shown.scoring.positiveName, shownRate(1 - area));
    return {};
}

/// What the threshold does, once costs or rarity enter; empty otherwise.
QString aboutTheChoice(const Shown& shown)
{
    constexpr double rare = 0.2;
    const double precision = shown.counts.precision().value_or(0);
    const bool asksForCosts = shown.costRatio != 1 || (shown.scoring.bells && shown.positiveShare != 0.5);
    if (asksForCosts && shown.isCheapest())
        return tr("**The cheapest threshold** for these costs catches %1: here a line of equal cost, slope "
                  "%2, touches the curve.")
            .arg(shownPercent(shown.truePositiveRate()), shownScore(shown.slope));
    if (shown.positiveShare <= rare && precision < 0.5)
        return tr("**Rare positives**: %1 are caught, but only %2 of the alarms are true. The share of "
                  "positives moves precision, "
                  "never the point or the curve.")
            .arg(shownPercent(shown.truePositiveRate()), shownPercent(precision));
    if (asksForCosts)
        return tr("This threshold costs **%1** a row, the cheapest one (%2) %3. Move the point to where the "
                  "green line touches the curve.")
            .arg(shownNumber(shown.costAt(shown.threshold)),
                std::isfinite(shown.cheapest) ? shownScore(shown.cheapest) : tr("none"),
                shownNumber(shown.costAt(shown.cheapest)));
    return {};
}

} // namespace

QString narration(const Shown& shown)
{
    if (shown.second())
        return comparison(shown);
    if (shown.callsNobody())
        return tr("**Nobody is called positive**: no false alarm, no catch, and precision is 0 ÷ 0, "
                  "undefined. AUC is still %1.")
            .arg(auc(shown));
    if (shown.callsEverybody())
        return tr("**Everybody is called positive**: all are caught and every negative is a false alarm. AUC "
                  "is still %1.")
            .arg(auc(shown));
    if (const QString told = aboutTheCurve(shown); !told.isEmpty())
        return told;
    if (const QString told = aboutTheChoice(shown); !told.isEmpty())
        return told;
    const QString caught = shownPercent(shown.truePositiveRate());
    const QString alarmed = shownPercent(shown.falsePositiveRate());
    if (shown.scoring.bells)
        return tr("The shaded tails **are** the two rates: %1 of the positives are caught, %2 of the "
                  "negatives raise a false alarm. "
                  "Drag the threshold: AUC stays at %3.")
            .arg(caught, alarmed, auc(shown));
    return tr("**From %1 up** rows are called %2: %3 of them are caught, %4 of the others are false alarms. "
              "A random pair is ranked "
              "right with probability %5.")
        .arg(shownScore(shown.threshold), shown.scoring.positiveName, caught, alarmed, auc(shown));
}

} // namespace tangent::roc
