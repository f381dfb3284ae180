// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

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

    void add(double x, double y, int label = -1)
    {
        x_.push_back(x);
        y_.push_back(y);
        labels_.push_back(label);
    }

    Table table() const;

private:
    QStringList words_;
    std::vector<double> x_;
    std::vector<double> y_;
    std::vector<int> labels_;
};

/// Row ids 1, 2, … for a made table.
std::vector<int> rowIdsUpTo(int rows);

} // namespace tangent
