// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/neighbour_search.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace tangent::classify {

namespace {

constexpr Eigen::Index leafRows = 32;

} // namespace

struct NeighbourSearch::Query {
    const double* point;
    const double* weights;
    Eigen::Index except;
    NearestSoFar nearest;
};

NeighbourSearch::NeighbourSearch(
    const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXd>& weights)
    : points_(x.rows(), x.cols())
    , order_(static_cast<std::size_t>(x.rows()))
{
    std::iota(order_.begin(), order_.end(), Eigen::Index{0});
    if (x.rows() > 0)
        grow(x, weights, 0, x.rows());
    for (Eigen::Index c = 0; c < x.cols(); ++c)
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            points_(i, c) = x(order_[i], c);
}

int NeighbourSearch::grow(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXd>& weights, Eigen::Index begin, Eigen::Index end)
{
    const int index = static_cast<int>(nodes_.size());
    nodes_.push_back({begin, end});
    Eigen::Index widest = 0;
    double greatestWidth = -1;
    for (Eigen::Index c = 0; c < x.cols(); ++c) {
        double least = x(order_[begin], c);
        double greatest = least;
        for (Eigen::Index i = begin + 1; i < end; ++i) {
            least = std::min(least, x(order_[i], c));
            greatest = std::max(greatest, x(order_[i], c));
        }
        boxes_.push_back(least);
        boxes_.push_back(greatest);
        const double width = weights(c) * (greatest - least) * (greatest - least);
        if (width > greatestWidth) {
            greatestWidth = width;
            widest = c;
        }
    }
    if (end - begin <= leafRows || greatestWidth <= 0)
        return index;
    const Eigen::Index middle = begin + (end - begin) / 2;
    // By value, then row: a strict order, so that the tree is the same with every standard library.
    std::nth_element(order_.begin() + begin, order_.begin() + middle, order_.begin() + end,
        [&](auto a, auto b) { return x(a, widest) != x(b, widest) ? x(a, widest) < x(b, widest) : a < b; });
    const int left = grow(x, weights, begin, middle);
    const int right = grow(x, weights, middle, end);
    nodes_[index].left = left;
    nodes_[index].right = right;
    return index;
}

double NeighbourSearch::distanceToBox(int node, const Query& query) const
{
    const auto columns = static_cast<std::size_t>(points_.cols());
    const double* box = boxes_.data() + static_cast<std::size_t>(node) * 2 * columns;
    double sum = 0;
    for (std::size_t c = 0; c < columns; ++c) {
        const double gap =
            std::max(0.0, std::max(box[2 * c] - query.point[c], query.point[c] - box[2 * c + 1]));
        sum += query.weights[c] * gap * gap;
    }
    return sum;
}

void NeighbourSearch::scan(const Node& leaf, Query& query) const
{
    std::array<double, leafRows> distances{};
    for (Eigen::Index begin = leaf.begin; begin < leaf.end; begin += leafRows) {
        const Eigen::Index length = std::min(leafRows, leaf.end - begin);
        distances.fill(0);
        for (Eigen::Index c = 0; c < points_.cols(); ++c) {
            const double* column = points_.data() + c * points_.rows() + begin;
            const double value = query.point[c];
            const double weight = query.weights[c];
            for (Eigen::Index i = 0; i < length; ++i) {
                const double gap = value - column[i];
                distances[i] += weight * gap * gap;
            }
        }
        for (Eigen::Index i = 0; i < length; ++i)
            if (distances[i] <= query.nearest.bound() && order_[begin + i] != query.except)
                query.nearest.offer({distances[i], order_[begin + i]});
    }
}

void NeighbourSearch::visit(int node, Query& query) const
{
    const Node& here = nodes_[node];
    if (here.left < 0) {
        scan(here, query);
        return;
    }
    std::pair<double, int> near{distanceToBox(here.left, query), here.left};
    std::pair<double, int> far{distanceToBox(here.right, query), here.right};
    if (far < near)
        std::swap(near, far);
    // Rounding may place a box a hair beyond a row inside it; rows as far as the bound still matter, for
    // the lower of two numbers wins.
    constexpr double slack = 1 - 1e-12;
    if (near.first * slack <= query.nearest.bound())
        visit(near.second, query);
    if (far.first * slack <= query.nearest.bound())
        visit(far.second, query);
}

void NeighbourSearch::nearest(const Eigen::Ref<const Eigen::VectorXd>& query,
    const Eigen::Ref<const Eigen::VectorXd>& weights, Eigen::Index count, Eigen::Index except,
    std::vector<Neighbour>& found) const
{
    found.clear();
    if (nodes_.empty())
        return;
    Query state{query.data(), weights.data(), except, NearestSoFar(static_cast<std::size_t>(count), found)};
    visit(0, state);
    state.nearest.sort();
}

} // namespace tangent::classify
