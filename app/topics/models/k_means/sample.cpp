// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/sample.h"

#include "algorithms/decompose/pca.h"
#include "app/lab/drawing.h"
#include "app/topics/models/k_means/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::kmeans {

namespace {

constexpr int mostClusters = 10;

/// Axes share a scale when the longer one is at most this many times the shorter.
constexpr double widestAspect = 5;

void readLabels(const Settled& state, Sample* sample)
{
    const QString label = state.column("label");
    const Column* column = label.isEmpty() ? nullptr : state.table->find(label);
    if (!column)
        return;
    std::vector<int> tableRows;
    for (int i = 0; i < int(sample->matrix.rows.size()); ++i) {
        const int row = sample->matrix.rows[size_t(i)];
        if (column->isMissing(row))
            continue;
        sample->labelled.push_back(i);
        tableRows.push_back(row);
    }
    sample->labels = classLabels(*state.table, label, tableRows);
}

Sample makeSample(const Settled& state)
{
    Sample sample;
    sample.features = state.columns("features");
    sample.standardised = state.toggle("standardise");
    sample.matrix = numericMatrix(*state.table, sample.features);
    const Eigen::MatrixXd& data = sample.matrix.values;
    const Eigen::Index columns = data.cols();
    sample.mean = Eigen::RowVectorXd::Zero(columns);
    sample.scale = Eigen::RowVectorXd::Ones(columns);
    sample.spread = Eigen::RowVectorXd::Zero(columns);
    sample.used = data;
    if (data.rows() > 0) {
        const Eigen::RowVectorXd mean = data.colwise().mean();
        const double root = std::sqrt(double(data.rows()));
        sample.spread = (data.rowwise() - mean).colwise().norm() / root;
    }
    if (sample.standardised && data.rows() > 1) {
        const decompose::ColumnScaling scaling = decompose::columnScaling(data, true);
        sample.mean = scaling.mean;
        sample.scale = scaling.scale;
        sample.used = scaling.apply(data);
    }
    sample.rows = cluster::Rows(sample.used);
    sample.distinct = cluster::distinctRows(sample.rows, mostClusters);
    readLabels(state, &sample);
    return sample;
}

struct Direction {
    int feature = -1;
    Eigen::VectorXd along;
    QString label;
};

Direction directionOf(const QString& token, const Sample& sample, const decompose::Pca& components)
{
    const int dimension = sample.dimension();
    Direction made;
    made.feature = int(sample.features.indexOf(token));
    if (made.feature >= 0) {
        made.along = Eigen::VectorXd::Unit(dimension, made.feature);
        made.label = sample.standardised ? tr("%1 (standardised)").arg(token) : token;
        return made;
    }
    const int which = token == secondComponent ? 1 : 0;
    const bool known = which < components.components();
    made.along =
        known ? Eigen::VectorXd(components.loadings.col(which)) : Eigen::VectorXd::Unit(dimension, which);
    made.label = tr("component %1 (%2 of the variance)")
                     .arg(which + 1)
                     .arg(shownPercent(known ? components.shares()(which) : 0));
    return made;
}

Axis axisOver(const QString& label, const std::vector<double>& values)
{
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    const double span = *greatest - *least;
    const double margin = span > 0 ? 0.09 * span : std::max(1.0, 0.1 * std::abs(*least));
    Axis axis;
    axis.label = label;
    axis.minimum = *least - margin;
    axis.maximum = *greatest + margin;
    return axis;
}

/// Heights for rows of a single feature: even, without a pattern, the same every time (multiples of the
/// golden section).
std::vector<double> heights(int count)
{
    std::vector<double> all;
    for (int i = 0; i < count; ++i) {
        const double turn = 0.6180339887498949 * (i + 1);
        all.push_back(0.12 + 0.76 * (turn - std::floor(turn)));
    }
    return all;
}

Plane singlePlane(const Sample& sample)
{
    Plane plane;
    plane.single = true;
    plane.wholeSpace = true;
    plane.feature = {0, -1};
    plane.directions = Eigen::MatrixXd::Zero(1, 2);
    plane.directions(0, 0) = 1;
    plane.origin = Eigen::VectorXd::Zero(1);
    plane.x.assign(sample.used.col(0).begin(), sample.used.col(0).end());
    plane.y = heights(sample.count());
    const QString name = sample.features.front();
    plane.xAxis = axisOver(sample.standardised ? tr("%1 (standardised)").arg(name) : name, plane.x);
    plane.yAxis.hidden = true;
    return plane;
}

Plane makePlane(const Settled& state, const Sample& sample)
{
    if (sample.dimension() == 1)
        return singlePlane(sample);
    const QString xToken = state.choice("x-axis");
    const QString yToken = state.choice("y-axis");
    const auto isComponent = [&](const QString& token) { return !sample.features.contains(token); };
    decompose::Pca components;
    if ((isComponent(xToken) || isComponent(yToken)) && sample.count() > 1)
        components = decompose::pca(sample.used);
    const Direction across = directionOf(xToken, sample, components);
    const Direction up = directionOf(yToken, sample, components);

    Plane plane;
    plane.feature = {across.feature, up.feature};
    plane.directions.resize(sample.dimension(), 2);
    plane.directions << across.along, up.along;
    const bool anyComponent = across.feature < 0 || up.feature < 0;
    plane.origin = anyComponent ? Eigen::VectorXd(sample.used.colwise().mean())
                                : Eigen::VectorXd::Zero(sample.dimension());
    const Eigen::MatrixXd placed = (sample.used.rowwise() - plane.origin.transpose()) * plane.directions;
    plane.x.assign(placed.col(0).begin(), placed.col(0).end());
    plane.y.assign(placed.col(1).begin(), placed.col(1).end());
    plane.xAxis = axisOver(across.label, plane.x);
    plane.yAxis = axisOver(up.label, plane.y);
    if (!sample.standardised && across.feature >= 0 && up.feature >= 0) {
        widenToSheet(state, Qt::Horizontal, &plane.xAxis.minimum, &plane.xAxis.maximum);
        widenToSheet(state, Qt::Vertical, &plane.yAxis.minimum, &plane.yAxis.maximum);
    }
    const bool square = std::abs(across.along.dot(up.along)) < 1e-9;
    plane.wholeSpace = sample.dimension() == 2 && square;
    const double width = plane.xAxis.maximum - plane.xAxis.minimum;
    const double height = plane.yAxis.maximum - plane.yAxis.minimum;
    plane.trueToScale = std::max(width, height) <= widestAspect * std::min(width, height);
    return plane;
}

} // namespace

Eigen::VectorXd Sample::toUsed(const Eigen::VectorXd& data) const
{
    return (data.array() - mean.transpose().array()) / scale.transpose().array();
}

Eigen::VectorXd Sample::toData(const Eigen::VectorXd& point) const
{
    return point.array() * scale.transpose().array() + mean.transpose().array();
}

std::vector<Value> sampleInputs(const Settled& state)
{
    return {state.columns("features"), state.toggle("standardise")};
}

std::shared_ptr<const Sample> sampleOf(const Settled& state, Stages& stages)
{
    std::vector<Value> inputs = sampleInputs(state);
    inputs.emplace_back(state.column("label"));
    const size_t cells = size_t(state.table->rowCount()) * size_t(state.columns("features").size());
    return stages.get<Sample>(
        QStringLiteral("sample"), inputs, state.table, [&] { return makeSample(state); },
        cells * 3 * sizeof(double));
}

std::shared_ptr<const Plane> planeOf(
    const Settled& state, const std::shared_ptr<const Sample>& sample, Stages& stages)
{
    std::vector<Value> inputs = sampleInputs(state);
    inputs.emplace_back(state.choice("x-axis"));
    inputs.emplace_back(state.choice("y-axis"));
    return stages.get<Plane>(
        QStringLiteral("plane"), inputs, state.table, [&] { return makePlane(state, *sample); },
        size_t(sample->count()) * 2 * sizeof(double));
}

QPointF Plane::place(const Eigen::VectorXd& used) const
{
    const Eigen::Vector2d at = directions.transpose() * (used - origin);
    return {at.x(), single ? 0.5 : at.y()};
}

} // namespace tangent::kmeans
