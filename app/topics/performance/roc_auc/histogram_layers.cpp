// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/score_layers.h"

#include <algorithm>

namespace tangent::roc {

namespace {

constexpr double paleBars = paleOpacity + 0.06;
constexpr double strongBars = 0.55;

/// How a class fills the bins, each row being `perRow` high.
void addBars(const Shown& shown, bool ofPositives, double perRow, Plot* plot)
{
    const evaluate::ScoreHistogram& histogram = *shown.first().histogram;
    const Eigen::VectorXd& rows = ofPositives ? histogram.positives : histogram.negatives;
    const auto called = [&](double threshold) {
        const evaluate::ThresholdCounts counts = shown.first().curve.countsAt(threshold);
        return ofPositives ? counts.truePositives : counts.falsePositives;
    };
    Bars pale;
    Bars strong;
    const auto add = [&](Bars& bars, double from, double to, double value) {
        bars.from.push_back(from);
        bars.to.push_back(to);
        bars.value.push_back(value);
    };
    for (Eigen::Index bin = 0; bin < rows.size(); ++bin) {
        const double value = rows(bin) * perRow;
        const double from = histogram.edge(bin);
        const double to = histogram.edge(bin + 1);
        if (!(value > 0))
            continue;
        if (shown.threshold <= from || shown.threshold > to) {
            add(shown.threshold <= from ? strong : pale, from, to, value);
            continue;
        }
        // In the bin of the threshold: one colour where all of its rows are on one side.
        const double beyond = called(shown.threshold) - (bin + 1 < rows.size() ? called(to) : 0);
        if (beyond < 0.5) {
            add(pale, from, to, value);
        } else if (beyond > rows(bin) - 0.5) {
            add(strong, from, to, value);
        } else {
            add(pale, from, shown.threshold, value);
            add(strong, shown.threshold, to, value);
        }
    }
    for (Bars* bars : {&pale, &strong}) {
        bars->roles = {ofPositives ? positiveRole : negativeRole};
        bars->opacity = bars == &pale ? paleBars : strongBars;
        plot->layers.emplace_back(std::move(*bars));
    }
}

/// Where the bars of a class are tallest.
QPointF tallest(const Shown& shown, bool ofPositives, double perRow)
{
    const evaluate::ScoreHistogram& histogram = *shown.first().histogram;
    Eigen::Index at = 0;
    const double rows = (ofPositives ? histogram.positives : histogram.negatives).maxCoeff(&at);
    return {(histogram.edge(at) + histogram.edge(at + 1)) / 2, rows * perRow};
}

} // namespace

double addHistograms(const Shown& shown, Plot* plot)
{
    const ScoredRows& rows = shown.first();
    const double width = rows.histogram->edge(1) - rows.histogram->edge(0);
    std::vector<Layer> names;
    double height = 0;
    for (const bool ofPositives : {false, true}) {
        const double classRows = ofPositives ? rows.curve.positives() : rows.curve.negatives();
        // Bells are densities, so their rows are, too; elsewhere a bar is its share of the class.
        const double perRow = 1 / classRows / (shown.scoring.bells ? width : 1);
        addBars(shown, ofPositives, perRow, plot);
        const QPointF top = tallest(shown, ofPositives, perRow);
        height = std::max(height, top.y());
        if (!shown.scoring.bells) // the outline of a bell has its name
            names.emplace_back(
                className(top, ofPositives ? shown.scoring.positiveName : shown.scoring.negativeName,
                    ofPositives ? positiveRole : negativeRole));
    }
    plot->layers.insert(plot->layers.end(), names.begin(), names.end());
    return height;
}

} // namespace tangent::roc
