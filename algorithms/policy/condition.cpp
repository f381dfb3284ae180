// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/condition.h"

#include "algorithms/policy/comparison.h"
#include "algorithms/policy/pattern.h"

#include <algorithm>

namespace tangent::policy {

namespace {

using Family = Operator::Family;
using Relation = Operator::Relation;

struct Named {
    std::string_view name;
    Family family;
    bool negated = false;
    Relation relation = Relation::Equal;
};

constexpr Named operators[] = {
    {"StringEquals", Family::Text},
    {"StringNotEquals", Family::Text, true},
    {"StringEqualsIgnoreCase", Family::TextIgnoringCase},
    {"StringNotEqualsIgnoreCase", Family::TextIgnoringCase, true},
    {"StringLike", Family::Pattern},
    {"StringNotLike", Family::Pattern, true},
    {"ArnEquals", Family::Arn},
    {"ArnLike", Family::Arn},
    {"ArnNotEquals", Family::Arn, true},
    {"ArnNotLike", Family::Arn, true},
    {"NumericEquals", Family::Number},
    {"NumericNotEquals", Family::Number, true},
    {"NumericLessThan", Family::Number, false, Relation::Less},
    {"NumericLessThanEquals", Family::Number, false, Relation::LessOrEqual},
    {"NumericGreaterThan", Family::Number, false, Relation::Greater},
    {"NumericGreaterThanEquals", Family::Number, false, Relation::GreaterOrEqual},
    {"DateEquals", Family::Date},
    {"DateNotEquals", Family::Date, true},
    {"DateLessThan", Family::Date, false, Relation::Less},
    {"DateLessThanEquals", Family::Date, false, Relation::LessOrEqual},
    {"DateGreaterThan", Family::Date, false, Relation::Greater},
    {"DateGreaterThanEquals", Family::Date, false, Relation::GreaterOrEqual},
    {"Bool", Family::Boolean},
    {"BinaryEquals", Family::Binary},
    {"IpAddress", Family::Address},
    {"NotIpAddress", Family::Address, true},
    {"Null", Family::Null},
};

constexpr std::string_view ifExists = "IfExists";

bool compares(Relation relation, double asked, double bound)
{
    switch (relation) {
    case Relation::Less:
        return asked < bound;
    case Relation::LessOrEqual:
        return asked <= bound;
    case Relation::Greater:
        return asked > bound;
    case Relation::GreaterOrEqual:
        return asked >= bound;
    case Relation::Equal:
        break;
    }
    return asked == bound;
}

bool compares(Relation relation, const std::optional<double>& asked, const std::optional<double>& bound)
{
    return asked && bound && compares(relation, *asked, *bound);
}

/// Whether one value of the request is what one value of the policy asks for, the operator unnegated.
bool agrees(
    const Operator& test, const std::string& asked, const std::string& written, const Context* variables)
{
    switch (test.family) {
    case Family::Number:
        return compares(test.relation, numberIn(asked), numberIn(written));
    case Family::Date:
        return compares(test.relation, secondsIn(asked), secondsIn(written));
    case Family::Boolean:
        return lowerCase(asked) == lowerCase(written);
    case Family::Binary:
        return asked == written;
    case Family::Address: {
        const auto range = addressIn(written);
        const auto address = addressIn(asked);
        return range && address && range->contains(*address);
    }
    default:
        break;
    }
    const auto pattern = Pattern::of(written, variables);
    if (!pattern)
        return false;
    if (test.family == Family::Pattern)
        return pattern->matches(asked);
    if (test.family == Family::Arn)
        return pattern->matchesArn(asked);
    return pattern->equals(asked, test.family == Family::TextIgnoringCase);
}

} // namespace

std::optional<Operator> operatorNamed(std::string_view name)
{
    Operator made;
    const size_t colon = name.find(':');
    if (colon != std::string_view::npos) {
        const std::string_view set = name.substr(0, colon);
        if (set != "ForAnyValue" && set != "ForAllValues")
            return std::nullopt;
        made.set = set == "ForAnyValue" ? Operator::Set::ForAnyValue : Operator::Set::ForAllValues;
        name.remove_prefix(colon + 1);
    }
    if (name.ends_with(ifExists)) {
        made.ifExists = true;
        name.remove_suffix(ifExists.size());
    }
    const auto* const found = std::find_if(
        std::begin(operators), std::end(operators), [&](const Named& one) { return one.name == name; });
    if (found == std::end(operators)
        || (found->family == Family::Null && (made.ifExists || colon != std::string_view::npos)))
        return std::nullopt;
    made.family = found->family;
    made.negated = found->negated;
    made.relation = found->relation;
    return made;
}

std::string nearestOperator(std::string_view name)
{
    // Shared letters at either end are enough to tell what was meant.
    const std::string wanted = lowerCase(name);
    std::string_view best = operators[0].name;
    size_t most = 0;
    for (const Named& one : operators) {
        const std::string known = lowerCase(one.name);
        size_t front = 0;
        while (front < std::min(known.size(), wanted.size()) && known[front] == wanted[front])
            ++front;
        size_t back = 0;
        while (back < std::min(known.size(), wanted.size()) - front
            && known[known.size() - 1 - back] == wanted[wanted.size() - 1 - back])
            ++back;
        if (front + back > most) {
            most = front + back;
            best = one.name;
        }
    }
    return std::string(best);
}

bool isComparable(const Operator& test, std::string_view value)
{
    switch (test.family) {
    case Family::Number:
        return numberIn(value).has_value();
    case Family::Date:
        return secondsIn(value).has_value();
    case Family::Address:
        return addressIn(value).has_value();
    case Family::Boolean:
    case Family::Null:
        return lowerCase(value) == "true" || lowerCase(value) == "false";
    default:
        return true;
    }
}

std::string wantedValue(const Operator& test)
{
    switch (test.family) {
    case Family::Number:
        return "a number";
    case Family::Date:
        return "a date such as 2026-03-31T12:00:00Z";
    case Family::Address:
        return "an address or a range such as 203.0.113.0/24";
    case Family::Boolean:
    case Family::Null:
        return "true or false";
    default:
        return "a text";
    }
}

bool holds(const Condition& condition, const Context& context, bool variables)
{
    const Operator& test = condition.test;
    const Context::Values* asked = context.find(condition.key);
    if (test.family == Family::Null) {
        const bool missing = !asked || asked->empty();
        return std::any_of(condition.values.begin(), condition.values.end(),
            [&](const std::string& value) { return (lowerCase(value) == "true") == missing; });
    }
    if (!asked || asked->empty()) {
        if (test.ifExists)
            return true;
        if (test.set != Operator::Set::None)
            return test.set == Operator::Set::ForAllValues;
        return test.negated;
    }
    const auto fits = [&](const std::string& value) {
        const bool any =
            std::any_of(condition.values.begin(), condition.values.end(), [&](const std::string& written) {
                return agrees(test, value, written, variables ? &context : nullptr);
            });
        return any != test.negated;
    };
    // A plain negated operator over several values of the request asks that none of them agrees.
    const bool all =
        test.set == Operator::Set::ForAllValues || (test.set == Operator::Set::None && test.negated);
    return all ? std::all_of(asked->begin(), asked->end(), fits)
               : std::any_of(asked->begin(), asked->end(), fits);
}

} // namespace tangent::policy
