// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

#include <map>
#include <vector>

namespace tangent {

/// What a built-in table's file does not say itself (resources/datasets/README.md does).
struct BuiltinSet {
    QString name;
    QString title;
    QString label;
    QStringList categories;           ///< columns that are categories although they hold numbers
    std::map<QString, QString> units; ///< by column
};

/// The built-in tables, in the order in which they are offered.
const std::vector<BuiltinSet>& builtinSets();

/// Reads a built-in table from the program's resources; they must have been initialised.
TablePointer readBuiltinSet(const BuiltinSet& set);

} // namespace tangent
