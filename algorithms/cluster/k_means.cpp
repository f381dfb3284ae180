// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/k_means.h"

#include "algorithms/random/random.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace tangent::cluster {

namespace {

bool stopped(const Cancelled& cancelled)
{
    return cancelled && cancelled();
}

/// The inertia that a run without edits ends with; the same steps as runFrom, without a trace.
double finalInertia(
    const Rows& rows, const Eigen::MatrixXd& start, int maximumSteps, const Cancelled& cancelled)
{
    Lloyd lloyd(rows, start);
    for (int step = 0;; ++step) {
        if (stopped(cancelled))
            return std::numeric_limits<double>::infinity();
        const AssignmentResult result = lloyd.assign();
        if (result.changed == 0 || step == maximumSteps)
            return result.inertiaBefore;
        lloyd.move();
    }
}

struct Best {
    Eigen::MatrixXd start;
    double inertia = std::numeric_limits<double>::infinity();
};

Best bestOfRestarts(const Rows& rows, const KMeansOptions& options, const Cancelled& cancelled)
{
    Best best;
    std::uint64_t seed = options.seed;
    Random seeds(options.seed);
    for (int restart = 0; restart < options.restarts; ++restart) {
        const Eigen::MatrixXd start = startCentres(rows, options.start, options.clusters, seed);
        if (restart == 0)
            best.start = start;
        const double inertia = finalInertia(rows, start, options.maximumSteps, cancelled);
        if (inertia < best.inertia)
            best = {start, inertia};
        if (stopped(cancelled))
            break;
        seed = seeds.next();
    }
    return best;
}

/// The edits in the order of their steps, taken one step at a time.
class EditQueue {
public:
    explicit EditQueue(std::vector<Edit> edits)
        : edits_(std::move(edits))
    {
        std::stable_sort(
            edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.step < b.step; });
    }

    bool empty() const { return next_ == edits_.size(); }
    int nextStep() const { return edits_[next_].step; }

    /// Makes the edits whose turn has come by `step`; true when there was one.
    bool apply(Lloyd& lloyd, int step)
    {
        const std::size_t before = next_;
        for (; !empty() && nextStep() <= step; ++next_)
            lloyd.place(edits_[next_].centre, edits_[next_].position);
        return next_ != before;
    }

private:
    std::vector<Edit> edits_;
    std::size_t next_ = 0;
};

void checkStart(const Rows& rows, const Eigen::MatrixXd& start, const std::vector<Edit>& edits)
{
    if (start.rows() < 1 || start.rows() > rows.count())
        throw std::invalid_argument("k-means: clusters must be within 1 and the number of rows");
    if (start.cols() != rows.columns() || !start.allFinite())
        throw std::invalid_argument("k-means: centres must be finite, one column for each of the table's");
    for (const Edit& edit : edits) {
        if (edit.step < 0)
            throw std::invalid_argument("Edit: step must be at least 0");
        if (edit.centre < 0 || edit.centre >= start.rows())
            throw std::invalid_argument("Edit: centre must be within 0 and clusters - 1");
        if (edit.position.size() != rows.columns() || !edit.position.allFinite())
            throw std::invalid_argument("Edit: position must be finite, one value for each column");
    }
}

} // namespace

void KMeansOptions::check(const Rows& rows) const
{
    if (clusters < 1 || clusters > rows.count())
        throw std::invalid_argument("KMeansOptions: clusters must be within 1 and the number of rows");
    if (restarts < 1)
        throw std::invalid_argument("KMeansOptions: restarts must be at least 1");
    if (maximumSteps < 0)
        throw std::invalid_argument("KMeansOptions: maximumSteps must be at least 0");
    if (start == StartRule::ByHand
        && (centres.rows() != clusters || centres.cols() != rows.columns() || !centres.allFinite()))
        throw std::invalid_argument("KMeansOptions: centres must be finite, clusters x columns");
}

bool KMeansRun::editedAt(int halfStep) const
{
    return halfStep % 2 == 0 && std::binary_search(editedSteps.begin(), editedSteps.end(), halfStep / 2);
}

Eigen::MatrixXd bestStart(const Rows& rows, const KMeansOptions& options, const Cancelled& cancelled)
{
    options.check(rows);
    if (options.start == StartRule::ByHand)
        return options.centres;
    if (options.start == StartRule::FirstRows || options.restarts == 1)
        return startCentres(rows, options.start, options.clusters, options.seed);
    return bestOfRestarts(rows, options, cancelled).start;
}

KMeansRun runFrom(const Rows& rows, const Eigen::MatrixXd& start, const std::vector<Edit>& edits,
    int maximumSteps, const Cancelled& cancelled)
{
    checkStart(rows, start, edits);
    if (maximumSteps < 0)
        throw std::invalid_argument("k-means: maximumSteps must be at least 0");
    KMeansRun run;
    run.ending = Ending::Cancelled;
    EditQueue queue(edits);
    Lloyd lloyd(rows, start);
    int step = 0;
    bool edited = queue.apply(lloyd, 0);
    const auto record = [&] {
        run.centres.push_back(lloyd.centres());
        if (edited)
            run.editedSteps.push_back(step);
    };
    record();
    while (!stopped(cancelled)) {
        const bool lastStep = step == maximumSteps;
        if (lastStep && step > 0)
            run.assignment = lloyd.assignment(); // as moved; the assignment below is of the step after
        const AssignmentResult result = lloyd.assign();
        // A centre that a hand moved must go back to the mean of its rows, even if no row minds.
        const bool settled = result.changed == 0 && !edited;
        if (settled && !queue.empty()) {
            edited = queue.apply(lloyd, queue.nextStep());
            run.editedSteps.push_back(step);
            run.centres.back() = lloyd.centres();
            continue;
        }
        run.inertia.push_back(result.inertiaBefore);
        if (settled || lastStep) {
            if (settled || step == 0)
                run.assignment = lloyd.assignment();
            run.ending = settled ? Ending::Settled : Ending::Steps;
            break;
        }
        run.inertia.push_back(result.inertia);
        ++step;
        const std::vector<Takeover> taken = lloyd.move(step);
        run.takeovers.insert(run.takeovers.end(), taken.begin(), taken.end());
        edited = queue.apply(lloyd, step);
        record();
    }
    return run;
}

KMeansRun kMeans(const Rows& rows, const KMeansOptions& options, const std::vector<Edit>& edits,
    const Cancelled& cancelled)
{
    return runFrom(rows, bestStart(rows, options, cancelled), edits, options.maximumSteps, cancelled);
}

Eigen::VectorXi assignmentAt(const Rows& rows, const KMeansRun& run, int halfStep)
{
    if (halfStep < 0 || halfStep > 2 * run.iterations())
        throw std::invalid_argument("assignmentAt: halfStep must be within 0 and twice the iterations");
    // A whole step keeps the assignment of the half before it; step 0 has the one still to come.
    const int step = (halfStep + 1) / 2;
    Lloyd lloyd(rows, run.centres[std::max(0, step - 1)]);
    lloyd.assign();
    Eigen::VectorXi assignment = lloyd.assignment();
    if (halfStep % 2 == 0)
        for (const Takeover& taken : run.takeovers)
            if (taken.step == step)
                assignment(taken.row) = taken.cluster;
    return assignment;
}

double leastInertia(const Rows& rows, int clusters, std::uint64_t seed, int runs, const Cancelled& cancelled)
{
    KMeansOptions options;
    options.clusters = clusters;
    options.restarts = runs;
    options.seed = seed;
    options.check(rows);
    return bestOfRestarts(rows, options, cancelled).inertia;
}

} // namespace tangent::cluster
