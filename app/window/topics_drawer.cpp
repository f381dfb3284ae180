// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/topics_drawer.h"

#include "app/window/topics_panel.h"
#include "app/window/topics_rail.h"

#include <QApplication>

namespace tangent {

TopicsDrawer::TopicsDrawer(TopicsRail& rail, TopicsPanel& panel, QWidget& search, QObject* parent)
    : Drawer(parent)
    , rail_(rail)
    , panel_(panel)
    , search_(search)
{
    for (QTimer* timer : {&openSoon_, &closeSoon_})
        timer->setSingleShot(true);
    openSoon_.setInterval(restMilliseconds);
    closeSoon_.setInterval(leaveMilliseconds);
    rail.installEventFilter(this);
    panel.installEventFilter(this);
    connect(&rail, &TopicsRail::wanted, this, &TopicsDrawer::open);
    connect(&openSoon_, &QTimer::timeout, this, [this] {
        byPointer_ = true;
        setOpen(true);
    });
    connect(&closeSoon_, &QTimer::timeout, this, [this] {
        if (byPointer_)
            setOpen(false);
    });
    connect(qApp, &QApplication::focusChanged, this,
        [this](const QWidget*, const QWidget* now) { focusMoved(now); });
}

void TopicsDrawer::setNeeded(bool needed)
{
    if (needed == needed_)
        return;
    needed_ = needed;
    openSoon_.stop();
    if (!needed)
        setOpenAtOnce(false);
}

void TopicsDrawer::open(const QString& chapter)
{
    openSoon_.stop();
    byPointer_ = false;
    setOpen(true);
    panel_.showChapter(chapter);
    panel_.setFocus(Qt::OtherFocusReason);
}

void TopicsDrawer::focusMoved(const QWidget* to)
{
    const bool stays = !to || to == &rail_ || to == &search_ || to == &panel_ || panel_.isAncestorOf(to);
    if (!stays && isOpen())
        setOpen(false);
}

bool TopicsDrawer::eventFilter(QObject* object, QEvent* event)
{
    if (needed_ && event->type() == QEvent::Enter) {
        closeSoon_.stop();
        if (object == &rail_ && !isOpen())
            openSoon_.start();
    } else if (needed_ && event->type() == QEvent::Leave) {
        openSoon_.stop();
        closeSoon_.start();
    }
    return Drawer::eventFilter(object, event);
}

} // namespace tangent
