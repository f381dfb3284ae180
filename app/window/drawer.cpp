// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/drawer.h"

#include <QEasingCurve>

namespace tangent {

Drawer::Drawer(QObject* parent)
    : QObject(parent)
{
    clock_.setDuration(slideMilliseconds);
    clock_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&clock_, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        if (clock_.state() != QAbstractAnimation::Running)
            return;
        share_ = share.toDouble();
        emit moved();
    });
    connect(&clock_, &QVariantAnimation::finished, this, [this] { setOpenAtOnce(open_); });
}

void Drawer::setOpen(bool open)
{
    if (open == open_)
        return;
    if (!motion_) {
        setOpenAtOnce(open);
        return;
    }
    open_ = open;
    clock_.stop();
    clock_.setStartValue(share_);
    clock_.setEndValue(open ? 1.0 : 0.0);
    clock_.start();
}

void Drawer::setOpenAtOnce(bool open)
{
    clock_.stop();
    open_ = open;
    share_ = open ? 1 : 0;
    emit moved();
}

} // namespace tangent
