// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/cluster/elbow.h"
#include "algorithms/cluster/k_means.h"
#include "algorithms/cluster/silhouette.h"
#include "app/lab/progress.h"
#include "app/topics/models/k_means/sample.h"

namespace tangent::kmeans {

/// Longest run; practice is far below.
inline constexpr int maximumSteps = 10'000;
/// How many seeds the strip of outcomes compares.
inline constexpr int comparedSeeds = 30;
/// How many k-means++ runs give the inertia that a run is measured by.
inline constexpr int bestOfRuns = 50;

/// Runs whose inertia differs by less than this share count as equally good: a row or two on a border do not
/// make another answer.
inline constexpr double sameInertia = 1e-3;

/// A run that ends with this many times the best inertia has stopped short of it.
inline constexpr double shortOfBest = 1.01;

/// An elbow less deep than this is called weak.
inline constexpr double weakElbow = 0.5;

/// A centre that the state says a hand moved.
struct HandEdit {
    int row = 0;    ///< in the rows of `edits`
    int step = 0;   ///< as asked for; beyond the end of the run it means the end
    int centre = 0; ///< from 0
    Eigen::VectorXd used;
};

/// What was asked for, with the number of clusters brought within the rows.
struct RunSettings {
    int k = 4;
    cluster::StartRule rule = cluster::StartRule::KMeansPlusPlus;
    int restarts = 1;
    int seed = 1;
    std::vector<HandEdit> edits; ///< of centres that exist, in the order of the state
    int ignoredEdits = 0;

    cluster::KMeansOptions options() const;
};

/// The latest step at which a hand moved a centre, as asked for; −1 when none did. At the end of a run it is
/// these edits that the hand goes on moving.
int lastEditStep(const RunSettings& settings);

/// The inertia that k-means ends with for k = 1, 2, …, and the mean silhouette of each.
struct Curve {
    Eigen::VectorXd inertia;
    std::vector<double> silhouette; ///< of k = i + 1; not a number where there is none
    std::optional<cluster::Elbow> elbow;

    /// The k of the highest mean silhouette; 0 when there is none.
    int silhouetteBest() const;
};

/// Silhouette widths as they are drawn: by cluster, each from high to low.
struct Profile {
    std::optional<double> mean; ///< none with a single cluster
    int rows = 0;               ///< measured
    bool sampled = false;       ///< these are not all rows
    double lowest = 0;
    std::vector<std::vector<double>> widths; ///< of each cluster
};

/// Where the runs of neighbouring seeds end.
struct Outcomes {
    int firstSeed = 1;
    std::vector<double> inertia;
};

/// Everything a scene shows. What takes long is null until it is known.
struct Shown {
    const Settled& state;
    RunSettings settings;
    std::shared_ptr<const Sample> sample;
    std::shared_ptr<const Plane> plane;
    std::shared_ptr<const Eigen::MatrixXd> start; ///< k × d, in the space used
    std::shared_ptr<const cluster::KMeansRun> run;
    bool atEnd = false;         ///< the timeline is left at its end, wherever that is
    int half = 0;               ///< the half-step shown
    Eigen::VectorXi assignment; ///< at this half-step
    Eigen::VectorXi before;     ///< one step earlier; empty at the first assignment
    std::shared_ptr<const Profile> silhouette;
    std::shared_ptr<const double> least;
    std::shared_ptr<const Curve> curve;
    std::shared_ptr<const Outcomes> outcomes;

    int step() const { return half / 2; }
    bool isAssigning() const { return half % 2 == 1; }
    int lastHalf() const { return 2 * run->iterations(); }
    bool isFinished() const { return half == lastHalf() && run->ending == cluster::Ending::Settled; }
    double inertia() const { return run->inertia[size_t(half)]; }
    double finalInertia() const { return run->inertia.back(); }
    Eigen::VectorXd centre(int index) const { return run->centres[size_t(step())].row(index).transpose(); }
    int changedRows() const;
    std::optional<double> overBest() const;
    std::optional<double> adjustedRand() const;
    /// True for an inertia that counts as the best known one.
    bool isBest(double inertia) const;
};

/// All but the slow parts.
Shown shownOf(const Settled& state, Stages& stages, const Progress& progress);

/// Thrown when the work is no longer wanted, so that nothing unfinished is kept.
struct Stopped { };

/// Adds the slow parts. `announce` is called before the first of them that is not known yet and takes long;
/// it can show what there is. Throws Stopped.
void addSlowParts(
    Shown& shown, Stages& stages, const Progress& progress, const std::function<void()>& announce);

/// The positions of centres set by hand that the state leaves open: evenly on an ellipse round the mean,
/// one standard deviation wide, in the plane of the first two features. k × d, in the space used.
Eigen::MatrixXd centresOnEllipse(const Sample& sample, int k);

} // namespace tangent::kmeans
