// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/class_separation.h"
#include "app/lab/drawing.h"
#include "app/lab/held_out.h"
#include "app/topics/performance/confusion_matrix/shown.h"
#include "app/topics/performance/confusion_matrix/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent::confusion {

namespace {

/// More dots than this hide one another; of longer tables every n-th row is drawn.
constexpr Eigen::Index mostDots = 20000;

/// Two columns, in the order of the table.
struct Pair {
    Eigen::Index x = 0;
    Eigen::Index y = 1;
};

/// The two columns with the most of something.
Pair leadingPair(const Eigen::VectorXd& weights)
{
    std::vector<Eigen::Index> order(size_t(weights.size()));
    std::iota(order.begin(), order.end(), Eigen::Index(0));
    std::stable_sort(
        order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return weights(a) > weights(b); });
    return {std::min(order[0], order[1]), std::max(order[0], order[1])};
}

/// Raw distances are made of the columns with the widest spread: those are what nearest neighbours see.
/// Every other model is shown in the columns that hold the classes farthest apart.
bool seesRawDistances(const Settled& state)
{
    return classifierOf(state.choice("model")) == classify::Model::NearestNeighbours
        && !state.toggle("standardise");
}

Pair pairOf(const Shown& shown, Stages& stages)
{
    if (!usesModel(shown.source))
        return {};
    const JudgedRows& rows = *shown.judged.rows;
    const bool raw = seesRawDistances(shown.state);
    const auto make = [&] {
        const Eigen::MatrixXd& values = *rows.values;
        if (!raw)
            return leadingPair(evaluate::classSeparation(values, rows.actual, shown.judged.classCount()));
        const Eigen::RowVectorXd means = values.colwise().mean();
        return leadingPair((values.rowwise() - means).colwise().squaredNorm());
    };
    return *stages.get<Pair>(QStringLiteral("pair"), {rows.columns, shown.state.column("label"), raw},
        shown.state.table, make, sizeof(Pair));
}

Axis axisOf(const Shown& shown, const QString& name, const Eigen::MatrixXd& values, Eigen::Index column,
    Qt::Orientation orientation)
{
    Axis axis;
    axis.label = name;
    const Column* declared = shown.state.table->find(name);
    axis.unit = declared ? declared->unit : QString();
    double low = INFINITY;
    double high = -INFINITY;
    for (const double value : values.col(column)) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    const bool hasRange = high > low && std::isfinite(high - low);
    const double margin = hasRange ? 0.05 * (high - low) : 0.5;
    const double middle = std::isfinite(low) && std::abs(low) < 1e12 ? low : 0;
    axis.minimum = hasRange ? low - margin : middle - margin;
    axis.maximum = hasRange ? high + margin : middle + margin;
    widenToSheet(shown.state, orientation, &axis.minimum, &axis.maximum);
    return axis;
}

/// What is marked: the cell that is pointed at, or the one that glows.
struct Marked {
    std::optional<CellAt> cell;
    bool isPinned = false;
    std::vector<int> rowIds; ///< ascending
};

Marked markedOf(const Shown& shown)
{
    Marked marked;
    marked.cell = shown.pinned;
    marked.isPinned = shown.pinned.has_value();
    if (!marked.cell && !shown.isAwaited())
        marked.cell = largestWrongCell(shown.first().counts);
    if (marked.cell && !shown.isAwaited())
        marked.rowIds = shown.first().rowsOf(marked.cell->actual, marked.cell->predicted);
    return marked;
}

/// The name of each class over the middle of its rows.
void addClassNames(const Shown& shown, const Points& dots, Plot* plot)
{
    constexpr int mostNames = 6;
    const int classes = shown.judged.classCount();
    if (classes > mostNames)
        return;
    for (int c = 0; c < classes; ++c) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (size_t i = 0; i < dots.x.size(); ++i) {
            if (dots.classes[i] == c) {
                x += dots.x[i];
                y += dots.y[i];
                ++count;
            }
        }
        if (count > 0 && std::isfinite(x) && std::isfinite(y))
            addWords(plot, x / count, y / count, shortName(shown.className(c)), classRole(c), Qt::AlignCenter,
                true);
    }
}

QString titleOf(const Shown& shown, const Marked& marked)
{
    if (!marked.cell || shown.isAwaited())
        return tr("The rows by their true class");
    return QStringLiteral("%1: %2").arg(
        rowsText(std::int64_t(marked.rowIds.size())), shown.cellName(*marked.cell));
}

} // namespace

std::optional<Figure> rowsFigure(const Shown& shown, Stages& stages)
{
    if (!shown.judged.rows || shown.judged.rows->values->cols() < 2)
        return std::nullopt;
    const JudgedRows& rows = *shown.judged.rows;
    const Eigen::MatrixXd& values = *rows.values;
    const Pair pair = pairOf(shown, stages);
    const Marked marked = markedOf(shown);
    Plot plot;
    plot.x = axisOf(shown, rows.columns[pair.x], values, pair.x, Qt::Horizontal);
    plot.y = axisOf(shown, rows.columns[pair.y], values, pair.y, Qt::Vertical);

    plot.equalAspect = shown.state.table && shown.state.table->name == drawnTable; // as the empty sheet

    const Eigen::Index stride = 1 + (values.rows() - 1) / mostDots;
    Points dots;
    Points chosen;
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
        const double x = values(i, pair.x);
        const double y = values(i, pair.y);
        if (!std::isfinite(x) || !std::isfinite(y))
            continue;
        const int id = rows.rowIds[size_t(i)];
        const bool isMarked = std::binary_search(marked.rowIds.begin(), marked.rowIds.end(), id);
        const auto addTo = [&](Points* points) {
            points->x.push_back(x);
            points->y.push_back(y);
            points->classes.push_back(quint8(rows.actual(i)));
            points->rowIds.push_back(id);
        };
        if (i % stride == 0)
            addTo(&dots);
        if (isMarked && chosen.x.size() < size_t(mostDots))
            addTo(&chosen);
    }
    dots.areRows = true;
    if (usesModel(shown.source))
        plot.drawing = drawingOn(shown.state, plot.x.label, plot.y.label, shown.state.columns("features"),
            shown.state.column("label"));
    dots.size = values.rows() > 2000 ? 4 : 5.5;
    dots.opacity = marked.isPinned ? 0.22 : 0.75;
    Points rings;
    rings.x = chosen.x;
    rings.y = chosen.y;
    rings.role = Role::Warning;
    rings.size = marked.isPinned ? 12 : 10;
    rings.hollow = true;
    chosen.size = marked.isPinned ? 7.5 : dots.size;
    Points named = dots;
    plot.layers.emplace_back(std::move(dots));
    plot.layers.emplace_back(std::move(chosen));
    if (!marked.cell || !marked.cell->isRight())
        plot.layers.emplace_back(std::move(rings));
    addClassNames(shown, named, &plot);

    return figureOf("rows", titleOf(shown, marked), {},
        shown.hasTwo() ? Figure::Place::Strip : Figure::Place::Side, std::move(plot), shown.rowsHeight());
}

} // namespace tangent::confusion
