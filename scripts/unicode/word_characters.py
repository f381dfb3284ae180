#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which characters make up words, and their lower case, for algorithms/text.

Run from the root of the repository:  python3 scripts/unicode/word_characters.py
writes algorithms/text/unicode_tables.h from the character database that comes with Python. A word
character is a letter, a number or the underscore, as in the expression \\w of Python; where the lower
case is more than one character, its first one stands for it.
"""
import sys
import unicodedata

OUT = "algorithms/text/unicode_tables.h"
FIRST = 0x80  # ASCII is decided by arithmetic


def ranges():
    found = []
    for code in range(FIRST, sys.maxunicode + 1):
        if not chr(code).isalnum():
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def lowered():
    """Runs of characters at equal steps whose lower case lies at one distance: first, last, step, distance."""
    pairs = [(code, ord(chr(code).lower()[0])) for code in range(FIRST, sys.maxunicode + 1)]
    pairs = [(code, low - code) for code, low in pairs if low != code]
    runs = []
    for code, distance in pairs:
        if runs and runs[-1][3] == distance:
            first, last, step, _ = runs[-1]
            gap = code - last
            if gap <= 2 and (first == last or step == gap):
                runs[-1] = [first, code, gap, distance]
                continue
        runs.append([code, code, 1, distance])
    return runs


def lines(items, per_line):
    for at in range(0, len(items), per_line):
        yield "    " + " ".join(items[at:at + per_line])


letters = ["{0x%X, 0x%X}," % tuple(one) for one in ranges()]
cases = ["{0x%X, 0x%X, %d, %d}," % tuple(one) for one in lowered()]
with open(OUT, "w", encoding="utf-8") as out:
    out.write(f"""// SPDX-License-Identifier: GPL-3.0-or-later
// Made by scripts/unicode/word_characters.py from Unicode {unicodedata.unidata_version}.
#pragma once

#include <cstdint>

namespace tangent::language {{

struct CharacterRange {{
    std::uint32_t first;
    std::uint32_t last;
}};

/// Characters first, first + step, ... last, whose lower case lies `distance` further on.
struct CaseRun {{
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t step;
    std::int32_t distance;
}};

// clang-format off
/// Letters and numbers beyond ASCII, ascending.
inline constexpr CharacterRange wordRanges[] = {{
""")
    out.write("\n".join(lines(letters, 4)))
    out.write("\n};\n\n/// Capitals beyond ASCII, ascending.\ninline constexpr CaseRun caseRuns[] = {\n")
    out.write("\n".join(lines(cases, 4)))
    out.write("\n};\n// clang-format on\n\n} // namespace tangent::language\n")
