// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/curtain.h"

#include <QCursor>
#include <QPainter>
#include <QPainterPath>

namespace tangent {

namespace {

constexpr int followMilliseconds = 16;
constexpr double radiusShare = 0.16; // of the shorter side
constexpr int darkness = 190;

} // namespace

Curtain::Curtain(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void Curtain::setMode(Mode mode)
{
    if (mode == mode_)
        return;
    mode_ = mode;
    if (clock_)
        killTimer(std::exchange(clock_, 0));
    if (mode == Mode::Spotlight) {
        pointer_ = mapFromGlobal(QCursor::pos());
        clock_ = startTimer(followMilliseconds);
    }
    setVisible(mode != Mode::Open);
    raise();
    update();
}

void Curtain::timerEvent(QTimerEvent*)
{
    const QPoint now = mapFromGlobal(QCursor::pos());
    if (now != pointer_) {
        pointer_ = now;
        update();
    }
}

void Curtain::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (mode_ == Mode::Blank) {
        painter.fillRect(rect(), Qt::black);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = radiusShare * std::min(width(), height());
    QPainterPath dark;
    dark.addRect(rect());
    dark.addEllipse(QPointF(pointer_), radius, radius);
    painter.fillPath(dark, QColor(0, 0, 0, darkness));
}

} // namespace tangent
