// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/experiment.h"

namespace tangent {

/// Two states of one lab that share their data, their seed and their step: whatever moves one of these in one
/// state moves it in the other. All else is each one's own.
class Twin : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the twin. The second takes over the first's state.
    Twin(Experiment& first, Experiment& second, QObject* parent = nullptr);

signals:
    /// The first state went to another topic: there is nothing to compare any more.
    void parted();

private:
    void follow(const Experiment& leader, Experiment& follower);

    Experiment& first_;
    Experiment& second_;
    bool following_ = false;
};

} // namespace tangent
