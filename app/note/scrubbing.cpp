// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/scrubbing.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double fullRangePixels = 400;
constexpr double keysPerDecade = 20;

double stepOf(const Parameter& parameter)
{
    if (parameter.kind == Parameter::Kind::Step)
        return parameter.halfSteps ? 0.5 : 1;
    if (parameter.kind != Parameter::Kind::Real)
        return std::max(1.0, std::round(parameter.step));
    return parameter.step > 0 ? parameter.step : (parameter.maximum - parameter.minimum) / 200;
}

/// Rounded to significant digits, so that 0.1 + 0.2 reads 0.3.
double rounded(double value, int digits)
{
    if (value == 0 || !std::isfinite(value))
        return value;
    const double power = std::pow(10.0, digits - 1 - std::floor(std::log10(std::abs(value))));
    return std::isfinite(power) && power > 0 ? std::round(value * power) / power : value;
}

double multiplied(const Parameter& parameter, double from, double decades)
{
    const double value = rounded(std::max(from, parameter.minimum) * std::pow(10.0, decades), 3);
    const double whole = parameter.kind == Parameter::Kind::Real ? value : std::round(value);
    return std::clamp(whole, parameter.minimum, parameter.maximum);
}

double stepped(const Parameter& parameter, double from, double steps)
{
    const double step = stepOf(parameter);
    const double value = rounded(std::round((from + steps * step) / step) * step, 12);
    return std::clamp(value, parameter.minimum, parameter.maximum);
}

bool isLogarithmic(const Parameter& parameter)
{
    return parameter.logarithmic && parameter.minimum > 0;
}

} // namespace

bool isScrubbable(const Parameter& parameter)
{
    switch (parameter.kind) {
    case Parameter::Kind::Real:
    case Parameter::Kind::Integer:
    case Parameter::Kind::Seed:
    case Parameter::Kind::Step:
        return parameter.maximum > parameter.minimum;
    default:
        return false;
    }
}

double scrubbed(const Parameter& parameter, double from, double pixels)
{
    if (isLogarithmic(parameter)) {
        const double decades = std::log10(parameter.maximum / parameter.minimum);
        return multiplied(parameter, from, pixels * decades / fullRangePixels);
    }
    const double steps = (parameter.maximum - parameter.minimum) / stepOf(parameter);
    const double pixelsPerStep = std::clamp(fullRangePixels / steps, 1.0, 12.0);
    return stepped(parameter, from, std::trunc(pixels / pixelsPerStep));
}

double nudged(const Parameter& parameter, double from, int presses)
{
    if (!isLogarithmic(parameter))
        return stepped(parameter, from, presses);
    const double value = multiplied(parameter, from, presses / keysPerDecade);
    // A whole number may be too small for a twentieth of a decade to reach the next one.
    return value == from
        ? std::clamp(from + (presses > 0 ? 1 : -1) * stepOf(parameter), parameter.minimum, parameter.maximum)
        : value;
}

} // namespace tangent
