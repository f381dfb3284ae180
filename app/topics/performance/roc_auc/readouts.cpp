// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/shown.h"
#include "app/topics/performance/roc_auc/words.h"

#include <cmath>

namespace tangent::roc {

namespace {

constexpr int digits = 3;

/// Keys, names and definitions, which do not depend on the state.
Readout blank(const char* key, const QString& label, Readout::Better better, const QString& formula)
{
    Readout made;
    made.key = QLatin1String(key);
    made.label = label;
    made.better = better;
    made.formula = formula;
    made.decimals = digits;
    return made;
}

/// In the order of the screen.
struct All {
    Readout auc = blank("auc", tr("AUC"), Readout::Better::Up,
        QStringLiteral(R"tex(\text{AUC}=P(s_+>s_-)+\tfrac12\,P(s_+=s_-))tex"));
    Readout aucB = blank("auc-b", tr("AUC of B"), Readout::Better::Up, auc.formula);
    Readout truePositives = blank("true-positive-rate", tr("True-positive rate"), Readout::Better::Up,
        QStringLiteral(R"tex(\text{TPR}=\frac{TP}{TP+FN})tex"));
    Readout falsePositives = blank("false-positive-rate", tr("False-positive rate"), Readout::Better::Down,
        QStringLiteral(R"tex(\text{FPR}=\frac{FP}{FP+TN})tex"));
    Readout precision = blank("precision", tr("Precision"), Readout::Better::Up,
        QStringLiteral(R"tex(\text{precision}=\frac{TP}{TP+FP})tex"));
    Readout youden = blank("youden-threshold", tr("Youden threshold"), Readout::Better::Neither,
        QStringLiteral(R"tex(t_Y=\arg\max_t\left(\text{TPR}(t)-\text{FPR}(t)\right))tex"));
    Readout cheapest = blank("cheapest-threshold", tr("Cheapest threshold"), Readout::Better::Neither,
        QStringLiteral(R"tex(t_c=\arg\min_t\left(c\cdot FP(t)+FN(t)\right))tex"));
    Readout cost = blank("cost", tr("Cost of a row"), Readout::Better::Down,
        QStringLiteral(R"tex(\text{cost}=\frac{c\cdot FP+FN}{TP+FP+FN+TN})tex"));

    std::vector<Readout> inOrder() const
    {
        return {auc, aucB, truePositives, falsePositives, precision, cost, cheapest, youden};
    }
};

QString pairsLine(const ScoredRows& rows)
{
    const double pairs = rows.curve.positives() * rows.curve.negatives();
    return tr("%1 of %2 ranked right, a tie counted half: %3")
        .arg(shownNumber(rows.auc * pairs, std::fmod(2 * rows.auc * pairs, 2) > 0.5 ? 1 : 0),
            pairs == 1 ? tr("1 pair") : tr("%1 pairs").arg(shownNumber(pairs, 0)), shownRate(rows.auc));
}

/// "387 ÷ (387 + 113) = 0.774"
QString shareLine(double part, double rest, std::optional<double> share)
{
    return tr("%1 ÷ (%1 + %2) = %3")
        .arg(shownRows(part), shownRows(rest), share ? shownRate(*share) : tr("undefined"));
}

/// A threshold, or why there is none.
void setThreshold(Readout* readout, double threshold, const QString& line)
{
    readout->decimals = -1;
    if (std::isfinite(threshold)) {
        readout->value = threshold;
        readout->line = line;
        return;
    }
    readout->note = threshold > 0 ? tr("infinite: it is best to call nobody positive")
                                  : tr("infinite: it is best to call everybody positive");
    readout->line = readout->note;
}

} // namespace

std::vector<Readout> readouts(const Shown& shown)
{
    All all;
    const evaluate::ThresholdCounts& counts = shown.counts;
    all.auc.value = shown.first().auc;
    all.auc.line = pairsLine(shown.first());
    if (shown.scoring.bells) {
        const double law = shown.scoring.bells->auc();
        all.auc.line += tr("; of the two laws %1").arg(shownNumber(law, 4));
    }
    if (const ScoredRows* second = shown.second()) {
        all.auc.note = shown.scoring.firstName;
        all.aucB.value = second->auc;
        all.aucB.note = shown.scoring.secondName;
        all.aucB.line = pairsLine(*second);
    } else {
        all.aucB.note = tr("only where two scores are compared");
        all.aucB.line = all.aucB.note;
    }
    all.truePositives.value = shown.truePositiveRate();
    all.truePositives.line =
        shareLine(counts.truePositives, counts.falseNegatives, counts.truePositiveRate());
    all.falsePositives.value = shown.falsePositiveRate();
    all.falsePositives.line =
        shareLine(counts.falsePositives, counts.trueNegatives, counts.falsePositiveRate());
    const std::optional<double> precision = counts.precision();
    if (precision)
        all.precision.value = *precision;
    else
        all.precision.note = tr("0 ÷ 0: nobody is called positive");
    all.precision.line = shareLine(counts.truePositives, counts.falsePositives, precision);

    const double cost = shown.costAt(shown.threshold);
    all.cost.value = cost;
    all.cost.line = tr("(%1 · %2 + %3) ÷ %4 = %5")
                        .arg(shownNumber(shown.costRatio), shownRows(counts.falsePositives),
                            shownRows(counts.falseNegatives), shownRows(counts.rows()), shownNumber(cost));
    const evaluate::ThresholdCounts best = shown.countsAt(shown.youden);
    const double lead = best.truePositiveRate().value_or(0) - best.falsePositiveRate().value_or(0);
    setThreshold(&all.youden, shown.youden,
        tr("TPR − FPR is %1 at %2").arg(shownRate(lead), shownScore(shown.youden)));
    setThreshold(&all.cheapest, shown.cheapest,
        tr("cost %1 at %2, here %3")
            .arg(shownNumber(shown.costAt(shown.cheapest)), shownScore(shown.cheapest), shownNumber(cost)));

    const bool two = shown.second() != nullptr;
    for (Readout* readout :
        {&all.auc, &all.truePositives, &all.falsePositives, two ? &all.aucB : &all.precision})
        readout->prominent = true;
    return all.inOrder();
}

std::vector<Readout> emptyReadouts(const QString& reason)
{
    std::vector<Readout> all = All().inOrder();
    for (Readout& readout : all) {
        readout.note = reason;
        readout.line = reason;
    }
    return all;
}

} // namespace tangent::roc
