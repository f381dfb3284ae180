// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent {

/// True when a column of this type can serve in a role; one that is all missing serves in none.
bool canServe(const Column& column, RoleSpec::Type type);

/// Which columns of `table` fill the roles: the ones asked for where they can serve, otherwise the
/// defaults that RoleSpec describes. A required role that nothing can fill is a complaint, and the
/// caller then refuses the table.
Roles resolveRoles(const std::vector<RoleSpec>& specs, const Roles& asked, const Table& table,
    bool isDefaultData, Complaints* unusable, Complaints* unfilled);

} // namespace tangent
