// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent::confusion {

/// A matrix of more classes than this could not be read.
inline constexpr int mostClasses = 20;

/// The columns of a table that hold the true and the predicted classes.
struct ClassColumns {
    QString actual;
    QStringList predicted;   ///< one or two; empty when there is none
    bool wasGuessed = false; ///< no column was named or called so: the first that shares a class is taken
};
ClassColumns classColumns(const Table& table, const Roles& roles);

/// The classes of several columns in one order, each once. Of a column with too many only some are there.
QStringList unitedLevels(const Table& table, const QStringList& columns);

/// The token of a cell: "Chinstrap,Adelie".
QString cellToken(const QString& actual, const QString& predicted);

/// All parameters of the lab, in the order of links. Those that do not apply to the source are not shown.
Parameters declarations(const DeclarationContext& context);

} // namespace tangent::confusion
