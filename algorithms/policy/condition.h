// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/context.h"

namespace tangent::policy {

/// What a condition operator's name says, taken apart: `ForAnyValue:StringNotLikeIfExists`.
/// IAM User Guide, "IAM JSON policy elements: Condition operators".
struct Operator {
    enum class Family { Text, TextIgnoringCase, Pattern, Arn, Number, Date, Boolean, Binary, Address, Null };
    enum class Relation { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
    enum class Set { None, ForAnyValue, ForAllValues };

    Family family = Family::Text;
    Relation relation = Relation::Equal; ///< numbers and dates
    bool negated = false;
    bool ifExists = false;
    Set set = Set::None;
};

/// Nothing when there is no operator of that name. `IfExists` cannot follow `Null`.
TANGENT_API std::optional<Operator> operatorNamed(std::string_view name);
/// The name of an operator that comes nearest, for the cure of a misspelling.
TANGENT_API std::string nearestOperator(std::string_view name);

/// One key under one operator of a Condition element.
struct Condition {
    std::string operatorName; ///< as written
    Operator test;
    std::string key;
    std::vector<std::string> values; ///< any of them fulfils a positive test, none may a negated one
};

/// True when a policy may compare with this text: a date for dates, `true` or `false` for `Bool`, …
TANGENT_API bool isComparable(const Operator& test, std::string_view value);
/// What isComparable asks for, in words: "a date such as 2026-03-31T12:00:00Z".
TANGENT_API std::string wantedValue(const Operator& test);

/// Whether a condition holds. A key that the request does not carry fulfils no positive test and every
/// negated one, fulfils every `…IfExists`, `ForAllValues:` and `Null: true`, and no `ForAnyValue:`.
/// `variables` says whether `${…}` in texts and ARNs is replaced.
TANGENT_API bool holds(const Condition& condition, const Context& context, bool variables);

} // namespace tangent::policy
