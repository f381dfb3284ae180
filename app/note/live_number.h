// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/parameter.h"
#include "widgets/scene/scene.h"

namespace tangent {

/// Which part of a live link's text is its number: `k = 4` shows only the 4 anew.
struct NumberPlace {
    qsizetype begin = 0;
    qsizetype length = 0; ///< the whole text where it holds no number
    bool isNumber = false;
    bool isPercent = false; ///< a per cent sign follows: shares are shown times a hundred
};

/// The last number in a text.
NumberPlace findNumber(const QString& text);

/// What stands for a readout there: its number by the locale, its word, or a dash when it is undefined.
QString shownReadout(const Readout& readout, const NumberPlace& place);

/// What stands for a parameter's value there; empty when it cannot be written as one number or word.
QString shownParameter(const Parameter& parameter, const Value& value, const NumberPlace& place);

} // namespace tangent
