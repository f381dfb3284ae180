// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/figures.h"
#include "app/topics/models/k_means/words.h"
#include "widgets/scene/number_text.h"

#include <cmath>

namespace tangent::kmeans {

namespace {

Readout made(const char* key, const QString& label, std::optional<double> value, const QString& formula)
{
    Readout readout;
    readout.key = QLatin1String(key);
    readout.label = label;
    if (value && std::isfinite(*value))
        readout.value = *value;
    readout.formula = formula;
    return readout;
}

QString waiting()
{
    return tr("being worked out");
}

Readout inertiaReadout(const Shown& shown)
{
    Readout readout = made("inertia", tr("Inertia"), shown.inertia(),
        QStringLiteral(R"tex(\text{inertia}=\sum_{i=1}^{n}\lVert x_i-c_{a(i)}\rVert^2)tex"));
    readout.better = Readout::Better::Down;
    readout.prominent = true;
    readout.line = tr("%1, %2, step %3: the squared distances add up to %4")
                       .arg(counted(shown.sample->count(), tr("1 row"), tr("%1 rows")),
                           counted(shown.settings.k, tr("1 centre"), tr("%1 centres")))
                       .arg(shownNumber(shown.half / 2.0), shownNumber(shown.inertia()));
    if (shown.sample->standardised)
        readout.note = tr("in standardised units");
    return readout;
}

Readout overBestReadout(const Shown& shown)
{
    Readout readout = made("inertia-over-best", tr("Inertia over best"), shown.overBest(),
        QStringLiteral(R"tex(\frac{\text{inertia}}{\min\limits_{r\,\le\,50}\ \text{inertia}_r})tex"));
    readout.better = Readout::Better::Down;
    readout.prominent = true;
    if (!shown.least) {
        readout.note = waiting();
        return readout;
    }
    const QString least = shownNumber(*shown.least);
    if (*shown.least > 0)
        readout.line = tr("%1 ÷ %2 (the least of %3 runs from k-means++) = %4")
                           .arg(shownNumber(shown.inertia()), least)
                           .arg(bestOfRuns)
                           .arg(shownNumber(*shown.overBest()));
    else
        readout.note = tr("the best inertia is 0: every row lies on its centre");
    return readout;
}

Readout silhouetteReadout(const Shown& shown)
{
    const bool known = shown.silhouette && shown.silhouette->mean;
    Readout readout = made("silhouette", tr("Silhouette"), known ? shown.silhouette->mean : std::nullopt,
        QStringLiteral(R"tex(\frac1n\sum_{i=1}^{n}\frac{v_i-u_i}{\max(u_i,v_i)})tex"));
    readout.better = Readout::Better::Up;
    readout.prominent = true;
    if (!shown.silhouette)
        readout.note = waiting();
    else if (!known)
        readout.note = tr("undefined for a single cluster");
    else
        readout.line =
            tr("u: mean distance to the own cluster, v: to the nearest other one; mean over %1 rows: %2")
                .arg(shownCount(shown.silhouette->rows))
                .arg(shownNumber(*shown.silhouette->mean));
    if (known && shown.silhouette->sampled)
        readout.note = tr("on a sample of %1 rows").arg(shownCount(shown.silhouette->rows));
    return readout;
}

Readout iterationsReadout(const Shown& shown)
{
    const int moves = shown.run->iterations();
    Readout readout = made(
        "iterations", tr("Iterations"), double(moves), QStringLiteral(R"tex(\min\{t: a_{t+1}=a_t\})tex"));
    readout.line = tr("the centres moved %1 in the whole run; then no row changed side")
                       .arg(counted(moves, tr("once"), tr("%1 times")));
    if (shown.run->ending != cluster::Ending::Settled) {
        readout.note = tr("not settled");
        readout.line =
            tr("after %1 rows still change side").arg(counted(moves, tr("1 move"), tr("%1 moves")));
    }
    return readout;
}

std::vector<Readout> elbowReadouts(const Shown& shown)
{
    const QString formula = QStringLiteral(
        R"tex(\arg\max_k\left(\text{chord}(k)-\frac{I_k-I_\text{min}}{I_\text{max}-I_\text{min}}\right))tex");
    const cluster::Elbow* elbow = shown.curve && shown.curve->elbow ? &*shown.curve->elbow : nullptr;
    Readout at = made(
        "elbow", tr("Elbow at k"), elbow ? std::optional<double>(elbow->clusters) : std::nullopt, formula);
    Readout strength = made("elbow-strength", tr("Elbow strength"),
        elbow ? std::optional<double>(elbow->strength) : std::nullopt,
        QStringLiteral(
            R"tex(\max_k\left(\text{chord}(k)-\frac{I_k-I_\text{min}}{I_\text{max}-I_\text{min}}\right))tex"));
    at.prominent = true;
    if (elbow) {
        at.line = tr("at k = %1 the curve lies %2 below its chord, both axes scaled to 0 … 1")
                      .arg(elbow->clusters)
                      .arg(shownNumber(elbow->strength));
        strength.line = at.line;
        at.note =
            elbow->strength < weakElbow ? tr("weak: %1").arg(shownNumber(elbow->strength, 2)) : QString();
    } else {
        at.note = strength.note = shown.curve ? tr("no point of the curve lies below its chord") : waiting();
    }
    return {at, strength};
}

Readout adjustedRandReadout(const Shown& shown)
{
    Readout readout = made("adjusted-rand", tr("Adjusted Rand"), shown.adjustedRand(),
        QStringLiteral(
            R"tex(\frac{\sum_{ij}\binom{n_{ij}}{2}-E}{\frac12\left(\sum_i\binom{a_i}{2}+\sum_j\binom{b_j}{2}\right)-E},\quad E=\frac{\sum_i\binom{a_i}{2}\sum_j\binom{b_j}{2}}{\binom n2})tex"));
    readout.better = Readout::Better::Up;
    if (readout.number())
        readout.line = tr("clusters against %1 in %2 rows; 1: the same groups, 0: no more than chance")
                           .arg(shown.state.column("label"))
                           .arg(shownCount(qint64(shown.sample->labelled.size())));
    else
        readout.note = tr("the table has no label to compare with");
    return readout;
}

} // namespace

std::vector<Readout> readouts(const Shown& shown)
{
    std::vector<Readout> elbow = elbowReadouts(shown);
    return {inertiaReadout(shown), overBestReadout(shown), silhouetteReadout(shown), iterationsReadout(shown),
        elbow[0], elbow[1], adjustedRandReadout(shown)};
}

std::vector<DataTable> tables(const Shown& shown)
{
    constexpr int mostRows =
        2'000; // a table of words and numbers costs a hundred times what drawing the rows costs
    DataTable curve{QStringLiteral("elbow"), {QStringLiteral("k"), QStringLiteral("inertia")}, {}};
    for (Eigen::Index i = 0; shown.curve && i < shown.curve->inertia.size(); ++i)
        curve.rows.push_back({double(i + 1), shown.curve->inertia(i)});
    DataTable steps{QStringLiteral("steps"),
        {QStringLiteral("step"), QStringLiteral("inertia"), QStringLiteral("hand")}, {}};
    for (int half = 0; half <= shown.lastHalf(); ++half)
        steps.rows.push_back(
            {half / 2.0, shown.run->inertia[size_t(half)], shown.run->editedAt(half) ? 1.0 : 0.0});
    DataTable seeds{QStringLiteral("outcomes"), {QStringLiteral("seed"), QStringLiteral("inertia")}, {}};
    for (size_t i = 0; shown.outcomes && i < shown.outcomes->inertia.size(); ++i)
        seeds.rows.push_back({double(shown.outcomes->firstSeed) + double(i), shown.outcomes->inertia[i]});
    DataTable centres{
        QStringLiteral("centres"), QStringList(QStringLiteral("centre")) + shown.sample->features, {}};
    for (int c = 0; c < shown.settings.k; ++c) {
        std::vector<Cell> row{double(c + 1)};
        const Eigen::VectorXd data = shown.sample->toData(shown.centre(c));
        row.insert(row.end(), data.begin(), data.end());
        centres.rows.push_back(std::move(row));
    }
    std::vector<DataTable> all{curve, steps, seeds, centres};
    if (shown.sample->count() > mostRows)
        return all;
    DataTable clusters{QStringLiteral("clusters"), {QStringLiteral("row"), QStringLiteral("cluster")}, {}};
    for (int row = 0; row < shown.sample->count(); ++row)
        clusters.rows.push_back(
            {double(shown.sample->matrix.rowIds[size_t(row)]), double(shown.assignment(row) + 1)});
    all.push_back(std::move(clusters));
    return all;
}

} // namespace tangent::kmeans
