// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/class_chip.h"
#include "widgets/views/controls/segmented_control.h"
#include "widgets/views/controls/slim_slider.h"
#include "widgets/views/draw_signs.h"
#include "widgets/views/draw_strip.h"

#include <algorithm>

// Where the tools stand in their row.
namespace tangent {

namespace {

constexpr int gapAcross = 4;
constexpr int gapOfGroups = 10;
constexpr int gapDown = 4;
constexpr int sliderWidth = 44;
constexpr int signWidth = 15;

/// What gives way to what, the narrower the row.
struct Folding {
    bool penSigns;                                   ///< instead of their names
    enum Names : quint8 { All, Chosen, None } names; ///< of the classes
    bool sliders; ///< in the row; otherwise behind the dots, as what follows
    bool shapes;
};

constexpr Folding foldings[]{{false, Folding::All, true, true}, {true, Folding::All, true, true},
    {true, Folding::Chosen, true, true}, {true, Folding::Chosen, false, true},
    {true, Folding::None, false, true}, {true, Folding::None, false, false}};

} // namespace

int DrawStrip::rowHeight() const
{
    return shapesButton_->sizeHint().height();
}

int DrawStrip::heightFor(int width)
{
    const int words = remark_->isHidden() ? 0 : gapDown + remark_->heightForWidth(width);
    return rowHeight() + words;
}

void DrawStrip::layOut()
{
    const auto chosen = size_t(std::max(0, plot_.penClass()));
    std::vector<QWidget*> row;
    for (const Folding& folding : foldings) {
        tools_->setSigns(folding.penSigns ? penSigns() : std::vector<PlainButton::Sign>());
        row = {tools_};
        for (size_t i = 0; i < chips_.size(); ++i) {
            chips_[i]->setCompact(
                folding.names == Folding::None || (folding.names == Folding::Chosen && i != chosen));
            row.push_back(chips_[i]);
        }
        if (!chips_.empty() && folding.shapes)
            row.push_back(oneMore_);
        if (folding.sliders)
            row.insert(row.end(), {sizeSign_, size_, densitySign_, density_});
        if (folding.shapes)
            row.push_back(shapesButton_);
        if (!folding.sliders)
            row.push_back(more_);
        if (place(row, false) <= width())
            break;
    }
    // Very many classes: as many as find room, the chosen one among them.
    for (size_t i = chips_.size(); i > 0 && place(row, false) > width(); --i) {
        if (i - 1 != chosen)
            std::erase(row, chips_[i - 1]);
    }
    place(row, true);
    remark_->setGeometry(0, rowHeight() + gapDown, width(), height() - rowHeight() - gapDown);
}

/// Side by side from the left; what is not in the row is hidden. Returns the width that it needs.
int DrawStrip::place(const std::vector<QWidget*>& row, bool applies)
{
    const std::vector<QWidget*> begins{
        chips_.empty() ? nullptr : chips_.front(), sizeSign_, densitySign_, shapesButton_, more_};
    const auto widthOf = [this](const QWidget* one) {
        return one == tools_                          ? tools_->neededWidth()
            : one == size_ || one == density_         ? sliderWidth
            : one == sizeSign_ || one == densitySign_ ? signWidth
                                                      : one->sizeHint().width();
    };
    const auto holds = [](const std::vector<QWidget*>& all, const QWidget* one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    int left = 0;
    for (QWidget* one : row) {
        left += left == 0 ? 0 : holds(begins, one) ? gapOfGroups : gapAcross;
        if (applies)
            one->setGeometry(left, 0, widthOf(one), rowHeight());
        left += widthOf(one);
    }
    std::vector<QWidget*> all{oneMore_, sizeSign_, size_, densitySign_, density_, shapesButton_, more_};
    all.insert(all.end(), chips_.begin(), chips_.end());
    for (QWidget* one : applies ? all : std::vector<QWidget*>())
        one->setVisible(holds(row, one));
    return left;
}

} // namespace tangent
