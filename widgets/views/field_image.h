// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/layer.h"
#include "widgets/views/theme.h"

#include <QImage>
#include <QRectF>

namespace tangent {

/// The picture of a field, one pixel for a cell, top row first; null when the field is not complete.
QImage imageOf(const Field& field, const Theme& theme);

/// The largest box of the picture's shape inside `box`.
QRectF fitted(const QSize& picture, const QRectF& box);

} // namespace tangent
