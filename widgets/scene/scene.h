// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/scene/handle.h"

#include <optional>

namespace tangent {

/// A number or word under the visual.
struct Readout {
    enum class Better : quint8 { Neither, Up, Down };
    QString key;
    QString label;
    std::variant<std::monostate, double, QString> value; ///< monostate: undefined, see `note`
    QString unit;
    QString unitOfOne; ///< shown behind a 1: "step" where the unit is "steps"; empty: the unit
    Better better = Better::Neither;
    QString note;           ///< why there is no number, or what qualifies it; may be empty
    QString formula;        ///< TeX of its definition
    QString line;           ///< the definition with the current numbers in it
    bool prominent = false; ///< shown in a cell of its own; the others are in the list
    bool measured = false;  ///< a clocked time: left out of equality
    int decimals = -1;      ///< digits after the point on screen; -1: by size

    bool operator==(const Readout& other) const;
    std::optional<double> number() const;
    const QString& shownUnit() const;
};

/// Something the reader should know about this state, with its cure.
struct Diagnostic {
    enum class Severity : quint8 { Note, Warning, Error };
    Severity severity = Severity::Warning;
    QString key; ///< the parameter or role it is about; may be empty
    int row = -1;
    int line = -1;
    int column = -1;
    QString sentence;
    QString cure;
    bool operator==(const Diagnostic&) const = default;
};

/// Where a timeline stands.
struct Timeline {
    double at = 0;
    double last = 0; ///< the last step; for an endless one the furthest that can be reached
    bool endless = false;
    bool halfSteps = false;
    QString phase;             ///< "assign", "move"; may be empty
    std::vector<double> marks; ///< steps where a hand interfered
    double rate = 4;           ///< steps a second when played at 1×, above 0
    bool operator==(const Timeline&) const = default;
};

/// One table of numbers behind the figures, for export and `read --tables`.
struct DataTable {
    QString key;
    QStringList columns;
    std::vector<std::vector<Cell>> rows;
    /// An undefined number equals an undefined number.
    bool operator==(const DataTable& other) const;
};

/// All there is to show for one state. Colours are roles; there is no code in it.
struct Scene {
    std::vector<Figure> figures;
    std::vector<Handle> handles;
    std::vector<Readout> readouts;
    QString narration;
    std::vector<Diagnostic> diagnostics;
    std::optional<Timeline> timeline;
    std::vector<DataTable> tables;
    Values resolved;      ///< what the lab decided for values that were left to it
    QString dataLine;     ///< "four blobs, 200 rows"
    bool partial = false; ///< more is coming for the same state
    bool operator==(const Scene&) const = default;

    /// The values of this scene's state, with what the lab decided where it was left to it, and the step at
    /// which a timeline stands instead of "end".
    Values decided(Values values) const;

    const Figure* figure(const QString& key) const;
    const Readout* readout(const QString& key) const;
    const DataTable* table(const QString& key) const;
};

} // namespace tangent
