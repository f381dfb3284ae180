// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QPainter>
#include <QStringList>

namespace tangent {

/// A small note beside something that is pointed at: a few lines on a panel, kept `away` pixels from the
/// place and inside the room. Returns its rectangle.
QRectF paintChip(QPainter& painter, const QRectF& room, QPointF at, double away, const QStringList& lines,
    const Theme& theme);

} // namespace tangent
