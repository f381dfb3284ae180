// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/figure_arrangement.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent {

namespace {

constexpr double gapAcross = 20;
constexpr double gapDown = 12;
constexpr double sideShare = 0.36;
constexpr double leastSide = 200;
constexpr double upperWeight = 2.6; ///< of what stands above the strips
constexpr double leastStrip = 290;  ///< narrower strips get a row of their own
constexpr double leastBeside = 520; ///< of the whole: in less, nothing stands beside the main figures
constexpr double narrowUpperWeight = 1.4;
constexpr double comfortable = 250; ///< what the main figures keep before strips take their part
constexpr double smallPart = 0.3;   ///< of the height: strips may take so much at any time

using Indices = std::vector<size_t>;

/// Shares out a length by weights; nobody gets less than needed while the rest can give.
std::vector<double> shareOut(
    double length, const std::vector<double>& needs, const std::vector<double>& weights)
{
    std::vector<double> made(needs.size(), 0);
    std::vector<bool> fixed(needs.size(), false);
    const double needed = std::accumulate(needs.begin(), needs.end(), 0.0);
    if (needed >= length) {
        for (size_t i = 0; i < needs.size(); ++i)
            made[i] = needed > 0 ? length * needs[i] / needed : 0;
        return made;
    }
    for (bool changed = true; changed;) {
        changed = false;
        double room = length;
        double weight = 0;
        for (size_t i = 0; i < needs.size(); ++i)
            fixed[i] ? room -= needs[i] : weight += weights[i];
        for (size_t i = 0; i < needs.size(); ++i) {
            if (fixed[i])
                continue;
            made[i] = weight > 0 ? room * weights[i] / weight : room;
            if (made[i] < needs[i]) {
                made[i] = needs[i];
                fixed[i] = changed = true;
                break;
            }
        }
    }
    return made;
}

class Arranger {
public:
    Arranger(const QRectF& box, const std::vector<Figure>& figures, bool tabs)
        : box_(box)
        , figures_(figures)
        , tabs_(tabs)
    {
        for (size_t i = 0; i < figures.size(); ++i)
            (figures[i].place == Figure::Place::Main          ? mains_
                    : figures[i].place == Figure::Place::Side ? sides_
                                                              : strips_)
                .push_back(i);
        if (mains_.empty() && !sides_.empty())
            mains_ = std::exchange(sides_, {});
        if (mains_.empty())
            mains_ = std::exchange(strips_, {});
    }

    FigureArrangement run()
    {
        if (figures_.empty())
            return {};
        if (tabs_ && box_.width() < leastBeside * scale_) {
            placeNarrow();
            return made_;
        }
        const double upper = std::max(tallest(mains_), sides_.empty() ? 0 : tallest(sides_));
        packStrips();
        if (strips_.empty() || fits(upper, rowsNeed())) {
            placeWithStrips(upper, false);
        } else if (fits(upper, tallest(strips_))) {
            placeWithStrips(upper, true);
        } else if (!sides_.empty()) {
            sides_.insert(sides_.end(), strips_.begin(), strips_.end());
            placeUpper(box_);
        } else {
            Indices all = mains_;
            all.insert(all.end(), strips_.begin(), strips_.end());
            made_.groups.push_back({all, box_});
        }
        return made_;
    }

private:
    /// Larger letters need more room in every figure.
    double need(size_t figure) const
    {
        return figures_[figure].minimumHeight * scale_ + FigureArrangement::titleHeight();
    }

    double tallest(const Indices& list) const
    {
        double found = 0;
        for (const size_t figure : list)
            found = std::max(found, need(figure));
        return found;
    }

    double stackNeed(const Indices& list) const
    {
        double sum = list.empty() ? 0 : gapDown * double(list.size() - 1);
        for (const size_t figure : list)
            sum += need(figure);
        return sum;
    }

    /// Strips share rows as long as each keeps a readable width.
    void packStrips()
    {
        const auto inRow =
            size_t(std::max(1.0, std::floor((box_.width() + gapAcross) / (leastStrip + gapAcross))));
        for (size_t i = 0; i < strips_.size(); ++i) {
            if (i % inRow == 0)
                stripRows_.emplace_back();
            stripRows_.back().push_back(strips_[i]);
        }
    }

    double rowsNeed() const
    {
        double sum = stripRows_.empty() ? 0 : gapDown * double(stripRows_.size() - 1);
        for (const Indices& row : stripRows_)
            sum += tallest(row);
        return sum;
    }

    void placeRow(const Indices& row, const QRectF& box)
    {
        const double room = box.width() - gapAcross * double(row.size() - 1);
        const std::vector<double> widths =
            shareOut(room, std::vector<double>(row.size(), leastStrip), weightsOf(row));
        double left = box.left();
        for (size_t i = 0; i < row.size(); ++i) {
            made_.groups.push_back({{row[i]}, QRectF(left, box.top(), widths[i], box.height())});
            left += widths[i] + gapAcross;
        }
    }

    bool fits(double upper, double strips) const
    {
        const double room = box_.height() - gapDown - strips;
        const double asked =
            strips < smallPart * box_.height() ? upper : std::max(upper, comfortable * scale_);
        return !tabs_ || asked <= room;
    }

    /// One column: the main figures over the others, which share one place as tabs; in a low box all are
    /// tabs.
    void placeNarrow()
    {
        Indices others = sides_;
        others.insert(others.end(), strips_.begin(), strips_.end());
        const double upper = std::max(tallest(mains_), comfortable * scale_);
        const double lower = tallest(others);
        if (others.empty() || upper + gapDown + lower > box_.height()) {
            Indices all = mains_;
            all.insert(all.end(), others.begin(), others.end());
            made_.groups.push_back({all, box_});
            return;
        }
        const std::vector<double> heights =
            shareOut(box_.height() - gapDown, {upper, lower}, {narrowUpperWeight, 1});
        const QRectF above(box_.left(), box_.top(), box_.width(), heights[0]);
        made_.groups.push_back({mains_, above});
        made_.groups.push_back(
            {others, QRectF(box_.left(), above.bottom() + gapDown, box_.width(), heights[1])});
    }

    std::vector<double> weightsOf(const Indices& list) const
    {
        std::vector<double> weights;
        for (const size_t figure : list)
            weights.push_back(std::max(0.05, figures_[figure].weight));
        return weights;
    }

    void placeWithStrips(double upper, bool asTabs)
    {
        if (strips_.empty()) {
            placeUpper(box_);
            return;
        }
        std::vector<double> needs{upper};
        std::vector<double> weights{upperWeight};
        if (asTabs) {
            needs.push_back(tallest(strips_));
            weights.push_back(0.5);
        } else {
            for (const Indices& row : stripRows_) {
                needs.push_back(tallest(row));
                weights.push_back(0.5);
            }
        }
        const double room = box_.height() - gapDown * double(needs.size() - 1);
        const std::vector<double> heights = shareOut(room, needs, weights);
        placeUpper(QRectF(box_.left(), box_.top(), box_.width(), heights[0]));
        double top = box_.top() + heights[0] + gapDown;
        for (size_t i = 1; i < heights.size(); ++i) {
            const QRectF place(box_.left(), top, box_.width(), heights[i]);
            if (asTabs)
                made_.groups.push_back({strips_, place});
            else
                placeRow(stripRows_[i - 1], place);
            top += heights[i] + gapDown;
        }
    }

    /// The largest share that a side figure asks for.
    double wantedSideShare() const
    {
        double wanted = 0;
        for (const size_t figure : sides_)
            wanted = std::max(wanted, figures_[figure].sideShare);
        return wanted > 0 ? std::min(wanted, 0.8) : sideShare;
    }

    void placeUpper(const QRectF& box)
    {
        const double side =
            sides_.empty() ? 0 : std::max(leastSide, std::round(box.width() * wantedSideShare()));
        const double main = box.width() - side - (sides_.empty() ? 0 : gapAcross);
        const double each = main - gapAcross * double(mains_.size() - 1);
        const std::vector<double> widths =
            shareOut(each, std::vector<double>(mains_.size(), 0), weightsOf(mains_));
        double left = box.left();
        for (size_t i = 0; i < mains_.size(); ++i) {
            made_.groups.push_back({{mains_[i]}, QRectF(left, box.top(), widths[i], box.height())});
            left += widths[i] + gapAcross;
        }
        if (!sides_.empty())
            placeSides(QRectF(box.right() - side, box.top(), side, box.height()));
    }

    void placeSides(const QRectF& box)
    {
        if (tabs_ && sides_.size() > 1 && stackNeed(sides_) > box.height()) {
            made_.groups.push_back({sides_, box});
            return;
        }
        std::vector<double> needs;
        for (const size_t figure : sides_)
            needs.push_back(need(figure));
        const std::vector<double> heights =
            shareOut(box.height() - gapDown * double(sides_.size() - 1), needs, weightsOf(sides_));
        double top = box.top();
        for (size_t i = 0; i < sides_.size(); ++i) {
            made_.groups.push_back({{sides_[i]}, QRectF(box.left(), top, box.width(), heights[i])});
            top += heights[i] + gapDown;
        }
    }

    QRectF box_;
    const std::vector<Figure>& figures_;
    bool tabs_;
    double scale_ = std::max(1.0, textScale());
    Indices mains_;
    Indices sides_;
    Indices strips_;
    std::vector<Indices> stripRows_;
    FigureArrangement made_;
};

} // namespace

FigureArrangement FigureArrangement::of(const QRectF& box, const std::vector<Figure>& figures, bool tabs)
{
    return Arranger(box, figures, tabs).run();
}

double FigureArrangement::titleHeight()
{
    return std::round(23 * textScale());
}

QRectF FigureArrangement::titleBox(const QRectF& group)
{
    return {group.left(), group.top(), group.width(), titleHeight()};
}

QRectF FigureArrangement::bodyBox(const QRectF& group)
{
    return group.adjusted(0, std::min(titleHeight(), group.height()), 0, 0);
}

void paintFigureTitle(QPainter& painter, const QRectF& box, const Figure& figure, const Theme& theme)
{
    const QFont strong = uiFont(12.5, QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(theme.ink);
    const Qt::Alignment middle = Qt::AlignLeft | Qt::AlignVCenter;
    const QRectF line = box.adjusted(0, 0, 0, -4);
    if (!figure.title.isEmpty())
        drawText(painter, line, middle, figure.title);
    if (figure.hint.isEmpty())
        return;
    const QString dash = figure.title.isEmpty() ? QString() : QStringLiteral(" — ");
    painter.setFont(uiFont(12.5));
    painter.setPen(theme.muted);
    // A hint that has no room is left out whole: it also stands in the view's description.
    const QRectF rest = line.adjusted(textWidth(strong, figure.title), 0, 0, 0);
    if (textWidth(painter.font(), dash + figure.hint) <= rest.width())
        drawText(painter, rest, middle, dash + figure.hint);
}

} // namespace tangent
