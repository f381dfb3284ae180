// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/decision_tree.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <stdexcept>

namespace tangent::classify {

namespace {

struct Split {
    int column = -1;
    double threshold = 0;
    Eigen::Index leftRows = 0;
    double purity = -1; // Σ_k left_k² / rows left + the same on the right; the largest drop has the largest
};

/// Rows of a node as a range of every column's order, each sorted by value: sorted once for the whole tree.
class Grower {
public:
    Grower(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y,
        int classes, const TreeOptions& options)
        : x_(x)
        , y_(y)
        , minLeafRows_(options.minLeafRows)
        , left_(classes)
        , right_(classes)
        , goesLeft_(static_cast<std::size_t>(x.rows()))
        , spare_(static_cast<std::size_t>(x.rows()))
        , orders_(static_cast<std::size_t>(x.cols()), std::vector<int>(static_cast<std::size_t>(x.rows())))
    {
        for (std::size_t c = 0; c < orders_.size(); ++c) {
            const double* values = x_.col(static_cast<Eigen::Index>(c)).data();
            std::iota(orders_[c].begin(), orders_[c].end(), 0);
            std::sort(orders_[c].begin(), orders_[c].end(),
                [values](int a, int b) { return values[a] != values[b] ? values[a] < values[b] : a < b; });
        }
    }

    void countClasses(Eigen::Index begin, Eigen::Index end, std::vector<std::int64_t>& counts) const
    {
        std::fill(counts.begin(), counts.end(), 0);
        for (Eigen::Index i = begin; i < end; ++i)
            ++counts[y_(orders_[0][i])];
    }

    Split bestSplit(Eigen::Index begin, Eigen::Index end, const std::vector<std::int64_t>& counts)
    {
        Split best;
        for (std::size_t c = 0; c < orders_.size(); ++c)
            lookThrough(static_cast<int>(c), begin, end, counts, best);
        return best;
    }

    /// Moves the left rows of [begin, end) to the front in every order, keeping each sorted.
    void partition(Eigen::Index begin, Eigen::Index end, const Split& split)
    {
        const std::vector<int>& order = orders_[split.column];
        for (Eigen::Index i = begin; i < end; ++i)
            goesLeft_[order[i]] = i - begin < split.leftRows ? 1 : 0;
        for (std::vector<int>& rows : orders_) {
            Eigen::Index left = begin;
            std::size_t right = 0;
            for (Eigen::Index i = begin; i < end; ++i) {
                const int row = rows[i];
                rows[left] = row; // overwritten by the next left row unless this one goes left
                spare_[right] = row;
                left += goesLeft_[row];
                right += 1 - goesLeft_[row];
            }
            std::copy_n(spare_.begin(), right, rows.begin() + left);
        }
    }

private:
    void lookThrough(int column, Eigen::Index begin, Eigen::Index end,
        const std::vector<std::int64_t>& counts, Split& best)
    {
        const double* values = x_.col(column).data();
        const int* order = orders_[column].data();
        if (values[order[begin]] == values[order[end - 1]])
            return;
        std::fill(left_.begin(), left_.end(), 0);
        right_ = counts;
        std::int64_t leftSquares = 0;
        std::int64_t rightSquares = 0;
        for (const std::int64_t count : counts)
            rightSquares += count * count;
        const double sameDrop = 1e-12 * static_cast<double>(end - begin);
        for (Eigen::Index i = begin; i + 1 < end; ++i) {
            const int label = y_(order[i]);
            leftSquares += 2 * left_[label]++ + 1;
            rightSquares -= 2 * right_[label]-- - 1;
            const Eigen::Index leftRows = i + 1 - begin;
            const double value = values[order[i]];
            const double next = values[order[i + 1]];
            if (value == next || leftRows < minLeafRows_ || end - begin - leftRows < minLeafRows_)
                continue;
            const double purity = static_cast<double>(leftSquares) / static_cast<double>(leftRows)
                + static_cast<double>(rightSquares) / static_cast<double>(end - begin - leftRows);
            if (purity > best.purity + sameDrop) {
                const double middle = value + (next - value) / 2;
                // Between two neighbouring doubles the midpoint may round up to the higher one.
                best = {column, middle < next ? middle : value, leftRows, purity};
            }
        }
    }

    Eigen::Ref<const Eigen::MatrixXd> x_;
    Eigen::Ref<const Eigen::VectorXi> y_;
    Eigen::Index minLeafRows_;
    std::vector<std::int64_t> left_;
    std::vector<std::int64_t> right_;
    std::vector<std::uint8_t> goesLeft_;
    std::vector<int> spare_;
    std::vector<std::vector<int>> orders_;
};

} // namespace

void TreeOptions::check() const
{
    constexpr int deepest = 60;
    if (maxDepth < 0 || maxDepth > deepest)
        throw std::invalid_argument("TreeOptions: maxDepth must lie in 0…60");
    if (minLeafRows < 1)
        throw std::invalid_argument("TreeOptions: minLeafRows must be at least 1");
}

DecisionTree::DecisionTree(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, const TreeOptions& options,
    const Cancelled& cancelled)
    : columns_(x.cols())
    , classes_(classes)
{
    options.check();
    checkTrainingRows(x, y, classes);
    Grower grower(x, y, classes, options);
    struct Work {
        int node;
        int depth;
        Eigen::Index begin;
        Eigen::Index end;
    };
    std::vector<Work> waiting{{0, 0, 0, x.rows()}};
    std::vector<std::int64_t> counts(static_cast<std::size_t>(classes));
    nodes_.emplace_back();
    while (!waiting.empty()) {
        const auto [node, depth, begin, end] = waiting.back();
        waiting.pop_back();
        const Eigen::Index rows = end - begin;
        grower.countClasses(begin, end, counts);
        nodes_[node].rows = rows;
        shares_.resize(nodes_.size() * counts.size());
        for (std::size_t k = 0; k < counts.size(); ++k)
            shares_[node * counts.size() + k] = static_cast<double>(counts[k]) / static_cast<double>(rows);
        const bool pure = std::find(counts.begin(), counts.end(), rows) != counts.end();
        if (pure || depth == options.maxDepth || rows < 2 * Eigen::Index{options.minLeafRows}
            || (cancelled && cancelled()))
            continue;
        const Split split = grower.bestSplit(begin, end, counts);
        if (split.column < 0)
            continue;
        grower.partition(begin, end, split);
        const int left = static_cast<int>(nodes_.size());
        nodes_[node].left = left;
        nodes_[node].right = left + 1;
        nodes_[node].column = split.column;
        nodes_[node].threshold = split.threshold;
        nodes_.resize(nodes_.size() + 2);
        waiting.push_back({left + 1, depth + 1, begin + split.leftRows, end});
        waiting.push_back({left, depth + 1, begin, begin + split.leftRows});
    }
}

Eigen::MatrixXd DecisionTree::probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const
{
    checkColumns(x, columns_);
    Eigen::MatrixXd shares(x.rows(), classes_);
    for (Eigen::Index row = 0; row < x.rows(); ++row) {
        int node = 0;
        while (nodes_[node].left >= 0)
            node = x(row, nodes_[node].column) <= nodes_[node].threshold ? nodes_[node].left
                                                                         : nodes_[node].right;
        for (int k = 0; k < classes_; ++k)
            shares(row, k) = shares_[static_cast<std::size_t>(node) * classes_ + k];
    }
    return shares;
}

} // namespace tangent::classify
