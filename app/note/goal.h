// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"

#include <functional>
#include <optional>
#include <vector>

namespace tangent {

/// One condition of a challenge: `precision>=0.5`, `status=converged`, `start=-4,1`.
struct Condition {
    enum class Op { AtLeast, AtMost, Equal };
    QString key;
    Op op = Op::Equal;
    QString encoded;              ///< the value as links write it
    std::optional<double> number; ///< the same, where it is a number
    bool operator==(const Condition&) const = default;
};

/// What a challenge asks for: all conditions at once.
struct Goal {
    std::vector<Condition> conditions;
    bool operator==(const Goal&) const = default;

    bool isEmpty() const { return conditions.empty(); }
};

/// Reads `key>=1&key<=2&key=3`. Nothing, and a sentence, when it is no goal.
std::optional<Goal> parseGoal(const QString& text, QString* complaint);

/// The value of a key; a monostate when there is none (unknown, undefined). The key "step.last" asks
/// for the last step of the timeline, where `step=end` is met too.
using GoalLookup = std::function<Value(const QString&)>;

/// Whether this condition is met. Numbers are equal within 1e-9 of their size; what is undefined meets
/// nothing.
bool holds(const Condition& condition, const GoalLookup& lookup);

/// Whether every condition is met. An empty goal never is.
bool holds(const Goal& goal, const GoalLookup& lookup);

/// Readouts before parameters; values that were left to the lab are the ones it decided. The scene and
/// the values must outlive the lookup.
GoalLookup lookupIn(const Scene& scene, const Values& values);

/// The value of a parameter as it stands: what the lab decided where it was left to it, and the step at
/// which a timeline stands instead of "end".
Value standingValue(const QString& key, const Scene& scene, const Values& values);

} // namespace tangent
