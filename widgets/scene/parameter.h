// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/value.h"

#include <optional>
#include <vector>

namespace tangent {

/// One choice of a choice or set parameter: the token of links and files, and what a person reads.
struct Choice {
    QString token;
    QString label;
    bool operator==(const Choice&) const = default;
};

/// A column of a rows parameter.
struct RowColumn {
    QString key;
    QString label;
    bool isText = false;
    double minimum = 0; ///< numbers only
    double maximum = 1;
    bool whole = false;
    double step = 0; ///< numbers only: of a drag and of the arrow keys; 0: by the range
    bool operator==(const RowColumn&) const = default;
};

/// A parameter, declared once: control, link, file, checks, undo and help all come from this.
struct Parameter {
    enum class Kind { Real, Integer, Choice, Toggle, Seed, Step, Point, Text, Set, Rows, Grid };

    QString key;
    QString label;
    Kind kind = Kind::Real;
    Value defaultValue; ///< monostate: the lab decides while it computes ("automatic")
    QString help;       ///< one sentence
    QString group;      ///< heading of the fold it opens under; empty: general
    bool primary = false;

    double minimum = 0; ///< Real, Integer, Seed, Step; both coordinates of Point
    double maximum = 1;
    double step = 0.01;
    bool logarithmic = false;
    QString unit;
    bool endless = false; ///< Step: no last step
    bool halfSteps = false;

    double minimumY = 0; ///< Point: range of the second coordinate
    double maximumY = 0;

    /// Values up to here answer at once; larger ones may take seconds. Random states of tests stay below.
    std::optional<double> cheapMaximum;

    /// Real, Integer: what a slider spans where the whole range is too wide to drag. The number beside it
    /// takes the whole range.
    std::optional<double> usualMinimum;
    std::optional<double> usualMaximum;

    std::vector<Choice> choices;    ///< Choice, Set
    std::vector<RowColumn> columns; ///< Rows
    int maximumRows = 1000;         ///< Rows; Text: characters
    int minimumRows = 0;
    QString language;    ///< Text: "json"; empty: plain words
    QString pattern;     ///< Text: a regular expression for the whole text of a link; empty: any text
    bool square = false; ///< Rows: as many columns as rows, all like the first one
    int mostColumns = 0; ///< Rows: above 0, as many columns as the first row has, all like the first one

    bool shown = true;       ///< false: no control (it is moved by a handle, or does not apply now)
    bool structural = false; ///< a change may move axis ranges even while a hand drags
    /// A state in which changing this parameter changes the scene (a link's query); empty: the defaults.
    QString witness;

    // Builders: `real("k", …).within(1, 10).withHelp("…")` reads as a declaration.
    static Parameter real(const QString& key, const QString& label, double value, double low, double high);
    static Parameter integer(const QString& key, const QString& label, int value, int low, int high);
    static Parameter toggle(const QString& key, const QString& label, bool value);
    static Parameter choice(
        const QString& key, const QString& label, const QString& token, std::vector<Choice> choices);
    static Parameter seedOf(const QString& label, int value);
    static Parameter timeline(double value, double last, bool halfSteps);
    static Parameter pointOf(
        const QString& key, const QString& label, QPointF value, double low, double high);
    static Parameter textOf(const QString& key, const QString& label, const QString& value);
    static Parameter rowsOf(
        const QString& key, const QString& label, Rows value, std::vector<RowColumn> columns);
    static Parameter setOf(
        const QString& key, const QString& label, const QStringList& value, std::vector<Choice> choices);

    Parameter withHelp(const QString& sentence) const;
    Parameter inGroup(const QString& heading) const;
    Parameter asPrimary(bool yes = true) const;
    Parameter withUnit(const QString& symbol) const;
    Parameter onLogScale() const;
    Parameter withStep(double size) const;
    Parameter shownWhen(bool condition) const;
    Parameter automatic() const; ///< no default: the lab decides
    Parameter cheapUpTo(double value) const;
    Parameter usually(double low, double high) const;
    Parameter writtenIn(const QString& language) const;
    Parameter matching(const QString& pattern) const;
    Parameter witnessedBy(const QString& query) const;

    bool operator==(const Parameter&) const = default;
};

using Parameters = std::vector<Parameter>;

const Parameter* findParameter(const Parameters& parameters, const QString& key);

/// The kind as `topics --json` writes it: "real", "integer", …
QString kindName(Parameter::Kind kind);

} // namespace tangent
