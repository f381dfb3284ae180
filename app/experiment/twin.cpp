// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/twin.h"

#include "app/lab/compare.h"

namespace tangent {

Twin::Twin(Experiment& first, Experiment& second, QObject* parent)
    : QObject(parent)
    , first_(first)
    , second_(second)
{
    second_.open(first_.lab(), Request(first_.state()));
    connect(&first_, &Experiment::changed, this, [this] { follow(first_, second_); });
    connect(&second_, &Experiment::changed, this, [this] { follow(second_, first_); });
}

void Twin::follow(const Experiment& leader, Experiment& follower)
{
    if (following_)
        return;
    if (leader.state().topic != follower.state().topic) {
        emit parted();
        return;
    }
    Intent intent;
    intent.phase = Intent::Phase::Move; // joins the follower's last such step: a drag is one step there, too
    const Values& wanted = leader.state().values;
    const Values& held = follower.state().values;
    for (const QString& key : wanted.keys() + held.keys()) {
        if (isShared(key, leader.current().roles) && wanted.value(key) != held.value(key))
            intent.values[key] = wanted.value(key); // what stands at its default there is a monostate here
    }
    if (intent.values.isEmpty())
        return;
    following_ = true; // the follower may refuse a value; that must not come back
    follower.apply(intent);
    following_ = false;
}

} // namespace tangent
