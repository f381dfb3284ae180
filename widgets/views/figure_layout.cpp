// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/figure_layout.h"

#include "widgets/views/carry_layer.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/tab_order.h"
#include "widgets/views/draw_tools.h"
#include "widgets/views/item_paint.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace tangent {

namespace {

/// The figure without its content: what the layout depends on.
Figure frameOf(const Figure& figure)
{
    Figure frame = Figure();
    frame.key = figure.key;
    frame.title = figure.title;
    frame.hint = figure.hint;
    frame.place = figure.place;
    frame.weight = figure.weight;
    frame.minimumHeight = figure.minimumHeight;
    frame.sideShare = figure.sideShare;
    return frame;
}

std::vector<Handle> handlesOf(const Scene& scene, const QString& figure)
{
    std::vector<Handle> made;
    for (const Handle& handle : scene.handles)
        if (handle.figure == figure)
            made.push_back(handle);
    return made;
}

} // namespace

FigureLayout::FigureLayout(QWidget* parent)
    : QWidget(parent)
    , carrying_(new CarryLayer([this](const QString& id) { return placesOf(id); }, this))
    , moreTabs_(new PlainButton(PlainButton::Look::Tab, {}, this))
{
    moreTabs_->hide();
    moreTabs_->setCheckable(false);
    connect(moreTabs_, &QAbstractButton::clicked, this, &FigureLayout::openMoreTabs);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(carrying_, &CarryLayer::intent, this, &FigureLayout::intent);
}

/// Views that lose the focus while they are deleted have nobody to tell any more.
FigureLayout::~FigureLayout()
{
    for (const Entry& entry : entries_)
        entry.view->disconnect(this);
}

FigureLayout::Entry FigureLayout::makeEntry(const Figure& figure)
{
    Entry made;
    made.kind = figure.content.index();
    made.view = FigureView::make(figure.content, this).release();
    made.view->setTheme(*theme_);
    made.view->setParameters(parameters_);
    made.view->followValues(values_);
    connect(made.view, &FigureView::intent, this, &FigureLayout::intent);
    connect(made.view, &FigureView::carryWanted, carrying_, &CarryLayer::begin);
    connect(made.view, &FigureView::rowsHovered, this, [this](const std::vector<int>& rowIds) {
        markRows(rowIds);
        emit rowsHovered(rowIds);
    });
    made.tab = new PlainButton(PlainButton::Look::Tab, figure.title, this);
    made.tab->setTheme(*theme_);
    connect(made.tab, &QAbstractButton::clicked, this, [this, key = figure.key] { chooseTab(key); });
    if (auto* plot = qobject_cast<PlotView*>(made.view)) {
        made.tools = new DrawTools(*plot, this);
        made.tools->setTheme(*theme_);
        made.tools->setShapes(shapes_);
        connect(made.tools, &DrawTools::changed, this, [this] {
            arrange();
            orderFocus();
        });
        connect(made.tools, &DrawTools::strokeEnded, this, [this] {
            if (!arrangesLater_)
                return;
            arrange();
            orderFocus();
        });
        connect(made.tools, &DrawTools::emptySheetWanted, this, &FigureLayout::emptySheetWanted);
        connect(made.tools, &DrawTools::classRenamed, this, &FigureLayout::classRenamed);
    }
    return made;
}

void FigureLayout::showScene(const Scene& scene)
{
    std::vector<Entry> before = std::exchange(entries_, {});
    bool changed = before.size() != scene.figures.size();
    for (const Figure& figure : scene.figures) {
        const auto found = std::find_if(before.begin(), before.end(), [&](const Entry& entry) {
            return entry.view && entry.frame.key == figure.key && entry.kind == figure.content.index();
        });
        Entry entry = found == before.end() ? makeEntry(figure) : *found;
        if (found != before.end())
            found->view = nullptr;
        const Figure frame = frameOf(figure);
        changed = changed || !(entry.frame == frame);
        entry.frame = frame;
        entries_.push_back(entry);
    }
    for (const Entry& entry : before) {
        if (!entry.view)
            continue;
        changed = true;
        entry.view->hide();
        entry.view->deleteLater();
        entry.tab->deleteLater();
        entry.tab->hide();
    }
    // Other figures around it would move a plot away under the hand that draws in it.
    arrangesLater_ = arrangesLater_ || (changed && isInHand());
    changed = changed && !arrangesLater_;
    if (changed)
        arrange();
    for (size_t index = 0; index < entries_.size(); ++index)
        entries_[index].view->showFigure(scene.figures[index], handlesOf(scene, scene.figures[index].key));
    if (changed)
        orderFocus();
}

void FigureLayout::followValues(const Values& values)
{
    values_ = values;
    for (const Entry& entry : entries_)
        entry.view->followValues(values);
}

void FigureLayout::setParameters(const Parameters& parameters)
{
    parameters_ = parameters;
    for (const Entry& entry : entries_)
        entry.view->setParameters(parameters);
}

void FigureLayout::setTheme(const Theme& theme)
{
    theme_ = &theme;
    carrying_->setTheme(theme);
    moreTabs_->setTheme(theme);
    for (const Entry& entry : entries_) {
        entry.view->setTheme(theme);
        entry.tab->setTheme(theme);
        if (entry.tools)
            entry.tools->setTheme(theme);
    }
    arrange();
}

void FigureLayout::markRows(const std::vector<int>& rowIds)
{
    for (const Entry& entry : entries_)
        entry.view->markRows(rowIds);
}

void FigureLayout::showFigure(const QString& key)
{
    front_.removeAll(key);
    front_.prepend(key);
    arrange();
}

FigureView* FigureLayout::view(const QString& key) const
{
    for (const Entry& entry : entries_)
        if (entry.frame.key == key)
            return entry.view;
    return nullptr;
}

std::vector<QRectF> FigureLayout::placesOf(const QString& id) const
{
    std::vector<QRectF> found;
    for (const Entry& entry : entries_) {
        if (!entry.view->isVisible())
            continue;
        const QRectF box = entry.view->dropBox(id);
        if (!box.isEmpty())
            found.push_back(box.translated(entry.view->pos()));
    }
    return found;
}

std::vector<QRectF> FigureLayout::placesWriting(const QSet<QString>& keys) const
{
    std::vector<QRectF> places;
    for (const Entry& entry : entries_) {
        if (!entry.view->isVisible())
            continue;
        for (const QRectF& place : entry.view->placesWriting(keys))
            places.push_back(place.translated(entry.view->pos()));
    }
    return places;
}

QSize FigureLayout::minimumSizeHint() const
{
    return {420, 160};
}

size_t FigureLayout::frontOf(const FigureArrangement::Group& group) const
{
    for (const QString& key : front_)
        for (const size_t figure : group.figures)
            if (entries_[figure].frame.key == key)
                return figure;
    return group.figures.front();
}

/// A strip that is hidden on the way ends what was being typed in it, and that asks for another arrangement.
void FigureLayout::arrange()
{
    arrangesAgain_ = true;
    if (isArranging_)
        return;
    isArranging_ = true;
    while (std::exchange(arrangesAgain_, false))
        arrangeOnce();
    isArranging_ = false;
}

void FigureLayout::arrangeOnce()
{
    std::vector<Figure> frames;
    const bool moves = std::any_of(entries_.begin(), entries_.end(), [](const Entry& entry) {
        return entry.tools && entry.tools->isOn() && entry.frame.place != Figure::Place::Main;
    });
    for (const Entry& entry : entries_) {
        frames.push_back(entry.frame);
        // The plot that is drawn in takes the large place, and gives it back.
        if (moves && entry.tools && entry.tools->isOn())
            frames.back().place = Figure::Place::Main;
        else if (moves && entry.frame.place == Figure::Place::Main)
            frames.back().place = Figure::Place::Side;
    }
    arrangement_ = FigureArrangement::of(QRectF(rect()), frames, true);
    arrangesLater_ = false;
    titles_.clear();
    listedTabs_.clear();
    for (const FigureArrangement::Group& group : arrangement_.groups) {
        const size_t front = frontOf(group);
        for (const size_t figure : group.figures) {
            Entry& entry = entries_[figure];
            placeView(entry, group.box, figure == front);
            entry.view->setAccessibleName(entry.frame.title);
            entry.view->setAccessibleDescription(entry.frame.hint);
            entry.tab->setText(entry.frame.title);
            entry.tab->setToolTip(entry.frame.hint);
            entry.tab->setChecked(figure == front);
            entry.tab->setVisible(group.figures.size() > 1);
        }
        arrangeTabs(group);
        if (group.figures.size() > 1)
            continue;
        const Entry& only = entries_[group.figures.front()];
        const double buttonRoom = only.tools ? only.tools->titleRoom() : 0;
        titles_.emplace_back(
            FigureArrangement::titleBox(group.box).adjusted(0, 0, -buttonRoom, 0), only.frame);
    }
    moreTabs_->setVisible(!listedTabs_.empty()); // hidden in between it would lose the keyboard
    update();
}

void FigureLayout::placeView(const Entry& entry, const QRectF& group, bool isShown)
{
    QRect body = FigureArrangement::bodyBox(group).toRect();
    if (entry.tools) {
        const double words = textWidth(uiFont(12.5, QFont::DemiBold), entry.frame.title);
        body = entry.tools->place(FigureArrangement::titleBox(group).toRect(), words, body, isShown);
    }
    entry.view->setGeometry(body);
    entry.view->setVisible(isShown);
}

void FigureLayout::orderFocus()
{
    std::vector<QWidget*> order;
    for (const FigureArrangement::Group& group : arrangement_.groups) {
        for (const size_t figure : group.figures)
            order.push_back(entries_[figure].tab);
        if (group.figures.size() > 1)
            order.push_back(moreTabs_);
        for (const size_t figure : group.figures) {
            const Entry& entry = entries_[figure];
            const std::vector<QWidget*> tools =
                entry.tools ? entry.tools->controls() : std::vector<QWidget*>();
            order.insert(order.end(), tools.begin(), tools.end());
            order.push_back(entry.view);
        }
    }
    orderTabs(*this, order);
}

void FigureLayout::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    // Under views that are not opaque the layout is painted with every change; its titles stand.
    for (const auto& [box, frame] : titles_) {
        if (event->region().intersects(box.adjusted(-2, -2, 2, 2).toAlignedRect()))
            paintFigureTitle(painter, box, frame, *theme_);
    }
}

void FigureLayout::resizeEvent(QResizeEvent*)
{
    arrange();
}

void paintScene(
    QPainter& painter, const QRectF& box, const Scene& scene, const Values& values, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(box, theme.surface);
    const FigureArrangement arrangement = FigureArrangement::of(box, scene.figures, false);
    for (const FigureArrangement::Group& group : arrangement.groups) {
        for (const size_t index : group.figures) {
            const Figure& figure = scene.figures[index];
            paintFigureTitle(painter, FigureArrangement::titleBox(group.box), figure, theme);
            paintFigure(painter, FigureArrangement::bodyBox(group.box), figure, handlesOf(scene, figure.key),
                values, theme);
        }
    }
    painter.restore();
}

} // namespace tangent
