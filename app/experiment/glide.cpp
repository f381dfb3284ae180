// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/glide.h"

#include <QEasingCurve>

#include <cmath>

namespace tangent {

namespace {

constexpr int glideMilliseconds = 240;

bool canGlide(const Parameter& parameter, const Value& from, const Value& to)
{
    using Kind = Parameter::Kind;
    const bool numeric =
        parameter.kind == Kind::Real || parameter.kind == Kind::Integer || parameter.kind == Kind::Step;
    if (numeric && std::holds_alternative<double>(from) && std::holds_alternative<double>(to))
        return number(from) != endStep && number(to) != endStep;
    return parameter.kind == Kind::Point && std::holds_alternative<QPointF>(from)
        && std::holds_alternative<QPointF>(to);
}

/// Numbers on the way have few digits: they are read in passing, and must fit their fields.
double readable(double value)
{
    constexpr int digits = 3;
    return QString::number(value, 'g', digits).toDouble();
}

Value between(const Parameter& parameter, const Value& from, const Value& to, double share)
{
    if (parameter.kind == Parameter::Kind::Point)
        return point(from) + share * (point(to) - point(from));
    const double a = number(from);
    const double b = number(to);
    if (parameter.logarithmic && a > 0 && b > 0)
        return readable(a * std::pow(b / a, share));
    const double value = a + share * (b - a);
    return parameter.kind == Parameter::Kind::Real ? readable(value) : std::round(value);
}

} // namespace

Glide::Glide(Experiment& experiment, QObject* parent)
    : QObject(parent)
    , experiment_(experiment)
{
    clock_.setDuration(glideMilliseconds);
    clock_.setStartValue(0.0);
    clock_.setEndValue(1.0);
    clock_.setEasingCurve(QEasingCurve::InOutQuad);
    connect(&clock_, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        if (clock_.state() == QAbstractAnimation::Running)
            move(share.toDouble(), Intent::Phase::Move);
    });
    connect(&clock_, &QVariantAnimation::finished, this, &Glide::arrive);
}

void Glide::to(const QString& query, bool fromDefaults)
{
    finish();
    Request request;
    request.topic = experiment_.lab().info().id;
    if (!fromDefaults)
        request.values = experiment_.state().values;
    readQuery(query, &request);
    const Settled target = settle(experiment_.lab(), request, experiment_.catalogue());
    const Settled& now = experiment_.current();

    from_.clear();
    towards_.clear();
    bool onlyNumbers = true;
    for (const Parameter& parameter : target.parameters) {
        const Value before = now.values.value(parameter.key);
        const Value after = target.values.value(parameter.key);
        if (before == after)
            continue;
        if (canGlide(parameter, before, after)) {
            from_[parameter.key] = before;
            towards_[parameter.key] = after;
        } else {
            onlyNumbers = false;
        }
    }
    const bool sameTable = now.table == target.table && now.roles == target.roles;
    const bool quick = experiment_.lab().info().speed != Speed::Work;
    if (!motion_ || !quick || !sameTable || !onlyNumbers || from_.isEmpty() || !target.complaints.empty()) {
        experiment_.open(experiment_.lab(), request);
        emit arrived();
        return;
    }
    arrival_ = Intent();
    arrival_.phase = Intent::Phase::End;
    for (const QString& key : experiment_.state().values.keys())
        arrival_.values[key] = target.state.values.value(key); // monostate where the target is at its default
    for (auto value = target.state.values.constBegin(); value != target.state.values.constEnd(); ++value)
        arrival_.values[value.key()] = value.value();
    move(0, Intent::Phase::Begin);
    clock_.start();
}

void Glide::jump(const QString& query, bool fromDefaults)
{
    const bool motion = motion_;
    motion_ = false;
    to(query, fromDefaults);
    motion_ = motion;
}

void Glide::move(double share, Intent::Phase phase)
{
    Intent intent;
    intent.phase = phase;
    for (auto value = from_.constBegin(); value != from_.constEnd(); ++value) {
        const Parameter* parameter = findParameter(experiment_.current().parameters, value.key());
        if (parameter)
            intent.values[value.key()] =
                between(*parameter, value.value(), towards_.value(value.key()), share);
    }
    experiment_.apply(intent);
}

void Glide::finish()
{
    if (clock_.state() != QAbstractAnimation::Running)
        return;
    clock_.stop();
    arrive();
}

void Glide::arrive()
{
    experiment_.apply(arrival_);
    emit arrived();
}

} // namespace tangent
