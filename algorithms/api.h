// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Marks what the numerics library shows to the rest of the program; everything else stays hidden.
#define TANGENT_API __attribute__((visibility("default")))
