// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

#include <atomic>
#include <functional>
#include <optional>

namespace tangent {

class DataCatalogue;

/// A parameter moved through its range while everything else stands still, and what every readout says of it.
struct Sweep {
    /// One readout along the sweep.
    struct Curve {
        QString key;
        QString label;
        QString unit;
        std::vector<std::optional<double>> values; ///< one for each place; none where it is undefined
    };
    Parameter parameter;
    std::vector<double> places; ///< values of the parameter, rising
    std::vector<Curve> curves;  ///< readouts that are a number somewhere
    size_t done = 0;            ///< places computed so far, from the left
    bool isComplete() const { return done == places.size(); }
    const Curve* curve(const QString& key) const;
};

/// Whether a parameter can be moved through its range: a number, with ends that a picture can show.
bool canSweep(const Parameter& parameter);

/// The places that a sweep visits: at most `most`, evenly spaced on the parameter's own scale, whole where it
/// is whole, between its usual ends; the present value is one of them. A timeline ends at `last`.
std::vector<double> sweepPlaces(const Parameter& parameter, double present, double last, int most);

/// The states of a sweep, ready to be computed on any thread.
struct SweepPlan {
    const Lab* lab = nullptr;
    Parameter parameter;
    std::vector<double> places;
    std::vector<Settled> states;
};

/// Nothing when the state has no such parameter or it cannot be swept. `scene` is the state's own.
std::optional<SweepPlan> planSweep(
    const Lab& lab, const Settled& state, const Scene& scene, const QString& key, DataCatalogue& catalogue);

/// Computes a plan from left to right. `grown` hears of every place. The work ends early when `stop` becomes
/// true; the result is then incomplete.
Sweep runSweep(const SweepPlan& plan, Stages& stages, const std::atomic<bool>& stop,
    const std::function<void(const Sweep&)>& grown = {});

/// The curve of one readout over its parameter, with the key "sweep". Undefined stretches are gaps.
Figure sweepFigure(const Sweep& sweep, const QString& readout);
/// The handle on that curve: it is the parameter itself. `at` is the parameter's value now.
Handle sweepHandle(const Sweep& sweep, const QString& readout, double at);

} // namespace tangent
