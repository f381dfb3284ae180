// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/data/pca/sample.h"
#include "widgets/scene/figure_parts.h"

namespace tangent::components {

/// What the main figure is.
enum class View { Plane, Scores, Space, Digits };

/// `view` as links write it.
QString token(View view);
View viewOf(const Settled& state);

/// Everything a scene shows.
struct Shown {
    const Settled& state;
    View view = View::Plane;
    std::shared_ptr<const Sample> sample = nullptr;
    std::shared_ptr<const Fit> fit = nullptr;
    std::shared_ptr<const Eigen::MatrixXd> scores =
        nullptr; ///< on the first three components, or as many as there are
    std::shared_ptr<const Plane> plane = nullptr;
    int kept = 1;     ///< components kept, within those there are
    double angle = 0; ///< of the hand's direction, degrees, 0 ≤ angle < 180

    bool showsLabel() const { return state.toggle("show-label") && !sample->classes.empty(); }
    bool isStandardised() const { return state.toggle("standardise"); }
    bool inWholeSpace() const { return sample->dimension() == 2; }
    /// An overlay of the plane was asked for.
    bool shows(const char* overlay) const;
    double keptShare() const { return fit->cumulative(kept - 1); }
    double share(int component) const { return fit->shares(component); }
};

/// Throws Stopped and std::invalid_argument.
Shown shownOf(const Settled& state, Stages& stages, const Progress& progress);

Figure planeFigure(const Shown& shown);
Figure shareStrip(const Shown& shown);
Figure directionsFigure(const Shown& shown);
Figure screeFigure(const Shown& shown);
/// How many components the scree shows, and where on its axis the n-th stands, from 1.
int screeBars(const Shown& shown);
double screePlace(const Shown& shown, double component);
Figure loadingsFigure(const Shown& shown);
Figure scoresFigure(const Shown& shown);
Figure spaceFigure(const Shown& shown);
Figure digitsFigure(const Shown& shown);
Figure buildUpStrip(const Shown& shown);
Figure eigenPicturesFigure(const Shown& shown);

std::vector<Handle> handles(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
/// All readouts without a value, for a state in which nothing can be worked out.
std::vector<Readout> emptyReadouts(const QString& why);
QString narration(const Shown& shown);
std::vector<Diagnostic> diagnostics(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);

/// Names of the label's classes, each in the middle of its rows.
void addClassNames(
    const Shown& shown, const std::vector<double>& x, const std::vector<double>& y, Plot* plot);
/// Small enough that many rows stay apart.
double markSize(int rows);
} // namespace tangent::components
