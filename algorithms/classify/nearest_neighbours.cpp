// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/nearest_neighbours.h"

#include <stdexcept>

namespace tangent::classify {

namespace {

void checkNeighbours(int neighbours)
{
    if (neighbours < 1)
        throw std::invalid_argument("NearestNeighbours: neighbours must be at least 1");
}

std::variant<NeighbourSearch, NeighbourScan> checkedSearch(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, int neighbours)
{
    checkNeighbours(neighbours);
    checkTrainingRows(x, y, classes);
    if (x.cols() >= NeighbourScan::fewestColumns)
        return NeighbourScan(x);
    return NeighbourSearch(x, Eigen::VectorXd::Ones(x.cols()));
}

template <class Row>
void countVotes(const std::vector<Neighbour>& found, const Eigen::VectorXi& y, Row&& shares)
{
    shares.setZero();
    for (const Neighbour& neighbour : found)
        shares(y(neighbour.row)) += 1;
    shares /= static_cast<double>(found.size());
}

/// For one column: 1 / variance of the rows without row i, for each i, from one pass over the column.
class VariancesWithoutOne {
public:
    explicit VariancesWithoutOne(const Eigen::Ref<const Eigen::VectorXd>& column)
        : column_(column)
        , mean_(column.mean())
        , squares_((column.array() - mean_).square().sum())
    {
        // The only rows whose absence can make a column constant are a lone least or a lone greatest.
        const double least = column.minCoeff(&least_);
        const double greatest = column.maxCoeff(&greatest_);
        constant_ = least == greatest;
        constantWithoutLeast_ = without(least_) == 0;
        constantWithoutGreatest_ = without(greatest_) == 0;
    }

    double inverse(Eigen::Index row) const
    {
        if (constant_ || (row == least_ && constantWithoutLeast_)
            || (row == greatest_ && constantWithoutGreatest_))
            return 0;
        const auto n = static_cast<double>(column_.size());
        const double gap = column_(row) - mean_;
        double squares = squares_ - gap * gap * n / (n - 1);
        constexpr double digitsLost = 1e-6; // the difference then has fewer than ten digits left
        if (squares < digitsLost * squares_)
            squares = without(row);
        return (n - 1) / squares;
    }

private:
    /// Sum of squares about the mean of the other rows, counted directly; exactly 0 when they are equal.
    double without(Eigen::Index row) const
    {
        const Eigen::Index last = column_.size() - 1;
        Eigen::VectorXd others = column_.head(last);
        if (row != last)
            others(row) = column_(last);
        if (others.minCoeff() == others.maxCoeff())
            return 0;
        return (others.array() - others.mean()).square().sum();
    }

    Eigen::Ref<const Eigen::VectorXd> column_;
    double mean_;
    double squares_;
    Eigen::Index least_ = 0;
    Eigen::Index greatest_ = 0;
    bool constant_ = false;
    bool constantWithoutLeast_ = false;
    bool constantWithoutGreatest_ = false;
};

} // namespace

NearestNeighbours::NearestNeighbours(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, int neighbours)
    : search_(checkedSearch(x, y, classes, neighbours))
    , columns_(x.cols())
    , y_(y)
    , classes_(classes)
    , neighbours_(neighbours)
{
}

Eigen::MatrixXd NearestNeighbours::probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const
{
    checkColumns(x, columns_);
    Eigen::MatrixXd shares(x.rows(), classes_);
    if (const auto* scan = std::get_if<NeighbourScan>(&search_)) {
        scan->nearest(x, neighbours_, false, [&](Eigen::Index row, const std::vector<Neighbour>& found) {
            countVotes(found, y_, shares.row(row));
        });
        return shares;
    }
    const auto& search = std::get<NeighbourSearch>(search_);
    const Eigen::VectorXd weights = Eigen::VectorXd::Ones(x.cols());
    Eigen::VectorXd query(x.cols());
    std::vector<Neighbour> found;
    for (Eigen::Index row = 0; row < x.rows(); ++row) {
        query = x.row(row);
        search.nearest(query, weights, neighbours_, NeighbourSearch::nobody, found);
        countVotes(found, y_, shares.row(row));
    }
    return shares;
}

Eigen::MatrixXd leaveOneOutVotes(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, int neighbours, bool standardise,
    const Cancelled& cancelled)
{
    checkNeighbours(neighbours);
    checkTrainingRows(x, y, classes);
    if (x.rows() < 2)
        throw std::invalid_argument("leaveOneOutVotes: x must have at least two rows");
    const Eigen::VectorXi labels = y;
    Eigen::MatrixXd shares(x.rows(), classes);
    if (!standardise && x.cols() >= NeighbourScan::fewestColumns) {
        const bool finished = NeighbourScan(x).nearest(
            x, neighbours, true,
            [&](Eigen::Index row, const std::vector<Neighbour>& found) {
                countVotes(found, labels, shares.row(row));
            },
            cancelled);
        return finished ? shares : Eigen::MatrixXd(0, classes);
    }
    Eigen::VectorXd weights = Eigen::VectorXd::Ones(x.cols());
    std::vector<VariancesWithoutOne> variances;
    if (standardise) {
        for (Eigen::Index c = 0; c < x.cols(); ++c) {
            variances.emplace_back(x.col(c));
            weights(c) = variances.back().inverse(0);
        }
    }
    const NeighbourSearch search(x, weights);
    Eigen::VectorXd query(x.cols());
    std::vector<Neighbour> found;
    constexpr Eigen::Index rowsBetweenQuestions = 128;
    for (Eigen::Index row = 0; row < x.rows(); ++row) {
        if (row % rowsBetweenQuestions == 0 && cancelled && cancelled())
            return Eigen::MatrixXd(0, classes);
        query = x.row(row);
        // The means cancel in a difference of two rows, so that scaling is a weight on each column.
        for (std::size_t c = 0; c < variances.size(); ++c)
            weights(static_cast<Eigen::Index>(c)) = variances[c].inverse(row);
        search.nearest(query, weights, neighbours, row, found);
        countVotes(found, labels, shares.row(row));
    }
    return shares;
}

} // namespace tangent::classify
