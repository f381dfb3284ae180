// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/shown.h"
#include "app/topics/performance/roc_auc/words.h"
#include "widgets/scene/figure_parts.h"

#include <cmath>

namespace tangent::roc {

namespace {

TableFigure::Item item(const QString& text, bool strong = false)
{
    TableFigure::Item made;
    made.text = text;
    made.strong = strong;
    return made;
}

QString thresholdText(double threshold)
{
    if (std::isfinite(threshold))
        return shownScore(threshold);
    return threshold > 0 ? tr("call nobody") : tr("call everybody");
}

TableFigure::Line lineAt(const Shown& shown, const QString& name, double threshold)
{
    const evaluate::ThresholdCounts counts = shown.countsAt(threshold);
    const std::optional<double> precision = counts.precision();
    TableFigure::Line line;
    line.items = {item(name), item(thresholdText(threshold), true),
        item(shownRate(counts.truePositiveRate().value_or(0))),
        item(shownRate(counts.falsePositiveRate().value_or(0))),
        item(precision ? shownRate(*precision) : tr("0 ÷ 0")),
        item(shownRate(counts.cost(shown.costRatio).value_or(0)))};
    return line;
}

} // namespace

Figure countsFigure(const Shown& shown)
{
    const evaluate::ThresholdCounts& counts = shown.counts;
    const double positives = counts.truePositives + counts.falseNegatives;
    const double negatives = counts.falsePositives + counts.trueNegatives;
    Matrix matrix;
    matrix.rowTitle = tr("actual");
    matrix.columnTitle = tr("called");
    matrix.rowNames = {shown.scoring.positiveName, shown.scoring.negativeName};
    matrix.columnNames = matrix.rowNames;
    matrix.diagonalIsGood = true;
    const auto cell = [&](double rows, double ofAll, const QString& what) {
        Matrix::Item made;
        made.value = ofAll > 0 ? rows / ofAll : 0;
        made.text = tr("%1 %2").arg(what, shownRows(rows));
        matrix.items.push_back(made);
    };
    cell(counts.truePositives, positives, tr("TP"));
    cell(counts.falseNegatives, positives, tr("FN"));
    cell(counts.falsePositives, negatives, tr("FP"));
    cell(counts.trueNegatives, negatives, tr("TN"));
    return figureOf("counts", tr("Rows at this threshold"), {}, Figure::Place::Strip, std::move(matrix), 88);
}

Figure thresholdsFigure(const Shown& shown)
{
    TableFigure table;
    table.columns = {QString(), tr("score ≥"), tr("TPR"), tr("FPR"), tr("precision"), tr("cost")};
    table.rightAligned = {false, true, true, true, true, true};
    table.lines.push_back(lineAt(shown, tr("this threshold"), shown.threshold));
    table.lines.back().current = true;
    const std::pair<QString, double> others[] = {
        {tr("largest TPR − FPR"), shown.youden}, {tr("least cost"), shown.cheapest}};
    for (const auto& [name, threshold] : others) {
        TableFigure::Line line = lineAt(shown, name, threshold);
        if (std::isfinite(threshold)) {
            line.target.key = QStringLiteral("threshold");
            line.target.value = threshold;
        }
        table.lines.push_back(std::move(line));
    }
    Figure figure = figureOf("thresholds", tr("Thresholds"), tr("click one to take it"), Figure::Place::Strip,
        std::move(table), 88);
    figure.weight = 1.3;
    return figure;
}

} // namespace tangent::roc
