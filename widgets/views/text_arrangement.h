// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <functional>
#include <vector>

namespace tangent {

/// What one of several texts needs, in logical pixels.
struct TextNeed {
    std::function<double(double width)> head; ///< all but the text: title, caption, problems
    std::function<double(double width)> text; ///< all of its lines
    double lineWidth = 0; ///< of title and text on one line; 0: the text stands below its title
};

/// Where a text lies in its figure.
struct TextPlace {
    QRectF box;
    double textHeight = 0;
    bool onOneLine = false; ///< the text stands behind its title
};

/// Lays texts out so that each keeps its head in view and its own lines scroll. Empty ones take one line
/// where they fit it. The others stand one below the other; where that would leave one of them fewer than
/// a handful of lines and there is the width, side by side. `favoured` (−1: none) gets more room. Only where
/// each would be left two lines do they take what they need and scroll together: then the lowest box ends
/// below `room`.
std::vector<TextPlace> arrangeTexts(const std::vector<TextNeed>& texts, QSizeF room, int favoured);

/// Shares a height out to texts: `natural` is what each needs, `favoured` gets more where there is not
/// enough (−1: none); none gets less than two lines, so that the sum can be above `room`.
std::vector<double> shareHeights(const std::vector<double>& natural, double room, int favoured);

/// Where the lowest box ends.
double bottomOf(const std::vector<TextPlace>& places);

} // namespace tangent
