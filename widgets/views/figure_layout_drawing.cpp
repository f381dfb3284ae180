// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/draw_tools.h"
#include "widgets/views/figure_layout.h"

#include <algorithm>

// Drawing rows into the plots of a layout.
namespace tangent {

void FigureLayout::setShapes(std::vector<ShapeOffer> shapes)
{
    shapes_ = std::move(shapes);
    for (const Entry& entry : entries_)
        if (entry.tools)
            entry.tools->setShapes(shapes_);
}

bool FigureLayout::isInHand() const
{
    return std::any_of(entries_.begin(), entries_.end(),
        [](const Entry& entry) { return entry.tools && entry.tools->isInHand(); });
}

PlotView* FigureLayout::drawable() const
{
    PlotView* first = nullptr;
    for (const Entry& entry : entries_) {
        if (!entry.tools || !entry.tools->canDraw())
            continue;
        auto* plot = static_cast<PlotView*>(entry.view);
        if (plot->hasFocus() || plot->isDrawing())
            return plot;
        first = first ? first : plot;
    }
    return first;
}

bool FigureLayout::toggleDrawing()
{
    PlotView* plot = drawable();
    if (!plot || !plot->isDrawing())
        return startDrawing();
    plot->setDrawing(false);
    return true;
}

bool FigureLayout::startDrawing()
{
    PlotView* plot = drawable();
    if (!plot)
        return false;
    if (!plot->isVisible())
        showFigure(plot->figure().key);
    plot->setDrawing(true);
    plot->setFocus(Qt::MouseFocusReason);
    return true;
}

} // namespace tangent
