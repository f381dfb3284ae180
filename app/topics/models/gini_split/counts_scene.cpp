// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent::gini {

namespace {

/// The two sides as typed. Missing cells count nothing.
tree::Division typedDivision(const Rows& counts)
{
    const size_t classes = counts.empty() ? 1 : std::max<size_t>(1, counts.front().size());
    tree::Division division{
        Eigen::VectorXd::Zero(Eigen::Index(classes)), Eigen::VectorXd::Zero(Eigen::Index(classes))};
    for (size_t side = 0; side < std::min<size_t>(2, counts.size()); ++side) {
        Eigen::VectorXd& sums = side == 0 ? division.left : division.right;
        for (size_t c = 0; c < std::min(classes, counts[side].size()); ++c)
            sums(Eigen::Index(c)) = cellNumber(counts[side][c]);
    }
    return division;
}

Figure countsFigure(const tree::Division& division, const QStringList& classes)
{
    Matrix matrix;
    matrix.rowNames = {tr("left"), tr("right")};
    matrix.columnNames = classes;
    constexpr double paleness = 2.2; // the numbers are what is read, not the colours
    matrix.high = paleness * std::max({1.0, division.left.maxCoeff(), division.right.maxCoeff()});
    for (int side = 0; side < 2; ++side) {
        const Eigen::VectorXd& counts = side == 0 ? division.left : division.right;
        for (Eigen::Index c = 0; c < counts.size(); ++c) {
            Matrix::Item item;
            item.value = counts(c);
            item.text = shownNumber(counts(c));
            item.target.key = QStringLiteral("counts");
            item.target.row = side;
            item.target.column = int(c);
            matrix.items.push_back(item);
        }
    }
    return figureOf("counts", tr("Counts"), tr("drag a number"), Figure::Place::Side, std::move(matrix), 108);
}

/// Two classes: impurity over the share of the first. The chord between the sides meets the parent's share
/// at the weighted impurity, and a curve that bends leaves room above the chord; a straight one leaves none.
Figure sharesFigure(const tree::Division& division, const QString& firstClass, tree::Criterion criterion)
{
    constexpr int samples = 100;
    Plot plot;
    plot.zoomable = false;
    plot.x.label = tr("share of %1").arg(firstClass);
    plot.x.minimum = -0.08; // room for the names of the points
    plot.x.maximum = 1.08;
    plot.y.label = tr("impurity, each over its maximum");
    plot.y.maximum = 1.08;
    Line chosen;
    for (const tree::Criterion one : allCriteria) {
        Line line;
        for (int i = 0; i <= samples; ++i) {
            const double p = double(i) / samples;
            line.x.push_back(p);
            line.y.push_back(tree::impurity(one, Eigen::Vector2d(p, 1 - p)) / mostImpure(one, 2));
        }
        line.role = one == criterion ? Role::Ink : Role::Muted;
        line.width = one == criterion ? 2.2 : 1.2;
        line.opacity = one == criterion ? 1 : 0.75;
        if (one == criterion)
            chosen = line;
        else
            plot.layers.emplace_back(line);
        const double at = one == tree::Criterion::Entropy ? 0.88 : one == tree::Criterion::Gini ? 0.8 : 0.72;
        addWords(&plot, at, tree::impurity(one, Eigen::Vector2d(at, 1 - at)) / mostImpure(one, 2),
            criterionName(one), line.role,
            one == tree::Criterion::Error ? Qt::AlignLeft | Qt::AlignBottom : Qt::AlignRight | Qt::AlignTop,
            one == criterion);
    }
    plot.layers.emplace_back(chosen);

    const double scale = mostImpure(criterion, 2);
    const auto place = [&](const Eigen::VectorXd& counts) {
        return QPointF(counts(0) / counts.sum(), tree::impurity(criterion, counts) / scale);
    };
    if (division.rowsLeft() > 0 && division.rowsRight() > 0) {
        const QPointF left = place(division.left);
        const QPointF right = place(division.right);
        const QPointF parent = place(division.left + division.right);
        const QPointF after(parent.x(), division.weighted(criterion) / scale);
        Segments chord;
        chord.from = {left};
        chord.to = {right};
        chord.roles = {Role::Accent};
        chord.width = 1.6;
        plot.layers.emplace_back(chord);
        Segments drop;
        drop.from = {parent};
        drop.to = {after};
        drop.roles = {Role::Good};
        drop.width = 6;
        drop.opacity = 0.6;
        plot.layers.emplace_back(drop);
        Points marks;
        marks.x = {left.x(), right.x(), after.x()};
        marks.y = {left.y(), right.y(), after.y()};
        marks.role = Role::Accent;
        marks.size = 10;
        plot.layers.emplace_back(marks);
        const bool leftIsLower = left.x() <= right.x();
        const auto outside = [](bool lower) {
            return (lower ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop;
        };
        addWords(&plot, left.x(), left.y(), tr("left"), Role::Accent, outside(leftIsLower), true);
        addWords(&plot, right.x(), right.y(), tr("right"), Role::Accent, outside(!leftIsLower), true);
        addWords(&plot, after.x(), after.y(), tr("gain %1").arg(shownImpurity(division.gain(criterion))),
            Role::Good, Qt::AlignHCenter | Qt::AlignBottom, true);
    }
    return figureOf("shares", tr("A curve that bends"), tr("the gain is the room above the chord"),
        Figure::Place::Main, std::move(plot), 190);
}

/// What each criterion makes of the same counts; a click chooses it.
Figure criteriaFigure(const tree::Division& division, tree::Criterion chosen)
{
    TableFigure table;
    table.columns = {tr("Criterion"), tr("before"), tr("after"), tr("gain")};
    table.rightAligned = {false, true, true, true};
    const int classes = int(division.left.size());
    for (const tree::Criterion one : allCriteria) {
        TableFigure::Line line;
        line.current = one == chosen;
        line.target.key = QStringLiteral("criterion");
        line.target.value = criterionToken(one);
        const QString unit = criterionUnit(one);
        line.items.push_back(
            {unit.isEmpty() ? criterionName(one) : tr("%1, %2").arg(criterionName(one), unit), -1, Role::Ink,
                false, {}});
        line.items.push_back({shownImpurity(division.parentImpurity(one)), -1, Role::Ink, false, {}});
        line.items.push_back({shownImpurity(division.weighted(one)), -1, Role::Ink, false, {}});
        const double share = division.gain(one) / mostImpure(one, classes);
        line.items.push_back(
            {shownImpurity(division.gain(one)), std::clamp(share, 0.0, 1.0), Role::Good, false, {}});
        table.lines.push_back(std::move(line));
    }
    return figureOf(
        "criteria", tr("The three criteria"), tr("click one"), Figure::Place::Side, std::move(table), 104);
}

QString countsNarration(const tree::Division& division)
{
    using tree::Criterion;
    if (!(division.rowsLeft() + division.rowsRight() > 0))
        return tr("**No rows at all**: type a count.");
    if (!(division.rowsLeft() > 0) || !(division.rowsRight() > 0))
        return tr("**Nothing is split**: all rows stand on one side, so every gain is 0.");
    const QString three = tr("Error rate %1, Gini %2, entropy %3 bits after the split.")
                              .arg(shownImpurity(division.weighted(Criterion::Error)),
                                  shownImpurity(division.weighted(Criterion::Gini)),
                                  shownImpurity(division.weighted(Criterion::Entropy)));
    if (division.weighted(Criterion::Gini) < tree::impurityTie)
        return tr("**Both sides are pure**: nothing is left to split.");
    const bool anyPure =
        division.leftImpurity(Criterion::Gini) == 0 || division.rightImpurity(Criterion::Gini) == 0;
    if (division.gain(Criterion::Error) < tree::impurityTie
        && division.gain(Criterion::Gini) > tree::impurityTie)
        return tr("**The error rate sees no gain**: the vote is the same on both sides. ") + three;
    if (anyPure)
        return tr("**One side is pure**, and Gini and entropy reward that; the error rate counts wrong votes "
                  "only. ")
            + three;
    return tr("**Three ways to measure a mixture.** ") + three;
}

DataTable sharesTable()
{
    DataTable table{QStringLiteral("curve"),
        {QStringLiteral("share"), QStringLiteral("gini"), QStringLiteral("entropy"), QStringLiteral("error")},
        {}};
    for (int percent = 0; percent <= 100; ++percent) {
        const Eigen::Vector2d shares(percent / 100.0, 1 - percent / 100.0);
        Row row{percent / 100.0};
        for (const tree::Criterion one : allCriteria)
            row.emplace_back(tree::impurity(one, shares));
        table.rows.push_back(row);
    }
    return table;
}

} // namespace

Scene countsScene(const Settled& state)
{
    const tree::Division division = typedDivision(state.rowsOf("counts"));
    const tree::Criterion criterion = criterionOf(state.choice("criterion"));
    QStringList classes;
    for (Eigen::Index c = 0; c < division.left.size(); ++c)
        classes << tr("class %1").arg(c + 1);

    Scene scene;
    Figure counts = countsFigure(division, classes);
    const bool hasCurve = classes.size() == 2;
    if (hasCurve)
        scene.figures.push_back(sharesFigure(division, classes.front(), criterion));
    else
        counts.place = Figure::Place::Main;
    scene.figures.push_back(std::move(counts));
    scene.figures.push_back(criteriaFigure(division, criterion));
    scene.figures.push_back(sidesFigure(division, classes, criterion));
    scene.readouts = divisionReadouts(division, criterion);
    for (const Readout& made : withoutBest(tr("counts have no features")))
        scene.readouts.push_back(made);
    scene.narration = countsNarration(division);
    scene.tables = {sharesTable(),
        {QStringLiteral("best-splits"),
            {QStringLiteral("feature"), QStringLiteral("threshold"), QStringLiteral("weighted"),
                QStringLiteral("gain")},
            {}}};
    scene.dataLine = tr("%1, typed by hand").arg(rowsText(division.rowsLeft() + division.rowsRight()));
    return scene;
}

} // namespace tangent::gini
