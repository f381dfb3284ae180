// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/goal.h"

#include "app/lab/link_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace tangent {

std::optional<Goal> parseGoal(const QString& text, QString* complaint)
{
    static const QRegularExpression form(
        QStringLiteral("^([a-z0-9-]+(?:\\.[a-z0-9-]+)?)(>=|<=|=)([^<>=\\s]+)$"));
    Goal goal;
    const QStringList parts = text.split(QLatin1Char('&'));
    for (const QString& part : parts) {
        const auto match = form.match(part);
        if (!match.hasMatch()) {
            *complaint = QStringLiteral(
                "“%1” is no condition: write key>=value, key<=value or key=value, joined by &.")
                             .arg(part.left(60));
            return std::nullopt;
        }
        Condition condition;
        condition.key = match.captured(1);
        condition.encoded = match.captured(3);
        bool isNumber = false;
        const double number = condition.encoded.toDouble(&isNumber);
        if (isNumber && std::isfinite(number))
            condition.number = number;
        const QString sign = match.captured(2);
        condition.op = sign == QLatin1String(">=") ? Condition::Op::AtLeast
            : sign == QLatin1String("<=")          ? Condition::Op::AtMost
                                                   : Condition::Op::Equal;
        if (condition.op != Condition::Op::Equal && !condition.number) {
            *complaint = QStringLiteral("“%1”: %2 compares with a number.").arg(part.left(60), sign);
            return std::nullopt;
        }
        goal.conditions.push_back(condition);
    }
    return goal;
}

bool holds(const Condition& condition, const GoalLookup& lookup)
{
    const Value value = lookup(condition.key);
    if (const double* found = std::get_if<double>(&value)) {
        if (!condition.number) {
            const bool asksForEnd = condition.encoded == QLatin1String("end");
            return asksForEnd
                && (*found == endStep || Value(*found) == lookup(condition.key + QLatin1String(".last")));
        }
        const double wanted = *condition.number;
        switch (condition.op) {
        case Condition::Op::AtLeast:
            return *found >= wanted;
        case Condition::Op::AtMost:
            return *found <= wanted;
        case Condition::Op::Equal:
            return std::abs(*found - wanted) <= 1e-9 * std::max(1.0, std::abs(wanted));
        }
    }
    if (std::holds_alternative<std::monostate>(value) || condition.op != Condition::Op::Equal)
        return false;
    if (const QString* word = std::get_if<QString>(&value))
        return decodeText(condition.encoded) == *word;
    return encodeValue(value) == condition.encoded;
}

bool holds(const Goal& goal, const GoalLookup& lookup)
{
    return !goal.isEmpty()
        && std::all_of(goal.conditions.begin(), goal.conditions.end(),
            [&](const Condition& condition) { return holds(condition, lookup); });
}

Value standingValue(const QString& key, const Scene& scene, const Values& values)
{
    Value value = values.value(key);
    if (std::holds_alternative<std::monostate>(value))
        value = scene.resolved.value(key);
    const double* step = key == QLatin1String("step") ? std::get_if<double>(&value) : nullptr;
    return step && *step == endStep && scene.timeline ? Value(scene.timeline->at) : value;
}

GoalLookup lookupIn(const Scene& scene, const Values& values)
{
    return [&scene, &values](const QString& key) -> Value {
        if (key == QLatin1String("step.last"))
            return scene.timeline ? Value(scene.timeline->last) : Value();
        if (const Readout* readout = scene.readout(key)) {
            if (const double* found = std::get_if<double>(&readout->value))
                return std::isnan(*found) ? Value() : Value(*found);
            if (const QString* word = std::get_if<QString>(&readout->value))
                return *word;
            return {};
        }
        return standingValue(key, scene, values);
    };
}

} // namespace tangent
