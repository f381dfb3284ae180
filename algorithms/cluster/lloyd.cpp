// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/lloyd.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace tangent::cluster {

namespace {

// One register of doubles. Each row has a lane of its own, so the result does not depend on the width.
#ifdef __AVX__
constexpr int lanes = 4;
#else
constexpr int lanes = 2;
#endif
constexpr int groups = Rows::blockRows / lanes; // of a block
using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));
using Mask = std::int64_t __attribute__((vector_size(lanes * sizeof(std::int64_t))));

/// The running state of one block of rows against the centres seen so far.
struct Block {
    Lanes nearest[groups];  // squared distance to the nearest centre
    Lanes label[groups];    // its number, kept as double so that it shares the masks of the distances
    Lanes previous[groups]; // the number of the centre each row belonged to
    Lanes own[groups];      // squared distance to that centre

    explicit Block(const int* assignment)
    {
        for (int g = 0; g < groups; ++g) {
            const int* from = assignment + g * lanes;
            for (int lane = 0; lane < lanes; ++lane)
                previous[g][lane] = from[lane];
            nearest[g] = Lanes{} + std::numeric_limits<double>::infinity();
            label[g] = Lanes{};
            own[g] = Lanes{};
        }
    }

    template <int Columns>
    void meet(const double* rows, const double* centre, Eigen::Index columns, double number)
    {
        Lanes distance[groups] = {};
        for (Eigen::Index column = 0; column < (Columns > 0 ? Columns : columns); ++column)
            for (int g = 0; g < groups; ++g) {
                Lanes offset;
                __builtin_memcpy(&offset, rows + column * Rows::blockRows + g * lanes, sizeof offset);
                offset -= centre[column];
                distance[g] += offset * offset;
            }
        for (int g = 0; g < groups; ++g) {
            const Mask closer = distance[g] < nearest[g]; // strictly: ties stay with the lower centre
            const Mask mine = previous[g] == number;
            nearest[g] = closer ? distance[g] : nearest[g];
            label[g] = closer ? Lanes{} + number : label[g];
            own[g] = mine ? distance[g] : own[g];
        }
    }
};

} // namespace

Lloyd::Lloyd(const Rows& rows, const Eigen::MatrixXd& centres)
    : rows_(rows)
    , centres_(centres.transpose())
    , sums_(centres.cols(), centres.rows())
    , assignment_(rows.blocks() * Rows::blockRows, -1)
    , counts_(centres.rows())
{
}

template <int Columns>
AssignmentResult Lloyd::assignBlocks()
{
    const Eigen::Index columns = Columns > 0 ? Columns : rows_.columns();
    const bool first = !assignment_.empty() && assignment_.front() < 0;
    Lanes inertia[groups] = {};
    Lanes inertiaBefore[groups] = {};
    Mask changed[groups] = {};
    for (Eigen::Index b = 0; b < rows_.blocks(); ++b) {
        const double* rows = rows_.block(b);
        int* labels = assignment_.data() + b * Rows::blockRows;
        Block block(labels);
        for (Eigen::Index c = 0; c < centres_.cols(); ++c)
            block.meet<Columns>(rows, centres_.data() + c * columns, columns, static_cast<double>(c));

        const int valid =
            static_cast<int>(std::min<Eigen::Index>(Rows::blockRows, rows_.count() - b * Rows::blockRows));
        for (int g = 0; g < groups; ++g) {
            for (int lane = std::max(0, valid - g * lanes); lane < lanes;
                 ++lane) { // places after the last row
                block.nearest[g][lane] = block.own[g][lane] = 0;
                block.previous[g][lane] = block.label[g][lane];
            }
            inertia[g] += block.nearest[g];
            inertiaBefore[g] += block.own[g];
            changed[g] -= block.label[g] != block.previous[g];
            for (int lane = 0; lane < lanes; ++lane)
                labels[g * lanes + lane] = static_cast<int>(block.label[g][lane]);
        }
        for (int r = 0; r < valid; ++r) {
            double* sum = sums_.data() + labels[r] * columns;
            for (Eigen::Index column = 0; column < columns; ++column)
                sum[column] += rows[column * Rows::blockRows + r];
            ++counts_[labels[r]];
        }
    }

    AssignmentResult result;
    for (int g = 0; g < groups; ++g)
        for (int lane = 0; lane < lanes; ++lane) {
            result.inertia += inertia[g][lane];
            result.inertiaBefore += inertiaBefore[g][lane];
            result.changed += changed[g][lane];
        }
    if (first)
        result.inertiaBefore = result.inertia;
    return result;
}

AssignmentResult Lloyd::assign()
{
    sums_.setZero();
    std::fill(counts_.begin(), counts_.end(), 0);
    switch (rows_.columns()) {
    case 1:
        return assignBlocks<1>();
    case 2:
        return assignBlocks<2>();
    case 3:
        return assignBlocks<3>();
    case 4:
        return assignBlocks<4>();
    default:
        return assignBlocks<0>();
    }
}

double Lloyd::squaredDistance(Eigen::Index row, int centre) const
{
    double sum = 0;
    for (Eigen::Index column = 0; column < rows_.columns(); ++column) {
        const double offset = rows_(row, column) - centres_(column, centre);
        sum += offset * offset;
    }
    return sum;
}

std::vector<Takeover> Lloyd::fillEmptyClusters(int step)
{
    std::vector<Takeover> taken;
    for (int empty = 0; empty < centres_.cols(); ++empty) {
        if (counts_[empty] > 0)
            continue;
        Eigen::Index farthest = -1;
        double greatest = 0; // a row on its centre is not taken: it would come back, and so for ever
        for (Eigen::Index row = 0; row < rows_.count(); ++row) {
            const int owner = assignment_[row];
            const double distance = counts_[owner] > 1 ? squaredDistance(row, owner) : 0;
            if (distance > greatest) {
                greatest = distance;
                farthest = row;
            }
        }
        if (farthest < 0)
            break;
        const int donor = assignment_[farthest];
        const Eigen::VectorXd values = rows_.row(farthest);
        sums_.col(donor) -= values;
        sums_.col(empty) = values;
        --counts_[donor];
        counts_[empty] = 1;
        assignment_[farthest] = empty;
        taken.push_back({step, empty, farthest});
    }
    return taken;
}

std::vector<Takeover> Lloyd::move(int step)
{
    std::vector<Takeover> taken = fillEmptyClusters(step);
    for (Eigen::Index c = 0; c < centres_.cols(); ++c)
        if (counts_[c] > 0)
            centres_.col(c) = sums_.col(c) / static_cast<double>(counts_[c]);
    return taken;
}

void Lloyd::place(int centre, const Eigen::VectorXd& position)
{
    centres_.col(centre) = position;
}

Eigen::VectorXi Lloyd::assignment() const
{
    return Eigen::Map<const Eigen::VectorXi>(assignment_.data(), rows_.count());
}

} // namespace tangent::cluster
