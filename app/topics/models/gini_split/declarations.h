// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent::gini {

/// All parameters of the lab, in the order of links.
Parameters declarations(const DeclarationContext& context);

} // namespace tangent::gini
