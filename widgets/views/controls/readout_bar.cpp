// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/readout_bar.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/readout_cell.h"
#include "widgets/views/controls/tab_order.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int leastCell = 92;
constexpr int cellGap = 8;
constexpr int listMargin = 8;

/// The list behind "more": closes when the hand goes elsewhere.
class ReadoutList final : public QWidget {
public:
    explicit ReadoutList(QWidget* parent)
        : QWidget(parent, Qt::Popup)
    {
        setAttribute(Qt::WA_WindowPropagation);
    }

    const Theme* theme = &Theme::light();

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme->surface);
        painter.setPen(theme->hairline);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
};

} // namespace

ReadoutBar::ReadoutBar(QWidget* parent)
    : QWidget(parent)
    , more_(new PlainButton(PlainButton::Look::Framed, {}, this))
    , list_(new ReadoutList(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    more_->hide();
    connect(more_, &QAbstractButton::clicked, this, &ReadoutBar::openList);
}

ReadoutCell* ReadoutBar::makeCell(QWidget* parent, bool line)
{
    ReadoutCell* cell = new ReadoutCell(line ? ReadoutCell::Shape::Line : ReadoutCell::Shape::Cell, parent);
    cell->setTheme(*theme_);
    cell->setStale(stale_);
    connect(cell, &QAbstractButton::clicked, this, [this, cell] {
        emit definitionWanted(cell->readout().key, QRect(cell->mapToGlobal(QPoint(0, 0)), cell->size()));
    });
    connect(cell, &ReadoutCell::pointed, this,
        [this, cell](bool isOn) { emit pointed(isOn ? cell->readout().key : QString()); });
    return cell;
}

QRect ReadoutBar::readoutBox(const QString& key) const
{
    for (const ReadoutCell* cell : cells_)
        if (cell->readout().key == key && cell->isVisibleTo(this))
            return cell->geometry();
    const bool listed = std::any_of(
        listed_.begin(), listed_.end(), [&](size_t index) { return readouts_[index].key == key; });
    return listed ? more_->geometry() : QRect();
}

void ReadoutBar::light(const QString& key)
{
    lit_ = key;
    for (const auto* group : {&cells_, &lines_})
        for (ReadoutCell* cell : *group)
            cell->setLit(!key.isEmpty() && cell->readout().key == key);
    update();
}

void ReadoutBar::showReadouts(const std::vector<Readout>& readouts)
{
    readouts_ = readouts;
    const size_t cellsBefore = cells_.size();
    const size_t prominent = size_t(std::count_if(
        readouts.begin(), readouts.end(), [](const Readout& readout) { return readout.prominent; }));
    while (cells_.size() > prominent) {
        delete cells_.back();
        cells_.pop_back();
    }
    while (cells_.size() < prominent)
        cells_.push_back(makeCell(this, false));
    if (cells_.size() != cellsBefore) {
        std::vector<QWidget*> order(cells_.begin(), cells_.end());
        order.push_back(more_);
        orderTabs(*this, order);
    }
    size_t next = 0;
    for (const Readout& readout : readouts)
        if (readout.prominent)
            cells_[next++]->showReadout(readout);
    arrange();
}

void ReadoutBar::setStale(bool stale)
{
    stale_ = stale;
    for (const auto* group : {&cells_, &lines_})
        for (ReadoutCell* cell : *group)
            cell->setStale(stale);
}

void ReadoutBar::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (const auto* group : {&cells_, &lines_})
        for (ReadoutCell* cell : *group)
            cell->setTheme(theme);
    more_->setTheme(theme);
    static_cast<ReadoutList*>(list_)->theme = &theme;
    arrange();
    updateGeometry();
    update();
}

QSize ReadoutBar::sizeHint() const
{
    return {540, int(std::lround(62 * textScale()))};
}

QSize ReadoutBar::minimumSizeHint() const
{
    return {300, sizeHint().height()};
}

void ReadoutBar::resizeEvent(QResizeEvent*)
{
    arrange();
}

void ReadoutBar::arrange()
{
    int widest = int(std::lround(leastCell * textScale()));
    for (const ReadoutCell* cell : cells_)
        widest = std::max(widest, cell->neededWidth());
    const int count = int(cells_.size());
    const bool others = readouts_.size() > cells_.size();
    const int moreWidth = more_->fontMetrics().horizontalAdvance(tr("%1 more").arg(88)) + 22;
    int shown = count;
    int room = width();
    if (others || count * (widest + cellGap) - cellGap > width()) {
        room = width() - moreWidth - cellGap;
        shown = std::clamp((room + cellGap) / (widest + cellGap), std::min(1, count), count);
    }
    const double each = shown > 0 ? double(room + cellGap) / shown : 0;
    for (int index = 0; index < count; ++index) {
        ReadoutCell* cell = cells_[size_t(index)];
        cell->setVisible(index < shown);
        const int left = int(std::lround(index * each));
        cell->setGeometry(
            left - 4, 6, int(std::lround((index + 1) * each)) - left - cellGap + 4, height() - 12);
    }
    listed_.clear();
    int seen = 0;
    for (size_t index = 0; index < readouts_.size(); ++index)
        if (!readouts_[index].prominent || seen++ >= shown)
            listed_.push_back(index);
    more_->setVisible(!listed_.empty());
    more_->setText(tr("%1 more").arg(listed_.size()));
    more_->setAccessibleName(counted(qint64(listed_.size()), tr("1 more readout"), tr("%1 more readouts")));
    const int tall = more_->sizeHint().height();
    more_->setGeometry(width() - moreWidth, (height() - tall) / 2, moreWidth, tall);
    if (list_->isVisible())
        fillList();
}

void ReadoutBar::fillList()
{
    while (lines_.size() > listed_.size()) {
        delete lines_.back();
        lines_.pop_back();
    }
    while (lines_.size() < listed_.size())
        lines_.push_back(makeCell(list_, true));
    int widest = 220;
    for (size_t line = 0; line < lines_.size(); ++line) {
        lines_[line]->showReadout(readouts_[listed_[line]]);
        widest = std::max(widest, lines_[line]->sizeHint().width());
    }
    int top = listMargin;
    for (ReadoutCell* line : lines_) {
        const int tall = line->sizeHint().height();
        line->setGeometry(listMargin, top, widest, tall);
        line->setVisible(true);
        top += tall;
    }
    list_->resize(widest + 2 * listMargin, top + listMargin);
}

void ReadoutBar::openList()
{
    fillList();
    const QPoint corner = more_->mapToGlobal(QPoint(more_->width(), 0));
    list_->move(corner - QPoint(list_->width(), list_->height() + 4));
    list_->show();
    if (!lines_.empty())
        lines_.front()->setFocus(Qt::PopupFocusReason);
}

void ReadoutBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(theme_->hairline);
    painter.drawLine(0, 0, width(), 0);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    if (lit_.isEmpty() || readoutBox(lit_) != more_->geometry())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_->accentSoft);
    painter.drawRoundedRect(QRectF(more_->geometry()).adjusted(-4, -4, 4, 4), 7, 7);
}

} // namespace tangent
