// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

#include <functional>
#include <vector>

namespace tangent {

/// Points in the plane with or without a label, on their way to a table with columns x, y[, label].
class PointSet {
public:
    PointSet() = default;
    /// Labelled points: the words that labels stand for.
    explicit PointSet(const QStringList& words)
        : words_(words)
    {
    }

    void reserve(int rows);

    void add(double x, double y, int label = -1)
    {
        x_.push_back(x);
        y_.push_back(y);
        labels_.push_back(label);
    }

    Table table() &&;

private:
    friend struct LaterPoints;

    QStringList words_;
    std::vector<double> x_;
    std::vector<double> y_;
    std::vector<int> labels_;
};

/// The table of the `rows` points that `fill` adds, every word on at least one of them. They are added when
/// somebody asks for a cell: whoever needs only columns, classes and their number, as controls do, waits for
/// none of them.
Table pointTable(const QStringList& words, int rows, std::function<void(PointSet&)> fill);

/// Row ids 1, 2, … for a made table.
std::vector<int> rowIdsUpTo(int rows);

} // namespace tangent
