// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/class_chip.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/mark_shapes.h"
#include "widgets/views/text.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace tangent {

namespace {

constexpr double markMiddle = 13;
constexpr double markRoom = 22;
constexpr double rightMargin = 9;
constexpr double widestName = 90;

} // namespace

ClassChip::ClassChip(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setFont(uiFont(11.5));
}

void ClassChip::setClass(const QString& word, int colour)
{
    colour_ = colour;
    setText(word);
    setAccessibleName(tr("Class %1").arg(word));
    update();
}

void ClassChip::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setFont(uiFont(11.5));
    update();
}

void ClassChip::setCompact(bool compact)
{
    compact_ = compact;
    update();
}

QSize ClassChip::sizeHint() const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const double name = std::min(widestName, textWidth(strong, text()));
    const double wide = compact_ ? 2 * markMiddle : markRoom + name + rightMargin;
    return {int(std::ceil(wide)), int(std::ceil(lineHeight(strong) + 9))};
}

void ClassChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(rect());
    const double radius = (box.height() - 2) / 2;
    painter.setPen(QPen(isChecked() ? theme_->accent : underMouse() ? theme_->muted : theme_->hairline, 1));
    painter.setBrush(isChecked() ? theme_->accentSoft : theme_->field);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(
        markShape(colour_, 9).translated(markMiddle, box.center().y()), theme_->colour(classRole(colour_)));
    if (!compact_) {
        QFont shown = font();
        if (isChecked())
            shown.setWeight(QFont::DemiBold);
        painter.setFont(shown);
        painter.setPen(isChecked() ? theme_->accent : theme_->ink);
        const QRectF room = box.adjusted(markRoom, 0, -rightMargin + 1, 0);
        const QString name = QFontMetricsF(shown).elidedText(text(), Qt::ElideRight, room.width() + 1);
        drawText(painter, room, Qt::AlignLeft | Qt::AlignVCenter, name);
    }
    if (hasFocus())
        drawFrame(painter, box, theme_->accent, 2, radius);
}

void ClassChip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        emit namingWanted();
}

void ClassChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F2)
        emit namingWanted();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tangent
