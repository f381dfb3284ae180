// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/data/catalogue.h"
#include "app/lab/link.h"

namespace tangent {

class Lab;

/// Makes any request legal, whatever the order of its keys: applies its preset, finds its table,
/// types and checks every value, fills in defaults, and lists what it could not use. Never fails: what
/// cannot be used is left at its default.
Settled settle(const Lab& lab, const Request& request, DataCatalogue& catalogue);

} // namespace tangent
