// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/optimise/line_fit.h"
#include "algorithms/optimise/surface.h"
#include "app/lab/state.h"

#include <QRectF>

#include <memory>

namespace tangent::descent {

/// The surfaces on offer by token, with where they are looked at and the states they open with.
struct Landscape {
    QString token;
    QString label;
    QString formula; ///< TeX
    QRectF window;   ///< the part of the plane that is drawn, y upwards: top() is the lower edge
    QPointF start;
    double learningRate;
};

const std::vector<Landscape>& landscapes();
const Landscape& landscape(const QString& token);

/// The surface of a settled state: the line fit reads its table, the ravine its condition.
std::unique_ptr<optimise::Surface> surfaceOf(const Settled& state);
/// The same where the state is a line fit; null otherwise.
std::unique_ptr<optimise::LineFit> lineFitOf(const Settled& state);
bool isLineFit(const Settled& state);

} // namespace tangent::descent
