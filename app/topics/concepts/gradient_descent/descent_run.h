// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/optimise/descent.h"
#include "algorithms/optimise/stability.h"
#include "app/lab/stages.h"
#include "app/topics/concepts/gradient_descent/surfaces.h"
#include "widgets/scene/scene.h"

namespace tangent::descent {

/// Everything a scene shows, computed once.
struct Shown {
    const Settled& state;
    const Landscape& land;
    const optimise::Surface& surface;
    const optimise::LineFit* lineFit; ///< null unless the surface is a line fit
    optimise::Method method;
    optimise::Run run;
    int step = 0; ///< where the shown state stands
    double rate = 0;
    double momentum = 0;
    std::optional<double> criticalRate;
    optimise::Status status;

    Eigen::Vector2d at() const { return run.point(step); }
    double loss() const { return run.loss[size_t(step)]; }
    /// Loss at the minimum nearest to the shown point.
    double leastLoss() const { return optimise::nearestMinimum(surface, at()).value; }
    /// The displacement of the next step; zero where the run ended.
    Eigen::Vector2d nextUpdate() const;
    /// Curvatures that decide stability: those at the minimum nearest to the shown point.
    optimise::Curvatures curvatures() const;
};

std::vector<Figure> figures(const Shown& shown, Stages& stages);
std::vector<Handle> handles(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
QString narration(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);

} // namespace tangent::descent
