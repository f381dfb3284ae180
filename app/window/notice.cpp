// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/notice.h"

#include <QAccessible>

#include <algorithm>

namespace tangent {

namespace {

constexpr int air = 14; // between it and the edges of its room

} // namespace

Notice::Notice(QWidget* parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("notice"));
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hideAfter_.setSingleShot(true);
    hideAfter_.setInterval(readingMilliseconds);
    connect(&hideAfter_, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Notice::say(const QString& sentence)
{
    setText(sentence);
    show();
    place(room_);
    hideAfter_.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Notice::setTheme(const Theme& theme)
{
    setFont(uiFont(13));
    setStyleSheet(QStringLiteral("#notice { background: %1; color: %2; border: 1px solid %3; "
                                 "border-radius: 8px; padding: 7px 14px; }")
                      .arg(theme.accentSoft.name(), theme.ink.name(), theme.accent.name()));
}

void Notice::place(const QRect& room)
{
    room_ = room;
    if (isHidden())
        return;
    const int most = room.width() - 2 * air;
    setWordWrap(false);
    const int wide = std::min(most, sizeHint().width());
    setWordWrap(wide == most);
    const int tall = std::max(heightForWidth(wide), sizeHint().height());
    setGeometry(room.center().x() - wide / 2, room.bottom() - air - tall, wide, tall);
    raise();
}

} // namespace tangent
