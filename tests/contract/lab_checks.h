// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

#include <functional>
#include <vector>

namespace tangent::tests {

/// One promise that every lab keeps. Returns what is broken, in sentences; empty when all is well.
struct LabCheck {
    const char* name;
    std::function<QStringList(const Lab&)> problems;
};

/// All promises. Every one is shown to fail by a broken lab in broken_lab_test.cpp.
const std::vector<LabCheck>& labChecks();

/// What a single lab may cost in one check, in milliseconds; random states stop there.
inline constexpr int checkBudget = 1200;

} // namespace tangent::tests
