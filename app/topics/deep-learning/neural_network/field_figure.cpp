// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/geometry/contours.h"
#include "app/lab/drawing.h"
#include "app/topics/deep-learning/neural_network/shown.h"
#include "app/topics/deep-learning/neural_network/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>
#include <cmath>

namespace tangent::network {

namespace {

/// The two axes count as one space when neither is much longer.
constexpr double widestAspect = 1.6;

Field outputField(const Shown& shown, const Span& span)
{
    const auto values = shown.answers.col(shown.answers.cols() - 1);
    const QRectF& window = shown.sample->window;
    Field field;
    field.columns = field.rows = shown.raster->side;
    field.left = window.left();
    field.right = window.right();
    field.bottom = window.top();
    field.top = window.bottom();
    field.low = float(span.low);
    field.high = float(span.high);
    field.map = ColourMap::Diverging;
    field.opacity = 0.85;
    field.values.reserve(size_t(values.size()));
    for (const double value : values)
        field.values.push_back(float(value));
    return field;
}

/// Where the output stands in the middle between the two answers: the border that is decided by.
Contours border(const Shown& shown, double level)
{
    const int side = shown.raster->side;
    const Eigen::Map<const Eigen::MatrixXd> byColumn(
        shown.answers.col(shown.answers.cols() - 1).data(), side, side);
    const Eigen::VectorXd levels = Eigen::VectorXd::Constant(1, level);
    Contours drawn;
    drawn.role = Role::Ink;
    drawn.opacity = 0.9;
    drawn.levels.push_back({level, {}});
    for (const geometry::ContourLine& line :
        geometry::contours(byColumn.transpose(), shown.raster->x, shown.raster->y, levels)) {
        std::vector<QPointF> points;
        for (const Eigen::Vector2d& at : line.points)
            points.emplace_back(at.x(), at.y());
        if (line.closed)
            points.push_back(points.front());
        drawn.levels.front().lines.push_back(std::move(points));
    }
    return drawn;
}

Points rowsOf(const Shown& shown, const std::vector<int>& rows, const Span& span, bool hollow)
{
    const Sample& sample = *shown.sample;
    const double middle = (span.low + span.high) / 2;
    Points points;
    points.size = hollow ? 6.5 : 5.5;
    points.hollow = hollow;
    points.areRows = true;
    for (const int row : rows) {
        points.x.push_back(sample.matrix.values(row, 0));
        points.y.push_back(sample.matrix.values(row, 1));
        points.classes.push_back(sample.targets(row) > middle ? 1 : 0);
        points.rowIds.push_back(sample.matrix.rowIds[size_t(row)]);
    }
    return points;
}

/// A double click adds a row of the positive class.
std::optional<Adding> addingOf(const Shown& shown)
{
    const Table& table = *shown.state.table;
    const Column& label = *table.find(shown.sample->label);
    if (label.isNumeric() || shown.sample->features.front() == shown.sample->features.back())
        return {};
    Adding adding;
    adding.key = QStringLiteral("patch");
    adding.label = tr("Add a point of class %1").arg(shown.sample->positive);
    for (const Column& column : table.columns)
        adding.row.push_back(column.name == label.name ? Cell(shown.sample->positive) : Cell(QString()));
    adding.x = table.columnIndex(shown.sample->features.front());
    adding.y = table.columnIndex(shown.sample->features.back());
    return adding;
}

/// One class against all the others: two colours.
Drawing drawingOf(const Shown& shown)
{
    const Sample& sample = *shown.sample;
    Drawing drawing = drawingOn(
        shown.state, sample.features.front(), sample.features.back(), sample.features, sample.label);
    for (const QString& word : drawing.classes)
        drawing.colours.push_back(word == sample.positive ? 1 : 0);
    return drawing;
}

} // namespace

Figure fieldFigure(const Shown& shown)
{
    const Sample& sample = *shown.sample;
    const QRectF& window = sample.window;
    const Span span = spanOf(shown, shown.shape.layers(), 1);
    Plot plot;
    plot.x = axisOf(sample.features.front(), window.left(), window.right());
    plot.y = axisOf(sample.features.back(), window.top(), window.bottom());
    plot.equalAspect =
        std::max(window.width(), window.height()) <= widestAspect * std::min(window.width(), window.height());
    plot.layers.emplace_back(outputField(shown, span));
    plot.layers.emplace_back(border(shown, (span.low + span.high) / 2));
    plot.layers.emplace_back(rowsOf(shown, sample.training, span, false));
    plot.layers.emplace_back(rowsOf(shown, sample.validation, span, true));
    plot.adding = addingOf(shown);
    plot.drawing = drawingOf(shown);
    Figure figure = figureOf("field", tr("The output"),
        sample.validation.empty() ? QString() : tr("rings: validation rows"), Figure::Place::Side,
        std::move(plot), 150);
    figure.weight = 1.5;
    return figure;
}

} // namespace tangent::network
