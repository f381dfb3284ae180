// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/words.h"

namespace tangent::gini {

namespace {

const QString giniFormula = QStringLiteral(R"tex(G=1-\sum_k p_k^2)tex");
const QString weightedFormula =
    QStringLiteral(R"tex(G_\text{split}=\frac{n_L}{n}\,G_L+\frac{n_R}{n}\,G_R)tex");
const QString bestFormula =
    QStringLiteral(R"tex(\max_{j,\,t}\;\left(I-\frac{n_L}{n}\,I_L-\frac{n_R}{n}\,I_R\right))tex");

QString gainFormula(tree::Criterion criterion)
{
    switch (criterion) {
    case tree::Criterion::Gini:
        return QStringLiteral(R"tex(\text{gain}=G-G_\text{split},\quad G=1-\sum_k p_k^2)tex");
    case tree::Criterion::Entropy:
        return QStringLiteral(R"tex(\text{gain}=H-H_\text{split},\quad H=-\sum_k p_k\log_2 p_k)tex");
    case tree::Criterion::Error:
        break;
    }
    return QStringLiteral(R"tex(\text{gain}=E-E_\text{split},\quad E=1-\max_k p_k)tex");
}

Readout readout(const char* key, const QString& label, const QString& formula)
{
    Readout made;
    made.key = QLatin1String(key);
    made.label = label;
    made.formula = formula;
    return made;
}

Readout undefined(Readout made, const QString& reason)
{
    made.value = {};
    made.note = reason;
    made.line = reason;
    return made;
}

/// "1 − (151² + 68² + 123²)/342² = 0.636"
QString giniLine(const Eigen::VectorXd& counts)
{
    QStringList squares;
    for (Eigen::Index c = 0; c < counts.size(); ++c) {
        if (counts(c) > 0)
            squares << shownNumber(counts(c)) + QStringLiteral("²");
    }
    constexpr qsizetype mostTerms = 5;
    const QString sum = squares.size() > mostTerms
        ? squares.mid(0, mostTerms - 1).join(QStringLiteral(" + ")) + QStringLiteral(" + …")
        : squares.join(QStringLiteral(" + "));
    return QStringLiteral("1 − (%1)/%2² = %3")
        .arg(sum, shownNumber(counts.sum()), shownExactly(tree::impurity(tree::Criterion::Gini, counts)));
}

Readout giniReadout(
    const char* key, const QString& label, const Eigen::VectorXd& counts, const QString& whenEmpty)
{
    Readout made = readout(key, label, giniFormula);
    made.better = Readout::Better::Down;
    made.decimals = 3;
    if (!(counts.sum() > 0))
        return undefined(made, whenEmpty);
    made.value = tree::impurity(tree::Criterion::Gini, counts);
    made.line = giniLine(counts);
    return made;
}

Readout countReadout(const char* key, const QString& label, double count, double other)
{
    Readout made = readout(key, label, QStringLiteral(R"tex(n=n_L+n_R)tex"));
    made.value = count;
    made.line = tr("%1 of %2").arg(shownCount(std::llround(count)), rowsText(count + other));
    return made;
}

} // namespace

std::vector<Readout> divisionReadouts(const tree::Division& division, tree::Criterion criterion)
{
    constexpr auto gini = tree::Criterion::Gini;
    const Eigen::VectorXd all = division.left + division.right;
    const QString nobody = tr("there is no row");
    Readout parent = giniReadout("gini-parent", tr("Gini before"), all, nobody);
    parent.prominent = true;
    Readout weighted = readout("gini-weighted", tr("Gini after"), weightedFormula);
    weighted.better = Readout::Better::Down;
    weighted.decimals = 3;
    weighted.prominent = true;
    Readout gain = readout("gain", tr("Gain"), gainFormula(criterion));
    gain.better = Readout::Better::Up;
    gain.decimals = 3;
    gain.prominent = true;
    gain.unit = criterionUnit(criterion);
    if (all.sum() > 0) {
        weighted.value = division.weighted(gini);
        weighted.line =
            QStringLiteral("%1/%2 · %3 + %4/%2 · %5 = %6")
                .arg(shownNumber(division.rowsLeft()), shownNumber(all.sum()),
                    shownExactly(division.leftImpurity(gini)), shownNumber(division.rowsRight()),
                    shownExactly(division.rightImpurity(gini)), shownExactly(division.weighted(gini)));
        gain.value = division.gain(criterion);
        gain.line =
            QStringLiteral("%1 − %2 = %3")
                .arg(shownExactly(division.parentImpurity(criterion)),
                    shownExactly(division.weighted(criterion)), shownExactly(division.gain(criterion)));
        if (criterion != gini)
            gain.note = tr("by %1").arg(criterionName(criterion));
    } else {
        weighted = undefined(weighted, nobody);
        gain = undefined(gain, nobody);
    }
    return {parent, giniReadout("gini-left", tr("Gini left"), division.left, tr("no row goes left")),
        giniReadout("gini-right", tr("Gini right"), division.right, tr("no row goes right")), weighted, gain,
        countReadout("rows-left", tr("Rows left"), division.rowsLeft(), division.rowsRight()),
        countReadout("rows-right", tr("Rows right"), division.rowsRight(), division.rowsLeft())};
}

std::vector<Readout> withoutBest(const QString& reason)
{
    std::vector<Readout> all;
    for (Readout made : {readout("best-gain", tr("Best gain"), bestFormula),
             readout("best-threshold", tr("Best threshold"), bestFormula),
             readout("best-feature", tr("Best feature"), bestFormula)}) {
        all.push_back(undefined(made, reason));
    }
    return all;
}

std::vector<Readout> emptyReadouts(const QString& reason)
{
    std::vector<Readout> all =
        divisionReadouts({Eigen::VectorXd::Zero(1), Eigen::VectorXd::Zero(1)}, tree::Criterion::Gini);
    for (Readout& made : all)
        made = undefined(made, reason);
    for (const Readout& made : withoutBest(reason))
        all.push_back(made);
    return all;
}

std::vector<Readout> readouts(const Shown& shown)
{
    std::vector<Readout> all = divisionReadouts(shown.division, shown.criterion);
    const tree::Split* split = shown.bestOfAll();
    std::vector<Readout> best = withoutBest(tr("no feature tells these rows apart"));
    if (split) {
        const QString feature = shown.sample->features[*shown.best->best];
        const QString where =
            tr("%1 ≤ %2 gains %3").arg(feature, shownThreshold(split->threshold), shownImpurity(split->gain));
        for (Readout& made : best) {
            made.note.clear();
            made.line = where;
        }
        best[0].prominent = true;
        best[0].value = split->gain;
        best[0].decimals = 3;
        best[0].unit = criterionUnit(shown.criterion);
        best[1].value = split->threshold;
        best[2].value = feature;
        if (shown.best->tiedFeatures.size() > 1) {
            QStringList others;
            for (size_t i = 1; i < shown.best->tiedFeatures.size(); ++i)
                others << shown.sample->features[shown.best->tiedFeatures[i]];
            best[2].note = tr("tied with %1; the first column wins").arg(others.join(QStringLiteral(", ")));
        }
        if (split->tiedThresholds.size() > 1)
            best[1].note = tr("%1 thresholds tie; the lowest wins").arg(split->tiedThresholds.size());
    }
    all.insert(all.end(), best.begin(), best.end());
    return all;
}

std::vector<DataTable> tables(const Shown& shown)
{
    DataTable curve{QStringLiteral("curve"),
        {QStringLiteral("threshold"), QStringLiteral("rows-left"), QStringLiteral("gini"),
            QStringLiteral("entropy"), QStringLiteral("error")},
        {}};
    const auto& curves = shown.view->curves;
    // Every cut; of a very long column every so many, or each move of the hand would copy all of them.
    constexpr Eigen::Index mostLines = 10000;
    const Eigen::Index stride = 1 + (curves[0].thresholds.size() - 1) / mostLines;
    for (Eigen::Index i = 0; i < curves[0].thresholds.size(); i += stride)
        curve.rows.push_back({curves[0].thresholds(i), curves[0].left.row(i).sum(), curves[0].weighted(i),
            curves[1].weighted(i), curves[2].weighted(i)});
    DataTable best{QStringLiteral("best-splits"),
        {QStringLiteral("feature"), QStringLiteral("threshold"), QStringLiteral("weighted"),
            QStringLiteral("gain")},
        {}};
    for (size_t feature = 0; feature < shown.best->ofFeature.size(); ++feature) {
        if (const auto& split = shown.best->ofFeature[feature])
            best.rows.push_back(
                {shown.sample->features[qsizetype(feature)], split->threshold, split->weighted, split->gain});
    }
    return {curve, best};
}

} // namespace tangent::gini
