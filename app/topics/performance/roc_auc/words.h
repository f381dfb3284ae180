// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/number_text.h"

#include <QCoreApplication>
#include <QString>

#include <cmath>

namespace tangent::roc {

/// Interface text of this lab, through the translator.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("RocAuc", text);
}

/// Rates, areas and precisions: three digits after the point.
inline QString shownRate(double rate)
{
    return shownNumber(rate, 3);
}

/// Rows, which are no whole numbers where classes are weighted.
inline QString shownRows(double count)
{
    const double whole = std::round(count);
    return std::abs(count - whole) < 1e-6 ? shownCount(std::llround(count))
                                          : shownNumber(count, std::abs(count) < 10 ? 2 : 1);
}

/// Scores and thresholds, without zeros at the end.
inline QString shownScore(double score)
{
    return withoutTrailingZeros(shownNumber(score));
}

} // namespace tangent::roc
