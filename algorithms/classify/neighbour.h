// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace tangent::classify {

/// A row near a query.
struct Neighbour {
    double squaredDistance = 0;
    Eigen::Index row = 0;

    /// Nearer first, the lower row on equal distances.
    bool operator<(const Neighbour& other) const
    {
        return squaredDistance != other.squaredDistance ? squaredDistance < other.squaredDistance
                                                        : row < other.row;
    }
};

/// The nearest rows seen so far: a heap with the farthest on top, in a vector of the caller's.
class NearestSoFar {
public:
    /// Empties `found`; `count` at least 1.
    NearestSoFar(std::size_t count, std::vector<Neighbour>& found)
        : count_(count)
        , found_(found)
    {
        found_.clear();
    }

    /// Farther rows cannot enter any more.
    double bound() const { return bound_; }

    void offer(const Neighbour& candidate)
    {
        if (found_.size() == count_) {
            if (!(candidate < found_.front()))
                return;
            std::pop_heap(found_.begin(), found_.end());
            found_.back() = candidate;
        } else {
            found_.push_back(candidate);
        }
        std::push_heap(found_.begin(), found_.end());
        if (found_.size() == count_)
            bound_ = found_.front().squaredDistance;
    }

    /// Puts the nearest first; nothing is offered afterwards.
    void sort() { std::sort_heap(found_.begin(), found_.end()); }

private:
    std::size_t count_;
    std::vector<Neighbour>& found_;
    double bound_ = std::numeric_limits<double>::infinity();
};

} // namespace tangent::classify
