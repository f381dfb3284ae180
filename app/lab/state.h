// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"
#include "widgets/scene/parameter.h"

#include <QMap>
#include <QString>

namespace tangent {

/// A state is a value: a topic and what was chosen in it. Keys that hold their default are absent.
/// Beside the lab's own parameters the keys are `data`, `data.KEY`, the lab's roles, `patch`.
struct State {
    QString topic;
    Values values;
    bool operator==(const State&) const = default;
};

/// Which columns serve which purpose, by role name.
using Roles = QMap<QString, QStringList>;

/// What was wrong with a state, by key: one sentence that says what, where and the cure.
struct Complaint {
    QString key;
    QString sentence;
    bool operator==(const Complaint&) const = default;
};
using Complaints = std::vector<Complaint>;

/// A state made legal: complete, typed, in range, with its table at hand. Only settle() makes one.
struct Settled {
    State state;           ///< canonical: legal values that differ from the defaults
    Parameters parameters; ///< the declarations that hold in this state, generator parameters included
    Values values;         ///< one for every declared key; monostate where the lab decides
    TablePointer table;    ///< what the lab works on: `whole` or a sample of it; null when it uses none here
    TablePointer whole;    ///< patched, all rows
    TablePointer source;   ///< the same before the patch, its columns of the types that were chosen
    TablePointer original; ///< as it was loaded: with the types that were found
    Roles roles;
    Complaints complaints;

    double real(const char* key) const { return number(values.value(QLatin1String(key))); }
    int integer(const char* key) const { return int(number(values.value(QLatin1String(key)))); }
    bool toggle(const char* key) const { return flag(values.value(QLatin1String(key))); }
    QString choice(const char* key) const { return text(values.value(QLatin1String(key))); }
    QPointF pointAt(const char* key) const { return point(values.value(QLatin1String(key))); }
    const Rows& rowsOf(const char* key) const;
    /// False when the value was left to the lab.
    bool isDecided(const char* key) const;
    /// True when `table` is a sample because the lab has a row limit.
    bool isSampled() const { return table != whole; }
    /// The first column of a role; empty when the role is not filled.
    QString column(const char* role) const { return roles.value(QLatin1String(role)).value(0); }
    QStringList columns(const char* role) const { return roles.value(QLatin1String(role)); }
};

} // namespace tangent
