// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/carry_layer.h"

#include "widgets/views/chip.h"
#include "widgets/views/text_target.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tangent {

CarryLayer::CarryLayer(PlacesOf placesOf, QWidget* parent)
    : QWidget(parent)
    , placesOf_(std::move(placesOf))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

CarryLayer::~CarryLayer()
{
    end();
}

void CarryLayer::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void CarryLayer::begin(const std::vector<Drop>& drops, const QString& name, QPoint global)
{
    if (isCarrying() || drops.empty())
        return;
    drops_ = drops;
    name_ = name;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    QApplication::setOverrideCursor(Qt::ClosedHandCursor);
    qApp->installEventFilter(this);
    moveTo(global);
}

void CarryLayer::moveTo(QPoint global)
{
    at_ = mapFromGlobal(global);
    update();
}

void CarryLayer::end()
{
    if (!isCarrying())
        return;
    drops_.clear();
    qApp->removeEventFilter(this);
    QApplication::restoreOverrideCursor();
    hide();
}

const Drop* CarryLayer::under(QPointF place) const
{
    const Drop* found = nullptr;
    double smallest = 0;
    for (const Drop& drop : drops_) {
        for (const QRectF& box : placesOf_(drop.onto)) {
            const double area = box.width() * box.height();
            if (box.contains(place) && (!found || area < smallest)) {
                found = &drop;
                smallest = area;
            }
        }
    }
    return found;
}

bool CarryLayer::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWidgetType())
        return false;
    switch (event->type()) {
    case QEvent::MouseMove:
        moveTo(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
        return true;
    case QEvent::MouseButtonRelease: {
        const QMouseEvent* released = static_cast<QMouseEvent*>(event);
        if (released->button() != Qt::LeftButton)
            return true;
        const Drop* found = under(mapFromGlobal(released->globalPosition()));
        const Intent wanted = found ? writeDrop(*found) : Intent();
        const bool isPut = found != nullptr;
        end();
        if (isPut)
            emit intent(wanted);
        return true;
    }
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
            return false;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            end();
        return true;
    case QEvent::WindowDeactivate:
        if (watched == window())
            end();
        return false;
    default:
        return false;
    }
}

void CarryLayer::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Drop* lit = under(at_);
    for (const Drop& drop : drops_) {
        const bool isLit = &drop == lit;
        for (const QRectF& box : placesOf_(drop.onto)) {
            QColor fill = theme_->accent;
            fill.setAlphaF(isLit ? 0.28f : 0.09f);
            painter.setBrush(fill);
            QPen pen(theme_->accent, isLit ? 2 : 1);
            if (!isLit)
                pen.setDashPattern({4, 3});
            painter.setPen(pen);
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6);
        }
    }
    QStringList lines(name_);
    if (lit)
        lines << tr("onto %1").arg(lit->label);
    paintChip(painter, QRectF(rect()), at_, 12, lines, *theme_);
}

} // namespace tangent
