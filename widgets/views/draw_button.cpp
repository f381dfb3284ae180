// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/draw_button.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QKeyEvent>

#include <cmath>

namespace tangent {

namespace {

constexpr double margin = 7;
constexpr double pencilWidth = 9;
constexpr double pencilRoom = 6; ///< behind it

/// Leaning to the right, its point at the bottom left.
void paintPencil(QPainter& painter, QPointF middle, const QColor& colour)
{
    painter.save();
    painter.translate(middle);
    painter.rotate(45);
    painter.setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF{{-2, -6}, {2, -6}, {2, 3}, {0, 6.5}, {-2, 3}});
    painter.drawLine(QPointF(-2, -3.6), QPointF(2, -3.6));
    painter.restore();
}

} // namespace

DrawButton::DrawButton(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setText(tr("Draw"));
    setFont(uiFont(12));
}

void DrawButton::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setFont(uiFont(12));
    updateGeometry();
    update();
}

void DrawButton::setCompact(bool compact)
{
    compact_ = compact;
    update();
}

QSize DrawButton::sizeHint() const
{
    QFont widest = font();
    widest.setWeight(QFont::DemiBold);
    const double word = compact_ ? 0 : pencilRoom + textWidth(widest, text());
    return {int(std::ceil(2 * margin + pencilWidth + word)), int(std::ceil(lineHeight(widest) + 4))};
}

void DrawButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(rect());
    const QColor colour = isEnabled() ? theme_->accent : theme_->muted;
    if (isChecked() || (underMouse() && isEnabled())) {
        painter.setPen(isChecked() ? QPen(theme_->accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(theme_->accentSoft);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    paintPencil(painter, QPointF(margin + 4.5, box.center().y()), colour);
    if (hasFocus() && !isChecked())
        drawFrame(painter, box, theme_->accent, 1.8, 5);
    if (compact_)
        return;
    QFont shown = font();
    if (isChecked())
        shown.setWeight(QFont::DemiBold);
    painter.setFont(shown);
    painter.setPen(colour);
    drawText(painter, box.adjusted(margin + pencilWidth + pencilRoom, 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, text());
}

void DrawButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tangent
