// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/item_view.h"

#include "widgets/views/item_editing.h"
#include "widgets/views/item_view_accessible.h"
#include "widgets/views/number_target.h"
#include "widgets/views/slim_scroll_bar.h"
#include "widgets/views/text_typing.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tangent {

ItemView::ItemView(QWidget* parent)
    : FigureView(parent)
    , editing_(std::make_unique<ItemEditing>(*this))
    , typing_(std::make_unique<TextTyping>(*this))
    , horizontal_(new SlimScrollBar(Qt::Horizontal, this))
    , vertical_(new SlimScrollBar(Qt::Vertical, this))
{
    announceItemViews();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    for (SlimScrollBar* bar : {horizontal_, vertical_}) {
        bar->hide();
        bar->setSingleStep(24);
        connect(bar, &QScrollBar::valueChanged, this, [this] { applyScroll(); });
    }
}

ItemView::~ItemView() = default;

double ItemView::itemNumber(int item) const
{
    if (const std::optional<double> held = standingNumber(itemTarget(item), values()))
        return *held;
    return readNumber(itemText(item)).value_or(0);
}

NumberLimits ItemView::itemLimits(int item) const
{
    return limitsOf(itemTarget(item), parameters());
}

void ItemView::writeItem(int item, double value, Intent::Phase phase)
{
    const Target target = itemTarget(item);
    // A drag writes what goes with the target once, and again only when a newer scene asks for something
    // else.
    const bool first = phase == Intent::Phase::Begin || phase == Intent::Phase::Whole;
    const bool again = phase == Intent::Phase::Move && !target.also.isEmpty() && target.also != grabbed_;
    if (first || again)
        grabbed_ = target.also;
    Intent wanted =
        writeNumber(target, itemLimits(item).clamped(value), again ? Intent::Phase::Begin : phase);
    wanted.phase = phase;
    emit intent(wanted);
    announceItemValue(*this, item);
}

void ItemView::activate(int item)
{
    if (item < 0 || item >= itemCount())
        return;
    const Target target = itemTarget(item);
    if (isButtonTarget(target))
        emit intent(writeButton(target, itemPinned(item)));
    else if (isNumberItem(item))
        editing_->open(item, {});
    else if (isTypedItem(item) && itemDrops(item).empty())
        typeItem(item);
    else
        openActions(item);
}

void ItemView::setFocusItem(int item)
{
    const int wanted = std::clamp(item, -1, itemCount() - 1);
    if (wanted == focusItem_)
        return;
    focusItem_ = wanted;
    makeVisible(wanted);
    if (hasFocus())
        announceItemFocus(*this, wanted);
    update();
}

int ItemView::itemAt(QPointF place) const
{
    if (!window().contains(place))
        return -1;
    for (int item = itemCount() - 1; item >= 0; --item)
        if (itemBox(item).contains(place))
            return item;
    return -1;
}

std::vector<QRectF> ItemView::placesWriting(const QSet<QString>& keys) const
{
    std::vector<QRectF> places;
    for (int item = 0; item < itemCount(); ++item)
        if (const QRectF seen = itemBox(item) & window();
            !seen.isEmpty() && keys.contains(itemTarget(item).key))
            places.push_back(seen);
    return places;
}

void ItemView::figureChanged()
{
    relayout();
    focusItem_ = std::min(focusItem_, itemCount() - 1);
    if (pointed_ >= itemCount())
        pointAt(-1);
    else if (pointed_ >= 0)
        pointAt(pointed_);
    editing_->follow();
    typing_->follow();
    update();
}

void ItemView::themeChanged()
{
    horizontal_->setTheme(theme());
    vertical_->setTheme(theme());
    editing_->setTheme(theme());
    typing_->setTheme(theme());
    relayout();
    update();
}

void ItemView::relayout()
{
    extent_ = layOut(QRectF(rect()));
    QRectF room = QRectF(rect());
    if (extent_.content.height() > extent_.window.height() + 0.5) {
        room.setRight(room.right() - SlimScrollBar::thickness);
        extent_ = layOut(room);
    }
    if (extent_.content.width() > extent_.window.width() + 0.5) {
        room.setBottom(room.bottom() - SlimScrollBar::thickness);
        extent_ = layOut(room);
    }
    placeScrollBars();
    applyScroll();
}

void ItemView::placeScrollBars()
{
    const QRect inside = extent_.window.toAlignedRect();
    const QSize content(int(std::ceil(extent_.content.width())), int(std::ceil(extent_.content.height())));
    horizontal_->setPageStep(std::max(1, inside.width()));
    horizontal_->setRange(0, std::max(0, content.width() - inside.width()));
    const int below = std::min(height() - SlimScrollBar::thickness, inside.bottom() + 3);
    horizontal_->setGeometry(inside.left(), below, inside.width(), SlimScrollBar::thickness);
    horizontal_->setVisible(horizontal_->maximum() > 1);
    vertical_->setPageStep(std::max(1, inside.height()));
    vertical_->setRange(0, std::max(0, content.height() - inside.height()));
    const int beside = std::min(width() - SlimScrollBar::thickness, inside.right() + 3);
    vertical_->setGeometry(beside, inside.top(), SlimScrollBar::thickness, inside.height());
    vertical_->setVisible(vertical_->maximum() > 1);
}

void ItemView::applyScroll()
{
    scrolled(QPointF(horizontal_->value(), vertical_->value()));
    editing_->follow();
    typing_->follow();
    update();
}

void ItemView::makeVisible(int item)
{
    if (item < 0)
        return;
    const QRectF box = itemBox(item);
    const auto show = [](QScrollBar* bar, double low, double high, double from, double to) {
        if (low < from)
            bar->setValue(bar->value() - int(std::ceil(from - low)));
        else if (high > to)
            bar->setValue(bar->value() + int(std::ceil(std::min(high - to, low - from))));
    };
    show(horizontal_, box.left(), box.right(), window().left(), window().right());
    show(vertical_, box.top(), box.bottom(), window().top(), window().bottom());
}

void ItemView::pointAt(int item)
{
    if (item != pointed_) {
        pointed_ = item;
        update();
    }
    const std::vector<int> under = item < 0 ? std::vector<int>() : itemRows(item);
    if (under != pointedRows_) {
        pointedRows_ = under;
        emit rowsHovered(under);
    }
    followHover(item < 0 ? Target() : itemHover(item));
}

void ItemView::followHover(const Target& hover)
{
    if (hover.key == hoverKey_ && hover.value == hoverValue_)
        return;
    Intent follow;
    follow.phase = Intent::Phase::Follow;
    if (!hoverKey_.isEmpty())
        follow.values.insert(hoverKey_, Value());
    if (!hover.key.isEmpty())
        follow.values.insert(hover.key, hover.value);
    hoverKey_ = hover.key;
    hoverValue_ = hover.value;
    emit intent(follow);
}

void ItemView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintItems(painter, {pointed_, hasFocus() && showsFocus_ ? focusItem_ : -1});
}

void ItemView::resizeEvent(QResizeEvent*)
{
    relayout();
}

} // namespace tangent
