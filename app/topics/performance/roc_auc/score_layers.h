// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/performance/roc_auc/shown.h"

namespace tangent::roc {

inline constexpr Role negativeRole = Role::Class0;
inline constexpr Role positiveRole = Role::Class1;
inline constexpr double paleOpacity = 0.14;

/// A normal law of scores.
struct Bell {
    double mean = 0;
    double spread = 1;

    double height(double x) const;
    double peak() const { return height(mean); }
};

/// The bell of the positives; the negatives have Bell().
Bell positiveBell(const Shown& shown);

/// The name of a class at the top of its scores.
Words className(QPointF top, const QString& text, Role role);

/// Both bells with their tails beyond the threshold, or their outlines alone where rows are drawn instead.
/// Returns the highest point.
double addBells(const Shown& shown, Plot* plot);

/// Both histograms, so scaled that a class has area 1; bars beyond the threshold are strong. Returns the
/// highest point.
double addHistograms(const Shown& shown, Plot* plot);

/// Sampled pairs on lanes in `depth` below the scores: a line from the negative to the positive.
void addPairs(const Shown& shown, double depth, Plot* plot);

} // namespace tangent::roc
