// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/topics_rail.h"

#include "app/lab/registry.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace tangent {

namespace {

constexpr int markHeight = 30;
constexpr int markGap = 4;
constexpr int topMargin = 10;

} // namespace

TopicsRail::TopicsRail(QWidget* parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("rail"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Topics"));
    for (const Chapter& chapter : chapters()) {
        const bool hasLab = std::any_of(allLabs().begin(), allLabs().end(),
            [&](const auto& lab) { return lab->info().chapter == chapter.id; });
        if (hasLab)
            marks_ << chapter.id;
    }
}

QString TopicsRail::markOf(const QString& chapterId)
{
    const QStringList words = chapterId.split(QLatin1Char('-'), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    if (words.size() > 1)
        return (words[0].left(1) + words[1].left(1)).toUpper();
    return words[0].left(1).toUpper() + words[0].mid(1, 1);
}

void TopicsRail::setCurrentTopic(const QString& topic)
{
    if (const Lab* lab = findLab(topic)) {
        chapter_ = lab->info().chapter;
        title_ = lab->info().title;
        setAccessibleDescription(tr("Open now: %1").arg(title_));
        update();
    }
}

void TopicsRail::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

QRect TopicsRail::markBox(int index) const
{
    return {5, topMargin + index * (markHeight + markGap), width() - 11, markHeight};
}

QString TopicsRail::chapterAt(const QPoint& place) const
{
    for (int i = 0; i < int(marks_.size()); ++i)
        if (markBox(i).contains(place))
            return marks_[i];
    return {};
}

void TopicsRail::mouseReleaseEvent(QMouseEvent* event)
{
    const bool pressed = isDown() && rect().contains(event->position().toPoint());
    QAbstractButton::mouseReleaseEvent(event);
    if (pressed)
        emit wanted(chapterAt(event->position().toPoint()));
}

void TopicsRail::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Right:
        emit wanted({});
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void TopicsRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->panel);
    painter.setPen(theme_->hairline);
    painter.drawLine(QPointF(width() - 0.5, 0), QPointF(width() - 0.5, height()));
    painter.setFont(uiFont(12, QFont::DemiBold));
    for (int i = 0; i < int(marks_.size()); ++i) {
        const bool isCurrent = marks_[i] == chapter_;
        if (isCurrent) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme_->accentSoft);
            painter.drawRoundedRect(QRectF(markBox(i)), 6, 6);
        }
        painter.setPen(isCurrent ? theme_->accent : theme_->muted);
        drawText(painter, QRectF(markBox(i)), Qt::AlignCenter, markOf(marks_[i]));
    }
    // The name stands upright along the rail, read upwards, where there is room for all of it.
    const double top = markBox(int(marks_.size())).top() + 10;
    const QFont font = uiFont(12.5);
    if (const double length = textWidth(font, title_); !title_.isEmpty() && top + length + 10 < height()) {
        painter.save();
        painter.translate(width() / 2.0, top + length + 4);
        painter.rotate(-90);
        painter.setFont(font);
        painter.setPen(theme_->ink);
        drawText(painter, QRectF(0, -10, length + 4, 20), Qt::AlignLeft | Qt::AlignVCenter, title_);
        painter.restore();
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme_->accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -3, -2), 6, 6);
    }
}

} // namespace tangent
