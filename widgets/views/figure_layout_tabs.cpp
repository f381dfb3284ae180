// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/buttons.h"
#include "widgets/views/draw_tools.h"
#include "widgets/views/figure_layout.h"

#include <QMenu>

#include <algorithm>

// The line of tabs over figures that share a place.
namespace tangent {

namespace {

constexpr int tabGap = 14;

} // namespace

void FigureLayout::chooseTab(const QString& key)
{
    showFigure(key);
    emit tabChosen(key);
}

/// As many of the first tabs as share one line, and the tab in front; one place is left for the list.
std::vector<size_t> FigureLayout::tabsThatFit(const FigureArrangement::Group& group, double width) const
{
    const auto wide = [&](size_t figure) { return entries_[figure].tab->sizeHint().width() + tabGap; };
    double left = width + tabGap + 1;
    for (const size_t figure : group.figures)
        left -= wide(figure);
    if (left >= 0)
        return group.figures;
    const size_t front = frontOf(group);
    left = width + tabGap + 1 - moreTabs_->sizeHint().width() - tabGap - wide(front);
    std::vector<size_t> fitting;
    bool isFull = false;
    for (const size_t figure : group.figures) {
        isFull = isFull || (figure != front && wide(figure) > left);
        if (figure != front && isFull)
            continue;
        left -= figure == front ? 0 : wide(figure);
        fitting.push_back(figure);
    }
    return fitting;
}

void FigureLayout::arrangeTabs(const FigureArrangement::Group& group)
{
    if (group.figures.size() < 2)
        return;
    const double line = FigureArrangement::titleHeight() - 2;
    const Entry& shown = entries_[frontOf(group)];
    const double width = group.box.width() - (shown.tools ? shown.tools->titleRoom() : 0);
    moreTabs_->setText(tr("%1 more").arg(group.figures.size() - 1));
    const std::vector<size_t> fitting = tabsThatFit(group, width);
    double left = group.box.left();
    const auto put = [&](PlainButton* tab) {
        const int wide = tab->sizeHint().width();
        tab->setGeometry(int(left), int(group.box.top()), wide, int(line));
        tab->raise();
        left += wide + tabGap;
    };
    for (const size_t figure : group.figures) {
        const bool fits = std::find(fitting.begin(), fitting.end(), figure) != fitting.end();
        entries_[figure].tab->setVisible(fits);
        if (fits)
            put(entries_[figure].tab);
        else
            listedTabs_.push_back(figure);
    }
    if (listedTabs_.empty())
        return;
    QStringList names;
    for (const size_t figure : listedTabs_)
        names << entries_[figure].frame.title;
    moreTabs_->setText(tr("%1 more").arg(listedTabs_.size()));
    moreTabs_->setAccessibleName(tr("More figures: %1").arg(names.join(QStringLiteral(", "))));
    moreTabs_->setToolTip(names.join(QLatin1Char('\n')));
    put(moreTabs_);
}

void FigureLayout::openMoreTabs()
{
    QMenu menu(this);
    menu.setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    for (const size_t figure : listedTabs_)
        menu.addAction(
            entries_[figure].frame.title, this, [this, key = entries_[figure].frame.key] { chooseTab(key); });
    menu.exec(moreTabs_->mapToGlobal(QPoint(0, moreTabs_->height() + 2)));
}

} // namespace tangent
