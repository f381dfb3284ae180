// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab.h"

namespace tangent {

QString Lab::defaultData(const Values&) const
{
    return {};
}

std::vector<RoleSpec> Lab::roles(const Values&) const
{
    return {};
}

QString Lab::whyTableCannotServe(const Settled&) const
{
    return {};
}

int Lab::rowLimit(const Values&) const
{
    return info().rowLimit;
}

} // namespace tangent
