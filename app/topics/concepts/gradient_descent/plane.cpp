// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/geometry/contours.h"
#include "app/lab/numeric_matrix.h"
#include "app/topics/concepts/gradient_descent/figure_parts.h"

#include <algorithm>

namespace tangent::descent {

namespace {

/// The picture of a surface: contours spaced evenly in the root of the loss over its least value, so
/// that steep walls do not crowd the floor out, over a pale field of the same.
struct Relief {
    Contours contours;
    Field field;
};

Relief relief(const optimise::Surface& surface, const QRectF& window)
{
    constexpr int columns = 181;
    constexpr int rows = 141;
    constexpr int levels = 14;
    // Equal scales widen one axis to fill the figure, so more is drawn than the window asks for.
    const QRectF drawn = window.adjusted(
        -0.4 * window.width(), -0.4 * window.height(), 0.4 * window.width(), 0.4 * window.height());
    double least = surface.minima().front().value;
    for (const optimise::Minimum& minimum : surface.minima())
        least = std::min(least, minimum.value);
    const Eigen::VectorXd x = Eigen::VectorXd::LinSpaced(columns, drawn.left(), drawn.right());
    const Eigen::VectorXd y = Eigen::VectorXd::LinSpaced(rows, drawn.top(), drawn.bottom());
    Eigen::MatrixXd height(rows, columns);
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i)
            height(j, i) = std::sqrt(std::sqrt(std::max(0.0, surface.value({x(i), y(j)}) - least)));
    }
    Relief made;
    double top = 0; // inside the window: the walls beyond it do not thin its contours out
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i) {
            if (window.contains(x(i), y(j)))
                top = std::max(top, height(j, i));
        }
    }
    const Eigen::VectorXd at =
        Eigen::VectorXd::LinSpaced(levels, top / (levels + 1), top * levels / (levels + 1));
    made.contours.levels.resize(levels);
    for (int level = 0; level < levels; ++level)
        made.contours.levels[size_t(level)].value = least + std::pow(at(level), 4);
    for (const geometry::ContourLine& line : geometry::contours(height, x, y, at)) {
        std::vector<QPointF> points;
        for (const Eigen::Vector2d& point : line.points)
            points.emplace_back(point.x(), point.y());
        if (line.closed)
            points.push_back(points.front());
        made.contours.levels[size_t(line.level)].lines.push_back(std::move(points));
    }
    made.field.columns = columns;
    made.field.rows = rows;
    made.field.left = drawn.left();
    made.field.right = drawn.right();
    made.field.bottom = drawn.top();
    made.field.top = drawn.bottom();
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i)
            made.field.values.push_back(float(height(j, i)));
    }
    made.field.high = float(top);
    made.field.opacity = 0.22;
    return made;
}

std::shared_ptr<const Relief> reliefOf(const Shown& shown, Stages& stages)
{
    const auto make = [&] { return relief(shown.surface, shown.land.window); };
    const Values& values = shown.state.values;
    const bool isLine = shown.lineFit != nullptr;
    return stages.get<Relief>(QStringLiteral("relief"),
        {shown.land.token, isLine ? Value() : values[QStringLiteral("condition")],
            isLine ? values[QStringLiteral("standardise")] : Value(), shown.state.column("predictor"),
            shown.state.column("response")},
        shown.state.table, make, size_t(320) << 10);
}

} // namespace

Figure plane(const Shown& shown, Stages& stages)
{
    Plot plot;
    const QRectF& window = shown.land.window;
    const bool isLine = shown.lineFit != nullptr;
    plot.x = axisOf(isLine ? tr("intercept a") : QStringLiteral("x"), window.left(), window.right());
    plot.y = axisOf(isLine ? tr("slope b") : QStringLiteral("y"), window.top(), window.bottom());
    // Standardised, both parameters are in the unit of the response, and round contours must look round.
    plot.equalAspect = !isLine || shown.state.toggle("standardise");
    const auto picture = reliefOf(shown, stages);
    plot.layers.emplace_back(picture->field);
    plot.layers.emplace_back(picture->contours);

    Points minima;
    for (const optimise::Minimum& minimum : shown.surface.minima()) {
        minima.x.push_back(minimum.position.x());
        minima.y.push_back(minimum.position.y());
    }
    minima.role = Role::Good;
    minima.size = 9;
    minima.hollow = true;
    plot.layers.emplace_back(minima);

    Line path;
    Points stops;
    for (int n = 0; n <= shown.step; ++n) {
        const Eigen::Vector2d at = shown.run.point(n);
        if (!drawable(at.x()) || !drawable(at.y()))
            break;
        path.x.push_back(at.x());
        path.y.push_back(at.y());
    }
    stops.x = path.x;
    stops.y = path.y;
    stops.size = 5;
    path.width = 1.4;
    plot.layers.emplace_back(path);
    plot.layers.emplace_back(stops);

    const Eigen::Vector2d at = shown.at();
    const Eigen::Vector2d next = shown.nextUpdate();
    if (next.norm() > 0 && drawable(at.norm()) && drawable(next.norm())) {
        Segments arrow;
        arrow.from = {QPointF(at.x(), at.y())};
        arrow.to = {QPointF(at.x() + next.x(), at.y() + next.y())};
        arrow.roles = {Role::Class1};
        arrow.width = 2;
        arrow.arrows = true;
        plot.layers.emplace_back(arrow);
    }
    return plotFigure("plane", tr("The surface"), tr("drag the start"), Figure::Place::Main, std::move(plot));
}

Figure fittedLine(const Shown& shown)
{
    const NumericMatrix pairs =
        numericMatrix(*shown.state.table, {shown.state.column("predictor"), shown.state.column("response")});
    Plot plot;
    const double lowX = pairs.values.col(0).minCoeff();
    const double highX = pairs.values.col(0).maxCoeff();
    const double lowY = pairs.values.col(1).minCoeff();
    const double highY = pairs.values.col(1).maxCoeff();
    const double marginX = 0.06 * std::max(highX - lowX, 1e-9);
    const double marginY = 0.1 * std::max(highY - lowY, 1e-9);
    plot.x = axisOf(shown.state.column("predictor"), lowX - marginX, highX + marginX);
    plot.y = axisOf(shown.state.column("response"), lowY - marginY, highY + marginY);
    Points rows;
    rows.x.assign(pairs.values.col(0).begin(), pairs.values.col(0).end());
    rows.y.assign(pairs.values.col(1).begin(), pairs.values.col(1).end());
    rows.rowIds = pairs.rowIds;
    rows.role = Role::Class0;
    rows.size = 5;
    rows.opacity = 0.7;
    plot.layers.emplace_back(rows);
    const auto draw = [&](const Eigen::Vector2d& coefficients, Role role, Line::Style style) {
        const optimise::Line fitted = shown.lineFit->inDataUnits(coefficients);
        Line line;
        for (const double x : {plot.x.minimum, plot.x.maximum}) {
            line.x.push_back(x);
            line.y.push_back(fitted.intercept + fitted.slope * x);
        }
        line.role = role;
        line.style = style;
        line.width = 2;
        if (drawable(line.y[0]) && drawable(line.y[1]))
            plot.layers.emplace_back(line);
    };
    draw(shown.surface.minima().front().position, Role::Good, Line::Style::Dashed);
    draw(shown.at(), Role::Class1, Line::Style::Solid);
    return plotFigure(
        "line", tr("The line on the data"), tr("least squares dashed"), Figure::Place::Side, std::move(plot));
}

} // namespace tangent::descent
