// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"
#include "widgets/views/words_geometry.h"

#include <QPainter>
#include <QSet>

namespace tangent {

/// What is under the pointer and the keyboard while words are drawn; −1: nothing.
struct WordsEmphasis {
    int paragraph = -1; ///< under the pointer: its cross is shown
    int hoveredParagraph = -1;
    int hoveredRun = -1; ///< of that paragraph
    bool addingHovered = false;
    std::vector<bool> removable; ///< one for each paragraph; may be empty
    QRectF focused;              ///< as seen
};

/// Draws paragraphs as they are scrolled.
void paintWordsAt(QPainter& painter, const WordsGeometry& geometry, const WordsFigure& figure,
    const Theme& theme, const QSet<int>& marked, const WordsEmphasis& emphasis);

} // namespace tangent
