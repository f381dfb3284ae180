// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/geometry/contours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace tangent::geometry {

namespace {

using Index = Eigen::Index;

/// The edges of a cell in the order in which its corners are walked: (0,0), (1,0), (1,1), (0,1).
enum Side { Bottom, Right, Top, Left };

struct Segment {
    Side from;
    Side to;
};

/// The segments through a cell for each pattern of corners at or above the level (bit c for corner c),
/// with the corners above to the left of the way from `from` to `to`. The two saddles, 5 and 10, are listed
/// for a centre below the level: each high corner is cut off alone.
struct CellCase {
    int count;
    std::array<Segment, 2> segments;
};

constexpr std::array<CellCase, 16> cases{{
    {0, {}},
    {1, {{{Bottom, Left}}}},
    {1, {{{Right, Bottom}}}},
    {1, {{{Right, Left}}}},
    {1, {{{Top, Right}}}},
    {2, {{{Bottom, Left}, {Top, Right}}}},
    {1, {{{Top, Bottom}}}},
    {1, {{{Top, Left}}}},
    {1, {{{Left, Top}}}},
    {1, {{{Bottom, Top}}}},
    {2, {{{Right, Bottom}, {Left, Top}}}},
    {1, {{{Right, Top}}}},
    {1, {{{Left, Right}}}},
    {1, {{{Bottom, Right}}}},
    {1, {{{Left, Bottom}}}},
    {0, {}},
}};

/// The saddles when the centre is at or above the level: each low corner is cut off alone.
constexpr CellCase highSaddle5{2, {{{Bottom, Right}, {Top, Left}}}};
constexpr CellCase highSaddle10{2, {{{Left, Bottom}, {Right, Top}}}};

/// Traces one level at a time. A line passes every grid edge at most once, so that an edge's number
/// names a point of the line; `next_` and `previous_` link these points along the way.
class Tracer {
public:
    Tracer(const Eigen::Ref<const Eigen::MatrixXd>& values, const Eigen::Ref<const Eigen::VectorXd>& x,
        const Eigen::Ref<const Eigen::VectorXd>& y)
        : values_(values)
        , x_(x)
        , y_(y)
        , rows_(values.rows())
        , high_(values.rows())
        , next_(2 * values.size(), none)
        , previous_(2 * values.size(), none)
    {
    }

    void trace(int index, double level, std::vector<ContourLine>& lines)
    {
        level_ = level;
        linkCells();
        // Following a line unlinks it, so that nothing is left for the next level.
        for (const int edge : starts_)
            if (previous_[edge] == none && next_[edge] != none)
                follow(edge, index, false, lines);
        for (const int edge : starts_)
            if (next_[edge] != none)
                follow(edge, index, true, lines);
        starts_.clear();
    }

private:
    static constexpr int none = -1;

    // Edges are numbered by their lower-left corner: even for the one to the right, odd for the one up.
    int edge(Index i, Index j, Side side) const
    {
        switch (side) {
        case Bottom:
            return static_cast<int>(2 * (i * rows_ + j));
        case Top:
            return static_cast<int>(2 * (i * rows_ + j + 1));
        case Left:
            return static_cast<int>(2 * (i * rows_ + j) + 1);
        case Right:
            return static_cast<int>(2 * ((i + 1) * rows_ + j) + 1);
        }
        return none;
    }

    void linkCells()
    {
        for (Index i = 0; i + 1 < values_.cols(); ++i) {
            const double* left = values_.data() + i * values_.outerStride();
            const double* right = left + values_.outerStride();
            // Apart from the search below, so that the compiler can compare several corners at once.
            for (Index j = 0; j < rows_; ++j)
                high_[j] = static_cast<std::uint8_t>((left[j] >= level_) | (right[j] >= level_) << 1);
            for (Index j = 0; j + 1 < rows_; ++j) {
                const int pattern = high_[j] | (high_[j + 1] & 2) << 1 | (high_[j + 1] & 1) << 3;
                if (pattern != 0 && pattern != 15)
                    linkCell(i, j, pattern, {left[j], right[j], right[j + 1], left[j + 1]});
            }
        }
    }

    void linkCell(Index i, Index j, int pattern, const std::array<double, 4>& corners)
    {
        if (!std::all_of(corners.begin(), corners.end(), [](double v) { return std::isfinite(v); }))
            return;
        const bool saddle = pattern == 5 || pattern == 10;
        const bool highCentre =
            saddle && corners[0] / 4 + corners[1] / 4 + corners[2] / 4 + corners[3] / 4 >= level_;
        const CellCase& cell = !highCentre ? cases[pattern] : pattern == 5 ? highSaddle5 : highSaddle10;
        for (int s = 0; s < cell.count; ++s) {
            const int from = edge(i, j, cell.segments[s].from);
            const int to = edge(i, j, cell.segments[s].to);
            next_[from] = to;
            previous_[to] = from;
            starts_.push_back(from);
        }
    }

    Eigen::Vector2d point(int edge) const
    {
        const Index corner = edge / 2;
        const Index i = corner / rows_;
        const Index j = corner % rows_;
        const bool up = edge % 2 == 1;
        const double here = values_(j, i);
        const double there = up ? values_(j + 1, i) : values_(j, i + 1);
        const double t = (level_ - here) / (there - here);
        return up ? Eigen::Vector2d(x_(i), y_(j) + t * (y_(j + 1) - y_(j)))
                  : Eigen::Vector2d(x_(i) + t * (x_(i + 1) - x_(i)), y_(j));
    }

    void follow(int start, int index, bool closed, std::vector<ContourLine>& lines)
    {
        ContourLine line{index, closed, {}};
        for (int at = start; at != none; at = std::exchange(next_[at], none)) {
            previous_[at] = none;
            const Eigen::Vector2d p = point(at);
            // A corner at the very level is met on several of its edges.
            if (line.points.empty() || p != line.points.back())
                line.points.push_back(p);
        }
        while (line.points.size() > 1 && closed && line.points.back() == line.points.front())
            line.points.pop_back();
        if (line.points.size() > 1)
            lines.push_back(std::move(line));
    }

    const Eigen::Ref<const Eigen::MatrixXd>& values_;
    const Eigen::Ref<const Eigen::VectorXd>& x_;
    const Eigen::Ref<const Eigen::VectorXd>& y_;
    Index rows_;
    double level_ = 0;
    std::vector<std::uint8_t> high_; // which corners of a column of cells are high: bit 0 left, bit 1 right
    std::vector<int> next_;
    std::vector<int> previous_;
    std::vector<int> starts_; // the first edge of every segment, cell by cell
};

} // namespace

std::vector<ContourLine> contours(const Eigen::Ref<const Eigen::MatrixXd>& values,
    const Eigen::Ref<const Eigen::VectorXd>& x, const Eigen::Ref<const Eigen::VectorXd>& y,
    const Eigen::Ref<const Eigen::VectorXd>& levels)
{
    if (x.size() < 2 || y.size() < 2)
        throw std::invalid_argument("contours: x and y need at least 2 entries each");
    if (values.rows() != y.size() || values.cols() != x.size())
        throw std::invalid_argument(
            "contours: values must have one row for each y and one column for each x");
    Tracer tracer(values, x, y);
    std::vector<ContourLine> lines;
    for (Index i = 0; i < levels.size(); ++i)
        tracer.trace(static_cast<int>(i), levels(i), lines);
    return lines;
}

} // namespace tangent::geometry
