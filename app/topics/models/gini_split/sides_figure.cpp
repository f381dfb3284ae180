// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent::gini {

namespace {

constexpr double barHalf = 0.34;
/// Of the axis, behind the longest bar: for its label.
constexpr double roomForLabels = 0.42;
/// A name is written in a stretch of a bar that is this much of the axis for every letter.
constexpr double letterShare = 0.0125;

QString barLabel(const Eigen::VectorXd& counts, tree::Criterion criterion)
{
    if (!(counts.sum() > 0))
        return tr("no rows");
    const QString unit = criterionUnit(criterion);
    return tr("%1, %2 %3")
               .arg(rowsText(counts.sum()), criterionName(criterion),
                   shownImpurity(tree::impurity(criterion, counts)))
        + (unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
}

/// "153/342 · 0.334 + 189/342 · 0.502 = 0.427"
QString weightedLine(const tree::Division& division, tree::Criterion criterion)
{
    const double left = division.rowsLeft();
    const double right = division.rowsRight();
    const QString all = shownNumber(left + right);
    return QStringLiteral("%1/%2 · %3 + %4/%5 · %6 = %7")
        .arg(shownNumber(left), all, shownImpurity(division.leftImpurity(criterion)), shownNumber(right), all,
            shownImpurity(division.rightImpurity(criterion)), shownImpurity(division.weighted(criterion)));
}

} // namespace

Figure sidesFigure(const tree::Division& division, const QStringList& classes, tree::Criterion criterion)
{
    const Eigen::VectorXd all = division.left + division.right;
    const double rows = all.sum();
    Plot plot;
    plot.zoomable = false;
    plot.x.minimum = 0;
    plot.x.maximum = (1 + roomForLabels) * std::max(rows, 1.0);
    plot.x.label = tr("rows");
    plot.x.hidden = true;
    plot.y.scale = Axis::Scale::Category;
    plot.y.categories = {tr("node"), tr("left"), tr("right")};
    plot.y.minimum = -0.5;
    plot.y.maximum = 2.5;
    plot.y.reversed = true;
    Bars bars;
    bars.horizontal = true;
    const Eigen::VectorXd* sides[] = {&all, &division.left, &division.right};
    for (int side = 0; side < 3; ++side) {
        const Eigen::VectorXd& counts = *sides[side];
        double base = 0;
        for (Eigen::Index c = 0; c < counts.size(); ++c) {
            if (!(counts(c) > 0))
                continue;
            bars.from.push_back(side - barHalf);
            bars.to.push_back(side + barHalf);
            bars.base.push_back(base);
            base += counts(c);
            bars.value.push_back(base);
            bars.roles.push_back(classRole(int(c)));
            const auto fits = [&](const QString& words) {
                return counts(c) > letterShare * double(words.size()) * plot.x.maximum;
            };
            const QString name = classes.value(c);
            const QString nameAndCount = tr("%1: %2").arg(name, shownNumber(counts(c)));
            const QString words = fits(nameAndCount) ? nameAndCount : fits(name) ? name : QString();
            if (!words.isEmpty())
                addWords(&plot, base - counts(c) / 2, double(side), words, Role::Ink, Qt::AlignCenter);
        }
        addWords(&plot, base, double(side), barLabel(counts, criterion), Role::Ink,
            Qt::AlignRight | Qt::AlignVCenter);
    }
    plot.layers.insert(plot.layers.begin(), bars);

    Figure figure = figureOf("sides", tr("Both sides"),
        rows > 0 ? weightedLine(division, criterion) : QString(), Figure::Place::Strip, std::move(plot), 84);
    figure.weight = 0.7;
    return figure;
}

} // namespace tangent::gini
