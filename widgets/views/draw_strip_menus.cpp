// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/class_chip.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/draw_strip.h"

#include <QMenu>

// The menus of the strip: shapes, and what the row has no room for.
namespace tangent {

namespace {

constexpr double radiusFactor = 1.3;

} // namespace

QMenu* DrawStrip::newMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setPalette(theme_->palette()); // a menu is a window, and takes none from the strip
    return menu;
}

void DrawStrip::addShapes(QMenu* menu)
{
    for (const ShapeOffer& offer : shapes_)
        menu->addAction(
            tr("Add: %1").arg(offer.title), &plot_, [this, offer] { plot_.addShape(offer.make()); });
    menu->addSeparator();
    menu->addAction(tr("Start on an empty sheet"), this, &DrawStrip::emptySheetWanted);
}

void DrawStrip::openShapes()
{
    QMenu* menu = newMenu();
    addShapes(menu);
    menu->popup(shapesButton_->mapToGlobal(QPoint(0, shapesButton_->height())));
}

/// What the row has no room for.
void DrawStrip::openMore()
{
    QMenu* menu = newMenu();
    const QStringList classes = plot_.penClasses();
    for (int i = 0; i < int(chips_.size()); ++i) {
        if (chips_[size_t(i)]->isHidden())
            menu->addAction(tr("Class %1").arg(classes[i]), &plot_, [this, i] { plot_.setPenClass(i); });
    }
    if (!chips_.empty()) {
        menu->addAction(tr("One class more"), &plot_, &PlotView::addPenClass);
        menu->addAction(
            tr("Name the class %1…").arg(plot_.pen().word), this, [this] { nameClass(plot_.penClass()); });
        menu->addSeparator();
    }
    menu->addAction(
        tr("Larger ring"), &plot_, [this] { plot_.setPenRadius(plot_.pen().radius * radiusFactor); });
    menu->addAction(
        tr("Smaller ring"), &plot_, [this] { plot_.setPenRadius(plot_.pen().radius / radiusFactor); });
    menu->addAction(tr("Denser brush"), &plot_, [this] { plot_.setPenDensity(plot_.pen().density + 1); });
    menu->addAction(tr("Thinner brush"), &plot_, [this] { plot_.setPenDensity(plot_.pen().density - 1); });
    menu->addSeparator();
    addShapes(menu);
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
}

} // namespace tangent
