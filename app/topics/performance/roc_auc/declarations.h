// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent::roc {

/// All parameters of the lab, in the order of links. Those that do not apply to the source are not shown.
Parameters declarations(const DeclarationContext& context);

} // namespace tangent::roc
