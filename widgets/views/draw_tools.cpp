// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/draw_tools.h"

namespace tangent {

namespace {

constexpr int gap = 6;

} // namespace

DrawTools::DrawTools(PlotView& plot, QWidget* layout)
    : QObject(&plot)
    , plot_(plot)
    , button_(new DrawButton(layout))
    , strip_(new DrawStrip(plot, layout))
{
    button_->setObjectName(QStringLiteral("draw"));
    button_->hide();
    strip_->hide();
    connect(button_, &QAbstractButton::clicked, this, [this] {
        plot_.setDrawing(button_->isChecked());
        if (plot_.isDrawing())
            plot_.setFocus(Qt::MouseFocusReason); // its keys work at once
        follow();
    });
    connect(strip_, &DrawStrip::emptySheetWanted, this, &DrawTools::emptySheetWanted);
    connect(strip_, &DrawStrip::roomChanged, this, &DrawTools::follow);
    connect(&plot_, &PlotView::drawingChanged, this, &DrawTools::follow);
    connect(&plot_, &PlotView::classRenamed, this, &DrawTools::classRenamed);
    connect(&plot_, &PlotView::strokeEnded, this, &DrawTools::strokeEnded);
}

DrawTools::~DrawTools()
{
    delete button_;
    delete strip_;
}

void DrawTools::setTheme(const Theme& theme)
{
    button_->setTheme(theme);
    strip_->setTheme(theme);
}

bool DrawTools::canDraw() const
{
    return plot_.drawing() && plot_.drawing()->refusal.isEmpty();
}

std::vector<QWidget*> DrawTools::controls() const
{
    std::vector<QWidget*> all{button_};
    const std::vector<QWidget*> more = strip_->controls();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

int DrawTools::titleRoom() const
{
    return plot_.drawing() ? button_->sizeHint().width() + gap : 0;
}

/// The button says why nothing can be drawn where that is so.
void DrawTools::follow()
{
    const QString refusal = plot_.drawing() ? plot_.drawing()->refusal : QString();
    button_->setChecked(plot_.isDrawing());
    button_->setEnabled(refusal.isEmpty());
    button_->setToolTip(refusal.isEmpty() ? tr("Draw rows of the table: brush, points, erase (D)") : refusal);
    button_->setAccessibleDescription(button_->toolTip());
    const bool hasButton = plot_.drawing() != nullptr;
    const int height = strip_->isHidden() ? 0 : strip_->heightFor(strip_->width());
    if (isShown_
        && (hasButton == button_->isHidden() || plot_.isDrawing() == strip_->isHidden()
            || height != stripHeight_))
        emit changed();
}

QRect DrawTools::place(const QRect& title, double words, const QRect& body, bool isShown)
{
    button_->setCompact(false);
    button_->setCompact(words + titleRoom() > title.width() || !canDraw());
    isShown_ = isShown;
    const bool hasButton = isShown && plot_.drawing();
    button_->setVisible(hasButton);
    const bool hasStrip = hasButton && plot_.isDrawing();
    strip_->setVisible(hasStrip);
    stripHeight_ = 0;
    if (hasButton) {
        const int wide = button_->sizeHint().width();
        button_->setGeometry(title.right() - wide + 1, title.top(), wide, title.height() - 4);
        button_->raise();
    }
    if (!hasStrip)
        return body;
    stripHeight_ = strip_->heightFor(body.width());
    strip_->setGeometry(body.left(), body.top(), body.width(), stripHeight_);
    strip_->raise();
    return body.adjusted(0, stripHeight_ + gap, 0, 0);
}

} // namespace tangent
