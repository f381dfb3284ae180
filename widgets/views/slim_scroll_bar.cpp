// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/slim_scroll_bar.h"

#include <QPainter>

#include <algorithm>

namespace tangent {

SlimScrollBar::SlimScrollBar(Qt::Orientation orientation, QWidget* parent)
    : QScrollBar(orientation, parent)
{
    setCursor(Qt::ArrowCursor);
}

void SlimScrollBar::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void SlimScrollBar::paintEvent(QPaintEvent*)
{
    const bool flat = orientation() == Qt::Horizontal;
    const double length = flat ? width() : height();
    const double all = std::max(1, maximum() - minimum() + pageStep());
    const double thumb = std::max(24.0, length * pageStep() / all);
    const double share = maximum() > minimum() ? double(value() - minimum()) / (maximum() - minimum()) : 0;
    const double at = share * (length - thumb);
    const double inset = 2.5;
    const QRectF box =
        flat ? QRectF(at, inset, thumb, height() - 2 * inset) : QRectF(inset, at, width() - 2 * inset, thumb);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = theme_->muted;
    colour.setAlphaF(isSliderDown() || underMouse() ? 0.8f : 0.45f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double radius = std::min(box.width(), box.height()) / 2;
    painter.drawRoundedRect(box, radius, radius);
}

} // namespace tangent
