// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/challenge.h"

#include "app/note/live_number.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double closeShare = 0.05; // of the range: a guess this near was close

bool isNumeric(const Parameter& parameter)
{
    using Kind = Parameter::Kind;
    return parameter.kind == Kind::Real || parameter.kind == Kind::Integer || parameter.kind == Kind::Step
        || parameter.kind == Kind::Seed;
}

bool isGuessable(const Parameter& parameter)
{
    return isNumeric(parameter) || parameter.kind == Parameter::Kind::Choice
        || parameter.kind == Parameter::Kind::Toggle;
}

/// How far apart two values are, as a share of the range.
double distance(const Parameter& parameter, double a, double b)
{
    if (parameter.logarithmic && parameter.minimum > 0 && a > 0 && b > 0)
        return std::abs(std::log(a / b)) / std::log(parameter.maximum / parameter.minimum);
    return std::abs(a - b) / std::max(1e-300, parameter.maximum - parameter.minimum);
}

QString tokenOf(const Value& value)
{
    if (const bool* on = std::get_if<bool>(&value))
        return *on ? QStringLiteral("true") : QStringLiteral("false");
    const QString* word = std::get_if<QString>(&value);
    return word ? *word : QString();
}

} // namespace

void ChallengeModel::setChallenge(const QString& topic, const Goal& goal, const QString& solution)
{
    topic_ = topic;
    goal_ = goal;
    solution_ = solution;
    leave();
}

void ChallengeModel::begin()
{
    if (goal_.isEmpty())
        return;
    stage_ = Stage::Guessing;
    guess_ = {};
    tookSolution_ = false;
    verdict_.clear();
}

void ChallengeModel::leave()
{
    stage_ = Stage::Resting;
    guess_ = {};
    tookSolution_ = false;
    verdict_.clear();
}

bool ChallengeModel::isFixed(const Condition& condition) const
{
    return !known_.readout(condition.key);
}

QString ChallengeModel::startQuery() const
{
    QStringList pairs;
    for (const Condition& condition : goal_.conditions) {
        if (condition.op == Condition::Op::Equal && isFixed(condition))
            pairs << condition.key + QLatin1Char('=') + condition.encoded;
    }
    return pairs.join(QLatin1Char('&'));
}

Parameters ChallengeModel::controls() const
{
    Parameters free;
    for (const Parameter& parameter : parameters_) {
        const bool held =
            std::any_of(goal_.conditions.begin(), goal_.conditions.end(), [&](const Condition& condition) {
                return condition.key == parameter.key && condition.op == Condition::Op::Equal
                    && isFixed(condition);
            });
        if (parameter.primary && !held && isGuessable(parameter))
            free.push_back(parameter);
    }
    return free;
}

bool ChallengeModel::commit(const Guess& guess)
{
    if (stage_ != Stage::Guessing)
        return false;
    guess_ = guess;
    stage_ = Stage::Trying;
    atStart_.clear();
    for (const Parameter& parameter : parameters_)
        atStart_[parameter.key] = standing(parameter.key);
    return true;
}

QString ChallengeModel::takeSolution()
{
    if (!offersSolution())
        return {};
    tookSolution_ = true;
    return solution_;
}

bool ChallengeModel::follow(const Scene& scene, const Values& values, const Parameters& parameters)
{
    if (scene.partial)
        return false;
    known_.readouts = scene.readouts;
    known_.resolved = scene.resolved;
    known_.timeline = scene.timeline;
    values_ = values;
    if (!(parameters_ == parameters))
        parameters_ = parameters;
    if (stage_ != Stage::Trying || !holds(goal_, lookupIn(known_, values_)))
        return false;
    stage_ = Stage::Reached;
    const Parameters hands = moved();
    QStringList with;
    for (const Parameter& parameter : hands)
        with << shown(parameter);
    const QString how = with.isEmpty() ? tr("nothing moved") : with.join(QStringLiteral(", "));
    verdict_ = tookSolution_
        ? tr("The solution: %1. Your guess was %2: %3.").arg(how, guessText(), judgement(hands))
        : tr("Reached with %1. Your guess was %2: %3.").arg(how, guessText(), judgement(hands));
    return true;
}

/// Parameters that stand elsewhere than when the guess was made.
Parameters ChallengeModel::moved() const
{
    Parameters hands;
    for (const Parameter& parameter : parameters_) {
        if (parameter.kind != Parameter::Kind::Step
            && !(standing(parameter.key) == atStart_.value(parameter.key)))
            hands.push_back(parameter);
    }
    return hands;
}

QString ChallengeModel::shown(const Parameter& parameter) const
{
    const QString value = shownParameter(parameter, standing(parameter.key), {});
    const QString unit =
        parameter.unit.isEmpty() || value.isEmpty() ? QString() : QLatin1Char(' ') + parameter.unit;
    return value.isEmpty() ? parameter.label : parameter.label + QLatin1Char(' ') + value + unit;
}

QString ChallengeModel::guessText() const
{
    const Parameter* parameter = findParameter(parameters_, guess_.key);
    if (!parameter)
        return guess_.key.isEmpty() ? tr("something in the picture") : guess_.key;
    QStringList parts{parameter->label};
    if (isNumeric(*parameter)) {
        parts << (guess_.direction < 0 ? tr("down") : tr("up"));
        if (guess_.target)
            parts << tr("to about %1").arg(shownParameter(*parameter, *guess_.target, {}));
    } else {
        const Value value = parameter->kind == Parameter::Kind::Toggle
            ? Value(guess_.token == QLatin1String("true"))
            : Value(guess_.token);
        parts << shownParameter(*parameter, value, {});
    }
    return parts.join(QStringLiteral(", "));
}

QString ChallengeModel::judgement(const Parameters& hands) const
{
    const Parameter* parameter = findParameter(hands, guess_.key);
    if (guess_.key.isEmpty()) {
        const bool inPicture = std::any_of(hands.begin(), hands.end(),
            [](const Parameter& hand) { return !hand.primary || !isGuessable(hand); });
        return inPicture ? tr("right") : tr("a control did it");
    }
    if (!parameter)
        return tr("another control did it");
    const Value now = standing(parameter->key);
    if (!isNumeric(*parameter))
        return tokenOf(now) == guess_.token ? tr("right") : tr("the right control, another choice");
    const double end = number(now);
    const bool wentUp = end > number(atStart_.value(parameter->key));
    if (wentUp != (guess_.direction > 0))
        return tr("the right control, the other way");
    const bool isClose = guess_.target && distance(*parameter, end, *guess_.target) <= closeShare;
    return isClose ? tr("the right control, the right way, and close")
                   : tr("the right control and the right way");
}

QString ChallengeModel::sentenceFor(const Condition& condition) const
{
    const Parameter* parameter = findParameter(parameters_, condition.key);
    if (!parameter)
        return tr("%1 must stay as it was.").arg(condition.key);
    const Value wanted = condition.number            ? Value(*condition.number)
        : parameter->kind == Parameter::Kind::Toggle ? Value(condition.encoded == QLatin1String("true"))
                                                     : Value(condition.encoded);
    const QString limit = shownParameter(*parameter, wanted, {});
    const QString now = shownParameter(*parameter, standing(parameter->key), {});
    if (now.isEmpty() || parameter->kind == Parameter::Kind::Step)
        return tr("%1 must stay as it was.")
            .arg(parameter->label.isEmpty() ? tr("The step") : parameter->label);
    switch (condition.op) {
    case Condition::Op::AtLeast:
        return tr("%1 must be at least %2; now it is %3.").arg(parameter->label, limit, now);
    case Condition::Op::AtMost:
        return tr("%1 must be at most %2; now it is %3.").arg(parameter->label, limit, now);
    case Condition::Op::Equal:
        break;
    }
    return tr("%1 must stay at %2; now it is %3.").arg(parameter->label, limit, now);
}

QStringList ChallengeModel::strayed() const
{
    QStringList sentences;
    if (stage_ != Stage::Trying)
        return sentences;
    const GoalLookup lookup = lookupIn(known_, values_);
    for (const Condition& condition : goal_.conditions) {
        if (isFixed(condition) && !holds(condition, lookup))
            sentences << sentenceFor(condition);
    }
    return sentences;
}

} // namespace tangent
