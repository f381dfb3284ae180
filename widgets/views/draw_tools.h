// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/draw_button.h"
#include "widgets/views/draw_strip.h"

#include <QPointer>

namespace tangent {

/// What a figure that can be drawn in has beside its plot: a button in the line of its title, and, while it
/// is on, the strip of tools under it. Both are children of the layout; this goes with the plot.
class DrawTools : public QObject {
    Q_OBJECT

public:
    DrawTools(PlotView& plot, QWidget* layout);
    ~DrawTools() override;

    void setTheme(const Theme& theme);
    void setShapes(const std::vector<ShapeOffer>& shapes) { strip_->setShapes(shapes); }
    /// Puts button and strip into a figure's room and returns what is left for the plot. Both hide with the
    /// plot. `words` is the width that the title needs: the button gives way to it.
    QRect place(const QRect& title, double words, const QRect& body, bool isShown);
    /// What the button takes of the title's line.
    int titleRoom() const;
    bool canDraw() const;
    bool isOn() const { return plot_.isDrawing(); }
    /// A stroke is under way: whoever moves the plot now moves it away under the hand.
    bool isInHand() const { return plot_.isInHand(); }
    std::vector<QWidget*> controls() const;

signals:
    /// Other room is needed now.
    void changed();
    void emptySheetWanted();
    /// PlotView's.
    void classRenamed(const QString& column, const QString& word, const QString& name);
    void strokeEnded();

private:
    void follow();

    PlotView& plot_;
    QPointer<DrawButton> button_;
    QPointer<DrawStrip> strip_;
    bool isShown_ = false;
    int stripHeight_ = 0;
};

} // namespace tangent
