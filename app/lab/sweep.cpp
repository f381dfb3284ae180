// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/sweep.h"

#include "app/lab/compute.h"
#include "app/lab/settle.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tangent {

namespace {

constexpr int mostPlaces = 61;
constexpr double widestRange = 1e7; ///< a wider one has no usual part to show

struct Range {
    double low = 0;
    double high = 1;
};

Range rangeOf(const Parameter& parameter)
{
    const double high = parameter.usualMaximum.value_or(parameter.cheapMaximum.value_or(parameter.maximum));
    return {parameter.usualMinimum.value_or(parameter.minimum), std::min(high, parameter.maximum)};
}

bool isWhole(const Parameter& parameter)
{
    return parameter.kind == Parameter::Kind::Integer || parameter.kind == Parameter::Kind::Seed
        || (parameter.kind == Parameter::Kind::Step && !parameter.halfSteps);
}

/// The value nearest to `wanted` among those that exist.
double onGrid(const Parameter& parameter, double wanted)
{
    if (isWhole(parameter))
        return std::round(wanted);
    return parameter.kind == Parameter::Kind::Step ? std::round(2 * wanted) / 2 : wanted;
}

/// Takes what the readouts of one more place say.
void append(Sweep* sweep, const Scene& scene)
{
    for (const Readout& readout : scene.readouts) {
        if (readout.measured || std::holds_alternative<QString>(readout.value))
            continue;
        auto curve = std::find_if(sweep->curves.begin(), sweep->curves.end(),
            [&](const Sweep::Curve& one) { return one.key == readout.key; });
        if (curve == sweep->curves.end())
            curve = sweep->curves.insert(curve, {readout.key, readout.label, readout.unit, {}});
        curve->values.resize(sweep->done);
        curve->values.push_back(readout.number());
    }
    ++sweep->done;
    for (Sweep::Curve& curve : sweep->curves)
        curve.values.resize(sweep->done);
}

/// Equal values have no height: the axis opens around them.
void fitAxis(Axis* axis, const std::vector<std::optional<double>>& values)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const std::optional<double>& value : values) {
        if (value && std::isfinite(*value)) {
            low = std::min(low, *value);
            high = std::max(high, *value);
        }
    }
    if (!(low <= high))
        return;
    const double margin = high > low ? 0.06 * (high - low) : std::max(0.5, 0.1 * std::abs(high));
    axis->minimum = low >= 0 && low - margin < 0 ? 0 : low - margin;
    axis->maximum = high + margin;
}

} // namespace

const Sweep::Curve* Sweep::curve(const QString& key) const
{
    const auto found =
        std::find_if(curves.begin(), curves.end(), [&](const Curve& one) { return one.key == key; });
    return found == curves.end() ? nullptr : &*found;
}

bool canSweep(const Parameter& parameter)
{
    using Kind = Parameter::Kind;
    if (parameter.kind == Kind::Step)
        return true;
    const bool isNumber =
        parameter.kind == Kind::Real || parameter.kind == Kind::Integer || parameter.kind == Kind::Seed;
    const auto [low, high] = rangeOf(parameter);
    return isNumber && (parameter.kind == Kind::Seed || high - low <= widestRange) && high > low;
}

std::vector<double> sweepPlaces(const Parameter& parameter, double present, double last, int most)
{
    auto [low, high] = rangeOf(parameter);
    if (parameter.kind == Parameter::Kind::Step)
        high = last;
    if (parameter.kind == Parameter::Kind::Seed) { // seeds have no order: the next ones stand for all
        low = present;
        high = std::min(parameter.maximum, present + most / 2);
    }
    if (std::isfinite(present)) {
        low = std::min(low, present);
        high = std::max(high, present);
    }
    const bool logarithmic = parameter.logarithmic && low > 0;
    std::vector<double> places;
    for (int i = 0; i < most; ++i) {
        const double share = most > 1 ? double(i) / (most - 1) : 0;
        const double wanted = logarithmic ? low * std::pow(high / low, share) : low + (high - low) * share;
        places.push_back(std::clamp(onGrid(parameter, wanted), low, high));
    }
    if (std::isfinite(present))
        places.push_back(present);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

std::optional<SweepPlan> planSweep(
    const Lab& lab, const Settled& state, const Scene& scene, const QString& key, DataCatalogue& catalogue)
{
    const Parameter* parameter = findParameter(state.parameters, key);
    if (!parameter || !canSweep(*parameter))
        return std::nullopt;
    const double last = scene.timeline ? scene.timeline->last : parameter->maximum;
    const double present = number(scene.decided(state.values).value(key), std::nan(""));
    SweepPlan plan{&lab, *parameter, sweepPlaces(*parameter, present, last, mostPlaces), {}};
    for (const double place : plan.places) {
        Request request(state.state);
        request.values[key] = place;
        plan.states.push_back(settle(lab, request, catalogue));
    }
    return plan;
}

Sweep runSweep(const SweepPlan& plan, Stages& stages, const std::atomic<bool>& stop,
    const std::function<void(const Sweep&)>& grown)
{
    Sweep sweep;
    sweep.parameter = plan.parameter;
    sweep.places = plan.places;
    const Progress progress(&stop, {}, {});
    for (const Settled& state : plan.states) {
        const Scene scene = computeScene(*plan.lab, state, stages, progress);
        if (stop)
            break;
        append(&sweep, scene);
        if (grown)
            grown(sweep);
    }
    std::erase_if(sweep.curves, [](const Sweep::Curve& curve) {
        return std::none_of(curve.values.begin(), curve.values.end(),
            [](const std::optional<double>& value) { return value.has_value(); });
    });
    return sweep;
}

Figure sweepFigure(const Sweep& sweep, const QString& readout)
{
    Plot plot;
    plot.x.label = sweep.parameter.label;
    plot.x.unit = sweep.parameter.unit;
    plot.x.minimum = sweep.places.front();
    plot.x.maximum = std::max(sweep.places.back(), std::nextafter(sweep.places.front(), 1e300));
    plot.x.scale = sweep.parameter.logarithmic && plot.x.minimum > 0 ? Axis::Scale::Log : Axis::Scale::Linear;
    const Sweep::Curve* curve = sweep.curve(readout);
    if (curve) {
        plot.y.label = curve->label;
        plot.y.unit = curve->unit;
        fitAxis(&plot.y, curve->values);
        Line line;
        line.role = Role::Accent;
        line.width = 2;
        line.markers = sweep.places.size() <= 31;
        for (size_t i = 0; i < curve->values.size(); ++i) {
            if (curve->values[i] && std::isfinite(*curve->values[i])) {
                line.x.push_back(sweep.places[i]);
                line.y.push_back(*curve->values[i]);
            } else if (!line.x.empty()) {
                plot.layers.emplace_back(line);
                line.x.clear();
                line.y.clear();
            }
        }
        if (!line.x.empty())
            plot.layers.emplace_back(line);
    }
    Figure figure;
    figure.key = QStringLiteral("sweep");
    figure.title =
        curve ? curve->label + QStringLiteral(" against ") + sweep.parameter.label : sweep.parameter.label;
    figure.content = std::move(plot);
    return figure;
}

Handle sweepHandle(const Sweep& sweep, const QString& readout, double at)
{
    Handle handle;
    handle.id = QStringLiteral("sweep");
    handle.figure = QStringLiteral("sweep");
    handle.label = sweep.parameter.label;
    handle.geometry = Handle::Geometry::XRule;
    handle.x.key = sweep.parameter.key;
    handle.at = QPointF(at, 0);
    const Sweep::Curve* curve = sweep.curve(readout);
    const auto place = std::find(sweep.places.begin(), sweep.places.end(), at);
    const auto index = size_t(place - sweep.places.begin());
    if (curve && index < curve->values.size() && curve->values[index])
        handle.at.setY(*curve->values[index]);
    return handle;
}

} // namespace tangent
