// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/drawing.h"
#include "app/topics/data/pca/sample.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent::components {

namespace {

/// So many points of a large drawn set can be moved; of a small one all.
constexpr int mostLoose = 6;
constexpr int smallSet = 60;
/// Two points so much farther out than the third stand apart.
constexpr double standApart = 1.25;
constexpr double roomAround = 1.08;

/// Rows of the source that a hand may move, by id. They are chosen before any hand has moved one, so that the
/// handles stay the same while it does.
std::vector<int> looseRowIds(const NumericMatrix& source)
{
    const Eigen::MatrixXd& values = source.values;
    const Eigen::RowVectorXd mean = values.colwise().mean();
    const Eigen::VectorXd away = (values.rowwise() - mean).rowwise().norm();
    std::vector<int> order(source.rowIds.size());
    std::iota(order.begin(), order.end(), 0);
    size_t count = order.size();
    if (count > smallSet) {
        std::stable_sort(
            order.begin(), order.end(), [&](int one, int other) { return away(one) > away(other); });
        count = away(order[1]) > standApart * away(order[2]) ? 2 : mostLoose;
    }
    std::vector<int> ids;
    for (size_t i = 0; i < count; ++i)
        ids.push_back(source.rowIds[size_t(order[i])]);
    std::sort(ids.begin(), ids.end());
    return ids;
}

double reachOf(const Eigen::VectorXd& places, double middle)
{
    return (places.array() - middle).abs().maxCoeff();
}

double reachOf(const Eigen::MatrixXd& points, QPointF middle)
{
    return std::max(reachOf(points.col(0), middle.x()), reachOf(points.col(1), middle.y()));
}

/// Room for the rows as they were and as they are, so that a point in the hand moves no axis; where points
/// can be moved also for the smallest box round the rows as they were.
void chooseWindow(Plane* plane, const Settled& state, const NumericMatrix& source,
    const Eigen::MatrixXd& points, bool standardised)
{
    const bool hasSource = !standardised && source.values.rows() > 0;
    plane->middle = plane->mean();
    if (hasSource) {
        const Eigen::RowVectorXd mean = source.values.colwise().mean();
        plane->middle = QPointF(mean(0), mean(1));
    }
    const bool isSheet = !standardised && state.table->name == drawnTable;
    if (isSheet)
        plane->middle = QPointF(0, 0);
    double reach = reachOf(points, plane->middle);
    if (hasSource)
        reach = std::max(reach, reachOf(source.values, plane->middle));
    const double size = std::max(std::abs(plane->middle.x()), std::abs(plane->middle.y()));
    if (!(reach > 1e-9 * size))
        reach = size > 0 ? 0.05 * size : 1;
    plane->halfSpan = plane->halfWidth = plane->halfHeight = roomAround * reach;
    if (isSheet) {
        double low = 0;
        widenToSheet(state, Qt::Horizontal, &low, &plane->halfWidth);
        widenToSheet(state, Qt::Vertical, &low, &plane->halfHeight);
        plane->halfSpan = plane->halfHeight;
    }
    if (plane->loose.empty())
        return;
    const Eigen::MatrixXd corners = decompose::smallestBox(source.values).corners;
    plane->halfWidth = std::max(plane->halfWidth, roomAround * reachOf(corners.col(0), plane->middle.x()));
    plane->halfHeight = std::max(plane->halfHeight, roomAround * reachOf(corners.col(1), plane->middle.y()));
}

/// Which rows a hand can move: those of a drawn cloud, whose columns are called x and y.
void chooseLoose(Plane* plane, const Sample& sample, const NumericMatrix& source)
{
    const QStringList drawn{QStringLiteral("x"), QStringLiteral("y")};
    const bool isDrawn =
        drawn.contains(sample.features[plane->first]) && drawn.contains(sample.features[plane->second]);
    if (!isDrawn || source.rowIds.size() < 3)
        return;
    for (const int id : looseRowIds(source)) {
        const auto found = std::lower_bound(sample.matrix.rowIds.begin(), sample.matrix.rowIds.end(), id);
        if (found != sample.matrix.rowIds.end() && *found == id)
            plane->loose.push_back(int(found - sample.matrix.rowIds.begin()));
    }
}

Plane makePlane(const Settled& state, const Sample& sample)
{
    Plane plane;
    plane.first = int(std::max<qsizetype>(0, sample.features.indexOf(state.choice("x-axis"))));
    plane.second = int(std::max<qsizetype>(0, sample.features.indexOf(state.choice("y-axis"))));
    const bool standardised = state.toggle("standardise");
    const Eigen::MatrixXd& values = sample.matrix.values;
    plane.spread = decompose::planeSpread(values, plane.first, plane.second, standardised);
    Eigen::MatrixXd pair(values.rows(), 2);
    pair << values.col(plane.first), values.col(plane.second);
    const NumericMatrix source =
        numericMatrix(*state.source, {sample.features[plane.first], sample.features[plane.second]});
    if (standardised)
        pair = decompose::columnScaling(pair, true).apply(pair);
    plane.x.assign(pair.col(0).begin(), pair.col(0).end());
    plane.y.assign(pair.col(1).begin(), pair.col(1).end());
    plane.box = decompose::smallestBox(pair);
    if (!standardised)
        chooseLoose(&plane, sample, source);
    chooseWindow(&plane, state, source, pair, standardised);
    return plane;
}

} // namespace

std::shared_ptr<const Plane> planeOf(
    const Settled& state, const std::shared_ptr<const Sample>& sample, Stages& stages)
{
    const auto make = [&] { return makePlane(state, *sample); };
    const std::vector<Value> inputs{state.columns("features"), state.choice("x-axis"), state.choice("y-axis"),
        state.toggle("standardise")};
    return stages.get<Plane>(QStringLiteral("plane"), inputs, state.table, make,
        size_t(sample->count()) * 2 * sizeof(double) + 1024);
}

} // namespace tangent::components
