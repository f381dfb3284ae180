// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text_view.h"

#include "widgets/views/code_edit.h"
#include "widgets/views/slim_scroll_bar.h"
#include "widgets/views/text_arrangement.h"
#include "widgets/views/text_block.h"
#include "widgets/views/text_sheet.h"

#include <QApplication>
#include <QScrollArea>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int untilReleased = 30; ///< milliseconds

QString keyOf(const TextFigure::Block& block)
{
    return block.target.key.isEmpty() ? block.id + block.title
                                      : block.target.key + QString::number(block.target.row);
}

} // namespace

TextView::TextView(QWidget* parent)
    : FigureView(parent)
    , area_(new QScrollArea(this))
    , sheet_(new QWidget)
    , scroll_(new SlimScrollBar(Qt::Vertical))
{
    area_->setFrameShape(QFrame::NoFrame);
    area_->setFocusPolicy(Qt::NoFocus);
    area_->setVerticalScrollBar(scroll_);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setWidget(sheet_);
    area_->viewport()->setAutoFillBackground(false);
    sheet_->setAutoFillBackground(false);
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, [this] {
        const bool isHeld = std::any_of(
            blocks_.begin(), blocks_.end(), [](const TextBlock* block) { return block->editor()->isHeld(); });
        if (isHeld)
            soon_.start(untilReleased);
        else
            arrange();
    });
}

/// Texts that lose the focus while they are deleted have nobody to tell any more.
TextView::~TextView()
{
    for (TextBlock* block : blocks_)
        block->disconnect(this);
}

TextBlock* TextView::makeBlock()
{
    TextBlock* made = new TextBlock(sheet_);
    made->setTheme(theme());
    connect(made, &TextBlock::intent, this, &TextView::intent);
    connect(made, &TextBlock::carryWanted, this, &TextView::carryWanted);
    connect(made, &TextBlock::roomChanged, this, &TextView::arrangeSoon);
    return made;
}

void TextView::figureChanged()
{
    const TextFigure* shown = std::get_if<TextFigure>(&figure().content);
    if (!shown)
        return;
    std::vector<TextBlock*> before = std::exchange(blocks_, {});
    for (const TextFigure::Block& block : shown->blocks) {
        const auto found = std::find_if(before.begin(), before.end(),
            [&](const TextBlock* one) { return one && keyOf(one->block()) == keyOf(block); });
        blocks_.push_back(found == before.end() ? makeBlock() : std::exchange(*found, nullptr));
        blocks_.back()->showBlock(block, values());
        blocks_.back()->show();
    }
    for (TextBlock* gone : before) {
        if (gone) {
            gone->hide();
            gone->deleteLater();
        }
    }
    for (size_t block = 1; block < blocks_.size(); ++block)
        setTabOrder(blocks_[block - 1]->editor(), blocks_[block]->editor());
    arrange();
}

void TextView::valuesChanged()
{
    for (TextBlock* block : blocks_)
        block->followValues(values());
}

void TextView::themeChanged()
{
    scroll_->setTheme(theme());
    for (TextBlock* block : blocks_)
        block->setTheme(theme());
    arrange();
}

void TextView::resizeEvent(QResizeEvent*)
{
    area_->setGeometry(rect());
    arrange();
}

int TextView::favoured() const
{
    int lit = -1;
    for (size_t block = 0; block < blocks_.size(); ++block) {
        if (blocks_[block]->editor()->hasFocus())
            return int(block);
        if (lit < 0 && blocks_[block]->hasCurrent())
            lit = int(block);
    }
    return lit;
}

/// A text that grows under the pressed button would move away from the hand: it waits.
void TextView::arrangeSoon()
{
    if (!soon_.isActive())
        soon_.start(0);
}

void TextView::arrange()
{
    double titles = 0;
    std::vector<TextNeed> needs;
    for (const TextBlock* block : blocks_) {
        TextNeed need;
        need.head = [block](double width) { return block->headHeight(int(width)); };
        need.text = [block](double width) { return block->textHeight(int(width)); };
        if (block->isIdle())
            titles = std::max(titles, blockTitleWidth(block->block()));
        needs.push_back(std::move(need));
    }
    for (size_t i = 0; i < blocks_.size(); ++i)
        needs[i].lineWidth = blocks_[i]->isIdle() ? oneLineWidth(blocks_[i]->block(), titles) : 0;
    const int chosen = favoured();
    std::vector<TextPlace> places = arrangeTexts(needs, size(), chosen);
    int wide = width();
    if (bottomOf(places) > height() + 0.5) {
        wide -= SlimScrollBar::thickness + 3;
        places = arrangeTexts(needs, QSizeF(wide, height()), chosen);
    }
    sheet_->resize(wide, int(std::ceil(bottomOf(places))));
    for (size_t i = 0; i < blocks_.size(); ++i)
        blocks_[i]->arrange(places[i].box.toRect(), places[i].textHeight, places[i].onOneLine ? titles : 0);
    for (TextBlock* block : blocks_) {
        if (!block->hasCurrent() || block->editor()->hasFocus())
            continue;
        block->editor()->showCurrent();
        if (std::exchange(lit_, keyOf(block->block())) != keyOf(block->block()))
            area_->ensureWidgetVisible(block, 0, 0);
        break;
    }
}

/// The sheet shows what the keyboard is on.
bool TextView::focusNextPrevChild(bool next)
{
    const bool moved = FigureView::focusNextPrevChild(next);
    QWidget* held = QApplication::focusWidget();
    if (moved && held && sheet_->isAncestorOf(held))
        area_->ensureWidgetVisible(held, 0, 20);
    return moved;
}

QRectF TextView::dropBox(const QString& id) const
{
    for (const TextBlock* block : blocks_) {
        if (id.isEmpty() || block->block().id != id)
            continue;
        const QRectF box(QPointF(block->mapTo(this, QPoint())), QSizeF(block->size()));
        return box.intersected(QRectF(rect()));
    }
    return {};
}

} // namespace tangent
