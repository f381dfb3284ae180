// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/state.h"

namespace tangent {

const Rows& Settled::rowsOf(const char* key) const
{
    static const Rows none;
    const auto found = values.constFind(QLatin1String(key));
    return found == values.constEnd() ? none : rows(*found);
}

bool Settled::isDecided(const char* key) const
{
    return !std::holds_alternative<std::monostate>(values.value(QLatin1String(key)));
}

} // namespace tangent
