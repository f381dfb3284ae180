// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/cluster/lloyd.h"
#include "algorithms/cluster/start.h"

#include <functional>
#include <vector>

namespace tangent::cluster {

/// Asked now and then by long work; true makes it stop.
using Cancelled = std::function<bool()>;

/// A centre moved by hand: at this step it stands at this position, and the run goes on from there. A step
/// beyond the end of the run means its end.
struct Edit {
    int step = 0;             // at least 0
    int centre = 0;           // 0 ... k - 1
    Eigen::VectorXd position; // length d, finite
};

/// How to cluster.
struct TANGENT_API KMeansOptions {
    int clusters = 4; // 1 ... rows
    StartRule start = StartRule::KMeansPlusPlus;
    Eigen::MatrixXd centres; // clusters x d, finite; read when the start is ByHand
    int restarts = 1;        // at least 1: the run of least inertia is kept, the first of equals
    std::uint64_t seed = 1;
    int maximumSteps = 10'000; // at least 0

    /// Throws std::invalid_argument with the field and its bound.
    void check(const Rows& rows) const;
};

/// Why a run ended: no row changed side, the steps were used up, or it was cancelled.
enum class Ending { Settled, Steps, Cancelled };

/// The trace of one run. Step n has the centres after n moves; half-step n.5 is the assignment to them.
/// A half-step is counted as h = 2 (n or n.5), from 0 to 2 iterations().
struct TANGENT_API KMeansRun {
    std::vector<Eigen::MatrixXd> centres; // k x d for each whole step, as a hand left them
    std::vector<double> inertia;     // for each half-step; at step 0 rows count with their nearest centre
    std::vector<int> editedSteps;    // whole steps at which a hand moved a centre, ascending
    std::vector<Takeover> takeovers; // ascending by step
    Eigen::VectorXi assignment;      // cluster of each row at the last step, 0 ... k - 1
    Ending ending = Ending::Settled;

    /// Moves made; the assignment that only confirms the last one is not counted.
    int iterations() const { return static_cast<int>(centres.size()) - 1; }
    /// True at a half-step where inertia may have risen because a hand moved a centre.
    bool editedAt(int halfStep) const;
};

/// The starting centres of the best of the restarts. Costs the runs themselves, but does not depend
/// on edits. ByHand and FirstRows have only one start. When cancelled, the best so far.
TANGENT_API Eigen::MatrixXd bestStart(
    const Rows& rows, const KMeansOptions& options, const Cancelled& cancelled = {});

/// Lloyd's algorithm with its whole trace: assign and move until no row changes side. `start` is
/// k x d with 1 <= k <= rows; edits may come in any order. Throws std::invalid_argument for what does not
/// fit. A cancelled run is cut short: nothing but its ending holds.
TANGENT_API KMeansRun runFrom(const Rows& rows, const Eigen::MatrixXd& start,
    const std::vector<Edit>& edits = {}, int maximumSteps = 10'000, const Cancelled& cancelled = {});

/// bestStart, then runFrom: restarts compete without the edits, which enter the winner alone.
TANGENT_API KMeansRun kMeans(const Rows& rows, const KMeansOptions& options,
    const std::vector<Edit>& edits = {}, const Cancelled& cancelled = {});

/// The cluster of each row at a half-step of a run, 0 <= halfStep <= 2 iterations(). Found anew by one
/// assignment, so a trace needs no room for it.
TANGENT_API Eigen::VectorXi assignmentAt(const Rows& rows, const KMeansRun& run, int halfStep);

/// The least inertia of `runs` runs from k-means++, the runs of `restarts = runs` with this seed. When
/// cancelled, of those done; infinite when none is.
TANGENT_API double leastInertia(
    const Rows& rows, int clusters, std::uint64_t seed, int runs = 50, const Cancelled& cancelled = {});

} // namespace tangent::cluster
