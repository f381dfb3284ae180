// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text_arrangement.h"

#include "widgets/views/text_sheet.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int handful = 6;          ///< lines: with fewer a statement is not seen whole
constexpr double leastColumn = 240; ///< for letters of the usual size
constexpr double columnGap = 12;
constexpr double favour = 2.5; ///< how many times as tall as the others the favoured text may become

double linesHeight(int lines)
{
    return lines * QFontMetricsF(codeFont()).lineSpacing() + 2 * codeMargin + 4;
}

class Arranger {
public:
    Arranger(const std::vector<TextNeed>& texts, QSizeF room, int favoured)
        : texts_(texts)
        , room_(room)
        , favoured_(favoured)
        , made_(texts.size())
    {
        for (size_t i = 0; i < texts.size(); ++i) {
            made_[i].onOneLine = texts[i].lineWidth > 0 && texts[i].lineWidth <= room.width();
            if (!made_[i].onOneLine)
                tall_.push_back(i);
        }
    }

    std::vector<TextPlace> run()
    {
        stack();
        const double needed = linesHeight(handful);
        const bool isTight =
            bottomOf(made_) > room_.height() + 0.5 || std::any_of(tall_.begin(), tall_.end(), [&](size_t i) {
                return made_[i].textHeight < std::min(needed, texts_[i].text(room_.width())) - 0.5;
            });
        const double columnWidth = (room_.width() - columnGap) / 2;
        if (isTight && tall_.size() == 2 && columnWidth >= leastColumn * std::max(1.0, textScale()))
            beside(columnWidth);
        return made_;
    }

private:
    double lineHeight(size_t i) const { return std::max(texts_[i].head(room_.width()), linesHeight(1)); }

    /// Below one another, in their order.
    void stack()
    {
        double fixed = textGap * std::max(0.0, double(texts_.size()) - 1);
        std::vector<double> natural;
        int chosen = -1;
        for (size_t i = 0; i < texts_.size(); ++i) {
            fixed += made_[i].onOneLine ? lineHeight(i) : texts_[i].head(room_.width());
            if (made_[i].onOneLine)
                continue;
            chosen = int(i) == favoured_ ? int(natural.size()) : chosen;
            natural.push_back(texts_[i].text(room_.width()));
        }
        std::vector<double> heights = shareHeights(natural, room_.height() - fixed, chosen);
        double total = fixed;
        for (const double height : heights)
            total += height;
        // Where the texts scroll together none scrolls by itself: a wheel over one would stop at its end.
        if (total > room_.height() + 0.5)
            heights = natural;
        double y = 0;
        size_t next = 0;
        for (size_t i = 0; i < texts_.size(); ++i) {
            made_[i].textHeight = made_[i].onOneLine ? linesHeight(1) : heights[next++];
            const double height = made_[i].onOneLine
                ? lineHeight(i)
                : std::ceil(texts_[i].head(room_.width()) + made_[i].textHeight);
            made_[i].box = QRectF(0, y, room_.width(), height);
            y += height + textGap;
        }
    }

    /// The two texts side by side over the lines of the empty ones.
    void beside(double width)
    {
        double below = 0;
        for (size_t i = 0; i < texts_.size(); ++i)
            below += made_[i].onOneLine ? lineHeight(i) + textGap : 0;
        const double height = room_.height() - below;
        std::vector<TextPlace> places = made_;
        double left = 0;
        for (const size_t i : tall_) {
            const double head = texts_[i].head(width);
            places[i].textHeight = std::floor(std::min(height - head, texts_[i].text(width)));
            if (places[i].textHeight < linesHeight(3))
                return;
            places[i].box = QRectF(left, 0, width, std::ceil(head + places[i].textHeight));
            left += width + columnGap;
        }
        double y = bottomOf({places[tall_[0]], places[tall_[1]]}) + textGap;
        for (size_t i = 0; i < texts_.size(); ++i) {
            if (!places[i].onOneLine)
                continue;
            places[i].box.moveTop(y);
            y += places[i].box.height() + textGap;
        }
        made_ = places;
    }

    const std::vector<TextNeed>& texts_;
    QSizeF room_;
    int favoured_;
    std::vector<TextPlace> made_;
    std::vector<size_t> tall_; ///< those that do not stand on one line
};

} // namespace

std::vector<double> shareHeights(const std::vector<double>& natural, double room, int favoured)
{
    const double least = linesHeight(2);
    const auto heights = [&](double level) {
        std::vector<double> made;
        for (size_t i = 0; i < natural.size(); ++i) {
            const double own = int(i) == favoured ? level * favour : level;
            made.push_back(std::floor(std::clamp(own, std::min(least, natural[i]), natural[i])));
        }
        return made;
    };
    const auto sum = [](const std::vector<double>& all) {
        double total = 0;
        for (const double one : all)
            total += one;
        return total;
    };
    double low = 0;
    double high = natural.empty() ? 0 : *std::max_element(natural.begin(), natural.end());
    if (sum(heights(high)) <= room)
        return heights(high);
    for (int step = 0; step < 24; ++step) {
        const double middle = (low + high) / 2;
        (sum(heights(middle)) <= room ? low : high) = middle;
    }
    return heights(low);
}

std::vector<TextPlace> arrangeTexts(const std::vector<TextNeed>& texts, QSizeF room, int favoured)
{
    return Arranger(texts, room, favoured).run();
}

double bottomOf(const std::vector<TextPlace>& places)
{
    double bottom = 0;
    for (const TextPlace& place : places)
        bottom = std::max(bottom, place.box.bottom());
    return bottom;
}

} // namespace tangent
