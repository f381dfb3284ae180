// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace tangent::tests {

/// A program in the hands of a random user until it is killed. It says on standard output what it was
/// offered, what it opened, every state and everything that was acknowledged as written, a line each.
int runVictim(int& argc, char** argv, std::uint64_t seed, bool isCompanion);

} // namespace tangent::tests
