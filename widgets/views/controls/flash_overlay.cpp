// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/flash_overlay.h"

#include <QPainter>

namespace tangent {

namespace {

constexpr double corner = 6;
constexpr double air = 3;         // around what is lit
constexpr double fullFill = 0.22; // what is written there stays readable

} // namespace

FlashOverlay::FlashOverlay(QWidget* over)
    : QWidget(over)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    clock_.setDuration(fadeMilliseconds);
    clock_.setStartValue(1.0);
    clock_.setEndValue(0.0);
    connect(&clock_, &QVariantAnimation::valueChanged, this, [this] { repaintPlaces(); });
    connect(&clock_, &QVariantAnimation::finished, this, [this] {
        places_.clear();
        hide();
    });
    hide();
}

void FlashOverlay::setMotion(bool on)
{
    motion_ = on;
    if (!on && clock_.state() == QAbstractAnimation::Running) {
        clock_.stop();
        places_.clear();
        hide();
    }
}

void FlashOverlay::flash(const std::vector<QRectF>& places)
{
    if (!motion_ || places.empty() || !parentWidget()->isVisible())
        return;
    repaintPlaces(); // those of the flash before
    places_ = places;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    clock_.stop();
    clock_.start();
}

/// Only the lit places are drawn anew, not the whole panel below.
void FlashOverlay::repaintPlaces()
{
    for (const QRectF& place : places_)
        update(place.adjusted(-air - 2, -air - 2, air + 2, air + 2).toAlignedRect());
}

void FlashOverlay::paintEvent(QPaintEvent*)
{
    const double strength = clock_.currentValue().toDouble();
    QColor edge = theme_->accent;
    QColor fill = theme_->accent;
    edge.setAlphaF(float(strength * 0.8));
    fill.setAlphaF(float(strength * fullFill));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1.2));
    painter.setBrush(fill);
    for (const QRectF& place : places_)
        painter.drawRoundedRect(place.adjusted(-air, -air, air, air), corner, corner);
}

} // namespace tangent
