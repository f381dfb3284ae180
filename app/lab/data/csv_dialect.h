// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tangent {

/// How a delimited file is written.
struct CsvDialect {
    char separator = 0; ///< `,` `;` tab; 0: one column
    bool hasHeader = true;
    size_t start = 0; ///< behind a leading `sep=;` line as spreadsheets write it

    bool decimalComma() const { return separator != ','; } ///< a comma can be a decimal sign
};

/// Looks at the first rows. The separator is the one of tab, semicolon, comma that splits most rows into as
/// many cells as the first, and the first into at least two; on ties in that order. The first row is a
/// header unless more of its cells are numbers or dates than are words above a column of these.
/// A `separator` other than 0 is taken as given.
CsvDialect detectDialect(std::string_view text, char separator = 0);

/// A number as readNumber() takes it, or with a comma for the point.
bool isNumberOrDate(std::string_view text, bool decimalComma);

} // namespace tangent
