// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/tree/impurity.h"
#include "widgets/scene/number_text.h"

#include <QCoreApplication>
#include <QString>

#include <cmath>

namespace tangent::gini {

/// Interface text of this lab, through the translator.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("GiniSplit", text);
}

/// An impurity or a gain: three decimals, more where they would be all zeros.
inline QString shownImpurity(double value)
{
    const bool vanishes = value != 0 && std::abs(value) < 0.0005;
    return vanishes && std::abs(value) > 1e-12 ? shownNumber(value)
                                               : shownNumber(std::abs(value) < 1e-12 ? 0.0 : value, 3);
}

/// The same to four decimals, for sums that a reader will check.
inline QString shownExactly(double value)
{
    return shownNumber(std::abs(value) < 1e-12 ? 0.0 : value, 4);
}

/// A threshold as it is said: 206.5, 4525, 0.8.
inline QString shownThreshold(double value)
{
    return withoutTrailingZeros(shownNumber(value));
}

inline QString rowsText(double count)
{
    return counted(std::llround(count), tr("1 row"), tr("%1 rows"));
}

/// "Gini", "entropy", "error rate".
QString criterionName(tree::Criterion criterion);
/// The unit of an impurity: bits for the entropy.
QString criterionUnit(tree::Criterion criterion);
tree::Criterion criterionOf(const QString& token);
QString criterionToken(tree::Criterion criterion);
/// The largest impurity that so many classes can have; 1 where there is only one.
double mostImpure(tree::Criterion criterion, int classes);

inline constexpr tree::Criterion allCriteria[] = {
    tree::Criterion::Gini, tree::Criterion::Entropy, tree::Criterion::Error};

} // namespace tangent::gini
