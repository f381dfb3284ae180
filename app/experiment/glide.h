// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/experiment.h"

#include <QVariantAnimation>

namespace tangent {

/// Takes the experiment to another state of its topic in a short movement, so that the eye sees what
/// changed: numbers and points glide, a timeline runs, the rest switches at once. One undo step. With
/// motion off, and for labs that cannot answer at once, it jumps.
class Glide : public QObject {
    Q_OBJECT

public:
    explicit Glide(Experiment& experiment, QObject* parent = nullptr);

    void setMotion(bool on) { motion_ = on; }
    /// Glides to the state of a query over the current state, or over the defaults.
    void to(const QString& query, bool fromDefaults);
    /// The same without a movement on the way.
    void jump(const QString& query, bool fromDefaults);
    /// Arrives at once, if a glide is under way.
    void finish();

signals:
    /// The state that was asked for stands.
    void arrived();

private:
    void arrive();
    void move(double share, Intent::Phase phase);

    Experiment& experiment_;
    QVariantAnimation clock_;
    Values from_;    ///< values that glide, where they start
    Values towards_; ///< and where they end
    Intent arrival_; ///< the whole change
    bool motion_ = true;
};

} // namespace tangent
