// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/cluster/rows.h"

#include <vector>

namespace tangent::cluster {

/// A row that an empty cluster took at the move that ended at `step`.
struct Takeover {
    int step = 0;
    int cluster = 0;
    Eigen::Index row = 0;
};

/// What one assignment did.
struct AssignmentResult {
    double inertiaBefore = 0; // sum of squared distances to the centres as the rows were assigned before
    double inertia = 0;       // the same as they are assigned now: never more than before
    Eigen::Index changed = 0; // rows that changed side
};

/// Lloyd's two half-steps on a set of centres (Lloyd, IEEE Trans. Information Theory 28, 1982, p. 129):
/// assign every row to its nearest centre, ties to the lower one, then move every centre to the mean of its
/// rows.
class TANGENT_API Lloyd {
public:
    /// `rows` must outlive this object. `centres` is k x d, k >= 1.
    Lloyd(const Rows& rows, const Eigen::MatrixXd& centres);

    /// Assigns every row. At the first assignment every row changes side, having had none, and the
    /// inertia before is that of the rows with their nearest centres.
    AssignmentResult assign();

    /// Moves every centre to the mean of its rows. An empty cluster takes the row farthest from its own
    /// centre, the lowest row on ties, from a cluster that has others; when all rows lie on their centres it
    /// stays where it is. The rows taken are reported with `step`.
    std::vector<Takeover> move(int step = 0);

    /// Puts a centre elsewhere by hand.
    void place(int centre, const Eigen::VectorXd& position);

    Eigen::MatrixXd centres() const { return centres_.transpose(); }

    /// The cluster of each row, 0 ... k - 1, by the last assignment and the rows taken since.
    Eigen::VectorXi assignment() const;

private:
    template <int Columns>
    AssignmentResult assignBlocks();
    std::vector<Takeover> fillEmptyClusters(int step);
    double squaredDistance(Eigen::Index row, int centre) const;

    const Rows& rows_;
    Eigen::MatrixXd centres_;          // d x k: the values of one centre are neighbours
    Eigen::MatrixXd sums_;             // d x k, of the rows of each cluster
    std::vector<int> assignment_;      // one place for every row of every block; -1 before the first time
    std::vector<Eigen::Index> counts_; // rows of each cluster
};

} // namespace tangent::cluster
