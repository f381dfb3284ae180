// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_handles.h"
#include "widgets/views/plot_view.h"
#include "widgets/views/row_edits.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace tangent {

QString PlotView::addingLabel() const
{
    if (!plot().adding)
        return {};
    return plot().adding->label.isEmpty() ? tr("Add a point") : plot().adding->label;
}

bool PlotView::addRowAt(QPointF pixel)
{
    if (!plot().adding || drag_.isActive() || !mapping().plot.contains(pixel))
        return false;
    const QPointF place = roundedToPixels(mapping().toAxis(pixel), mapping());
    const std::optional<Intent> wanted = addedRow(*plot().adding, place, values(), parameters());
    if (wanted) {
        added_ = Added{place, handlePlaces()};
        emit intent(*wanted);
    }
    return wanted.has_value();
}

/// What was added just now takes the focus, so that arrows and Delete work next: the handle nearest to it
/// that was not there before. Rows without a handle leave the focus where it is.
void PlotView::focusAdded()
{
    if (!added_ || handles().size() <= added_->before.size())
        return;
    int nearest = -1;
    double least = 0;
    const QPointF wanted = mapping().toPixel(added_->at);
    const std::vector<QPointF> places = handlePlaces();
    for (size_t i = 0; i < places.size(); ++i) {
        const QPointF gap = mapping().toPixel(places[i]) - wanted;
        const double away = std::hypot(gap.x(), gap.y());
        const auto& before = added_->before;
        const bool isNew = std::find(before.begin(), before.end(), places[i]) == before.end();
        if (isNew && (nearest < 0 || away < least)) {
            nearest = int(i);
            least = away;
        }
    }
    added_.reset();
    if (nearest < 0)
        return;
    setFocus(Qt::OtherFocusReason);
    focusHandle(nearest);
}

bool PlotView::addRowInTheMiddle()
{
    return addRowAt(mapping().plot.center());
}

bool PlotView::removeRowOf(int index)
{
    if (index < 0 || index >= int(handles().size()) || drag_.isActive())
        return false;
    const std::optional<Intent> wanted = removedRow(handles()[size_t(index)], values(), parameters());
    if (!wanted)
        return false;
    // Ids often count rows: the keyboard goes to the handle that takes this place, or to the last one.
    if (index + 1 == int(handles().size()) && focusedHandle() == index)
        focusHandle(index - 1);
    emit intent(*wanted);
    return true;
}

/// What a right click, or the menu key, offers: the same as a double click and Delete.
void PlotView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPointF pixel = byKey ? mapping().plot.center() : QPointF(event->pos());
    const int index = byKey ? focusedHandle() : handleAt(handles(), values(), mapping(), pixel);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (plot().adding && (byKey || (index < 0 && mapping().plot.contains(pixel)))) {
        QAction* add = menu->addAction(addingLabel(), this, [this, pixel] { addRowAt(pixel); });
        add->setEnabled(
            addedRow(*plot().adding, mapping().toAxis(pixel), values(), parameters()).has_value());
    }
    if (index >= 0 && handles()[size_t(index)].removable) {
        const QString id = handles()[size_t(index)].id;
        const QString label = handles()[size_t(index)].label;
        QAction* remove = menu->addAction(
            label.isEmpty() ? tr("Take it away") : tr("Take away: %1").arg(label), this, [this, id] {
                for (int i = 0; i < int(handles().size()); ++i) {
                    if (handles()[size_t(i)].id == id) {
                        removeRowOf(i);
                        return;
                    }
                }
            });
        remove->setEnabled(removedRow(handles()[size_t(index)], values(), parameters()).has_value());
    }
    if (isZoomed())
        menu->addAction(tr("Reset zoom"), this, [this] { resetZoom(); });
    if (menu->isEmpty()) {
        delete menu;
        event->ignore();
        return;
    }
    menu->popup(byKey ? mapToGlobal(pixel.toPoint()) : event->globalPos());
}

} // namespace tangent
