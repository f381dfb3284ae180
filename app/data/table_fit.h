// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent {

class DataCatalogue;

/// Whether a lab can use a table, and how; or why not.
struct TableFit {
    bool serves = false;
    QString source;   ///< the lab's `source` with which it does; empty where the lab has no such choice
    Roles roles;      ///< filled with the columns that were asked for, else as the lab would choose
    QString reason;   ///< a sentence where it does not serve: what is missing, and the cure
    QString otherSet; ///< then the built-in set that the lab would take; empty: it takes no table at all
};

/// Tries what the lab is doing now first, then its other sources. `asked` are columns chosen for roles.
TableFit fitTable(const Lab& lab, const Values& values, const Table& table, const Roles& asked,
    const DataCatalogue& catalogue);

} // namespace tangent
