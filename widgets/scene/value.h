// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace tangent {

/// One cell of a rows parameter: a number or a word.
using Cell = std::variant<double, QString>;
using Row = std::vector<Cell>;
using Rows = std::vector<Row>;

/// One cell that a hand writes, into whatever the state holds by then.
struct CellWrite {
    QString key; ///< a rows parameter, or "patch": the table
    int row = 0; ///< index, or row id for "patch"
    int column = 0;
    QString columnName; ///< "patch"
    Cell value;
    bool operator==(const CellWrite&) const = default;
};

/// A small picture of whole-number levels, row by row from the top left.
struct Grid {
    int width = 0;
    int height = 0;
    int levels = 2;
    std::vector<int> cells;
    bool operator==(const Grid&) const = default;
};

/// What a parameter can hold. Monostate means "not decided": the lab decides while it computes
/// (Scene::resolved tells what it decided).
using Value = std::variant<std::monostate, bool, double, QString, QPointF, QStringList, Rows, Grid>;

/// The values of a state by key.
using Values = QMap<QString, Value>;

/// `step=end`: the last step of a timeline, wherever that is.
inline constexpr double endStep = -1;

/// The number in a value; `otherwise` when it holds none.
double number(const Value& value, double otherwise = 0);
bool flag(const Value& value);
QString text(const Value& value);
QPointF point(const Value& value);
QStringList list(const Value& value);
const Rows& rows(const Value& value);

/// The number in a cell; NaN when it holds a word.
double cellNumber(const Cell& cell);
QString cellText(const Cell& cell);

} // namespace tangent
