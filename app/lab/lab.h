// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/progress.h"
#include "app/lab/stages.h"
#include "app/lab/state.h"

#include <memory>
#include <vector>

namespace tangent {

/// A purpose that columns of a table serve in a lab.
struct RoleSpec {
    enum class Type { Number, Category, Any };
    QString name;  ///< `features`, `label`, `score`: also the key in links
    QString label; ///< for the screen
    Type type = Type::Number;
    bool required = true;
    bool many = false;
    int minimum = 1;           ///< many: at least this many columns
    int maximum = 1000;        ///< many: at most this many columns
    QStringList atDefaultData; ///< columns taken at the lab's default data when the key is omitted
    /// When omitted elsewhere: features take every numeric column without another role, a label takes
    /// the table's own label column; other roles a column of the role's own name where there is one.
};

/// How quickly a full scene is promised (design: instant < 4 ms, frame < 16.7 ms, work: partial first).
enum class Speed { Instant, Frame, Work };

struct LabInfo {
    QString id;
    QString title;
    QString chapter;
    std::vector<int> covers;
    Speed speed = Speed::Instant;
    QStringList suggestedData; ///< sets and generators offered first
    /// Above 0: a longer table is drawn from, by `sample-seed`, until `all-rows` is switched on. For labs
    /// whose method cannot hold a frame with more rows.
    int rowLimit = 0;
};

/// A named state of a lab.
struct Preset {
    QString key;
    QString title; ///< short: it stands on a button
    QString query; ///< `k=3&data=penguins`
};

/// What a declaration may depend on.
struct DeclarationContext {
    const Table* table = nullptr; ///< null when the lab uses none in this state
    const Roles& roles;
    const Values& values; ///< typed values given so far; absent keys are at their defaults

    QString choice(const char* key, const char* otherwise) const
    {
        const auto found = values.constFind(QLatin1String(key));
        return found == values.constEnd() ? QLatin1String(otherwise) : text(*found);
    }
    bool toggle(const char* key, bool otherwise = false) const
    {
        const auto found = values.constFind(QLatin1String(key));
        return found == values.constEnd() ? otherwise : flag(*found);
    }
    double real(const char* key, double otherwise) const
    {
        return number(values.value(QLatin1String(key)), otherwise);
    }
};

/// A lab: a pure function from a state to a scene. No widget, any thread, no clock.
class Lab {
public:
    virtual ~Lab() = default;

    virtual LabInfo info() const = 0;
    /// The data used when the state names none; empty: no table in this state.
    virtual QString defaultData(const Values& values) const;
    /// The token of `source` that a table stands for ("table"); empty: this lab has no such choice.
    virtual QString tableSource() const { return {}; }
    virtual std::vector<RoleSpec> roles(const Values& values) const;
    /// Why the table of this state cannot serve although its roles are filled: one sentence and its cure;
    /// empty when it can. Asked when a table is named without the source it then stands for. Quick: it
    /// fits no model.
    virtual QString whyTableCannotServe(const Settled& state) const;
    /// LabInfo::rowLimit, or what holds in this state where the limit is that of one of the lab's methods.
    virtual int rowLimit(const Values& values) const;
    /// Every parameter that has a meaning in this state, in the order of links. Pure.
    virtual Parameters parameters(const DeclarationContext& context) const = 0;
    virtual std::vector<Preset> presets() const = 0;
    virtual Scene compute(const Settled& state, Stages& stages, const Progress& progress) const = 0;
};

} // namespace tangent
