// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/parameter.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace tangent {

namespace {

Parameter declare(const QString& key, const QString& label, Parameter::Kind kind, Value value)
{
    Parameter made;
    made.key = key;
    made.label = label;
    made.kind = kind;
    made.defaultValue = std::move(value);
    return made;
}

Parameter ranged(Parameter made, double low, double high, double step)
{
    made.minimum = low;
    made.maximum = high;
    made.step = step;
    return made;
}

/// A tenth or so of a per cent of the range, rounded down to 1, 2 or 5 times a power of ten.
double handyStep(double range)
{
    if (!(range > 0))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(range / 200)));
    const double lead = range / 200 / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/// The same parameter with one of its fields set.
template <class Field>
Parameter with(Parameter parameter, Field Parameter::*field, const std::type_identity_t<Field>& value)
{
    parameter.*field = value;
    return parameter;
}

} // namespace

Parameter Parameter::real(const QString& key, const QString& label, double value, double low, double high)
{
    return ranged(declare(key, label, Kind::Real, value), low, high, handyStep(high - low));
}

Parameter Parameter::integer(const QString& key, const QString& label, int value, int low, int high)
{
    return ranged(declare(key, label, Kind::Integer, double(value)), low, high, 1);
}

Parameter Parameter::toggle(const QString& key, const QString& label, bool value)
{
    return declare(key, label, Kind::Toggle, value);
}

Parameter Parameter::choice(
    const QString& key, const QString& label, const QString& token, std::vector<Choice> choices)
{
    Parameter made = declare(key, label, Kind::Choice, token);
    made.choices = std::move(choices);
    return made;
}

Parameter Parameter::seedOf(const QString& label, int value)
{
    return ranged(declare(QStringLiteral("seed"), label, Kind::Seed, double(value)), 0, 999999, 1);
}

Parameter Parameter::timeline(double value, double last, bool halves)
{
    Parameter made =
        ranged(declare(QStringLiteral("step"), QString(), Kind::Step, value), 0, last, halves ? 0.5 : 1);
    made.halfSteps = halves;
    made.shown = false;
    return made;
}

Parameter Parameter::pointOf(const QString& key, const QString& label, QPointF value, double low, double high)
{
    Parameter made = ranged(declare(key, label, Kind::Point, value), low, high, handyStep(high - low));
    made.minimumY = low;
    made.maximumY = high;
    return made;
}

Parameter Parameter::textOf(const QString& key, const QString& label, const QString& value)
{
    Parameter made = declare(key, label, Kind::Text, value);
    made.maximumRows = 4096;
    return made;
}

Parameter Parameter::rowsOf(
    const QString& key, const QString& label, Rows value, std::vector<RowColumn> columns)
{
    Parameter made = declare(key, label, Kind::Rows, std::move(value));
    made.columns = std::move(columns);
    made.shown = false;
    return made;
}

Parameter Parameter::setOf(
    const QString& key, const QString& label, const QStringList& value, std::vector<Choice> choices)
{
    Parameter made = declare(key, label, Kind::Set, value);
    made.choices = std::move(choices);
    return made;
}

Parameter Parameter::withHelp(const QString& sentence) const
{
    return with(*this, &Parameter::help, sentence);
}

Parameter Parameter::inGroup(const QString& heading) const
{
    return with(*this, &Parameter::group, heading);
}

Parameter Parameter::asPrimary(bool yes) const
{
    return with(*this, &Parameter::primary, yes);
}

Parameter Parameter::withUnit(const QString& symbol) const
{
    return with(*this, &Parameter::unit, symbol);
}

Parameter Parameter::onLogScale() const
{
    return with(*this, &Parameter::logarithmic, true);
}

Parameter Parameter::withStep(double size) const
{
    return with(*this, &Parameter::step, size);
}

Parameter Parameter::shownWhen(bool condition) const
{
    return with(*this, &Parameter::shown, condition);
}

Parameter Parameter::automatic() const
{
    return with(*this, &Parameter::defaultValue, Value());
}

Parameter Parameter::cheapUpTo(double value) const
{
    return with(*this, &Parameter::cheapMaximum, value);
}

Parameter Parameter::usually(double low, double high) const
{
    Parameter copy = *this;
    copy.usualMinimum = low;
    copy.usualMaximum = high;
    return copy;
}

Parameter Parameter::writtenIn(const QString& language) const
{
    return with(*this, &Parameter::language, language);
}

Parameter Parameter::matching(const QString& pattern) const
{
    return with(*this, &Parameter::pattern, pattern);
}

Parameter Parameter::witnessedBy(const QString& query) const
{
    return with(*this, &Parameter::witness, query);
}

const Parameter* findParameter(const Parameters& parameters, const QString& key)
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
        [&](const Parameter& parameter) { return parameter.key == key; });
    return found == parameters.end() ? nullptr : &*found;
}

QString kindName(Parameter::Kind kind)
{
    switch (kind) {
    case Parameter::Kind::Real:
        return QStringLiteral("real");
    case Parameter::Kind::Integer:
        return QStringLiteral("integer");
    case Parameter::Kind::Choice:
        return QStringLiteral("choice");
    case Parameter::Kind::Toggle:
        return QStringLiteral("toggle");
    case Parameter::Kind::Seed:
        return QStringLiteral("seed");
    case Parameter::Kind::Step:
        return QStringLiteral("step");
    case Parameter::Kind::Point:
        return QStringLiteral("point");
    case Parameter::Kind::Text:
        return QStringLiteral("text");
    case Parameter::Kind::Set:
        return QStringLiteral("set");
    case Parameter::Kind::Rows:
        return QStringLiteral("rows");
    case Parameter::Kind::Grid:
        return QStringLiteral("grid");
    }
    return {};
}

} // namespace tangent
