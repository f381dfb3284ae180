// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/slim_combo.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace tangent {

SlimCombo::SlimCombo(QWidget* parent)
    : QComboBox(parent)
{
    setFont(uiFont(12.5));
    setCursor(Qt::PointingHandCursor);
}

void SlimCombo::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setFont(uiFont(12.5));
    setPalette(theme.palette());
    view()->setPalette(theme.palette());
    update();
}

int SlimCombo::neededWidth() const
{
    double widest = 30;
    for (int index = 0; index < count(); ++index)
        widest = std::max(widest, textWidth(font(), itemText(index)));
    return int(std::ceil(widest)) + 34;
}

void SlimCombo::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = hasFocus() ? 1.6 : 1;
    painter.setPen(QPen(hasFocus() ? theme_->accent : theme_->hairline, width));
    painter.setBrush(theme_->field);
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
    painter.setFont(font());
    painter.setPen(theme_->ink);
    drawText(painter, QRectF(rect()).adjusted(9, 0, -22, 0), Qt::AlignLeft | Qt::AlignVCenter, currentText());
    painter.setPen(QPen(theme_->muted, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF tip(this->width() - 14, height() / 2.0 + 2);
    painter.drawPolyline(QPolygonF() << tip + QPointF(-4, -4) << tip << tip + QPointF(4, -4));
}

void SlimCombo::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace tangent
